"""What a study is called and is about, in words."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.speech import Speech
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.engine.asked import questions
from samvirke.insight.studies.every import every_kind
from samvirke.insight.studies.models import Study
from samvirke.insight.studies.standing import standing
from samvirke.registers.incidents.categories import categories
from samvirke.registers.places.models import District

STATES = {
    "waiting": _("Waiting for its turn"),
    "running": _("Under way"),
    "done": _("Done"),
    "failed": _("It could not be done"),
    "cancelled": _("Stopped"),
}


def question_of(kind: str, speech: Speech) -> str:
    """The question that a kind of study answers, in a council's words."""
    declared = every_kind().get(kind)
    return speech.say(declared.title or declared.analysis.about.question) if declared else kind


def method_of(kind: str, speech: Speech) -> str:
    """How it is answered."""
    return speech.say(every_kind()[kind].analysis.about.method)


def parameters_said(study: Study, speech: Speech) -> list[tuple[str, str]]:
    """The parameters that it was asked with, each under the name that the form gives it."""
    declared = every_kind().get(study.kind)
    labels = {one.name: one.label.text(speech.language) for one in questions(declared.analysis)} if declared else {}
    return [(labels.get(name, name), value) for name, value in study.parameters.items()]


def title_of(study: Study, speech: Speech) -> str:
    """Its own title, else the question."""
    return study.title or question_of(study.kind, speech)


def line_of(study: Study, district: District, speech: Speech) -> dict[str, Any]:
    """A study as one line of the list."""
    state = standing(study)
    return {
        "id": study.pk,
        "title": title_of(study, speech),
        "about": about(study, district, speech),
        "state": state,
        "said": speech.say(STATES[state]),
        "asked": speech.day(study.asked_at.date(), year=True),
        "n": study.n,
    }


def about(study: Study, district: District, speech: Speech) -> str:
    """Which incidents: categories, area, period."""
    known = categories()
    names = [known[each].words.text(speech.language) for each in study.categories if each in known]
    area = district.municipalities.filter(pk=study.area).first() if study.area else None
    values = {
        "what": speech.listed(names),
        "where": area.name if area else district.words.text(speech.language),
        "first": speech.day(study.first, year=True),
        "after": speech.day(study.after, year=True),
    }
    return Said(_("{what}, {where}, from {first} to before {after}"), values).text(speech.language)
