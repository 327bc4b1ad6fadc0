"""Answers a consultation for one's own agency, or enters the answer that came in by letter."""

from __future__ import annotations

from samvirke.desks.plan.models import Consulted, Plan
from samvirke.desks.plan.models.consultation import OUTCOMES
from samvirke.desks.plan.standing import RELOAD
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_LONGEST = 20_000
_CHANGED = _("Somebody else has changed the answer since you opened it.")


@command("plan.answer", on="plan")
def answer(actor: Actor, *, plan: Plan, asked: Consulted, text: str, version: int) -> None:
    """Answer for one's own agency, as long as the round is open; answering again corrects it.

    Raises `Refused` when another was asked, the round has ended, or the answer is empty.
    """
    found = _asked(plan, asked)
    if found.agency_id not in actor.agencies:
        raise Refused.because(_("Another was asked."), _("Answer for your own agency, or write a comment."))
    _write(actor, found, text, actor.name, version)


@command("plan.consult", on="plan")
def enter_answer(actor: Actor, *, plan: Plan, asked: Consulted, text: str, by: str, version: int) -> None:
    """Enter an answer that came in another way, and from whom."""
    if not by.strip():
        raise Refused.because(_("It is not said who answered."), _("Write the name and office."))
    _write(actor, _asked(plan, asked), text, by.strip()[:200], version)


@command("plan.consult", on="plan")
def take_up(actor: Actor, *, plan: Plan, asked: Consulted, outcome: str, how: str, version: int) -> None:
    """Say how an answer was taken up, in a sentence. Raises `Refused` when there is no answer or no sentence."""
    found = Consulted.objects.filter(pk=asked.pk, consultation__plan=plan).first()
    if found is None or not found.answer:
        raise Refused.because(_("There is no answer yet."), RELOAD)
    if outcome not in OUTCOMES or not how.strip() or len(how) > _LONGEST:
        raise Refused.because(_("It is not said how the answer was taken up."), _("Choose one, and write a sentence."))
    rows = Consulted.objects.filter(pk=found.pk, version=version)
    if not rows.update(outcome=outcome, taken_up=how.strip(), version=version + 1):
        raise Refused.because(_CHANGED, RELOAD)
    note(found, outcome=outcome)


def _asked(plan: Plan, asked: Consulted) -> Consulted:
    found = Consulted.objects.select_related("consultation").filter(pk=asked.pk, consultation__plan=plan).first()
    if found is None or found.consultation.closed_on is not None:
        raise Refused.because(_("The consultation has ended."), _("Write to the secretariat instead."))
    return found


def _write(actor: Actor, found: Consulted, text: str, by: str, version: int) -> None:
    if not text.strip():
        raise Refused.because(_("The answer is empty."), _("Write it, or that there are no remarks."))
    if len(text) > _LONGEST:
        what = Said(_("The text is too long: {count} characters."), {"count": len(text)})
        raise Refused.because(what, Said(_("Keep it below {count}."), {"count": _LONGEST}))
    anew = {
        "answer": text.strip(),
        "answered_on": today(),
        "answered_by": by,
        "entered_by_id": actor.account,
        "outcome": "",
        "taken_up": "",
        "version": version + 1,
    }
    if not Consulted.objects.filter(pk=found.pk, version=version).update(**anew):
        raise Refused.because(_CHANGED, RELOAD)
    note(found)
