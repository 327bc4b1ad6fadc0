"""Names say what a thing is: no room for odds and ends, English in the code, one name for a file and its thing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.floorplan.source import PACKAGE, ROOT, Source, called, first_text, sources

VAGUE = {
    "util", "utils", "utilities", "helper", "helpers", "common", "misc", "miscellaneous", "manager", "managers",
    "service", "services", "core", "base", "lib", "stuff", "tools", "various", "functions", "general", "shared",
}  # fmt: skip
# Named so for a reason: what both processes agree on; the grounds that several rooms share.
_NAMED_SO = {"config/common.py", "trust/access/common.py"}
_DANISH = re.compile("[æøåÆØÅ]")
_SPOKEN = {"_", "gettext", "gettext_lazy", "Said"}
_IN_TEMPLATE = re.compile(
    r"\{%\s*(?:translate|trans|said)\s+(\"[^\"]*\"|'[^']*')|\{%\s*blocktrans.*?%\}(.*?)\{%\s*end", re.S
)


def vague(name: str) -> bool:
    """Whether a path names a room for odds and ends."""
    return name not in _NAMED_SO and any(part in VAGUE for part in Path(name).with_suffix("").parts)


def vague_classes(source: Source) -> list[str]:
    return re.findall(r"^class (\w*(?:Manager|Helper|Util|Utils|Service|Handler))\b", source.text, re.M)


def danish_messages(source: Source) -> list[str]:
    """Message ids that are not English."""
    said = (first_text(call) or "" for call in source.calls if called(call) in _SPOKEN)
    return [message for message in said if _DANISH.search(message)]


def printing(source: Source) -> list[int]:
    return [call.lineno for call in source.calls if called(call) == "print" and "." not in called(call)]


def wrongly_named(folder: Path) -> list[str]:
    """Files of a district whose name is not that of the thing in them."""
    things = [*folder.glob("bodies/*.toml"), *folder.glob("areas/*.toml"), *folder.glob("sources/*.toml")]
    wrong = []
    for file in things:
        said = tomllib.loads(file.read_text(encoding="utf-8"))
        if file.stem != said.get("id", said.get("name")):
            wrong.append(file.name)
    return wrong


def test_no_room_is_named_for_odds_and_ends():
    assert [source.name for source in sources() if vague(source.name)] == []


def test_the_two_rooms_named_common_still_exist():
    assert {source.name for source in sources()} >= _NAMED_SO


def test_no_class_is_named_for_odds_and_ends():
    assert [(source.name, found) for source in sources() if (found := vague_classes(source))] == []


def test_every_message_id_is_english():
    assert [(source.name, found) for source in sources() if (found := danish_messages(source))] == []


def test_every_message_id_of_a_template_is_english():
    texts = {path.name: path.read_text(encoding="utf-8") for path in PACKAGE.rglob("templates/**/*.html")}
    said = [(name, "".join(found)) for name, text in texts.items() for found in _IN_TEMPLATE.findall(text)]
    assert len(said) > 20
    assert [(name, words) for name, words in said if _DANISH.search(words)] == []


def test_nothing_prints_past_the_command_line():
    assert [(source.name, found) for source in sources() if (found := printing(source))] == []


@pytest.mark.parametrize("folder", sorted((ROOT / "districts").glob("*/")), ids=lambda path: path.name)
def test_a_file_of_a_district_is_named_as_the_thing_in_it(folder: Path):
    assert wrongly_named(folder) == []
    assert tomllib.loads((folder / "district.toml").read_text(encoding="utf-8"))["id"] == folder.name
    plans = [tomllib.loads(file.read_text(encoding="utf-8")) for file in folder.glob("plans/*/plan.toml")]
    assert [str(plan["year"]) for plan in plans] == [path.name for path in folder.glob("plans/*/")]


@pytest.mark.parametrize(
    ("check", "name", "text"),
    [
        pytest.param(lambda source: vague(source.name), "desks/plan/utils.py", "", id="utils"),
        pytest.param(lambda source: vague(source.name), "desks/common/plans.py", "", id="a folder for the common"),
        pytest.param(vague_classes, "a.py", "class PlanManager:\n    pass\n", id="a manager"),
        pytest.param(danish_messages, "a.py", '_("Indkald mødet")\n', id="a Danish message id"),
        pytest.param(danish_messages, "a.py", 'Said("Når")\n', id="a Danish message said at once"),
        pytest.param(printing, "a.py", 'print("here")\n', id="a print"),
    ],
)
def test_a_careless_name_would_be_found(check: Callable[[Source], object], name: str, text: str):
    assert check(Source(name, text))


def test_honest_names_pass():
    assert not vague("trust/access/common.py")
    assert not vague("registers/commitments/register.py")
    assert danish_messages(Source("a.py", '_("The municipality of Randers")\nname = "Østjylland"\n')) == []
    assert printing(Source("a.py", "blueprint(1)\n")) == []


def test_a_file_named_otherwise_than_its_body_would_be_found(tmp_path: Path):
    (tmp_path / "bodies").mkdir()
    (tmp_path / "bodies" / "council.toml").write_text('id = "the-council"\n', encoding="utf-8")
    assert wrongly_named(tmp_path) == ["council.toml"]
