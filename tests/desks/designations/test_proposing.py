"""A place is proposed with its drawing, purpose and rule; what cannot be a place is refused and nothing is stored."""

from __future__ import annotations

import json

import pytest
from tests.desks.designations.conftest import ACROSS, BOW, OPERATOR, POINT, SQUARE, places
from tests.trail import one_line, refusal

from samvirke.desks.designations.commands.enter_practice import enter_practice
from samvirke.desks.designations.commands.propose import change_proposal, propose
from samvirke.desks.designations.facts.geometry import corners
from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import BoundaryVersion, Municipality

pytestmark = pytest.mark.django_db

TINY = "55.5500000, 9.1000000\n55.5500000, 9.1000001\n55.5500001, 9.1000001"
IN_SKOVBY = "55.5500, 9.4500"
LINE = "55.5500, 9.1000\n55.5500, 9.1100"
SMALL = "55.5500, 9.1000\n55.5500, 9.1003\n55.5503, 9.1003\n55.5503, 9.1000"


def test_a_secretary_proposes_a_camera_with_a_line_of_the_trail(desk):
    with one_line("designations.propose") as lines:
        made = desk.propose("safety-camera")
    assert lines[0].things == ["places.district:fjordkredsen", f"designations.designation:{made.pk}"]
    assert (made.state, made.is_open, made.version, str(made.proposed_by_id)) == ("proposed", True, 1, desk.tine.id)
    assert json.loads(made.geometry) == {"type": "Point", "coordinates": [9.1, 55.55]}


def test_a_watch_on_a_clubhouse_is_for_the_police_alone(desk):
    assert desk.propose("gang-clubhouse", homes=0).is_open is False


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("55,5500; 9,1000", [9.1, 55.55]),
        ("55,5500, 9,1000", [9.1, 55.55]),
        ("  55.5500 9.1000 ", [9.1, 55.55]),
        ('{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[9.1,55.55,3]}}', [9.1, 55.55]),
    ],
)
def test_a_point_is_read_as_maps_and_files_write_it(desk, written, stored):
    assert json.loads(desk.propose(drawing=written).geometry)["coordinates"] == stored


def test_what_was_drawn_can_be_written_again(desk):
    made = desk.propose("nightlife-zone", shape="polygon", drawing=SQUARE)
    assert corners(made.geometry) == "\n".join(
        f"{float(one.split(', ')[0]):.6f}, {float(one.split(', ')[1]):.6f}" for one in SQUARE.splitlines()
    )
    assert corners("") == ""


def test_an_area_with_a_hole_is_written_again_as_it_was_drawn(desk):
    ring = [[9.1, 55.55], [9.11, 55.55], [9.11, 55.555], [9.1, 55.555], [9.1, 55.55]]
    hole = [[9.104, 55.552], [9.106, 55.552], [9.106, 55.553], [9.104, 55.553], [9.104, 55.552]]
    written = json.dumps({"type": "Polygon", "coordinates": [ring, hole]})
    made = desk.propose("nightlife-zone", shape="polygon", drawing=written)
    assert json.loads(corners(made.geometry)) == json.loads(written)
    again = change_proposal(
        desk.tine, district=desk.district, designation=made, version=1,
        proposal=desk.proposal(shape="polygon", drawing=corners(made.geometry)),
    )  # fmt: skip
    assert again.geometry == made.geometry


@pytest.mark.parametrize(
    ("kind", "wrong", "words"),
    [
        ("safety-camera", {"purpose": " "}, "not said what it is for"),
        ("nightlife-zone", {"shape": "polygon", "drawing": BOW}, "crosses itself or encloses nothing near 55.55"),
        ("nightlife-zone", {"shape": "polygon", "drawing": f"{POINT}\n" * 4}, "crosses itself or encloses nothing"),
        ("nightlife-zone", {"shape": "polygon", "drawing": TINY}, "encloses nothing"),
        ("nightlife-zone", {"shape": "polygon", "drawing": ACROSS}, "outside the district, or crosses its border"),
        ("nightlife-zone", {"shape": "polygon", "drawing": POINT}, "cannot be read"),
        ("nightlife-zone", {"shape": "point"}, "does not have this shape"),
        ("speed-van-site", {"drawing": "9.1000, 55.5500"}, "outside the district"),
        ("speed-van-site", {"drawing": "89.9999, 200"}, "outside the district"),
        ("speed-van-site", {"drawing": " "}, "not said where the place lies"),
        ("speed-van-site", {"drawing": "the square"}, "cannot be read"),
        ("speed-van-site", {"drawing": "nan, 9"}, "cannot be read|right shape"),
        ("speed-van-site", {"drawing": '{"type":"Feature"}'}, "cannot be read"),
        ("speed-van-site", {"drawing": '{"type":"LineString","coordinates":[[9.1,55.55],[9.2,55.55]]}'}, "right shape"),
        ("speed-van-site", {"drawing": "[" * 3000}, "cannot be read"),
        ("speed-van-site", {"drawing": '{"a":' * 3000}, "cannot be read"),
        ("speed-van-site", {"shape": "line", "drawing": f"{POINT}\n{POINT}"}, "crosses itself|no length"),
        ("speed-van-site", {"drawing": "x" * 200_001}, "too large"),
        ("speed-van-site", {"shape": "line", "drawing": f"{LINE}\n" * 1001}, "too large"),
        ("speed-van-site", {"name": " "}, "has no name"),
        ("speed-van-site", {"name": "x" * 121}, "at most 120"),
        ("sub-area", {"shape": "polygon", "drawing": SQUARE}, "how many homes"),
        ("sub-area", {"shape": "polygon", "drawing": SQUARE, "homes": 1}, "Fewer than 5 homes lie there"),
        ("sub-area", {"shape": "polygon", "drawing": SMALL, "homes": 8}, "less than 2500 m²"),
        ("insecure-place", {"homes": 1}, "one home is a person"),
        ("gang-clubhouse", {"homes": 3}, "The point lies on a home"),
        ("black-spot", {}, "by which rule Fjordby names"),
    ],
)
def test_what_cannot_be_a_place_is_refused_and_nothing_is_stored(desk, kind, wrong, words):
    with pytest.raises(Refused, match=words):
        desk.propose(kind, **wrong)
    assert not places().exists()


