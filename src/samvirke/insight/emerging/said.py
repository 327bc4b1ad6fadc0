"""A signal in words: what and where, how rare, and how many as each reader may know it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from samvirke.analysis.scan.parameters import DAYS_OF_YEAR
from samvirke.foundation.period import Period, period_of
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.emerging.models import Sighting, Signal
from samvirke.insight.suppression.fewest import FEW_CASES
from samvirke.insight.suppression.release import COUNCIL, Asked, release_tables
from samvirke.registers.incidents.categories import categories

_WEEKS, _NEAR_KM = 52, 3
_BEARINGS = {
    "n": _("north"), "ne": _("northeast"), "e": _("east"), "se": _("southeast"),
    "s": _("south"), "sw": _("southwest"), "w": _("west"), "nw": _("northwest"),
}  # fmt: skip


def title(signal: Signal, speech: Speech) -> str:
    """“Burglary in a home near Spentrup, Randers”; the municipality alone where the place would point at a home."""
    named = categories().get(signal.category)
    what, where = speech.words(named.words) if named else signal.category, signal.municipality.name
    if not signal.town:
        return speech.say(_("{what} in {municipality}"), what=what, municipality=where)
    place = where if signal.town == where else f"{signal.town}, {where}"
    if signal.away <= _NEAR_KM:
        return speech.say(_("{what} near {place}"), what=what, place=place)
    bearing = speech.say(_BEARINGS[signal.bearing])
    return speech.say(_("{what} {km} km {bearing} of {place}"), what=what, km=signal.away, bearing=bearing, place=place)


def rarity(seen: Sighting, speech: Speech) -> str:
    """How often chance alone gives one so rare anywhere in the district, all offence types together."""
    weeks = seen.recurrence_days / 7
    if weeks < _WEEKS:
        return speech.say(_("about once in {count} weeks by chance"), count=speech.number(weeks))
    years = seen.recurrence_days / DAYS_OF_YEAR
    return speech.say(_("about once in {count} years by chance"), count=speech.number(years, 0 if years >= 10 else 1))


def period(seen: Sighting, speech: Speech) -> str:
    """From the first week of the cluster to the last day that was looked at."""
    return f"{speech.day(seen.begins)} – {speech.day(seen.look.until, year=True)}"


def known_to_councils(seen: Iterable[Sighting]) -> dict[UUID, int | None]:
    """How many of each a council reads, by its key: nothing where they are few. What has left is remembered."""
    leaving = list(seen)
    cells = release_tables(COUNCIL, {_table(one): Asked(_counted(one), FEW_CASES) for one in leaving})
    values = {one.pk: cells[_table(one)][_quarter(one)][one.signal.municipality_id].value for one in leaving}
    return {key: None if value is None else int(value) for key, value in values.items()}


def _counted(seen: Sighting) -> dict[Period, dict[int, float]]:
    return {_quarter(seen): {seen.signal.municipality_id: float(seen.observed)}}


def _quarter(seen: Sighting) -> Period:
    return period_of(seen.look.until, "quarter")


def _table(seen: Sighting) -> str:
    return f"{seen.signal.district_id} emerging {seen.signal_id} {seen.look.until}"
