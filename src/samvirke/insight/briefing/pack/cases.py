"""Cases in the papers of a council: counts of what was entered and how it ended, only where something may be shown."""

from __future__ import annotations

from samvirke.foundation.words import _, said
from samvirke.insight.briefing.case_counts import CaseCount, case_counts, over_with
from samvirke.insight.briefing.pack.content import Table
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.insight.suppression.cells import Cell


def cases(occasion: Occasion) -> list[Table]:
    """One table, or none: the newest period that was over with the pack's quarter, beside the year before."""
    speech = occasion.speech
    rows = [
        row for one in case_counts(occasion.facts, occasion.audience, occasion.quarter) if (row := _row(one, occasion))
    ]
    if not rows:
        return []
    head = (_("What is counted"), _("Period"), _("Number"), _("The year before"), _("Source"))
    note = speech.say(
        _("Counted without persons. Small numbers are left out to protect people, so rows may be missing.")
    )
    return [Table(speech.say(_("Cases, in counts")), note, tuple(speech.say(one) for one in head), tuple(rows))]


def _row(one: CaseCount, occasion: Occasion) -> tuple[str, ...] | None:
    speech = occasion.speech
    chosen = one.indicator
    period = over_with(occasion.quarter, chosen.every)
    now, before = one.cell(period, occasion.area), one.cell(period.year_before(), occasion.area)
    if now is None or not now.value:
        return None
    broken = chosen.break_between(period.year_before(), period)
    past = speech.say(_("break in the series")) if broken else _past(before, occasion)
    title, source = speech.words(said(chosen.title)), speech.words(said(chosen.source))
    return title, speech.period(period), speech.number(now.value), past, source


def _past(cell: Cell | None, occasion: Occasion) -> str:
    if cell is None:
        return "–"
    return occasion.speech.say(_("hidden")) if cell.value is None else occasion.speech.number(cell.value)
