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

_INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>|<style\b|\sstyle=\"|\son[a-z]+=\"|javascript:",
    re.IGNORECASE,
)


def inline_code(page: str) -> list[str]:
    """What the policy would refuse in a page: inline scripts, styles and handlers."""
    return [found[0].strip() for found in _INLINE.finditer(page)]
