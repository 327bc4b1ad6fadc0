"""The people behind their wall: of all handovers only those of a case may speak of them."""

from __future__ import annotations

import ast

from tests.floorplan.source import Source, sources

_ROOM = "samvirke.registers.persons"


def speaks_of_people(source: Source) -> bool:
    """Whether a file imports the room of persons, in either way of writing it."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{one.name}" for one in node.names)]
        elif isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        else:
            continue
        if any(name == _ROOM or name.startswith(f"{_ROOM}.") for name in names):
            return True
    return False


def test_of_the_handovers_only_those_of_a_case_speak_of_people():
    found = [source.name for source in sources() if source.name.startswith("handovers/") and speaks_of_people(source)]
    assert [name for name in found if not name.startswith("handovers/case_")] == []


def test_either_way_of_writing_an_import_would_be_found():
    for text in (
        "from samvirke.registers.persons.models import Person\n",
        "from samvirke.registers import persons\n",
        "def late():\n    import samvirke.registers.persons.models\n",
    ):
        assert speaks_of_people(Source("handovers/load_demo.py", text))
    assert not speaks_of_people(Source("handovers/load_demo.py", "from samvirke.registers.partners import models\n"))
