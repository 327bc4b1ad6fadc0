"""Forms a study out of what somebody asked, and refuses what cannot be asked, naming the field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import numpy as np

from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.insight.studies.engine.asked import parameters_of, stored
from samvirke.insight.studies.every import kind_called
from samvirke.insight.studies.models import Study
from samvirke.registers.incidents.categories import categories as known_categories
from samvirke.registers.places.models import District, Municipality

_LARGEST_SEED = 2**63 - 1
_LONGEST_TITLE = 120


def formed(
    district: District,
    kind: str,
    *,
    categories: Iterable[str],
    first: date,
    after: date,
    area: int | None = None,
    parameters: Mapping[str, str] | None = None,
    seed: int | None = None,
    title: str = "",
    keep_current: bool = False,
    beside: Mapping[str, Any] | None = None,
) -> Study:
    """A study that is not stored yet; the seed is drawn when none is given, `beside` is what the row calls so."""
    declared, wanted = kind_called(kind), sorted(set(categories))
    _refuse_unknown(wanted, first, after)
    if area is not None and not Municipality.objects.filter(pk=area, district=district).exists():
        what = Said(_("The district has no municipality {code}."), {"code": area})
        raise Refused.because(what, _("Choose one of the district's, or all of it."), key="area")
    return Study(
        district=district,
        kind=declared.name,
        title=title.strip()[:_LONGEST_TITLE],
        categories=wanted,
        area=area,
        first=first,
        after=after,
        parameters=stored(parameters_of(declared.analysis, parameters or {})),
        beside=dict(beside or {}),
        seed=_seed(seed),
        keep_current=keep_current,
        made_from={},
        asked_at=now(),
    )


def formed_again(study: Study) -> Study:
    """The same question with the same seed, of the data as they are now."""
    if not study.is_answered:
        raise Refused.because(_("This study has no answer yet."), _("Wait for it, or ask a new one."))
    if Study.objects.filter(replaces=study).exists():
        raise Refused.because(_("This study has already been done again."), _("Ask again from the newer one."))
    again = formed(
        study.district,
        study.kind,
        categories=study.categories,
        first=study.first,
        after=study.after,
        area=study.area,
        parameters=study.parameters,
        seed=study.seed,
        title=study.title,
        keep_current=study.keep_current,
        beside=study.beside,
    )
    again.replaces = study
    return again


def _refuse_unknown(wanted: list[str], first: date, after: date) -> None:
    unknown = [each for each in wanted if each not in known_categories()]
    if unknown or not wanted:
        what = Said(_("There is no category {name}."), {"name": unknown[0]}) if unknown else _("No category is chosen.")
        raise Refused.because(what, _("Choose at least one of the list."), key="categories")
    if first >= after:
        raise Refused.because(_("The period ends before it begins."), _("Choose a later last day."), key="after")


def _seed(given: int | None) -> int:
    if given is None:
        return int(np.random.SeedSequence().generate_state(1)[0])
    if not 0 <= given <= _LARGEST_SEED:
        raise Refused.because(_("The seed is out of range."), _("Give a whole number from 0."), key="seed")
    return given
