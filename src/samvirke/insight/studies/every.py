"""Every kind of study there is: the files of the folder."""

from __future__ import annotations

from functools import cache

from samvirke.foundation.fault import Refused
from samvirke.foundation.folder import declarations
from samvirke.foundation.words import Said, _
from samvirke.insight.studies import kinds
from samvirke.insight.studies.engine.kind import Kind


@cache
def every_kind() -> dict[str, Kind]:
    """By name."""
    return declarations(kinds, Kind)


def kind_called(name: str) -> Kind:
    """The kind of that name; raises `Refused` when there is none."""
    if name not in every_kind():
        what = Said(_("There is no kind of study called {name}."), {"name": name})
        raise Refused.because(what, Said(_("Choose one of {names}."), {"names": ", ".join(every_kind())}), key="kind")
    return every_kind()[name]
