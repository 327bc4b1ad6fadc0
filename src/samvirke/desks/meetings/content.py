"""What the public may read of a meeting: the very same content is shown before it is published, and then published."""

from __future__ import annotations

import hashlib
import json
import uuid
from datetime import date
from typing import Any

from samvirke.desks.meetings.models import AgendaItem, Decision, Meeting
from samvirke.desks.meetings.models.agenda_item import POSTPONED, WAITING
from samvirke.desks.meetings.models.made_public import MINUTES
from samvirke.foundation.clock import COPENHAGEN
from samvirke.foundation.words import LANGUAGES, Said, _
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.partners.models import Body
from samvirke.registers.places.license import licensed
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
    items = meeting.items.order_by("number")
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
        "approved_on": _day(meeting.approved_on),
        "items": [_item(one, kind, made.get(one.pk), born, names) for one in items],
        **licensed(meeting.body.district),
    }


def _both(message: str) -> dict[str, str]:
    return {language: Said(message).text(language) for language in LANGUAGES}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


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
    # Its number may change from one edition to the next; by the key a program knows it again.
    named = {"number": item.number, "key": uuid.uuid5(item.meeting_id, str(item.pk)).hex}
    if not item.is_open:
        return {**named, "is_open": False}
    shown: dict[str, Any] = {**named, "is_open": True, "title": item.title, "sort": item.kind}
    shown |= {"summary": item.summary, "recommendation": item.recommendation}
    if kind != MINUTES:
        return shown
    shown |= {
        "dealt_with": item.state != WAITING,
        "postponed": _both(OUTCOMES["postponed"]) if item.state == POSTPONED else {},
        "text": item.text,
    }
    if decision is not None:
        shown["decision"] = {
            "number": decision.label,
            "outcome": _both(OUTCOMES[decision.outcome]),
            "text": decision.text,
            "commitments": [
                {
                    "owners": [names[owner] for owner in one.owners if owner in names],
                    "due": _day(one.due),
                }
                for one in born.get(str(decision.pk), [])
            ],
            "corrections": [
                {"on": _day(one.at.astimezone(COPENHAGEN).date()), "text": one.text}
                for one in decision.corrections.all()
            ],
        }
    return shown
