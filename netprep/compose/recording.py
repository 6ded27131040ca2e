"""Writing down what passed between the user and a contact: ``log``, ``log --strike`` and ``sent``."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import field

from netprep.clock import Clock
from netprep.clock.said import read_moment
from netprep.compose.naming import describe, find_contact, find_event
from netprep.compose.records import typed_text
from netprep.errors import Ambiguous, DataError, NotFound, UsageError
from netprep.method.capture import Capture, CaptureError, CapturePart, Part, parse_capture
from netprep.method.deadlines import day_not_read
from netprep.method.topics import is_job, topic_problem
from netprep.model.codec import LONGEST_TEXT, Malformed, from_document
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.records import ENTRY_KEYS, Contact, Entry, Event, EventEntry, Fact, Struck
from netprep.model.text import clean
from netprep.model.words import EntryKind, EventEntryKind, FactField, Intent, Party
from netprep.store import Store, Writer
from netprep.writers.address import said_to_reader

_FACT_PARTS = {
    Part.NEED: FactField.CHALLENGES,
    Part.GOAL: FactField.GOALS,
    Part.INTEREST: FactField.INTERESTS,
    Part.WORKING_ON: FactField.WORKING_ON,
}
_TALLIED = frozenset(Intent) - {Intent.UNKNOWN}


@frozen
class LogRequest:
    """What ``netprep log`` was asked to write down.

    ``extra`` are the ``--set KEY=VALUE`` pairs, by key.
    """

    who: str
    text: str
    kind: EntryKind | None = None
    when: str | None = None
    event: str | None = None
    extra: Mapping[str, str] = field(default_factory=dict)
    new: bool = False


@frozen
class Logged:
    """What was written down, so that it can be said back."""

    contact: Contact
    is_new: bool
    entries: tuple[Entry, ...]
    facts: tuple[Fact, ...]
    event: Event | None
    warnings: tuple[str, ...]
    avoid: tuple[str, ...] = ()


def log(store: Store, request: LogRequest, clock: Clock, command: str) -> Logged:
    """Write down a line about somebody; a name that resembles nobody makes a new contact.

    Raises:
        Ambiguous: the name resembles somebody, and ``new`` was not said.
        UsageError: the line, the date, the kind or a ``--set`` pair cannot be read.
    """
    capture = _parse(request.text)
    known = _who(store, request)
    event = find_event(store, request.event) if request.event else None
    when = _when(request, event, clock)
    draft = _Drafting(request, capture, known, event, when, clock)
    if not capture.parts and not request.extra and request.kind is None:
        raise UsageError("There is nothing in it to write down.", hint="See: netprep log --help")
    entries, facts = draft.entries(), draft.facts()
    _check_references(known, entries)
    with store.step(command, clock.moment) as writer:
        contact = known or writer.put_card(Contact(name=_new_name(request.who)))
        avoid = tuple(part.text for part in capture.of(Part.AVOID) if part.text not in contact.avoid)
        if avoid:
            contact = writer.put_card(dataclasses.replace(contact, avoid=(*contact.avoid, *avoid)))
        entries = tuple(writer.append(contact.id, entry) for entry in entries)
        facts = tuple(writer.put_fact(contact.id, fact) for fact in facts)
        _tally(writer, event, capture, when)
    return Logged(
        contact, known is None, entries, facts, event, (*capture.warnings, *advice(facts, entries, contact.id)), avoid
    )


def resembling(store: Store, who: str) -> tuple[Contact, ...]:
    """Contacts whose name is so near to ``who`` that one of them may be meant."""
    return tuple(card for card, _ in store.contacts_like(who))


def strike(store: Store, entry_id: str, why: str, clock: Clock, command: str) -> tuple[Contact, Entry]:
    """Strike an entry: it stays in the log and no longer counts.

    Raises:
        NotFound: there is no such entry.
        DataError: it is struck already.
        UsageError: the reason is empty or far too long.
    """
    reason = typed_text(why)
    found = store.entry(entry_id)
    if found is None:
        raise NotFound(
            f"There is no entry “{entry_id}”.", hint="netprep contact show NAME lists entries with their ids."
        )
    owner, entry = found
    if entry.struck:
        raise DataError(f"Entry {entry_id} was struck on {entry.struck.date.day}: {entry.struck.why}")
    with store.step(command, clock.moment) as writer:
        writer.strike(entry_id, Struck(Moment(clock.today), reason))
    return find_contact(store, owner), entry


def _check_references(known: Contact | None, entries: tuple[Entry, ...]) -> None:
    ids = {entry.id for entry in known.log} if known else set()
    for entry in entries:
        if entry.of and entry.of not in ids:
            who = known.name if known else "this contact"
            raise NotFound(f"There is no entry “{entry.of}” of {who}.", hint="netprep contact show NAME lists them.")


def _parse(text: str) -> Capture:
    # Cleaned and measured first: a part that the notebook could not read back would lock it.
    text = clean(text)
    if len(text) > LONGEST_TEXT:
        raise UsageError(f"{len(text):,} characters are too many for one line; at most {LONGEST_TEXT:,} fit.")
    try:
        return parse_capture(text)
    except CaptureError as error:
        raise UsageError(
            str(error),
            hint="Parts: q: their words, n: need, g: goal, i: interest, w: working on, s: signal, "
            "p: promise of mine, a: anchor, m: wants more, y: why they came, x: avoid. Anything else is your note.",
        ) from None


def _who(store: Store, request: LogRequest) -> Contact | None:
    if request.new:
        return None
    try:
        return find_contact(store, request.who)
    except Ambiguous:
        raise
    except NotFound:
        alike = resembling(store, request.who)
        if alike:
            names = " or ".join(describe(card) for card in alike[:3])
            raise Ambiguous(
                f"“{request.who}” is nobody in the notebook, and resembles {names}.",
                hint="Say the id in brackets if that is who you mean, or add --new for somebody else.",
            ) from None
        return None


def _new_name(words: str) -> str:
    try:
        return from_document(Contact, {"name": words}).name
    except Malformed as error:
        raise UsageError(f"A contact cannot be called that: {error.reason}.") from None


def _when(request: LogRequest, event: Event | None, clock: Clock) -> Moment:
    if request.when:
        return read_moment(request.when, clock, prefer="past")
    if event is None:
        return Moment(clock.today)
    if event.starts.day > clock.today:
        raise UsageError(f"{event.name} has not taken place yet.", hint="Say when you spoke: --date yesterday")
    # Of an event that lasts several days nobody said which: today while it lasts, then its last day.
    last = event.ends.day if event.ends else event.starts.day
    return Moment(min(clock.today, last))


@frozen
class _Drafting:
    """A capture line on its way to entries and facts."""

    request: LogRequest
    capture: Capture
    known: Contact | None
    event: Event | None
    when: Moment
    clock: Clock

    def entries(self) -> tuple[Entry, ...]:
        return (*self._main(), *self._promises(), *self._signals())

    def facts(self) -> tuple[Fact, ...]:
        day = Moment(self.when.day)
        return tuple(
            Fact(field=_FACT_PARTS[part.part], value=part.text, date=day)
            for part in self.capture.parts
            if part.part in _FACT_PARTS
        )

    def _main(self) -> Iterator[Entry]:
        quotes, anchors = self._texts(Part.QUOTE), self._texts(Part.ANCHOR)
        notes = " | ".join(self._texts(Part.TEXT) + self._unsorted_reasons())
        wants = [part.wants_more for part in self.capture.of(Part.WANTS_MORE) if part.wants_more]
        kind = self._kind(bool(quotes or anchors or notes or wants or self.request.extra))
        if kind is None:
            return
        document: dict[str, object] = {"kind": kind.value, "date": str(self.when), **self.request.extra}
        parts = {
            "event": self.event.id if self.event else None,
            "quote": quotes[0] if quotes else None,
            "anchor": "; ".join(anchors) or None,
            "wants_more": wants[-1].value if wants else None,
            "text": notes or None,
        }
        for key, value in parts.items():
            if value is not None:
                document[self._key_for(kind, key)] = value
        yield self._entry(document)
        for quote in quotes[1:]:
            yield self._entry({"kind": kind.value, "date": str(self.when), "quote": quote})

    def _kind(self, needs_entry: bool) -> EntryKind | None:
        """Which kind the line is; None where it only holds facts, promises or signals."""
        if self.request.kind:
            return self.request.kind
        if self.event or self.known is None or not (self.known.log or self.known.facts):
            return EntryKind.MET
        if not needs_entry:
            return None
        raise UsageError(
            f"You know {self.known.name} already: how did you come by this?",
            hint="Add --kind one_to_one --set minutes=30, --kind message_in, --event EVENT, or another kind.",
        )

    def _key_for(self, kind: EntryKind, key: str) -> str:
        """The key of this kind that holds what was captured: a message has a gist, not a quote."""
        keys = ENTRY_KEYS[kind] | {"event", "text"}
        if key not in keys and key in ("quote", "text") and "gist" in keys:
            return "gist"
        if key not in keys:
            letter = {"quote": "q", "anchor": "a", "wants_more": "m"}[key]
            raise UsageError(
                f"An entry of kind {kind.value} has no place for {letter}:.", hint="Log it with --kind met."
            )
        return key

    def _promises(self) -> Iterator[Entry]:
        for part in self.capture.of(Part.PROMISE):
            due = self._due(part)
            yield Entry(
                kind=EntryKind.PROMISE,
                date=Moment(self.when.day),
                event=self.event.id if self.event else None,
                by=Party.ME,
                what=part.text if due else part.whole,
                due=due,
            )

    def _due(self, part: CapturePart) -> Moment | None:
        """The day of a promise; None where its words are no date: that is no reason to lose the line."""
        if part.when_said is None:
            return None
        try:
            return Moment(read_moment(part.when_said, self._clock_then()).day)
        except UsageError:
            return None

    def _clock_then(self) -> Clock:
        """The clock of the day the promise was made: "by friday" means the Friday after it."""
        then = self.clock.now.replace(year=self.when.day.year, month=self.when.day.month, day=self.when.day.day)
        return Clock(then)

    def _signals(self) -> Iterator[Entry]:
        for text in self._texts(Part.SIGNAL):
            event = self.event.id if self.event else None
            yield Entry(kind=EntryKind.SIGNAL, date=Moment(self.when.day), event=event, quote=text)

    def _texts(self, part: Part) -> list[str]:
        return [each.text for each in self.capture.of(part)]

    def _unsorted_reasons(self) -> list[str]:
        return [f"came for: {part.text}" for part in self.capture.of(Part.WHY_CAME) if not _intent(part)]

    def _entry(self, document: dict[str, object]) -> Entry:
        try:
            return from_document(Entry, document)
        except Malformed as error:
            raise UsageError(f"This cannot be logged: {error}.", hint="See: netprep log --help") from None


def _intent(part: CapturePart) -> Intent | None:
    word = part.text.strip().lower()
    return next((intent for intent in _TALLIED if intent.value == word), None)


def _tally(writer: Writer, event: Event | None, capture: Capture, when: Moment) -> None:
    """Count why people came in the event's own log, where their reason is one of the words for it."""
    intents = [intent for part in capture.of(Part.WHY_CAME) if (intent := _intent(part))]
    if event is None or not intents:
        return
    day = Moment(when.day)
    entries = (EventEntry(kind=EventEntryKind.INTENT, date=day, value=intent, count=1) for intent in intents)
    writer.put_event(dataclasses.replace(event, log=(*event.log, *entries)))


def advice(facts: tuple[Fact, ...], entries: tuple[Entry, ...], who: str = "NAME") -> Iterator[str]:
    """What would make facts and entries read better in a note."""
    for fact in facts:
        problem = topic_problem(fact.value, goal=fact.field is FactField.GOALS)
        if problem is not None:
            better = f": “{problem.suggestion}”" if problem.suggestion else ""
            yield f"“{fact.value}”: {problem.problem}{better}. (netprep contact edit)"
        if fact.field is FactField.WORKING_ON and is_job(fact.value):
            yield f"“{fact.value}” is a job, not what they work on; it belongs to: netprep contact edit {who} (role)"
    for entry in entries:
        if entry.kind is EntryKind.PROMISE and entry.due is None and (said := day_not_read(entry.what or "")):
            yield f"No day was read from “{said}”, so the promise has none. (netprep undo)"
    promised = (entry.what for entry in entries if entry.kind is EntryKind.PROMISE)
    for text in (*(fact.value for fact in facts), *(entry.anchor for entry in entries), *promised):
        if text and said_to_reader(text) is None:
            yield f"“{text}” does not say who is meant; write it as you would say it to them."
