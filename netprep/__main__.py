"""``python -m netprep`` and the ``netprep`` script."""

from __future__ import annotations

import gc
import os
import sys


def main() -> None:
    """Run netprep and exit with its code."""
    # One command makes little garbage and ends: looking for it in between costs more than it frees.
    gc.set_threshold(100_000)
    _mend_streams()
    from netprep.cli import run

    code = run(sys.argv[1:])
    # Loaded only where a plugin was called: it may have left something running.
    if isolation := sys.modules.get("netprep.loader.isolation"):
        isolation.end(code)
    sys.exit(code)


def _mend_streams() -> None:
    """Make every stream one that can be used.

    Closed ones (cron closes them) lead nowhere, and a terminal that does not know a letter shows
    another one instead of stopping the program.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115, PTH123 - it lives as long as we do
        elif mode == "w":
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
