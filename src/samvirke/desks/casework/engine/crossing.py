"""What of an agency's own contribution may cross at a stage, and what about it asks for a second pair of eyes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from samvirke.desks.casework.engine.declaration import NOTHING, UNNAMED, CaseType
from samvirke.desks.casework.engine.questions import FREE_TEXT, HEALTH
from samvirke.desks.casework.engine.ready import age_on
from samvirke.foundation.words import Said, _

PEOPLE = "people"
# Above so many people who would read it, somebody else looks first.
MANY_READERS = 5


def may_cross(declared: CaseType, stage: str, path: str) -> Said | None:
    """Why a field may not cross at this stage, or nothing when it may. Asked of today's declaration."""
    section, _dot, name = path.partition(".")
    crosses = declared.stage(stage).crosses
    if crosses == NOTHING:
        return Said(_("Nothing crosses to another agency at this stage."))
    if section == PEOPLE:
        if name not in {role.name for role in declared.people}:
            return Said(_("There is no such field."))
        return Said(_("Nobody is named to another agency at this stage.")) if crosses == UNNAMED else None
    try:
        there, asked = declared.section(section), declared.question(path)
    except LookupError:
        return Said(_("There is no such field."))
    if there.confidential:
        return Said(_("“{section}” is confidential and never crosses."), {"section": Said(there.title)})
    if crosses == UNNAMED and isinstance(asked, FREE_TEXT):
        return Said(_("Free text could name somebody, and nobody is named at this stage."))
    return None


def why_four_eyes(
    declared: CaseType, paths: Iterable[str], born: Iterable[date | None], readers: int, sealed: bool, day: date
) -> str:
    """`health`, `minor`, `readers` or `sealed`; empty where one person may decide. Unknown age counts as a child's."""
    if sealed:
        return "sealed"
    fields = [path for path in paths if not path.startswith(f"{PEOPLE}.")]
    if any(declared.question(path).matter == HEALTH for path in fields):
        return "health"
    if any(one is None or age_on(one, day) < 18 for one in born):
        return "minor"
    return "readers" if readers > MANY_READERS else ""


def consents(answers: Mapping[str, Any]) -> frozenset[str]:
    """The parties whose consent the form records: a question `<party>_consents` that was answered with yes."""
    names = {path.partition(".")[2] for path, value in answers.items() if value is True}
    return frozenset(name.removesuffix("_consents") for name in names if name.endswith("_consents"))
