"""Honest notes with what they rest on, and bad notes with the rules they break. All people are invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netprep.guard import Context
from netprep.model.moment import Moment
from netprep.model.plan import GateAnswer, Known
from netprep.model.words import AskClass, Form, StageCode

TODAY = date(2026, 11, 20)  # a Friday
ALLOW = GateAnswer(AskClass.A0, "allow", "nothing is asked")


def known(text: str, what: str = "fact", when: str | None = None, quote: str | None = None) -> Known:
    return Known(f"k-{text[:12]}", what, text, date=Moment.parse(when) if when else None, quote=quote)


def context(
    *allowed: Known,
    names: tuple[str, ...] = (),
    stage: StageCode = StageCode.V,
    gate: GateAnswer = ALLOW,
    invited: bool = False,
    own_words: tuple[str, ...] = (),
    today: date = TODAY,
) -> Context:
    return Context(allowed, stage, gate, invited, names, own_words, today=today)


@dataclass(frozen=True)
class Honest:
    """A note that must pass, and the one-word lies that must not: (what stands there, the lie)."""

    id: str
    form: Form
    subject: str | None
    body: str
    context: Context
    lies: tuple[tuple[str, str], ...]


PLAN_URL = "https://example.org/plan?w=16&l=en"
MIXER = known("Chamber mixer at the Old Mill", "event", "2026-11-19T18:00-05:00")

HONEST = (
    Honest(
        "first-note-oven",
        Form.EMAIL,
        "Rosalind's rota sheet",
        "Hi Mirela,\n"
        "The oven that would not fit through its own door has kept me smiling since yesterday.\n"
        "You said Sunday rotas eat your Saturday night. Rosalind, who runs three cafés, made a one-page sheet for "
        f"exactly that and is happy for me to pass it on: {PLAN_URL}. It is hers, it is free.\n"
        "If a coffee suits once the new shop has settled, I am often near Quay Street. If not, I will see you at the "
        "June breakfast.\n"
        "How did the oven behave on its first weekend?\n"
        "Imke",
        context(
            MIXER,
            known("the oven that would not fit through its own door", "anchor", "2026-11-19"),
            known("Sunday rotas", quote="Sunday rotas eat my Saturday night", when="2026-11-19"),
            known(f"a one-page rota sheet by Rosalind, who runs three cafés: {PLAN_URL}", "item"),
            known("breakfast at Quay Street", "event", "2027-06-04"),
            names=("Mirela Voss", "Imke"),
        ),
        (
            ("Hi Mirela", "Hi Mirella"),
            ("Rosalind, who", "Bernadette, who"),
            ("yesterday", "last week"),
            ("three", "four"),
            ("w=16", "w=17"),
            ("June", "May"),
            ("Quay Street", "Mill Street"),
        ),
    ),
    Honest(
        "promise-kept-script",
        Form.EMAIL,
        "The replay script, as promised",
        "Hi Ottilie,\n"
        'Thank you for the hour on Tuesday. "Break it on purpose on a quiet day" is now on a card above my desk.\n'
        "Here is the replay script I promised: https://code.example/replay/v2. The comments are longer than the code.\n"
        "You asked who else tests on live data. I know someone who moved a shop's exports that way and likes comparing "
        "notes. Shall I put you two in touch? If the month is full, a no is just as welcome.\n"
        "Teodor",
        context(
            known("coffee", "meeting", "2026-11-17"),
            known("testing", "quote", "2026-11-17", quote="Break it on purpose, on a quiet day."),
            known("the replay script: https://code.example/replay/v2", "promise", "2026-11-20"),
            names=("Ottilie Kranz", "Teodor Lund"),
        ),
        (
            ("Hi Ottilie", "Hi Odile"),
            ("Tuesday", "Wednesday"),
            ("quiet day", "busy day"),
            ("replay/v2", "replay/v3"),
            ("Teodor", "Tomas"),
        ),
    ),
    Honest(
        "reconnect-urn",
        Form.EMAIL,
        "The tea urn, and a question",
        "Dear Halina,\n"
        "On Friday the urn at the town hall gave up, just as ours did in Leeds. I could hear you say “then we teach "
        "thirsty”.\n"
        "You taught me to let a room be silent. I use it every week and never told you, so: thank you.\n"
        "I would be glad to know what your days are like now. Two lines would do, and no answer is fine too.\n"
        "Grazia",
        context(
            known("the urn at the town hall gave up", "message", "2026-11-13"),
            known("the course in Leeds", "event", "2022-05-09", quote="Then we teach thirsty!"),
            names=("Halina Novak", "Grazia"),
            stage=StageCode.C,
        ),
        (("Halina", "Helena"), ("Leeds", "York"), ("teach thirsty", "teach hungry"), ("Friday", "Monday")),
    ),
    Honest(
        "linkedin-small-order",
        Form.LINKEDIN_NOTE,
        None,
        "Hello Parveen, your line this morning that a small order is a promise has stayed with me. I keep books for "
        "cafés and would like to follow what you write next. Imke, the one with the umbrella",
        context(
            known("a small order is a promise", "quote", "2026-11-20", quote="a small order is a promise"),
            names=("Parveen Rao", "Imke"),
        ),
        (("Parveen", "Priyanka"), ("this morning", "yesterday")),
    ),
    Honest(
        "card-chair",
        Form.CARD,
        None,
        "Dear Samir, you found a chair and a name for everyone who stood alone last night, me included, the first time "
        "I came. I watched how you did it and will try it at the door in December. Thank you. Imke",
        context(
            MIXER,
            known("the door duty", "event", "2026-12-03"),
            names=("Samir Haddad", "Imke"),
        ),
        (("Samir", "Samuel"), ("last night", "tonight"), ("December", "January")),
    ),
    Honest(
        "nudge-half-day",
        Form.DM,
        None,
        "Hi Mirela, Rosalind has added a half-day row to the sheet after a manager asked for it: same link, new page. "
        "No reply needed. I hope the second shop smells right by now. Imke",
        context(
            known("Rosalind added a half-day row to the sheet", "item", "2026-11-18"),
            names=("Mirela Voss", "Imke"),
        ),
        (("Mirela", "Marta"), ("Rosalind", "Dana"), ("Imke", "Ines")),
    ),
    Honest(
        "loop-closed",
        Form.DM,
        None,
        "Joris, Ottilie and I met on Thursday. She is trying your export check on Monday and I came away with a better "
        "way to test. It would not have happened without your two lines. Thank you. Teodor",
        context(
            known("Ottilie Kranz", "meeting", "2026-11-19"),
            known("trying the export check", "fact", "2026-11-23"),
            names=("Joris Peeters", "Teodor"),
        ),
        (("Ottilie", "Odette"), ("Thursday", "Wednesday"), ("Monday", "Sunday")),
    ),
    Honest(
        "marathon-hook",
        Form.EMAIL,
        "Boston",
        "Hi Maija,\n"
        "The coat-check queue that never moved still makes me laugh. You said it is your “third year and still slower "
        "than my sister”, and then Boston on 19 April 2027: I looked at the course and had to sit down.\n"
        f"I used this 16-week plan myself: {PLAN_URL}\n"
        "What does a good long run look like for you?\n"
        "Aled",
        context(
            MIXER,
            known("the coat-check queue that never moved", "anchor", "2026-11-19"),
            known("running", quote="Third year, and still slower than my sister", when="2026-11-19"),
            known("running Boston", when="2027-04-19"),
            known(f"A 16-week plan for a second marathon {PLAN_URL}", "item"),
            names=("Maija Okonjo", "Aled Rees"),
        ),
        (
            ("Maija", "Maya"),
            ("19 April", "18 April"),
            ("2027", "2028"),
            ("sister", "brother"),
            ("16-week", "12-week"),
            ("l=en", "l=em"),
            ("and then Boston", "and then Chicago"),
        ),
    ),
    Honest(
        "sms-noon",
        Form.SMS,
        None,
        "Hi Yoko, lovely talking last night. The library opens at 9:30 and the reading room is free until noon. "
        "Happy to show you round if it suits. Imke",
        context(
            MIXER,
            known("the library opens at 9:30, reading room free until noon", "item"),
            names=("Yoko Tan", "Imke"),
        ),
        (("Yoko", "Yuki"), ("9:30", "8:30"), ("noon", "midnight"), ("last night", "last week")),
    ),
    Honest(
        "plain-trade",
        Form.PLAIN,
        None,
        "Hi Bao,\n"
        "Good to meet you at the Chamber Mixer yesterday. I sell tractors for a living, so your hour on soil "
        "was new to "
        "me; you said “I only buy what my neighbour has broken first”, and I have told it to everyone here.\n"
        "What are you reading about soil now?\n"
        "Wilbert",
        context(
            MIXER,
            known("soil", quote="I only buy what my neighbour has broken first.", when="2026-11-19"),
            names=("Bao Tran", "Wilbert"),
        ),
        (("Bao", "Bob"), ("yesterday", "tonight"), ("neighbour", "cousin"), ("Chamber Mixer", "Chamber Dinner")),
    ),
    Honest(
        "give-third-party",
        Form.EMAIL,
        "Your pricing page",
        "Hi Noor,\n"
        "Your story of the demo that ran without sound was the best part of my evening.\n"
        "You are rewriting the pricing page. Kestrel Books gives chamber members a discount on “Plain Prices for Small "
        "Firms”, the one with 40 pages of real examples. Nothing to do with me, and there is no hurry.\n"
        "Which page gives you the most trouble?\n"
        "Aled",
        context(
            known("the demo that ran without sound", "anchor", "2026-11-19"),
            known("rewriting the pricing page"),
            known("Plain Prices for Small Firms, 40 pages of examples, chamber discount at Kestrel Books", "item"),
            names=("Noor Haidari", "Aled Rees"),
        ),
        (("Noor", "Nora"), ("40 pages", "50 pages"), ("Small Firms", "Large Firms"), ("Kestrel Books", "Heron Books")),
    ),
    Honest(
        "late-thanks",
        Form.EMAIL,
        "Thank you for the chair",
        "Dear Dr Achterberg,\n"
        "Two weeks ago you lent a stranger your chair and 20 minutes. It is why I stayed until ten.\n"
        "I have since read the first chapters of the Delft study you named, and the part on foremen is as dry and as "
        "useful as you warned.\n"
        "Thank you. No reply needed.\n"
        "Imke",
        context(
            known("a talk of 20 minutes; lent me a chair; stayed until ten", "meeting", "2026-11-06"),
            known("the Delft study, on foremen"),
            names=("Liesbeth Achterberg", "Imke"),
        ),
        (
            ("Achterberg", "Achtenberg"),
            ("Two weeks ago", "Two months ago"),
            ("20 minutes", "40 minutes"),
            ("until ten", "until nine"),
            ("Delft", "Leiden"),
        ),
    ),
    Honest(
        "offer-to-meet-call",
        Form.EMAIL,
        "Night shifts",
        "Hi Ngozi,\n"
        "We both teach people who are tired. You said the last hour is the honest one, and I have been trying "
        "to plan for "
        "it since Tuesday.\n"
        "If a quick call suits you some day, I would enjoy comparing notes. If not, no harm done at all, and "
        "I will keep "
        "reading what you write.\n"
        "Grazia",
        context(known("the last hour is the honest one", "quote", "2026-11-17"), names=("Ngozi Eze", "Grazia")),
        (("Ngozi", "Nkechi"), ("Tuesday", "Saturday"), ("Grazia", "Grace")),
    ),
    Honest(
        "advice-allowed",
        Form.DM,
        None,
        "Hi Halina, I would love your advice on one thing in your field: foremen on nights, four hours, tired people. "
        "What would you leave out first? No answer is fine too. Grazia",
        context(
            known("foremen on nights, four hours, tired people"),
            names=("Halina Novak", "Grazia"),
            gate=GateAnswer(AskClass.A1, "allow", "dormant, once C"),
        ),
        (("Halina", "Hanna"), ("four hours", "five hours")),
    ),
    Honest(
        "phone-and-mail",
        Form.EMAIL,
        "The repair café",
        "Hi Zoltan,\n"
        "The repair café will take the lathe: ask for Marit, +47 22 33 44 55 or hello@fixit.example. They are open on "
        "Saturdays and want it more than either of us does.\n"
        "I keep thinking of how you carried it up the stairs.\n"
        "Wilbert",
        context(
            known("repair café: Marit, +47 22334455, hello@fixit.example, open on Saturdays", "item"),
            names=("Zoltan Kis", "Wilbert"),
        ),
        (
            ("Zoltan", "Zoran"),
            ("Marit", "Maren"),
            ("44 55", "44 56"),
            ("hello@fixit", "hallo@fixit"),
            ("Saturdays", "Sundays"),
        ),
    ),
)


@dataclass(frozen=True)
class Bad:
    id: str
    form: Form
    subject: str | None
    body: str
    rules: frozenset[str]
    context: Context


_MIRELA = context(MIXER, names=("Mirela Voss", "Imke"))


def _bad(id: str, body: str, *rules: str, subject: str | None = "A word", where: Context = _MIRELA) -> Bad:  # noqa: A002
    return Bad(id, Form.EMAIL, subject, body, frozenset(rules), where)


BAD = (
    _bad(
        "everything",
        "Hi Mirella, it was great connecting at the event yesterday! I hope this finds you well. As a leading "
        "bookkeeping "
        "practice we help businesses like yours save up to 30%. I attached our brochure and price list. Since "
        "I gave you "
        "that tip about suppliers, maybe you could introduce me to your landlord? Do you have 15 minutes for "
        "a quick call "
        "this week? What is your current setup? Looking forward!",
        "M22", "M01", "M04", "M10", "M02", "M08",
    ),
    _bad(
        "surprise-and-openings",
        "Hi Mirela, just following up on our coffee. Thanks again. CC'ing Joris whom you should meet, he is "
        "drowning in "
        "exports at Kaufmann. By the way, any openings on your team?",
        "M11", "M04", "M02",
        subject="Following up",
    ),
    _bad("network", "Hi Mirela, could you share it with your network and maybe book us for your company?", "M02"),
    _bad("trial", "Hi Mirela, our platform has a free trial. Sign up now and get 20 % off!", "M01", "M04"),
    _bad("lead-magnet", "Hi Mirela, if you introduce me to your landlord, I can send the rota sheet.", "M09", "M02"),
    _bad("score", "Hi Mirela, as I sent you two referrals, I thought of you again.", "M10"),
    _bad("owes", "Hi Mirela, you owe me one after last night.", "M10"),
    _bad("nudge", "Hi Mirela, just checking in. Did you see my last email?", "M11"),
    _bad("bump", "Hi Mirela, bumping this to the top of your inbox.", "M11"),
    _bad("promise", "Hi Mirela, I’ll send you the case study. You will have it by the weekend.", "M05"),
    _bad("slots", "Hi {{name}},\nIt was good to meet you at [Event]. My name is None.", "M17"),
    _bad("empty-greeting", "Hi ,\nThe oven has kept me smiling.", "M17"),
    _bad("invented-study", "Hi Mirela, the Hartwell study shows that 73 percent of bakers agree.", "M04"),
    _bad("invented-quote", "Hi Mirela, you said “I could use a bookkeeper right away” and I smiled.", "M04"),
    _bad("invented-day", "Hi Mirela, it was good to talk on Sunday about your second shop.", "M04"),
    _bad("wrong-person", "Dear Joris,\nThe oven has kept me smiling since yesterday.", "M22"),
    _bad("return", "Hi Mirela, here is a list of suppliers. I would hope for a lead in return.", "M09"),
    _bad("subject-pitch", "Hi Mirela,\nThe oven has kept me smiling.", "M01", subject="A free trial of our platform"),
    _bad("hire", "Hi Mirela, I am looking for a new job. Would you put in a good word?", "M02"),
    _bad(
        "gate-waits",
        "Hi Mirela, would you introduce me to your landlord? If not, no harm done.",
        "M02",
        where=context(
            MIXER,
            names=("Mirela Voss",),
            gate=GateAnswer(AskClass.A3, "wait", "stage is visibility; no give of yours in 180 days"),
        ),
    ),
    _bad("too-long", "Hi Mirela, " + "thank you " * 120, "M07"),
    _bad("leak", "Hi Mirela, I hear that Tobias moved out in March.", "M04"),
)  # fmt: skip
