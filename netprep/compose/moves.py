"""From material to moves: what each kind of follow-up is made of, in order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netprep.compose.door import OFFERING, Door
from netprep.compose.material import Material
from netprep.method.cadence import Due
from netprep.method.windows import needs_late_clause
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.plan import GateAnswer, Move, MoveName, Role
from netprep.model.records import Entry, Fact
from netprep.model.words import EntryKind, FollowupKind, Form, Source, WantsMore
from netprep.settings.method import MethodSettings
from netprep.writers.address import said_to_reader
from netprep.writers.language import Language, bare_quote

_MOST_PROMISES = 2
_TALKS = {"coffee": "coffee", "lunch": "lunch", "call": "call", "video": "video call", "walk": "walk"}
_RECEIVED = {
    "advice": "advice",
    "intro": "introduction",
    "referral": "referral",
    "business": "business",
    "endorsement": "kind word",
    "info": "information",
    "invitation": "invitation",
}


@frozen
class Wanted:
    """What the user asked of this note."""

    kind: FollowupKind
    form: Form
    due: Due | None
    own_words: str | None
    require_own_words: bool
    ask: str | None
    gate: GateAnswer
    needs_reason: bool = False


@frozen
class MoveMaker:
    """Makes the moves of one note."""

    material: Material
    wanted: Wanted
    language: Language
    method: MethodSettings

    def moves(self) -> tuple[Move, ...]:
        """The moves in the order they are said: a promise leads, my name ends."""
        promises = [*self._promises()]
        if self.wanted.needs_reason and not promises and not self.wanted.own_words:
            body = [*self._question([]), self._gap_of_reason()]
        elif self.material.is_spared:
            body = [*promises, *self._in_a_hard_time()]
        else:
            body = [*promises, *self._body()]
        last = [Move(MoveName.CLOSING, Role.COURTESY)] if self.material.is_spared else [*self._last(body)]
        if not body and not self.material.is_spared and not any(map(_is_about_something, last)):
            body = [self._gap_of_memory()]
        return (self._greeting(), *body, *self._own_words(), *self._ask(), *last, *self._sign_off())

    def _in_a_hard_time(self) -> Iterator[Move]:
        """Nothing is asked and nothing offered; a kind word is the user's own, where the hard time is no secret."""
        told = [entry for entry in self.material.log if entry.kind is EntryKind.HARD_TIME]
        if not told:
            yield from self._shared()
        elif not self.wanted.own_words:
            yield _gap('a kind word of your own: --own-words "..."')

    def _body(self) -> Iterator[Move]:
        kind = self.wanted.kind
        if kind in (FollowupKind.FIRST_NOTE, FollowupKind.PROMISE_KEPT, FollowupKind.NOT_YET):
            yield from self._shared()
            yield from self._give()
        elif kind is FollowupKind.CONNECT:
            if self.material.met is None:
                yield self._gap_of_memory()
                return
            yield from self._shared()
            yield Move(MoveName.CONNECT, Role.OFFER)
        elif kind is FollowupKind.OFFER_TO_MEET:
            yield from self._their_words()
        elif kind is FollowupKind.NUDGE:
            yield from self._give() if self._has_new_give() else (self._gap_of_give(),)
        elif kind in (FollowupKind.THANKS, FollowupKind.LATE_THANKS, FollowupKind.CLOSE_LOOP):
            yield from self._thanks()
        elif kind is FollowupKind.HOOK:
            yield from self._hook()
            yield from self._give()
        else:
            yield from self._hello()

    def _last(self, body: list[Move]) -> Iterator[Move]:
        """The open door and the one question; a note with an ask or a question in it has no more."""
        asks_already = self.wanted.ask or any(
            move.role is Role.QUESTION or (move.name is MoveName.THANKS and move.values["received"]) for move in body
        )
        kind = self.wanted.kind
        if any(move.name is MoveName.GAP for move in body) and self.wanted.needs_reason:
            return
        asks_to_give = any(move.name is MoveName.GIVE and move.role is Role.QUESTION for move in body)
        if kind in OFFERING and not self.wanted.ask and not asks_to_give:
            door = [*self._open_door(body)]
            yield from door
            body = [*body, *door]
        if kind in (FollowupKind.NUDGE, FollowupKind.CHECK_IN) or (kind is FollowupKind.HOOK and not asks_already):
            yield Move(MoveName.CLOSING, Role.COURTESY)
        elif kind not in (FollowupKind.CONNECT, FollowupKind.CLOSE_LOOP, FollowupKind.LATE_THANKS) and not asks_already:
            yield from self._question(body)

    def _greeting(self) -> Move:
        contact = self.material.contact
        formal = contact.address == "formal"
        called = self.language.formal_name if formal else self.language.first_name
        reader = called(contact.name) if formal or not contact.nickname else contact.nickname
        return Move(MoveName.GREETING, Role.COURTESY, (), {"reader": reader, "formal": formal})

    def _sign_off(self) -> Iterator[Move]:
        """My name, where the notebook knows it; a note without one is signed by hand."""
        if self.material.me is not None:
            yield Move(MoveName.SIGN_OFF, Role.COURTESY, (), {"me": self._me_name(self.material.me.name)})

    def _me_name(self, name: str) -> str:
        return name if self.material.contact.address == "formal" else self.language.first_name(name)

    def _promises(self) -> Iterator[Move]:
        """Every note that is not a bare hello keeps or names what was promised, the soonest first."""
        for entry in self.material.promises[:_MOST_PROMISES]:
            item = self.material.items.get(entry.item or "")
            late = bool(entry.due and entry.due.day < self.material.clock.today)
            what = said_to_reader(_as_said(entry.what or (item.title if item else "")))
            if not what:
                yield _gap(f"the promise “{entry.what}”, as you would say it to them")
                continue
            values = {
                "what": what,
                "due": entry.due,
                "url": item.url if item else None,
                "action": self.language.is_action(what),
                "late": late,
            }
            yield Move(MoveName.PROMISE, Role.OFFER, _ids(entry.id, item.id if item else None), values)
            if late and not (item and item.url) and not self.wanted.own_words:
                name = self.material.contact.name
                yield _gap(f'when it will be there: netprep followup "{name}" --own-words "You will have it by ..."')

    def _shared(self) -> Iterator[Move]:
        met = self.material.met
        if met is None:
            return
        if self._is_late(met):
            yield Move(MoveName.LATE, Role.COURTESY)
        anchor = self.material.anchor
        values = {
            "anchor": anchor,
            "clause": bool(anchor and self.language.is_clause(anchor)),
            "event": self._event_name(),
            "met": self._met_at(met),
        }
        yield Move(MoveName.ANCHOR, Role.FACT, _ids(met.id, met.event), values)
        yield from self._their_words()
        if not (anchor or self.material.quote or self.material.topics):
            yield self._gap_of_memory()

    def _their_words(self) -> Iterator[Move]:
        material = self.material
        topic = self._topic()
        if material.quote:
            values = {"quote": bare_quote(material.quote), "topic": None}
            yield Move(MoveName.THEIR_WORDS, Role.FACT, _ids(material.quote_id), values)
        elif topic and topic.source is Source.TOLD_ME and not material.anchor:
            yield Move(MoveName.THEIR_WORDS, Role.FACT, (topic.id,), {"quote": None, "topic": topic.value})

    def _give(self) -> Iterator[Move]:
        give = self.material.give
        if give is None:
            return
        promised = {entry.item for entry in self.material.promises}
        on_card = self.wanted.form is Form.CARD and give.move.role is Role.OFFER and give.move.values["url"]
        second_ask = self.wanted.ask and give.move.role is Role.QUESTION
        # Nobody writes a link by hand, and a note asks one thing.
        if give.match.candidate.id not in promised and not on_card and not second_ask:
            yield give.move

    def _has_new_give(self) -> bool:
        """Whether there is something to give, and not only to offer."""
        return self.material.give is not None and self.material.give.is_given

    def _thanks(self) -> Iterator[Move]:
        entry = self._entry_to_thank_for()
        if entry is None:
            name = self.material.contact.name
            yield _gap(f'what you want to thank for: netprep followup "{name}" --own-words "Thank you for ..."')
            return
        received = entry.kind is EntryKind.RECEIVED
        thing = _RECEIVED.get(entry.what or "", "help") if received else _TALKS.get(entry.form or "", "conversation")
        values = {"thing": thing, "topic": entry.topic, "day": entry.date, "received": received}
        yield Move(MoveName.THANKS, Role.FACT, (entry.id,), values)
        if (self.material.clock.today - entry.date.day).days > self.method.connect_days:
            yield Move(MoveName.LATE, Role.COURTESY)
        if self.wanted.kind is FollowupKind.CLOSE_LOOP:
            if not self.wanted.own_words:
                name = self.material.contact.name
                yield _gap(f'what came of it: netprep followup "{name}" --own-words "..."')
        elif not received:
            yield from self._their_words()

    def _entry_to_thank_for(self) -> Entry | None:
        named = set(self.wanted.due.entries) if self.wanted.due else set()
        log = self.material.log
        for entry in reversed(log):
            if entry.id in named and entry.kind in (EntryKind.RECEIVED, EntryKind.ONE_TO_ONE):
                return entry
        thankable = [entry for entry in log if entry.kind in (EntryKind.RECEIVED, EntryKind.ONE_TO_ONE)]
        return max(thankable, key=lambda entry: entry.date.day, default=None)

    def _hook(self) -> Iterator[Move]:
        fact = self._hook_fact()
        if fact is None or fact.when is None:
            yield from self._hello()
            return
        past = fact.when.day < self.material.clock.today
        values = {"topic": fact.value, "day": fact.when, "past": past}
        yield Move(MoveName.HOOK, Role.QUESTION if past else Role.COURTESY, (fact.id,), values)

    def _hook_fact(self) -> Fact | None:
        named = set(self.wanted.due.facts) if self.wanted.due else set()
        dated = [fact for fact in self.material.topics if fact.when]
        ahead = [fact for fact in dated if fact.when and fact.when.day >= self.material.clock.today]
        return next((fact for fact in dated if fact.id in named), None) or min(
            ahead, key=lambda fact: fact.when.day if fact.when else self.material.clock.today, default=None
        )

    def _hello(self) -> Iterator[Move]:
        met = self.material.met
        touch, today = self.material.last_touch, self.material.clock.today
        apart = bool(touch and (today - touch).days > self.method.one_to_one_days)
        # A later meeting that is kept private makes "we last spoke" untrue.
        apart = apart and met is not None and self.material.last_two_way_day == met.date.day
        long_ago = self.wanted.kind is FollowupKind.RECONNECT and met is not None and apart
        values = {"met": Moment(met.date.day) if met else None, "long_ago": long_ago}
        yield Move(MoveName.CHECK_IN, Role.COURTESY, _ids(met.id if met and long_ago else None), values)
        if long_ago:
            yield from self._their_words()

    def _open_door(self, body: list[Move]) -> Iterator[Move]:
        met = self.material.met
        if self.wanted.form is Form.LINKEDIN_NOTE or (met and met.wants_more is WantsMore.NO):
            return
        door = Door(self.material, self.language, self.method)
        if shared := next(door.about_shared(self.wanted.kind, body), None):
            yield shared
        else:
            yield door.about(self._topic() if self.wanted.kind is FollowupKind.OFFER_TO_MEET else None)

    def _question(self, body: list[Move]) -> Iterator[Move]:
        used = {fact for move in body for fact in move.facts if move.role is not Role.COURTESY}
        topic = next((fact for fact in self.material.topics if fact.id not in used), None)
        if topic is None:
            return
        today = self.material.clock.today
        past = bool(topic.when and topic.when.day < today)
        values = {"topic": topic.value, "field": topic.field.value, "past": past}
        yield Move(MoveName.QUESTION, Role.QUESTION, (topic.id,), values)

    def _own_words(self) -> Iterator[Move]:
        if self.wanted.own_words:
            yield Move(MoveName.OWN_WORDS, Role.YOURS, (), {"words": self.wanted.own_words})
        elif self.wanted.require_own_words:
            yield _gap('a sentence only you could write: --own-words "..."')

    def _ask(self) -> Iterator[Move]:
        if self.wanted.ask:
            yield Move(MoveName.ASK, Role.YOURS, (), {"words": self.wanted.ask})

    def _topic(self) -> Fact | None:
        return next(iter(self.material.topics), None)

    def _event_name(self) -> str | None:
        return self.material.event.name if self.material.event else None

    def _met_at(self, met: Entry) -> Moment:
        """When we met: the event's start where it was that day, so that an evening is "last night"."""
        event = self.material.event
        if event and met.event == event.id and event.starts.day == met.date.day:
            return event.starts
        return met.date

    def _is_late(self, met: Entry) -> bool:
        written = any(
            entry.kind is EntryKind.MESSAGE_OUT and entry.date.day >= met.date.day for entry in self.material.log
        )
        first = self.wanted.kind is FollowupKind.FIRST_NOTE and not written
        return first and needs_late_clause(met, self.material.event, self.material.clock.now, self.method)

    def _gap_of_memory(self) -> Move:
        met, event = self.material.met, self.material.event
        at = f" --event {event.id}" if event else f" --kind met --date {met.date.day}" if met else ""
        name = self.material.contact.name
        return _gap(f'one thing only the two of you remember: netprep log "{name}"{at} "a: ... | q: their words"')

    def _gap_of_reason(self) -> Move:
        name = self.material.contact.name
        return _gap(f'a reason to write, such as news of theirs: netprep log "{name}" --kind message_in "..."')

    def _gap_of_give(self) -> Move:
        return _gap("something new and useful to them: netprep library add link_doc TITLE --url URL --topic TOPIC")


