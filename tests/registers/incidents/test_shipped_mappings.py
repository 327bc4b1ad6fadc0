"""The mappings that come with the program, each on a file as its source writes it."""

from __future__ import annotations

import csv
import gzip
from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from tests.registers.incidents.arrange import row, stored, write_text

from samvirke.foundation.home import shipped_districts
from samvirke.handovers.load_district import load_district
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.engine.mapping import shipped_mappings
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import Source
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

Take = Callable[..., Outcome]

# The columns of a monthly street-level file, and rows made up in its manner.
_STREET = (
    "Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,"
    "Last outcome category,Context"
)
_FORCE = "Invented Police,Invented Police"
_ROWS = (
    f"aaaa1,2024-02,{_FORCE},9.512345,55.512345,On or near High Street,E0,Invented 001A,Burglary,Under investigation,",
    f"aaaa2,2024-02,{_FORCE},9.512345,55.512345,On or near High Street,E0,Invented 001A,Vehicle crime,,",
    f",2024-02,{_FORCE},9.600000,55.600000,On or near Park,E0,Invented 001B,Anti-social behaviour,,",
    f",2024-02,{_FORCE},9.600000,55.600000,On or near Park,E0,Invented 001B,Anti-social behaviour,,",
    f",2024-02,{_FORCE},,,No Location,,,Anti-social behaviour,,",
    f"aaaa3,2024-02,{_FORCE},,,No Location,,,Possession of weapons,,",
    f"aaaa4,2024-13,{_FORCE},9.512345,55.512345,On or near High Street,E0,Invented 001A,Burglary,,",
    f"aaaa5,2024-02,{_FORCE},55.512345,9.512345,On or near High Street,E0,Invented 001A,Robbery,,",
    f"aaaa6,2024-02,{_FORCE},9.512345,55.512345,On or near High Street,E0,Invented 001A,Cattle rustling,,",
    f"aaaa1,2024-02,{_FORCE},9.512345,55.512345,On or near High Street,E0,Invented 001A,Burglary,Offender charged,",
)


@pytest.fixture
def street(source: Source) -> Source:
    """The source of the invented district, read as a street-level file."""
    Source.objects.filter(pk=source.pk).update(mapping="data-police-uk")
    source.refresh_from_db()
    return source


def test_a_monthly_file_of_data_police_uk(street: Source, take: Take, tmp_path: Path) -> None:
    file = write_text(tmp_path / "2024-02-invented-street.csv", *_ROWS, header=_STREET)
    outcome = take(file)
    assert (outcome.rows_in, outcome.accepted, outcome.duplicates) == (10, 7, 1)
    assert [(one.line, one.code) for one in outcome.rejected[:]] == [(8, "not-a-time"), (9, "swapped")]
    assert outcome.unknown_codes == [("cattle rustling", 1)]
    told = stored(street, "category, starts, ends, day, x IS NULL")
    month = (datetime(2024, 2, 1), datetime(2024, 3, 1), date(2024, 2, 1))
    assert {one[1:4] for one in told} == {month}
    assert Counter((one[0], one[4]) for one in told) == {
        ("burglary-unspecified", False): 1,
        ("vehicle-crime", False): 1,
        ("disorder-call", False): 2,
        ("disorder-call", True): 1,
        ("weapons", True): 1,
        ("unknown", False): 1,
    }
    again = take(file)
    assert (again.accepted, again.duplicates, len(again.rejected)) == (0, 8, 2)


@pytest.mark.parametrize("offence", shipped_mappings()["data-police-uk"].offence.categories)
def test_every_kind_of_crime_of_data_police_uk_is_known(
    offence: str, street: Source, take: Take, tmp_path: Path
) -> None:
    said = _ROWS[0].replace("Burglary", f'"{offence.capitalize()}"')
    outcome = take(write_text(tmp_path / "street.csv", said, header=_STREET))
    assert (outcome.accepted, outcome.unknown_codes) == (1, [])


def test_every_code_of_the_danish_csv_becomes_its_category(take_rows: Take, source: Source) -> None:
    codes = shipped_mappings()["danish-csv"].offence.categories
    outcome = take_rows([row(journal=code, forhold=code.upper()) for code in codes])
    assert (outcome.accepted, outcome.unknown_codes) == (len(codes), [])
    assert dict(stored(source, "offence, category")) == codes


@pytest.fixture
def houston(db: None, own_home: Path) -> Source:
    """The example abroad, loaded from the folder that comes with the program."""
    loaded: District = load_district(system("operator"), shipped_districts() / "example-houston").district
    return Source.objects.select_related("district").get(district=loaded)


@pytest.fixture
def real_rows(shared_data: Path) -> list[dict[str, str]]:
    """The incidents of Houston as plain Python reads them."""
    with gzip.open(shared_data / "incidents" / "houston_2010.csv.gz", "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_real_file_of_houston(
    houston: Source, real_rows: list[dict[str, str]], shared_data: Path, own_home: Path
) -> None:
    file = shared_data / "incidents" / "houston_2010.csv.gz"
    outcome = import_file(system("operator"), source=houston, path=file)
    assert outcome.rows_in == len(real_rows) == 86_314
    assert outcome.rows_in == outcome.accepted + outcome.duplicates + len(outcome.rejected)
    west, south, east, north = houston.district.extent
    lines = []
    for number, said in enumerate(real_rows, start=2):
        known = said["lon"] not in ("", "NA") and said["lat"] not in ("", "NA")
        if known and not (west <= float(said["lon"]) <= east and south <= float(said["lat"]) <= north):
            lines.append(number)
    assert [one.line for one in outcome.rejected[:]] == lines
    good = [said for number, said in enumerate(real_rows, start=2) if number not in set(lines)]
    offences = Counter(said["offense"].strip().lower() for said in good)
    found = stored(houston, "offence, starts, ends, folded, x")
    assert Counter(one[0] for one in found) == offences
    assert Counter(one[1] for one in found) == Counter(
        datetime.strptime(said["date"], "%m/%d/%Y") + timedelta(hours=int(said["hour"])) for said in good
    )
    assert all(ends - starts == timedelta(hours=1) for _offence, starts, ends, _folded, _x in found)
    assert sum(x is None for *_rest, x in found) == sum(said["lon"] in ("", "NA") for said in good)
    again = import_file(system("operator"), source=houston, path=file)
    assert (again.accepted, again.duplicates, len(again.rejected)) == (0, outcome.rows_in - len(lines), len(lines))


def test_what_the_mapping_says_of_houstons_clocks_is_so(real_rows: list[dict[str, str]]) -> None:
    chicago, others = ZoneInfo("America/Chicago"), []
    for said in real_rows:
        at = datetime.strptime(said["time"], "%Y-%m-%d %H:%M:%S").replace(tzinfo=UTC).astimezone(chicago)
        if (f"{at.month}/{at.day}/{at.year}", at.hour) != (said["date"], int(said["hour"])):
            others.append((said["date"], said["hour"]))
    # But for the hour that the clock leapt over on 14 March.
    assert set(others) == {("3/14/2010", "2")}
