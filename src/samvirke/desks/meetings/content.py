"""What the public may read of a meeting: the very same content is shown before it is published, and then published."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.desks.meetings.models.agenda_item import POSTPONED, WAITING
from samvirke.desks.meetings.models.made_public import MINUTES
from samvirke.foundation.words import LANGUAGES, Said, _
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.partners.models import Body
from samvirke.trust.identity.models import Agency

OUTCOMES = {
    "approved": _("Agreed to"),
    "amended": _("Agreed to with changes"),
    "postponed": _("Postponed"),
    "rejected": _("Not agreed to"),
}


def public_content(meeting: Meeting, kind: str, born: dict[str, list[Commitment]]) -> dict[str, Any]:
    """Open items in full, closed ones by number alone; owners of commitments as agencies, never as persons.

    `born` holds the commitments of each decision by its id. Annexes, votes, names and what stands inside stay inside.
    """
    items = meeting.items.prefetch_related("papers__document").order_by("number")
    made = {one.item_id: one for one in Decision.objects.filter(item__meeting=meeting).exclude(outcome="")}
    names = _names_of({owner for rows in born.values() for one in rows for owner in one.owners})
    return {
        "kind": kind,
        "district": meeting.body.district.name,
        "body_id": meeting.body_id,
        "body": meeting.body.name,
        "year": meeting.year,
        "number": meeting.number,
        "starts": meeting.starts.isoformat() if meeting.starts else "",
        "place": meeting.place,
        "open_to_all": meeting.is_public,
        "approved_on": meeting.approved_on.isoformat() if meeting.approved_on else "",
        "items": [_item(one, kind, made.get(one.pk), born, names) for one in items],
    }


def _names_of(owners: set[str]) -> dict[str, dict[str, str]]:
    """Agencies and bodies by id: the public knows no ids of ours."""
    return {row.pk: row.name for model in (Agency, Body) for row in model.objects.filter(pk__in=owners)}


def digest_of(content: dict[str, Any]) -> str:
    """By which one sees that what is published is what was shown."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _item(
    item: AgendaItem,
    kind: str,
    decision: Decision | None,
    born: dict[str, list[Commitment]],
    names: dict[str, dict[str, str]],
) -> dict[str, Any]:
    if not item.is_open:
        return {"number": item.number, "is_open": False}
    shown: dict[str, Any] = {"number": item.number, "is_open": True, "title": item.title, "sort": item.kind}
    shown |= {"summary": item.summary, "recommendation": item.recommendation}
    if kind != MINUTES:
        return shown
    shown |= {"dealt_with": item.state != WAITING, "postponed": item.state == POSTPONED, "text": item.text}
    if decision is not None:
        shown["decision"] = {
            "number": decision.label,
            "outcome": {language: Said(OUTCOMES[decision.outcome]).text(language) for language in LANGUAGES},
            "text": decision.text,
            "commitments": [
                {
                    "owners": [names[owner] for owner in one.owners if owner in names],
                    "due": one.due.isoformat() if one.due else "",
                }
                for one in born.get(str(decision.pk), [])
            ],
            "corrections": [{"on": one.at.date().isoformat(), "text": one.text} for one in decision.corrections.all()],
        }
    return shown
