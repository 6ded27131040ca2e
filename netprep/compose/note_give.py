"""The give of a note, taken from the same suggestions as ``netprep share``."""

from __future__ import annotations

from netprep.compose.candidates import from_library
from netprep.compose.desk import Desk
from netprep.compose.giving import Give, Shape, can_be_said, give
from netprep.compose.sentences import faults
from netprep.compose.weighing import weigh
from netprep.method.consent import Consent
from netprep.method.evidence import read_log
from netprep.method.sharing import best
from netprep.method.withheld import Recipient
from netprep.method.worth import shared_lately
from netprep.model.plan import Role
from netprep.model.words import LibraryKind


def best_for_note(desk: Desk) -> Give | None:
    """The best of the library that needs no question to anybody else first and was read within a year.

    None within 14 days of the last thing shared. Other contacts are not searched, and what plugins have
    is not taken: the user has not read it.
    """
    if not desk.library or shared_lately(read_log(desk.contact, desk.clock.now), desk.settings.method):
        return None
    weighed = weigh(desk, lambda _facts, _stage: from_library(desk))
    ranked = best(weighed.free, desk.settings.method, len(desk.library))
    fit = [each for match in ranked if _fits(each := give(match, weighed.recipient), weighed.recipient)]
    # A note asks one thing already, so what needs no answer comes first, and what only asks comes last.
    fit.sort(key=lambda each: (each.move.role is Role.QUESTION, not each.is_given))
    return next((each for each in fit if not faults(each.match.candidate.title, weighed.recipient)), None)


def _fits(given: Give, recipient: Recipient) -> bool:
    """Whether a note can carry it: read within a year, free, nothing to settle with others, and a way to find it."""
    candidate, settings = given.match.candidate, recipient.settings
    if candidate.free is False:
        return False  # that it costs money has to be said, and how is the user's to choose
    if given.shape is Shape.PERSON:
        return given.consent.answer is Consent.YES
    if given.shape is Shape.INVITATION:
        return candidate.event is not None
    read = candidate.opened is not None and (recipient.log.today - candidate.opened).days <= settings.share_read_days
    has_link = candidate.url is not None and can_be_said(candidate.url, settings)
    return read and (has_link or candidate.kind is LibraryKind.BOOK)
