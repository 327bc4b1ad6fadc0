"""Brings a file of incidents into the store: all of it that holds water, or nothing."""

from __future__ import annotations

import shutil
import time
import uuid
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
from django.db import DatabaseError, IntegrityError, transaction

from samvirke.foundation.clock import now, today
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _
from samvirke.registers.incidents.engine import expressions as sql
from samvirke.registers.incidents.engine.checks import checks
from samvirke.registers.incidents.engine.folders import rejected_folder, store_root
from samvirke.registers.incidents.engine.lines import count_lines
from samvirke.registers.incidents.engine.mapping import Mapping
from samvirke.registers.incidents.engine.merge import StoredFile, merge
from samvirke.registers.incidents.engine.opened import Opened, open_file
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.engine.rejected import reject, write_rejected
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
    number = latest.number + 1 if latest else 1
    folder = store_root(source.name) / f"v{number:06}-{uuid.uuid4().hex[:8]}"
    folder.mkdir(parents=True)
    rejects, kept = rejected_folder() / f"{uuid.uuid4().hex}.csv", False
    try:
        outcome = _work(opened, mapping, source, latest, folder, rejects, dry, language, tell)
        if not dry:
            sha256 = opened.sha256()
            # From here on a stop by hand may come after the commit; the nightly sweep then decides what is left over.
            kept = True
            outcome = commit_import(actor, source=source, outcome=outcome, file=path.name, sha256=sha256, number=number)
        kept = outcome.merged.changed
    except Exception as error:
        kept = kept and _is_named(source, folder)
        rejects.unlink(missing_ok=True)
        raise as_refusal(error, opened) from error
    finally:
        if not kept:
            shutil.rmtree(folder, ignore_errors=True)
    return replace(outcome, seconds=time.monotonic() - began)


@command("incidents.import", on="source")
def commit_import(actor: Actor, *, source: Source, outcome: Outcome, file: str, sha256: str, number: int) -> Outcome:
    """Make a prepared import what readers see: the version, its counts and its line in the trail, together.

    Raises `Refused` when what it was compared with is no longer the newest version.
    """
    _is_still_newest(source, number - 1)
    merged, version = outcome.merged, outcome.version
    run = ImportRun.objects.create(
        source=source,
        file_name=file[:255],
        file_sha256=sha256,
        mapping=outcome.mapping,
        rows_in=outcome.rows_in,
        new=merged.new,
        corrected=merged.corrected,
        duplicates=outcome.duplicates,
        rejected=len(outcome.rejected),
        reasons=outcome.rejected.reasons,
        unknown_codes=outcome.unknown_codes,
        version=number if merged.changed else version or None,
        finished_at=now(),
        by=actor.id,
    )
    if merged.changed:
        _commit_version(source, outcome, number)
        version = number
    note(run, rows_in=outcome.rows_in, accepted=outcome.accepted, rejected=run.rejected, version=version)
    return replace(outcome, version=version)


def _is_still_newest(source: Source, number: int) -> None:
    latest = source.versions.order_by("-number").values_list("number", flat=True).first() or 0
    if latest != number:
        raise _overtaken(source)


def _is_named(source: Source, folder: Path) -> bool:
    """Whether a version names files of the folder: a database may be lost just after it has committed."""
    try:
        newest = source.versions.order_by("-number").first()
    except DatabaseError:
        return True  # Nobody knows now; the nightly sweep will.
    return newest is not None and any(file["path"].startswith(f"{folder.name}/") for file in newest.files)


def _commit_version(source: Source, outcome: Outcome, number: int) -> None:
    merged = outcome.merged
    if merged.span is None:
        raise RuntimeError("a version without incidents")
    first, last = merged.span
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
                first_day=first,
                last_day=last,
            )
    except IntegrityError as error:
        raise _overtaken(source) from error


def _overtaken(source: Source) -> Refused:
    what = Said(_("Another import of {source} finished in the meantime."), {"source": source.name})
    return Refused.because(what, _("Import the file again."))


def _work(
    opened: Opened,
    mapping: Mapping,
    source: Source,
    latest: StoreVersion | None,
    folder: Path,
    rejects: Path,
    dry: bool,
    language: str,
    tell: Tell,
) -> Outcome:
    ground, staged, db = ground_of(source.district), folder / "staged.parquet", connect(folder)
    horizon = (now() + timedelta(hours=1)).astimezone(ZoneInfo(ground.zone)).replace(tzinfo=None)
    tried = checks(mapping, ground, horizon)
    try:
        tell(0.02, _READS)
        lines = count_lines(opened)
        broken = stage(db, opened, mapping, ground, horizon, staged)
        rejected = reject(db, staged, tried, broken, lines, opened, mapping)
        unknown = _unknown_codes(db, staged)
        tell(0.5, _COMPARES)
        held = [StoredFile(**file) for file in latest.files] if latest else []
        root = store_root(source.name)
        merged = merge(
            db, staged, held, root, folder, current("dwelling"), lambda share: tell(0.6 + 0.4 * share, _WRITES), dry
        )
        if rejected:
            write_rejected(db, tried, rejects, language)
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
        rejected_file=rejects if rejected else None,
        version=latest.number if latest else 0,
        dry=dry,
    )


def _unknown_codes(db: duckdb.DuckDBPyConnection, staged: Path) -> list[tuple[str, int]]:
    return [
        (str(code).replace("\0", "\ufffd"), int(count))
        for code, count in db.execute(
            f"SELECT offence, count(*) FROM read_parquet({sql.text(str(staged))}) "
            "WHERE fault IS NULL AND category = 'unknown' GROUP BY offence ORDER BY 2 DESC, 1"
        ).fetchall()
    ]
