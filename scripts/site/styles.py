"""The theme's style sheets without the parts that the course does not have.

Material styles every component that any site might use; half of its bytes are for search, tabs,
code, blogs and the like. Rules whose selector names one of those are left out, nothing else is
touched: a component that is not in the list keeps its style.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import AtRule, Node, QualifiedRule

UNUSED = re.compile(
    r"\.(?:md-(?:annotation|author|banner|clipboard|code|consent|copyright|dialog|feedback|meta|pagination"
    r"|path|post|profile|progress|search|select|social|source|status|tabs|tag|top|version)(?=__|--|[^\w-]|$)"
    r"|md-nav--(?:integrated|lifted)|md-nav__(?:button|container|source)|md-footer__|md-content__button"
    r"|tabbed|highlight|task-list|mermaid|grid|linenos|linenodiv|filename|critic|keys|arithmatex|twemoji|gemoji"
    r"|emojione|jupyter|doc|result|headerlink|lightbox|cards|no-js)"
    r"|\[dir=rtl\]|(?:^|[\s>+~(])(?:pre|code|kbd|video|summary\.abstract)\b"
    r"|data-md-color-(?:primary|accent)=(?!custom)"
    r"|\.(?:abstract|info|tip|success|question|warning|failure|danger|bug|example|quote)\b"
)
"""Selectors of components that no page of the course contains."""

_VARIABLES = re.compile(
    r"--md-(?:admonition-icon--(?!note)|tasklist-icon|code-|tabbed-icon|annotation|status|source|version|clipboard|mermaid)[\w-]*"
)


def _selectors(prelude: Iterable[Node]) -> list[str]:
    parts: list[list[Node]] = [[]]
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return [tinycss2.serialize(part).strip() for part in parts]


def _declarations(rule: QualifiedRule) -> str:
    """The body of a rule; of the root's variables only those that something may use."""
    body = str(tinycss2.serialize(rule.content))
    if ":root" not in tinycss2.serialize(rule.prelude):
        return body
    kept = (d for d in tinycss2.parse_blocks_contents(rule.content) if d.type == "declaration")
    return ";".join(d.serialize() for d in kept if not _VARIABLES.match(d.name))


def _kept(rules: Iterable[Node]) -> Iterator[str]:
    for rule in rules:
        if isinstance(rule, QualifiedRule):
            wanted = [selector for selector in _selectors(rule.prelude) if not UNUSED.search(selector)]
            if wanted:
                yield f"{','.join(wanted)}{{{_declarations(rule)}}}"
        elif (
            isinstance(rule, AtRule)
            and rule.content is not None
            and rule.lower_at_keyword in ("media", "supports")
        ):
            inner = "".join(_kept(tinycss2.parse_rule_list(rule.content)))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif isinstance(rule, AtRule):
            yield rule.serialize()


def trimmed(css: str) -> str:
    """A style sheet without the rules for unused components. Comments and source maps go too."""
    return "".join(_kept(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))
