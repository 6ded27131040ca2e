"""What is worth sharing with somebody now, each with its reason and the sentence it would become."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from netprep.api import Registry
from netprep.compose.ask_instead import AskInstead, plainly
from netprep.compose.candidates import from_events, from_learned, from_library, from_plugins
from netprep.compose.desk import Desk
from netprep.compose.giving import Give, Shape, give
from netprep.compose.people import from_contacts
from netprep.compose.risks import remarks_on, risk_of
from netprep.compose.sentences import Speaker
from netprep.compose.weighing import LeftOut, weigh
from netprep.errors import AnswerIsNo
from netprep.facts.views import contact_view
from netprep.method.candidate import Candidate
from netprep.method.cautions import link_problem
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Fact
from netprep.model.words import StageCode
from netprep.store import Store
from netprep.writers import TemplateWriter


@frozen
class Suggestion:
    """Something worth sharing.

    Attributes:
        given: what, for which fact, and as what move.
        sentence: the words it would become.
        risk: what to mind about it.
    """

    given: Give
    sentence: str
    risk: str | None

    @property
    def url(self) -> str | None:
        """The link, byte for byte as it was written down; None where there is none to pass on."""
        candidate = self.given.match.candidate
        links = (
            candidate.url,
            candidate.event.url if candidate.event and self.given.shape is Shape.INVITATION else None,
        )
        return next((link for link in links if link and not link_problem(link)), None)


@frozen
class Shares:
    """What is worth sharing with a contact.

    Attributes:
        contact: with whom.
        suggestions: the best first.
        ask_instead: a question that would find something, where nothing is good enough.
        remarks: what to mind about sharing anything with them now.
        left_out: titles of what fits and is not shared, each with the reason.
    """

    contact: Contact
    suggestions: tuple[Suggestion, ...]
    ask_instead: str | None = None
    remarks: tuple[str, ...] = ()
    left_out: LeftOut = ()


def suggest(
    desk: Desk,
    writer: TemplateWriter,
    *,
    others: Store | None = None,
    registry: Registry | None = None,
    limit: int | None = None,
    ask_instead: AskInstead | None = None,
) -> Shares:
    """What is worth sharing with the desk's contact now.

    Args:
        desk: the notebook's pages, the time and the settings.
        writer: makes the sentences.
        others: where other contacts are looked for; nowhere if None, which is quicker.
        registry: where plugins' things come from; none do if None.
        limit: how many at most, where not as the settings have it.
        ask_instead: makes the question where nothing is good enough; a plain one does if None.

    Raises:
        AnswerIsNo: the contact is not to be written to.
        TemplateError: a template cannot be rendered.
    """
    contact = desk.contact
    if contact.do_not_contact:
        raise AnswerIsNo(
            f"{contact.name} is marked do_not_contact, so nothing is suggested.", hint="See: netprep contact show"
        )
    groups = others.groups() if others else ()
    weighed = weigh(
        desk, lambda facts, stage: _everything(desk, facts, stage, others, registry), groups, with_signals=True
    )
    recipient = weighed.recipient
    chosen, left_out = weighed.best(limit)
    say = Speaker(desk, writer, weighed.stage)
    suggestions = tuple(
        Suggestion(said, sentence, risk_of(given, said, recipient))
        for given, said, sentence in (say(give(match, recipient)) for match in chosen)
    )
    question = None if suggestions else (ask_instead or plainly(writer))(contact, weighed.facts)
    return Shares(contact, suggestions, question, remarks_on(recipient, weighed.stage), left_out)


def _everything(
    desk: Desk, facts: Sequence[Fact], stage: StageCode, others: Store | None, registry: Registry | None
) -> Iterator[Candidate]:
    yield from from_library(desk)
    yield from from_events(desk)
    yield from from_learned(desk)
    if others is not None and facts:
        yield from from_contacts(desk, facts, others)
    if registry is not None:
        yield from from_plugins(contact_view(desk.contact, stage), registry)
