"""What a declared agenda template is: the standing items of a kind of body, and how it usually meets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from functools import cache

from samvirke.desks.meetings import templates
from samvirke.desks.meetings.engine.holidays import Avoided
from samvirke.desks.meetings.models.agenda_item import DISCUSSION
from samvirke.foundation.folder import declarations
from samvirke.registers.partners.models import Body

OTHERS = "other-bodies"


@dataclass(frozen=True)
class Standing:
    """An item that stands on every agenda; `last` ones come after everything that is taken in."""

    key: str
    title: str
    kind: str = DISCUSSION
    minutes: int = 10
    is_open: bool = True
    last: bool = False


@dataclass(frozen=True)
class AgendaTemplate:
    """Declared for kinds of bodies. `mark` stands before the numbers of their decisions; hours are habits, not law."""

    name: str
    title: str
    kinds: tuple[str, ...]
    items: tuple[Standing, ...]
    mark: str = ""
    starts: time = time(9)
    lasts_minutes: int = 120
    weekday: int = 3
    days_to_approve: int = 14
    days_to_comment: int = 7
    avoided: Avoided = field(default_factory=Avoided)


@cache
def all_templates() -> dict[str, AgendaTemplate]:
    """Every declared template, by name."""
    return declarations(templates, AgendaTemplate)


def template_of(body: Body) -> AgendaTemplate:
    """The template of a body's kind, or the one of all other bodies."""
    found = all_templates()
    return next((one for one in found.values() if body.kind in one.kinds), found[OTHERS])
