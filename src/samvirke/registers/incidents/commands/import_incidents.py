"""Brings a file of incidents into the store: all of it that holds water, or nothing."""

from __future__ import annotations

import shutil
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
from django.db import IntegrityError, transaction

from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine import expressions as sql
from samvirke.registers.incidents.engine.checks import checks
from samvirke.registers.incidents.engine.folders import rejected_folder, store_root
from samvirke.registers.incidents.engine.mapping import Mapping
from samvirke.registers.incidents.engine.merge import StoredFile, merge
from samvirke.registers.incidents.engine.opened import Opened, open_file
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.engine.rejected import reasons, rejected_rows, write_rejected
from samvirke.registers.incidents.engine.stage import as_refusal, connect, stage
from samvirke.registers.incidents.models import ImportRun, Source, StoreVersion
from samvirke.registers.incidents.queries.ground_of import ground_of
from samvirke.registers.incidents.queries.mapping_of import mapping_of
from samvirke.trust.access.actor import Actor
from samvirke.trust.access.guard import ask, command, note
from samvirke.trust.keys import current

Tell = Callable[[float, Said], None]
_READS = Said(_("Reading and checking the rows"))
_COMPARES = Said(_("Comparing with what is stored"))
_WRITES = Said(_("Writing the new version"))


def import_file(
    actor: Actor, *, source: Source, path: Path, dry: bool = False, language: str = "da", tell: Tell = lambda *_: None
) -> Outcome:
    """Read, check and store a file; with `dry`, say what would happen and store nothing.

    Everything long happens before the transaction. A kill at any moment leaves the old version whole, because
    readers only know what the last line of `commit_import` has committed.
    """
    ask(actor, "incidents.import", source)
    began, mapping = time.monotonic(), mapping_of(source)
    opened = open_file(path, mapping)
    latest = source.versions.order_by("-number").first()
    root, number = store_root(source.name), (latest.number + 1 if latest else 1)
    folder = root / f"v{number:06}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    try:
        outcome = _work(opened, mapping, source, latest, folder, dry, language, tell)
        if not dry:
            outcome = commit_import(actor, source=source, outcome=outcome, opened=opened, number=number)
    except duckdb.Error as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise as_refusal(error, opened) from error
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    if dry or not outcome.merged.changed:
        shutil.rmtree(folder, ignore_errors=True)
    return Outcome(**{**vars(outcome), "seconds": time.monotonic() - began})


@command("incidents.import", on="source")
def commit_import(actor: Actor, *, source: Source, outcome: Outcome, opened: Opened, number: int) -> Outcome:
    """Make a prepared import what readers see: the version, its counts and its line in the trail, together."""
    merged, version = outcome.merged, outcome.version
    run = ImportRun.objects.create(
        source=source,
        file_name=opened.path.name[:255],
        file_sha256=opened.sha256(),
        mapping=outcome.mapping,
        rows_in=outcome.rows_in,
        new=merged.new,
        corrected=merged.corrected,
        duplicates=outcome.duplicates,
        rejected=len(outcome.rejected),
        reasons=outcome.reasons,
        unknown_codes=outcome.unknown_codes,
        version=number if merged.changed else version or None,
        finished_at=now(),
        by=actor.id,
    )
    if merged.changed:
        _commit_version(source, outcome, number)
        version = number
    note(run, rows_in=outcome.rows_in, accepted=outcome.accepted, rejected=run.rejected, version=version)
    return Outcome(**{**vars(outcome), "version": version})


def _commit_version(source: Source, outcome: Outcome, number: int) -> None:
    held = source.versions.filter(number=number - 1).first()
    merged = outcome.merged
    first, last = merged.first_day, merged.last_day
    if first is None or last is None:
        raise RuntimeError("a version without incidents")
    try:
        with transaction.atomic():
            StoreVersion.objects.create(
                source=source,
                number=number,
                files=[asdict(file) for file in merged.files],
                rows=sum(file.rows for file in merged.files),
                frozen_on=today(),
                committed_at=now(),
                mapping=outcome.mapping,
                first_day=min(first, held.first_day) if held else first,
                last_day=max(last, held.last_day) if held else last,
            )
    except IntegrityError as error:
        what = Said(_("Another import of {source} finished in the meantime."), {"source": source.name})
        raise Refused.because(what, _("Import the file again.")) from error


def _work(
    opened: Opened,
    mapping: Mapping,
    source: Source,
    latest: StoreVersion | None,
    folder: Path,
    dry: bool,
    language: str,
    tell: Tell,
) -> Outcome:
    ground, staged, db = ground_of(source.district), folder / "staged.parquet", connect(folder)
    horizon = (now() + timedelta(hours=1)).astimezone(ZoneInfo(ground.zone)).replace(tzinfo=None)
    try:
        tell(0.02, _READS)
        broken = stage(db, opened, mapping, ground, horizon, staged)
        rejected = rejected_rows(db, staged, checks(mapping, ground, horizon), broken, opened, mapping)
        unknown = _unknown_codes(db, staged)
        tell(0.5, _COMPARES)
        held = [StoredFile(**file) for file in latest.files] if latest else []
        root = store_root(source.name)
        merged = merge(
            db, staged, held, root, folder, current("dwelling"), lambda share: tell(0.6 + 0.4 * share, _WRITES), dry
        )
    finally:
        db.close()
        shutil.rmtree(folder / "spill", ignore_errors=True)
    staged.unlink()
    return Outcome(
        source=source.name,
        file=opened.path.name,
        mapping=f"{mapping.name} v{mapping.version}",
        merged=merged,
        rejected=rejected,
        unknown_codes=unknown,
        rejected_file=_rejected_file(rejected, language),
        reasons=reasons(rejected),
        version=latest.number if latest else 0,
        dry=dry,
    )


def _unknown_codes(db: duckdb.DuckDBPyConnection, staged: Path) -> list[tuple[str, int]]:
    return [
        (str(code), int(count))
        for code, count in db.execute(
            f"SELECT offence, count(*) FROM read_parquet({sql.text(str(staged))}) "
            "WHERE fault IS NULL AND category = 'unknown' GROUP BY offence ORDER BY 2 DESC, 1"
        ).fetchall()
    ]


def _rejected_file(rows: list, language: str) -> Path | None:
    if not rows:
        return None
    target = rejected_folder() / f"{uuid.uuid4().hex}.csv"
    write_rejected(rows, target, language)
    return target
