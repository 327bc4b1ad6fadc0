"""What the pages say of a signal: its state, its numbers as the reader may know them, its circle on the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from shapely.geometry import Point

from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.briefing.drawings.sites import Site, site_map
from samvirke.insight.emerging.models import Sighting, Signal
from samvirke.insight.emerging.models.signal import CLOSED, DATA, JUDGED, KNOWN, REAL, WAITING
from samvirke.insight.emerging.queries.signals import sightings
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


def line(request: Asked, one: Signal, number: str = "") -> dict[str, Any]:
    """A signal as a row of the list, with its number on the map."""
    speech, seen = request.speech, sightings(request.actor, one)
    return {
        "id": one.pk,
        "number": number,
        "title": title(one, speech),
        "standing": standing(one, speech),
        "words": one.words,
        "invented": one.invented,
        **(numbers(request, one, seen[-1]) if seen else {}),
    }


def numbers(request: Asked, one: Signal, seen: Sighting) -> dict[str, Any]:
    """How many against how many, since when, how rare; councils read no number that is few."""
    speech = request.speech
    works = may(request.actor, "emerging.look", request.district)
    observed = seen.observed if works else known_to_councils(seen)
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
