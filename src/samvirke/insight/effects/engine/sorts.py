"""The words of a design: how it compares, what it counts, which number it will read, and what an estimate can say."""

from __future__ import annotations

from samvirke.foundation.words import _

BEFORE_AFTER, STAGGERED, SERIES, NONE = SORTS = ("before-after", "staggered", "series", "none")
INCIDENTS, HARM, SURVEY = OUTCOMES = ("incidents", "harm", "survey")
RATIO, DIFFERENCE = HEADLINES = ("ratio", "difference")
FEWER, MORE, CANNOT_TELL = VERDICTS = ("fewer", "more", "cannot-tell")

SORTS_SAID = {
    BEFORE_AFTER: _("Before and after, beside a place where nothing was done"),
    STAGGERED: _("One area after another"),
    SERIES: _("A series that was interrupted, without a comparison"),
    NONE: _("Not measured, for a reason"),
}
OUTCOMES_SAID = {
    INCIDENTS: _("Reported incidents"),
    HARM: _("Harm of reported incidents"),
    SURVEY: _("Share of people in a survey"),
}
HEADLINES_SAID = {
    RATIO: _("The ratio: how many per cent fewer or more"),
    DIFFERENCE: _("The difference: how many fewer or more, with what moved next door"),
}
VERDICTS_SAID = {FEWER: _("certainly fewer"), MORE: _("certainly more"), CANNOT_TELL: _("cannot tell")}

CHOSEN_BEFORE, CHOSEN_UNKNOWN, FEW, APART, TREND_UNKNOWN, LEVELS, SEASONS, LATE, CHANGED, ALIKE_EFFECT, HARM_HEAVY = (
    "chosen-before", "chosen-unknown", "few", "apart", "trend-unknown", "levels", "seasons", "late", "changed",
    "alike-effect", "harm-heavy",
)  # fmt: skip
NOTES_SAID = {
    CHOSEN_BEFORE: _(
        "The area was chosen for its numbers in the very period before: such an area falls by itself (regression to "
        "the mean), and this estimate counts that as an effect."
    ),
    CHOSEN_UNKNOWN: _("If the area was chosen for its numbers in the period before, part of any fall comes by itself."),
    FEW: _("There are too few incidents to tell anything but a landslide."),
    APART: _("The areas did not move alike before anything was done: the comparison cannot carry a verdict."),
    TREND_UNKNOWN: _("Whether the areas moved alike before cannot be told: too few, or too short a time."),
    LEVELS: _("The comparison area had far more or far fewer than the treated one: the ratio tells more here."),
    SEASONS: _("The two periods are not of the same seasons; only what both areas share falls out."),
    LATE: _("The design was fixed after the measure had begun: the numbers could be known already."),
    CHANGED: _("The design has been changed since it was fixed; the changes are listed."),
    ALIKE_EFFECT: _("It takes for granted that the effect is alike in all areas and does not grow or fade."),
    HARM_HEAVY: _("A few heavy offences carry most of the harm: read it beside the count."),
}
