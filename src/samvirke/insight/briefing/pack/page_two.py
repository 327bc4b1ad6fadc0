"""Page two, for those who ask "compared with what?": both counts, intervals, 24 months, where, and the method."""

from __future__ import annotations

from samvirke.foundation.speech import Speech
from samvirke.foundation.words import _
from samvirke.insight.briefing.announced import by_chance
from samvirke.insight.briefing.drawings.marks import arrow
from samvirke.insight.briefing.drawn import data_behind, line_said, row_chart, row_interval, unit_said, why_not_drawn
from samvirke.insight.briefing.harm_said import harm_said
from samvirke.insight.briefing.pack.content import Chart, Line, Paragraph
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.insight.briefing.rows import Row
from samvirke.registers.incidents.queries.store import Store


def lines(occasion: Occasion) -> list[Line]:
    """The table of what is followed under each focus area."""
    found = []
    for followed in occasion.chosen.followed:
        focus = followed.words.text(occasion.language)
        for one in followed.indicators:
            row = occasion.rows.get(one.name)
            if row in occasion.counted_rows and row is not None:
                found.append(_line(occasion, row, focus))
    return found


def remarks(occasion: Occasion) -> list[str]:
    """What is told in a sentence under the table: shares, yearly numbers, harm."""
    others = [row for row in occasion.rows.values() if row not in occasion.counted_rows]
    harm = harm_said(occasion.facts, occasion.quarter, occasion.area, occasion.speech)
    return [*(share_said(row, occasion.speech) for row in others), *([harm] if harm else [])]


def share_said(row: Row, speech: Speech) -> str:
    """“Andel, der føler sig trygge: 86 % (82–90), n 281, 2023. Ingen sikker ændring fra 2022.”"""
    parts = {"title": row.title, "now": row.now, "note": row.note, "year": speech.period(row.period)}
    first = (
        speech.say(_("{title}: {now} ({note}), {year}."), **parts)
        if row.note
        else speech.say(_("{title}: {now}, {year}."), **parts)
    )
    if not row.change.headline or row.change.state == "unknown":
        return first
    change = {
        "change": speech.capital(row.change.headline),
        "before": speech.period(row.before),
        "detail": row.change.detail,
    }
    second = speech.say(_("{change} from {before} ({detail})."), **change)
    return f"{first} {second}"


def charts(occasion: Occasion) -> list[Chart]:
    """A small chart for each row, with its numbers behind it."""
    return [chart(row, occasion.speech) for row in occasion.counted_rows]


def chart(row: Row, speech: Speech) -> Chart:
    """One row's line with axes, or why it may not be drawn."""
    drawing = row_chart(row, speech)
    return Chart(
        title=row.title,
        unit=unit_said(row, speech),
        drawing=drawing,
        alt=line_said(row, speech) if drawing else "",
        why_not=why_not_drawn(row, speech),
        head=(speech.say(_("Period")), speech.say(_("Number"))),
        rows=data_behind(row, speech),
    )


def methods(occasion: Occasion) -> list[Paragraph]:
    """How the numbers are worked out and where they come from."""
    speech = occasion.speech
    tested = sum(row.change.p is not None for row in occasion.counted_rows)
    notes = [
        (
            _("Change"),
            speech.say(
                _(
                    "is the ratio of two quarters with its exact 95% interval. "
                    "We write risen or fallen only when the interval does not hold 0."
                )
            ),
        ),
        (
            _("Too few to say"),
            speech.say(
                _("is used when a number is under 5, or when the interval's ends lie more than a factor 4 apart.")
            ),
        ),
        (
            _("Hidden numbers"),
            speech.say(
                _("Numbers from 1 to 4 are hidden, and so is another where it would give them away. Zero is shown.")
            ),
        ),
    ]
    if tested > 1:
        share = speech.percent(100 * by_chance(tested))
        notes.append(
            (
                _("Several numbers at once"),
                speech.say(
                    _(
                        "When {count} numbers are tried, at least one looks certain by chance alone "
                        "in up to {share} of quarters. "
                        "Page one announces only what is still certain after that (Holm)."
                    ),
                    count=tested,
                    share=share,
                ),
            )
        )
    notes += [(_("Break."), row.break_said) for row in occasion.counted_rows if row.break_said]
    notes += [(_("Sources."), sources_said(occasion))]
    return [Paragraph(speech.say(title), text) for title, text in notes]


def sources_said(occasion: Occasion) -> str:
    """Where the figures come from, which version, and when they were locked."""
    return store_said(occasion.facts.store, occasion.speech)


def store_said(store: Store, speech: Speech) -> str:
    """The sources of a store, each with its version and the day on which it was locked."""
    parts = [
        speech.say(
            _("{title}, version {number}, locked {day}."),
            title=held.title.text(speech.language),
            number=held.number,
            day=speech.day(held.frozen_on, year=True),
        )
        for held in store.held
    ]
    if any(held.invented for held in store.held):
        parts.append(speech.say(_("All figures are invented.")))
    return " ".join(parts)


def _line(occasion: Occasion, row: Row, focus: str) -> Line:
    whole = occasion.whole[row.name].change
    return Line(
        focus=focus,
        title=row.title,
        now=row.now,
        before=row.past,
        headline=row.change.headline,
        detail=row.change.detail,
        state=row.change.state,
        arrow=arrow(row.change.state) if row.change.is_certain else "",
        drawing=row_interval(row),
        whole_headline=whole.headline,
        whole_detail=whole.detail,
        whole_state=whole.state,
        rate=row.rate,
    )
