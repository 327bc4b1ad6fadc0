"""A study reads files from before and after a column came to the store, in whatever order they lie."""

from __future__ import annotations

from pathlib import Path

import duckdb
import numpy as np
import pytest
from tests.insight.studies.stored import scope_of_rows


@pytest.mark.parametrize("newer", [0, 1])
def test_a_column_that_came_later_changes_nothing_for_a_study_without_it(newer: int, tmp_path: Path) -> None:
    scope = scope_of_rows(tmp_path, 300, files=2)
    before, counts = scope.read("key, starts"), scope.counts("category")
    file = scope.files[newer]
    duckdb.execute(f"COPY (SELECT *, true AS young FROM '{file}') TO '{file}.new' (FORMAT parquet)")
    Path(f"{file}.new").rename(file)
    again = scope.read("key, starts")
    assert len(before["key"])
    assert all(np.array_equal(before[name], again[name]) for name in before)
    assert all(np.array_equal(counts[name], found) for name, found in scope.counts("category").items())
