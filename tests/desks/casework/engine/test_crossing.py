"""What may cross at which stage, and when a second pair of eyes is due."""

from __future__ import annotations

from datetime import date

import pytest
from tests.desks.casework.kinds.trial_psp import TRIAL

from samvirke.desks.casework.engine.crossing import consents, may_cross, why_four_eyes

_DAY, _GROWN = date(2024, 8, 20), [date(1990, 1, 1)]


@pytest.mark.parametrize("path", ["enquiry.events", "enquiry.reason", "people.citizen"])
def test_nothing_crosses_at_a_stage_that_lets_nothing(path: str):
    assert may_cross(TRIAL, "screened", path) is not None


@pytest.mark.parametrize(
    ("path", "crosses"),
    [
        ("enquiry.events", True),
        ("enquiry.kind", True),
        ("enquiry.seen_by", True),
        ("enquiry.urgent", True),
        ("enquiry.first_on", True),
        ("enquiry.reason", False),
        ("support.home", False),
        ("people.citizen", False),
    ],
)
def test_what_could_name_somebody_does_not_cross_unnamed(path: str, crosses: bool):
    assert (may_cross(TRIAL, "filtered", path) is None) is crosses


@pytest.mark.parametrize(
    ("path", "crosses"),
    [
        ("enquiry.reason", True),
        ("people.citizen", True),
        ("treatment.course", True),
        ("own_notes.notes", True),
        ("talks.said", False),
        ("people.nobody", False),
        ("enquiry.nothing", False),
        ("nothing.reason", False),
        ("enquiry", False),
    ],
)
def test_exact_fields_cross_later_but_never_what_is_confidential_or_unknown(path: str, crosses: bool):
    assert (may_cross(TRIAL, "shared", path) is None) is crosses


@pytest.mark.parametrize(
    ("paths", "born", "readers", "sealed", "why"),
    [
        pytest.param(["enquiry.events"], _GROWN, 5, False, "", id="one person may decide"),
        pytest.param(["enquiry.events", "treatment.course"], _GROWN, 1, False, "health", id="health"),
        pytest.param(["enquiry.events"], [*_GROWN, date(2010, 1, 1)], 1, False, "minor", id="a child"),
        pytest.param(["people.citizen"], [None], 1, False, "minor", id="nobody knows their age"),
        pytest.param(["enquiry.events"], _GROWN, 6, False, "readers", id="more than five readers"),
        pytest.param(["enquiry.events"], _GROWN, 1, True, "sealed", id="a sealed case"),
    ],
)
def test_a_second_pair_of_eyes_is_due(paths: list[str], born: list[date | None], readers: int, sealed: bool, why: str):
    assert why_four_eyes(TRIAL, paths, born, readers, sealed, _DAY) == why


def test_consent_is_a_yes_to_the_question_that_records_it():
    answers = {"consent.harmed_consents": True, "consent.offender_consents": False, "other.subject_consents": True}
    assert consents(answers) == {"harmed", "subject"}
