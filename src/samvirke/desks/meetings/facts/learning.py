"""Whether what is said of a learning activity can be: its subject, its kind, its places, its duty."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from samvirke.desks.meetings.learning_kinds import LEARNING_KINDS
from samvirke.desks.meetings.models import Learning
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.partners.models import Body
from samvirke.registers.places.models import District
from samvirke.trust.identity.models import Agency

_MOST_PEOPLE = 100_000


def refuse_unless_sound(district: District, facts: Mapping[str, Any], municipalities: Collection[int]) -> None:
    """Raises `Refused` for an activity about nothing, of no kind, at nobody's place, or for another district."""
    if facts["kind"] not in LEARNING_KINDS:
        raise Refused.because(_("It is not said what kind of activity it is."), _("Choose from the list."))
    if not facts["subject"]:
        raise Refused.because(_("It is not said what the activity is about."), _("Write it in a few words."))
    refuse_if_too_long(Learning, subject=facts["subject"], place=facts["place"])
    _refuse_strangers(district, [facts["host"]])
    own = set(district.municipalities.values_list("code", flat=True))
    if not municipalities or not set(municipalities) <= own:
        raise Refused.because(
            _("It is not said for which municipalities of the district it is."), _("Choose at least one.")
        )
    _refuse_unless_owed(district, facts["kind"], facts["body"], facts["duty"])


def refuse_unless_counted(district: District, people: Mapping[Agency, int]) -> None:
    """Raises `Refused` when nobody came, or from an agency of another district."""
    if not people or not all(0 < count <= _MOST_PEOPLE for count in people.values()):
        raise Refused.because(
            _("It is not said how many came from each agency."), _("Write a number for those that took part.")
        )
    _refuse_strangers(district, people)


def somebody_was_first() -> Refused:
    """The refusal of a form that others have overtaken."""
    return Refused.because(
        _("Somebody else has changed this activity since you opened it."), _("Reload the page, and try again.")
    )


def _refuse_strangers(district: District, agencies: Collection[Agency]) -> None:
    known = set(Agency.objects.filter(districts__district_id=district.pk).values_list("pk", flat=True))
    for agency in agencies:
        if agency.pk not in known:
            what = Said(_("{agency} takes no part in the district."), {"agency": agency.words})
            raise Refused.because(what, _("Choose an agency of the district."))


def _refuse_unless_owed(district: District, kind: str, body: Body | None, duty: str) -> None:
    if body is None and not duty:
        return
    if body is None or body.district_id != district.pk or duty not in body.duties:
        raise Refused.because(_("The body does not owe this duty."), _("Choose from the list."))
    if duty not in LEARNING_KINDS[kind].fulfils:
        what = Said(_("A “{kind}” does not count for this duty."), {"kind": Said(LEARNING_KINDS[kind].title)})
        raise Refused.because(what, _("Choose another kind or another duty, or let it count for none."))
