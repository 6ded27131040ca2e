"""The day in a promise as people say it: "the plan by friday", "CV tmrw", "the list in 3 days", "the deck by eod"."""

from __future__ import annotations

import re

_DEADLINE = re.compile(r"^(?P<what>.*\S)\s+(?P<word>by|until|before|on)\s+(?P<when>\S.*)$", re.IGNORECASE | re.DOTALL)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_TIME_WORD = (
    r"\d+(?:st|nd|rd|th)?|\d{1,2}(?:[:.]\d\d)?\s?(?:am|pm|h)?|\d{4}-\d\d-\d\d(?:t\d\d:\d\d)?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?"
    rf"|{_WEEKDAY}"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|today|tonight|tomorrow|tmrw|tmw|now|noon|midnight|morning|afternoon|evening|night"
    r"|(?:day|week|weekend|month|year|quarter|hour|minute)s?|easter|christmas|spring|summer|autumn|winter|eod|eow|cob"
    r"|the|this|next|coming|a|in|at|of|end|early|late|mid|first|last|from|after|before"
    r"|one|two|three|four|five|six|ten"
)
_TIME = re.compile(rf"(?:{_TIME_WORD})(?:[\s,-]+(?:{_TIME_WORD}))*", re.IGNORECASE)
_NO_TIME_YET = re.compile(r"(?:the|this|a|in|at|of|first|last|from|after|before|one|late|early|\s)+", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:day|week|weekend|month|year|hour|minute)s?\b", re.IGNORECASE)
_BARE = re.compile(
    r"^(?P<what>.*\S),?\s+(?P<when>(?:today|tonight|tomorrow|tmrw|tmw|eod|eow|cob"
    rf"|(?:next|this|coming)\s+{_WEEKDAY}"
    r"|in\s+(?:\d{1,3}|an?|one|two|three|four|five|six|ten)\s+(?:day|week)s?"
    r"|(?:at\s+)?(?:the\s+)?end\s+of\s+(?:the\s+|this\s+|next\s+)?week)"
    r"(?:\s+(?:morning|afternoon|evening|night))?)$",
    re.IGNORECASE | re.DOTALL,
)
_BELONGS_TO_WHAT = re.compile(
    r"(?:^|\s)(?:for|of|from|about|since|to|until|till|by|on|in|at|with|after|before|the|a|an|and|or|how|than|every)$",
    re.IGNORECASE,
)
"""What stands before a day that belongs to the thing promised: "the plan for tomorrow"."""
_DAY_PART = re.compile(r"(?<=\w)\s+(?:morning|afternoon|evening|night)$", re.IGNORECASE)
_MEANS = {
    "eod": "today", "the eod": "today", "cob": "today", "end of day": "today", "end of the day": "today",
    "the end of the day": "today", "the end of day": "today", "tonight": "today", "tmrw": "tomorrow", "tmw": "tomorrow",
    "eow": "end of the week", "the weekend": "end of the week", "weekend": "end of the week",
    "this week": "end of the week", "this weekend": "end of the week", "next week": "end of next week",
    "in a day": "tomorrow", "in one day": "tomorrow", "in a week": "in 1 week",
}  # fmt: skip
_VAGUE = re.compile(r"\b(asap|as soon as possible|soon|shortly|some ?time|when(?:ever)? I can)$", re.IGNORECASE)
_DATED = re.compile(
    rf"\b(?:(?:by|until|before)\s+(\S+(?:\s\S+)?)|((?:on\s+)?{_WEEKDAY}|tomorrow|tmrw|today|tonight|(?:next|this)\s+week))$",
    re.IGNORECASE,
)


def split_deadline(words: str) -> tuple[str, str | None]:
    """What was promised, and the day as said, where one is sure: ("CV", "tomorrow").

    The day is what follows the last "by", "until", "before" or "on", or stands at the end by itself;
    "the plan for tomorrow" and "the talk on Monday mornings" keep their words.
    """
    match = _DEADLINE.match(words)
    when = match["when"].rstrip(".!") if match else ""
    if match is not None and _is_day(match["word"].lower(), when):
        return match["what"], _plain_day(match["word"].lower(), when)
    bare = _BARE.match(words.rstrip(".!"))
    if bare is not None and not _BELONGS_TO_WHAT.search(bare["what"]):
        return bare["what"].rstrip(" ,;–-"), _plain_day("", re.sub(r"^at\s+", "", bare["when"], flags=re.IGNORECASE))
    return words, None


def day_not_read(words: str) -> str | None:
    """What in a promise without a day speaks of one: "asap", "blursday" of "by blursday"; None if nothing does."""
    words = words.rstrip(".!")
    if vague := _VAGUE.search(words):
        return vague[1]
    dated = _DATED.search(words)
    return (dated[1] or dated[2]) if dated else None


def _is_day(word: str, when: str) -> bool:
    """Whether ``when`` is made of words for a time; "on two days" counts days and names none."""
    if word == "on" and _COUNTED.search(when):
        return False
    return bool(_TIME.fullmatch(when)) and not _NO_TIME_YET.fullmatch(when)


def _plain_day(word: str, when: str) -> str:
    """A day in words that can be read as a date: "eod" is today, "before the weekend" its Friday."""
    said = " ".join(_DAY_PART.sub("", when).lower().split())
    if word == "before" and said == "next week":
        return "end of the week"
    return _MEANS.get(said, when if said == when.lower() else said)
