"""What plugins give: one frozen dataclass for each hook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from netprep.api.views import CandidateView, Outgoing
from netprep.model.frozen import frozen
from netprep.model.moment import Moment
from netprep.model.words import FactField, Form, LibraryKind, Source


@frozen
class Channel:
    """A way a note leaves. ``carry`` returns what it did, in words, or raises ``ServiceFailed``.

    ``about`` goes on after the channel's name: "writes the note to a file". ``form`` is the shape
    notes have that leave this way. ``sends`` says whether the words leave this machine; such a
    channel is called only with ``--send``, and only with a note that has no gap and no error in it.
    """

    name: str
    about: str
    carry: Callable[[Outgoing], str]
    form: Form | None = None
    sends: bool = False


@frozen
class Backend:
    """A service that words notes. ``remote`` says whether the facts leave this machine."""

    name: str
    about: str
    remote: bool = False


@frozen
class QuestionPack:
    """A file of questions in one language; ``docs/questions.md`` says what stands in it."""

    name: str
    path: Path
    language: str = "en"


@frozen
class PromptFolder:
    """A folder of templates that stand between the user's own and the built-in ones.

    ``folder`` has the layout of the built-in one: ``followup/anchor.j2`` replaces that template.
    """

    name: str
    folder: Path


@frozen
class RulePack:
    """A folder of rules that read every draft after netprep's own; ``docs/rules.md`` says how one is written."""

    name: str
    folder: Path


@frozen
class Matcher:
    """A second opinion on what fits whom.

    ``similarity`` is given a topic of somebody's and something to share, and returns how well they
    fit from 0.0 (not at all) to 1.0; the best opinion of all matchers counts.
    """

    name: str
    about: str
    similarity: Callable[[str, CandidateView], float]


@frozen
class ShareCandidate:
    """Something worth sharing that is not in the library. ``minutes`` is the reader's time."""

    kind: LibraryKind
    title: str
    url: str | None = None
    author: str | None = None
    topics: tuple[str, ...] = ()
    note: str | None = None
    minutes: int | None = None


@frozen
class GivenFact:
    """Something a plugin knows about a person.

    ``value`` is a topic, a noun phrase or an -ing form: "running the Peachtree". It counts as
    ``public``, ``third_party`` or ``import``. What they told the user in person and what the user
    guesses only the user can know, so ``told_me`` and ``guess`` are taken as ``import``.
    """

    field: FactField
    value: str
    source: Source = Source.IMPORT
    quote: str | None = None
    date: Moment | None = None
    when: Moment | None = None


@frozen
class BriefSection:
    """A section at the end of a brief: a title and lines of plain text."""

    title: str
    lines: tuple[str, ...]


@frozen
class Remark:
    """Something to tell the user beside a draft, in one line."""

    text: str


@frozen
class Importer:
    """Reads a file into a document of netprep's interchange format.

    ``read`` gets the file's bytes and its name, and returns what ``netprep export`` would write:
    a mapping with ``netprep``, ``contacts`` and so on. A ``ValueError`` says what is wrong. Facts
    that do not say their ``source`` count as ``import``, so that they are not said to anybody.
    ``suffixes`` are file endings it is chosen by, such as ``(".csv",)``.
    """

    name: str
    about: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str], Mapping[str, object]]


@frozen
class Exporter:
    """Writes the notebook in another format: gets what ``netprep export`` would write, returns bytes.

    That is everything, private and sealed facts too. ``suffix`` is the file ending it is chosen by.
    """

    name: str
    about: str
    suffix: str
    write: Callable[[Mapping[str, object]], bytes]
