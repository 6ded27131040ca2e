"""``netprep stage``: where a relationship stands, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from netprep.cli.dates import short_day
from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_text, print_wrapped
from netprep.settings.method import constant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from netprep.method.stage import Reason, StageReport
    from netprep.settings.method import MethodSettings

_FLAGS = {
    "at_risk": "at risk: a promise of yours is late",
    "ripe": "ripe: they may not know what you look for",
    "resting": "resting: leave them in peace for now",
    "over_giving": "rest: your attention may serve someone else",
    "do_not_contact": "not to be contacted",
}


@click.command()
@click.argument("contact")
@click.option("--why", is_flag=True, help="Show the entries and the numbers it rests on.")
@format_option
def stage(contact: str, why: bool, as_json: bool) -> None:
    """Show where the relationship with CONTACT stands: stage, freshness, what comes next."""
    from netprep.compose.asking import desk_for
    from netprep.compose.common_ground import common_lines
    from netprep.compose.standing import standing

    app = this_app()
    with app.notebook() as store:
        desk = desk_for(store, contact, app.clock, app.settings, registry=app.registry)
        found = standing(store, desk)
    if as_json:
        print_json(_document(found.report))
    else:
        lines = common_lines(found.common, app.clock, app.settings.method)
        _print(desk.contact.name, found.report, lines, app.clock.today)
        if why:
            _print_why(found.report, app.settings.method, app.clock.today)


def _print(name: str, report: StageReport, common: Sequence[str], today: date) -> None:
    fresh = report.freshness or "never met"
    print_wrapped(f"{name}: {report.stage.label} ({report.stage.value}), {fresh}", hanging="  ")
    if report.override:
        note = f": {report.override.note}" if report.override.note else ""
        said, shown = report.override.value, report.stage
        print_wrapped(f"You say {said.label} ({said.value}){note}. The log shows {shown.label} ({shown.value}).", "  ")
    for flag in report.flags:
        print_wrapped(_FLAGS[flag], "  ! ", "    ")
    for label, reasons in (("has", report.has), ("lacks", report.lacks)):
        text = " · ".join(_dated(reason, today) for reason in reasons)
        if text:
            print_wrapped(text, f"  {label:<6} ", " " * 9)
    for number, shared in enumerate(common):
        print_wrapped(shared, "  common " if number == 0 else " " * 9, " " * 9)
    print_wrapped(report.next, "  next   ", " " * 9)


def _print_why(report: StageReport, method: MethodSettings, today: date) -> None:
    print_text()
    asked = (
        ("knows me", report.knows_me),
        ("knows my work", report.knows_my_work),
        ("feels connected", report.feels_connected),
    )
    for label, reason in asked:
        print_wrapped(f"{label}: {_dated(reason, today) if reason else '?'}", "  ", "    ")
    entries = sorted({entry for reason in report.has for entry in reason.entries})
    if entries:
        print_wrapped(f"rests on {', '.join(entries)}", "  ", "    ")
    for name in report.constants_used:
        print_wrapped(str(constant(method, name)), "  ", "    ")


def _dated(reason: Reason, today: date) -> str:
    return f"{reason.text} ({short_day(reason.date, today)})" if reason.date else reason.text


def _document(report: StageReport) -> dict[str, Any]:
    override = report.override
    return {
        "stage": report.stage.value,
        "name": report.stage.label,
        "override": {"value": override.value.value, "note": override.note} if override else None,
        "freshness": report.freshness,
        "flags": list(report.flags),
        "has": [_reason(reason) for reason in report.has],
        "lacks": [_reason(reason) for reason in report.lacks],
        "next": report.next,
        "knows_me": _reason(report.knows_me) if report.knows_me else {},
        "knows_my_work": _reason(report.knows_my_work) if report.knows_my_work else {},
        "feels_connected": _reason(report.feels_connected) if report.feels_connected else {},
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "text": reason.text,
        "entries": list(reason.entries),
        "date": str(reason.date) if reason.date else None,
    }
