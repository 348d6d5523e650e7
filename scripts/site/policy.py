"""The Content-Security-Policy: nothing inline, nothing from another host.

The theme's inline scripts are replaced by files (`overrides/partials/`), so no hash is needed.
`data:` is for the theme's icons, which its style sheet carries as pictures.
"""

from __future__ import annotations

import re

POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'"
)
HEADERS = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'self'
  X-Content-Type-Options: nosniff
  Referrer-Policy: no-referrer
  Permissions-Policy: camera=(), microphone=(), geolocation=(), interest-cohort=()
"""
"""For hosts that read a `_headers` file; others copy the lines into their own settings."""

_TAG = re.compile(r"<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_RUNS = re.compile(
    r"<script(?![^>]*(?:\ssrc|application/json))|<style\b|\sstyle\b|\son[a-z]+(?==)", re.IGNORECASE
)
_ADDRESS = re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE)


def inline_code(page: str) -> list[str]:
    """What the policy would refuse in a page: inline scripts, styles, handlers and `javascript:` links."""
    return [tag[:60] for tag in _TAG.findall(page) if _is_refused(tag)]


def _is_refused(tag: str) -> bool:
    bare = tag if "application/json" in tag else _VALUE.sub("=", tag)
    return bool(_RUNS.search(bare) or _ADDRESS.search(tag))
