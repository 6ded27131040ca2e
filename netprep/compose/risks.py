"""What to mind before something is shared, in words for the user."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from netprep.compose.giving import Give, can_be_said
from netprep.method.candidate import PEOPLE, Candidate, Origin
from netprep.method.cautions import is_about, link_problem
from netprep.method.consent import Consent
from netprep.method.lanes import resting_until
from netprep.method.stage import over_giving
from netprep.method.withheld import Recipient
from netprep.method.wording import counted, spoken
from netprep.method.worth import shared_lately
from netprep.model.records import Entry
from netprep.model.words import EntryKind, LibraryKind, Sensitivity, StageCode


def risk_of(given: Give, said: Give, recipient: Recipient) -> str | None:
    """What to mind about one thing; None where there is nothing.

    Args:
        given: the thing as it would be shared.
        said: the same as its sentence has it: without its title where that cannot be said.
        recipient: with whom.
    """
    untitled = ("its title does not fit into a sentence: say it your own way",) if said is not given else ()
    return "; ".join((*_risks(given, recipient), *untitled)) or None


def remarks_on(recipient: Recipient, stage: StageCode) -> tuple[str, ...]:
    """What to mind about sharing anything with them now."""
    return tuple(_remarks(recipient, stage))


def _risks(given: Give, recipient: Recipient) -> Iterator[str]:
    candidate, today = given.match.candidate, recipient.log.today
    if promise := _promised(candidate, recipient):
        day = recipient.log.due_day(promise)
        by = f" by {spoken(day, today)}" if day else ""
        yield f"you promised it{by}, so it comes first: netprep followup {recipient.contact.id}"
    if candidate.origin is Origin.PLUGIN:
        yield f"it comes from the plugin {candidate.source}: read it before you send it"
    if candidate.origin is Origin.SIGNAL:
        yield f"mention it to {candidate.title} only once they said yes; leave out what you sell"
        return
    if given.match.score.advice:
        yield "nobody asked for advice, so ask first"
    if candidate.kind in PEOPLE:
        yield from _risk_of_person(given, today)
    elif candidate.kind is LibraryKind.INVITATION:
        yield from _risks_of_invitation(candidate)
    else:
        yield from _risks_of_thing(candidate, recipient)


def _promised(candidate: Candidate, recipient: Recipient) -> Entry | None:
    if candidate.origin is not Origin.LIBRARY:
        return None
    mine = (entry for entry in recipient.log.open_promises if entry.sensitivity is Sensitivity.OPEN)
    return next((entry for entry in mine if entry.item == candidate.id), None)


def _risk_of_person(given: Give, today: date) -> Iterator[str]:
    who = given.match.candidate.who
    name = who.name if who else "the person"
    if given.consent.answer is Consent.WAITING:
        day = f" on {spoken(given.consent.day, today)}" if given.consent.day else ""
        yield f"{name} was asked{day} and has not said yes yet: wait for it"
    elif given.consent.answer is not Consent.YES:
        yield f"{name} has not been asked yet: ask first"


def _risks_of_invitation(candidate: Candidate) -> Iterator[str]:
    if candidate.meets:
        yield f"{candidate.meets} is expected there; leave it to them to meet"
    if candidate.origin is Origin.EVENT:
        yield "make sure that guests are welcome"


def _risks_of_thing(candidate: Candidate, recipient: Recipient) -> Iterator[str]:
    settings, today = recipient.settings, recipient.log.today
    in_library = candidate.origin is Origin.LIBRARY
    if candidate.url and (problem := link_problem(candidate.url)):
        yield f"its link is left out: {problem}"
    elif candidate.url and len(candidate.url) > settings.share_link_characters:
        yield f"its link has {len(candidate.url):,} characters, too many for a sentence"
    elif candidate.url and not can_be_said(candidate.url, settings):
        yield "its link has a blank in it, which breaks it in a sentence"
    elif candidate.url and in_library:
        if candidate.opened is None:
            yield "no day is noted on which you opened it: read it before you recommend it"
        elif (today - candidate.opened).days > settings.share_read_days:
            yield f"you last opened it on {spoken(candidate.opened, today)}: read it before you recommend it"
    elif in_library and candidate.kind is not LibraryKind.BOOK:
        yield f"no link is written down for it: netprep library edit {candidate.id}"
    if candidate.kind is LibraryKind.NEWS and is_about(recipient.contact, candidate.title, candidate.note):
        yield "it is about them: read it as they would"
    if candidate.free is False:
        yield "it costs money: say so"


def _remarks(recipient: Recipient, stage: StageCode) -> Iterator[str]:
    log, settings, name = recipient.log, recipient.settings, recipient.contact.name
    quiet = (resting_until(log, stage, settings), log.active_until(EntryKind.SNOOZE, settings.rest_days))
    if end := max((day for day in quiet if day), default=None):
        yield f"Leave {name} in peace until {spoken(end, log.today)}; keep this for later."
    if lately := shared_lately(log, settings):
        last, free = lately
        yield (
            f"You shared something with {name} on {spoken(last, log.today)}: "
            f"once in {counted(settings.share_every_days, 'day')} is enough, so wait until {spoken(free, log.today)}."
        )
    if hard := _open_hard_time(recipient):
        noted = spoken(hard.date.day, log.today)
        yield f"They are having a hard time, as you noted on {noted}: a kind word comes first."
    if over_giving(log, settings):
        yield "You gave much and heard little: rest, your attention may serve somebody else."
    if stage is StageCode.I:
        yield f"You and {name} have not exchanged a word yet: a first hello comes before a gift."


def _open_hard_time(recipient: Recipient) -> Entry | None:
    log = recipient.log
    if log.active_until(EntryKind.HARD_TIME, recipient.settings.hard_time_days) is None:
        return None
    return next((entry for entry in log.of_kind(EntryKind.HARD_TIME) if entry.sensitivity is Sensitivity.OPEN), None)
