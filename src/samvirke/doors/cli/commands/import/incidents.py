"""`samvirke import incidents FILE --source NAME`: brings a file of incidents into the store."""

from __future__ import annotations

import json
from pathlib import Path

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language, tell
from samvirke.doors.cli.progress import progress
from samvirke.foundation.fault import Refused
from samvirke.foundation.speech import number
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.engine.outcome import Outcome, none_taken
from samvirke.registers.incidents.queries.source_called import source_called

_SHOWN = 8


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--source", "source_name", required=True, help="The source that the file comes from (samvirke district list)."
)
@click.option("--dry-run", is_flag=True, help="Show what would happen and store nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print the counts as JSON.")
def command(file: Path, source_name: str, dry_run: bool, as_json: bool) -> None:
    """Import FILE (CSV, gzipped or not, or Parquet) through the mapping of its source.

    Importing twice changes nothing; a corrected row replaces the old one. Rejected rows go to a file with line,
    column and reason. Exit code 2 when the file cannot be taken, or when not one row of it can.
    """
    actor = operator()

    source = source_called(source_name)
    with progress() as told:
        outcome = import_file(actor, source=source, path=file, dry=dry_run, language=language(), tell=told)
    if as_json:
        click.echo(json.dumps(outcome.as_dict(), ensure_ascii=False))
    else:
        _say(outcome)
    fault = none_taken(file.name, outcome.rows_in, len(outcome.rejected))
    if fault:
        raise Refused(fault)


def _say(outcome: Outcome) -> None:
    counts = {
        "rows": outcome.rows_in, "accepted": outcome.accepted, "new": outcome.merged.new,
        "corrected": outcome.merged.corrected, "duplicates": outcome.duplicates, "rejected": len(outcome.rejected),
    }  # fmt: skip
    said = {name: number(value, language()) for name, value in counts.items()}
    if outcome.dry:
        tell(_("A dry run: nothing has been stored. This is what would happen."))
    tell(
        Said(
            _(
                "{rows} rows in = {accepted} accepted ({new} new, {corrected} corrected) "
                "+ {rejected} rejected + {duplicates} duplicates."
            ),
            said,
        )
    )
    for row in outcome.rejected[:_SHOWN]:
        where = Said(_("line {line}, {column}"), {"line": row.line, "column": row.column or "–"})
        click.echo(f"  {where.text(language())}: {row.why.text(language())} {row.remedy.text(language())}")
    if outcome.rejected_file:
        tell(Said(_("All rejected rows with their reasons: {file}"), {"file": outcome.rejected_file}))
    if outcome.unknown_codes:
        codes = ", ".join(f"{code} ({count})" for code, count in outcome.unknown_codes[:_SHOWN])
        tell(Said(_("Codes that the mapping does not know, kept as “unknown”: {codes}"), {"codes": codes}))
    if not outcome.dry:
        tell(
            Said(
                _("Readers now see version {version} of {source}."),
                {"version": outcome.version, "source": outcome.source},
            )
        )
