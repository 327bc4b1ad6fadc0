"""What the pages of bodies say of a place, a period, a source and an appointment that ends."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.registers.partners.models import Body, Membership, Seat

# An appointment that ends within so many days is said to.
NEAR = 60


def covered(body: Body, whole: Collection[int], speech: Speech) -> str:
    """The municipalities that a body works for, by name, or the whole district."""
    places = [one.municipality for one in body.covers.all()]
    if set(whole) <= {one.code for one in places}:
        beyond = sorted(one.name for one in places if one.code not in whole)
        words = speech.say(_("the whole district"))
        return speech.listed([words, *beyond])
    return speech.listed(sorted(one.name for one in places))


def quorum_said(rule: dict[str, Any], speech: Speech) -> str:
    """With how many members the body decides; that nobody has entered it, where that is so."""
    if rule.get("more_than_half"):
        return speech.say(_("more than half of the members"))
    if not rule.get("least"):
        return speech.say(_("No rule is entered, so it is not checked."))
    words = Said(_("at least {count} member"), {"count": rule["least"]}, _("at least {count} members"))
    return words.text(speech.language)


def where_from(origin: dict[str, Any], speech: Speech) -> str:
    """The source of a fact in words."""
    if "plan" in origin:
        section = {"year": origin["plan"], "section": origin.get("section", ""), "heading": origin.get("heading", "")}
        if section["section"]:
            return speech.say(_("The plan of {year}, section {section}: {heading}"), **section)
        return speech.say(_("The plan of {year}: {heading}"), **section)
    return str(origin.get("outside", "")) or speech.say(_("No source states it"))


def whose(seat: Seat, speech: Speech) -> str:
    """The agency and the area of a seat; nothing where neither is known or the office names it already."""
    office = seat.words.text(speech.language)
    agency = seat.agency.words.text(speech.language) if seat.agency else ""
    area = seat.area.words.text(speech.language) if seat.area else ""
    return ", ".join(one for one in (agency, area) if one and one not in office)


def since_said(one: Membership, speech: Speech) -> str:
    """“since 1 January 2022”, with the last day where it is known."""
    since = speech.day(one.since, year=True)
    if one.last_day is None:
        return speech.say(_("since {day}"), day=since)
    return speech.say(_("{day} to {last}"), day=since, last=speech.day(one.last_day, year=True))


def term_said(one: Membership, speech: Speech) -> dict[str, str] | None:
    """“The term ends on 1 October”, when that is near or past; nothing else is worth a sign."""
    term = one.term_until
    if term is None or one.until is not None or (term - today()).days > NEAR:
        return None
    over = term < today()
    words = Said(
        _("The term ended on {day}") if over else _("The term ends on {day}"), {"day": _same_year(term, speech)}
    )
    state = "overdue" if over else "at-risk"
    return {"state": state, "sign": sign(state), "said": words.text(speech.language)}


def number_said(count: int, speech: Speech) -> str:
    """“1 person” or “8 people”."""
    return Said(_("{count} person"), {"count": count}, _("{count} people")).text(speech.language)


def empty_said(count: int, speech: Speech) -> str:
    """“1 empty seat” or “3 empty seats”; nothing for none."""
    if not count:
        return ""
    return Said(_("{count} empty seat"), {"count": count}, _("{count} empty seats")).text(speech.language)


def _same_year(day: date, speech: Speech) -> str:
    return speech.day(day, year=day.year != today().year)
