"""What the guard is told of the notebook around a note, beside what may be said in it."""

from __future__ import annotations

from datetime import date

from netprep.model.frozen import frozen
from netprep.model.plan import Known
from netprep.model.words import EntryKind


@frozen
class Happened:
    """Something that took place between the reader and me.

    Attributes:
        kind: what it was.
        day: when.
        words: what may be said of it: its form, its topic, the event.
        form: coffee, lunch, call, video or walk, where it was a one-to-one and that is known.
    """

    kind: EntryKind
    day: date
    words: str = ""
    form: str = ""


@frozen
class Other:
    """Somebody else in the notebook whose name the text seems to have.

    Attributes:
        name: their whole name.
        nickname: what they are called, where it is another word.
        may_be_named: they agreed to be named to this reader, or the two know each other.
        may_be_introduced: both sides agreed to be brought together, or were.
        kept_back: what is known of them and may not be told to anybody else.
    """

    name: str
    nickname: str = ""
    may_be_named: bool = False
    may_be_introduced: bool = False
    kept_back: tuple[Known, ...] = ()


@frozen
class Sent:
    """A message that went out before.

    Attributes:
        to: whom it went to, by name; empty where it was this reader.
        day: when.
        body: its text.
    """

    to: str
    day: date
    body: str
