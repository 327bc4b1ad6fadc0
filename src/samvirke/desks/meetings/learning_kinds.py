"""The kinds of activity in which police and municipalities learn together, and the duties that each may count for."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.foundation.words import _


@dataclass(frozen=True)
class LearningKind:
    """A kind in words; `fulfils` names the duties that such an activity can be a unit of."""

    name: str
    title: str
    fulfils: tuple[str, ...] = ()


LEARNING_KINDS = {
    one.name: one
    for one in (
        LearningKind("theme-day", _("Theme day")),
        LearningKind("teaching-day", _("Teaching day"), fulfils=("traffic-teaching",)),
        LearningKind("erfa-meeting", _("Meeting to share experience"), fulfils=("erfa-meetings",)),
        LearningKind("visit", _("Visit"), fulfils=("municipality-visits",)),
        LearningKind("crisis-centre-meeting", _("Meeting with a women’s refuge")),
    )
}
