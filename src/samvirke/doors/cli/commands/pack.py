"""`samvirke pack BODY --quarter 2024Q2 --out DIR`: makes the quarterly papers of a council."""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language, tell
from samvirke.foundation.period import read_period
from samvirke.foundation.speech import number
from samvirke.foundation.words import DEFAULT_LANGUAGE, LANGUAGES, Said, _
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.insight.briefing.pack.page import pack_page
from samvirke.insight.briefing.pack.pdf import pack_pdf
from samvirke.registers.partners.queries.bodies import body_called


@click.command()
@click.argument("body")
@click.option("--quarter", required=True, help="The quarter, such as 2024Q2.")
@click.option(
    "--out", default=Path("packs"), show_default=True, type=click.Path(path_type=Path), help="The folder to write to."
)
@click.option("--language", "spoken", default=DEFAULT_LANGUAGE, show_default=True, type=click.Choice(LANGUAGES))
@click.option("--json", "as_json", is_flag=True, help="Print where the files lie as JSON.")
def command(body: str, quarter: str, out: Path, spoken: str, as_json: bool) -> None:
    """Make the meeting pack of BODY: a web page and a PDF (PDF/A-2a, PDF/UA-1) with the same content."""
    actor, began = operator(), time.monotonic()
    pack = make_pack(actor, body_called(actor, body), read_period(quarter, "quarter"), spoken)
    files = {"pdf": pack_pdf(pack), "html": pack_page(pack).encode()}
    paths = write_files(out, f"{body}-{quarter.strip().upper()}-{spoken}", files)
    seconds = time.monotonic() - began
    if as_json:
        click.echo(json.dumps({"title": pack.file_title, "seconds": round(seconds, 2), **paths}, ensure_ascii=False))
        return
    for path in paths.values():
        click.echo(path)
    values = {"title": pack.file_title, "seconds": number(seconds, language(), 1)}
    tell(Said(_("{title}: made in {seconds} seconds."), values))


def write_files(out: Path, name: str, files: dict[str, bytes]) -> dict[str, str]:
    """Write each file beside its place first and move it there when it is whole."""
    out.mkdir(parents=True, exist_ok=True)
    paths = {}
    for ending, content in files.items():
        path = out / f"{name}.{ending}"
        half = path.with_suffix(f".{ending}.part")
        half.write_bytes(content)
        half.replace(path)
        paths[ending] = str(path)
    return paths
