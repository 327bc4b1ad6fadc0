"""Whether answers fit the questions: the right kind, nothing unknown, and within what the law allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from samvirke.desks.casework.engine.clocks import years_after
from samvirke.desks.casework.engine.declaration import CaseType, Section
from samvirke.desks.casework.engine.questions import Amount, Choice, Day, LongText, Question, Several, ShortText, YesNo
from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _

_LINE, _TEXT, _MOST = 300, 10_000, 1_000_000_000


def checked(
    declared: CaseType, section: Section, given: Mapping[str, Any], elsewhere: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Fault]]:
    """What is to be stored, and what is wrong with it; `elsewhere` are the agency's other answers, by path.

    What was left empty is left out: that a question was not answered is no answer.
    """
    faults = list(_unknown(section, given))
    answers: dict[str, Any] = {}
    for asked in section.questions:
        value = given.get(asked.name)
        if value in (None, "", [], ()):
            faults += [_fault(asked, Said(_("It has to be answered.")))] if asked.required else []
            continue
        wrong = _wrong(asked, value)
        if wrong:
            faults.append(_fault(asked, wrong))
        else:
            answers[asked.name] = list(value) if isinstance(value, tuple) else value
    everywhere = {**elsewhere, **{f"{section.name}.{name}": value for name, value in answers.items()}}
    faults += _too_late(declared, section, everywhere)
    return answers, faults


def _wrong(asked: Question, value: Any) -> Said | None:
    match asked:
        case YesNo():
            return None if isinstance(value, bool) else Said(_("Answer yes or no."))
        case Choice(options=options):
            is_one = isinstance(value, str) and value in dict(options)
            return None if is_one else Said(_("Choose one of those offered."))
        case Several(options=options):
            is_list = isinstance(value, list | tuple) and set(map(str, value)) <= set(dict(options))
            return None if is_list else Said(_("Choose among those offered."))
        case Day():
            return None if _is_day(value) else Said(_("Write a date, such as 2024-08-20."))
        case Amount():
            is_number = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST
            return None if is_number else Said(_("Write a whole number, 0 or more."))
        case ShortText():
            return _long(value, _LINE)
        case LongText():
            return _long(value, _TEXT)
    raise TypeError(f"{asked!r} is no question")


def _long(value: Any, most: int) -> Said | None:
    if not isinstance(value, str):
        return Said(_("Write text."))
    return Said(_("Write at most {most} characters."), {"most": most}) if len(value) > most else None


def _is_day(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False


def _unknown(section: Section, given: Mapping[str, Any]) -> Iterator[Fault]:
    for name in sorted(set(given) - {asked.name for asked in section.questions}):
        what = Said(_("The form asks nothing called “{name}”."), {"name": name})
        yield Fault(what, Said(_("Reload the page and write it again.")), key=name)


def _too_late(declared: CaseType, section: Section, everywhere: Mapping[str, Any]) -> Iterator[Fault]:
    """Days that lie later than the law allows, wherever in the form the two stand."""
    for there in declared.sections:
        for asked in there.questions:
            limit = asked.at_most if isinstance(asked, Day) else None
            if limit is None or section.name not in (there.name, limit.after.partition(".")[0]):
                continue
            day, begins = everywhere.get(f"{there.name}.{asked.name}"), everywhere.get(limit.after)
            if _is_day(day) and _is_day(begins):
                latest = years_after(date.fromisoformat(str(begins)), limit.years)
                if date.fromisoformat(str(day)) > latest:
                    values = {"latest": latest, "source": Said(limit.source)}
                    yield _fault(asked, Said(_("No later than {latest} ({source})."), values))


def _fault(asked: Question, what: Said) -> Fault:
    return Fault(
        Said("{label}: {what}", {"label": Said(asked.label), "what": what}), Said(_("Correct it.")), key=asked.name
    )
