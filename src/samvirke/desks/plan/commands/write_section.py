"""Writes a section of a draft, adds one, or takes one out."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Max, Q

from samvirke.desks.plan.engine.numbers import comes_after, is_number, lies_below
from samvirke.desks.plan.engine.slug import free_slug
from samvirke.desks.plan.models import Plan, Section, SectionVersion
from samvirke.desks.plan.standing import RELOAD, open_text
from samvirke.foundation.clock import now
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import command, note

_LONGEST = 20_000
_LONGEST_HEADING = 200


class WrittenMeanwhile(Refused):
    """Somebody else has changed the section since it was opened; both texts can be shown."""


@command("plan.write", on="plan")
def write_section(
    actor: Actor,
    *,
    plan: Plan,
    section: Section,
    heading: str,
    text: str,
    version: int,
    translated: Mapping[str, tuple[str, str]] | None = None,
) -> Section:
    """Put a section's heading and text, in the language of the district; `version` is the one that was read.

    `translated` holds heading and text in other languages. One that is not given stays as it was, and the draft says
    that it is older than the text. Raises `WrittenMeanwhile` when somebody else wrote in between, `Refused` when the
    text is closed or the heading empty: then nothing is stored.
    """
    plan = open_text(plan)
    old = Section.objects.get(pk=section.pk, plan=plan)
    _check(heading, text)
    new_heading, new_text = old.heading, old.summary
    for language, (said_heading, said_text) in {**(translated or {}), plan.district.language: (heading, text)}.items():
        _check(said_heading or heading, said_text)
        new_heading = _said(new_heading, language, said_heading)
        new_text = _said(new_text, language, said_text)
    if (new_heading, new_text) == (old.heading, old.summary) and old.version == version:
        note(old, version=version)
        return old
    _keep_first(old)
    values = {"heading": new_heading, "summary": new_text, "has_body": bool(text.strip()), "version": version + 1}
    if not Section.objects.filter(pk=old.pk, version=version).update(**values):
        raise WrittenMeanwhile.because(
            _("Somebody else has changed this section since you opened it."),
            _("Both texts are shown below. Put what you need of yours into theirs, and store it again."),
        )
    old.refresh_from_db()
    _remember(actor, old)
    note(old, version=old.version)
    return old


@command("plan.write", on="plan")
def add_section(actor: Actor, *, plan: Plan, number: str, heading: str, text: str, continues: str = "") -> Section:
    """A new section in the place that its number says; without a number at the end.

    `continues` is the key of the section of last year's plan that it takes the place of, if it does.
    """
    plan = open_text(plan)
    _check(heading, text)
    number = number.strip().strip(".")
    if number and not is_number(number):
        raise Refused.because(
            _("A section's number is written as in print: 4.7, II.3, B.2, 2a, Kapitel 3 or § 4."), _("Write it so.")
        )
    if number and plan.sections.filter(number=number).exists():
        what = Said(_("There is a section {number} already."), {"number": number})
        raise Refused.because(what, _("Choose another number."))
    language = plan.district.language
    taken = set(plan.sections.values_list("slug", flat=True))
    section = Section.objects.create(
        plan=plan,
        order=_place(plan, number),
        number=number,
        heading={language: heading.strip()},
        has_body=bool(text.strip()),
        summary=_said({}, language, text),
        slug=free_slug(heading, taken),
        formerly=[continues] if continues else [],
    )
    _remember(actor, section)
    note(section)
    return section


@command("plan.write", on="plan")
def drop_section(actor: Actor, *, plan: Plan, section: Section, version: int) -> None:
    """Take a section out, with its goals and measures. Raises `Refused` when others lie below it."""
    plan = open_text(plan)
    old = Section.objects.get(pk=section.pk, plan=plan)
    beside = plan.sections.filter(Q(part=old.part) | Q(part=None)) if old.part else plan.sections.all()
    below = any(lies_below(one, old.number) for one in beside.values_list("number", flat=True))
    if below or (old.number and beside.filter(under=old.number).exists()):
        raise Refused.because(_("Other sections lie below this one."), _("Take those out first."))
    if not Section.objects.filter(pk=old.pk, version=version).delete()[0]:
        raise Refused.because(_("Somebody else has changed this section since you opened it."), RELOAD)
    note(section=old.key, heading=old.words.text())


def _check(heading: str, text: str) -> None:
    if not heading.strip():
        raise Refused.because(_("The section has no heading."), _("Write one."), key="heading")
    if len(heading) > _LONGEST_HEADING or len(text) > _LONGEST:
        what = Said(_("The text is too long: {count} characters."), {"count": max(len(heading), len(text))})
        raise Refused.because(what, Said(_("Keep it below {count}."), {"count": _LONGEST}), key="text")


def _said(old: dict[str, str], language: str, text: str) -> dict[str, str]:
    wanted = "\n".join(line.rstrip() for line in text.strip().splitlines())
    if old.get(language, "") == wanted:
        return old
    kept = {name: words for name, words in old.items() if name != language}
    return kept | ({language: wanted} if wanted else {})


def _keep_first(section: Section) -> None:
    """The text that a draft began with is the first version of its history."""
    if not section.versions.exists():
        SectionVersion.objects.create(
            section=section, version=section.version, heading=section.heading, text=section.summary, at=now()
        )


def _remember(actor: Actor, section: Section) -> None:
    SectionVersion.objects.create(
        section=section,
        version=section.version,
        heading=section.heading,
        text=section.summary,
        by_id=actor.account,
        at=now(),
    )


def _place(plan: Plan, number: str) -> int:
    """After the last section whose number comes before; those behind move up one."""
    rows = list(plan.sections.order_by("order"))
    last = plan.sections.aggregate(last=Max("order"))["last"] or 0
    if not number:
        return last + 1
    behind = [row for row in rows if comes_after(row.number, number)]
    if not behind:
        return last + 1
    first = behind[0].order
    for row in reversed([row for row in rows if row.order >= first]):
        Section.objects.filter(pk=row.pk).update(order=row.order + 1)
    return first
