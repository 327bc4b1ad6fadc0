"""Removes files of the store that the newest version of their source no longer names, a day after it came."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

from samvirke.foundation.clock import now
from samvirke.registers.incidents.engine.folders import rejected_folder, store_root
from samvirke.registers.incidents.models import Source

# A reader that has just looked up a version opens its files within seconds; a day leaves room for the slowest pack.
_GRACE = timedelta(days=1)
_REJECTED_KEPT = timedelta(days=30)


def sweep_store() -> int:
    """How many files went. Folders that a killed import left behind go with them."""
    gone, limit = 0, now() - _GRACE
    for source in Source.objects.all():
        root = store_root(source.pk)
        versions = list(source.versions.order_by("-number"))
        # The version after an old one says when the old one was superseded.
        kept = versions[:1] + [
            old for new, old in zip(versions, versions[1:], strict=False) if new.committed_at >= limit
        ]
        named = {root / file["path"] for version in kept for file in version.files}
        for folder in root.glob("*/"):
            was_old = _is_old(folder, limit.timestamp())  # asked first: taking a file away makes the folder new
            gone += sum(_removed(file, limit.timestamp()) for file in folder.glob("*.parquet") if file not in named)
            if was_old and not any(folder.glob("*.parquet")):
                shutil.rmtree(folder, ignore_errors=True)
    limit_of_rejected = (now() - _REJECTED_KEPT).timestamp()
    return gone + sum(_removed(file, limit_of_rejected) for file in rejected_folder().glob("*.csv"))


def _removed(file: Path, limit: float) -> bool:
    if not _is_old(file, limit):
        return False
    file.unlink(missing_ok=True)
    return True


def _is_old(path: Path, limit: float) -> bool:
    return path.stat().st_mtime < limit
