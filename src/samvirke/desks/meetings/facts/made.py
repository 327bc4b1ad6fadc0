"""Whether a decision has been made, and in a way that fits the votes that were given."""

from __future__ import annotations

from django.db.models import Count, Q

from samvirke.desks.meetings.models import AgendaItem, Decision
from samvirke.desks.meetings.models.decision import AMENDED, APPROVED, MAJORITY, REJECTED
from samvirke.desks.meetings.models.vote import AGAINST, FOR
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _


def refuse_unless_made(item: AgendaItem) -> None:
    """Raises `Refused` for an item without an outcome or without words, or with an outcome that the votes deny."""
    decision = Decision.objects.filter(item=item).first()
    if decision is None or not decision.outcome:
        what = Said(_("Nothing is decided under item {number}."), {"number": item.number})
        raise Refused.because(what, _("Choose what was decided, or postpone the item."))
    if not decision.text.strip():
        what = Said(_("The decision under item {number} has no words."), {"number": item.number})
        raise Refused.because(what, _("Write in a sentence what was decided."))
    if decision.way == MAJORITY:
        _refuse_if_denied(item, decision)


def tally(decision: Decision) -> dict[str, int]:
    """How many voted for and against it."""
    given = {"yes": Count("pk", filter=Q(choice=FOR)), "no": Count("pk", filter=Q(choice=AGAINST))}
    return dict(decision.votes.aggregate(**given))


def _refuse_if_denied(item: AgendaItem, decision: Decision) -> None:
    votes = tally(decision)
    carried = votes["yes"] > votes["no"]
    if (decision.outcome in (APPROVED, AMENDED) and not carried) or (decision.outcome == REJECTED and carried):
        what = Said(_("{yes} voted for and {no} against under item {number}."), {**votes, "number": item.number})
        raise Refused.because(what, _("Correct the outcome or the votes."))
