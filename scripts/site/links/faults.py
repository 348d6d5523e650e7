"""What can be wrong with a link of the built site, before anybody knows where it was written."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.site.links.markup import Reference


@dataclass(frozen=True)
class Fault:
    """A broken reference: on which page of the site, what it says, and where it would land.

    `page` and `lands` are written from the site's root; `lands` has its `#anchor` where that is
    what is missing.
    """

    rule: str
    page: str
    lands: str
    what: str
    hint: str
    reference: Reference
