"""Suggests where and when somebody could be sent: from places in force, and from the hours in which most is reported.

Nothing is sent by itself: a person takes a suggestion up, and the request keeps what it said.
"""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from shapely.geometry.base import BaseGeometry

from samvirke.analysis.aoristic import DAYS
from samvirke.desks.deployments.engine.kind import Kind
from samvirke.desks.designations.models import Designation, Evidence
from samvirke.desks.designations.models.designation import IN_FORCE
from samvirke.desks.designations.queries.course import evidence_of
from samvirke.desks.designations.queries.places import places
from samvirke.desks.designations.register import kind_called as place_kind
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Words, _
from samvirke.insight.studies.busy_hours import FEWEST, HOURS, BusyHours, busy_hours
from samvirke.registers.incidents.queries.store import Store, open_store
from samvirke.registers.places.geometry import in_metres
from samvirke.registers.places.models import District
from samvirke.registers.places.queries.boundaries import boundaries
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask


@dataclass(frozen=True)
class Suggestion:
    """A place in force that suits the kind, what it rests on, and its hours where incidents could be looked at."""

    kind: Kind
    place: Designation
    evidence: Evidence | None
    hours: BusyHours | None
    sources: tuple[Words, ...]

    @property
    def shape(self) -> str:
        """Its shape, where a deployment of the kind can take place on such a one; else somebody chooses where."""
        return self.place.shape if self.place.shape in self.kind.places else ""

    def why(self, speech: Speech) -> str:
        """Why this place: what it is named for, by which rule, and until when."""
        place = self.place
        until = speech.day(place.until, year=True) if place.until else ""
        words = _("{title}, in force until {day}. {rule}")
        title = speech.say(place_kind(place.kind).title)
        return speech.say(words, title=title, day=until, rule=place.criterion).strip()

    def when(self, speech: Speech) -> str:
        """Which hours, with n and interval, or that nobody can tell."""
        found = self.hours
        if found is None:
            return speech.say(_("No hours are suggested: no reported incidents have been looked at."))
        if not found.is_enough:
            words = _("Too few to say which hours: fewer than {fewest} incidents were reported there in the year.")
            return speech.say(words, fewest=FEWEST)
        if not found.stands_out or found.day is None:
            words = _("No hours stand out: {n} reported incidents lie spread over the week.")
            return speech.say(words, n=speech.number(found.n))
        words = _(
            "Most is reported on {day} {hours}: {count} of {n}, between {low} and {high}; an even spread would give "
            "{expected}."
        )
        end = (found.hour + HOURS) % 24
        return speech.say(
            words,
            day=speech.say(DAYS[found.day]),
            hours=f"{found.hour:02d}–{end:02d}",
            count=speech.number(found.count, 1),
            n=speech.number(found.n),
            low=speech.number(found.low, 1),
            high=speech.number(found.high, 1),
            expected=speech.number(found.expected, 1),
        )

    def stored(self, speech: Speech) -> dict[str, str]:
        """What the request keeps: the words as they were read, with n, period, source and method."""
        found = self.hours
        n = speech.number(found.n) if found is not None and found.is_enough else ""
        return {
            "says": f"{self.why(speech)} {self.when(speech)}",
            "n": n or speech.say(_("too few")),
            "period": self.period(speech),
            "source": ", ".join(speech.words(one) for one in self.sources)
            or (self.evidence.data if self.evidence else ""),
            "method": self.method(speech),
            "place": self.place.name,
            "from": str(self.place.pk),
        }

    def period(self, speech: Speech) -> str:
        """The days that it rests on."""
        if self.hours is not None:
            last = self.hours.after.toordinal() - 1
            days = (self.hours.first, self.hours.first.fromordinal(last))
        elif self.evidence is not None:
            days = (self.evidence.data_from, self.evidence.data_until)
        else:
            return ""
        return f"{speech.day(days[0], year=True)} – {speech.day(days[1], year=True)}"

    def method(self, speech: Speech) -> str:
        """How it was worked out."""
        parts = [self.evidence.analysis] if self.evidence is not None else []
        if self.hours is not None:
            parts.append(speech.say(_("hours by aoristic analysis, reported incidents only")))
        return "; ".join(parts)


def suggestions(actor: Actor, district: District, kind: Kind, only: UUID | None = None) -> list[Suggestion]:
    """One for each place in force that the kind suits; those whose hours stand out first, then by name.

    `only` names one place. Raises `NotAllowed` for those who weigh nothing here. What the police discover themselves
    is in none of the figures.
    """
    ask(actor, "deployments.weigh", district)
    rows = places(actor, district).filter(state=IN_FORCE, kind__in=kind.sites)
    if only is not None:
        rows = rows.filter(pk=only)
    store = open_store(actor, district) if kind.categories else None
    found = [_suggestion(actor, district, kind, one, store) for one in rows]
    return sorted(found, key=lambda one: (not (one.hours and one.hours.stands_out), one.place.name))


def _suggestion(actor: Actor, district: District, kind: Kind, place: Designation, store: Store | None) -> Suggestion:
    hours: BusyHours | None = None
    sources: tuple[Words, ...] = ()
    there = _there(district, place)
    if store is not None and not store.is_empty and there is not None:
        hours = busy_hours(store, kind.categories, there)
        sources = tuple(one.title for one in store.held)
    return Suggestion(kind, place, evidence_of(actor, place).first(), hours, sources)


def _there(district: District, place: Designation) -> BaseGeometry | None:
    """Where the place lies, in metres; nothing where the borders of its municipality are not known."""
    if place.geometry:
        return in_metres(district, place.geometry)
    known = boundaries([place.municipality_id], district.crs)
    return known.shapes[place.municipality_id] if known else None