def subject_values(material: Material, moves: tuple[Move, ...], language: Language) -> dict[str, object]:
    """What a subject line can be made of: the first of promise, thanks, memory, topic and event."""
    promise = next((move.values for move in moves if move.name is MoveName.PROMISE), None)
    thanks = next((move.values for move in moves if move.name is MoveName.THANKS), None)
    anchor = material.anchor if any(move.name is MoveName.ANCHOR for move in moves) else None
    said = {fact for move in moves for fact in move.facts}
    lead = next((move for move in moves if move.name is MoveName.HOOK or _is_about_something(move)), None)
    topic = next((fact for fact in material.topics if fact.id in (lead.facts if lead else said)), None)
    met_there = any(move.name is MoveName.ANCHOR for move in moves)
    return {
        "promise": promise["what"] if promise and not promise["action"] else None,
        "url": bool(promise and promise["url"]),
        "anchor": anchor if anchor and not language.is_clause(anchor) else None,
        "topic": (lead and lead.values.get("event")) or (topic.value if topic else None),
        "event": material.event.name if material.event and met_there else None,
        "thing": thanks["thing"] if thanks else None,
    }


def _is_about_something(move: Move) -> bool:
    return move.name is MoveName.OFFER_TO_MEET and bool(move.values["topic"])


_LED_IN = re.compile(r"(?:that )?(?:i(?:['’](?:ll|d)| will| would| shall)|to|will) (?=\S)", re.IGNORECASE)


def _as_said(what: str) -> str:
    """A promise without "I will" or "to" before it: "I'd send the plan" is "send the plan"."""
    return _LED_IN.sub("", what, count=1) if _LED_IN.match(what) else what


def _gap(missing: str) -> Move:
    return Move(MoveName.GAP, Role.GAP, (), {"missing": missing})


def _ids(*ids: str | None) -> tuple[str, ...]:
    return tuple(each for each in ids if each)
