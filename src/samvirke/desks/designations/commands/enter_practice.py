"""A secretariat enters what no source states of a kind of place: how long, how often reviewed, by which local rule."""

from __future__ import annotations

from samvirke.desks.designations.engine.kind import Kind
from samvirke.desks.designations.models import Practice
from samvirke.desks.designations.register import kind_called
from samvirke.foundation.clock import today
from samvirke.foundation.fault import Refused
from samvirke.foundation.too_long import refuse_if_too_long
from samvirke.foundation.words import Said, _
from samvirke.registers.places.models import District, Municipality
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_MOST_MONTHS, _MOST_WEEKS = 120, 260


@command("designations.enter-practice", on="district")
def enter_practice(
    actor: Actor,
    *,
    district: District,
    kind: str,
    reference: str,
    longest_months: int | None = None,
    review_weeks: int | None = None,
    criterion: str = "",
    municipality: Municipality | None = None,
    invented: bool = False,
) -> Practice:
    """Write it with who decided it; what was entered before ends today. It may not go beyond what a source states."""
    declared = kind_called(kind)
    if municipality is not None and municipality.district_id != district.pk:
        raise Refused.because(_("The municipality lies in another district."), _("Choose one from the list."))
    if not reference.strip() or not (longest_months or review_weeks or criterion.strip()):
        raise Refused.because(
            _("Neither a number nor a rule is written, or not who decided it."), _("Write both, and where it stands.")
        )
    refuse_if_too_long(Practice, reference=reference)
    _refuse_beyond(declared, longest_months, review_weeks)
    live = Practice.objects.select_for_update().filter(
        district=district, kind=kind, municipality=municipality, until__isnull=True
    )
    live.update(until=today())
    made = Practice.objects.create(
        district=district,
        municipality=municipality,
        kind=kind,
        longest_months=longest_months,
        review_weeks=review_weeks,
        criterion=criterion.strip(),
        reference=reference.strip(),
        since=today(),
        invented=invented,
    )
    note(made, kind=kind)
    return made


def _refuse_beyond(kind: Kind, longest_months: int | None, review_weeks: int | None) -> None:
    limits = (
        (longest_months, kind.longest_months, _MOST_MONTHS, _("Write between 1 and {most} months.")),
        (review_weeks, kind.review_weeks, _MOST_WEEKS, _("Write between 1 and {most} weeks.")),
    )
    for written, stated, longest, words in limits:
        most = longest if stated is None else stated
        if written is not None and not 1 <= written <= most:
            beyond = Said(_("The number goes beyond what the source of this kind of place allows, or means nothing."))
            raise Refused.because(beyond, Said(words, {"most": most}))
