"""One line a table: which of its columns are open, which are about somebody, and which are sensitive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Classes:
    """A table's line. Every column of the table stands in it once."""

    table: str
    open: tuple[str, ...]
    personal: tuple[str, ...]
    sensitive: tuple[str, ...]

    def faults(self, columns: Iterable[str]) -> list[str]:
        """What is wrong with the line for a table of these columns, a sentence each."""
        there, times = set(columns), Counter((*self.open, *self.personal, *self.sensitive))
        return [
            *(f"{self.table}.{name} has no class" for name in sorted(there - set(times))),
            *(f"{self.table} has no column {name}" for name in sorted(set(times) - there)),
            *(f"{self.table}.{name} has more than one class" for name, count in times.items() if count > 1),
        ]


_classified: dict[str, Classes] = {}


def classify(
    table: str,
    *,
    open: tuple[str, ...] = (),  # noqa: A002  the class is called what people call it
    personal: tuple[str, ...] = (),
    sensitive: tuple[str, ...] = (),
) -> None:
    """Declare the classes of a table's columns ("app.model"), by the names of its fields.

    Open says nothing of anybody; personal is about somebody; sensitive harms somebody when it is seen (GDPR articles
    9 and 10, national identity numbers, protected names and addresses).
    """
    _classified[table] = Classes(table, open, personal, sensitive)


def classified_tables() -> dict[str, Classes]:
    """Every declared line, by table."""
    return dict(_classified)
