"""The page to read before walking in: what stands on it, before any layout."""

from __future__ import annotations

from netprep.model.frozen import frozen
from netprep.model.records import Event
from netprep.model.words import StageCode


@frozen
class BriefQuestion:
    """A question worth asking, with the ids of the facts it rests on.

    ``id`` is the one of the question bank. ``is_second`` marks one that follows the answer to the
    question before it.
    """

    id: str
    text: str
    facts: tuple[str, ...] = ()
    is_second: bool = False


@frozen
class BriefReason:
    """Why somebody is on the page: in words, what it weighs in points, the facts it rests on."""

    text: str
    points: float
    facts: tuple[str, ...] = ()


@frozen
class BriefPerson:
    """Somebody to look for.

    Attributes:
        name: as on the list or in the notebook.
        contact: the contact's id, where they are in the notebook.
        stage: where the relationship stands; I for somebody never met.
        about: role, firm and how to recognise them, in a few words.
        known: their own words and dated facts, one line each, the most useful first.
        give: something of use to them.
        ask: one or two questions.
        aside: what else to keep in mind, such as an ask that is open by now.
        facts: ids of everything the lines rest on.
        reasons: why they are on the page, the weightiest first.
    """

    name: str
    contact: str | None
    stage: StageCode
    about: str
    known: tuple[str, ...]
    give: str | None
    ask: tuple[BriefQuestion, ...]
    aside: tuple[str, ...]
    facts: tuple[str, ...]
    reasons: tuple[BriefReason, ...]

    @property
    def line(self) -> str:
        """What is known of them, in one line."""
        return " · ".join(filter(None, (self.about, *self.known)))


@frozen
class BriefBlock:
    """A block that somebody else adds: whose it is, its title and its lines."""

    title: str
    lines: tuple[str, ...]
    plugin: str


@frozen
class Brief:
    """One page for one event. Everything in it may be read by the user; nothing private is.

    Attributes:
        event: which event.
        new: how many new people fit in, low and high; None where its length is not known.
        keep: with how many of them to keep in touch, low and high.
        talk_minutes: how long there is to talk, where that is not simply its length.
        learn: what to learn there, as a sentence.
        serve: how to be of use there, as a sentence.
        job: a task that lets people come to you.
        people: at most four to look for, in order.
        strangers: openers for everybody else.
        give_back: one true sentence about the user that is no pitch.
        me: the user's self-introduction.
        listen_for: what to keep an ear open for, most of it on behalf of others.
        not_today: what to leave out today.
        leave_with: a line to part with.
        after: what to write down afterwards.
        blocks: what plugins add.
        gaps: what would make the page better, each with the command that fills it.
        left_out: people who were passed over, and why.
        also: names of the others on a list that is short enough to be read.
    """

    event: Event
    new: tuple[int, int] | None
    keep: tuple[int, int] | None
    talk_minutes: int | None
    learn: str | None
    serve: str | None
    job: str | None
    people: tuple[BriefPerson, ...]
    strangers: tuple[BriefQuestion, ...]
    give_back: str | None
    me: str | None
    listen_for: tuple[str, ...]
    not_today: tuple[str, ...]
    leave_with: str
    after: str
    blocks: tuple[BriefBlock, ...] = ()
    gaps: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
