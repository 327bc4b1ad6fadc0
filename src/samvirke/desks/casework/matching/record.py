"""One report as it is compared: its words in one spelling, so that only what differs counts as different."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ö": "oe", "ä": "ae", "ü": "y", "ß": "ss"})


@dataclass(frozen=True)
class Record:
    """What is compared, by the key of its report; nothing where the report does not say. Digests stand for numbers."""

    key: str
    given: str | None = None
    surname: str | None = None
    born: str | None = None
    address: str | None = None
    phone: str | None = None
    cpr: str | None = None

    @property
    def street(self) -> str | None:
        """The address without the numbers of house and floor."""
        return " ".join(re.findall(r"[a-z]{3,}", self.address)) or None if self.address else None

    @property
    def surname_start(self) -> str | None:
        """The first four letters of the surname."""
        return self.surname[:4] if self.surname else None

    @property
    def year(self) -> str | None:
        """The year of birth."""
        return self.born[:4] if self.born else None


def record(
    key: str,
    *,
    given: str = "",
    surname: str = "",
    born: date | None = None,
    address: str = "",
    postcode: str = "",
    phone: str = "",
    cpr: str = "",
) -> Record:
    """Spelled as they are compared; `phone` and `cpr` are digests already."""
    return Record(
        key=key,
        given=plain(given),
        surname=plain(surname),
        born=born.isoformat() if born else None,
        address=plain(f"{address} {postcode}") if address.strip() else None,
        phone=phone or None,
        cpr=cpr or None,
    )


def plain(written: str) -> str | None:
    """Small letters and digits with single spaces, Danish letters spelled out, no accents; nothing for no words."""
    spelled = unicodedata.normalize("NFKD", written.lower().translate(_LETTERS))
    return " ".join(re.findall(r"[a-z0-9]+", spelled.encode("ascii", "ignore").decode())) or None
