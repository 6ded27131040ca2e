"""What there is to share, weighed for one contact: what fits, what may be shared, what is best."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from netprep.compose.candidates import Fitting
from netprep.compose.desk import Desk
from netprep.compose.sentences import faults
from netprep.compose.topics import topics_to_say
from netprep.method.candidate import Candidate
from netprep.method.credibility import shown_stage
from netprep.method.evidence import Evidence, read_log
from netprep.method.next_step import is_avoided
from netprep.method.sharing import Match, best, heard, matches, passes
from netprep.method.withheld import Recipient, have_had, why_withheld
from netprep.method.worth import occasion_for
from netprep.model.frozen import frozen
from netprep.model.records import Fact, Group
from netprep.model.words import EntryKind, LibraryKind, StageCode

LeftOut = tuple[tuple[str, str], ...]
"""Titles, each with the reason."""
Find = Callable[[Sequence[Fact], StageCode], Iterable[Candidate]]
"""Finds what could be shared with somebody of whom these topics may be said, at this stage."""

_ASKS_SOMETHING = frozenset({LibraryKind.INVITATION, LibraryKind.INTRODUCTION, LibraryKind.REFERRAL})
"""What takes something of the one who gets it: held back in a hard time."""


@frozen
class Weighed:
    """What is good enough for a contact and may be shared with them.

    Attributes:
        recipient: the contact, their log and what they have had.
        stage: how far the relationship has come.
        facts: the topics something can be shared for.
        free: what may be shared, with what it is worth.
        left_out: what is good enough and may not, with the reason.
    """

    recipient: Recipient
    stage: StageCode
    facts: tuple[Fact, ...]
    free: tuple[Match, ...]
    left_out: LeftOut

    def best(self, limit: int | None = None) -> tuple[tuple[Match, ...], LeftOut]:
        """The best, but for what sells by its own title, and all that was left out."""
        settings, sold = self.recipient.settings, dict(self.left_out)
        while True:
            chosen = best([match for match in self.free if match.candidate.title not in sold], settings, limit)
            selling = [match for match in chosen if "M01" in faults(match.candidate.title, self.recipient)]
            if not selling:
                return chosen, tuple(sold.items())
            sold |= {match.candidate.title: "its title sells: that is a pitch, not a gift" for match in selling}


def weigh(desk: Desk, find: Find, groups: tuple[Group, ...] = (), *, with_signals: bool = False) -> Weighed:
    """Weigh what ``find`` finds for the desk's contact.

    Args:
        desk: the notebook's pages, the time and the settings.
        find: finds what there is.
        groups: the groups, for who knows whom.
        with_signals: whether what they hinted at, for somebody I thought of, is among it.
    """
    settings = desk.settings.method
    log = read_log(desk.contact, desk.clock.now)
    stage = shown_stage(log, settings, desk.trust_bar)
    recipient = Recipient(log, have_had(log, desk.library), settings, groups)
    facts = _topics(desk, log)
    candidates = tuple(find(facts, stage))
    occasion = occasion_for(log, stage, settings, desk.library)
    fitting = (
        *(heard(log, occasion) if with_signals else ()),
        *matches(facts, candidates, Fitting(candidates, desk), occasion),
    )
    free, left_out = _sifted([match for match in fitting if passes(match, settings)], recipient)
    return Weighed(recipient, stage, facts, free, left_out)


def _topics(desk: Desk, log: Evidence) -> tuple[Fact, ...]:
    """The facts something can be shared for: sayable, current, and not about a day that has passed."""
    return tuple(
        fact
        for fact in topics_to_say(desk.contact, desk.clock.today)
        if not is_avoided(desk.contact, fact) and not (fact.when and log.local_day(fact.when) < desk.clock.today)
    )


def _sifted(fitting: Sequence[Match], recipient: Recipient) -> tuple[tuple[Match, ...], LeftOut]:
    """What may be shared, and what may not with the reason; a hard time may be private, so it is no reason to show."""
    settings = recipient.settings
    hard_time = recipient.log.active_until(EntryKind.HARD_TIME, settings.hard_time_days) is not None
    free: list[Match] = []
    left_out: dict[str, str] = {}
    for match in fitting:
        if why := why_withheld(match.candidate, recipient):
            left_out[match.candidate.title] = why
        elif not (hard_time and match.candidate.kind in _ASKS_SOMETHING):
            free.append(match)
    return tuple(free), tuple(left_out.items())
