"""What is amiss with a plan, before one goes or leaves (PL1, PL3 to PL6).

More people than fit mean short talks (after Sapato 2013, six to eight in two hours); whoever steps
down and leaves at once undoes what the work has built (after Misner); an event before the last one's
notes are written brings names and no ties (after Misner and others, the 24/7/30 follow-up). The
numbers are our own choice. All grade D.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time

from netprep.method.cadence import due_kinds
from netprep.method.company import Sought
from netprep.method.credibility import at_least
from netprep.method.evidence import read_log
from netprep.model.frozen import frozen
from netprep.model.plan import Level
from netprep.model.records import Contact, Event, Group, GroupRole
from netprep.model.text import at_a_glance, fold
from netprep.model.words import EntryKind, FollowupKind, Purpose, StageCode
from netprep.settings.method import MethodSettings

_FEW_KNOWN = 1
"""So many people one knows well are fine on any plan, however short it is."""


@frozen
class PlanRemark:
    """What is amiss with a plan.

    Attributes:
        rule: the code, such as ``PL1``.
        name: what it is about, in a word or two.
        level: how much it matters.
        message: what is amiss.
        suggestion: what to do about it.
        steps: what to see to, where it takes several steps, each in a line.
    """

    rule: str
    name: str
    level: Level
    message: str
    suggestion: str
    steps: tuple[str, ...] = ()

    @property
    def line(self) -> str:
        """The remark in one line: what is amiss, its code, what to do."""
        return f"{self.message} ({self.rule}). {self.suggestion}"


def too_many_planned(planned: int, most: int | None) -> PlanRemark | None:
    """PL1: more people to look for than there is time for.

    Args:
        planned: how many people are to be looked for.
        most: the capacity's high number; None or 0 where it is not known.
    """
    if not most or planned <= most:
        return None
    message = f"{planned} people are marked to look for, and there is time for {most}"
    return PlanRemark("PL1", "too-many-planned", Level.WARN, message, f"Choose the {most} you would miss most.")


def leaving_too_soon(
    group: Group, leaving: date, settings: MethodSettings, names: Mapping[str, str] | None = None
) -> PlanRemark | None:
    """PL3: leaving a group while a role is held, or within half a year of its beginning or its end.

    Args:
        group: with the roles the user has or had there.
        leaving: the day the user leaves.
        settings: the method's constants.
        names: names of contacts by id, for the people to tell.
    """
    soon = [role for role in group.roles if _is_soon(role, leaving, settings.role_rest_days)]
    if not soon:
        return None
    role = max(soon, key=lambda each: each.end.day if each.end and each.end.day <= leaving else leaving)
    what = at_a_glance(role.role)
    if role.end and role.end.day <= leaving:
        days = (leaving - role.end.day).days
        when = "today" if days == 0 else "yesterday" if days == 1 else f"{days} days ago"
        message = f"“{what}” in {at_a_glance(group.name)} ended {when}, and leaving now undoes what it built"
    else:
        message = f"You still hold “{what}” in {at_a_glance(group.name)}"
    stay = "Hand over first, and stay on as a member for a while"
    return PlanRemark(
        "PL3", "leaving-too-soon", Level.WARN, message, f"{stay}.", _handed_over(group, role, leaving, names)
    )


def role_too_short(group: Group, role: GroupRole, settings: MethodSettings) -> PlanRemark | None:
    """PL3: a role that ends within half a year of its beginning; None where either day is not known."""
    if role.start is None or role.end is None:
        return None
    days = (role.end.day - role.start.day).days
    if not 0 <= days < settings.role_rest_days:
        return None
    message = f"“{at_a_glance(role.role)}” in {at_a_glance(group.name)} ends {days} days after it began"
    steps = _handed_over(group, role, role.end.day, None)
    return PlanRemark(
        "PL3", "leaving-too-soon", Level.WARN, message, "Hand it over well, and stay on as a member.", steps
    )


def _is_soon(role: GroupRole, leaving: date, days: int) -> bool:
    if role.start and role.start.day > leaving:
        return False
    if role.end is None or role.end.day > leaving:
        return True
    return (leaving - role.end.day).days < days


def _handed_over(group: Group, role: GroupRole, day: date, names: Mapping[str, str] | None) -> tuple[str, ...]:
    """What to see to, from what is noted of the group; nothing is made up."""
    what = at_a_glance(role.role)
    hours = f", with the {role.hours} hours it takes" if role.hours else ""
    steps = [f"Who takes over “{what}”{hours}?", f"Write down for them how you do “{what}”, and what is still open."]
    ahead = sorted(meeting.date.day for meeting in group.meetings if meeting.date.day >= day)
    if ahead:
        steps.append(f"Introduce them at the meeting on {ahead[0].isoformat()}.")
    known = [at_a_glance(names[member.contact]) for member in group.people if names and member.contact in names]
    if known:
        steps.append(f"Tell them yourself: {', '.join(known)}.")
    return tuple(steps)


def followups_open(
    event: Event,
    events: Iterable[Event],
    contacts: Iterable[Contact],
    now: datetime,
    settings: MethodSettings,
) -> PlanRemark | None:
    """PL4: an event ahead, before what the last one left is done.

    What counts is a first note that is still due to somebody met at the last event, and a promise of
    the user's to them that is open and due before the event ahead, or has no day.

    Args:
        event: the one ahead.
        events: all events.
        contacts: at least everybody met at the last event.
        now: an aware instant.
        settings: the method's constants.
    """
    last = last_event(event, events, now)
    if last is None:
        return None
    by_id = {last.id: last}
    waiting = [each for each in contacts if not each.do_not_contact and _waits(each, last, event, now, settings, by_id)]
    if not waiting:
        return None
    who = "One person waits" if len(waiting) == 1 else f"{len(waiting)} people wait"
    message = f"{who} for a first note or a promise from {at_a_glance(last.name)}"
    return PlanRemark("PL4", "followups-open", Level.WARN, message, "See to that before you meet more: netprep today")


def last_event(event: Event, events: Iterable[Event], now: datetime) -> Event | None:
    """The latest event that is over, before one that is ahead; None where that one is not ahead."""
    if _begins(event, now) <= now:
        return None
    over = [each for each in events if each.id != event.id and _ends(each, now) <= now]
    return max(over, key=lambda each: (_ends(each, now), each.id), default=None)


def two_from_one_firm(sought: Sequence[Sought]) -> tuple[PlanRemark, ...]:
    """PL5: firms that two of the people to look for are from."""
    firms = [at_a_glance(each.guest.org) for each in sought if each.guest.org]
    twice = [
        firm
        for at, firm in enumerate(firms)
        if fold(firm) not in map(fold, firms[:at]) and fold(firm) in map(fold, firms[at + 1 :])
    ]
    return tuple(_split(firm) for firm in twice)


def _split(firm: str) -> PlanRemark:
    message = f"Two of these people are from {firm}"
    return PlanRemark("PL5", "two-from-one-firm", Level.INFO, message, "Decide who of you talks to whom.")


def too_many_known(sought: Sequence[Sought], purposes: Iterable[Purpose]) -> PlanRemark | None:
    """PL6: more than a third of the people to look for are known well, and it is not what one came for.

    One is always fine. Like the choice of the page, it counts a partnership as deepening.
    """
    known = [each for each in sought if at_least(each.stage, StageCode.C)]
    deepens = {Purpose.DEEPEN, Purpose.PARTNER} & set(purposes)
    if deepens or len(known) <= _FEW_KNOWN or 3 * len(known) <= len(sought):
        return None
    message = f"You know {len(known)} of the {len(sought)} people to look for well"
    suggestion = "Leave time for somebody new, or say that you go to deepen (purpose)."
    return PlanRemark("PL6", "mostly-known", Level.WARN, message, suggestion)


def _waits(
    contact: Contact, last: Event, ahead: Event, now: datetime, settings: MethodSettings, events: Mapping[str, Event]
) -> bool:
    log = read_log(contact, now)
    meetings = [entry for entry in log.of_kind(EntryKind.MET) if entry.event == last.id]
    if not meetings:
        return False
    # What the user said to leave alone, the cadence leaves alone.
    if any(due.kind is FollowupKind.FIRST_NOTE for due in due_kinds(contact, now, settings, events)):
        return True
    first, day = min(entry.date.day for entry in meetings), ahead.starts.day
    return any(
        promise.date.day >= first and ((due := log.due_day(promise)) is None or due <= day)
        for promise in log.open_promises
    )


def _begins(event: Event, now: datetime) -> datetime:
    """When it begins; one without a time is ahead until its day is over."""
    return event.starts.instant(now.tzinfo or UTC, default=time.max)


def _ends(event: Event, now: datetime) -> datetime:
    return (event.ends or event.starts).instant(now.tzinfo or UTC, default=time.max)
