"""The guard's rules as people and programs are shown them: ``netprep rules``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from netprep.errors import NotFound
from netprep.exchange.rule_file import parse_acts, parse_rule
from netprep.exchange.source import read_bytes
from netprep.guard.book import PACK, Rule, book, rule_of
from netprep.guard.silence import find_rule, nearest_rule
from netprep.model.codec import to_document
from netprep.model.frozen import frozen
from netprep.model.rules import ActFile, Category, Does, RuleFile, RuleKind
from netprep.model.words import StageCode

OURS = "netprep"
_GRADES = {
    "A": "large field evidence close to our use",
    "B": "good experiments in another setting",
    "C": "observations, a survey or a vendor's data",
    "D": "experienced people say so, no test found",
}
_LEVELS = {"error": "error: it cannot go out so", "warn": "warn: better otherwise", "info": "info: good to know"}
_KINDS = {
    RuleKind.EXISTENCE: "words and speech acts",
    RuleKind.COUNT: "how often words or speech acts come",
    RuleKind.RATIO: "in how many of the sentences words or speech acts come",
    RuleKind.ABSENCE: "whether words or speech acts are missing",
    RuleKind.SEQUENCE: "the order of speech acts",
    RuleKind.COMBINATION: "what comes together",
    RuleKind.GROUNDING: "what is said, held against what you know",
    RuleKind.HISTORY: "what is said, held against what passed between you",
    RuleKind.PYTHON: "the text, by a program of its own",
}
_DOES = {
    Does.ASK: "asks for something",
    Does.PITCH: "offers or sells",
    Does.PRESSURE: "presses for an answer",
    Does.CLAIM: "claims something of the writer's own work",
    Does.SELF: "speaks of the writer",
    Does.PRAISE: "praises",
    Does.THANKS: "thanks",
    Does.NEWS: "takes up the reader's news",
    Does.MEMORY: "recalls something shared",
    Does.GIVE: "gives something",
    Does.OFFER: "offers help",
    Does.REPORT: "reports what came of something",
    Does.ANSWER: "answers the reader",
    Does.COURTESY: "is a courtesy",
    Does.OUT: "makes a no easy",
}


@frozen
class ShownRule:
    """A rule with whose it is: ``netprep``, ``yours``, or a plugin's name."""

    rule: Rule
    owner: str
    file: RuleFile | None = None

    @property
    def level(self) -> str:
        """How much a finding matters, in a word."""
        return self.rule.level.value

    def lines(self) -> Iterator[tuple[str, str]]:
        """What there is to know of the rule, each with its title."""
        rule, file = self.rule, self.file
        yield "Instead", rule.suggestion
        yield "Level", _LEVELS[self.level] + ("; it condemns a text by itself" if rule.hard else "")
        if file:
            yield "Looks at", looks_at(file)
        if rule.source:
            yield "Source", rule.source
        if rule.grade in _GRADES:
            yield "How sure", f"grade {rule.grade}, {_GRADES[rule.grade]}"
        if self.owner != OURS:
            yield "From", "your own rules" if self.owner == "yours" else f"the plugin {self.owner}"

    def how_to_silence(self) -> tuple[str, ...]:
        """What to write to keep the rule quiet; why that cannot be where it cannot."""
        code = self.rule.code
        if self.rule.always:
            return ("It cannot be silenced.",)
        if self.rule.category in (Category.QUESTION, Category.GOAL, Category.PLAN):
            return ("It reads questions, goals and plans, not texts, so there is nothing to silence it in.",)
        return (
            f'Silence it in the sentence that follows: <!-- netprep: ignore {code} reason="..." -->',
            f'Silence it in all texts: netprep config set silenced_rules.{code} "your reason"',
        )


@frozen
class ShownAct:
    """A speech act: its name, what somebody does with it, and a text that has it."""

    name: str
    does: Does
    size: str | None
    example: str

    @property
    def about(self) -> str:
        """What it is, in words."""
        size = f" ({self.size})" if self.size else ""
        return _DOES[self.does] + size + (f": {' '.join(self.example.split())}" if self.example else "")


