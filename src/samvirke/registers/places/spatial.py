"""DuckDB's spatial extension, as it came with the packages."""

from __future__ import annotations

from pathlib import Path

import duckdb
import duckdb_extension_spatial

_FOLDER = Path(duckdb_extension_spatial.__file__).parent / "extensions" / f"v{duckdb.__version__}"


def load_spatial(db: duckdb.DuckDBPyConnection) -> None:
    """Load it; the network is never asked."""
    file = str(_FOLDER / "spatial.duckdb_extension").replace("'", "''")
    db.execute(f"LOAD '{file}'")
