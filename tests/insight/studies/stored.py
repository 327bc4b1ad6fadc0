"""Files as the store of incidents keeps them, filled with invented rows, for studies that need no database."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import duckdb
import numpy as np

from samvirke.insight.studies.engine.scope import Scope

FIRST, AFTER = date(2023, 1, 1), date(2024, 1, 1)
CODES = (706, 730, 751)
CATEGORIES = ("burglary-home", "theft")


def scope_of_rows(folder: Path, rows: int, seed: int = 1, files: int = 3, **changed: object) -> Scope:
    """A scope over so many invented incidents in some files; a twentieth has no place, a third no dwelling."""
    rng = np.random.default_rng(seed)
    paths = []
    for number, many in enumerate(np.full(files, rows // files)):
        path = folder / f"{number}.parquet"
        columns = {
            "key": rng.permutation(many) + number * rows,
            "category": rng.choice([*CATEGORIES, "violence"], many),
            "starts": np.datetime64("2022-11-01") + rng.integers(0, 500 * 1440, many).astype("timedelta64[m]"),
            "municipality": rng.choice(CODES, many),
            "x": 560_000 + rng.normal(0, 2_000, many).round(1),
            "y": 6_220_000 + rng.normal(0, 2_000, many).round(1),
            "nowhere": rng.random(many) < 0.05,
            "dwelling": rng.integers(0, many, many),
            "dwells": rng.random(many) < 0.67,
        }
        columns["ends"] = columns["starts"] + rng.integers(0, 3000, many).astype("timedelta64[m]")
        columns["day"] = columns["starts"].astype("datetime64[D]")
        listed = ", ".join(f"unnest(${name}) AS {name}" for name in columns)
        placed = "* EXCLUDE (x, y, nowhere, dwells) REPLACE (CASE WHEN dwells THEN dwelling END AS dwelling), "
        points = "CASE WHEN nowhere THEN NULL ELSE x END AS x, CASE WHEN nowhere THEN NULL ELSE y END AS y"
        with duckdb.connect() as db:
            given = {name: values.tolist() for name, values in columns.items()}
            db.execute(f"CREATE TABLE made AS SELECT {placed}{points} FROM (SELECT {listed})", given)
            db.execute(f"COPY made TO '{path}' (FORMAT parquet)")
        paths.append(str(path))
    given_scope = {
        "files": tuple(paths), "categories": CATEGORIES, "first": FIRST, "after": AFTER, "municipality": None,
        "municipalities": CODES,
    }  # fmt: skip
    return Scope(**{**given_scope, **changed})


def rows_of(scope: Scope, columns: str) -> list[tuple]:
    """The rows of a scope as a plain reading finds them, in no order that matters."""
    with duckdb.connect() as db:
        return db.execute(
            f"SELECT {columns} FROM read_parquet($files) WHERE list_contains($categories, category) "
            "AND starts >= $first AND starts < $after AND ($place IS NULL OR municipality = $place)",
            {
                "files": list(scope.files),
                "categories": list(scope.categories),
                "first": scope.first,
                "after": scope.after,
                "place": scope.municipality,
            },
        ).fetchall()
