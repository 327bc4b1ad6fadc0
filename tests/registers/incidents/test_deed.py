"""The deed of an import: what is counted, what the trail says, what is told of rejected rows, and who may do it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from tests.registers.incidents.arrange import everything, row, stored, write_rows

from samvirke.foundation.clock import now
from samvirke.registers.incidents.commands.import_incidents import import_file
from samvirke.registers.incidents.commands.put_source import put_source
from samvirke.registers.incidents.engine.outcome import Outcome
from samvirke.registers.incidents.models import ImportRun, Source, StoreVersion
from samvirke.registers.incidents.queries.imports import imports, sources
from samvirke.registers.incidents.queries.source_called import source_called
from samvirke.registers.incidents.queries.store import open_store
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, system
from samvirke.trust.access.guard import NotAllowed
from samvirke.trust.audit.models import Head, Line
from samvirke.trust.identity.models import Agency, AgencyDistrict

pytestmark = pytest.mark.database

Take = Callable[..., Outcome]
Person = Callable[..., Actor]


def test_codes_that_the_mapping_does_not_know_are_kept_as_unknown_and_listed(take_rows: Take, source: Source) -> None:
    codes = ["Graffiti", "graffiti ", "hærværk", "Løse hunde"]
    outcome = take_rows([row(journal=code, forhold=code) for code in codes])
    assert (outcome.accepted, outcome.unknown_codes) == (4, [("graffiti", 2), ("løse hunde", 1)])
    assert sorted(stored(source, "offence, category, 1")) == sorted(
        [("graffiti", "unknown", 1), ("graffiti", "unknown", 1), ("hærværk", "damage", 1), ("løse hunde", "unknown", 1)]
    )
    assert ImportRun.objects.get(source="opdigtet").unknown_codes == [["graffiti", 2], ["løse hunde", 1]]


def test_a_code_with_bytes_that_no_database_takes_is_listed_all_the_same(take: Take, tmp_path: Path) -> None:
    rows = [row(journal=str(n), bolig="x" * 60) for n in range(20_000)] + [row(journal="last", forhold="gra\0ffiti")]
    outcome = take(write_rows(tmp_path / "nul.csv", rows))
    assert outcome.unknown_codes == [("gra\ufffdffiti", 1)]


def test_the_run_and_its_line_in_the_trail_tell_the_counts(take_rows: Take, source: Source, tmp_path: Path) -> None:
    rows = [row(journal="A"), row(journal="A", forhold="røveri"), row(journal="B"), row(journal="C", fra="igår")]
    outcome = take_rows(rows)
    run = ImportRun.objects.get(source="opdigtet")
    assert (run.rows_in, run.new, run.corrected, run.duplicates, run.rejected) == (4, 2, 0, 1, 1)
    assert (outcome.rows_in, outcome.accepted, outcome.duplicates, len(outcome.rejected)) == (4, 2, 1, 1)
    assert run.reasons == [{"code": "not-a-time", "column": "fra", "count": 1, "line": 5, "value": "igår"}]
    assert run.file_sha256 == sha256((tmp_path / "rows.csv").read_bytes()).hexdigest()
    assert (run.mapping, run.version, run.by) == ("danish-csv v2", 1, "system:operator")
    trail = Line.objects.filter(action="incidents.import").last()
    assert trail is not None
    assert trail.things == ["incidents.source:opdigtet", f"incidents.importrun:{run.pk}"]
    assert trail.facts == {"rows_in": 4, "accepted": 2, "rejected": 1, "version": 1}


def test_when_the_trail_cannot_be_written_nothing_is_stored(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A")])
    head = Head.objects.get()
    with transaction.atomic():
        # The next number of the trail is taken, as if a line had been slipped in past the chain.
        facts = {"actor": "x", "action": "x", "decision": "permit", "ground": "x", "channel": "x", "policy": "x"}
        Line.objects.create(seq=head.seq + 1, at=now(), before="x", hash="x", **facts)
    before = everything()
    with pytest.raises(IntegrityError):
        take_rows([row(journal="B")])
    assert everything() == before
    assert len(stored(source)) == 1


def test_a_dry_run_tells_what_would_happen_and_stores_nothing(take_rows: Take, source: Source) -> None:
    take_rows([row(journal="A"), row(journal="B")])
    before = everything()
    changed = [row(journal="A"), row(journal="B", forhold="røveri"), row(journal="C"), row(journal="D", fra="igår")]
    told = take_rows(changed, dry=True)
    assert (told.merged.new, told.merged.corrected, told.duplicates, len(told.rejected)) == (1, 1, 1, 1)
    assert told.dry
    assert told.version == 1
    after = everything()
    assert told.rejected_file is not None
    assert after["files"].pop(f"rejected/{told.rejected_file.name}")
    assert after == before
    done = take_rows(changed)
    assert (done.merged.new, done.merged.corrected, done.duplicates, len(done.rejected)) == (1, 1, 1, 1)


def test_rejected_rows_stand_in_a_file_with_line_column_value_reason_and_remedy(take_rows: Take) -> None:
    outcome = take_rows([row(journal="A"), row(journal="B", til="2024-03-04"), row(journal="C", kommunekode="=1+1")])
    assert outcome.rejected_file is not None
    assert outcome.rejected_file.read_bytes().startswith(b"\xef\xbb\xbf")
    with outcome.rejected_file.open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.reader(file))
    assert told == [
        ["line", "column", "value", "reason_code", "reason", "remedy"],
        [
            "3",
            "til",
            "2024-03-04",
            "ends-before-it-starts",
            "“2024-03-04” lies before the time the incident starts.",
            "Swap or correct the two times.",
        ],
        # A spreadsheet would reckon with what begins with an equals sign.
        [
            "4",
            "kommunekode",
            "'=1+1",
            "not-a-code",
            "“=1+1” is not a municipality code.",
            "Write the official code, such as 730.",
        ],
    ]


def test_rejected_rows_are_told_in_danish_where_danish_is_spoken(take_rows: Take) -> None:
    outcome = take_rows([row(fra="igår")], language="da")
    assert outcome.rejected_file is not None
    danish = outcome.rejected[0].why.text("da")
    assert danish != outcome.rejected[0].why.text("en")
    assert danish in outcome.rejected_file.read_text(encoding="utf-8-sig")


def test_many_rejected_rows_all_stand_in_the_file_and_the_first_are_at_hand(take_rows: Take) -> None:
    outcome = take_rows([row(journal=str(n), fra="igår" if n % 2 else "2024-01-01") for n in range(5000)])
    assert len(outcome.rejected) == 2500
    assert [one.line for one in outcome.rejected[:3]] == [3, 5, 7]
    assert outcome.rejected_file is not None
    with outcome.rejected_file.open(encoding="utf-8-sig", newline="") as file:
        assert [int(one["line"]) for one in csv.DictReader(file)] == list(range(3, 5002, 2))


def test_a_file_of_nothing_but_rejected_rows_leaves_the_store_as_it_was(take_rows: Take, source: Source) -> None:
    outcome = take_rows([row(fra="igår")])
    assert (outcome.rows_in, outcome.accepted, outcome.version) == (1, 0, 0)
    assert stored(source) == []
    assert ImportRun.objects.get(source="opdigtet").version is None
    assert not StoreVersion.objects.filter(source="opdigtet").exists()


def test_only_those_who_keep_the_figures_of_the_district_may_import(
    source: Source, person: Person, tmp_path: Path
) -> None:
    file = write_rows(tmp_path / "rows.csv", [row()])
    put_by = {"analyst": "fjordkredsens-politi", "secretary": "fjordby-kommune"}
    for role, agency in put_by.items():
        import_file(person(role, agency), source=source, path=file)
    before = everything()
    member = person("coordinator", "fjordkredsens-politi")
    with pytest.raises(NotAllowed) as refusal:
        import_file(member, source=source, path=file)
    assert refusal.value.exit_code == 3
    after = everything()
    assert {**after, "Line": ""} == {**before, "Line": ""}
    refused = Line.objects.last()
    assert refused is not None
    assert (refused.action, refused.decision, refused.actor) == ("incidents.import", "deny", member.id)


def test_an_analyst_of_another_district_neither_imports_nor_sees_the_imports(
    source: Source, take_rows: Take, person: Person, tmp_path: Path
) -> None:
    take_rows([row()])
    neighbour = Agency.objects.create(id="naboernes-politi", name={"da": "Naboernes Politi"}, kind="police")
    AgencyDistrict.objects.create(agency=neighbour, district_id="nabokredsen")
    stranger = person("analyst", neighbour.pk)
    with pytest.raises(NotAllowed):
        import_file(stranger, source=source, path=tmp_path / "rows.csv")
    with pytest.raises(NotAllowed):
        open_store(stranger, source.district)
    assert not imports(stranger).exists()
    assert not sources(stranger).exists()
    own = person("analyst", "fjordkredsens-politi")
    assert [run.source_id for run in imports(own)] == ["opdigtet"]
    assert [one.pk for one in sources(own)] == ["opdigtet"]


def test_a_source_belongs_to_one_district(source: Source, fjord: District) -> None:
    other = District.objects.create(id="nabokredsen", name={"da": "Nabokredsen"}, country="XX")
    facts = {"name": "opdigtet", "title": {}, "counted": {}, "mapping": "danish-csv", "invented": True}
    before = everything()
    with pytest.raises(Exception, match="The source opdigtet belongs to fjordkredsen"):
        put_source(system("operator"), district=other, facts=facts)
    assert everything() == before


def test_a_source_that_does_not_exist_is_refused_with_those_that_do(source: Source) -> None:
    with pytest.raises(Exception, match="There is no source called “hjemmelavet”") as refusal:
        source_called("hjemmelavet")
    assert "opdigtet" in refusal.value.faults[0].remedy.text("en")


def test_the_database_itself_refuses_a_run_that_does_not_account_for_every_row(source: Source) -> None:
    facts = {"file_name": "x", "file_sha256": "x", "mapping": "x", "finished_at": now(), "by": "x", "source": source}
    counts = {"new": 3, "corrected": 2, "duplicates": 1, "rejected": 4}
    ImportRun.objects.create(rows_in=10, **counts, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        ImportRun.objects.create(rows_in=11, **counts, **facts)


def test_the_database_itself_refuses_two_versions_of_one_number(source: Source) -> None:
    day = date(2024, 1, 1)
    facts = {
        "files": [],
        "rows": 0,
        "first_day": day,
        "last_day": day,
        "frozen_on": day,
        "committed_at": now(),
        "mapping": "x",
    }
    StoreVersion.objects.create(source=source, number=1, **facts)
    with pytest.raises(IntegrityError), transaction.atomic():
        StoreVersion.objects.create(source=source, number=1, **facts)
