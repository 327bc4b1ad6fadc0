"""What every analysis promises, whichever it is: found by walking the folder, so a new one is held to it at once."""

from __future__ import annotations

import dataclasses
import json
import pickle
import subprocess
import sys

import numba
import numpy as np
import pytest
from tests.analysis.examples import ANALYSES, answer, arguments, as_lists

import samvirke.analysis
from samvirke.analysis.kit import Result, plain
from samvirke.foundation.fault import Refused

every = pytest.mark.parametrize("name", sorted(ANALYSES))
spatial = pytest.mark.parametrize("name", sorted(name for name in ANALYSES if "x" in ANALYSES[name].needs))
of_columns = pytest.mark.parametrize("name", sorted(name for name in ANALYSES if ANALYSES[name].reads_columns))
# Where a result says where something is, moving the data moves the answer.
PLACES = {"bounds", "max_at", "x", "y", "clusters"}


def test_the_first_analyses_are_found():
    assert {"change", "concentration", "harm", "kde", "near-repeat"} <= set(ANALYSES)


@every
def test_the_name_is_that_of_the_file_and_can_be_imported(name):
    assert getattr(samvirke.analysis, name.replace("-", "_")) is ANALYSES[name]


@every
def test_the_words_travel_with_the_result(name):
    about = answer(name, arguments(name)).about
    assert about is ANALYSES[name].about
    assert about.question.endswith("?")
    assert all(len(words) > 10 for words in (about.method, about.caution, about.reference))


@every
def test_every_parameter_has_the_words_of_its_form(name):
    assert dataclasses.fields(ANALYSES[name].asks)
    for field in dataclasses.fields(ANALYSES[name].asks):
        assert field.metadata["label"], field.name
        assert field.metadata["help"].endswith("."), field.name


@every
def test_a_word_that_is_no_choice_is_refused_by_the_name_of_its_parameter(name):
    asks = ANALYSES[name].asks
    some = arguments(name)["parameters"] or asks()
    for field in dataclasses.fields(asks):
        if field.metadata["choices"]:
            with pytest.raises(Refused, match="“tea leaves” is not a choice") as refusal:
                dataclasses.replace(some, **{field.name: "tea leaves"})
            assert refusal.value.faults[0].key == field.name


@every
def test_parameters_and_results_cannot_be_changed(name):
    for thing in (ANALYSES[name].asks, ANALYSES[name].gives):
        assert thing.__dataclass_params__.frozen


@every
def test_the_same_seed_gives_the_same_answer(name):
    given = arguments(name)
    np.testing.assert_equal(as_lists(answer(name, given, seed=7)), as_lists(answer(name, given, seed=7)))


@every
def test_the_world_of_random_numbers_is_left_alone(name):
    before = np.random.get_state()[1].tolist()
    answer(name, arguments(name))
    assert np.random.get_state()[1].tolist() == before


@every
def test_inputs_stay_as_they_were_and_may_be_read_only(name):
    given, same = arguments(name), arguments(name)
    for value in given.values():
        if isinstance(value, np.ndarray):
            value.flags.writeable = False
    answer(name, given)
    np.testing.assert_equal(given, same)


@every
def test_any_number_of_threads_gives_the_same_answer(name):
    given = arguments(name)
    many = as_lists(answer(name, given))
    threads = numba.get_num_threads()
    try:
        numba.set_num_threads(1)
        np.testing.assert_equal(as_lists(answer(name, given)), many)
    finally:
        numba.set_num_threads(threads)


@spatial
def test_moving_everything_moves_nothing_else(name):
    given = arguments(name)
    moved = given | {"x": given["x"] + 524_288, "y": given["y"] + 6_291_456}
    here, there = (as_lists(answer(name, each)) for each in (given, moved))
    for field in here.keys() - PLACES:
        np.testing.assert_allclose(*(_numbers(each[field]) for each in (here, there)), rtol=1e-9, atol=1e-15)


def _numbers(value):
    """Every number in a part of a result, in order; words and what is not known are passed over."""
    return np.array(list(_leaves(plain(value))), float)


