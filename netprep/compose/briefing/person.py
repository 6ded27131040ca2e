"""One person on the page: who they are, what is known, something to give, a question to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from netprep.compose.topics import as_topic
from netprep.facts import Destination, known_about, known_fact, may_say
from netprep.method.company import Sought
from netprep.method.credibility import at_least
from netprep.method.evidence import MEETINGS, Evidence, read_log
from netprep.method.gate import ALLOW, gate
from netprep.method.needs import is_need
from netprep.method.next_step import avoids, is_avoided
from netprep.method.stage import stage
from netprep.model.brief import BriefPerson, BriefQuestion
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Entry, Event, Fact, Me
from netprep.model.text import at_a_glance, fold
from netprep.model.words import AskClass, EntryKind, FactField, Sensitivity, Source, StageCode, TrustBar
from netprep.settings.method import MethodSettings
from netprep.writers.language import Language, quoted

_MOST_LINES = 3
_NAME = 60
"""Characters of a name on a badge, and on the page."""


@frozen
class Line:
    """A line about somebody and the ids of the facts it rests on."""

    text: str
    facts: tuple[str, ...] = ()


@frozen
class Sheet:
    """What every person's part of the page is worked out from.

    ``destination`` is the brief or the discreet brief: the table says what either may show.
    """

    event: Event
    me: Me | None
    language: Language
    settings: MethodSettings
    destination: Destination

    @property
    def today(self) -> date:
        """The day the page is read."""
        return self.language.now.date()


@frozen
class PersonMaker:
    """Makes one person's part of the page."""

    sheet: Sheet
    sought: Sought
    give: Line | None
    ask: tuple[BriefQuestion, ...]
    common: str = ""

    def person(self) -> BriefPerson:
        """Everything to know about them before saying hello."""
        guest, contact = self.sought.guest, self.sought.guest.contact
        lines = [*self._listed(), *(self._lines(contact) if contact else ())][:_MOST_LINES]
        if self.common and self.sheet.destination is Destination.BRIEF:
            shared = Line(self._say("common", what=at_a_glance(self.common)))
            lines = [*lines[:1], shared, *lines[1 : _MOST_LINES - 1]]
        give = self._promise(contact) or self.give
        aside = [*self._go_gently(contact), *self._open_to_ask(contact)] if contact else []
        ids = [fact for line in (*lines, *filter(None, (give,))) for fact in line.facts]
        return BriefPerson(
            name=at_a_glance(guest.name, _NAME),
            contact=contact.id if contact else None,
            stage=self.sought.stage,
            about=self._about(contact),
            known=tuple(line.text for line in lines),
            give=give.text if give else None,
            ask=self.ask,
            aside=tuple(aside),
            facts=tuple(dict.fromkeys((*ids, *(fact for question in self.ask for fact in question.facts)))),
            reasons=self.sought.reasons,
        )

    def _about(self, contact: Contact | None) -> str:
        attendee = self.sought.guest.attendee
        role, org = attendee.role, attendee.org
        if contact is not None:
            role = role or (contact.role if self._may_show(contact, "role") else None)
            org = org or (contact.org if self._may_show(contact, "org") else None)
        if at_least(self.sought.stage, StageCode.C):
            org = attendee.org  # whom one knows well needs no card
        about = ", ".join(at_a_glance(part) for part in (role, org) if part)
        look_for = self._say("look_for", what=at_a_glance(attendee.look_for)) if attendee.look_for else ""
        return " · ".join(filter(None, (about, look_for)))

    def _may_show(self, contact: Contact, part: str) -> bool:
        knowns = [known for known in known_about(contact, {}) if known.what == part]
        return any(may_say(known, self.sheet.destination) for known in knowns)

    def _lines(self, contact: Contact) -> Iterator[Line]:
        """The most useful first: a date of theirs near the event, their own words, what you both remember."""
        log = read_log(contact, self.sheet.language.now)
        facts = sorted((fact for fact in contact.facts if self._is_current(fact, log)), key=_newest, reverse=True)
        told = [fact for fact in facts if fact.source is Source.TOLD_ME]
        hooks = [fact for fact in told if fact.when and fact.id in self._named]
        quoted_first = [*hooks[:1], *[fact for fact in told if fact.quote]]
        said: set[str] = set()
        for fact in dict.fromkeys(quoted_first):
            yield from self._once(self._fact_line(fact), said)
        for entry in self._meetings(log):
            yield from self._once(self._quote_line(entry), said)
        for fact in told[:_MOST_LINES]:
            yield from self._once(self._fact_line(fact), said)
        for entry in self._meetings(log):
            yield from self._once(self._anchor_line(entry), said)
        for fact in facts:
            if fact.source is not Source.TOLD_ME:
                yield from self._once(self._fact_line(fact), said)

    def _is_current(self, fact: Fact, log: Evidence) -> bool:
        over = fact.until is not None and log.local_day(fact.until) < log.today
        shown = may_say(known_fact(fact), self.sheet.destination)
        return bool(shown) and not over and not is_avoided(log.contact, fact)

    def _fact_line(self, fact: Fact) -> Line:
        permission = may_say(known_fact(fact), self.sheet.destination)
        quote = fact.quote if permission.with_quote else None
        said = as_topic(fact, self.sheet.today)
        value = at_a_glance(said.value if said else fact.value)
        wanted = fact.field is FactField.CHALLENGES and is_need(value)
        field = FactField.WANTS_TO_MEET if wanted else fact.field
        pattern = self.sheet.language.words["brief"]["topic"][field.value] if said else "{what}"
        topic = pattern.format(what=value)
        what = quoted(at_a_glance(quote)) if quote else topic
        told = self._day(fact.date.day) if fact.date else ""
        ahead = self._day(fact.when.day) if fact.when and fact.id in self._named else ""
        if permission.mark:
            what = self._say("marked", mark=permission.mark, what=what)
        elif fact.source is Source.PUBLIC:
            what = self._say("public", what=what)
        elif ahead and told and not quote:
            return Line(self._say("dated", what=at_a_glance(fact.value), ahead=ahead, day=told), (fact.id,))
        elif told:
            what = self._say("told", what=what, day=told)
        if ahead:
            what = self._say("and_dated", said=what, what=at_a_glance(fact.value), ahead=ahead)
        return Line(what, (fact.id,))

    @property
    def _named(self) -> frozenset[str]:
        """Ids of the facts that put them on the page."""
        return frozenset(fact for reason in self.sought.reasons for fact in reason.facts)

    def _quote_line(self, entry: Entry) -> Line | None:
        avoided = self.sought.guest.contact is not None and avoids(self.sought.guest.contact, entry.quote)
        if not entry.quote or avoided or self.sheet.destination is Destination.DISCREET_BRIEF:
            return None
        return Line(
            self._say("told", what=quoted(at_a_glance(entry.quote)), day=self._day(entry.date.day)), (entry.id,)
        )

    def _anchor_line(self, entry: Entry) -> Line | None:
        contact = self.sought.guest.contact
        if not entry.anchor or contact is None or avoids(contact, entry.anchor):
            return None
        return Line(self._say("anchor", what=at_a_glance(entry.anchor)), (entry.id,))

    def _meetings(self, log: Evidence) -> list[Entry]:
        open_ones = [entry for entry in log.of_kind(*MEETINGS) if entry.sensitivity is Sensitivity.OPEN]
        return [*reversed(open_ones)][:2]

    def _listed(self) -> Iterator[Line]:
        """What is known in public, as it was noted on the list for this event."""
        attendee = self.sought.guest.attendee
        if attendee.public:
            yield Line(at_a_glance(attendee.public))

    def _promise(self, contact: Contact | None) -> Line | None:
        """What was promised leads, whatever else there would be to give."""
        if contact is None:
            return None
        log = read_log(contact, self.sheet.language.now)
        for promise in log.open_promises:
            if promise.sensitivity is Sensitivity.OPEN and promise.what:
                due = log.due_day(promise)
                what = at_a_glance(re.sub(r"^(?:I['’]ll|I will|to)\s+", "", promise.what))
                pattern = "promised_to_do" if self.sheet.language.is_action(what) else "promised"
                by = self._say("promised_by", day=self._day(due)) if due else ""
                return Line(f"{self._say(pattern, what=what)}{by}", (promise.id,))
        return None

    def _go_gently(self, contact: Contact) -> Iterator[str]:
        """That they have a hard time; one that is kept private is on no page."""
        log = read_log(contact, self.sheet.language.now)
        spared = log.active_until(EntryKind.HARD_TIME, self.sheet.settings.hard_time_days)
        if spared and all(entry.sensitivity is Sensitivity.OPEN for entry in log.of_kind(EntryKind.HARD_TIME)):
            yield self._say("go_gently")

    def _open_to_ask(self, contact: Contact) -> Iterator[str]:
        """An ask that is earned by now, in the user's own words."""
        me, sheet = self.sheet.me, self.sheet
        if me is None or not me.seeks or sheet.destination is Destination.DISCREET_BRIEF:
            return
        now, bar = sheet.language.now, me.trust_bar or TrustBar.NORMAL
        report = stage(contact, now, sheet.settings, bar, seeks=True)
        if "ripe" in report.flags and gate(contact, AskClass.A3, now, sheet.settings, trust_bar=bar).answer == ALLOW:
            yield self._say("open_to_ask", seeks=at_a_glance(me.seeks[0]))

    def _once(self, line: Line | None, said: set[str]) -> Iterator[Line]:
        """A line, unless it was said in other words before: a quote is often kept with fact and meeting."""
        if line is not None and (key := fold(line.text.split(",")[0])) not in said:
            said.add(key)
            yield line

    def _day(self, day: date) -> str:
        return self.sheet.language.short(day)

    def _say(self, pattern: str, **values: str) -> str:
        text: str = self.sheet.language.words["brief"][pattern]
        return text.format(**values)


def _newest(fact: Fact) -> tuple[bool, str, str]:
    """Their own words before a topic, then the newest."""
    return (bool(fact.quote), str(fact.date or ""), fact.id)
