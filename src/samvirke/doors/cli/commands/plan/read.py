"""`samvirke plan read FILE`: turns a published plan into a structured draft, and begins a plan with it if asked."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import click

from samvirke.desks.plan.reading.cover import Read
from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.lines import Place
from samvirke.desks.plan.reading.read import read_path
from samvirke.desks.plan.reading.spoken import cadence_said, level_said, place_said
from samvirke.doors.cli.main import language, tell
from samvirke.foundation.words import Said, _

# As the kinds of `Plan`, which needs an installation.
_KINDS = ("cooperation", "action", "ssp")
_NOT_SAID = _("not stated")
_MANY_WAIT = _("{plan}: {count} items wait for a person.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the whole draft as JSON, with the text of every section.")
@click.option("--begin", "year", type=click.IntRange(1990, 2100), help="Begin the draft of this year's plan from it.")
@click.option("--district", default="", help="The district whose plan is begun, by its id; with --begin.")
@click.option("--kind", type=click.Choice(_KINDS), default=_KINDS[0], help="Which plan is begun; with --begin.")
@click.option("--council", default="", help="The local council whose action or SSP plan is begun; with --begin.")
def command(file: Path, as_json: bool, year: int | None, district: str, kind: str, council: str) -> None:
    """Read FILE (PDF, Word, Markdown or text): sections, signatories, commitments, series, and what did not fit.

    Every item carries how sure it is (high, medium, low) and its line. Exit code 2 when the file cannot be read or is
    no cooperation plan. Nothing is stored, unless --begin is given: then every item waits in the draft of that year
    until a person takes it in on the screen.
    """
    draft = read_path(file)
    if year is not None:
        _begin(file, draft, year, as_json, (district, kind, council))
        return
    if as_json:
        click.echo(json.dumps(draft.to_json(language()), ensure_ascii=False, indent=1))
        return
    _cover(draft)
    _people(draft)
    _sections(draft)
    _focus(draft)
    _commitments(draft)
    _series(draft)
    _findings(draft)


def _begin(file: Path, draft: Draft, year: int, as_json: bool, whose: tuple[str, str, str]) -> None:
    # Reading needs no installation, and so its rooms are opened only here; a door reaches the set-up by name.
    importlib.import_module("samvirke.config.setup").set_up()
    begun = importlib.import_module("samvirke.doors.cli.plan_begun")
    plan, waiting = begun.begun_from(draft, file.read_bytes(), year, *whose)
    if as_json:
        click.echo(json.dumps({"plan": plan, "year": year, "waiting": waiting}))
        return
    what = Said(_("{plan}: one item waits for a person."), {"plan": plan, "count": waiting}, _MANY_WAIT)
    tell(what)


def _line(text: str, place: Place | None, level: str, depth: int = 1) -> None:
    where = place_said(place).text(language()) if place else ""
    click.echo(
        f"{'  ' * depth}{text}  [{', '.join(part for part in (level_said(level).text(language()), where) if part)}]"
    )


def _heading(message: str, count: int) -> None:
    click.echo("")
    tell(Said(_("{what}: {count}"), {"what": Said(message), "count": count}))


def _cover(draft: Draft) -> None:
    for message, one in (
        (_("Title"), draft.cover.title),
        (_("Police district"), draft.cover.district),
        (_("Year"), draft.cover.year),
    ):
        _read(message, one)
    if draft.cover.until:
        tell(Said(_("The plan runs until {year}."), {"year": draft.cover.until}))
    if draft.signed_on:
        tell(
            Said(
                _("Signed: {day}, {place}"),
                {"day": draft.signed_on.isoformat(), "place": draft.signed_at or Said(_NOT_SAID)},
            )
        )


def _read(message: str, one: Read) -> None:
    value = one.value or Said(_NOT_SAID)
    _line(
        Said(_("{what}: {value}"), {"what": Said(message), "value": value}).text(language()),
        one.place,
        one.confidence.level,
        0,
    )


def _people(draft: Draft) -> None:
    for message, people in ((_("Signatories"), draft.signatories), (_("Named as members or contacts"), draft.members)):
        if people or message == "Signatories":
            _heading(message, len(people))
        for one in people:
            office = one.office or one.authority or Said(_("office not stated")).text(language())
            _line(f"{one.name}, {office}", one.place, one.confidence.level)


def _sections(draft: Draft) -> None:
    if draft.parts:
        _heading(_("Parts"), len(draft.parts))
    for part in draft.parts:
        title = part.title or Said(_("no title is printed")).text(language())
        _line(f"{part.number} {title}", part.place, part.confidence.level)
        if part.described:
            click.echo(f"    {Said(_('The plan says of it: {words}'), {'words': part.described}).text(language())}")
    _heading(_("Sections"), len(draft.sections))
    for one in draft.sections:
        _line(one.name, one.place, one.confidence.level, one.depth)


def _focus(draft: Draft) -> None:
    _heading(_("Focus areas"), len(draft.focus_areas))
    for one in draft.focus_areas:
        _line(one.title, one.place, one.confidence.level)


def _commitments(draft: Draft) -> None:
    _heading(_("Candidates for commitments"), len(draft.commitments))
    for one in draft.commitments:
        _line(one.text, one.place, one.confidence.level)
        owners = ", ".join((*one.owners, *one.together_with)) or Said(_NOT_SAID).text(language())
        told = Said(_("Who: {owners}"), {"owners": owners}).text(language())
        told += f" · {cadence_said(one.cadence).text(language())}" if one.cadence else ""
        told += f" · {Said(_('due {day}'), {'day': one.due.day.isoformat()}).text(language())}" if one.due else ""
        click.echo(f"    {told}")


def _series(draft: Draft) -> None:
    _heading(_("Printed series"), len(draft.series))
    for _order, one in draft.series:
        points = ", ".join(f"{point.year}: {point.printed}" for point in one.points)
        _line(f"{one.title} – {points}", one.place, one.confidence.level)


def _findings(draft: Draft) -> None:
    _heading(_("What did not fit"), len(draft.findings))
    for one in draft.findings:
        where = f"  [{place_said(one.place).text(language())}]" if one.place else ""
        click.echo(f"  {one.what.text(language())}{where}")
