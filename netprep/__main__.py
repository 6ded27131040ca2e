"""``python -m netprep`` and the ``netprep`` script."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """Run netprep and exit with its code."""
    # One command makes little garbage and ends: looking for it in between costs more than it frees.
    gc.set_threshold(100_000)
    from netprep.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
