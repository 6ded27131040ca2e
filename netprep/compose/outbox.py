"""What happens to a draft after it is written: kept, changed by hand, handed to a channel."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from netprep.api import Channel, DraftView, Outgoing, Registry
from netprep.clock import Clock
from netprep.compose.drafts import kept_draft
from netprep.compose.followup import Written
from netprep.errors import AnswerIsNo, NotebookError
from netprep.guard import Context, judge, review
from netprep.guard.silence import Cut, cut, without_comments
from netprep.model.plan import Draft, Finding, MoveName, Note, Role, Sentence, Status
from netprep.model.records import Contact
from netprep.model.text import one_line
from netprep.settings.method import MethodSettings
from netprep.store import Store


def keep(store: Store, draft: Draft, clock: Clock) -> str | None:
    """Keep a draft so that ``sent`` knows it; what is wrong where it could not be kept.

    A note that was written is worth showing even where the notebook cannot be written to just now.
    """
    if draft.id is None:
        return None
    try:
        store.save_draft(draft.id, draft.plan.contact, clock.moment, kept_draft(draft))
    except NotebookError as error:
        return f"The draft was not kept: {error.message}"
    return None


def rewritten(written: Written, body: str, context: Context, method: MethodSettings) -> Written:
    """The draft with the user's own wording of the body, through the guard again.

    Sentences that stand as they were keep their role and facts; everything else is the user's. A comment
    that silences a rule does so, and is not part of the note.
    """
    draft = written.draft
    kept = [sentence for sentence in draft.note.sentences if sentence.text in body]
    rest = without_comments(body)
    for sentence in kept:
        rest = rest.replace(sentence.text, "\n", 1)
    own = " ".join(rest.split())
    note = Note(draft.note.subject, (Sentence(body.strip(), Role.YOURS, MoveName.OWN_WORDS),), draft.note.form)
    own_words = (*context.own_words, own) if own else context.own_words
    findings = review(note, dataclasses.replace(context, own_words=own_words), method)
    left = cut(note.body)
    if left.comments:
        note = dataclasses.replace(note, sentences=(dataclasses.replace(note.sentences[0], text=left.text.strip()),))
        findings = tuple(_without_comments(finding, left, note.body) for finding in findings)
    changed = dataclasses.replace(draft, note=note, findings=findings, status=judge(findings, note.sentences))
    return dataclasses.replace(written, draft=changed)


def _without_comments(finding: Finding, left: Cut, body: str) -> Finding:
    """A finding on a text with comments, told of the text without them; one on a comment is about the whole."""
    start, end = left.seen((finding.start, finding.end))
    lead = len(left.text) - len(left.text.lstrip())
    start, end = max(0, start - lead), min(len(body), max(0, end - lead))
    if start >= end:
        start = end = 0
    return dataclasses.replace(finding, start=start, end=end, text=body[start:end])


def carry(draft: Draft, contact: Contact, channel: Channel, folder: Path, *, send: bool = False) -> str:
    """Hand a note to a channel and return what it says it did, or what would make it do it.

    Args:
        draft: the note.
        contact: who it is for.
        channel: how it leaves.
        folder: where files go.
        send: whether the user said that it is to be sent.

    Raises:
        AnswerIsNo: it was to be sent, and is not ready.
        ServiceFailed: the channel could not do it.
    """
    if channel.sends and not send:
        return f"Nothing was sent. With --send, the channel {channel.name} sends it."
    if channel.sends and draft.status is not Status.SEND_READY:
        state = "has a gap to fill" if draft.status is Status.NEEDS_FILL else "is not usable as it stands"
        raise AnswerIsNo(f"Nothing was sent: the note {state}.", hint="Mend it with --edit, or log what is missing.")
    outgoing = Outgoing(
        subject=without_comments(draft.note.subject) if draft.note.subject else draft.note.subject,
        body=without_comments(draft.note.body),
        to=contact.emails[0] if contact.emails else None,
        name=f"{contact.id}-{draft.plan.kind.value}",
        folder=folder,
    )
    return channel.carry(outgoing)


def remarks_of_plugins(registry: Registry, draft: Draft) -> tuple[str, ...]:
    """What plugins say of a draft that was kept, each with the plugin's name in front."""
    plan, note = draft.plan, draft.note
    view = DraftView(
        id=draft.id or "",
        contact=plan.contact,
        kind=plan.kind,
        form=plan.form,
        subject=note.subject,
        body=note.body,
        status=draft.status.value,
    )
    return tuple(f"{each.plugin}: {one_line(each.value.text)}" for each in registry.draft_written(view))
