"""Reads which offences are known to belong together from a file of its own: a label and the name of an offence."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from samvirke.doors.cli.analyse.file import File
from samvirke.doors.cli.analyse.table import columns_of
from samvirke.foundation.words import _


def series_of(path: str, incidents: list[str]) -> list[tuple[str, ...]]:
    """The labels of each offence: the first two columns of the file are a label and the name of an offence.

    Offences that are not in the table are passed over; one may have several labels.
    """
    file = File(Path(path))
    if len(file.columns) < 2:
        raise file.refusal(_("The file has no two columns."), _("Give a label and the name of an offence in each row."))
    label, incident = file.columns[:2]
    found, _left_out = columns_of(file, {"series": label, "incident": incident})
    held: dict[str, list[str]] = defaultdict(list)
    for each, named in zip(found["incident"].tolist(), found["series"].tolist(), strict=True):
        held[each].append(named)
    return [tuple(dict.fromkeys(held.get(each, ()))) for each in incidents]
