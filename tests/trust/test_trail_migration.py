"""Lines that were written before the trail had its newer fields still verify, and their table is still add-only."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from tests.config.installation import Installation, new_installation

from samvirke.trust.audit.commands.append import append
from samvirke.trust.audit.entry import Entry, line_hash
from samvirke.trust.audit.kept import verify_kept
from samvirke.trust.audit.models import Head, Line

pytestmark = pytest.mark.database

# Run in a process of its own: tables of the trail as they were, three lines in them, then what is new.
BEFORE = """
    from datetime import datetime, UTC
    from django.core.management import call_command
    from django.db import connection
    from samvirke.trust.audit.entry import GENESIS, line_hash
    call_command("migrate", "audit", "0002", verbosity=0, interactive=False)
    head = GENESIS
    for seq in (1, 2, 3):
        line = dict(seq=seq, at=datetime(2024, 8, 20, 10, seq, tzinfo=UTC).isoformat(), actor="7f3c", agency="",
                    action="plan.put", decision="permit", ground="a test", things=["plan.plan:1"], facts={"n": seq},
                    purpose="", basis="", channel="cli", policy="0123456789ab", side_digest="", before=head)
        head = line["hash"] = line_hash({**line, "version": 1})
        line["things"], line["facts"] = json.dumps(line["things"]), json.dumps(line["facts"])
        with connection.cursor() as cursor:
            places = ", ".join(["%s"] * len(line))
            cursor.execute(f"INSERT INTO audit_line ({', '.join(line)}) VALUES ({places})", list(line.values()))
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO audit_head (id, seq, hash) VALUES (1, 3, %s)", [head])
    call_command("migrate", verbosity=0, interactive=False)
    print(json.dumps(None))
"""
AFTER = """
    from django.db import DatabaseError, connection, transaction
    from samvirke.trust.audit.commands.append import append
    from samvirke.trust.audit.entry import Entry
    from samvirke.trust.audit.kept import verify_kept
    from samvirke.trust.audit.models import Line
    with transaction.atomic():
        append([Entry("7f3c", "plan.put", "permit", "a test", kind="read", recipients=["b", "a"])])
    refused = 0
    for statement in ("UPDATE audit_line SET recipients = '[]'", "DELETE FROM audit_line WHERE seq = 1"):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
        except DatabaseError as error:
            refused += "add-only" in str(error)
    versions = list(Line.objects.order_by("seq").values_list("version", "kind"))
    print(json.dumps([versions, [vars(one) for one in verify_kept()[1]], refused]))
"""


@pytest.fixture
def installation(tmp_path) -> Installation:
    return new_installation(tmp_path / "samvirke")


def test_a_trail_from_before_keeps_its_lines_its_hashes_and_its_walls(installation):
    installation.ask(BEFORE)
    versions, findings, refused = installation.ask(AFTER)
    assert versions == [[1, ""], [1, ""], [1, ""], [2, "read"]]
    assert (findings, refused) == ([], 2)


@pytest.mark.django_db
def test_a_line_of_the_first_version_may_stand_before_new_ones():
    Head.objects.get_or_create(id=1)
    append([Entry("7f3c", "plan.put", "permit", "a test")])
    line = Line.objects.order_by("-seq").first()
    fields = {
        name: getattr(line, name) for name in ("actor", "agency", "action", "decision", "ground", "channel", "policy")
    }
    old = {
        **fields, "seq": line.seq + 1, "at": line.at.isoformat(), "things": [], "facts": {}, "purpose": "", "basis": "",
        "side_digest": "", "before": line.hash, "version": 1,
    }  # fmt: skip
    Line.objects.create(**old, hash=line_hash(old))
    Head.objects.filter(id=1).update(seq=old["seq"], hash=line_hash(old))
    append([Entry("7f3c", "plan.put", "permit", "a test", recipients=["b"])])
    assert verify_kept()[1] == []


@pytest.mark.django_db
def test_a_kind_that_nobody_knows_is_refused_by_the_database():
    with pytest.raises(DatabaseError), transaction.atomic():
        append([Entry("7f3c", "plan.put", "permit", "a test", kind="sing")])
    assert connection.vendor in ("sqlite", "postgresql")
