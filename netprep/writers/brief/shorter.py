"""Making a page fit: things are left out in a fixed order, never cut off.

First goes what is said twice, last what one could not do without.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from netprep.model.brief import Brief, BriefPerson


def shortened(brief: Brief, fits: Callable[[Brief], bool]) -> Brief:
    """The brief with as little left out as it takes to fit.

    Args:
        brief: the page.
        fits: whether a page fits where it is to be read.
    """
    for shorten in _SHORTER:
        if fits(brief):
            break
        brief = shorten(brief)
    return brief


def _each_person(change: Callable[[BriefPerson], BriefPerson]) -> Callable[[Brief], Brief]:
    return lambda brief: dataclasses.replace(brief, people=tuple(change(person) for person in brief.people))


_SHORTER: tuple[Callable[[Brief], Brief], ...] = (
    _each_person(lambda person: dataclasses.replace(person, known=person.known[:2])),
    lambda brief: dataclasses.replace(brief, strangers=brief.strangers[:2]),
    lambda brief: dataclasses.replace(brief, listen_for=brief.listen_for[:2], not_today=brief.not_today[:2]),
    lambda brief: dataclasses.replace(
        brief, blocks=tuple(dataclasses.replace(b, lines=b.lines[:2]) for b in brief.blocks)
    ),
    _each_person(lambda person: dataclasses.replace(person, ask=person.ask[:1])),
    lambda brief: dataclasses.replace(brief, strangers=brief.strangers[:1], blocks=brief.blocks[:1]),
    _each_person(lambda person: dataclasses.replace(person, known=person.known[:1])),
    lambda brief: dataclasses.replace(brief, blocks=(), give_back=None),
    lambda brief: dataclasses.replace(brief, people=brief.people[:3]),
    lambda brief: dataclasses.replace(brief, people=brief.people[:2], me=None),
    _each_person(lambda person: dataclasses.replace(person, aside=(), known=())),
    lambda brief: dataclasses.replace(brief, people=brief.people[:1], listen_for=()),
    lambda brief: dataclasses.replace(brief, learn=None, job=None, strangers=(), not_today=brief.not_today[:1]),
)
"""What a page can do without, the least needed first."""
