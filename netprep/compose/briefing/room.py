"""What is on the page beside the people: what to listen for, what to leave out, how to leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netprep.facts import Destination, known_fact, may_say
from netprep.method.company import Sought
from netprep.method.credibility import at_least
from netprep.model.frozen import frozen
from netprep.model.records import Event, Fact, Me
from netprep.model.text import at_a_glance, fold
from netprep.model.words import Sensitivity, Source, StageCode
from netprep.writers.language import Language

_FOR_OTHERS = 3
_LISTENED_FOR = 4
_SHORT = 48
"""Characters of a need that still read at a glance."""


@frozen
class Need:
    """Something somebody looks for or struggles with, and whose it is."""

    contact: str
    name: str
    fact: Fact


@frozen
class RoomPage:
    """Works out the blocks that are about nobody in particular."""

    event: Event
    me: Me | None
    people: tuple[Sought, ...]
    needs: tuple[Need, ...]
    language: Language
    destination: Destination

    def listen_for(self) -> tuple[str, ...]:
        """Three things for others before one for me: that is what makes a listener."""
        others = [*self._for_others()]
        mine = [self._say("for_me", what=at_a_glance(seeks)) for seeks in (self.me.seeks[:1] if self.me else ())]
        return tuple((*others[:_FOR_OTHERS], *mine)[:_LISTENED_FOR])

    def not_today(self) -> tuple[str, ...]:
        """What to leave out: the pitch, asks that are not earned, topics to avoid."""
        return (self._say("prices"), *self._closed_asks(), *self._avoided())

    def _for_others(self) -> Iterator[str]:
        """The shortest first, one a person; what cannot be read at a glance is left at home."""
        usable = [need for need in self.needs if self._is_usable(need)]
        named: set[str] = set()
        for need in sorted(usable, key=lambda each: len(each.fact.value) > _SHORT):
            if need.contact not in named:
                named.add(need.contact)
                name = self.language.first_name(need.name)
                yield self._say("for_whom", what=at_a_glance(need.fact.value), name=name)

    def _is_usable(self, need: Need) -> bool:
        over = need.fact.until is not None and need.fact.until.day < self.language.now.date()
        told = need.fact.source in (Source.TOLD_ME, Source.PUBLIC)
        # Somebody's trouble is listened for on their behalf only if they said that it may be told.
        may_tell = need.fact.field == "wants_to_meet" or may_say(known_fact(need.fact), Destination.THIRD_PERSON)
        return bool(not over and told and may_tell and may_say(known_fact(need.fact), self.destination))

    def _closed_asks(self) -> Iterator[str]:
        if self.me is None or not self.me.seeks or self.destination is Destination.DISCREET_BRIEF:
            return
        early = [each.guest.name for each in self.people if not at_least(each.stage, StageCode.C)]
        if early:
            yield self._say("no_asks", names=self._listed([self.language.first_name(name) for name in early]))

    def _avoided(self) -> Iterator[str]:
        """Topics to avoid, where they give nothing away; a discreet page does not name them."""
        if self.destination is Destination.DISCREET_BRIEF:
            return
        for each in self.people:
            contact = each.guest.contact
            if contact is None:
                continue
            secret = [
                fold(f"{fact.value} {fact.quote or ''}") for fact in contact.facts if _is_secret(fact.sensitivity)
            ]
            secret += [
                fold(f"{entry.text or ''} {entry.quote or ''}")
                for entry in contact.log
                if _is_secret(entry.sensitivity)
            ]
            for topic in filter(None, map(at_a_glance, contact.avoid)):
                if not any(fold(topic) in text or _shares_word(topic, text) for text in secret):
                    yield self._say("avoided", what=topic, name=self.language.first_name(contact.name))

    def _listed(self, names: Sequence[str]) -> str:
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self.language.words['and']} {names[-1]}"

    def _say(self, pattern: str, **values: str) -> str:
        text: str = self.language.words["brief"][pattern]
        return text.format(**values)


def _is_secret(sensitivity: Sensitivity) -> bool:
    return sensitivity is not Sensitivity.OPEN


def _shares_word(topic: str, text: str) -> bool:
    words = {word for word in fold(topic).split() if len(word) > 3}
    return bool(words & set(text.split()))
