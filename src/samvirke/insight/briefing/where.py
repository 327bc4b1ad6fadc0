"""Where: the district's municipalities by rate, or squares within one municipality by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from samvirke.foundation.period import Period
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _, said
from samvirke.insight.briefing.drawings import svg
from samvirke.insight.briefing.drawings.areas import Area, cell_map, class_of, limits, municipality_map
from samvirke.insight.briefing.figures import twelve_months
from samvirke.insight.briefing.pack.content import Legend, Map
from samvirke.insight.briefing.rows import rate_of, rate_words
from samvirke.insight.indicators.facts import DISTRICT, Facts
from samvirke.insight.indicators.kit import Indicator
from samvirke.insight.suppression.cells import Cell
from samvirke.insight.suppression.rates import Ratio
from samvirke.insight.tiles.ground import SMALLEST, is_mapped
from samvirke.insight.tiles.tables import tables_of
from samvirke.registers.places.queries.boundaries import Boundaries, boundaries
from samvirke.registers.places.queries.denominators import divisors

_LAST = 4
_CELL_LIMITS = (10, 20)
_FEWEST = 5
_LEAST_WIDE_RATIO = 4.0


def map_of(facts: Facts, indicator: Indicator, quarter: Period, area: int, audience: str, speech: Speech) -> Map | None:
    """The municipalities of a district by rate, or squares within the one that `area` or the district is."""
    if area == DISTRICT and len(facts.municipalities) > 1:
        return rates_map(facts, indicator, quarter, audience, speech)
    return cells_map(facts, indicator, quarter, area, audience, speech)


def rates_map(
    facts: Facts,
    indicator: Indicator,
    quarter: Period,
    audience: str,
    speech: Speech,
    chosen: int = 0,
    width: float = 348,
) -> Map | None:
    """Municipalities coloured by their rate over twelve months, `chosen` outlined; `None` without borders."""
    found = boundaries(list(facts.municipalities), facts.district.crs)
    cells = twelve_months(facts, indicator, quarter, audience)
    if found is None or not cells or not indicator.per or not facts.store.covers(quarter.back(4)[0]):
        return None
    divided = divisors(facts.district.pk, indicator.per, quarter.year)
    rates = {code: rate_of(cells.get(code), divided.get(code)) for code in facts.municipalities}
    steady = {code: one if one and one.high <= _LEAST_WIDE_RATIO * one.low else None for code, one in rates.items()}
    if not any(steady.values()):
        return None
    bounds = limits([one.value for one in steady.values() if one])
    areas = [
        Area(
            name=facts.municipalities[code].name,
            shape=found.shapes[code],
            value=one.value if one else None,
            printed=speech.number(one.value, 1) if one else speech.say(_("too few")),
            chosen=code == chosen,
        )
        for code, one in steady.items()
    ]
    title = speech.words(said(indicator.title))
    return Map(
        title=title,
        drawing=municipality_map(areas, bounds, _rates_alt(title, areas, speech), width),
        alt=_rates_alt(title, areas, speech),
        legend=_legend(bounds, speech, decimals=1, hatched=any(area.value is None for area in areas)),
        note=_note(cells[DISTRICT], found, quarter, speech),
        head=_head(indicator, speech),
        rows=tuple(
            _rate_row(facts.municipalities[code].name, cells.get(code), rates[code], speech)
            for code in facts.municipalities
        ),
    )


def cells_map(
    facts: Facts, indicator: Indicator, quarter: Period, area: int, audience: str, speech: Speech
) -> Map | None:
    """Squares of 2 × 2 km within one municipality, in the last whole year; of what the map shows too, and no other.

    `None` when nothing of the year may be shown by squares: two cuts of the same squares would give hidden ones away.
    """
    year = Period(quarter.year if quarter.number == _LAST else quarter.year - 1, 1, "year")
    if not is_mapped(indicator) or facts.store.is_empty:
        return None
    tables = tables_of(facts, indicator)
    whole = tables.municipalities.get(year, {}).get(area)
    if whole is None or whole.value is None:
        return None
    shown: dict[tuple[int, int], int] = defaultdict(int)
    for square, count in tables.tables[year].of_size(SMALLEST).items():
        if area in (DISTRICT, square.municipality):
            shown[square.x, square.y] += count
    if not shown:
        return None
    found = boundaries(list(facts.municipalities), facts.district.crs)
    towns = [(town.name, town.x, town.y) for town in facts.district.towns.all() if town.municipality_id == area]
    title = speech.words(said(indicator.title))
    numbers = {"title": title, "count": len(shown), "most": max(shown.values())}
    alt = speech.say(_("{title}: {count} squares of 2 km are shown; the most in one is {most}."), **numbers)
    bounds = [limit for limit in _CELL_LIMITS if limit <= max(shown.values())]
    return Map(
        title=title,
        drawing=cell_map(
            found.shapes[area] if found and area in found.shapes else None, shown, SMALLEST, bounds, towns, alt
        ),
        alt=alt,
        legend=_cell_legend(bounds, speech),
        note=speech.say(
            _(
                "Squares of 2 × 2 km in {year}, n {n} in all. What is not drawn is under 5, or kept back so that "
                "nothing small can be worked out. {borders}"
            ),
            year=speech.period(year),
            borders=_borders(found, speech),
            n=speech.number(whole.value),
        ),
        head=(speech.say(_("Square (south-west corner, metres)")), speech.say(_("Number"))),
        rows=tuple(
            (f"{x} / {y}", speech.number(count)) for (x, y), count in sorted(shown.items(), key=lambda one: -one[1])
        ),
    )


def _legend(bounds: Sequence[float], speech: Speech, decimals: int, hatched: bool) -> tuple[Legend, ...]:
    if not bounds:
        return ()
    step = 10.0**-decimals
    names = [speech.say(_("under {limit}"), limit=speech.number(bounds[0], decimals))]
    for low, high in zip(bounds, bounds[1:], strict=False):
        names.append(f"{speech.number(low, decimals)}–{speech.number(high - step, decimals)}")
    names.append(speech.say(_("{limit} and over"), limit=speech.number(bounds[-1], decimals)))
    found = [Legend(_swatch(svg.CLASSES[number]), name) for number, name in enumerate(names)]
    return (*found, Legend(_swatch(""), speech.say(_("too few to say")))) if hatched else tuple(found)


def _cell_legend(bounds: Sequence[float], speech: Speech) -> tuple[Legend, ...]:
    edges = [_FEWEST, *bounds]
    names = [f"{low:g}–{high - 1:g}" for low, high in zip(edges, edges[1:], strict=False)]
    names.append(speech.say(_("{limit} and over"), limit=f"{edges[-1]:g}"))
    found = [Legend(_swatch(svg.CLASSES[class_of(low, bounds)]), name) for low, name in zip(edges, names, strict=True)]
    return (Legend(_swatch("#fafafa"), speech.say(_("not shown"))), *found)


def _swatch(fill: str) -> str:
    if fill:
        return svg.picture(22, 16, [svg.rect(0.5, 0.5, 21, 15, fill, "#8e8e8e")])
    stripes = [svg.line(x, 16, x + 12, 0, "#9a9a9a", 1.4) for x in range(-8, 22, 6)]
    return svg.picture(22, 16, [svg.rect(0.5, 0.5, 21, 15, "#fff", "#8e8e8e"), *stripes])


def _rates_alt(title: str, areas: Sequence[Area], speech: Speech) -> str:
    told = speech.listed([f"{area.name} {area.printed}" for area in areas])
    return speech.say(_("Map. {title} over twelve months: {areas}."), title=title, areas=told)


def _note(whole: Cell, found: Boundaries, quarter: Period, speech: Speech) -> str:
    months = {"first": speech.period(_month(quarter.back(4)[0])), "last": speech.period(_month(quarter, last=True))}
    n = speech.number(whole.value) if whole.value is not None else "–"
    return speech.say(
        _(
            "{first} to {last}, n = {n} in the whole district. "
            "Neighbours in different classes may lie within the same uncertainty. {borders}"
        ),
        n=n,
        borders=_borders(found, speech),
        **months,
    )


def _borders(found: Boundaries | None, speech: Speech) -> str:
    if found is None:
        return speech.say(_("No borders are known."))
    return speech.say(_("Schematic borders.")) if found.schematic else found.source


def _head(indicator: Indicator, speech: Speech) -> tuple[str, ...]:
    per = {"dwellings": _("per 1,000 homes"), "inhabitants": _("per 1,000 inhabitants")}[indicator.per]
    return (speech.say(_("Municipality")), speech.say(_("Number")), speech.say(per), speech.say(_("95% interval")))


def _rate_row(name: str, cell: Cell | None, found: Ratio | None, speech: Speech) -> tuple[str, ...]:
    if cell is None or cell.value is None:
        return (name, "1–4" if cell and cell.hidden == "few" else speech.say(_("hidden")), "–", "–")
    if found is None:
        return (name, speech.number(cell.value), "–", "–")
    words = rate_words(found, speech)
    return (name, speech.number(cell.value), words["rate"], f"{words['low']}–{words['high']}")


def _month(quarter: Period, last: bool = False) -> Period:
    return quarter.within("month")[-1 if last else 0]
