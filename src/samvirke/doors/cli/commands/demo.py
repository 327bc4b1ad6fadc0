"""`samvirke demo`: loads the invented district, makes a pack, says where it lies, and serves when asked."""

from __future__ import annotations

import time
from pathlib import Path

import click

from samvirke.doors.cli.commands.pack import write_files
from samvirke.doors.cli.commands.serve import serve
from samvirke.doors.cli.installation import operator
from samvirke.doors.cli.main import language, tell
from samvirke.doors.cli.progress import progress
from samvirke.foundation.clock import standing_on
from samvirke.foundation.fault import Refused
from samvirke.foundation.home import home, installation
from samvirke.foundation.period import read_period
from samvirke.foundation.speech import number
from samvirke.foundation.words import DEFAULT_LANGUAGE, Said, _
from samvirke.handovers.load_demo import BODY, QUARTER, TODAY, load_demo
from samvirke.handovers.publish_plan import publish_plans
from samvirke.insight.briefing.pack.make import make_pack
from samvirke.insight.briefing.pack.page import pack_page
from samvirke.insight.briefing.pack.pdf import pack_pdf
from samvirke.registers.partners.queries.bodies import body_called
from samvirke.trust.access.actor import Actor

_MARK = f'# This home holds invented data only.\ndemo = true\ntoday = "{TODAY}"\n'


@click.command()
@click.option("--serve", "serves", is_flag=True, help="Serve the staff pages and the public site afterwards.")
def command(serves: bool) -> None:
    """Load the demo district into this home, make its pack and print where it lies.

    A home that holds an installation of its own is left alone.
    """
    first = not installation().get("demo")
    _mark_home()
    actor = operator()
    if first or not (home() / "demo-truths.json").is_file():
        tell(_("Loading the demo district: invented figures and people, real place names."))
        with progress() as told:
            load_demo(actor, told)
        publish_plans(actor)
    with standing_on(TODAY):
        _packs(actor)
    if serves:
        serve()


def _mark_home() -> None:
    file = home() / "samvirke.toml"
    if (home() / "staff.sqlite3").is_file() and not file.is_file():
        what = Said(_("The home {home} holds an installation that is no demo."), {"home": home()})
        raise Refused.because(what, _("Set SAMVIRKE_HOME to another folder for the demo."))
    home().mkdir(parents=True, exist_ok=True)
    file.write_text(_MARK, encoding="utf-8")


def _packs(actor: Actor) -> None:
    began = time.monotonic()
    pack = make_pack(actor, body_called(actor, BODY), read_period(QUARTER), DEFAULT_LANGUAGE)
    files = {"pdf": pack_pdf(pack), "html": pack_page(pack).encode()}
    paths = write_files(home() / "packs", f"{BODY}-{QUARTER}-{DEFAULT_LANGUAGE}", files)
    values = {"title": pack.file_title, "seconds": number(time.monotonic() - began, language(), 1)}
    tell(Said(_("{title}: made in {seconds} seconds."), values))
    for path in paths.values():
        click.echo(f"  {_short(path)}")


def _short(path: str) -> str:
    full = Path(path)
    return str(full.relative_to(Path.cwd())) if full.is_relative_to(Path.cwd()) else path
