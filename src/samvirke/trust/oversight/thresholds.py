"""From when on a deed is put before a supervisor; a district sets its own in `samvirke.toml`, under `[review]`."""

from __future__ import annotations

from dataclasses import dataclass, fields

from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home, installation
from samvirke.foundation.words import Said, _


@dataclass(frozen=True)
class Thresholds:
    """Whole numbers above nothing. They are choices to start from, not findings: no study stands behind them."""

    days: int = 60  # how far back the list looks
    accounts: int = 5  # so many who read about one person are many
    follow_up_days: int = 14  # a reading that nothing came of in so many days
    opens: int = 6  # the working day, by the clock in Copenhagen
    closes: int = 20
    one_in: int = 50  # of all other readings, one in so many is drawn


def thresholds() -> Thresholds:
    """Those of this installation. Raises `Refused` for a name nobody knows or what is no such number."""
    given = installation().get("review", {})
    known = {one.name for one in fields(Thresholds)}
    stated = given if isinstance(given, dict) else {"review": given}
    for name, value in stated.items():
        if name not in known or type(value) is not int or value < 1:
            what = Said(_("“{name} = {value}” sets nothing in the review."), {"name": name, "value": value})
            remedy = Said(_("Under [review] stand whole numbers for: {known}."), {"known": ", ".join(sorted(known))})
            raise Refused.because(what, remedy, file=str(home() / "samvirke.toml"))
    return Thresholds(**stated)
