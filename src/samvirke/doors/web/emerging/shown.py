"""What the pages say of a signal: its state, its numbers as the reader may know them, its circle on the map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from shapely.geometry import Point

from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.drawings.sites import Site, site_map
from samvirke.insight.emerging.models import Sighting, Signal
from samvirke.insight.emerging.models.signal import CLOSED, DATA, JUDGED, KNOWN, REAL, WAITING
from samvirke.insight.emerging.said import known_to_councils, period, rarity, title
from samvirke.registers.places.models import District
from samvirke.registers.places.queries.boundaries import boundaries
from samvirke.trust.access.rules import may

VERDICTS_SAID = {REAL: _("Real"), DATA: _("An error in the data"), KNOWN: _("Already known")}
_STATES = {WAITING: "waiting", JUDGED: "at-risk", CLOSED: "met"}
_STATES_SAID = {
    WAITING: _("waits for somebody to look"),
    JUDGED: _("real; offered for the agenda"),
    CLOSED: _("closed"),
}


def standing(one: Signal, speech: Speech) -> dict[str, str]:
    """State, sign and words."""
    words = speech.say(_STATES_SAID[one.state])
    if one.state == CLOSED:
        words = f"{words}: {speech.say(VERDICTS_SAID[one.verdict]).lower()}"
    return {"state": _STATES[one.state], "sign": sign(_STATES[one.state]), "said": words}


def lines(request: Asked, rows: Sequence[Signal], seen: Mapping[UUID, Sighting]) -> dict[UUID, dict[str, Any]]:
    """Signals as rows of the lists, by key; `seen` has the week of each that the reader may know."""
    told = numbers(request, list(seen.values()))
    return {
        one.pk: {
            "id": one.pk,
            "title": title(one, request.speech),
            "standing": standing(one, request.speech),
            "words": one.words,
            "invented": one.invented,
            **(told[seen[one.pk].pk] if one.pk in seen else {}),
        }
        for one in rows
    }


def numbers(request: Asked, seen: Sequence[Sighting]) -> dict[UUID, dict[str, str]]:
    """Of each week how many against how many, since when, how rare; councils read no number that is few."""
    if may(request.actor, "emerging.look", request.district):
        known: Mapping[UUID, int | None] = {one.pk: one.observed for one in seen}
    else:
        known = known_to_councils(seen)
    return {one.pk: _numbers(request.speech, one, known[one.pk]) for one in seen}


def _numbers(speech: Speech, seen: Sighting, observed: int | None) -> dict[str, str]:
    known = observed is not None
    return {
        "period": period(seen, speech),
        "observed": speech.number(observed) if observed is not None else speech.say(_("few")),
        "expected": speech.number(seen.expected, 1) if known else "–",
        "rarity": rarity(seen, speech) if known else "–",
        "n": speech.number(seen.n),
        "p": speech.number(seen.p, 4) if known else "–",
        "until": speech.day(seen.look.until, year=True),
        "begins": speech.day(seen.begins, year=True),
    }


def drawn_map(
    district: District, told: Sequence[tuple[str, Sighting]], speech: Speech, width: float = 420, only: int = 0
) -> dict[str, Any] | None:
    """Circles of half a kilometre and more on the municipalities; nothing where none is told or no border is known."""
    rows = district.municipalities.filter(pk=only) if only else district.municipalities.all()
    names = dict(rows.values_list("code", "name"))
    found = boundaries(list(names), district.crs)
    sites = [
        Site(number, Point(one.x, one.y).buffer(one.radius), firm=True)
        for number, one in told
        if one.x is not None and one.y is not None and one.radius is not None
    ]
    if found is None or not names or not sites:
        return None
    outlines = {names[code]: shape for code, shape in found.shapes.items()}
    alt = speech.say(_("Map with {count} circles, each at least a kilometre across."), count=len(sites))
    if len(sites) == 1:
        alt = speech.say(_("Map with one circle, at least a kilometre across."))
    note = speech.say(_("Schematic borders.")) if found.schematic else found.source
    return {"drawing": site_map(outlines, sites, alt, width), "note": note}
