"""The guard's words a second against proselint's, on the same texts in one process, in turns.

    python benchmarks/guard/speed.py [--rounds N]

Also the time of one long text against half of it: a check is linear in its length.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Sequence

from corpus import NOBODY, read_half
from proselint.checks import __register__
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from netprep.guard import read_text
from netprep.model.words import Form
from netprep.settings.method import MethodSettings

_MEGABYTE = 1_000_000


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="pairs of rounds")
    rounds = parser.parse_args().rounds
    texts = [each.text for each in read_half("build")]
    words = sum(len(text.split()) for text in texts)
    CheckRegistry().register_many(__register__)
    ours = [_seconds(_guard, texts) for _ in range(2)][-1]  # one round to warm up
    ratios, speeds = [], []
    for _ in range(rounds):
        ours, theirs = _seconds(_guard, texts), _seconds(_proselint, texts)
        ratios.append(theirs / ours)
        speeds.append((words / ours, words / theirs))
    own, peer = (statistics.median(each) for each in zip(*speeds, strict=True))
    print(f"{len(texts)} texts, {words} words: guard {own:,.0f} words a second, proselint {peer:,.0f}")
    print(f"guard against proselint                {statistics.median(ratios):6.2f} x  >= 10")
    line = " ".join(text.replace("\n", " ") for text in texts)
    line = (line * (_MEGABYTE // len(line) + 1))[:_MEGABYTE]
    times = [_seconds(_guard, [line[: _MEGABYTE // part]]) for part in (4, 2, 1)]
    print("one line of 0.25, 0.5 and 1 MB         " + ", ".join(f"{each:.2f} s" for each in times))


def _seconds(check: Callable[[Sequence[str]], None], texts: Sequence[str]) -> float:
    start = time.process_time()
    check(texts)
    return time.process_time() - start


def _guard(texts: Sequence[str]) -> None:
    settings = MethodSettings()
    for text in texts:
        read_text(None, text, Form.PLAIN, NOBODY, settings)


def _proselint(texts: Sequence[str]) -> None:
    for text in texts:
        LintFile("text", text).lint(DEFAULT)


if __name__ == "__main__":
    main()
