"""What an import did, or would do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine.merge import Merged
from samvirke.registers.incidents.engine.rejected import RejectedRows


@dataclass(frozen=True)
class Outcome:
    """The counts of an import: rows in = accepted + rejected + duplicates, always.

    `unknown_codes` pairs each offence code that the mapping does not know with the number of its rows; they are
    kept under the category "unknown". `version` is the version that readers see afterwards, 0 when there is none.
    """

    source: str
    file: str
    mapping: str
    merged: Merged
    rejected: RejectedRows
    unknown_codes: list[tuple[str, int]]
    rejected_file: Path | None
    version: int
    dry: bool
    seconds: float = 0.0

    @property
    def accepted(self) -> int:
        """New and corrected rows."""
        return self.merged.new + self.merged.corrected

    @property
    def duplicates(self) -> int:
        """Rows that the store already held unchanged, or that the file tells again."""
        return self.merged.unchanged + self.merged.repeated

    @property
    def rows_in(self) -> int:
        """Every row of the file."""
        return self.accepted + self.duplicates + len(self.rejected)

    def as_dict(self) -> dict[str, object]:
        """For a program that reads it."""
        return {
            "source": self.source, "file": self.file, "mapping": self.mapping, "dry_run": self.dry,
            "rows_in": self.rows_in, "accepted": self.accepted, "new": self.merged.new,
            "corrected": self.merged.corrected, "duplicates": self.duplicates, "rejected": len(self.rejected),
            "reasons": self.rejected.reasons, "unknown_codes": [list(pair) for pair in self.unknown_codes],
            "rejected_file": str(self.rejected_file) if self.rejected_file else None,
            "first_day": str(self.merged.first_day) if self.merged.first_day else None,
            "last_day": str(self.merged.last_day) if self.merged.last_day else None,
            "version": self.version, "seconds": round(self.seconds, 2),
        }  # fmt: skip


def none_taken(file: str, rows_in: int, rejected: int) -> Fault | None:
    """The fault of a file of which not one row could be taken, however it came in."""
    if not rows_in or rejected < rows_in:
        return None
    what = Said(_("Not one of the {count} rows could be taken."), {"count": rows_in})
    remedy = Said(_("Look at the reasons, correct the file or the mapping, and import again."))
    return Fault(what, remedy, file=file)
