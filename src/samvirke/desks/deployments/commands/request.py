"""Asks for a deployment, or changes what is asked for before anybody has planned it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from samvirke.desks.deployments.commands.stepped import stepped
from samvirke.desks.deployments.engine.kind import Kind
from samvirke.desks.deployments.facts.allowed import refuse_unless_asked_for, refuse_unless_theirs
from samvirke.desks.deployments.facts.as_it_is_now import as_it_is_now
from samvirke.desks.deployments.facts.found import refuse_unknown
from samvirke.desks.deployments.facts.somewhere import Somewhere, placed
from samvirke.desks.deployments.models import Deployment
from samvirke.desks.deployments.models.deployment import REQUESTED
from samvirke.desks.deployments.models.step_taken import CHANGED
from samvirke.desks.deployments.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@dataclass(frozen=True)
class Wish:
    """What is asked for: where, in which period, what for, and why there.

    `suggestion` is what an analysis said, where somebody takes up one of its suggestions.
    """

    where: Somewhere
    name: str
    about: str = ""
    reason: str = ""
    sort: str = ""
    groups: tuple[str, ...] = ()
    wanted_from: date | None = None
    wanted_until: date | None = None
    suggestion: Mapping[str, object] = field(default_factory=dict)


@command("deployments.request", on="district")
def request(actor: Actor, *, district: District, kind: str, wish: Wish, invented: bool = False) -> Deployment:
    """Write it as requested; nobody goes anywhere yet. Raises `Refused` for what cannot be such a deployment."""
    declared = kind_called(kind)
    refuse_unless_theirs(actor, district, declared.requested_by)
    made = Deployment.objects.create(
        district=district,
        kind=kind,
        is_open=not declared.closed_until_done,
        requested_on=today(),
        requested_by_id=actor.account,
        requester_id=actor.agency or None,
        suggestion=dict(wish.suggestion),
        invented=invented,
        **_facts(district, declared, wish),
    )
    stepped(actor, made, REQUESTED, today())
    note(made, kind=kind)
    return made


@command("deployments.request", on="district")
def change_request(actor: Actor, *, district: District, deployment: Deployment, version: int, wish: Wish) -> Deployment:
    """Ask for it otherwise. What an analysis suggested stays as it was. Raises `Refused` like `request`, and when
    somebody was first.
    """
    there = as_it_is_now(deployment, version, REQUESTED)
    if there.district_id != district.pk:
        raise Refused.because(_("The deployment lies in another district."), _("Reload the page."))
    declared = kind_called(there.kind)
    refuse_unless_asked_for(actor, there, declared)
    for name, value in _facts(district, declared, wish).items():
        setattr(there, name, value)
    there.version += 1
    there.save()
    stepped(actor, there, CHANGED, today())
    note(there, kind=there.kind)
    return there


def _facts(district: District, kind: Kind, wish: Wish) -> dict[str, object]:
    name = wish.name.strip() or (wish.where.school.name if wish.where.school else "")
    if not name:
        raise Refused.because(_("The place has no name."), _("Write the name that people use."))
    refuse_if_too_long(Deployment, name=name)
    if kind.needs_reason and not wish.reason.strip():
        raise Refused.because(
            _("It is not said why there and then."),
            _("Write what shows it: an analysis with its figures, something that happened, what people have told."),
        )
    if bool(kind.sorts) != bool(wish.sort) or (wish.sort and kind.sort(wish.sort) is None):
        raise Refused.because(_("It is not said which of these it is."), _("Choose one of the answers."))
    refuse_unknown(wish.groups, dict(kind.groups), Said(_("The form names a group that nobody has declared.")))
    if wish.wanted_from and wish.wanted_until and wish.wanted_until < wish.wanted_from:
        raise Refused.because(_("The period ends before it begins."), _("Correct one of the two dates."))
    return {
        **placed(district, kind, wish.where),
        "name": name,
        "about": wish.about.strip(),
        "reason": wish.reason.strip(),
        "sort": wish.sort,
        "groups": [name for name, _title in kind.groups if name in wish.groups],
        "wanted_from": wish.wanted_from,
        "wanted_until": wish.wanted_until,
    }
