"""The guard: reads every note, whoever wrote it, before it can leave.

It holds each specific against what is known, and the manner of the note against the stage of the
relationship and the gate's answer. It has no input, output or clock, and changes nothing.
"""

from netprep.guard.context import Context
from netprep.guard.judgement import Verdict
from netprep.guard.packs import found_by
from netprep.guard.review import Reading, features_of, judge, read_text, review, review_text
from netprep.guard.rules import RULES, Rule

__all__ = [
    "RULES",
    "Context",
    "Reading",
    "Rule",
    "Verdict",
    "features_of",
    "found_by",
    "judge",
    "read_text",
    "review",
    "review_text",
]
