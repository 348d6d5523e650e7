"""Floor 4: the commands by subject, each with its options, what it prints and its exit codes."""

from __future__ import annotations

import argparse
from collections.abc import Callable

Run = Callable[[argparse.Namespace], int]
"""Runs a command and returns its exit code."""
Command = Callable[[str, Run | None, str], argparse.ArgumentParser]
"""Adds a command: its name, what runs it (None: its own sub-commands say), and what it does."""
