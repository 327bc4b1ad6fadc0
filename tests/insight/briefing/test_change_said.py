"""What may be said of two counts or two shares is said as the standard for wording says it, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvirke.foundation.speech import Speech
from samvirke.insight.briefing.change_said import ChangeSaid, change_said, share_change_said
from samvirke.insight.suppression.cells import FEW, PROTECTS, Cell

DANISH, ENGLISH = Speech("da"), Speech("en")


def said(now: float | None, before: float | None, speech: Speech, broken: bool = False) -> ChangeSaid:
    return change_said(shown(now), shown(before), speech, broken)


def shown(count: float | None) -> Cell:
    return Cell(None, FEW) if count is None else Cell(count)


@pytest.mark.parametrize(
    ("now", "before", "state", "danish", "english"),
    [
        (61, 96, "fall", ("faldet 36\xa0%", "mellem −55 og −12\xa0%"), ("fallen 36%", "between −55 and −12%")),
        (96, 61, "rise", ("steget 57\xa0%", "mellem +13 og +121\xa0%"), ("risen 57%", "between +13 and +121%")),
        (
            109, 118, "same",
            ("ingen sikker ændring", "mellem −29 og +21\xa0%"), ("no certain change", "between −29 and +21%"),
        ),
        (
            17, 9, "few",
            ("for få til at sige", "n 17 mod 9 året før"), ("too few to say", "n 17 against 9 the year before"),
        ),
        (
            None, 12, "hidden",
            ("for få til at sige", "Skjult for at beskytte personer"), ("too few to say", "Hidden to protect people"),
        ),
    ],
)  # fmt: skip
def test_two_counts(now, before, state, danish, english):
    for speech, (headline, detail) in ((DANISH, danish), (ENGLISH, english)):
        found = said(now, before, speech)
        assert (found.state, found.headline, found.detail) == (state, headline, detail)


def test_a_certain_fall_of_the_whole_district_reads_as_in_the_standard():
    assert said(412, 496, DANISH).headline == "faldet 17\xa0%"
    assert said(412, 496, DANISH).detail == "mellem −27 og −5\xa0%"


@pytest.mark.parametrize(("now", "before"), [(None, 30), (30, None), (None, None)])
def test_a_hidden_count_is_not_compared_and_gives_nothing_to_draw(now, before):
    found = said(now, before, DANISH)
    assert (found.state, found.ratio, found.low, found.high, found.p) == ("hidden", None, None, None, None)


def test_a_count_hidden_to_protect_another_is_not_compared_either():
    assert change_said(Cell(None, PROTECTS), Cell(30), DANISH).state == "hidden"


@given(st.integers(0, 4), st.integers(0, 400))
def test_with_a_count_under_5_on_either_side_nothing_is_said_and_nothing_drawn(few, other):
    for now, before in ((few, other), (other, few)):
        found = said(now, before, ENGLISH)
        assert (found.state, found.ratio, found.p) == ("few", None, None)


@given(st.integers(5, 3000), st.integers(5, 3000))
def test_a_headline_names_a_change_only_when_the_interval_excludes_none(now, before):
    found = said(now, before, ENGLISH)
    if found.low is None or found.high is None:
        assert found.state == "few"
        assert "%" not in found.headline
        return
    certain = found.low > 1 or found.high < 1
    assert found.is_certain == certain == ("%" in found.headline)
    assert found.state == ("rise" if found.low > 1 else "fall" if found.high < 1 else "same")


@given(st.integers(5, 3000), st.integers(5, 3000))
def test_an_end_that_is_not_0_is_never_written_as_0_beside_a_certain_change(now, before):
    found = said(now, before, ENGLISH)
    if found.is_certain:
        ends = found.detail.removeprefix("between ").removesuffix("%").split(" and ")
        assert {end[0] for end in ends} == ({"−"} if found.state == "fall" else {"+"})


def test_an_interval_that_almost_holds_0_keeps_its_decimals():
    found = next(said(now, 1000, DANISH) for now in range(1000, 800, -1) if said(now, 1000, DANISH).state == "fall")
    assert found.detail.endswith("og −0,03\xa0%")


def test_a_year_without_figures_is_nothing_to_compare_with():
    for now, before in ((Cell(30), None), (None, Cell(30))):
        assert change_said(now, before, DANISH).headline == "intet at sammenligne med"


def test_across_a_break_nothing_is_compared_however_clear_it_looks():
    found = said(10, 400, DANISH, broken=True)
    assert (found.state, found.headline, found.ratio) == ("broken", "brud i serien", None)


@pytest.mark.parametrize(
    ("now", "before", "headline", "detail"),
    [
        ((242, 281), (240, 279), "ingen sikker ændring", "mellem −6 og +6 procentpoint"),
        ((242, 281), (180, 279), "steget 22 procentpoint", "mellem +15 og +28 procentpoint"),
        ((180, 279), (242, 281), "faldet 22 procentpoint", "mellem −28 og −15 procentpoint"),
        ((242, 281), None, "intet at sammenligne med", ""),
        ((0, 0), (240, 279), "intet at sammenligne med", ""),
    ],
)
def test_two_shares_differ_in_percentage_points(now, before, headline, detail):
    found = share_change_said(now, before, DANISH)
    assert (found.headline, found.detail) == (headline, detail)


def test_minus_is_a_true_minus_and_per_cent_has_a_space_that_does_not_break_in_danish_only():
    assert "-" not in said(61, 96, DANISH).detail + said(61, 96, ENGLISH).detail
    assert "\xa0%" in said(61, 96, DANISH).headline
    assert "\xa0" not in said(61, 96, ENGLISH).headline
