"""What every key means, in a phrase: the comments in the file that ``edit`` opens."""

from __future__ import annotations

from collections.abc import Mapping

from netprep.model.records import Contact, Event, Fact, Group, LibraryItem, Me

KEY_HELP: Mapping[type, Mapping[str, str]] = {
    Me: {
        "name": "your name, as you sign",
        "email": "the address you write from",
        "org": "the company or organisation you work for",
        "role": "what you do there, in a word or two",
        "about": "how you introduce yourself: 40 words at most, ending with a question",
        "give_back": "small true stories you tell about yourself when you have asked something",
        "offers": "what you can do for people without charge",
        "seeks": "whom or what you are looking for",
        "voice": "how you like to sound, for a model that words your notes",
        "language": "the language of your notes, such as en",
        "low_key": "true if large rooms tire you: smaller numbers, more pauses",
        "minutes_per_week": "minutes a week you have for keeping in touch",
        "trust_bar": "how much trust your trade asks for: low, normal or high",
        "facts": "what others may have in common with you",
    },
    Contact: {
        "id": "what other parts of the notebook call this person; leave it as it is",
        "name": "the full name",
        "nickname": "what they like to be called",
        "say": "how the name is pronounced",
        "address": "how to address them in a note: first, title or formal",
        "org": "the company or organisation they work for",
        "role": "what they do there",
        "emails": "e-mail addresses, the preferred one first: [one, two]",
        "phones": "telephone numbers, the preferred one first",
        "links": "their pages: https://...",
        "location": "the town or region they live in",
        "timezone": "their time zone, such as America/New_York",
        "language": "the language you write to them in, such as en",
        "pronouns": "their pronouns",
        "introduced_by": "the id of the contact who introduced you",
        "how_met": "how you met, in your own words",
        "lane": "how often to be in touch: close, active, wide, yearly or none",
        "every": "an interval of your own instead of the lane, such as 14d",
        "tags": "words to find them by",
        "avoid": "topics you leave alone with them",
        "stage": "your own view of the stage: {value: I, V, C or P, note: why}",
        "remote_model": "false if nothing about them may go to a remote model",
        "do_not_contact": "true if they are not to be written to",
        "source": "the file they were imported from: {file: ..., raw: ...}",
        "facts": "what you know about them, one thing a line; field and value are needed",
        "log": "what happened between you; it only grows, by the log command",
    },
    Fact: {
        "id": "what log entries call this fact; leave it out for a new one",
        "field": ("goals, accomplishments, interests, networks, skills, challenges, working_on or wants_to_meet"),
        "value": "the topic: a noun phrase or an -ing form, such as running the Peachtree",
        "quote": "their own words, exactly",
        "source": "told_me, public, third_party, import or guess",
        "date": "the day you learnt it",
        "when": "a day ahead that it leads to",
        "until": "the last day it holds",
        "sensitivity": "open, private or sealed; only open facts are ever said",
        "shareable": "true if you may mention it to others",
        "asked_me": "true if they asked you for this",
        "city": "the place it is about",
        "activity": "what one does there",
    },
    Event: {
        "id": "what other parts of the notebook call this event; leave it as it is",
        "name": "what the event is called",
        "starts": "when it starts: 2026-11-19 or 2026-11-19T18:00-05:00",
        "ends": "when it ends",
        "timezone": "its time zone, such as America/New_York",
        "place": "where it is",
        "type": (
            "mixer, chamber, referral_club, professional_assoc, conference, meetup, seminar, service_group, "
            "committee, luncheon, breakfast, community, cocktail, dinner, online or informal"
        ),
        "url": "its page: https://...",
        "description": "what the hosts say about it",
        "series": "the name of the series it belongs to",
        "purpose": "why you go, at most two or three of: learn, serve, deepen, partner, meet",
        "goal": "the one thing you would like to bring home",
        "good_evening": "what would make it a good evening whatever else happens",
        "serve": "whom or what you can help there",
        "leave_at": "when you allow yourself to leave",
        "debrief_at": "when you will write down whom you met",
        "role": "what you do there yourself, such as host, speaker or volunteer",
        "fit": "the place to talk: {talk_minutes: 45, can_hear: true, hosts_or_badges: true, size: 60, fee: 20 USD}",
        "attendees": "who is expected: a contact's id, or a name with what you know",
        "log": "how it went; it only grows, by the debrief and log commands",
    },
    Group: {
        "id": "what other parts of the notebook call this group; leave it as it is",
        "name": "what the group is called",
        "type": "chamber, club, committee or what else it is",
        "members": "how many members it has",
        "people": "the members you know: {contact: id, used_service: true, loyal: true}",
        "meetings": "its meetings: {date: 2026-11-19, attended: true}",
        "roles": "jobs you hold there: {role: treasurer, from: 2026-01-01, to: 2026-12-31, hours: 4}",
    },
    LibraryItem: {
        "id": "what other parts of the notebook call this item; leave it as it is",
        "kind": (
            "information, link_doc, news, resource_person, referral, book, audio, invitation, introduction or other"
        ),
        "title": "what it is called, as you would name it in a note",
        "url": "where it is: https://...",
        "author": "who made it",
        "topics": "what it is good for: [running, marathon]",
        "note": "what you would say about it, such as used it myself",
        "minutes": "minutes it takes to read, hear or do",
        "free": "true if it costs nothing",
        "mine": "true if it is your own work or for sale by you",
        "opened": "the day you last opened it and found it still there",
        "contact": "the id of the person it is, for a person",
        "event": "the id of the event, for an invitation",
        "consent": "whether that person agreed to be passed on: true or false",
    },
}
"""For each record that can be edited, a short phrase for each of its keys."""

EXAMPLE_LINES: Mapping[tuple[type, str], str] = {
    (Me, "facts"): "{field: interests, value: early-morning swimming}",
    (Contact, "facts"): "{field: interests, value: early-morning swimming, source: told_me, date: 2026-11-19}",
    (Event, "attendees"): "{name: Li Chen, org: Chen Timber, role: owner}",
    (Group, "people"): "{contact: maya-okafor, used_service: true}",
    (Group, "meetings"): "{date: 2026-11-19, attended: true}",
    (Group, "roles"): "{role: treasurer, from: 2026-01-01, hours: 4}",
}
"""One line as it would be written in a list of records, for a key that has none yet."""
