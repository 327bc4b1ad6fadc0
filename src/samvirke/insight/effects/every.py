"""Every kind of measure, every sort of target, and every known break: the files of the folders."""

from __future__ import annotations

from functools import cache

from samvirke.foundation.folder import declarations
from samvirke.foundation.nearest import none_such
from samvirke.foundation.words import Said, _
from samvirke.insight.effects import breaks, kinds, targets
from samvirke.insight.effects.engine.break_of_series import Break
from samvirke.insight.effects.engine.kind_of_measure import KindOfMeasure
from samvirke.insight.effects.engine.target import Target


@cache
def all_kinds() -> dict[str, KindOfMeasure]:
    """Every declared kind of measure, by name."""
    return declarations(kinds, KindOfMeasure)


def kind_called(name: str) -> KindOfMeasure:
    """The kind of that name. Raises `Refused`, naming the nearest, when none is declared."""
    found = all_kinds().get(name)
    if found is None:
        raise none_such(Said(_("No kind of measure is called “{name}”."), {"name": name}), name, all_kinds())
    return found


@cache
def all_targets() -> dict[str, Target]:
    """What a design can be about, by name."""
    return declarations(targets, Target)


@cache
def all_breaks() -> dict[str, Break]:
    """Every known break, by name."""
    return declarations(breaks, Break)
