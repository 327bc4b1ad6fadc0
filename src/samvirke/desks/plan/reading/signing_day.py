"""The day on which a plan was signed, and the town, where a line beside the names says so."""

from __future__ import annotations

import re
from datetime import date

from samvirke.desks.plan.reading.lines import Line

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip
DAY = re.compile(
    rf"^(?:([A-ZÆØÅ][\w.-]+(?: [A-ZÆØÅ][\w.-]+){{0,2}}),?\s+)?(?:den|d\.)?\s*(\d{{1,2}})\.\s*"
    rf"({'|'.join(MONTHS)})\s+((?:19|20)\d\d)\.?$",
    re.IGNORECASE,
)
_NO_TOWN = re.compile(r"underskrevet|undertegnet|godkendt|vedtaget|dato|således", re.IGNORECASE)
_NEAR = 4


def day_of(lines: tuple[Line, ...], held: set[int]) -> tuple[date | None, str, int]:
    """The day that stands alone on a line beside the names, with the town before it."""
    for at, line in enumerate(lines):
        found = DAY.match(line.text.strip())
        if found and any(near in held for near in range(at - _NEAR, at + _NEAR + 1)):
            try:
                day = date(int(found[4]), MONTHS.index(found[3].lower()) + 1, int(found[2]))
            except ValueError:
                continue
            town = (found[1] or "").strip(" ,")
            return day, "" if _NO_TOWN.match(town) else town, at
    return None, "", -1
