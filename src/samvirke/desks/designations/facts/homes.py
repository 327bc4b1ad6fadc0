"""How few homes make a place a person; `samvirke.toml` sets it under `[designations]`."""

from __future__ import annotations

from dataclasses import dataclass, fields

from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home, installation
from samvirke.foundation.words import Said, _


@dataclass(frozen=True)
class Least:
    """Whole numbers of two and more. They are settings of the product, found in no law and no plan."""

    homes: int = 5  # an area with fewer homes points at who lives there
    square_metres: int = 2500  # a smaller area where people live is a house with its garden


def least() -> Least:
    """Those of this installation. Raises `Refused` for a name nobody knows or what is no such number."""
    given = installation().get("designations", {})
    stated = given if isinstance(given, dict) else {"designations": given}
    known = {one.name for one in fields(Least)}
    for name, value in stated.items():
        if name not in known or type(value) is not int or value < 2:
            what = Said(_("“{name} = {value}” sets nothing for places."), {"name": name, "value": value})
            remedy = Said(
                _("Under [designations] stand whole numbers above one for: {known}."),
                {"known": ", ".join(sorted(known))},
            )
            raise Refused.because(what, remedy, file=str(home() / "samvirke.toml"))
    return Least(**stated)


def refuse_one_home(homes: int | None, square_metres: float | None) -> None:
    """Raises `Refused` for a place that is one home, or so few that it points at who lives there.

    `square_metres` is nothing for a point: where people live, a point must lie where nobody does.
    """
    if homes is None:
        raise Refused.because(
            _("It is not said how many homes lie there."), _("Write the number; write 0 where nobody lives.")
        )
    limits = least()
    if square_metres is None and homes:
        raise Refused.because(
            _("The point lies on a home. A place that is one home is a person, and persons are not named here."),
            _("Choose a point where nobody lives, or draw the area around it."),
        )
    if 0 < homes < limits.homes:
        what = Said(
            _("Fewer than {least} homes lie there ({homes}): the place points at who lives in it."),
            {"homes": homes, "least": limits.homes},
        )
        raise Refused.because(what, _("Draw a larger area, or do not name the place."))
    if homes and square_metres is not None and square_metres < limits.square_metres:
        what = Said(
            _("The area is {size} m², less than {least} m²: where people live that is a single house."),
            {"size": round(square_metres), "least": limits.square_metres},
        )
        raise Refused.because(what, _("Draw a larger area, or do not name the place."))
