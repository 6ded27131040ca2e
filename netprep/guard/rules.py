"""The rules of the guard by code, looked up in the rule book at first use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from netprep.guard.book import Rule, book

__all__ = ["RULES", "Rule"]


class _Rules(Mapping[str, Rule]):
    """Every built-in rule by its code; reads the book when one is asked for."""

    def __getitem__(self, code: str) -> Rule:
        return book().rules[code]

    def __iter__(self) -> Iterator[str]:
        return iter(book().rules)

    def __len__(self) -> int:
        return len(book().rules)


RULES: Mapping[str, Rule] = _Rules()
"""Every rule by its code."""
