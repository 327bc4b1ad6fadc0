"""When somebody is reminded and a late commitment goes to a meeting; `samvirke.toml` sets it under `[follow-up]`."""

from __future__ import annotations

from dataclasses import dataclass, fields

from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home, installation
from samvirke.foundation.words import Said, _


@dataclass(frozen=True)
class FollowUp:
    """Days, whole numbers above nothing. They are settings of the product, found in no law and no plan."""

    remind_before: int = 14  # so many days before the date
    remind_after: int = 1  # so many days past it
    escalate_after: int = 30  # so many days past it, it offers itself for the next agenda of its body


def follow_up() -> FollowUp:
    """Those of this installation. Raises `Refused` for a name nobody knows or what is no such number."""
    given = installation().get("follow-up", {})
    stated = given if isinstance(given, dict) else {"follow-up": given}
    known = {one.name for one in fields(FollowUp)}
    for name, value in stated.items():
        if name not in known or type(value) is not int or value < 1:
            what = Said(_("“{name} = {value}” sets nothing in the follow-up."), {"name": name, "value": value})
            remedy = Said(_("Under [follow-up] stand whole numbers for: {known}."), {"known": ", ".join(sorted(known))})
            raise Refused.because(what, remedy, file=str(home() / "samvirke.toml"))
    return FollowUp(**stated)
