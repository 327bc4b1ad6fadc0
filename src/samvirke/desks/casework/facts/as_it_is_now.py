"""A case as it is now and stays until the deed is done."""

from __future__ import annotations

from samvirke.desks.casework.models import Case
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _


def as_it_is_now(case: Case) -> Case:
    """Locked and read again: it may have been moved or closed since it was loaded, and nobody does so meanwhile.

    Raises `Refused` where it is gone.
    """
    found = Case.objects.select_for_update().filter(pk=case.pk).first()
    if found is None:
        raise Refused.because(_("The case is closed."), _("Reload the page."))
    return found
