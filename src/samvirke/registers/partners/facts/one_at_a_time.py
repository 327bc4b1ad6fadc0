"""One deed at a time on a body, so that two cannot put somebody on the same seat at once."""

from __future__ import annotations

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import _
from samvirke.registers.partners.models import Body, Membership


def locked(body_id: str) -> Body:
    """The body, locked until the deed is done. Everything that depends on who sits there is read after this."""
    return Body.objects.select_for_update().select_related(None).get(pk=body_id)


def as_it_was_read(membership: Membership, version: int) -> Membership:
    """The membership read again behind the lock. Raises `Refused` when somebody has changed it since it was read."""
    found = Membership.objects.select_related("holder", "seat__body").get(pk=membership.pk)
    if found.version != version:
        raise somebody_was_first()
    return found


def somebody_was_first() -> Refused:
    """The refusal of a form that others have overtaken."""
    return Refused.because(
        _("Somebody else has changed who sits there since you opened the page."),
        _("Reload the page, see who sits there now, and try again."),
    )
