"""What a rule of the guard is."""

from __future__ import annotations

from dataclasses import replace

from netprep.model.frozen import frozen
from netprep.model.plan import Finding, Level


@frozen
class Rule:
    """One rule. ``suggestion`` says what to write instead where nothing more exact is known."""

    code: str
    name: str
    level: Level
    why: str
    source: str
    grade: str
    suggestion: str

    def at(self, body: str, span: tuple[int, int], message: str, suggestion: str = "") -> Finding:
        """A finding of this rule on ``body[start:end]``."""
        start, end = span
        return Finding(
            self.code, self.name, self.level, start, end, body[start:end], message, suggestion or self.suggestion
        )

    def softer(self, level: Level, name: str = "") -> Rule:
        """The same rule at another level, under another name if one is given."""
        return replace(self, level=level, name=name or self.name)
