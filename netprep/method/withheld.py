"""What is not shared with somebody, and why: what they had, what touches a sore point, what sells."""

from __future__ import annotations

from collections.abc import Iterable

from netprep.method.candidate import PEOPLE, Candidate, Origin
from netprep.method.cautions import is_about, reads_as_bad_news, touches
from netprep.method.consent import Consent, consent_of
from netprep.method.evidence import Evidence, read_log
from netprep.method.wording import spoken
from netprep.model.frozen import frozen
from netprep.model.records import Contact, Group, LibraryItem
from netprep.model.text import fold
from netprep.model.words import EntryKind, LibraryKind
from netprep.settings.method import MethodSettings

_INTRODUCTIONS = (
    EntryKind.INTRO_PROPOSED,
    EntryKind.INTRO_ASKED,
    EntryKind.INTRO_ANSWERED,
    EntryKind.INTRODUCED,
    EntryKind.INTRO_MET,
)


@frozen
class Recipient:
    """The person something would be shared with.

    Attributes:
        log: their log at an instant.
        had: ids of library items they have had.
        settings: the method's constants.
        groups: the groups, for who knows whom.
    """

    log: Evidence
    had: frozenset[str]
    settings: MethodSettings
    groups: tuple[Group, ...] = ()

    @property
    def contact(self) -> Contact:
        """Their card with facts and log."""
        return self.log.contact


def have_had(log: Evidence, library: Iterable[LibraryItem]) -> frozenset[str]:
    """Ids of library items they have had: given, promised and kept, or by their link in a message that went."""
    kept = {entry.of for entry in log.of_kind(EntryKind.PROMISE_KEPT)}
    promised = {entry.item for entry in log.promises if entry.id in kept}
    given = {give.item for give in log.gives}
    bodies = [message.body for message in log.of_kind(EntryKind.MESSAGE_OUT) if message.body]
    linked = {item.id for item in library if item.url and any(item.url in body for body in bodies)}
    return frozenset(item for item in given | promised | linked if item)


def why_withheld(candidate: Candidate, recipient: Recipient) -> str | None:
    """Why a thing is not shared with somebody, in words; None where nothing stands in the way."""
    contact = recipient.contact
    if candidate.origin is Origin.LIBRARY and candidate.id in recipient.had:
        return "they have had it"
    if candidate.mine and candidate.free is False:
        return "it is yours and costs money: that is an ask, not a gift"
    if any(touches(topic, candidate.title, *candidate.topics, candidate.note) for topic in contact.avoid):
        return "it touches something you avoid with them"
    about_them = candidate.kind is LibraryKind.NEWS and is_about(contact, candidate.title, candidate.note)
    if about_them and reads_as_bad_news(candidate.title, candidate.note):
        return "it is bad news about them"
    if candidate.kind in PEOPLE or candidate.who is not None:
        return _why_not_the_person(candidate, recipient)
    return _why_not_the_event(candidate, recipient)


def _why_not_the_person(candidate: Candidate, recipient: Recipient) -> str | None:
    who, now = candidate.who, recipient.log.now
    if candidate.consent is False:
        return "they said no to being passed on"
    if who is None:
        return None
    if who.id == recipient.contact.id:
        return "it is about themselves"
    if consent_of(who, recipient.contact, now).answer is Consent.NO:
        return f"{who.name} said no to being passed on"
    if who.do_not_contact:
        return f"{who.name} is marked do_not_contact"
    other = read_log(who, now)
    if not other.two_way_days and candidate.consent is not True:
        return f"you have not met {who.name} yourself"
    if _wants_peace(other, recipient.settings):
        return f"it is a time to leave {who.name} in peace"
    if know_each_other(recipient, who):
        return f"{who.name} and they know each other"
    return None


def _wants_peace(log: Evidence, settings: MethodSettings) -> bool:
    """Whether a rest, a snooze or a hard time covers today; which of them is not said: it may be private."""
    ends = (
        log.active_until(EntryKind.REST, settings.rest_days),
        log.active_until(EntryKind.SNOOZE, settings.rest_days),
        log.active_until(EntryKind.HARD_TIME, settings.hard_time_days),
    )
    return any(ends)


def know_each_other(recipient: Recipient, who: Contact) -> bool:
    """Whether two contacts know each other: one firm, one group, one brought the other, or I introduced them."""
    contact = recipient.contact
    if contact.introduced_by == who.id or who.introduced_by == contact.id:
        return True
    if contact.org and who.org and fold(contact.org) == fold(who.org):
        return True
    if any({contact.id, who.id} <= {member.contact for member in group.people} for group in recipient.groups):
        return True
    mine = (entry.partner for entry in recipient.log.of_kind(*_INTRODUCTIONS))
    theirs = (entry.partner for entry in read_log(who, recipient.log.now).of_kind(*_INTRODUCTIONS))
    return who.id in mine or contact.id in theirs


def _why_not_the_event(candidate: Candidate, recipient: Recipient) -> str | None:
    event = candidate.event
    if candidate.kind is not LibraryKind.INVITATION or event is None:
        return None
    day = recipient.log.local_day(event.starts)
    if day < recipient.log.today or (event.starts.has_time and recipient.log.instant(event.starts) < recipient.log.now):
        return f"it was on {spoken(day, recipient.log.today)}"
    if any(recipient.contact.id == attendee.contact for attendee in event.attendees):
        return "they are coming already"
    if any(fold(attendee.name or "") == fold(recipient.contact.name) for attendee in event.attendees):
        return "they are coming already"
    return None
