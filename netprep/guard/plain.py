"""A text as its reader sees it: no markup, no invisible characters, no letters dressed up as others.

Rules read this view; what they find is told in the offsets of the text as it came.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from netprep.guard.phrases import lazily

Span = tuple[int, int]

_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_ODD = lazily(f"[{_INVISIBLE}\u0370-\u03ff\u0400-\u04ff\uff01-\uff5e\ufb00-\ufb06\U0001d400-\U0001d7ff]")
_GONE = lazily(f"[{_INVISIBLE}]")
_STYLED = lazily("[\uff01-\uff5e\ufb00-\ufb06\U0001d400-\U0001d7ff]")
_IS_MARKUP = lazily(
    r"<(?:!doctype html|html|body|head|div|p|br|table|td|span|ul|li|font|center)(?:\s[^<>]{0,2000})?/?>", re.IGNORECASE
)
_MARKUP = lazily(
    r"(?P<gone><!--.*?-->|<(?P<tag>script|style|head|title)\b[^>]*>.*?</(?P=tag)\s*>|<!doctype[^>]*>)"
    r"|(?P<block></?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|blockquote|body|html|td|center|hr)\b[^<>]*>)"
    r"|(?P<inline></?[a-z][a-z0-9]*\b[^<>]*>)|(?P<entity>&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});)",
    re.IGNORECASE | re.DOTALL,
)
_MIXED = lazily(r"[^\W\d_]+")
_LIKE = str.maketrans(
    "аеорсухіјѕһԁɡкмтвнАВЕКМНОРСТУХІЈЅαοερνικτυωΑΒΕΗΙΚΜΝΟΡΤΥΧΖ",
    "aeopcyxijshdgkmtbhABEKMHOPCTYXIJSaoepviktuwABEHIKMNOPTYXZ",
)
"""Letters of other alphabets that look like Latin ones."""


@dataclass(frozen=True)
class View:
    """A text as it is read. ``offsets`` says where each character of ``text`` came from; None where nothing moved."""

    text: str
    source: str
    offsets: tuple[int, ...] | None = None
    hidden: tuple[Span, ...] = ()

    def back(self, span: Span) -> Span:
        """A span of the view in the text as it came."""
        if self.offsets is None:
            return span
        start, end = span
        if start >= len(self.offsets):
            return len(self.source), len(self.source)
        first = self.offsets[start]
        return first, (self.offsets[end - 1] + 1 if end > start else first)

    def seen(self, span: Span) -> Span:
        """A span of the text as it came in the view."""
        if self.offsets is None:
            return span
        return bisect_left(self.offsets, span[0]), bisect_left(self.offsets, span[1])


def plain_view(text: str) -> View:
    """How a reader sees ``text``. Linear in its length; most texts are their own view.

    ``hidden`` are the places where a word was made unreadable for a search: something invisible
    between two letters, or letters of two alphabets in one word.
    """
    is_html = "<" in text and _IS_MARKUP().search(text) is not None
    if not is_html and not _ODD().search(text):
        return View(text, text)
    characters = list(_without_markup(text)) if is_html else list(zip(text, range(len(text)), strict=True))
    hidden = [*_invisible(characters), *_dressed_up(characters)]
    characters = [pair for pair in characters if not _GONE().match(pair[0])]
    characters = [(plain, at) for character, at in _undressed(characters) for plain in _plain(character)]
    shown = "".join(character for character, _ in characters)
    return View(shown, text, tuple(at for _, at in characters), tuple(sorted(hidden)))


def _without_markup(text: str) -> Iterator[tuple[str, int]]:
    """Each character that markup leaves, with where it came from; the end of a block is the end of a line."""
    at = 0
    for match in _MARKUP().finditer(text):
        yield from ((text[i], i) for i in range(at, match.start()))
        if match["block"]:
            yield "\n", match.start()
        elif match["entity"]:
            yield from ((character, match.start()) for character in html.unescape(match[0]))
        at = match.end()
    yield from ((text[i], i) for i in range(at, len(text)))


def _is_letter(character: str) -> bool:
    return character.isalpha() and unicodedata.name(character, "").startswith(
        ("LATIN", "FULLWIDTH", "CYRILLIC", "GREEK")
    )


def _invisible(characters: list[tuple[str, int]]) -> Iterator[Span]:
    """Where something invisible stands between two letters; a soft hyphen does so in honest texts, too."""
    for i in range(1, len(characters) - 1):
        character, at = characters[i]
        if character == "\u00ad" or not _GONE().match(character):
            continue
        if _is_letter(characters[i - 1][0]) and _is_letter(characters[i + 1][0]):
            yield at, at + 1


def _dressed_up(characters: list[tuple[str, int]]) -> Iterator[Span]:
    """Words with letters of two alphabets in them."""
    text = "".join(character for character, _ in characters)
    for match in _MIXED().finditer(text):
        word = match[0]
        if not word.isascii() and word.translate(_LIKE) != word and word.translate(_LIKE).isascii() and _is_mixed(word):
            yield characters[match.start()][1], characters[match.end() - 1][1] + 1


def _is_mixed(word: str) -> bool:
    return any(character.isascii() for character in word)


def _undressed(characters: list[tuple[str, int]]) -> list[tuple[str, int]]:
    text = "".join(character for character, _ in characters)
    plain = list(text)
    for match in _MIXED().finditer(text):
        if not match[0].isascii() and _is_mixed(match[0]):
            plain[match.start() : match.end()] = match[0].translate(_LIKE)
    return [(shown, at) for shown, (_, at) in zip(plain, characters, strict=True)]


def _plain(character: str) -> str:
    """A letter of a typeface, or a ligature, as ordinary letters; everything else as it is."""
    return unicodedata.normalize("NFKC", character) if _STYLED().match(character) else character
