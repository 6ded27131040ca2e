"""``netprep followup``: write a follow-up note."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, talk
from netprep.model.frozen import frozen
from netprep.model.text import clean
from netprep.model.words import AskClass, FollowupKind, Form

if TYPE_CHECKING:
    from netprep.app import App
    from netprep.compose.followup import Desk, Request, Written
    from netprep.store import Store

_KINDS = [kind.value for kind in FollowupKind]


@frozen
class Options:
    """What was said on the command line."""

    contact: str
    event: str | None
    kind: str | None
    form: str | None
    channel: str | None
    backend: str | None
    ask: str | None
    ask_class: str | None
    invited: bool
    anyway: bool
    own_words: str | None
    language: str | None
    edit: bool
    copy: bool
    send: bool
    why: bool
    dry_run: bool
    no_fallback: bool
    as_json: bool


@click.command()
@click.argument("contact")
@click.option("--event", help="Write about this event, not the last meeting.")
@click.option("--kind", type=click.Choice(_KINDS), metavar="KIND", help=f"Which note: {', '.join(_KINDS)}.")
@click.option("--form", type=click.Choice([form.value for form in Form]), help="The shape of the text.")
@click.option("--channel", help="How it leaves; see: netprep channels.")
@click.option("--backend", help="Who words it; see: netprep backends.")
@click.option("--ask", metavar="TEXT", help="Ask for something, in your words; only if it is earned.")
@click.option(
    "--class", "ask_class", type=click.Choice([ask.value for ask in AskClass][1:]), help="How large the ask is."
)
@click.option("--invited", is_flag=True, help="They asked what you offer.")
@click.option("--anyway", is_flag=True, help="Ask even if it is not earned; it is logged.")
@click.option("--own-words", metavar="TEXT", help="A sentence only you could have written.")
@click.option("--language", help="The language of the note.")
@click.option("--edit", is_flag=True, help="Change the note in your editor before it goes on.")
@click.option("--copy", is_flag=True, help="Copy it to the clipboard.")
@click.option("--send", is_flag=True, help="Let the channel send it, where it can.")
@click.option("--why", is_flag=True, help="Show what each sentence rests on.")
@click.option("--dry-run", is_flag=True, help="Show what would go to a remote model.")
@click.option("--no-fallback", is_flag=True, help="Fail rather than use the templates where a model fails.")
@format_option
def followup(**options: Any) -> None:
    """Write a follow-up note to CONTACT: grounded, warm, short, never a pitch.

    Without --kind it works out which note is due. Nothing is sent: the note is printed, and
    "netprep sent CONTACT" records that you sent it.
    """
    wanted = Options(**options)
    app = this_app()
    backend = app.registry.backend(wanted.backend or app.settings["backend"])
    channel = app.registry.channel("clipboard" if wanted.copy else wanted.channel or app.settings["channel"])
    if wanted.send and not channel.sends:
        raise click.UsageError(f"The channel {channel.name} does not send; it {channel.about}.")
    if wanted.dry_run:
        print_text(f"Nothing would leave this machine: {backend.about}.")
        return
    with app.notebook() as store:
        written, desk = _write(app, store, wanted, channel.name, channel.form)
        trouble = _keep(app, store, written)
    _show(app, wanted, written)
    from netprep.compose.outbox import carry, remarks_of_plugins

    for line in (trouble,) if trouble else remarks_of_plugins(app.registry, written.draft):
        talk(line)
    if done := carry(written.draft, desk.contact, channel, Path.cwd(), send=wanted.send):
        talk(done)


def _write(app: App, store: Store, wanted: Options, channel: str, form: Form | None) -> tuple[Written, Desk]:
    from netprep.cli.editor import open_editor
    from netprep.compose.asking import desk_for
    from netprep.compose.followup import context_of, write_followup
    from netprep.compose.naming import find_event
    from netprep.compose.outbox import rewritten

    desk = desk_for(store, wanted.contact, app.clock, app.settings, registry=app.registry, rules=app.rules)
    language = app.language(wanted.language)
    request = _request(wanted, channel, form, find_event(store, wanted.event) if wanted.event else None)
    written = write_followup(desk, request, app.writer(language), language)
    if wanted.edit and (body := open_editor(written.draft.note.body, "note.txt")) and body.strip():
        written = rewritten(written, clean(body), context_of(desk, request, written, body), app.settings.method)
    return written, desk


def _request(wanted: Options, channel: str, channel_form: Form | None, event: Any) -> Request:
    from netprep.compose.followup import Request

    return Request(
        event=event,
        kind=FollowupKind(wanted.kind) if wanted.kind else None,
        form=Form(wanted.form) if wanted.form else channel_form,
        channel=channel,
        own_words=wanted.own_words,
        ask=wanted.ask,
        ask_class=AskClass(wanted.ask_class) if wanted.ask_class else None,
        invited=wanted.invited,
        anyway=wanted.anyway,
    )


def _keep(app: App, store: Store, written: Written) -> str | None:
    from netprep.compose.outbox import keep

    return keep(store, written.draft, app.clock)


def _show(app: App, wanted: Options, written: Written) -> None:
    draft = written.draft
    if wanted.as_json:
        from netprep.compose.drafts import draft_document

        print_json(draft_document(draft))
    else:
        if draft.note.subject:
            print_text(f"Subject: {draft.note.subject}\n")
        print_text(draft.note.body)
    for remark in written.remarks:
        talk(remark)
    if not wanted.as_json:
        from netprep.cli.why import print_status, print_why

        if wanted.why:
            print_why(written, app.settings.method)
        print_status(written, invite=app.settings["own_words"] == "invite" and not wanted.own_words)
