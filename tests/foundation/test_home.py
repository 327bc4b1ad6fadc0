"""An installation knows its home, its keys beside it, and whether it holds invented data only."""

from __future__ import annotations

from pathlib import Path

import pytest

from samvirke.foundation import home as place


@pytest.fixture(autouse=True)
def _nothing_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SAMVIRKE_HOME", "SAMVIRKE_KEYS", "SAMVIRKE_DEMO"):
        monkeypatch.delenv(name)


def test_in_a_checkout_the_home_lies_in_it_and_the_keys_beside_it():
    assert place.in_checkout()
    checkout = place.shipped_districts().parent
    assert place.home() == checkout / "var"
    assert place.keys_folder() == checkout / "var-keys"
    assert place.public_folder() == checkout / "var" / "public"


def test_the_environment_names_the_home_and_the_keys(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path / "samvirke"))
    assert place.keys_folder() == tmp_path / "samvirke-keys"
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / "elsewhere"))
    assert (place.home(), place.keys_folder()) == (tmp_path / "samvirke", tmp_path / "elsewhere")


def test_a_home_is_the_same_wherever_a_command_is_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMVIRKE_HOME", "samvirke")
    assert place.home() == tmp_path / "samvirke"
    monkeypatch.setenv("SAMVIRKE_HOME", "~/samvirke")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert place.home() == tmp_path / "samvirke"


@pytest.mark.parametrize(
    ("keys", "inside"),
    [
        ("keys", False),
        ("samvirke-keys", False),
        ("samvirke/keys", True),
        ("other/../samvirke/keys", True),
        ("link", True),
    ],
)
def test_keys_inside_the_home_are_seen_however_their_place_is_written(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, keys: str, inside: bool
):
    (tmp_path / "samvirke" / "keys").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "samvirke" / "keys")
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path / "samvirke"))
    monkeypatch.setenv("SAMVIRKE_KEYS", str(tmp_path / keys))
    assert place.keys_lie_inside() is inside


def test_a_home_says_itself_whether_it_is_a_demo(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path))
    assert place.installation() == {}
    assert not place.is_demo()
    (tmp_path / "samvirke.toml").write_text('demo = true\ntoday = "2024-08-20"\n', encoding="utf-8")
    assert place.is_demo()
    assert place.installation()["today"] == "2024-08-20"


@pytest.mark.parametrize(("stated", "is_demo"), [("on", True), ("off", False), ("yes", False)])
def test_the_environment_decides_about_the_demo_when_it_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stated: str, is_demo: bool
):
    (tmp_path / "samvirke.toml").write_text("demo = true\n", encoding="utf-8")
    monkeypatch.setenv("SAMVIRKE_HOME", str(tmp_path))
    monkeypatch.setenv("SAMVIRKE_DEMO", stated)
    assert place.is_demo() is is_demo


def test_the_shipped_districts_come_with_the_program():
    assert {"oestjylland", "sydoestjylland", "example-houston"} <= {
        path.name for path in place.shipped_districts().iterdir()
    }
