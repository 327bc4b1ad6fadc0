"""Changes a design that was fixed: what it said stays on record, with why and whether anybody had looked by then."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.insight.effects.facts.about import about_of, chosen_on
from samvirke.insight.effects.facts.as_it_is_now import as_it_is_now
from samvirke.insight.effects.facts.sound import refuse_unless_sound
from samvirke.insight.effects.facts.wanted import Wanted, wanted_of
from samvirke.insight.effects.facts.worked_out import plain
from samvirke.insight.effects.models import Change, Design
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("effects.change", on="design")
def change_design(actor: Actor, *, design: Design, version: int, wanted: Wanted, why: str) -> Design:
    """Raises `Refused` without a reason, for a design that could tell nothing, and when somebody was first."""
    there = as_it_is_now(design, version)
    if not why.strip():
        raise Refused.because(
            _("It is not said why the design is changed."), _("Write the reason: whoever reads the result sees it.")
        )
    sound = chosen_on(wanted, about_of(actor, there.district, wanted))
    refuse_unless_sound(actor, there.district, sound)
    was, now = plain(wanted_of(there).columns()), plain(sound.columns())
    different = {name for name in now if now[name] != was[name]}
    if not different:
        raise Refused.because(_("Nothing has been changed."), _("Change a field, or leave the page."))
    return _changed(actor, there, sound.columns(), {name: (was[name], now[name]) for name in sorted(different)}, why)


def _changed(actor: Actor, there: Design, columns: dict[str, Any], different: dict[str, Any], why: str) -> Design:
    for name, value in columns.items():
        setattr(there, name, value)
    there.version += 1
    there.knew = there.knew or (there.after_from is not None and today() >= there.after_from)
    there.save(update_fields=[*columns, "version", "knew"])
    Change.objects.create(
        design=there,
        version=there.version,
        on=today(),
        why=why.strip(),
        was={name: pair[0] for name, pair in different.items()},
        now={name: pair[1] for name, pair in different.items()},
        looked=there.estimates.exists(),
        by_id=actor.account,
    )
    note(there, changed=sorted(different))
    return there
