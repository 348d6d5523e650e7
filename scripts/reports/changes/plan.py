"""What changed in the plan of the course: strands, modules, times, thread and pathways."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.content.load import PLAN
from scripts.content.model import Course, Strand
from scripts.reports.changes.records import Change, Changed, facts, names


def plan_changes(base: Course, course: Course) -> Iterator[Changed]:
    """The plan, where it differs."""
    yield Changed(PLAN, "The plan of the course", tuple(_plan(base, course)))


def _plan(base: Course, course: Course) -> Iterator[Change]:
    before, after = ({strand.id: strand for strand in each.strands} for each in (base, course))
    yield from names("Strands", before, after)
    for name, strand in after.items():
        if name in before:
            yield from _strand(before[name], strand)
    threads = [
        [(stop.module, stop.section, dict(stop.why)) for stop in each.thread] for each in (base, course)
    ]
    if threads[0] != threads[1]:
        yield Change("The ethics-and-law thread changed")
    paths = [{path.id: path.modules for path in each.pathways} for each in (base, course)]
    yield from names("Pathways", *paths)
    yield from facts(*({f"Pathway {n}": each[n] for n in paths[1] if n in paths[0]} for each in paths))


def _strand(old: Strand, new: Strand) -> Iterator[Change]:
    yield from names(f"Modules in {new.id}", old.modules, new.modules)
    kept = [name for name in old.modules if name in new.modules]
    if kept != [name for name in new.modules if name in old.modules]:
        yield Change(f"The modules in {new.id} stand in another order: {', '.join(new.modules)}")
    target = f"Target minutes of {new.id}"
    yield from facts({target: old.target_minutes}, {target: new.target_minutes})
