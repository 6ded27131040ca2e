"""Making a page fit: things are left out in a fixed order, never cut off.

First goes what is said twice, last what one could not do without.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from netprep.model.brief import Brief, BriefPerson

Shorten = Callable[[Brief], Brief]


def shortened(brief: Brief, fits: Callable[[Brief], bool]) -> Brief:
    """The brief with as little left out as it takes to fit.

    Things go in order until the page fits; then whatever went in vain comes back.

    Args:
        brief: the page.
        fits: whether a page fits where it is to be read.
    """
    needed: list[Shorten] = []
    for shorten in _SHORTER:
        if fits(_without(brief, needed)):
            break
        needed.append(shorten)
    for shorten in reversed(needed[:-1]):
        others = [other for other in needed if other is not shorten]
        if fits(_without(brief, others)):
            needed = others
    return _without(brief, needed)


def _without(brief: Brief, what: list[Shorten]) -> Brief:
    for shorten in what:
        brief = shorten(brief)
    return brief


def _each_person(change: Callable[[BriefPerson], BriefPerson]) -> Shorten:
    return lambda brief: dataclasses.replace(brief, people=tuple(change(person) for person in brief.people))


def _fewer_lines(brief: Brief) -> Brief:
    blocks = tuple(dataclasses.replace(block, lines=block.lines[:2]) for block in brief.blocks)
    return dataclasses.replace(brief, blocks=blocks)


_SHORTER: tuple[Shorten, ...] = (
    _each_person(lambda person: dataclasses.replace(person, known=person.known[:2])),
    lambda brief: dataclasses.replace(brief, strangers=brief.strangers[:2]),
    lambda brief: dataclasses.replace(brief, listen_for=brief.listen_for[:2]),
    _fewer_lines,
    _each_person(lambda person: dataclasses.replace(person, ask=person.ask[:1])),
    lambda brief: dataclasses.replace(brief, not_today=brief.not_today[:2]),
    _each_person(lambda person: dataclasses.replace(person, known=person.known[:1])),
    lambda brief: dataclasses.replace(brief, strangers=brief.strangers[:1]),
    lambda brief: dataclasses.replace(brief, people=brief.people[:3]),
    lambda brief: dataclasses.replace(brief, blocks=brief.blocks[:1], job=None if brief.serve else brief.job),
    lambda brief: dataclasses.replace(brief, listen_for=brief.listen_for[:1], also=()),
    lambda brief: dataclasses.replace(brief, not_today=brief.not_today[:1]),
    lambda brief: dataclasses.replace(brief, people=brief.people[:2]),
    lambda brief: dataclasses.replace(brief, give_back=None),
    lambda brief: dataclasses.replace(brief, blocks=()),
    lambda brief: dataclasses.replace(brief, me=None),
    _each_person(lambda person: dataclasses.replace(person, aside=(), known=())),
    lambda brief: dataclasses.replace(brief, people=brief.people[:1], listen_for=()),
    lambda brief: dataclasses.replace(brief, learn=None, job=None, strangers=(), not_today=brief.not_today[:1]),
)
"""What a page can do without, the least needed first."""
