"""What the pages say of a design: its state, its verdict in a sentence, its areas, periods and warnings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from samvirke.foundation.clock import today
from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Words, _
from samvirke.insight.briefing.drawings.marks import sign
from samvirke.insight.effects.engine.area import CIRCLE, Area
from samvirke.insight.effects.engine.judged import Ends, Judged
from samvirke.insight.effects.engine.sorts import (
    CANNOT_TELL,
    DIFFERENCE,
    FEWER,
    HEADLINES_SAID,
    MORE,
    NOTES_SAID,
    OUTCOMES_SAID,
    SORTS_SAID,
    SURVEY,
    VERDICTS_SAID,
)
from samvirke.insight.effects.every import all_kinds, all_targets
from samvirke.insight.effects.models import Design, Estimate
from samvirke.insight.suppression.rounded import about, tellable
from samvirke.registers.incidents.categories import categories

SELECTIONS_SAID = {
    "unknown": _("It is not known why this area was chosen"),
    "before": _("Chosen for its numbers in the period before"),
    "earlier": _("Chosen for other reasons, or for an earlier period"),
}
# Whether fewer is better is not for a colour to say: an arrow and the words say what is known.
_ARROWS = {FEWER: "↓", MORE: "↑"}
_TOLD = "told"


def kind_title(name: str, speech: Speech) -> str:
    """A kind of measure by title; its name where it is declared no longer."""
    kind = all_kinds().get(name)
    return speech.say(kind.title) if kind else name


def standing(design: Design, newest: Estimate | None, speech: Speech) -> dict[str, str]:
    """State, sign and words: what came of it, or what it waits for."""
    state, words = _standing(design, newest, speech)
    return {"state": state, "sign": sign(state) if state != _TOLD else "", "said": words}


def _standing(design: Design, newest: Estimate | None, speech: Speech) -> tuple[str, str]:
    if not design.is_measured:
        return "not-begun", speech.say(_("not measured, for a reason"))
    if newest is not None:
        said = verdict_said(design, newest.verdict, speech)
        arrow = "" if design.is_survey else _ARROWS.get(newest.verdict, "")
        return (_TOLD, f"{arrow} {said}".strip()) if newest.verdict != CANNOT_TELL else ("not-begun", said)
    if design.after_until is not None and design.after_until >= today():
        return "waiting", speech.say(_("measured after {day}"), day=speech.day(design.after_until, year=True))
    return "at-risk", speech.say(_("not estimated yet"))


def verdict_said(design: Design, verdict: str, speech: Speech) -> str:
    """A verdict in words; of a survey it is better or worse, for shares are neither fewer nor more."""
    if design.is_survey and verdict != CANNOT_TELL:
        return speech.say(_("certainly better") if verdict == FEWER else _("certainly worse"))
    return speech.say(VERDICTS_SAID[verdict])


def line(design: Design, newest: Estimate | None, speech: Speech) -> dict[str, Any]:
    """A design as a row of a list."""
    return {
        "id": design.pk,
        "title": speech.words(Words.of(design.title)),
        "kind": kind_title(design.kind, speech),
        "standing": standing(design, newest, speech),
        "periods": periods_said(design, speech),
        "sort": speech.say(SORTS_SAID[design.sort]),
        "closed": not design.is_open,
        "invented": design.invented,
    }


def periods_said(design: Design, speech: Speech) -> str:
    """“1 January 2022 – 31 December 2023 against 1 January 2024 – 30 June 2024”."""
    if not design.is_measured:
        return ""
    days = design.periods
    said = [
        f"{speech.day(first, year=True)} – {speech.day(last, year=True)}"
        for first, last in ((days.before_from, days.before_until), (days.after_from, days.after_until))
    ]
    return speech.say(_("{before} against {after}"), before=said[0], after=said[1])


def area_said(area: Area, speech: Speech) -> str:
    """An area by name, with its radius and the day on which it began there."""
    words = area.name
    if area.shape == CIRCLE:
        words = speech.say(_("{name} ({radius} m around)"), name=area.name, radius=area.radius)
    if area.since:
        words = speech.say(_("{name} from {day}"), name=words, day=speech.day(area.since, year=True))
    return words


def facts(design: Design, speech: Speech) -> list[tuple[str, str]]:
    """What was fixed, as names and values; what is empty is left out."""
    known = categories()
    target = all_targets()[design.target]
    rows = [
        (_("About"), speech.say(target.title)),
        (_("Kind of measure"), kind_title(design.kind, speech)),
        (_("How it compares"), speech.say(SORTS_SAID[design.sort])),
        (_("Why not"), design.why_none),
        (_("What is counted"), speech.say(OUTCOMES_SAID[design.outcome]) if design.is_measured else ""),
        (_("Asked"), str(design.survey.get("question", ""))),
        (_("Of these kinds"), speech.listed([known[one].words.text(speech.language) for one in design.categories])),
        (_("Where it was done"), speech.listed([area_said(one, speech) for one in design.treated_areas])),
        (_("Comparison"), speech.listed([area_said(one, speech) for one in design.comparison_areas])),
        (_("Ring next door"), speech.say(_("{metres} m"), metres=design.ring) if design.ring else ""),
        (_("Before and after"), periods_said(design, speech)),
        (_("Number that is read"), speech.say(HEADLINES_SAID[design.read]) if design.comparison else ""),
        (_("Why this area"), "" if design.is_survey or not design.is_measured else _selection(design, speech)),
        (_("Cost"), speech.say(_("{amount} kroner"), amount=speech.number(design.cost)) if design.cost else ""),
    ]
    return [(speech.say(name), value) for name, value in rows if value]


def _selection(design: Design, speech: Speech) -> str:
    return speech.say(SELECTIONS_SAID[design.selection])


def is_told(design: Design, judged: Judged, exact: bool) -> bool:
    """Whether its numbers are shown to this reader: below ten they are the analysts' alone."""
    return exact or design.is_survey or tellable(*judged.counts.values())


