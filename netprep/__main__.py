"""``python -m netprep`` and the ``netprep`` script."""

from __future__ import annotations

import sys


def main() -> None:
    """Run netprep and exit with its code."""
    from netprep.cli import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