def looks_at(file: RuleFile) -> str:
    """What a rule looks at, in words."""
    parts = [_KINDS[file.kind]]
    if file.phrases:
        parts.append(f"{len(file.phrases)} phrase{'s' if len(file.phrases) > 1 else ''}")
    named = (*file.acts, *file.steps, *file.all_of, *file.any_of)
    if named:
        parts.append(f"named here: {', '.join(named)}")
    if file.scope:
        parts.append(f"in: {', '.join(scope.value for scope in file.scope)}")
    if file.forms:
        parts.append(f"only as {', '.join(form.value for form in file.forms)}")
    if file.below:
        stage = StageCode(file.below)
        parts.append(f"below the stage {stage.label} ({stage.value}), unless they asked")
    return "; ".join(parts)


def all_rules(packs: Sequence[tuple[str, RuleFile]]) -> tuple[ShownRule, ...]:
    """Every rule, by category and code: built in, then the user's own and those of plugins."""
    found = [ShownRule(rule, OURS) for rule in book().rules.values()]
    found += [_of_pack(owner, file) for owner, file in packs]
    order = list(Category)
    return tuple(sorted(found, key=lambda shown: (order.index(shown.rule.category), shown.rule.code)))


def find_shown(name: str, packs: Sequence[tuple[str, RuleFile]]) -> ShownRule:
    """The rule with a code or a readable name, with what its file says.

    Raises:
        NotFound: there is none; the nearest is named.
    """
    theirs = {file.code: _of_pack(owner, file) for owner, file in packs}
    rules = {code: shown.rule for code, shown in theirs.items()}
    rule = find_rule(name, rules)
    if rule is None:
        near = nearest_rule(name, rules)
        raise NotFound(
            f"There is no rule “{name}”.", hint=f"Did you mean {near}?" if near else "See: netprep rules list"
        )
    return theirs.get(rule.code) or ShownRule(rule, OURS, _file_of(rule.code))


def _of_pack(owner: str, file: RuleFile) -> ShownRule:
    return ShownRule(rule_of(to_document(file)), owner, file)


def _file_of(code: str) -> RuleFile:
    path = next((PACK / "rules").glob(f"{code}-*.y*ml"))
    return parse_rule(read_bytes(path), path.name)[0]


def shown_acts() -> tuple[ShownAct, ...]:
    """Every speech act that rules can name, by what it does."""
    files: list[ActFile] = []
    for path in sorted((PACK / "acts").glob("*.y*ml")):
        files += parse_acts(read_bytes(path), path.name)[0]
    order = list(Does)
    acts = (ShownAct(a.act, a.does, a.size.value if a.size else None, a.fires[0] if a.fires else "") for a in files)
    return tuple(sorted(acts, key=lambda act: (order.index(act.does), act.name)))


def listed_document(shown: ShownRule) -> dict[str, Any]:
    """A rule as ``netprep rules list --format json`` prints it."""
    rule = shown.rule
    return {
        "rule": rule.code,
        "name": rule.name,
        "level": shown.level,
        "category": rule.category.value,
        "grade": rule.grade or None,
        "can_be_silenced": not rule.always,
        "owner": shown.owner,
    }


def act_document(act: ShownAct) -> dict[str, Any]:
    """A speech act as JSON."""
    return {"name": act.name, "does": act.does.value, "size": act.size, "about": act.about, "example": act.example}


def shown_document(shown: ShownRule) -> dict[str, Any]:
    """A rule as ``netprep rules show --format json`` prints it."""
    rule, file = shown.rule, shown.file
    return {
        **listed_document(shown),
        "condemns": rule.hard,
        "kind": file.kind.value if file else RuleKind.PYTHON.value,
        "why": rule.why,
        "source": rule.source or None,
        "message": rule.message,
        "suggestion": rule.suggestion,
        "looks_at": looks_at(file) if file else "",
        "bad": list(file.fires) if file else [],
        "good": list(file.passes) if file else [],
    }
