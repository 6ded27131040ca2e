"""Which questions to ask somebody: the few that suit where things stand.

Prepare few and train the second one (Huang and others 2017, grade B-; the cap of four after a
trainer's account, grade D). Each set for a person has one question that goes deeper (Kardas, Kumar
and Epley 2021, grade B). Which category moves a relationship on follows Misner's VCP process (grade
D). The same notebook always gives the same set.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from string import Formatter

from netprep.method.question_case import Candidate, Situation, Wish
from netprep.model.questions import AskedOf, Bank, Category, Offered, Question, Unless
from netprep.model.words import FactField, StageCode
from netprep.settings.method import MethodSettings

OPENERS = frozenset({Category.A, Category.B, Category.I})
"""Categories a stranger can be asked from."""
_LIFTING = {
    StageCode.I: frozenset("AIBCG"),
    StageCode.V: frozenset("CDEFHL"),
    StageCode.C: frozenset("HK"),
    StageCode.P: frozenset("FHK"),
}
"""Which categories help from a stage to the next one."""
_TELLING = frozenset({"plan", "talk", "public_words", "public_line", "public_work", "when_told", "host", "speaker"})
"""What makes a question one for them or for this room alone: what became of it, what they said, who speaks."""
_TENDER = frozenset({Category.D, Category.E})
"""What is not asked in a hard time."""
_DEEPEST_THEN = 2
"""How deep a question may go in a hard time."""
_SAME_TO_STRANGERS = {Category.I: Category.A, Category.C: Category.B}
"""To one new person one of opening and event, and one of craft and work, are enough."""

Accept = Callable[[Candidate], bool]
"""Whether a question may be asked as it reads: the guard's word."""


def choose(
    bank: Bank, situation: Situation, wish: Wish, settings: MethodSettings, accept: Accept
) -> tuple[Offered, ...]:
    """The questions to offer: what rests on something they said first, then what closes a gap.

    No two of one category or about one thing, no two for one gap while there is another, and at most
    one that goes deeper.

    Args:
        bank: all questions.
        situation: whom they are for.
        wish: how many, and of which sort.
        settings: the method's numbers.
        accept: refuses a candidate as it reads.
    """
    chooser = _Chooser(bank, situation, wish, settings, accept)
    return tuple(chooser.offered(candidate) for candidate in chooser.chosen())


def is_answered(question: Question, situation: Situation) -> bool:
    """Whether the log already has what the question would bring (Q09)."""
    if Unless.ADDRESS in question.unless and situation.has_address:
        return True
    return bool(question.closes) and not any(about in situation.gaps for about in question.closes)


def slots_of(wording: str) -> tuple[str, ...]:
    """The names of the slots of a wording."""
    return tuple(name for _, name, _, _ in Formatter().parse(wording) if name)


def fill(wording: str, slots: Mapping[str, str]) -> str:
    """A wording with its slots filled; what fills them is never read as a slot."""
    return "".join(text + (slots[name] if name else "") for text, name, _, _ in Formatter().parse(wording))


