"""What the forms of commitments send: dates, people, owners, and what was typed when something was wrong."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.commitments.models.commitment import PREVENTIONS, SORTS
from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Account, Agency

_LONGEST, _MOST = 200, 2_147_483_647


@dataclass(frozen=True)
class Wrong:
    """A form that was refused: which one, why, and what had been typed, so that nobody types it again."""

    form: str = ""
    reasons: list[str] = field(default_factory=list)
    typed: Mapping[str, Any] = field(default_factory=dict)


NOTHING_WRONG = Wrong()


def wrong_in(request: Asked, refusal: Refused, form: str) -> Wrong:
    """The refusal of a form."""
    return Wrong(form, [fault.text(request.speech.language) for fault in refusal.faults], request.POST)


def number_in(request: Asked, name: str) -> int:
    """A whole number, -1 for anything else: commands refuse it in their own words."""
    written = request.POST.get(name, "").strip()
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else -1


def day_in(request: Asked, name: str) -> date | None:
    """A date, or nothing where the field was left empty. Raises `Refused` for what is no date."""
    written = request.POST.get(name, "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        what = Said(_("“{written}” is no date."), {"written": written[:40]})
        raise Refused.because(what, _("Write a date, such as 2024-08-20.")) from None


def account_in(request: Asked, name: str) -> Account | None:
    """The person that a list was answered with; nobody for an empty answer. Raises `Refused` for an unknown one."""
    written = request.POST.get(name, "")
    if not written:
        return None
    try:
        found = Account.objects.filter(pk=uuid.UUID(written)).first()
    except ValueError:
        found = None
    if found is None:
        raise Refused.because(_("There is no such person."), _("Choose somebody from the list."))
    return found


def facts_in(request: Asked, district: District) -> dict[str, Any]:
    """The facts of a commitment as its form sends them. Raises `Refused` with the first that cannot be."""
    sent, language = request.POST, request.speech.language
    title, text = sent.get("title", "").strip(), sent.get("text", "").strip()
    if not title:
        raise Refused.because(_("The commitment has no name."), _("Say in a few words what is promised."))
    owners = sent.getlist("owners")
    if not owners:
        raise Refused.because(_("Nobody owes it."), _("Choose at least one agency or body."))
    short = {name: sent.get(name, "").strip() for name in ("area", "dose", "audience")}
    if any(len(written) > _LONGEST for written in (title, *short.values())):
        raise Refused.because(
            Said(_("Write at most {most} characters."), {"most": _LONGEST}), _("Shorten what is too long.")
        )
    person = account_in(request, "person")
    return {
        "title": {language: title},
        "text": {language: text or title},
        "sort": sent.get("sort", "") if sent.get("sort") in SORTS else SORTS[0],
        "owners": owners,
        "person_id": person.pk if person else None,
        "begins": day_in(request, "begins"),
        "due": day_in(request, "due"),
        "municipalities": _municipalities(request, district),
        "cost": _cost(request),
        "prevention": sent.get("prevention", "") if sent.get("prevention") in PREVENTIONS else "",
        **short,
    }


def owners_to_choose(request: Asked, district: District, chosen: list[str]) -> list[tuple[str, str, bool]]:
    """The agencies of the district, and what else owes it already: id, name, chosen."""
    from_here = Agency.objects.filter(districts__district_id=district.pk).order_by("pk")
    names = {one.pk: one.words.text(request.speech.language) for one in from_here}
    names |= {one: request.speech.say(_("as before: {owner}"), owner=one) for one in chosen if one not in names}
    return [(key, name, key in chosen) for key, name in names.items()]


def _municipalities(request: Asked, district: District) -> list[int]:
    known = {str(one.pk): one.pk for one in district.municipalities.all()}
    return [known[code] for code in request.POST.getlist("municipalities") if code in known]


def _cost(request: Asked) -> int | None:
    written = request.POST.get("cost", "").strip()
    for mark in (".", " ", "\u00a0"):
        written = written.replace(mark, "")
    if not written:
        return None
    if not (written.isascii() and written.isdigit()) or int(written) > _MOST:
        raise Refused.because(_("The cost is no whole number of kroner."), _("Write it with digits alone."))
    return int(written)
