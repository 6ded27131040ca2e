"""What to ask everybody on the page: nobody is asked what their neighbour was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from netprep.compose.followup import Desk
from netprep.compose.question_room import Room
from netprep.compose.questions import Asking, exit_line, openers, questions_for, questions_for_guest
from netprep.method.company import Sought
from netprep.model.brief import BriefQuestion
from netprep.model.questions import AskedOf, Bank, Offered
from netprep.model.records import Contact, Group, Me
from netprep.settings.method import MethodSettings
from netprep.writers.language import Language

A_PERSON = 2
"""Questions a person on a page: one to begin with, and one more."""


@dataclass
class Asker:
    """Chooses questions for one page, one person after the other, and remembers which are taken.

    Attributes:
        bank: all questions.
        room: the event.
        me: who asks.
        groups: the user's groups.
        language: how days are said.
        method: the method's numbers.
        low_key: only questions that somebody quiet can ask.
        desk: makes the desk of a contact.
        used: ids of the questions on the page so far.
    """

    bank: Bank
    room: Room
    me: Me | None
    groups: tuple[Group, ...]
    language: Language
    method: MethodSettings
    low_key: bool
    desk: Callable[[Contact], Desk]
    used: set[str] = field(default_factory=set)

    def for_person(self, sought: Sought) -> tuple[BriefQuestion, ...]:
        """One question, and one more: another that rests on what they told, else what follows the first answer."""
        asking = self._asking(None)
        guest = sought.guest
        if guest.contact is not None:
            desk = self.desk(guest.contact)
            found = questions_for(
                desk, self.bank, self.language, room=self.room, asking=asking, groups=self.groups
            ).questions
        else:
            found = questions_for_guest(
                guest.attendee, self.room, self.bank, self.language, self.me, self.method, asking=asking
            ).questions
        return self._taken(found[:A_PERSON])

    def for_strangers(self) -> tuple[BriefQuestion, ...]:
        """Openers for everybody else; to somebody low-key also the one for the host."""
        asking = self._asking(self.method.openers_an_event)
        found = openers(self.bank, self.language, self.me, self.method, room=self.room, asking=asking).questions
        self.used.update(offered.id for offered in found)
        return tuple(BriefQuestion(offered.id, self._to_whom(offered), offered.facts) for offered in found)

    def _to_whom(self, offered: Offered) -> str:
        """The question's words, with whom it is for where that is not anybody."""
        if offered.to is not AskedOf.HOST:
            return offered.text
        text: str = self.language.words["brief"]["to_the_host"]
        return text.format(text=offered.text)

    def leave_with(self) -> str:
        """A line to part with."""
        return exit_line(self.bank, self.room) or ""

    def _asking(self, number: int | None) -> Asking:
        return Asking(n=number, low_key=self.low_key, used=frozenset(self.used))

    def _taken(self, found: tuple[Offered, ...]) -> tuple[BriefQuestion, ...]:
        if not found:
            return ()
        first, *rest = found
        asked = [BriefQuestion(first.id, first.text, first.facts)]
        self.used.add(first.id)
        other = next(iter(rest), None)
        if other is not None and (other.facts or not first.then):
            asked.append(BriefQuestion(other.id, other.text, other.facts, is_second=True))
            self.used.add(other.id)
        elif first.then:
            asked.append(BriefQuestion(first.id, first.then, first.facts, is_second=True))
        return tuple(asked)
