"""From which certainty on pairs of a search are looked at; whoever searches chooses, after having seen what follows."""

from __future__ import annotations

from samvirke.desks.casework.facts.searches import open_search
from samvirke.desks.casework.matching.linked import FLOOR
from samvirke.desks.casework.models import Search
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note


@command("casework.choose-certainty", on="search")
def choose_certainty(actor: Actor, *, search: Search, at_least: float, version: int) -> None:
    """Raises `Refused` before the reports were compared, for no certainty, and when somebody else chose in between."""
    search = open_search(search)
    if search.ran_on is None:
        raise Refused.because(_("The reports have not been compared."), _("Compare them first."))
    if not FLOOR <= at_least < 1:
        raise Refused.because(_("It is no certainty from 5 to 99 per cent."), _("Choose one of those offered."))
    if not Search.objects.filter(pk=search.pk, version=version).update(at_least=at_least, version=version + 1):
        raise Refused.because(_("Somebody else has changed the search since you opened it."), _("Reload the page."))
    note(search, at_least=f"{at_least:.2f}")
