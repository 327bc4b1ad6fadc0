"""A district folder comes in whole or not at all; loading it again changes nothing but what the folder corrects."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.handovers.shipped import SHIPPED, shipped
from tests.handovers.snapshot import everything
from tests.handovers.test_careless_district_folders import COUNCIL, FIRST, PLAN, SECOND
from tests.registers.places.boundary_files import geojson, square
from tests.trail import refusal

from samvirke.desks.plan.edition_content import edition_content
from samvirke.desks.plan.models import Plan, Series
from samvirke.foundation.fault import Refused
from samvirke.handovers.load_boundaries import load_boundary_file, load_schematic_boundaries
from samvirke.handovers.load_district import load_district
from samvirke.registers.commitments.commands.close import close
from samvirke.registers.commitments.models import Commitment
from samvirke.registers.places.license import licensed
from samvirke.registers.places.models import BoundaryVersion, District, Municipality, Town
from samvirke.registers.places.nation import municipality_names
from samvirke.trust.access.actor import system
from samvirke.trust.audit.models import Line

pytestmark = pytest.mark.django_db

OPERATOR = system("operator")
DISTRICTS = Path(__file__).parents[2] / "districts"


def write(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_everything_that_a_folder_says_is_there_and_each_command_left_its_line(fjord_folder):
    before = Line.objects.count()
    loaded = load_district(OPERATOR, fjord_folder)
    assert (loaded.district.pk, loaded.bodies, loaded.sections, loaded.commitments) == ("fjordkredsen", 1, 2, 2)
    assert set(loaded.district.municipalities.values_list("code", flat=True)) == {998, 999}
    body = loaded.district.bodies.get()
    assert ({one.municipality_id for one in body.covers.all()}, body.seats.count()) == ({998, 999}, 2)
    assert [seat.origin["heading"] for seat in body.seats.all()] == ["Rådet", "Rådet"]
    assert (loaded.district.areas.get().pk, loaded.district.sources.get().pk) == ("zone-fjordby", "opdigtet")
    assert [one.number for one in loaded.district.plans.get().sections.all()] == ["1", "2"]
    assert {one.slug: one.origin["section"] for one in loaded.district.commitments.all()} == {
        "council-meets": "1",
        "advice-given": "2",
    }
    actions = list(Line.objects.order_by("seq").values_list("action", flat=True)[before:])
    assert actions == [
        "places.put-district", "partners.put-agencies", "places.put-areas", "partners.put-bodies",
        "incidents.put-source", "plan.put", "commitments.record",
    ]  # fmt: skip


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_district_is_loaded_twice_and_the_second_time_changes_nothing(name):
    first = load_district(OPERATOR, DISTRICTS / name)
    once = everything()
    again = load_district(OPERATOR, DISTRICTS / name)
    assert (again.bodies, again.sections, again.commitments) == (first.bodies, first.sections, first.commitments)
    assert everything() == once
    assert first.district.bodies.count() == len(shipped(name).bodies)


def test_the_three_shipped_districts_lie_beside_each_other():
    for name in SHIPPED:
        load_district(OPERATOR, DISTRICTS / name)
    assert set(District.objects.filter(loaded_at__isnull=False).values_list("pk", flat=True)) == set(SHIPPED)
    assert set(Municipality.objects.values_list("code", flat=True)) == {*municipality_names(), 4835000}
    (printed,) = Series.objects.filter(district_id="oestjylland", slug__contains="mediation")
    assert [point.value for point in printed.points.all()] == [51, 49, 56, 54, 28, 21, 24]


def test_towns_lie_in_metres_inside_the_districts_box():
    district = load_district(OPERATOR, DISTRICTS / "oestjylland").district
    randers = Town.objects.get(district=district, name="Randers")
    assert (randers.x, randers.y) == pytest.approx((564_000, 6_258_000), abs=3_000)


@pytest.mark.parametrize(
    ("file", "old", "new", "found"),
    [
        (
            "district.toml",
            '"The Fjord District"',
            '"Fjord"',
            lambda it: it.words.text("en") == "Fjord",
        ),
        (COUNCIL, "covers = [998, 999]", "covers = [998]", lambda it: it.bodies.get().covers.count() == 1),
        (COUNCIL, '"Mayor"', '"Mayors"', lambda it: it.bodies.get().seats.last().words.text("en") == "Mayors"),
        (FIRST, "times = 4", "times = 5", lambda it: it.commitments.get(slug="council-meets").times == 5),
        (SECOND, '"Indbrud."', '"Mange."', lambda it: it.plans.get().sections.last().summary["da"] == "Mange."),
        (PLAN, '"Eva Strand"', '"Omar Lund"', lambda it: it.plans.get().signatories[0]["name"] == "Omar Lund"),
    ],
    ids=["a name", "coverage", "a seat", "a commitment", "a summary", "a signatory"],
)
def test_a_corrected_folder_corrects_what_it_brought_in(fjord_folder, file, old, new, found):
    assert not found(load_district(OPERATOR, fjord_folder).district)
    write(fjord_folder, file, old, new)
    assert found(load_district(OPERATOR, fjord_folder).district)


def test_what_has_become_of_a_commitment_outlives_a_new_load(fjord_folder):
    load_district(OPERATOR, fjord_folder)
    close(OPERATOR, commitment=Commitment.objects.get(slug="advice-given"), evidence="Given in May.")
    load_district(OPERATOR, fjord_folder)
    assert Commitment.objects.get(slug="advice-given").evidence == "Given in May."


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (COUNCIL, "covers = [998, 999]", "covers = []"),
        ("district.toml", 'crs = "EPSG:25832"\n', ""),
        (SECOND, '"burglary-homes"', '"songs"'),
        ("sources/opdigtet.toml", "danish-csv", "norwegian-csv"),
    ],
    ids=["a body without a municipality", "a key left out", "an unknown indicator", "an unknown mapping"],
)
def test_a_refused_folder_leaves_nothing_and_takes_nothing_away(fjord_folder, file, old, new):
    load_district(OPERATOR, fjord_folder)
    before, lines = everything(), Line.objects.count()
    write(fjord_folder, "district.toml", '"The Fjord District"', '"Half written"')
    write(fjord_folder, file, old, new)
    with pytest.raises(Refused):
        load_district(OPERATOR, fjord_folder)
    assert (everything(), Line.objects.count()) == (before, lines)


def test_what_fails_at_the_last_command_undoes_the_first(fjord, dale_folder):
    before, lines = everything(), Line.objects.count()
    write(dale_folder, "plans/2030/plan.toml", "samarbejdsplan-dalkredsen-2030", "samarbejdsplan-fjordkredsen-2030")
    with pytest.raises(Refused, match="is the plan of fjordkredsen for 2030"):
        load_district(OPERATOR, dale_folder)
    assert (everything(), Line.objects.count()) == (before, lines)


def test_a_folder_that_takes_a_source_of_another_district_is_refused_whole(fjord, dale_folder):
    before = everything()
    (dale_folder / "sources" / "dalens.toml").rename(dale_folder / "sources" / "opdigtet.toml")
    write(dale_folder, "sources/opdigtet.toml", '"dalens"', '"opdigtet"')
    with pytest.raises(Refused, match="opdigtet belongs to fjordkredsen"):
        load_district(OPERATOR, dale_folder)
    assert everything() == before


def test_nobody_but_the_operator_loads_a_district(fjord_folder, dale, person):
    somebody, before = person("chief", "dalkredsens-politi"), everything()
    with refusal("places.put-district"):
        load_district(somebody, fjord_folder)
    assert everything() == before


def test_a_danish_district_gets_the_schematic_map_once_and_one_abroad_none(fjord):
    danish = load_district(OPERATOR, DISTRICTS / "oestjylland").district
    version = load_schematic_boundaries(OPERATOR, danish)
    assert load_schematic_boundaries(OPERATOR, danish) == version
    assert BoundaryVersion.objects.filter(schematic=True).count() == 1
    assert set(version.boundaries.values_list("municipality_code", flat=True)) == set(municipality_names())
    assert load_schematic_boundaries(OPERATOR, fjord) is None


def test_an_official_file_brings_in_those_that_are_loaded_and_no_others(fjord, tmp_path):
    given = {"crs": "EPSG:25832", "code": "kode", "valid_from": fjord.loaded_at.date(), "source": "Official"}
    path = geojson(tmp_path / "b.json", (998, square(10, 56)), (1, square(11, 56)))
    version = load_boundary_file(OPERATOR, path, **given)
    assert list(version.boundaries.values_list("municipality_code", flat=True)) == [998]
    assert not version.schematic
    with pytest.raises(Refused, match=r"None of its shapes \(1\) belongs to a municipality that is loaded"):
        load_boundary_file(OPERATOR, geojson(tmp_path / "c.json", (1, square(11, 56))), **given)
    assert BoundaryVersion.objects.filter(source="Official").count() == 1


def test_the_licence_is_that_of_the_folder_and_none_where_it_says_nothing(fjord_folder):
    free = "https://creativecommons.org/licenses/by/4.0/"
    write(fjord_folder, "district.toml", "invented = true", f'invented = true\nlicense = "{free}"')
    district = load_district(OPERATOR, fjord_folder).district
    assert (District.objects.get(pk=district.pk).license, licensed(district)) == (free, {"license": free})
    assert edition_content(Plan.objects.filter(district=district).first())["license"] == free
    write(fjord_folder, "district.toml", f'\nlicense = "{free}"', "")
    again = load_district(OPERATOR, fjord_folder).district
    assert (again.license, licensed(again)) == ("", {})
    assert "license" not in edition_content(Plan.objects.filter(district=again).first())
