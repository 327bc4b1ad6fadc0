"""How long contact details are kept of those who have left their seats; `samvirke.toml` says it for each district."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home, installation
from samvirke.foundation.words import Said, _


def contact_periods() -> dict[str, int]:
    """Days by district, from `[contact-details]`. No law states them: a district that is not named there keeps them.

    Raises `Refused` for what is no whole number of days above nothing.
    """
    given = installation().get("contact-details", {})
    stated = given if isinstance(given, dict) else {"contact-details": given}
    for name, value in stated.items():
        if type(value) is not int or value < 1:
            what = Said(_("“{name} = {value}” sets no period for contact details."), {"name": name, "value": value})
            remedy = _("Under [contact-details] stand ids of districts, each with a whole number of days.")
            raise Refused.because(what, remedy, file=str(home() / "samvirke.toml"))
    return dict(stated)
