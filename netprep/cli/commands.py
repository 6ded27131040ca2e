"""Which commands there are, and where each lives. Nothing here imports them."""

from __future__ import annotations

from typing import NamedTuple


class LazyCommand(NamedTuple):
    """A command by the module it is in (``module:attribute``), with its help in one line."""

    target: str
    help: str


SECTIONS: dict[str, dict[str, LazyCommand]] = {
    "Everyday": {
        "today": LazyCommand("today:today", "Show what is due, each with its reason."),
        "followup": LazyCommand("followup:followup", "Write a follow-up note to a contact."),
        "share": LazyCommand("share:share", "Suggest something worth sharing with a contact."),
        "brief": LazyCommand("brief:brief", "Make a one-page brief for an event."),
        "questions": LazyCommand("questions:questions", "Show a few questions worth asking."),
        "log": LazyCommand("log:log", "Write down what passed between you and a contact."),
        "sent": LazyCommand("sent:sent", "Record that a note went out."),
        "check": LazyCommand("check:check", "Read any text, and say what is wrong with it."),
        "may-i": LazyCommand("may_i:may_i", "Ask whether an ask is earned yet."),
        "find": LazyCommand("find:find", "Search facts, quotes, logs and the library."),
    },
    "The notebook": {
        "contact": LazyCommand("contact:contact", "Add, list, show and edit contacts."),
        "fact": LazyCommand("fact:fact", "Add a fact about a contact."),
        "promise": LazyCommand("promise:promise", "List promises and mark them kept."),
        "event": LazyCommand("event:event", "Add, list, show and edit events."),
        "library": LazyCommand("library:library", "Add, list and show things worth sharing."),
        "me": LazyCommand("me:me", "Show or change what the notebook knows of you."),
        "stage": LazyCommand("stage:stage", "Show where a relationship stands, and why."),
        "import": LazyCommand("import_:import_", "Bring a notebook file in."),
        "export": LazyCommand("export:export", "Write the notebook to a file."),
        "forget": LazyCommand("forget:forget", "Remove a contact for good."),
        "undo": LazyCommand("undo:undo", "Take back the last change, or list changes."),
        "restore": LazyCommand("restore:restore", "Bring a backup back."),
    },
    "The tool": {
        "init": LazyCommand("init:init", "Answer a few questions to begin; all can be skipped."),
        "demo": LazyCommand("demo:demo", "See notes from a made-up notebook; yours is untouched."),
        "backends": LazyCommand("backends:backends", "List who can word a note."),
        "channels": LazyCommand("channels:channels", "List the ways a note can leave."),
        "prompts": LazyCommand("prompts:prompts", "List and show the templates notes are made from."),
        "rules": LazyCommand("rules:rules", "List the guard's rules, and explain one."),
        "plugins": LazyCommand("plugins:plugins", "List plugins, and say what is wrong with one."),
        "config": LazyCommand("config:config", "List, show and change settings."),
        "completion": LazyCommand("completion:completion", "Print the completion script of a shell."),
    },
}

COMMANDS: dict[str, LazyCommand] = {name: lazy for section in SECTIONS.values() for name, lazy in section.items()}
