"""The HTML brief in a real browser: on a phone, in the dark, and on one side of A4."""

from __future__ import annotations

import io
import unicodedata

import pytest
from pypdf import PdfReader

from netprep.model.moment import Moment
from netprep.model.records import Attendee, Contact, Entry, Event, Fact, LibraryItem, Me
from netprep.model.words import EntryKind, FactField, LibraryKind, Purpose
from netprep.store import open_store
from tests.conftest import TODAY, Made, Netprep, make_demo

DAY = Moment.parse("2026-11-12")
CONTRAST = """
() => {
  const channel = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  const light = rgb => { const [r, g, b] = rgb.match(/[\\d.]+/g).map(Number);
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
  const paper = light(getComputedStyle(document.body).backgroundColor);
  return [...document.querySelectorAll('body *')].filter(e => e.childNodes.length && e.textContent.trim()).map(e => {
    const ink = light(getComputedStyle(e).color);
    return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05); });
}
"""
OVERFLOWING = """
() => [...document.querySelectorAll('body, body *')]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 || e.scrollWidth > Math.ceil(e.clientWidth) + 1 && e.clientWidth)
  .map(e => e.outerHTML.slice(0, 80))
"""


def full(netprep: Netprep, text: str) -> None:
    """An event whose page holds as much as a page can."""
    line = text[:190]
    fact = [Fact(field=field, value=f"{text} {field.value}", quote=text, date=DAY) for field in FactField]
    meeting = Entry(kind=EntryKind.MET, date=DAY, anchor=text, quote=text)
    contacts = [
        Contact(name=f"{line[:80]} {n}", id=f"c{n}", role=line, org=line, facts=tuple(fact), log=(meeting,))
        for n in range(4)
    ]
    with open_store(netprep.home, create=True) as store, store.step("test", Moment.parse(TODAY)) as writer:
        writer.put_me(Me(name="Al", about=f"{text} {text} {text}", give_back=(text,), seeks=(text,)))
        writer.add_contacts(contacts)
        writer.put_item(
            LibraryItem(kind=LibraryKind.LINK_DOC, title=line, url="https://example.org/a", topics=(line,), opened=DAY)
        )
        writer.put_event(
            Event(
                name=line,
                id="fair",
                starts=Moment.parse("2026-11-26T18:00"),
                ends=Moment.parse("2026-11-26T20:00"),
                place=text,
                goal=text,
                serve=text,
                role=text,
                purpose=tuple(Purpose),
                attendees=tuple(Attendee(contact=each.id, public=text, look_for=text) for each in contacts),
            )
        )


PAGES = {
    "the demo": (make_demo, "boat-shed-breakfast"),
    "an evening long past": (make_demo, "trade-hall-reception"),
    "a full page": (lambda netprep: full(netprep, "a rather long line about keeping apprentices past their first year " * 2), "fair"),
    "one endless word": (lambda netprep: full(netprep, "Donaudampfschifffahrt" * 9), "fair"),
    "Chinese": (lambda netprep: full(netprep, "我们在码头的雨里等了很久直到灯亮起来" * 8), "fair"),
    "markup": (lambda netprep: full(netprep, '<img src="https://evil.example/x.png"><script>document.title="x"</script> url(https://evil.example) '), "fair"),
}  # fmt: skip


@pytest.fixture(params=list(PAGES))
def html(request, made: Made) -> str:
    build, event = PAGES[request.param]
    return made(build)("brief", event, "--format", "html").stdout


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_it_fits_a_phone_can_be_read_and_asks_for_nothing(look, html: str, dark: bool) -> None:
    seen = look(html, dark=dark)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert seen.page.evaluate(OVERFLOWING) == []
    assert min(seen.page.evaluate(CONTRAST)) >= 4.5
    assert seen.asked == []
    assert seen.page.title() != "x"


def test_it_is_dark_where_the_phone_is_dark(look, html: str) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    assert look(html).page.evaluate(paper) != look(html, dark=True).page.evaluate(paper)


def test_it_prints_on_one_side_of_a4_with_nothing_cut_off(look, html: str) -> None:
    seen = look(html)
    pdf = PdfReader(io.BytesIO(seen.page.pdf(prefer_css_page_size=True)))
    assert len(pdf.pages) == 1
    page = pdf.pages[0]
    assert [round(float(side) / 72 * 25.4) for side in (page.mediabox.width, page.mediabox.height)] == [210, 297]
    printed = unicodedata.normalize("NFKC", "".join(page.extract_text().split()))
    # A machine without fonts for it prints Chinese as empty boxes.
    shown = [word for word in seen.page.evaluate("document.body.innerText").split() if word.isascii()]
    missing = [word for word in (shown[0], shown[len(shown) // 2], *shown[-3:]) if word not in printed]
    assert not missing, printed
    assert seen.asked == []
