"""`samvirke reference DIR`: writes the generated part of the documentation from what is declared."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from samvirke.doors.cli.case_types.pages import case_type_pages
from samvirke.doors.cli.deployment_kinds import deployment_kinds
from samvirke.doors.cli.main import root, tell
from samvirke.doors.cli.markdown import english, table
from samvirke.doors.cli.place_kinds import place_kinds
from samvirke.foundation.kept import kept_tables
from samvirke.foundation.words import Said, _
from samvirke.insight.indicators.kit import all_indicators
from samvirke.registers.commitments.register import Duty, all_duties
from samvirke.registers.incidents.categories import categories
from samvirke.registers.incidents.engine.mapping import Mapping, shipped_mappings
from samvirke.registers.incidents.engine.rules import REASONS
from samvirke.registers.incidents.harm_tables import all_harm_tables
from samvirke.trust.access.basis import all_bases
from samvirke.trust.access.rules import grounds_of, verbs

_MADE = "<!-- Made by `make docs` from what is declared; do not edit. -->\n"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Write the reference pages to FOLDER; a test holds docs/reference to it."""
    for name, text in pages().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    tell(Said(_("{count} reference pages are written to {folder}."), {"count": len(pages()), "folder": folder}))


def pages() -> dict[str, str]:
    """Every page by its file name."""
    made: dict[str, Callable[[], str]] = {
        "command-line.md": _command_line,
        "indicators.md": _indicators,
        "duties.md": _duties,
        "places.md": place_kinds,
        "deployments.md": deployment_kinds,
        "mappings.md": _mappings,
        "categories.md": _categories,
        "reasons.md": _reasons,
        "verbs.md": _verbs,
        "retention.md": _retention,
        "legal-bases.md": _legal_bases,
        "harm-weights.md": _harm_weights,
    }
    texts = {**{name: page() for name, page in made.items()}, **case_type_pages()}
    return {name: _MADE + text.rstrip() + "\n" for name, text in texts.items()}


def _command_line() -> str:
    return "# The command line\n\n" + "\n".join(_help_of(root, ("samvirke",)))


def _help_of(found: click.Command, path: tuple[str, ...]) -> list[str]:
    # With the settings of the command line itself: click remembers which options ask for help.
    settings: dict[str, Any] = {**root.context_settings, "max_content_width": 100, "terminal_width": 100}
    context = click.Context(found, info_name=" ".join(path), **settings)
    texts = [f"## {' '.join(path)}\n\n```\n{found.get_help(context)}\n```\n"]
    if isinstance(found, click.Group):
        for name in found.list_commands(context):
            inner = found.get_command(context, name)
            texts += _help_of(inner, (*path, name)) if inner else []
    return texts


def _indicators() -> str:
    rows = [
        (
            f"`{one.name}`",
            english(one.title),
            english(one.counted),
            english(one.source),
            one.per or "–",
            str(one.few),
            str(one.version),
        )
        for one in all_indicators().values()
    ]
    head = ("name", "title", "what is counted", "source", "per 1,000", "hidden below", "version")
    return f"# Indicators\n\n{table(head, rows)}"


def _duties() -> str:
    rows = [
        (f"`{one.name}`", one.title, _how_often(one), one.where, one.by or "–", one.source, one.confidence)
        for one in all_duties().values()
    ]
    head = ("name", "title", "how often", "fulfilled", "carried out by", "source", "confidence")
    return f"# Duties\n\n{table(head, rows)}"


def _how_often(duty: Duty) -> str:
    entered = "once a year, or as entered by the district" if duty.measured else "as entered by the district"
    number = entered if duty.times is None else "once" if duty.once else f"{duty.times} a year"
    parts = [
        number,
        f"per {duty.per}" if duty.per else "",
        f"where {duty.only_where}" if duty.only_where else "",
        "may, not must" if duty.optional else "",
    ]
    return ", ".join(part for part in parts if part)


def _mappings() -> str:
    return "# Import mappings\n\n" + "\n".join(_mapping(one) for one in shipped_mappings().values())


def _mapping(one: Mapping) -> str:
    codes = [(f"`{code}`", f"`{category}`") for code, category in one.offence.categories.items()]
    facts = [
        f"Version {one.version}, {one.crs}, times by the {one.clock} clock.",
        f"Separated by `{one.delimiter}`, {one.encoding}.",
        f"Columns: {', '.join(f'`{column}`' for column in one.columns())}.",
        *([f"May be missing: `{one.young.column}`."] if one.young and one.young.may_be_missing else []),
    ]
    return f"## {one.name}\n\n{' '.join(facts)}\n\n{table(('code', 'category'), codes)}\n"


def _categories() -> str:
    rows = [
        (f"`{one.code}`", one.words.en, one.words.da, one.family, "yes" if one.found else "")
        for one in categories().values()
    ]
    return f"# Categories of incidents\n\n{table(('code', 'English', 'Danish', 'family', 'found by the police'), rows)}"


def _reasons() -> str:
    rows = [(f"`{code}`", reason.what.replace("{value}", "…"), reason.remedy) for code, reason in REASONS.items()]
    return f"# Why a row is rejected\n\n{table(('code', 'reason', 'what to do'), rows)}"


def _verbs() -> str:
    rows = [(f"`{verb}`", "; ".join(str(ground.because) for ground in grounds_of(verb))) for verb in sorted(verbs())]
    return f"# Verbs and their grounds\n\nWho may do what: because this person …\n\n{table(('verb', 'grounds'), rows)}"


def _retention() -> str:
    rows = [
        (f"`{one.table}`", f"{one.days} days" if one.days else "as long as the installation", str(one.because))
        for one in kept_tables().values()
    ]
    return f"# How long tables are kept\n\n{table(('table', 'kept', 'because'), sorted(rows))}"


def _legal_bases() -> str:
    head = ("name", "title", "law", "confidence", "serves", "gives", "receives", "never for", "duty to disclose")
    rows = [
        (
            f"`{one.name}`",
            one.title,
            f"{one.law} ({one.law_version})" if one.law_version else one.law,
            one.confidence,
            *(", ".join(names) or "–" for names in (one.serves, one.gives, one.receives, one.forbids)),
            "yes" if one.duty else "no",
        )
        for one in all_bases().values()
    ]
    told = "A basis that is not marked H is out of use until a district enters its own reference and assessment."
    return f"# Legal bases\n\n{told}\n\n{table(head, rows)}"


def _harm_weights() -> str:
    texts = ["# Tables of harm weights\n"]
    for one in all_harm_tables().values():
        example = " **An example for demonstration and tests only.**" if one.example else ""
        facts = f"Jurisdiction: {one.jurisdiction}. Version: {one.version}. Source: {one.source}.{example}"
        rows = [(f"`{code}`", f"{days:g}") for code, days in one.weights.items()]
        texts.append(f"## {one.name}: {one.title.en}\n\n{facts}\n\n{table(('offence code', 'days'), rows)}\n")
    return "\n".join(texts)
