"""Words of two meanings: the company a word keeps says which one is meant.

"Java" is a language and an island, "running" a sport and what one does with a café. Suggesting the
wrong one shows that nobody listened, so such a word only ties a text to another in which it means
the same. The tables are small on purpose: they hold the words that people at events use both ways.
"""

from __future__ import annotations

from collections.abc import Set
from functools import lru_cache

from netprep.method.stems import stems

_CODE = (
    "api app apps backend clean code coding developer engineering framework idiom learning library programmer "
    "programming script software"
)
_TRAVEL = "island holiday travel travelling trip visiting volcano indonesia hiking beach flight"
_MONEY = "account branch credit finance interest loan money mortgage payment saving"
_SPORT = (
    "5k 10k half km mile marathon parkrun race racing road trail hill uphill ultra jogging sprint pace shoe athlete "
    "sport training fitness knee club boston london berlin"
)
_FIRM = (
    "agency bakery bar business cafe charity church clinic committee company event farm festival firm gallery hall "
    "hostel hotel household kitchen market meeting office parish payroll practice project pub restaurant retreat "
    "school shop sites staff stall startup store studio team theatre till warehouse workshop cost late short water "
    "machine press"
)
_STAFF = "apprentice apprenticeship colleague employee hire newcomer onboarding staff team trainee manager volunteer"

_TABLE: dict[str, tuple[str, ...]] = {
    "java": (f"{_CODE} kotlin jvm", f"{_TRAVEL} coffee jakarta bali surf"),
    "python": (f"{_CODE} data pandas notebook", "pet reptile snake zoo"),
    "ruby": (f"{_CODE} rails", "anniversary gem gemstone jewellery ring wedding"),
    "rust": (f"{_CODE} memory", "boat bridge car iron metal paint roof steel"),
    "swift": (f"{_CODE} ios", "bird box nest concert taylor"),
    "running": (_SPORT, _FIRM),
    "marathon": (
        f"{_SPORT} running run runner second first finish",
        "call debate meeting negotiation reading session talk week",
    ),
    "training": (f"{_SPORT} running plan", _STAFF, "dog horse puppy"),
    "coaching": (
        "athlete football rugby swim tens youth kid child player sport",
        "life leadership leader manager executive career business",
        "bus tour travel holiday",
    ),
    "oracle": (f"{_CODE} database erp migration postgres sql", "delphi greek history myth prophecy"),
    "race": (_SPORT, "discrimination equality ethnic gender inclusion"),
    "bridge": (
        "bid card club partner tournament trump",
        "building engineering footbridge railway river road steel",
        "dental tooth",
    ),
    "bank": (_MONEY, "canal erosion fishing otter river stream wild"),
    "board": (
        "chair committee director governance seat trustee",
        "game dice chess puzzle evening",
        "snow surf skate",
        "circuit",
    ),
    "pitch": (
        "deck founder funding investor sales startup",
        "cricket football grass hockey tent camping",
        "choir note",
    ),
    "cloud": (f"{_CODE} computing hosting migration server", "photo sky storm weather painting"),
    "stock": ("broker invest market portfolio share trading", "bone broth soup", "inventory shelf shop warehouse"),
    "plant": (
        "factory manufacturing production pump shift maintenance",
        "flower garden leaf seed soil watering window",
    ),
    "bar": ("beer cocktail drink pub", "barrister exam law lawyer", "chocolate"),
    "court": ("barrister judge law trial", "badminton squash tennis"),
    "scale": ("growth startup team company", "model railway", "kitchen weighing"),
    "driving": ("car lesson licence van lorry truck delivery", "change growth sales revenue"),
    "jam": (
        "fruit jar strawberry kitchen breakfast preserve",
        "band guitar jazz music session",
        "traffic road commute",
    ),
}
_TAKEN_AS: dict[str, int] = {"running": 0, "marathon": 0, "race": 0}
"""Words that mean one thing unless their company says otherwise: the place of that sense in the table."""


def same_sense(stem: str, here: Set[str], there: Set[str]) -> bool | None:
    """Whether a stem means the same in two texts; None where that cannot be told.

    Args:
        stem: a stem that both texts hold.
        here: all stems of the one text.
        there: all stems of the other.
    """
    senses = _senses().get(stem)
    if senses is None:
        return True
    first, second = _sense(stem, senses, here), _sense(stem, senses, there)
    return None if first is None or second is None else first == second


def _sense(stem: str, senses: tuple[frozenset[str], ...], company: Set[str]) -> int | None:
    """Which sense a text means: the one most of whose words it holds; None at a draw."""
    counts = [len((sense & company) - {stem}) for sense in senses]
    best = max(counts)
    if best == 0:
        return _taken_as().get(stem)
    return counts.index(best) if counts.count(best) == 1 else None


@lru_cache(maxsize=1)
def _senses() -> dict[str, tuple[frozenset[str], ...]]:
    return {stems(word)[0]: tuple(frozenset(stems(sense)) for sense in senses) for word, senses in _TABLE.items()}


@lru_cache(maxsize=1)
def _taken_as() -> dict[str, int]:
    return {stems(word)[0]: sense for word, sense in _TAKEN_AS.items()}
