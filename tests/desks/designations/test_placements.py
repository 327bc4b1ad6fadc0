"""What people choose among proposed sites is kept once, with its reason, and seen by whoever sees the places."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from samvirke.desks.designations.commands.choose_sites import choose_sites
from samvirke.desks.designations.models import Placement
from samvirke.desks.designations.queries.placements import placement_of, placements
from samvirke.foundation.fault import Refused
from samvirke.trust.access.guard import NotAllowed

SITES = [(9.1, 55.55), (9.105, 55.552)]
FIGURES = {"k": 2, "n": 100, "share": 0.4, "mean_distance": 310.0, "gap": 0.0}
pytestmark = [pytest.mark.django_db, pytest.mark.database]


def choose(actor, desk, study, **more):
    sent = {"taken": [2], "reason": "The first is a private yard."} | more
    return choose_sites(
        actor, district=desk.district, kind="safety-camera", study=study, sites=SITES, figures=FIGURES, **sent
    )


def test_a_choice_says_which_were_taken_why_when_and_by_whom(desk):
    study = uuid4()
    made = choose(desk.tine, desk, study)
    assert [(one["number"], one["taken"]) for one in made.sites] == [(1, False), (2, True)]
    assert (made.taken, made.reason, made.by_id) == (
        1,
        "The first is a private yard.",
        desk.tine.account,
    )
    assert placement_of(desk.tine, desk.district, study) == made


def test_a_second_choice_from_the_same_study_is_refused_and_the_first_stands(desk):
    study = uuid4()
    first = choose(desk.tine, desk, study)
    with pytest.raises(Refused, match="A choice has already been made"):
        choose(desk.tine, desk, study, taken=[1])
    assert Placement.objects.get(study=study).sites == first.sites


@pytest.mark.parametrize(("wrong", "words"), [({"reason": " "}, "not said why"), ({"taken": [3]}, "no longer there")])
def test_without_a_reason_or_of_a_site_that_is_none_nothing_is_kept(desk, wrong, words):
    study = uuid4()
    with pytest.raises(Refused, match=words):
        choose(desk.tine, desk, study, **wrong)
    assert not Placement.objects.filter(study=study).exists()


def test_who_takes_part_in_the_district_reads_it_and_nobody_else(desk, dale, person):
    hired_elsewhere = person("secretary", "dalby-kommune")
    choose(desk.tine, desk, uuid4())
    assert placements(desk.tine, desk.district).count() == 1
    assert not placements(hired_elsewhere, desk.district).exists()
    with pytest.raises(NotAllowed):
        choose(hired_elsewhere, desk, uuid4())


def test_the_database_itself_wants_a_reason(desk):
    made = choose(desk.tine, desk, uuid4())
    with pytest.raises(IntegrityError), transaction.atomic():
        Placement.objects.filter(pk=made.pk).update(reason="")
