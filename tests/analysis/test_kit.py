"""What every analysis is made of: clean columns or a sentence, and results that read well in both languages."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest

from samvirke.analysis.kit import INPUTS, Figure, Table, counts, days, labels, plain
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said


@pytest.mark.parametrize(
    ("value", "written"),
    [(1785, "1.785"), (-3.25, "−3"), (None, "–"), (float("nan"), "–"), (float("inf"), "∞"), (-float("inf"), "−∞")],
)
def test_a_figure_is_written_as_the_reader_writes_it(value, written):
    assert Figure(number=value).text("da") == written


def test_a_figure_within_a_sentence_is_written_in_the_language_of_the_sentence():
    said = Said("n {n}", {"n": Figure(number=1234.5, decimals=1)})
    assert (said.text("da"), said.text("en")) == ("n 1.234,5", "n 1,234.5")


def test_data_in_a_table_are_not_translated():
    assert Table((Said("before"),), (("Torvet",),)).texts("da")[1] == ["Torvet"]


def test_plain_data_are_what_json_can_hold():
    @dataclasses.dataclass(frozen=True)
    class Part:
        name: str
        value: float

    value = {
        "a": np.array([1.0, np.nan]),
        "b": (np.int64(3), np.inf),
        "c": Part("x", -np.inf),
        "d": Said("few"),
        5: None,
    }
    found = plain(value)
    assert found == {"a": [1.0, None], "b": [3, None], "c": {"name": "x", "value": None}, "d": "few", "5": None}
    json.dumps(found, allow_nan=False)


def test_whole_numbers_of_any_type_are_counts():
    for values in ([1, 2], (1.0, 2.0), np.array([1, 2], np.uint8), np.array(["1", "2"], object)):
        assert counts(values, "count").tolist() == [1.0, 2.0]


def test_columns_that_jump_in_memory_are_read_as_they_are():
    table = np.arange(12.0).reshape(4, 3)
    assert counts(table[:, 1], "count").tolist() == [1, 4, 7, 10]


def test_labels_are_sorted_and_every_row_points_at_its_own():
    names, codes = labels(np.array(["Å", "A", "Å"], object), "place")
    assert (names, codes.tolist()) == (["A", "Å"], [1, 0, 1])
    assert labels([3, 1, 3], "place")[0] == ["1", "3"]


@pytest.mark.parametrize("values", [["a", None], np.array(["a", np.nan], object), [1.0, 2.0]])
def test_labels_that_are_missing_are_refused(values):
    with pytest.raises(Refused, match="missing or is not a name"):
        labels(values, "place")


def test_days_are_calendar_days_also_before_1970():
    stamps = np.array(["1969-12-31T23:59", "1970-01-01T00:00"], "datetime64[m]")
    assert days(stamps).tolist() == [-1, 0]


def test_a_refusal_names_the_column_and_says_what_to_do():
    with pytest.raises(Refused) as refused:
        counts([1.0, -2.0], "count")
    assert str(refused.value) == "Column count: There is a negative number. Counts and weights start at 0."


def test_every_input_says_what_it_is():
    assert all(each.help.endswith(".") and each.kind in {"number", "instant", "label"} for each in INPUTS.values())