def warnings(judged: Judged, speech: Speech) -> list[str]:
    """What keeps the number from being the whole truth."""
    return [speech.say(NOTES_SAID[one]) for one in judged.notes if one in NOTES_SAID]


def for_reader(design: Design, judged: Judged, exact: bool) -> Judged:
    """The numbers as this reader may see them: rounded for all but the analysts, so that no small count comes back."""
    if exact or design.is_survey:
        return judged
    return replace(
        judged,
        ratio=_rounded(judged.ratio, lambda value: round(value, 1)),
        trend=_rounded(judged.trend, lambda value: round(value, 1)),
        difference=_rounded(judged.difference, about),
        moved=_rounded(judged.moved, about),
        prevented=_rounded(judged.prevented, about),
        counts={name: about(count) for name, count in judged.counts.items()},
        n=about(judged.n),
    )


def _rounded(ends: Ends, how: Callable[[float], float]) -> Ends:
    return Ends(*(None if one is None else how(one) for one in (ends.value, ends.low, ends.high)))


def numbers(design: Design, judged: Judged, speech: Speech) -> list[dict[str, Any]]:
    """A row for each estimate with its interval; the one that was fixed to be read stands first."""
    if design.outcome == SURVEY:
        return [_row(_("Change in percentage points"), judged.difference, speech, 1, signed=True)]
    ratio = _row(_("Ratio to what was to be expected"), judged.ratio, speech, 2)
    difference = _row(_difference_words(design), judged.difference, speech, 0, signed=True)
    moved = _row(_("of these in the ring next door"), judged.moved, speech, 0, signed=True)
    prevented = _row(_("Prevented incidents (below 0: more)"), judged.prevented, speech, 0)
    rows = [difference, moved, ratio] if design.read == DIFFERENCE else [ratio, difference, moved]
    return [one for one in (*rows, prevented) if one["value"] != "–"]


def _difference_words(design: Design) -> str:
    if design.outcome == "harm":
        return _("Days of harm more (fewer: below 0)")
    if design.ring:
        return _("Incidents more (fewer: below 0), with the ring next door")
    return _("Incidents more (fewer: below 0)")


def _row(words: str, ends: Ends, speech: Speech, decimals: int, signed: bool = False) -> dict[str, Any]:
    def said(value: float | None) -> str:
        if value is None:
            return "–"
        return speech.signed(value, decimals) if signed else speech.number(value, decimals)

    return {"name": speech.say(words), "value": said(ends.value), "low": said(ends.low), "high": said(ends.high)}


def counts(judged: Judged, speech: Speech) -> list[tuple[str, ...]]:
    """The counts that it rests on, by area: before and after."""
    names = (
        ("treated", _("Where it was done")),
        ("control", _("Comparison")),
        ("ring", _("Ring next door")),
        ("control_ring", _("Ring of the comparison")),
    )
    return [
        (speech.say(title), *(speech.number(judged.counts[f"{name}_{side}"]) for side in ("before", "after")))
        for name, title in names
        if f"{name}_before" in judged.counts
    ]
