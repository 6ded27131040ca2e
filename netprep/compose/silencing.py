"""Rules of the guard that the user keeps quiet in all texts: the setting ``silenced_rules``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netprep.errors import NotFound, UsageError
from netprep.settings.user import SILENCED_PREFIX, Settings

if TYPE_CHECKING:
    from netprep.model.rules import RuleFile


def silenced_codes(settings: Settings, rules: tuple[RuleFile, ...]) -> frozenset[str]:
    """The codes that the settings keep quiet; one that no rule has any more, or that cannot be silenced, is not."""
    if not settings.silenced:
        return frozenset()
    from netprep.guard import RULES

    known = {code: rule.always for code, rule in RULES.items()} | {rule.code: rule.always for rule in rules}
    return frozenset(code for code in settings.silenced if known.get(code) is False)


def setting_of(name: str, rules: tuple[RuleFile, ...]) -> str:
    """The name of the setting that silences a rule, whatever the rule was called in it.

    Args:
        name: ``silenced_rules.`` and a code or a readable name.
        rules: the rules from files.

    Raises:
        NotFound: there is no such rule.
        UsageError: it cannot be silenced.
    """
    from netprep.guard.packs import pack_of
    from netprep.guard.silence import find_rule, nearest_rule

    packs = pack_of(rules).rules if rules else {}
    wanted = name.removeprefix(SILENCED_PREFIX)
    rule = find_rule(wanted, packs)
    if rule is None:
        near = nearest_rule(wanted, packs)
        raise NotFound(
            f"There is no rule “{wanted}”.", hint=f"Did you mean {near}?" if near else "See: netprep rules list"
        )
    if rule.always:
        raise UsageError(f"{rule.name.replace('-', ' ')} ({rule.code}) cannot be silenced.", hint=rule.why)
    return SILENCED_PREFIX + rule.code
