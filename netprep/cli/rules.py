"""``netprep rules``: what the guard looks for, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from netprep.cli.main import this_app
from netprep.cli.output import format_option, print_json, print_rows, print_text, print_wrapped
from netprep.model.rules import Category

if TYPE_CHECKING:
    from netprep.compose.rules_shown import ShownRule

_CATEGORIES = [category.value for category in Category]


@click.group()
def rules() -> None:
    """List the guard's rules, and explain one."""


@rules.command("list")
@click.option("--category", type=click.Choice(_CATEGORIES), metavar="C", help=f"Only these: {', '.join(_CATEGORIES)}.")
@click.option("--acts", is_flag=True, help="The speech acts that rules can name, not the rules.")
@format_option
def list_rules(category: str | None, acts: bool, as_json: bool) -> None:
    """List every rule: the built-in ones, your own and those of plugins."""
    from netprep.compose.rules_shown import act_document, all_rules, listed_document, shown_acts

    if acts:
        found = shown_acts()
        if as_json:
            print_json({"rules": [], "acts": [act_document(act) for act in found]})
        else:
            print_rows((act.name, act.about) for act in found)
        return
    app = this_app()
    shown = [rule for rule in all_rules(app.rule_packs()) if category in (None, rule.rule.category.value)]
    if as_json:
        print_json({"rules": [listed_document(rule) for rule in shown], "acts": []})
        return
    for i, rule in enumerate(shown):
        if i == 0 or shown[i - 1].rule.category is not rule.rule.category:
            print_text(f"{chr(10) if i else ''}{rule.rule.category.value.upper()}")
        silenced = ", silenced by you" if rule.rule.code in app.settings.silenced else ""
        owner = "" if rule.owner == "netprep" else f" ({rule.owner})"
        print_wrapped(f"{rule.rule.code:<4} {rule.rule.name.replace('-', ' ')}, {rule.level}{owner}{silenced}", "  ")


@rules.command()
@click.argument("rule")
@format_option
def show(rule: str, as_json: bool) -> None:
    """Explain RULE, a code or a name: why there is such a rule, what it finds, and how to silence it."""
    from netprep.compose.rules_shown import find_shown, shown_document

    found = find_shown(rule, this_app().rule_packs())
    if as_json:
        print_json(shown_document(found))
    else:
        _print_rule(found)


def _print_rule(found: ShownRule) -> None:
    rule = found.rule
    print_wrapped(f"{rule.name.replace('-', ' ')} ({rule.code}), {found.level}", hanging="  ")
    print_wrapped(rule.why or rule.message)
    for title, text in found.lines():
        print_wrapped(f"{title}: {text}", hanging="  ")
    file = found.file
    for title, texts in (("It finds", file.fires), ("It lets pass", file.passes)) if file else ():
        print_text(f"\n{title}:")
        for text in texts:
            print_wrapped(" ".join(text.split()), "  · ", "    ")
    print_text()
    for line in found.how_to_silence():
        print_wrapped(line, hanging="  ")
