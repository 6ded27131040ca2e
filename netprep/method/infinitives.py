"""Goals as people type them: "open a bubble tea place", "to speak at a conference"; said of somebody they need an -ing.

It works from a closed table: a word it does not know, or that may be a noun where it stands, passes.
"""

from __future__ import annotations

import re


def _table(pairs: str) -> dict[str, str]:
    return dict(pair.split(":", 1) for pair in pairs.split())


_VERBS = _table(
    "open:opening start:starting run:running build:building find:finding make:making get:getting hire:hiring "
    "sell:selling buy:buying write:writing publish:publishing launch:launching learn:learning teach:teaching "
    "speak:speaking give:giving go:going become:becoming move:moving join:joining meet:meeting win:winning "
    "grow:growing take:taking finish:finishing lead:leading manage:managing organise:organising "
    "organize:organizing found:founding own:owning keep:keeping save:saving raise:raising improve:improving "
    "expand:expanding set:setting break:breaking apply:applying retire:retiring compete:competing study:studying "
    "travel:travelling visit:visiting live:living work:working volunteer:volunteering train:training "
    "plan:planning help:helping play:playing read:reading cook:cooking bake:baking swim:swimming ride:riding "
    "cycle:cycling coach:coaching serve:serving sing:singing develop:developing create:creating change:changing "
    "switch:switching qualify:qualifying graduate:graduating leave:leaving quit:quitting pass:passing "
    "row:rowing climb:climbing invest:investing exhibit:exhibiting perform:performing want:wanting like:liking "
    "love:loving need:needing enjoy:enjoying try:trying collect:collecting know:knowing hope:hoping"
)
_OPENS_AN_OBJECT = frozenset(
    _table("a: an: the: her: his: their: my: our: its: this: every: each: another: more: two: three: four: five: ten:")
)
_GOES_WITH = {
    verb: frozenset(words.split(","))
    for verb, words in _table(
        "speak:at,to,in,on,about learn:to,about,how go:to,into,for,on get:to,into,out write:for,about move:to,into "
        "live:in,near,with work:for,at volunteer:at,for,with travel:to study:at,for set:up take:on,up,over,part "
        "apply:to,for retire:in,to,from compete:in,at expand:to,into switch:to,into break:into qualify:for,as "
        "graduate:from invest:in,into exhibit:at,in perform:at,in,on sell:to,at,in,online teach:in,at sing:in,at "
        "swim:in,across join:in hope:to want:to like:to love:to need:to try:to,out row:in,on,across climb:in"
    ).items()
}
_NUMBER = re.compile(r"\d[\d.,]*[a-z]*")
_COUNTS_ITS_OBJECT = frozenset(
    {"run", "hire", "sell", "write", "build", "find", "make", "buy", "open", "raise", "teach", "save", "meet", "win"}
)
_NO_OBJECT = re.compile(r"(?:\d+/\d+|\d+ hours?)\b")


def gerund_of(verb: str) -> str | None:
    """The -ing form of a verb of the table in its base form: "running" of "run"."""
    return _VERBS.get(verb.lower())


def infinitive_as_topic(text: str) -> str | None:
    """A goal in the infinitive as a topic: "opening a shop" of "(to) open a shop"; None if it is none."""
    to = re.match(r"to\s+", text, re.IGNORECASE)
    verb, _, after = (text[to.end() :] if to else text).partition(" ")
    gerund = gerund_of(verb)
    if not gerund or not after:
        return None
    following = after.split()[0].strip(",.;:").lower()
    counts = (
        verb.lower() in _COUNTS_ITS_OBJECT
        and bool(_NUMBER.fullmatch(following))
        and not _NO_OBJECT.match(after.lower())
    )
    takes_it = following in _OPENS_AN_OBJECT or following in _GOES_WITH.get(verb.lower(), ())
    return f"{gerund} {after}" if to or takes_it or counts else None
