"""The form of a kind of case for the documentation: each section with its writers, readers and questions."""

from __future__ import annotations

from samvirke.desks.casework.engine.declaration import CaseType, Section
from samvirke.desks.casework.engine.questions import AtMost, Choice, Day, LongText, Question, Several
from samvirke.doors.cli.case_types.kinds import agencies
from samvirke.doors.cli.markdown import english, table
from samvirke.foundation.words import Said
from samvirke.trust.identity.models.affiliation import ROLES

_MATTERS = {
    "offence": "About an offence.",
    "health": "About health: somebody else looks before it crosses.",
}
_ASKED = {
    "YesNo": "yes or no",
    "Choice": "one of",
    "Several": "any of",
    "ShortText": "a line",
    "LongText": "text",
    "Day": "a day",
    "Amount": "a whole number",
}


def form(one: CaseType) -> str:
    """Every section in its order."""
    return "\n\n".join(_section(one, section) for section in one.sections)


def _section(one: CaseType, section: Section) -> str:
    readers = ", ".join(english(Said(ROLES[role])) for role in section.readers)
    said = [
        f"Written by {agencies(section.by)}, each its own."
        if len(section.by) > 1
        else f"Written by {agencies(section.by)}.",
        f"Read by: {readers}." if readers else "Read by everyone of the agency who is on the case.",
        "Confidential: it never crosses." if section.confidential else "",
        "That it exists is not told to others." if section.hidden else "",
    ]
    rows = [
        (english(asked.label), f"`{asked.name}`", _answer(asked), _remarks(one, asked)) for asked in section.questions
    ]
    heading = f"### {english(section.title)}\n\n{' '.join(filter(None, said))}"
    return f"{heading}\n\n{table(('question', 'name', 'answer', 'remarks'), rows)}"


def _answer(asked: Question) -> str:
    kind = _ASKED[type(asked).__name__]
    if isinstance(asked, Choice | Several):
        return f"{kind}: {', '.join(english(words) for _name, words in asked.options)}"
    return kind


def _remarks(one: CaseType, asked: Question) -> str:
    limit = asked.at_most if isinstance(asked, Day) else None
    said = [
        "Has to be answered." if asked.required else "",
        _MATTERS.get(asked.matter, ""),
        "A professional's judgement." if isinstance(asked, LongText) and asked.assessment else "",
        _limit(one, limit) if limit else "",
        english(asked.hint),
    ]
    return " ".join(filter(None, said)) or "–"


def _limit(one: CaseType, limit: AtMost) -> str:
    years = "1 year" if limit.years == 1 else f"{limit.years} years"
    return f"At most {years} after “{english(one.question(limit.after).label)}” ({english(limit.source)})."
