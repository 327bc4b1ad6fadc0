"""However many write the trail at once, it stays one chain; a deed that cannot get its line does not happen."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.config.installation import Installation, answer, new_installation

pytestmark = pytest.mark.database

WRITE = """
    import threading
    from django.db import connections, transaction
    from samvirke.trust.audit.commands.append import append
    from samvirke.trust.audit.entry import Entry

    def write(name):
        for number in range(25):
            with transaction.atomic():
                append([Entry(actor=name, action="plan.put", decision="permit", ground="a test",
                              facts={"number": number}, personal={"name": name})])
        connections.close_all()

    threads = [threading.Thread(target=write, args=(f"{writer}-{thread}",)) for thread in range(3)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    print(json.dumps(None))
"""
LOOK = """
    from samvirke.trust.audit.models import Head, Line, Side
    from samvirke.trust.audit.verifier import FIELDS, verify
    head = Head.objects.values_list("seq", "hash").get()
    sides = {side.seq: (side.salt, side.content) for side in Side.objects.all()}
    lines = list(Line.objects.order_by("seq").values(*FIELDS, "hash"))
    by_writer = {}
    for line in lines:
        by_writer.setdefault(line["actor"], []).append(line["facts"]["number"])
    print(json.dumps([len(lines), len(sides), [vars(one) for one in verify(lines, sides, head)], by_writer]))
"""


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    return new_installation(tmp_path / "samvirke")


def test_six_threads_in_two_processes_write_one_chain_and_lose_nothing(installation: Installation):
    writers = [installation.begin(f"writer = {name!r}\n" + _flat(WRITE)) for name in ("one", "other")]
    for writer in writers:
        answer(writer)
    lines, sides, found, by_writer = installation.ask(LOOK)
    assert (lines, sides, found) == (150, 150, [])
    assert len(by_writer) == 6
    assert all(numbers == list(range(25)) for numbers in by_writer.values())


def _flat(script: str) -> str:
    return "\n".join(line.removeprefix("    ") for line in script.splitlines())


def test_the_trail_is_written_inside_a_transaction_or_not_at_all(installation: Installation):
    said = installation.ask("""
        from samvirke.trust.audit.commands.append import append
        from samvirke.trust.audit.entry import Entry
        from samvirke.trust.audit.models import Head, Line
        try:
            append([Entry(actor="eva", action="plan.put", decision="permit", ground="a test")])
        except RuntimeError as error:
            print(json.dumps([str(error), Line.objects.count(), Head.objects.count()]))
    """)
    assert said == ["the trail is written inside the transaction of the deed", 0, 0]


def test_a_deed_whose_process_is_killed_before_the_end_leaves_neither_row_nor_line(installation: Installation):
    process = installation.begin("""
        import os
        from samvirke.trust.access.actor import system
        from samvirke.trust.access.commands.put_account import put_account
        from samvirke.trust.access.guard import deed
        from samvirke.trust.identity.models import Agency
        from datetime import date
        Agency.objects.create(id="town", name={"en": "Town"}, kind="municipality")
        with deed(system("operator")):
            eva = {"username": "eva", "name": "Eva", "agency": "town", "role": "mayor"}
            put_account(system("operator"), **eva, since=date(2024, 1, 1))
            os._exit(9)
    """)
    process.communicate()
    assert process.returncode == 9
    said = installation.ask("""
        from samvirke.trust.audit.models import Line
        from samvirke.trust.identity.models import Account, Agency
        print(json.dumps([Agency.objects.count(), Account.objects.count(), Line.objects.count()]))
    """)
    assert said == [1, 0, 0]


def test_what_the_operator_verifies_is_what_lies_there(installation: Installation):
    assert installation.samvirke("audit", "verify").stdout == "The trail is whole: 0 lines.\n"
