"""Whether somebody agreed to be passed on: nobody is named before they said yes.

Both sides are asked before they are brought together (Wilson 2009, the double opt-in introduction;
grade D, a norm that nearly everybody keeps).
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from netprep.method.evidence import read_log
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Entry
from netprep.model.text import fold
from netprep.model.words import Answer, ConsentTo, EntryKind

_ANYBODY = ("any", "every", "all", "who", "whoever", "general")
"""How an answer begins that is not about one person."""
_LETS_NAME = frozenset({ConsentTo.FORWARD.value, ConsentTo.INTRODUCE.value, None})


class Consent(StrEnum):
    """How somebody answered whether they may be passed on."""

    YES = "yes"
    NO = "no"
    WAITING = "waiting"
    UNASKED = "unasked"


@frozen
class Agreed:
    """An answer, and the day of it or of the question that is still open."""

    answer: Consent
    day: date | None = None


def consent_of(who: Contact, reader: Contact, now: datetime) -> Agreed:
    """Whether ``who`` may be passed on to ``reader``, as the log of ``who`` has it.

    A refusal holds for everybody until a later yes for this reader or for anybody. A yes to telling
    something is none to being named.

    Args:
        who: the person to be passed on.
        reader: to whom.
        now: an aware instant.
    """
    agreed = Agreed(Consent.UNASKED)
    for entry in read_log(who, now).of_kind(EntryKind.CONSENT):
        if entry.answer is Answer.NO:
            agreed = Agreed(Consent.NO, entry.date.day)
        elif entry.what in _LETS_NAME and _is_for(entry, reader):
            answer = Consent.YES if entry.answer is Answer.YES else Consent.WAITING
            if answer is Consent.YES or agreed.answer is Consent.UNASKED:
                agreed = Agreed(answer, entry.date.day)
    return agreed


def _is_for(entry: Entry, reader: Contact) -> bool:
    to = fold(entry.to or "")
    if not to or to.startswith(_ANYBODY):
        return True
    names = {fold(name) for name in (reader.id, reader.name, reader.nickname) if name}
    return to in names
