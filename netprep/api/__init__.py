"""The one door plugins come in by: hooks, what they give, what they get.

A plugin imports from here and from nowhere else in netprep. Names that are not in ``__all__`` are
no promise. The built-in channels, backends, questions and templates come in by the same hooks.
"""

from __future__ import annotations

from netprep.api.given import (
    Backend,
    BriefSection,
    Channel,
    Exporter,
    GivenFact,
    Importer,
    Matcher,
    PromptFolder,
    QuestionPack,
    Remark,
    RulePack,
    ShareCandidate,
)
from netprep.api.hooks import hookimpl
from netprep.api.registry import Contribution, Registry
from netprep.api.views import AttendeeView, CandidateView, ContactView, DraftView, EventView, FactView, Outgoing
from netprep.errors import ServiceFailed
from netprep.model.moment import Moment
from netprep.model.words import EventType, FactField, FollowupKind, Form, LibraryKind, Purpose, Source, StageCode

API_VERSION = 1
"""The version of this door. A plugin says with ``NETPREP_API = 1`` which one it was made for."""

__all__ = [
    "API_VERSION",
    "AttendeeView",
    "Backend",
    "BriefSection",
    "CandidateView",
    "Channel",
    "ContactView",
    "Contribution",
    "DraftView",
    "EventType",
    "EventView",
    "Exporter",
    "FactField",
    "FactView",
    "FollowupKind",
    "Form",
    "GivenFact",
    "Importer",
    "LibraryKind",
    "Matcher",
    "Moment",
    "Outgoing",
    "PromptFolder",
    "Purpose",
    "QuestionPack",
    "Registry",
    "Remark",
    "RulePack",
    "ServiceFailed",
    "ShareCandidate",
    "Source",
    "StageCode",
    "hookimpl",
]
