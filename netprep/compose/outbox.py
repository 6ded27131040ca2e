"""What happens to a draft after it is written: kept, changed by hand, handed to a channel."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from netprep.api import Channel, Outgoing
from netprep.clock import Clock
from netprep.compose.drafts import kept_draft
from netprep.compose.followup import Written
from netprep.errors import NotebookError
from netprep.guard import Context, judge, review
from netprep.model.plan import Draft, MoveName, Note, Role, Sentence
from netprep.model.records import Contact
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

    Sentences that stand as they were keep their role and facts; everything else is the user's.
    """
    draft = written.draft
    kept = [sentence for sentence in draft.note.sentences if sentence.text in body]
    rest = body
    for sentence in kept:
        rest = rest.replace(sentence.text, "\n", 1)
    own = " ".join(rest.split())
    note = Note(draft.note.subject, (Sentence(body.strip(), Role.YOURS, MoveName.OWN_WORDS),), draft.note.form)
    own_words = (*context.own_words, own) if own else context.own_words
    findings = review(note, dataclasses.replace(context, own_words=own_words), method)
    changed = dataclasses.replace(draft, note=note, findings=findings, status=judge(findings, note.sentences))
    return dataclasses.replace(written, draft=changed)


def carry(draft: Draft, contact: Contact, channel: Channel, folder: Path) -> str:
    """Hand a note to a channel and return what it says it did.

    Raises:
        ServiceFailed: the channel could not do it.
    """
    outgoing = Outgoing(
        subject=draft.note.subject,
        body=draft.note.body,
        to=contact.emails[0] if contact.emails else None,
        name=f"{contact.id}-{draft.plan.kind.value}",
        folder=folder,
    )
    return channel.carry(outgoing)