def test_a_place_lies_in_its_own_municipality_and_district(desk, dale):
    with pytest.raises(Refused, match="does not lie in Skovby"):
        desk.propose(municipality=Municipality.objects.get(pk=999))
    with pytest.raises(Refused, match="municipality lies in another district"):
        desk.propose(municipality=Municipality.objects.filter(district=dale).first())
    with pytest.raises(Refused, match="Places are not named for"):
        desk.propose("volcano")
    assert not places().exists()


def test_schematic_borders_catch_only_what_is_far_outside_and_without_borders_the_extent_does(desk):
    BoundaryVersion.objects.update(schematic=True)
    near = "55.4800, 9.1000"
    assert desk.propose(drawing=near).pk
    with pytest.raises(Refused, match="outside the district"):
        desk.propose(drawing="55.3000, 9.1000")
    BoundaryVersion.objects.all().delete()
    assert desk.propose(drawing="55.3000, 9.1000").pk
    with pytest.raises(Refused, match="outside the district"):
        desk.propose(drawing="54.9000, 9.1000")


def test_the_rule_of_the_municipality_stands_in_the_proposal(desk):
    rule = "4 accidents in 5 years, 3 with injury"
    enter_practice(
        desk.tine, district=desk.district, kind="black-spot", municipality=desk.town, criterion=rule, reference="Plan 7"
    )
    made = desk.propose("black-spot", criterion="Right turns")
    assert made.criterion == f"{rule}\nRight turns"


def test_a_proposal_is_changed_and_two_at_once_do_not_overwrite(desk):
    made = desk.propose()
    changed = {"designation": made, "version": 1, "proposal": desk.proposal(name="Havnen")}
    change_proposal(desk.tine, district=desk.district, **changed)
    with pytest.raises(Refused, match="Somebody else has changed this place"):
        change_proposal(desk.tine, district=desk.district, **changed)
    assert (desk.again(made).name, desk.again(made).version) == ("Havnen", 2)


def test_who_may_not_propose_leaves_a_refusal_and_another_agency_is_told(desk, dale, person):
    for somebody in (person("mayor", "fjordby-kommune"), person("secretary", "dalby-kommune")):
        with refusal("designations.propose"):
            propose(somebody, district=desk.district, kind="safety-camera", proposal=desk.proposal())
    town = person("secretary", "fjordby-kommune")
    with pytest.raises(Refused, match="not for your agency"):
        propose(town, district=desk.district, kind="nightlife-zone", proposal=desk.proposal())
    assert propose(town, district=desk.district, kind="safety-camera", proposal=desk.proposal()).pk
    assert propose(OPERATOR, district=desk.district, kind="border-post", proposal=desk.proposal()).pk


def test_a_municipality_proposes_and_decides_on_its_own_places_alone(desk, person):
    town = person("secretary", "fjordby-kommune")
    skovby = Municipality.objects.get(pk=999)
    there = desk.proposal(municipality=skovby, drawing=IN_SKOVBY)
    with pytest.raises(Refused, match="or the municipality where it lies"):
        propose(town, district=desk.district, kind="safety-camera", proposal=there)
    own = propose(town, district=desk.district, kind="safety-camera", proposal=desk.proposal())
    with pytest.raises(Refused, match="or the municipality where it lies"):
        change_proposal(town, district=desk.district, designation=own, version=own.version, proposal=there)
    theirs = propose(desk.tine, district=desk.district, kind="safety-camera", proposal=there)
    with pytest.raises(Refused, match="or the municipality where it lies"):
        change_proposal(
            town, district=desk.district, designation=theirs, version=theirs.version, proposal=desk.proposal()
        )
    theirs.refresh_from_db()
    assert theirs.municipality_id == skovby.pk
