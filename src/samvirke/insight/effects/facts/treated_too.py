"""Whether something was done in a comparison area as well: then it shows nothing of what would have happened anyway."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, Words, _
from samvirke.insight.effects.engine.area import MUNICIPALITY, Area
from samvirke.insight.effects.engine.sorts import NONE
from samvirke.insight.effects.engine.target import Found
from samvirke.insight.effects.every import all_targets
from samvirke.insight.effects.facts.shapes import shape_of
from samvirke.insight.effects.facts.wanted import Wanted
from samvirke.insight.effects.models import Design
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.rules import visible

# What covers less of a whole municipality than this does not make the municipality a treated one.
_SHARE = 0.1


def refuse_if_treated_too(actor: Actor, district: District, wanted: Wanted) -> None:
    """Raises `Refused` for a comparison area that touches the treated one, or in which something was done too."""
    if not wanted.comparison or wanted.periods is None:
        return
    for area in wanted.comparison:
        if any(_touches(district, area, one, 2 * (wanted.ring or 0)) for one in wanted.treated):
            what = Said(_("“{name}” touches the treated area or the ring around it."), {"name": area.name})
            raise Refused.because(what, _("Choose a comparison area farther away."))
    first, last = wanted.periods.before_from, wanted.periods.after_until
    done = busy(actor, district, first, last, wanted.categories, (wanted.target, wanted.key))
    for area in wanted.comparison:
        title = treated_by(district, area, done)
        if title is not None:
            what = Said(_("“{name}” was treated too: {title}."), {"name": area.name, "title": title})
            raise Refused.because(what, _("Choose a comparison area where nothing was done in either period."))


def treated_by(district: District, area: Area, done: Iterable[Found]) -> Words | None:
    """The title of what was done there, or nothing."""
    return next((one.title for one in done if any(_covers(district, area, there) for there in one.areas)), None)


def busy(
    actor: Actor, district: District, first: date, last: date, categories: Iterable[str], but: tuple[str, str]
) -> list[Found]:
    """What was done anywhere in the district within some days that could change these incidents, but for one thing."""
    wanted = set(categories)
    found = [
        one
        for name, target in all_targets().items()
        for one in target.busy(actor, district, first, last)
        if (name, one.key) != but and (not one.categories or wanted & set(one.categories))
    ]
    return found + _designs(actor, district, first, last, wanted, but)


def _designs(
    actor: Actor, district: District, first: date, last: date, wanted: set[str], but: tuple[str, str]
) -> list[Found]:
    rows = visible(actor, "effects.read", Design.objects.filter(district=district)).exclude(sort=NONE)
    others = rows.filter(after_from__lte=last, after_until__gte=first).exclude(target=but[0], key=but[1])
    return [
        Found(key=one.key, title=Words.of(one.title), areas=tuple(one.treated_areas))
        for one in others
        if not one.categories or wanted & set(one.categories)
    ]


def _touches(district: District, one: Area, other: Area, apart: int) -> bool:
    """Two municipalities only when they are the same: schematic borders overlap where real ones do not."""
    if MUNICIPALITY in (one.shape, other.shape):
        return one.municipality == other.municipality
    first, second = shape_of(district, one), shape_of(district, other)
    return first is not None and second is not None and bool(first.distance(second) <= apart)


def _covers(district: District, area: Area, there: Area) -> bool:
    if MUNICIPALITY in (area.shape, there.shape) and area.municipality != there.municipality:
        return False
    if there.shape == MUNICIPALITY:
        return True
    whole, part = shape_of(district, area), shape_of(district, there)
    if whole is None or part is None:
        return False
    if area.shape == MUNICIPALITY:
        return bool(part.area >= _SHARE * whole.area)
    return bool(whole.intersects(part))
