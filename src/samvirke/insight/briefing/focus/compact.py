"""The briefs of a council's plan as they stand in its meeting pack: a few lines each."""

from __future__ import annotations

from collections.abc import Sequence

from samvirke.foundation.words import _
from samvirke.insight.briefing.focus import agreed
from samvirke.insight.briefing.focus.asked import AskedBrief, asked_for
from samvirke.insight.briefing.focus.declaration import Brief
from samvirke.insight.briefing.focus.fill import unanswered
from samvirke.insight.briefing.focus.named import named
from samvirke.insight.briefing.focus.numbers import NumberLine, numbers
from samvirke.insight.briefing.focus.register import briefs_of
from samvirke.insight.briefing.pack.content import FocusPart
from samvirke.insight.briefing.pack.occasion import Occasion
from samvirke.registers.commitments.models import Commitment

_MOST = 4


def focus_parts(occasion: Occasion) -> list[FocusPart]:
    """One for each brief of the plan's focus areas, in the plan's order; none without a plan."""
    chosen: dict[str, Brief] = {}
    for followed in occasion.chosen.followed:
        for brief in briefs_of(followed.focus) if followed.focus else ():
            chosen.setdefault(brief.name, brief)
    asked = [
        asked_for(one, occasion.body, occasion.facts, occasion.quarter, occasion.speech) for one in chosen.values()
    ]
    rows = agreed.open_of(asked[0]) if asked else []
    return [_part(one, occasion, rows) for one in asked]


def _part(asked: AskedBrief, occasion: Occasion, rows: Sequence[Commitment]) -> FocusPart:
    # A pack is for the whole council, whoever makes it: places that the police alone see are not in it.
    speech, brief = asked.speech, asked.brief
    found = numbers(asked, known=occasion.figures)
    promises = [_with(one.title, one.said) for one in agreed.promises(asked, rows)]
    places = [_with(f"{one.name} ({one.kind})", one.said) for one in named(asked) if one.is_open]
    measures = [speech.say(one.said) for one in brief.measures if not one.off]
    return FocusPart(
        title=speech.say(brief.title),
        question=speech.say(brief.question),
        findings=(*(_sentence(asked, line) for line in found.lines), *found.remarks),
        agreed=_some(asked, promises),
        agreed_note="" if promises else speech.say(_("No open commitment is about it.")),
        places=_some(asked, places),
        measures=tuple(measures),
        unknown=tuple(one.question for one in unanswered(asked)),
        source="; ".join(speech.words(one.said()) for one in brief.source),
    )


def _sentence(asked: AskedBrief, line: NumberLine) -> str:
    parts = [f"{line.title}, {line.period}: {line.now}", line.note if line.note != line.detail else ""]
    change = (
        f"{asked.speech.capital(line.headline)} ({line.detail})" if line.detail else asked.speech.capital(line.headline)
    )
    told = ", ".join(part for part in parts if part)
    return f"{told}. {change}." if line.headline else f"{told}."


def _with(what: str, state: str) -> str:
    return f"{what}: {state}"


def _some(asked: AskedBrief, lines: Sequence[str]) -> tuple[str, ...]:
    """The first few, and how many more there are."""
    if len(lines) <= _MOST:
        return tuple(lines)
    return (*lines[:_MOST], asked.speech.say(_("and {count} more"), count=len(lines) - _MOST))
