"""A follow-up note: what may be said, the plan, the words, the guard, the draft."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

from netprep.compose.desk import Desk as Desk
from netprep.compose.door import OFFERING
from netprep.compose.material import Material, gather, with_common_ground
from netprep.compose.moves import MoveMaker, Wanted, subject_values
from netprep.compose.silencing import silenced_codes
from netprep.errors import AnswerIsNo
from netprep.facts import known_event
from netprep.guard import Context, judge, review
from netprep.method.asks import classify_ask
from netprep.method.cadence import Due, due_kinds, fallback_kind, next_due
from netprep.method.gate import gate
from netprep.method.stage import stage
from netprep.model.frozen import frozen
from netprep.model.plan import Draft, GateAnswer, Known, Move, MoveName, Note, Plan
from netprep.model.records import Contact, Event
from netprep.model.words import AskClass, FollowupKind, Form
from netprep.writers import TemplateWriter
from netprep.writers.language import Language

if TYPE_CHECKING:
    from netprep.compose.giving import Give

NO_NAME = 'The note has no name under it yet. Say who you are: netprep me --name "Your Name"'
"""Said where the notebook does not know whose it is."""
NO_REASON = "There is no reason to write yet. A question would find one; what they answer makes the next note."
"""Said where nothing is due and nothing known gives a reason."""


@frozen
class Request:
    """What ``netprep followup`` was asked for; None is "work it out"."""

    event: Event | None = None
    kind: FollowupKind | None = None
    form: Form | None = None
    channel: str = "plain"
    own_words: str | None = None
    ask: str | None = None
    ask_class: AskClass | None = None
    invited: bool = False
    anyway: bool = False


@frozen
class Written:
    """A draft, and what to tell the user beside it."""

    draft: Draft
    material: Material
    remarks: tuple[str, ...]


def write_followup(desk: Desk, request: Request, writer: TemplateWriter, language: Language) -> Written:
    """Write the note that is due, or that was asked for.

    Raises:
        AnswerIsNo: the contact is not to be written to, or the ask is not earned yet.
        TemplateError: a template cannot be rendered.
    """
    contact = desk.contact
    if contact.do_not_contact:
        raise AnswerIsNo(
            f"{contact.name} is marked do_not_contact, so there is no draft.", hint="See: netprep contact show"
        )
    material = gather(desk, request.event, _give(desk))
    kind, due, remarks = _kind(desk, request, material)
    if kind in OFFERING and not request.ask and desk.me and desk.me.facts:
        material = with_common_ground(material, desk.common())
    plan = _plan(desk, request, material, kind, due, language, needs_reason=NO_REASON in remarks)
    note = writer.write(plan)
    findings = review(note, _context(desk, request, plan, material), desk.settings.method)
    draft = Draft(
        plan=plan,
        note=note,
        findings=findings,
        status=judge(findings, note.sentences),
        backend=writer.name,
        channel=request.channel,
        id=_draft_id(plan, note),
    )
    return Written(draft, material, (*remarks, *(() if desk.me else (NO_NAME,))))


def context_of(desk: Desk, request: Request, written: Written, body: str) -> Context:
    """What the guard holds a draft against whose body was changed by hand: all that the notebook knows."""
    from netprep.compose.checking import Wording, context_for

    draft, event = written.draft, written.material.event
    wording = Wording(
        draft.plan.form,
        draft.note.subject,
        body,
        kind=draft.plan.kind,
        answer=draft.plan.gate,
        invited=request.invited,
        own_words=_own_words(request),
        more=(*draft.plan.allowed, *((known_event(event),) if event else ())),
    )
    return context_for(desk, wording)


def _give(desk: Desk) -> Give | None:
    """What the note could share; where the library is empty, nothing is imported to find that out."""
    if not desk.library:
        return None
    from netprep.compose.note_give import best_for_note

    return best_for_note(desk)


def _kind(desk: Desk, request: Request, material: Material) -> tuple[FollowupKind, Due | None, tuple[str, ...]]:
    """Which note to write, what makes it due, and what to say when nothing is due."""
    dues = due_kinds(
        desk.contact,
        desk.clock.now,
        desk.settings.method,
        events=desk.events,
        me=desk.me,
        has_new_give=material.give is not None and material.give.is_given,
    )
    if request.kind:
        return request.kind, next((due for due in dues if due.kind is request.kind), None), ()
    here = [due for due in dues if request.event is None or due.kind is FollowupKind.FIRST_NOTE] or dues
    if here:
        return here[0].kind, here[0], ()
    coming = next_due(desk.contact, desk.clock.now, desk.settings.method, events=desk.events, me=desk.me)
    remark = f"Nothing is due for {desk.contact.name} now."
    if coming and coming.due:
        day = coming.due.day
        remark += f" Next, on {day:%a} {day.day} {day:%b %Y}: {coming.reason}."
    fallback = fallback_kind(
        desk.contact,
        desk.clock.now,
        desk.settings.method,
        events=desk.events,
        me=desk.me,
        has_new_give=material.give is not None and material.give.is_given,
    )
    due = Due(fallback.kind, None, fallback.reason, fallback.entries, fallback.facts)
    return fallback.kind, due, (remark, *((NO_REASON,) if fallback.needs_reason else ()))


def _plan(
    desk: Desk,
    request: Request,
    material: Material,
    kind: FollowupKind,
    due: Due | None,
    language: Language,
    *,
    needs_reason: bool,
) -> Plan:
    wanted = Wanted(
        kind=kind,
        form=request.form or _default_form(kind, desk.contact),
        due=due,
        own_words=request.own_words,
        require_own_words=desk.settings["own_words"] == "require",
        ask=request.ask,
        gate=ask_gate(desk, request, first_note=kind is FollowupKind.FIRST_NOTE),
        needs_reason=needs_reason,
    )
    if request.ask and wanted.gate.answer != "allow":
        raise AnswerIsNo(f"Not yet: {wanted.gate.reason}", hint=_what_helps(wanted.gate))
    moves = MoveMaker(material, wanted, language, desk.settings.method).moves()
    return Plan(
        contact=desk.contact.id,
        kind=kind,
        form=wanted.form,
        moves=moves,
        allowed=(*material.known, *_known_of_gives(moves, material)),
        subject=subject_values(material, moves, language),
        variety=f"{desk.contact.id}|{material.event.id if material.event else ''}|{kind.value}",
        gate=wanted.gate,
        promises=_promises_in(moves, material),
        due=due.due if due else None,
        because=due.reason if due else "",
    )


def ask_gate(desk: Desk, request: Request, *, first_note: bool = False) -> GateAnswer:
    """The gate's answer to the request's ask; curiosity, which is always fine, where it has none."""
    ask = request.ask_class or (classify_ask(request.ask) if request.ask else AskClass.A0)
    return gate(
        desk.contact,
        ask,
        desk.clock.now,
        desk.settings.method,
        trust_bar=desk.trust_bar,
        events=desk.events,
        invited=request.invited,
        anyway=request.anyway,
        in_first_note=first_note,
    )


def _what_helps(answer: GateAnswer) -> str:
    parts = [f"Earliest: {answer.earliest}." if answer.earliest else "", answer.meanwhile or ""]
    return " ".join(filter(None, parts)) or "--anyway writes it all the same, and logs that you did."


def _default_form(kind: FollowupKind, contact: Contact) -> Form:
    if kind is FollowupKind.CONNECT:
        return Form.LINKEDIN_NOTE
    return Form.EMAIL if contact.emails else Form.DM


def _context(desk: Desk, request: Request, plan: Plan, material: Material) -> Context:
    """What a note of a writer is held against: the plan it was made from, which holds all that it may say."""
    report = stage(desk.contact, desk.clock.now, desk.settings.method, desk.trust_bar)
    names = (
        desk.contact.name,
        desk.contact.nickname,
        desk.me.name if desk.me else None,
        desk.me.org if desk.me else None,
    )
    rules = desk.rules()
    return Context(
        allowed=plan.allowed,
        stage=report.stage,
        gate=plan.gate,
        invited=request.invited,
        names=tuple(filter(None, (*names, material.event.name if material.event else None))),
        today=desk.clock.today,
        own_words=_own_words(request),
        rules=rules,
        silenced=silenced_codes(desk.settings, rules),
    )


def _own_words(request: Request) -> tuple[str, ...]:
    return tuple(filter(None, (request.own_words, request.ask)))


def _known_of_gives(moves: Sequence[Move], material: Material) -> tuple[Known, ...]:
    """What the note's give names, such as somebody who agreed to be passed on: allowed only where it is used."""
    give = material.give
    return give.known if give and give.move in moves else ()


def _promises_in(moves: Sequence[Move], material: Material) -> tuple[str, ...]:
    said = {fact for move in moves if move.name is MoveName.PROMISE for fact in move.facts}
    return tuple(entry.id for entry in material.promises if entry.id in said)


def _draft_id(plan: Plan, note: Note) -> str:
    """The same note to the same person has the same id, so writing it twice keeps one draft."""
    text = "|".join((plan.contact, plan.kind.value, plan.form.value, note.subject or "", note.body))
    return f"d-{hashlib.sha256(text.encode('utf-8')).hexdigest()[:8]}"
