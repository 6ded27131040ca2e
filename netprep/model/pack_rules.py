"""Rules that are files: the user's own and those of plugins' packs. The types here are the schema."""

from enum import StrEnum

from netprep.model.frozen import frozen
from netprep.model.plan import Level


class RuleKind(StrEnum):
    """How a rule works."""

    EXISTENCE = "existence"


@frozen
class ExistenceRule:
    """A rule that finds phrases, whatever their case and white space.

    ``message`` is what the user is told; ``{text}`` in it stands for the words that were found.
    ``fires`` are at least three texts it has to find something in, ``passes`` at least three that
    come near and are fine: a rule is read only if both hold.
    """

    kind: RuleKind
    code: str
    name: str
    level: Level
    phrases: tuple[str, ...]
    message: str
    suggestion: str
    fires: tuple[str, ...]
    passes: tuple[str, ...]
    info: str | None = None


PackRule = ExistenceRule
"""Any rule that can stand in a file; a new kind joins with ``|``."""
KINDS: dict[RuleKind, type[PackRule]] = {RuleKind.EXISTENCE: ExistenceRule}
EXAMPLES = 3
"""How many texts a rule has to bring that it finds something in, and that it lets pass."""
