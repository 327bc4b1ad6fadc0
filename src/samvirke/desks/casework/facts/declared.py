"""The declaration that a case runs under: form, stages, clocks and counts as they were when it was opened."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from samvirke.desks.casework.engine.declaration import CaseType, Section
from samvirke.desks.casework.engine.stored import read
from samvirke.desks.casework.engine.versions import carried
from samvirke.desks.casework.models import Case, DeclaredType
from samvirke.desks.casework.register import case_type


def declared_of(case: Case) -> CaseType:
    """The version of the day it was opened. Access, bases and what may cross are today's: see `register.case_type`."""
    return _read(case.declared_id)


def todays_path(case: Case, path: str) -> str | None:
    """Under which path today's declaration speaks of a question of the case's form; nothing when it does no more."""
    form, newest = declared_of(case), case_type(case.type)
    if form.version == newest.version:
        return path
    between = DeclaredType.objects.filter(name=case.type, version__gt=form.version, version__lt=newest.version)
    return carried(path, [*(_read(one.pk) for one in between.order_by("version")), newest])


def todays_section(case: Case, name: str) -> Section | None:
    """The section that says today who writes and reads what the case's form calls `name`.

    Under another name too, where its questions went; where they went to several, one that is for some readers only.
    The form's own where today's declaration speaks of none of it any more; nothing when there never was one.
    """
    today = {one.name: one for one in case_type(case.type).sections}
    if name in today:
        return today[name]
    form = next((one for one in declared_of(case).sections if one.name == name), None)
    paths = [todays_path(case, f"{name}.{one.name}") for one in form.questions] if form else []
    went = {today[path.partition(".")[0]] for path in paths if path and path.partition(".")[0] in today}
    return max(sorted(went, key=lambda one: one.name), key=lambda one: bool(one.readers), default=form)


@cache
def _read(declared_id: UUID) -> CaseType:
    # A stored version is never changed, so it may be kept for as long as the process lives.
    found: CaseType = read(DeclaredType.objects.get(pk=declared_id).content)
    return found
