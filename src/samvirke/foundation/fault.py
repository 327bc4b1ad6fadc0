"""What is wrong, where it stands, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from samvirke.foundation.words import Said, _, said

_PLACES = (
    ("file", _("file {value}")),
    ("line", _("line {value}")),
    ("column", _("column {value}")),
    ("key", _("key {value}")),
)


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with what we were given.

    `line` counts from 1 and is the line of the file, not the row of the table.
    """

    what: Said
    remedy: Said
    file: str = ""
    line: int | None = None
    column: str = ""
    key: str = ""

    def text(self, language: str = "en") -> str:
        """Where, what and what to do, as one sentence or two."""
        where = ", ".join(
            Said(words, {"value": getattr(self, name)}).text(language)
            for name, words in _PLACES
            if getattr(self, name) not in ("", None)
        )
        sentences = f"{self.what.text(language)} {self.remedy.text(language)}".strip()
        return f"{where[:1].upper()}{where[1:]}: {sentences}" if where else sentences

    def __str__(self) -> str:
        return self.text()

    def stored(self) -> dict[str, Any]:
        """The fault as a database row keeps it."""
        return {
            "what": self.what.stored(),
            "remedy": self.remedy.stored(),
            **{name: getattr(self, name) for name, _words in _PLACES},
        }

    @classmethod
    def of(cls, stored: dict[str, Any]) -> Fault:
        """A fault from its row."""
        where = {name: stored[name] for name, _words in _PLACES}
        return cls(Said.of(stored["what"]), Said.of(stored["remedy"]), **where)


class Refused(Exception):
    """What was asked cannot be done with what was given; nothing has been stored."""

    exit_code = 2

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    @classmethod
    def because(cls, what: Said | str, remedy: Said | str, **where: object) -> Refused:
        """A refusal for one reason."""
        return cls(Fault(said(what), said(remedy), **where))  # type: ignore[arg-type]

    def text(self, language: str = "en") -> str:
        """All reasons, one a line."""
        return "\n".join(fault.text(language) for fault in self.faults)

    def __str__(self) -> str:
        return self.text()


def refuse_if_any(faults: Iterable[Fault]) -> None:
    """Raise `Refused` with every fault, or do nothing when there is none."""
    found = tuple(faults)
    if found:
        raise Refused(*found)
