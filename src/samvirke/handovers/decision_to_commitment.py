"""From a decision to what it makes somebody owe: the commitment knows the decision it was born of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samvirke.desks.meetings.facts.as_it_is_now import as_it_is_now
from samvirke.desks.meetings.models import Decision
from samvirke.desks.meetings.models.meeting import HELD, RUNNING
from samvirke.desks.meetings.queries.decisions import ORIGIN
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.commands.record import record
from samvirke.registers.commitments.models import Commitment
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask, deed
from samvirke.trust.identity.models import Agency

_TITLE_AT_MOST = 200


@dataclass(frozen=True)
class Born:
    """What was agreed: what, who owes it (an agency, and perhaps somebody there), by when, and how one can see it."""

    title: str
    owner: str
    due: date | None
    measured: str = ""
    person_id: UUID | None = None


def commit(actor: Actor, *, decision: Decision, born: Born, language: str = "da") -> Commitment:
    """Record it, while the minutes can be written. Raises `Refused` with everything that is missing."""
    meeting = decision.item.meeting
    refuse_if_any(_faults(born))
    with deed(actor):
        ask(actor, "meetings.record", meeting)
        as_it_is_now(meeting, RUNNING, HELD)
        if not Agency.objects.filter(pk=born.owner, districts__district_id=meeting.district_id).exists():
            raise Refused.because(_("The owner is no agency of the district."), _("Choose an agency."))
        if meeting.starts is not None and born.due is not None and born.due < meeting.starts.date():
            raise Refused.because(_("The date is before the meeting."), _("Choose a later date."))
        facts = {
            "body_id": meeting.body_id,
            "sort": "decision",
            "title": {language: born.title.strip()},
            "text": {language: decision.text or born.title.strip()},
            "owners": [born.owner],
            "person_id": born.person_id,
            "kind": "one-off",
            "measurable": bool(born.measured.strip()),
            "why_not": {} if born.measured.strip() else {language: Said(_NOT_MEASURED).text(language)},
            "dose": born.measured.strip(),
            "due": born.due,
            "came_from": f"{ORIGIN}{decision.pk}",
            "origin": {"meeting": str(meeting.pk), "decision": decision.label},
            "invented": meeting.invented,
        }
        return record(actor, district=meeting.body.district, commitments=[facts])[0]


_NOT_MEASURED = _("It is not said how one can measure it.")


def _faults(born: Born) -> list[Fault]:
    wrong = [
        (not born.title.strip(), "title", _("It is not said what is agreed."), _("Write it in a few words.")),
        (len(born.title) > _TITLE_AT_MOST, "title", _("What is agreed is very long."), _("Write 200 characters.")),
        (not born.owner, "owner", _("Nobody owns the commitment."), _("Choose an agency.")),
        (born.due is None, "due", _("The commitment has no date."), _("Choose a date.")),
        (len(born.measured) > _TITLE_AT_MOST, "measured", _("The measure is very long."), _("Shorten it.")),
    ]
    return [Fault(Said(what), Said(remedy), key=key) for is_wrong, key, what, remedy in wrong if is_wrong]
