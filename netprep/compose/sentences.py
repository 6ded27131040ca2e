"""The sentence that something worth sharing would become, held to the same rules as a note."""

from __future__ import annotations

from netprep.compose.desk import Desk
from netprep.compose.giving import Give, plainer
from netprep.facts import Destination, allowed, known_about, known_of_me
from netprep.guard import Context, review, review_text
from netprep.method.withheld import Recipient
from netprep.model.frozen import frozen
from netprep.model.plan import GateAnswer, Known, Level, Plan
from netprep.model.words import AskClass, FollowupKind, Form, Source, StageCode
from netprep.writers import TemplateWriter

_NO_ASK = GateAnswer(AskClass.A0, "allow", "")


def faults(title: str, recipient: Recipient) -> frozenset[str]:
    """The rules that a title breaks by itself, whoever it is for: M01 where it sells, M17 where it has a slot."""
    known = Known(id="title", what="item", text=title, source=Source.PUBLIC)
    context = Context((known,), StageCode.V, _NO_ASK, today=recipient.log.today)
    findings = review_text(None, title, Form.PLAIN, context, recipient.settings)
    return frozenset(finding.rule for finding in findings if finding.level is Level.ERROR)


@frozen
class Speaker:
    """Turns gives into sentences that the guard lets pass."""

    desk: Desk
    writer: TemplateWriter
    stage: StageCode

    def __call__(self, given: Give) -> tuple[Give, Give, str]:
        """The give, as it can be said (where title or topic cannot stand in a sentence, without), and the sentence."""
        for said in (given, *plainer(given)):
            sentence, is_clean = self._said(said)
            if is_clean:
                break
        return given, said, sentence

    def _said(self, given: Give) -> tuple[str, bool]:
        desk = self.desk
        known = allowed(known_about(desk.contact, desk.events), Destination.PERSON)
        plan = Plan(
            contact=desk.contact.id,
            kind=FollowupKind.CHECK_IN,
            form=Form.PLAIN,
            moves=(given.move,),
            allowed=(*known, *known_of_me(desk.me), *given.known),
            subject={},
            variety=f"{desk.contact.id}|{given.match.candidate.id or given.match.candidate.title}|share",
            gate=_NO_ASK,
        )
        note = self.writer.write(plan)
        names = (desk.contact.name, desk.contact.nickname, desk.me.name if desk.me else None)
        context = Context(
            allowed=plan.allowed,
            stage=self.stage,
            gate=_NO_ASK,
            names=tuple(filter(None, names)),
            today=desk.clock.today,
        )
        findings = review(note, context, desk.settings.method)
        return note.body, not any(finding.level is Level.ERROR for finding in findings)
