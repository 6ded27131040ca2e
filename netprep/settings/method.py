"""Every number the method uses, in one table: its value, its source and how sure we are.

Grades: A large field evidence close to our use · B good experiments in another setting ·
C observational, survey or vendor data · D experienced people say so, no test found.
A user can replace any of them with ``netprep config set method.NAME VALUE``.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from netprep.model.frozen import frozen


def rule(value: int | float, unit: str, source: str, grade: str) -> Any:
    """A constant of the method with its unit, source and grade."""
    return dataclasses.field(default=value, metadata={"unit": unit, "source": source, "grade": grade})


_STAGE = "Misner, The VCP Process; the threshold is our own choice"
_GATE = "our own choice, after Misner, The VCP Process"
_LANES = "MacCarron, Kaski and Dunbar 2016, layers of contact; the gaps are our own choice"
_CAPACITY = "Sapato 2013, six to eight in two hours; Ingram and Morris 2007 counted about seven"
_QUIET = "Jacques-Hamilton and others 2019, acting extraverted tires; the numbers are our own choice"
_SEEK = "our own choice, after Misner: promises first, be of use, nothing for a client's worth"
_COMMON = "common ground opens doors: “Three networking failures”, 2010; the number is our own choice"
_WINDOWS = "Misner and others, the 24/7/30 follow-up"
_SHARING = "our own choice, after Misner: share information and resources that add value"
_FAVOUR = "Grant 2013, Give and Take: the five-minute favour"
_MATCHING = "our own choice: what a person would call a fit"
_BM25 = "Robertson and Zaragoza 2009, BM25: its usual values"
_FEW = "a trainer's account of being asked a dozen list questions: prepare three or four"
_AGES = "our own choice: how soon what somebody told is out of date"
_GAPS = "our own choice: how much an answer helps to be of use to them"


@frozen
class MethodSettings:
    """The method's constants. Units and sources are in each field's metadata."""

    stage_c_two_way_days: int = rule(3, "days", _STAGE, "D")
    stage_c_two_way_days_low_bar: int = rule(2, "days", _STAGE, "D")
    stage_c_two_way_days_high_bar: int = rule(5, "days", _STAGE, "D")
    stage_c_talks: int = rule(1, "talks", _STAGE, "D")
    stage_c_talks_high_bar: int = rule(2, "talks", _STAGE, "D")
    stage_talk_minutes: int = rule(15, "minutes", _STAGE, "D")
    stage_c_shared_work_days: int = rule(3, "days", _STAGE, "D")
    stage_p_return_days: int = rule(2, "days", _STAGE, "D")
    late_promise_days: int = rule(14, "days", _STAGE, "D")
    maximum_gap_factor: float = rule(1.5, "× the ideal gap", _LANES, "C")
    fading_days: int = rule(365, "days", _LANES, "C")
    dormant_gap_factor: float = rule(3.0, "× the ideal gap", _LANES, "C")
    lane_close_days: int = rule(30, "days", _LANES, "C")
    lane_active_days: int = rule(90, "days", _LANES, "C")
    lane_wide_days: int = rule(180, "days", _LANES, "C")
    lane_yearly_days: int = rule(365, "days", _LANES, "C")
    chosen_active_days: int = rule(183, "days", _LANES, "D")
    talk_for_advice_minutes: int = rule(10, "minutes", _GATE, "D")
    favour_two_way_days: int = rule(2, "days", _GATE, "D")
    favour_cool_down_days: int = rule(30, "days", _GATE, "D")
    referral_cool_down_days: int = rule(60, "days", _GATE, "D")
    business_cool_down_days: int = rule(90, "days", _GATE, "D")
    give_fresh_days: int = rule(180, "days", _GATE, "D")
    business_credibility_days: int = rule(30, "days", _GATE, "D")
    event_quiet_hours: int = rule(24, "hours", _GATE, "D")
    ripe_days: int = rule(60, "days", "Misner, V + C does not make P; the number is our own choice", "D")
    ripe_without_ask_days: int = rule(180, "days", _GATE, "D")
    over_giving_gives: int = rule(5, "gives", "Grant 2013, Give and Take", "C")
    over_giving_window_days: int = rule(90, "days", "Grant 2013, Give and Take", "C")
    first_note_hours: int = rule(24, "hours", f"{_WINDOWS}; never tested", "D")
    first_note_noon: int = rule(12, "o'clock", "our own choice: noon of the next working day", "D")
    late_clause_hours: int = rule(72, "hours", "our own choice", "D")
    reconnect_after_days: int = rule(14, "days", "our own choice", "D")
    connect_days: int = rule(7, "days", _WINDOWS, "D")
    connect_talk_minutes: int = rule(5, "minutes", _WINDOWS, "D")
    one_to_one_days: int = rule(30, "days", _WINDOWS, "D")
    nudge_working_days: int = rule(5, "working days", "vendor studies of cold mail; one nudge is our own choice", "D")
    rest_days: int = rule(90, "days", "our own choice", "D")
    silence_v: int = rule(2, "messages", "our own choice", "D")
    silence_c: int = rule(3, "messages", "our own choice", "D")
    thanks_hours: int = rule(24, "hours", "hiring surveys on thank-you notes; never tested", "D")
    loop_hours: int = rule(24, "hours", "Misner, survey of master networkers", "C")
    hook_days_before: int = rule(1, "days", "our own choice", "D")
    hook_days_after: int = rule(3, "days", "our own choice", "D")
    spread_share: float = rule(0.10, "of the gap", "users of personal CRMs asked for it", "D")
    spread_above_days: int = rule(30, "days", "users of personal CRMs asked for it", "D")
    late_thanks_days: int = rule(14, "days", "our own choice", "D")
    promise_ahead_days: int = rule(7, "days", "our own choice: how long before its day a promise is listed", "D")
    hook_near_days: int = rule(30, "days", "our own choice: a hook worth naming when nothing is due", "D")
    hard_time_days: int = rule(90, "days", "our own choice: how long a hard time without an end is minded", "D")
    items_a_day: int = rule(5, "a day", "our own choice: a cap, never a target", "D")
    capacity_talk_share: float = rule(0.80, "of the time", _CAPACITY, "C")
    capacity_slot_short: int = rule(12, "minutes", _CAPACITY, "C")
    capacity_slot_long: int = rule(16, "minutes", _CAPACITY, "C")
    capacity_new_most: int = rule(10, "people", _CAPACITY, "C")
    capacity_keep_most: int = rule(4, "people", "Sapato 2013: two to four in two hours", "D")
    role_rest_days: int = rule(180, "days", "our own choice, after Misner: not step down and leave at once", "D")
    quiet_talk_share: float = rule(0.65, "of the time", _QUIET, "D")
    quiet_slot_short: int = rule(18, "minutes", _QUIET, "D")
    quiet_slot_long: int = rule(24, "minutes", _QUIET, "D")
    seek_promise: float = rule(6, "points", _SEEK, "D")
    seek_hook: float = rule(4, "points", _SEEK, "D")
    seek_of_use: float = rule(3, "points", _SEEK, "D")
    seek_question: float = rule(3, "points", _SEEK, "D")
    seek_common: float = rule(2, "points", "Three networking failures 2010: common interests; the number is ours", "D")
    seek_wants_more: float = rule(2, "points", _SEEK, "D")
    seek_signal: float = rule(2, "points", _SEEK, "D")
    seek_public: float = rule(2, "points", _SEEK, "D")
    seek_goal: float = rule(2, "points", _SEEK, "D")
    seek_purpose: float = rule(2, "points", _SEEK, "D")
    seek_role: float = rule(1.5, "points", _SEEK, "D")
    seek_newcomer: float = rule(1.5, "points", _SEEK, "D")
    seek_noted: float = rule(1, "points", _SEEK, "D")
    seek_least: float = rule(1, "points", "our own choice: nobody is on a brief for no reason", "D")
    seek_short_list: int = rule(12, "people", "our own choice: on a short list a trade is reason enough", "D")
    seek_hook_days: int = rule(45, "days", "our own choice: how near an event a date of theirs is worth a word", "D")
    brief_words: int = rule(
        300, "words", "Brooks 2025, Talk: half a minute of planning helps; the number is our own choice", "D"
    )
    brief_lines: int = rule(60, "lines", "our own choice: one page on a phone", "D")
    brief_columns: int = rule(42, "columns", "our own choice: a phone held upright", "D")
    about_words: int = rule(40, "words", "our own choice: a self-introduction in two breaths", "D")
    common_share: float = rule(0.5, "of what a topic says", _COMMON, "D")
    common_aside: float = rule(0.5, "of a word's weight", _COMMON, "D")
    common_rare_share: float = rule(0.1, "of the others you know", _COMMON, "D")
    common_most: int = rule(1000, "mentions", "our own choice: from here on it is said to be common", "D")
    common_ahead_days: int = rule(7, "days", "our own choice: the time a coffee before it needs", "D")
    common_ahead_most_days: int = rule(365, "days", "our own choice: later than that is no reason yet", "D")
    email_words_low: int = rule(50, "words", "Boomerang 2016, 40 million mails", "C")
    email_words_soft: int = rule(125, "words", "Boomerang 2016, 40 million mails", "C")
    email_words_hard: int = rule(200, "words", "Boomerang 2016; the limit is our own choice", "C")
    subject_words: int = rule(6, "words", "Boomerang 2016, 40 million mails", "C")
    dm_characters: int = rule(400, "characters", "LinkedIn 2022, length of InMails", "C")
    linkedin_note_characters: int = rule(200, "characters", "limit of a free account as users report it", "C")
    inmail_characters: int = rule(1900, "characters", "the safe limit among those reported", "C")
    sms_characters: int = rule(320, "characters", "two concatenated text messages", "D")
    card_words_low: int = rule(30, "words", "our own choice", "D")
    card_words_high: int = rule(60, "words", "our own choice", "D")
    share_bar: float = rule(0.35, "of 1", _SHARING, "D")
    share_most: int = rule(3, "suggestions", "our own choice: a cap, never a target", "D")
    share_least_kinds: int = rule(2, "kinds", _SHARING, "D")
    share_every_days: int = rule(14, "days", _SHARING, "D")
    share_same_kind_days: int = rule(30, "days", _SHARING, "D")
    share_effort_minutes: int = rule(5, "minutes", _FAVOUR, "C")
    share_person_minutes: int = rule(5, "minutes", "our own choice: what it takes to ask somebody first", "D")
    share_less_for_effort: float = rule(0.10, "of 1", _FAVOUR, "C")
    share_less_for_same_kind: float = rule(0.20, "of 1", _SHARING, "D")
    share_less_for_advice: float = rule(0.30, "of 1", "our own choice: advice nobody asked for is not a gift", "D")
    share_read_days: int = rule(365, "days", "our own choice: how long a link that was read can be recommended", "D")
    share_event_days: int = rule(90, "days", "our own choice: how far ahead one invites", "D")
    share_link_characters: int = rule(500, "characters", "our own choice: the longest link a sentence can carry", "D")
    share_weight_asked_me: float = rule(1.0, "of 1", _SHARING, "D")
    share_weight_challenges: float = rule(1.0, "of 1", _SHARING, "D")
    share_weight_goals: float = rule(0.9, "of 1", _SHARING, "D")
    share_weight_working_on: float = rule(0.8, "of 1", _SHARING, "D")
    share_weight_wants_to_meet: float = rule(0.8, "of 1", _SHARING, "D")
    share_weight_interests: float = rule(0.6, "of 1", _SHARING, "D")
    share_weight_accomplishments: float = rule(0.5, "of 1", _SHARING, "D")
    share_weight_networks: float = rule(0.5, "of 1", _SHARING, "D")
    share_weight_skills: float = rule(0.4, "of 1", _SHARING, "D")
    half_life_asked_me_days: int = rule(60, "days", _AGES, "D")
    share_kind_referral: float = rule(1.0, "of 1", "Misner: a real referral is the best of what one can share", "D")
    share_kind_introduction: float = rule(0.9, "of 1", _SHARING, "D")
    share_kind_resource_person: float = rule(0.9, "of 1", _SHARING, "D")
    share_kind_invitation: float = rule(0.8, "of 1", _SHARING, "D")
    share_kind_news: float = rule(0.8, "of 1", _SHARING, "D")
    share_kind_information: float = rule(0.8, "of 1", _SHARING, "D")
    share_kind_link_doc: float = rule(0.7, "of 1", _SHARING, "D")
    share_kind_book: float = rule(0.6, "of 1", _SHARING, "D")
    share_kind_audio: float = rule(0.6, "of 1", _SHARING, "D")
    share_kind_other: float = rule(0.6, "of 1", _SHARING, "D")
    share_early_referral: float = rule(0.3, "of 1, before credibility", _SHARING, "D")
    share_early_introduction: float = rule(0.6, "of 1, before credibility", _SHARING, "D")
    share_early_resource_person: float = rule(0.8, "of 1, before credibility", _SHARING, "D")
    match_tag: float = rule(0.8, "of 1, all words of a tag", _MATCHING, "D")
    match_words: float = rule(0.75, "of 1, words of title or note", _MATCHING, "D")
    match_note: float = rule(0.5, "of a word of the title", _MATCHING, "D")
    match_quote: float = rule(0.5, "of a word of the topic", _MATCHING, "D")
    match_rare: int = rule(8, "things that hold no word of it", "our own choice: even of one thing, some is rare", "D")
    match_k1: float = rule(1.2, "how soon a word is enough", _BM25, "B")
    match_b: float = rule(0.75, "how much a long text counts less", _BM25, "B")
    match_length: int = rule(8, "words of a text of the usual length", _MATCHING, "D")
    questions_a_person: int = rule(4, "questions", _FEW, "D")
    openers_an_event: int = rule(3, "questions", _FEW, "D")
    low_key_questions: int = rule(2, "questions", _QUIET, "D")
    deep_questions_a_set: int = rule(
        1, "questions", "Kardas, Kumar and Epley 2021: deeper talk is less awkward than expected", "B"
    )
    question_words: int = rule(25, "words", "our own choice: what can be said in one breath", "D")
    question_progress_days: int = rule(14, "days", "our own choice: before that nothing has moved", "D")
    question_since_days: int = rule(60, "days", "our own choice: before that little is different", "D")
    question_turn_out_days: int = rule(183, "days", "our own choice: how long after its day one asks", "D")
    half_life_challenges_days: int = rule(180, "days", _AGES, "D")
    half_life_goals_days: int = rule(270, "days", _AGES, "D")
    half_life_working_on_days: int = rule(120, "days", _AGES, "D")
    half_life_accomplishments_days: int = rule(30, "days", _AGES, "D")
    half_life_wants_to_meet_days: int = rule(180, "days", _AGES, "D")
    half_life_networks_days: int = rule(365, "days", _AGES, "D")
    question_weight_challenges: int = rule(3, "points", _GAPS, "D")
    question_weight_wants_to_meet: int = rule(3, "points", _GAPS, "D")
    question_weight_goals: int = rule(2, "points", _GAPS, "D")
    question_weight_working_on: int = rule(2, "points", _GAPS, "D")
    question_weight_interests: int = rule(2, "points", _GAPS, "D")
    question_weight_other: int = rule(1, "points", _GAPS, "D")
    question_weight_shared: int = rule(
        3, "points", "Burger and others 2004: what two share counts the more the rarer it is; the number is ours", "B"
    )


@frozen
class Constant:
    """One constant with all there is to say about it."""

    name: str
    value: int | float
    unit: str
    source: str
    grade: str

    def __str__(self) -> str:
        return f"{self.name.replace('_', ' ')}: {self.value:g} {self.unit} ({self.source}; grade {self.grade})"


def constant(settings: MethodSettings, name: str) -> Constant:
    """The constant ``name`` as it stands in ``settings``.

    Raises:
        KeyError: there is no constant of that name.
    """
    fields = {field.name: field for field in dataclasses.fields(settings)}
    metadata = fields[name].metadata
    return Constant(name, getattr(settings, name), metadata["unit"], metadata["source"], metadata["grade"])


def constants(settings: MethodSettings) -> tuple[Constant, ...]:
    """All constants, in the order of the table."""
    return tuple(constant(settings, field.name) for field in dataclasses.fields(settings))
