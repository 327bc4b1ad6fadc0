"""Words that are said later, in the language of whoever reads them.

Message ids are English; Danish is the complete translation. A floor below the doors marks a message with `_`
and hands it on as `Said`; whoever shows it asks for its text in a language.
"""

from __future__ import annotations

import gettext
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("da", "en")
DEFAULT_LANGUAGE = "da"
LOCALE_FOLDER = Path(__file__).resolve().parents[1] / "locale"


def _(message: str) -> str:
    """Mark a message id for the translators and give it back unchanged."""
    return message


@dataclass(frozen=True)
class Said:
    """A message id with the values that belong in it.

    A value may itself be `Said` or `Words`, and is then put into the same language. With `plural`, the
    value `count` decides which of the two forms is said; Danish and English both tell one from all else.
    """

    message: str
    values: Mapping[str, Any] = field(default_factory=dict)
    plural: str = ""

    def text(self, language: str = "en") -> str:
        """The sentence in one language."""
        many = self.plural and self.values["count"] != 1
        pattern = _translations(language).gettext(self.plural if many else self.message)
        said = {name: _put(value, language) for name, value in self.values.items()}
        return pattern.format(**said) if said else pattern

    def stored(self) -> list[Any]:
        """The sentence as a database row keeps it, so that it can still be said in either language."""
        kept = [self.message, {name: _keep(value) for name, value in self.values.items()}]
        return [*kept, self.plural] if self.plural else kept

    @classmethod
    def of(cls, stored: Sequence[Any]) -> Said:
        """A sentence from its row."""
        message, values, *plural = stored
        return cls(message, {name: _give_back(value) for name, value in values.items()}, *plural)

    def __str__(self) -> str:
        return self.text()


@dataclass(frozen=True)
class Words:
    """A name or title that data carries in each of its languages."""

    da: str = ""
    en: str = ""

    def __post_init__(self) -> None:
        if not (self.da or self.en):
            raise ValueError("words in no language")

    def text(self, language: str = DEFAULT_LANGUAGE) -> str:
        """The words in this language, or in the other when they exist in one only."""
        return getattr(self, language) or self.da or self.en

    @classmethod
    def of(cls, stored: Mapping[str, str] | str) -> Words:
        """Words as they lie in a file or a database row."""
        return cls(da=stored, en=stored) if isinstance(stored, str) else cls(**stored)

    def stored(self) -> dict[str, str]:
        """The words as a database row keeps them."""
        return {language: getattr(self, language) for language in LANGUAGES if getattr(self, language)}

    def __str__(self) -> str:
        return self.text()


def said(words: Said | str) -> Said:
    """A plain message id as `Said`."""
    return words if isinstance(words, Said) else Said(words)


@cache
def _translations(language: str) -> gettext.NullTranslations:
    return gettext.translation("django", LOCALE_FOLDER, languages=[language], fallback=True)


def _put(value: Any, language: str) -> Any:
    return value.text(language) if isinstance(value, Said | Words) else value


def _keep(value: Any) -> Any:
    """Numbers and text as they are, words in all their languages, and anything else as it would be written."""
    if isinstance(value, Said | Words):
        return {type(value).__name__: value.stored()}
    return value if isinstance(value, int | float | str) else str(value)


def _give_back(kept: Any) -> Any:
    if isinstance(kept, Mapping):
        return Said.of(kept["Said"]) if "Said" in kept else Words.of(kept["Words"])
    return kept