@dataclass(frozen=True)
class _Chooser:
    """One choice, with all it goes by."""

    bank: Bank
    situation: Situation
    wish: Wish
    settings: MethodSettings
    accept: Accept

    def chosen(self) -> list[Candidate]:
        taken: list[Candidate] = []
        for each_gap_once in (True, False):
            for candidate in self._ranked:
                if len(taken) >= self.wish.n:
                    break
                again = each_gap_once and self._gap(candidate) in {self._gap(each) for each in taken} - {None}
                if not again and not self._clashes(candidate, taken) and self.accept(candidate):
                    taken.append(candidate)
        if self.wish.one_deep and len(taken) > 1 and not any(each.is_deep for each in taken):
            taken = self._with_one_deep(taken)
        return sorted(taken, key=self._place)

    def offered(self, candidate: Candidate) -> Offered:
        question, filling = candidate.question, candidate.filling
        stems = self.bank.moves.get(question.follow, ()) if question.follow else ()
        stem = min(stems, key=lambda text: self._hash(f"{question.id}|{text}"), default=None)
        return Offered(
            id=question.id,
            text=candidate.text,
            category=question.category,
            depth=question.depth,
            because=filling.because if filling else None,
            then=question.then or stem,
            facts=filling.facts if filling else (),
            to=question.to,
        )

    @cached_property
    def _ranked(self) -> list[Candidate]:
        fitting = (question for question in self.bank.questions if self._fits(question))
        return sorted((each for question in fitting for each in self._filled(question)), key=self._rank)

    def _fits(self, question: Question) -> bool:
        situation, wish = self.situation, self.wish
        at_stage = situation.stage in question.stages or (question.dormant and situation.is_dormant)
        in_room = situation.at_event or not question.here
        of_room = not question.event_types or situation.event_type in question.event_types
        to_them = question.to in (AskedOf.ANYONE, situation.role)
        of_sort = not wish.categories or question.category in wish.categories
        sayable = question.low_key or not wish.low_key
        earned = question.ask is None or question.ask in situation.may_ask
        tender = question.category in _TENDER or question.depth > _DEEPEST_THEN
        new = question.id not in situation.asked and not is_answered(question, situation)
        fits = at_stage and in_room and of_room and to_them and of_sort and sayable and earned and new
        return fits and not (tender and situation.is_spared)

    def _filled(self, question: Question) -> Iterator[Candidate]:
        """Every way to fill a question: of its wordings the first that a thing known can fill."""
        room, used = self.situation.room, set()
        for wording in question.text:
            named = frozenset(slots_of(wording))
            needed = named - room.keys()
            if not needed:
                yield Candidate(question, fill(wording, room), None, named)
                return
            for number, filling in enumerate(self.situation.fillings):
                if number not in used and needed <= filling.slots.keys():
                    used.add(number)
                    yield Candidate(question, fill(wording, {**room, **filling.slots}), filling, named)

    def _rank(self, candidate: Candidate) -> tuple[object, ...]:
        """What comes first: smaller is better. Equals are told apart by a hash, so that it repeats."""
        question, situation, wish = candidate.question, self.situation, self.wish
        purposes = set(question.purposes)
        return (
            not purposes & set(wish.purposes),
            candidate.is_deep and not wish.one_deep,
            question.to is AskedOf.ANYONE and "plan" not in candidate.slots,
            self._order_for_sleepers(question),
            not candidate.is_grounded,
            not candidate.slots & _TELLING,
            not candidate.is_grounded and question.id in wish.used,
            not self._learns_from(question),
            not self._lifts(question),
            not purposes & set(situation.purposes),
            -self._weight(candidate),
            "shared_activity" not in candidate.slots,
            self._hash(f"{question.id}|{candidate.text}"),
        )

    def _order_for_sleepers(self, question: Question) -> int:
        """For a sleeping tie: what has changed since, then something to learn, then the rest."""
        if not self.situation.is_dormant or question.dormant:
            return 0
        return 1 if question.category is Category.J else 2

    def _lifts(self, question: Question) -> bool:
        if self.situation.looks_up and question.category is Category.J:
            return True
        if question.lifts:
            return self.situation.stage in question.lifts
        return question.category.value in _LIFTING[self.situation.stage]

    def _weight(self, candidate: Candidate) -> float:
        if candidate.filling and candidate.is_grounded:
            return candidate.filling.weight
        gap = self._gap(candidate)
        return self.situation.gaps[gap] if gap else 0.0

    def _gap(self, candidate: Candidate) -> FactField | None:
        """The most useful field that the answer would fill."""
        closes = [about for about in self.situation.gaps if about in candidate.question.closes]
        return max(closes, key=lambda about: self.situation.gaps[about], default=None)

    def _clashes(self, candidate: Candidate, taken: Sequence[Candidate]) -> bool:
        """Whether a set has one of the same category, about the same thing, or as deep as it may go."""
        family = self._family(candidate)
        if any(self._family(each) == family or _same_thing(each, candidate) for each in taken):
            return True
        return candidate.is_deep and sum(each.is_deep for each in taken) >= self.settings.deep_questions_a_set

    def _family(self, candidate: Candidate) -> Category:
        category = candidate.question.category
        if self.situation.stage is not StageCode.I or self.wish.categories:
            return category
        return _SAME_TO_STRANGERS.get(category, category)

    def _with_one_deep(self, taken: list[Candidate]) -> list[Candidate]:
        """The same set with one question that goes deeper, in the place of the last general one."""
        general = [each for each in taken if not each.is_grounded]
        if not general:
            return taken
        kept = [each for each in taken if each is not general[-1]]
        deep = (each for each in self._ranked if each.is_deep and not self._clashes(each, kept))
        found = next((each for each in deep if self.accept(each)), None)
        return [*kept, found] if found else taken

    def _place(self, candidate: Candidate) -> tuple[object, ...]:
        """Where a question stands in its set: their own things first, the easy before the deep, a closing last."""
        question = candidate.question
        opening = question.category.value if self.wish.categories else ""
        is_last = question.category is Category.L
        return (is_last, not candidate.is_grounded, not self._learns_from(question), opening, question.depth)

    def _learns_from(self, question: Question) -> bool:
        """Whether it is one for somebody to learn from, a speaker or somebody further along, and so are they."""
        return self.situation.looks_up and question.category is Category.J

    def _hash(self, text: str) -> str:
        return hashlib.sha256(f"{self.wish.variety}|{text}".encode("utf-8", "surrogatepass")).hexdigest()


def _same_thing(one: Candidate, other: Candidate) -> bool:
    if one.filling is None or other.filling is None:
        return False
    return one.filling is other.filling or bool(set(one.filling.facts) & set(other.filling.facts))
