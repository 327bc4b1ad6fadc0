"""Goals and measures in the languages beside that of the district: fields of their own, and which need another look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samvirke.desks.plan.models import Plan
from samvirke.doors.web.plan.sections import LANGUAGE_NAMES
from samvirke.doors.web.shell.page import Asked
from samvirke.foundation.words import LANGUAGES


def in_others(request: Asked, plan: Plan, name: str) -> dict[str, str]:
    """What the form says in other languages, for a field; a language whose field it does not carry is left out."""
    fields = {language: f"{name}-{language}" for language in LANGUAGES if language != plan.district.language}
    return {language: request.POST[field] for language, field in fields.items() if field in request.POST}


def others_of(
    request: Asked,
    plan: Plan,
    words: Mapping[str, str],
    older: Mapping[str, str],
    typed: Mapping[str, str] | None,
    name: str = "text",
) -> list[dict[str, Any]]:
    """Each other language with its words, or with those that are older than the text."""
    return [
        {
            "language": language,
            "name": request.speech.say(LANGUAGE_NAMES[language]),
            "words": (typed or {}).get(f"{name}-{language}") or words.get(language) or older.get(language, ""),
            "older": language in older,
        }
        for language in LANGUAGES
        if language != plan.district.language
    ]