def _leaves(value):
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    if parts is None:
        yield from [value] if isinstance(value, int | float) else []
    else:
        for part in parts:
            yield from _leaves(part)


@of_columns
def test_nothing_to_look_at_is_refused_or_has_a_defined_answer(name):
    given = {key: value[:0] if isinstance(value, np.ndarray) else value for key, value in arguments(name).items()}
    try:
        found = answer(name, given)
    except Refused:
        return
    assert found.n == 0


@of_columns
@pytest.mark.parametrize("hole", [np.nan, np.inf, -np.inf])
def test_a_hole_in_the_numbers_is_refused_and_its_column_named(name, hole):
    for column, values in arguments(name).items():
        if isinstance(values, np.ndarray) and values.dtype.kind in "fi":
            broken = values.astype(float)
            broken[3] = hole
            with pytest.raises(Refused) as refused:
                answer(name, arguments(name) | {column: broken})
            assert refused.value.faults[0].column == column


@of_columns
def test_columns_of_different_length_are_refused(name):
    given = arguments(name)
    columns = [key for key, value in given.items() if isinstance(value, np.ndarray)]
    if len(columns) > 1:
        with pytest.raises(Refused, match="differ in length"):
            answer(name, given | {columns[-1]: given[columns[-1]][:-1]})


@every
def test_masked_values_are_not_taken_for_values(name):
    for column, values in arguments(name).items():
        if isinstance(values, np.ndarray):
            masked = np.ma.masked_array(values, mask=np.arange(len(values)) == 5)
            with pytest.raises(Refused):
                answer(name, arguments(name) | {column: masked})


@every
def test_a_result_is_plain_json_without_nan(name):
    found = answer(name, arguments(name))
    again = json.loads(json.dumps(found.as_dict(), allow_nan=False))
    assert again.keys() == {
        each.metadata.get("key", each.name) for each in dataclasses.fields(found) if each.metadata.get("json", True)
    }
    assert found.n >= 0


@every
def test_a_result_shows_itself_with_its_caution(name):
    found = answer(name, arguments(name))
    page = found._repr_html_()
    assert page.count("<table>") == 1
    assert found.about.caution.split(".")[0] in page
    lengths = {len(row) for row in found.table().texts("da")}
    assert len(lengths) == 1


@every
def test_a_picture_is_vega_lite_and_plain_json(name):
    picture = answer(name, arguments(name)).chart("en")
    assert "vega-lite" in picture["$schema"]
    assert json.loads(json.dumps(picture, allow_nan=False))["data"]["values"]


@every
def test_an_analysis_and_its_result_can_be_sent_to_another_process(name):
    assert pickle.loads(pickle.dumps(ANALYSES[name])) is ANALYSES[name]
    found = answer(name, arguments(name))
    np.testing.assert_equal(as_lists(pickle.loads(pickle.dumps(found))), as_lists(found))
    assert isinstance(found, Result)


def test_importing_every_analysis_loads_no_heavy_library():
    """Numba and scipy cost seconds; who only asks what there is must not pay for them."""
    looked_for = ["numba", "scipy", "pandas", "django", "duckdb", "matplotlib", "altair"]
    program = f"import sys, samvirke.analysis as a; a.analyses(); print([m for m in {looked_for} if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_importing_the_folder_of_analyses_takes_at_most_0_3_seconds():
    program = "import time; t = time.perf_counter(); import samvirke.analysis; print(time.perf_counter() - t)"
    took = [float(subprocess.check_output([sys.executable, "-c", program])) for _ in range(3)]
    assert min(took) < 0.3


def test_who_imports_a_file_of_an_analysis_first_still_gets_the_analysis():
    program = "import samvirke.analysis.kde.frame; from samvirke.analysis import kde; print(kde.about.name)"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "kde"


def test_there_is_no_analysis_of_an_unknown_name():
    with pytest.raises(AttributeError, match="no analysis called astrology"):
        _ = samvirke.analysis.astrology
    assert "near_repeat" in dir(samvirke.analysis)
