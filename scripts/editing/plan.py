"""Changes of `modules/course.yml` in its own text, so that comments and layout stay as they are.

A change is made only where the text read again says exactly what was meant; else the editor is told
which line to write.
"""

from __future__ import annotations

from typing import Any

import yaml

from scripts.content.frontmatter import read_text
from scripts.content.load import PLAN
from scripts.content.model import Course

TOLERANCE = 5
"""A strand may be longer or shorter than its target by a fifth (the rule times-meet-the-target)."""


def _value(node: yaml.Node | None, *keys: str) -> yaml.Node | None:
    """What stands under a key of a mapping, of the mapping below it, and so on."""
    for key in keys:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        found = next((value for name, value in pairs if name.value == key), None)
        if found is None:
            return None
        node = found
    return node


def _end(node: yaml.Node) -> int:
    """Where the last thing that a node holds ends: a block's own end lies behind the comments below it."""
    if isinstance(node, yaml.ScalarNode) or getattr(node, "flow_style", False) or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(last[1] if isinstance(last, tuple) else last)


def _put(text: str, at: int, words: str) -> str:
    return text[:at] + words + text[at:]


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def with_module(text: str, strand: str, module: str) -> str | None:
    """The plan with a module at the end of a strand; None where its text is not as expected."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    listed = _value(root, "strands", strand, "modules")
    if not isinstance(listed, yaml.SequenceNode):
        return None
    if listed.flow_style:
        comma = ", " if listed.value else ""
        at = _end(listed.value[-1]) if listed.value else listed.start_mark.index + 1
        return _put(text, at, f"{comma}{module}")
    return _put(text, _line_end(text, _end(listed)), f"\n{' ' * listed.start_mark.column}- {module}")


def with_target(text: str, strand: str, minutes: int) -> str | None:
    """The plan with another `target_minutes` for a strand."""
    target = _value(yaml.compose(text, Loader=yaml.SafeLoader), "strands", strand, "target_minutes")
    if not isinstance(target, yaml.ScalarNode):
        return None
    return f"{text[: target.start_mark.index]}{minutes}{text[target.end_mark.index :]}"


def with_strand(text: str, strand: str, minutes: int, remark: str) -> str | None:
    """The plan with one more strand, the last, which has no modules yet."""
    strands = _value(yaml.compose(text, Loader=yaml.SafeLoader), "strands")
    if not isinstance(strands, yaml.MappingNode) or strands.flow_style:
        return None
    margin = " " * strands.start_mark.column
    lines = (
        f"{margin}{strand}:  # {remark}",
        f"{margin}  target_minutes: {minutes}",
        f"{margin}  modules: []",
    )
    return _put(text, _line_end(text, _end(strands)), "".join(f"\n{line}" for line in lines))


def _meant(text: str | None, plan: dict[str, Any]) -> bool:
    try:
        return text is not None and yaml.safe_load(text) == plan
    except yaml.YAMLError:
        return False


def planned(course: Course, strand: str, module: str, minutes: int) -> tuple[dict[str, str], tuple[str, ...]]:
    """The plan's new text with a module in it, if it can be had, and what to say of it.

    The strand's target grows with the module where the strand would otherwise be too long.
    """
    before = read_text(course.root / PLAN, PLAN, []) or ""
    plan = yaml.safe_load(before)
    entry = plan["strands"][strand]
    entry["modules"] = [*(entry.get("modules") or []), module]
    after = with_module(before, strand, module)
    if after is None or not _meant(after, plan):
        return {}, (f"add {module} to “modules:” of “{strand}” in {PLAN}",)
    said = (f"{module} is the last module of “{strand}” in {PLAN}: move it where it belongs",)
    old = next(each for each in course.strands if each.id == strand)
    total = minutes + sum(course.modules[name].minutes for name in old.modules if name in course.modules)
    if abs(total - old.target_minutes) <= old.target_minutes / TOLERANCE:
        return {PLAN: after}, said
    entry["target_minutes"] = total
    longer = with_target(after, strand, total)
    if longer is None or not _meant(longer, plan):
        return {PLAN: after}, said
    return {PLAN: longer}, (*said, f"the target of “{strand}” is now {total} minutes, the sum of its modules")


def with_new_strand(course: Course, strand: str, minutes: int, remark: str) -> dict[str, str]:
    """The plan's new text with one more strand; nothing where it cannot be had."""
    before = read_text(course.root / PLAN, PLAN, []) or ""
    plan = yaml.safe_load(before)
    plan["strands"][strand] = {"target_minutes": minutes, "modules": []}
    after = with_strand(before, strand, minutes, remark)
    return {PLAN: after} if after is not None and _meant(after, plan) else {}
