"""The fixed vocabularies of a notebook: what a key may hold."""

from __future__ import annotations

from enum import StrEnum


class Source(StrEnum):
    """Where a fact comes from; it decides to whom the fact may be said."""

    TOLD_ME = "told_me"
    PUBLIC = "public"
    THIRD_PARTY = "third_party"
    IMPORT = "import"
    GUESS = "guess"


class Sensitivity(StrEnum):
    """How close a fact is to be kept."""

    OPEN = "open"
    PRIVATE = "private"
    SEALED = "sealed"


class FactField(StrEnum):
    """What a fact is about: Misner's GAINS and three of our own."""

    GOALS = "goals"
    ACCOMPLISHMENTS = "accomplishments"
    INTERESTS = "interests"
    NETWORKS = "networks"
    SKILLS = "skills"
    CHALLENGES = "challenges"
    WORKING_ON = "working_on"
    WANTS_TO_MEET = "wants_to_meet"


class EntryKind(StrEnum):
    """What a line of a contact's log records."""

    MET = "met"
    ONE_TO_ONE = "one_to_one"
    SHARED_WORK = "shared_work"
    MESSAGE_OUT = "message_out"
    MESSAGE_IN = "message_in"
    GIVE = "give"
    GIVE_ACK = "give_ack"
    RECEIVED = "received"
    ASK = "ask"
    ASK_CLOSED = "ask_closed"
    PROMISE = "promise"
    PROMISE_KEPT = "promise_kept"
    PROMISE_BROKEN = "promise_broken"
    SIGNAL = "signal"
    CONSENT = "consent"
    INTRO_PROPOSED = "intro_proposed"
    INTRO_ASKED = "intro_asked"
    INTRO_ANSWERED = "intro_answered"
    INTRODUCED = "introduced"
    INTRO_MET = "intro_met"
    QUESTION_ASKED = "question_asked"
    THANKED = "thanked"
    LOOP_CLOSED = "loop_closed"
    SNOOZE = "snooze"
    HARD_TIME = "hard_time"
    REST = "rest"


class EventEntryKind(StrEnum):
    """What a line of an event's own log records."""

    ATTEND = "attend"
    CARD_IN = "card_in"
    CARD_OUT = "card_out"
    INTENT = "intent"
    LEARNED = "learned"
    MISSED = "missed"
    ENERGY = "energy"
    VERDICT = "verdict"


class Intent(StrEnum):
    """Why somebody came to an event, as they said it."""

    SELL = "sell"
    BUY = "buy"
    LEARN = "learn"
    HELP = "help"
    PEERS = "peers"
    SOCIAL = "social"
    JOB = "job"
    UNKNOWN = "unknown"


class StageCode(StrEnum):
    """Misner's VCP process, with I before it."""

    I = "I"  # noqa: E741 - the field's own code for "invisible"
    V = "V"
    C = "C"
    P = "P"

    @property
    def label(self) -> str:
        """The stage in a word, as people read it."""
        return {"I": "invisible", "V": "visibility", "C": "credibility", "P": "profitability"}[self.value]


class AskClass(StrEnum):
    """How large an ask is, from curiosity to business."""

    A0 = "A0"
    A1 = "A1"
    A2 = "A2"
    A3 = "A3"
    A4 = "A4"

    @property
    def label(self) -> str:
        """The class in words, as people read it."""
        return {
            "A0": "curiosity",
            "A1": "advice",
            "A2": "small favour",
            "A3": "introduction or referral",
            "A4": "business",
        }[self.value]


class Lane(StrEnum):
    """How often to be in touch when nothing else asks for it."""

    CLOSE = "close"
    ACTIVE = "active"
    WIDE = "wide"
    YEARLY = "yearly"
    NONE = "none"


class LibraryKind(StrEnum):
    """The kinds of thing worth sharing: the eight of the method, and two more."""

    INFORMATION = "information"
    LINK_DOC = "link_doc"
    NEWS = "news"
    RESOURCE_PERSON = "resource_person"
    REFERRAL = "referral"
    BOOK = "book"
    AUDIO = "audio"
    INVITATION = "invitation"
    INTRODUCTION = "introduction"
    OTHER = "other"


class EventType(StrEnum):
    """What sort of gathering an event is."""

    MIXER = "mixer"
    CHAMBER = "chamber"
    REFERRAL_CLUB = "referral_club"
    PROFESSIONAL_ASSOC = "professional_assoc"
    CONFERENCE = "conference"
    MEETUP = "meetup"
    SEMINAR = "seminar"
    SERVICE_GROUP = "service_group"
    COMMITTEE = "committee"
    LUNCHEON = "luncheon"
    BREAKFAST = "breakfast"
    COMMUNITY = "community"
    COCKTAIL = "cocktail"
    DINNER = "dinner"
    ONLINE = "online"
    INFORMAL = "informal"


class Purpose(StrEnum):
    """Why one goes to an event."""

    LEARN = "learn"
    SERVE = "serve"
    DEEPEN = "deepen"
    PARTNER = "partner"
    MEET = "meet"


class MeetingForm(StrEnum):
    """How a talk between two people took place."""

    COFFEE = "coffee"
    LUNCH = "lunch"
    CALL = "call"
    VIDEO = "video"
    WALK = "walk"


class Received(StrEnum):
    """What somebody gave to me."""

    ADVICE = "advice"
    INTRO = "intro"
    REFERRAL = "referral"
    BUSINESS = "business"
    ENDORSEMENT = "endorsement"
    INFO = "info"
    INVITATION = "invitation"


class Reaction(StrEnum):
    """What became of something I gave."""

    USED = "used"
    THANKED = "thanked"
    REPLIED = "replied"
    NONE = "none"


class Party(StrEnum):
    """Who made a promise."""

    ME = "me"
    THEM = "them"


class Cue(StrEnum):
    """What in somebody's words hints at a need."""

    COMPLAINT = "complaint"
    PLAN = "plan"
    CONFUSION = "confusion"
    FEAR = "fear"
    LIFE_EVENT = "life_event"
    GROWTH = "growth"


class ConsentTo(StrEnum):
    """What somebody agreed to."""

    FORWARD = "forward"
    INTRODUCE = "introduce"
    TELL = "tell"


class Answer(StrEnum):
    """How an ask, a consent or an introduction was answered."""

    YES = "yes"
    NO = "no"
    SILENT = "silent"


class WantsMore(StrEnum):
    """Whether somebody said they would like to talk again."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


class TrustBar(StrEnum):
    """How much a trade asks for before it trusts."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"


class Form(StrEnum):
    """The shape of a text."""

    EMAIL = "email"
    DM = "dm"
    LINKEDIN_NOTE = "linkedin_note"
    INMAIL = "inmail"
    SMS = "sms"
    CARD = "card"
    PLAIN = "plain"


class FollowupKind(StrEnum):
    """What a follow-up is for."""

    FIRST_NOTE = "first_note"
    CONNECT = "connect"
    OFFER_TO_MEET = "offer_to_meet"
    NUDGE = "nudge"
    THANKS = "thanks"
    PROMISE_KEPT = "promise_kept"
    NOT_YET = "not_yet"
    CLOSE_LOOP = "close_loop"
    LATE_THANKS = "late_thanks"
    HOOK = "hook"
    RECONNECT = "reconnect"
    CHECK_IN = "check_in"
