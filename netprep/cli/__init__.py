"""The command line: one module a command, loaded only when it is called.

This module imports Click and nothing else of weight, so that ``--version``, ``--help`` and
completion are instant; a test holds the list of what it imports.
"""

from __future__ import annotations

from netprep.cli.commands import COMMANDS, SECTIONS, LazyCommand
from netprep.cli.main import cli
from netprep.cli.run import run

__all__ = ["COMMANDS", "SECTIONS", "LazyCommand", "cli", "run"]
