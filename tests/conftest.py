"""What every test stands on: a home of its own, real databases, a fixed business date, and no network but its own."""

from __future__ import annotations

import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from tests import postgresql

from samvirke.config import setup

_ROOT = Path(__file__).resolve().parents[1]
_WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
_HOME = Path(tempfile.mkdtemp(prefix=f"samvirke-test-{_WORKER}-"))
os.environ["SAMVIRKE_HOME"] = str(_HOME / "home")
os.environ["SAMVIRKE_KEYS"] = str(_HOME / "keys")
os.environ["SAMVIRKE_DEMO"] = "on"
os.environ["SAMVIRKE_TODAY"] = "2024-08-20"
os.environ["SAMVIRKE_LANGUAGE"] = "en"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
(_HOME / "home" / "public").mkdir(parents=True)
if os.environ.get("SAMVIRKE_TEST_DATABASE") == "postgresql" and "SAMVIRKE_DATABASE" not in os.environ:
    # One server for all workers: they inherit its address from the process that starts them.
    os.environ.update(postgresql.start_server())
setup.set_up()
# Read once: the processes of a parallel run inherit the environment, and each has a home of its own to read them with.
os.environ.pop("DJANGO_SETTINGS_MODULE", None)

# Everything below reads the settings, so it comes after the environment they are read from.
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker

from samvirke.handovers.load_demo import load_demo
from samvirke.handovers.load_district import load_district
from samvirke.registers.outbox.models import Message
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import Actor, actor_of, system
from samvirke.trust.access.commands.put_account import put_account
from samvirke.trust.jobs.models import Job

_DATABASES = {"db", "transactional_db", "demo"}
# What stands in the database is the same for these on both: pages, papers, and the columnar store beside it. What asks
# the database itself there is marked by hand; `make test-postgres` runs all of it.
_SAME_ON_BOTH = ("analysis", "doors", "insight", "journeys", "registers/incidents")
_NOT_THE_SAME = ("doors/web/casework", "insight/suppression")
# Files whose tests share something that takes long to prepare stay on one worker.
_TOGETHER = ("trust/test_work.py", "trust/durability", "trust/channels", "registers/incidents/test_killed.py")
_OUR_OWN = ("127.0.0.1", "::1", "localhost")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    shutil.rmtree(_HOME, ignore_errors=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Count what a machine without a browser could not try."""
    skipped = terminalreporter.stats.get("skipped", [])
    missing = sum("there is no Chromium" in str(report.longrepr) for report in skipped)
    if missing:
        terminalreporter.write_line(f"{missing} browser tests not run: apt-get install chromium")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what touches the database, to be run again on PostgreSQL; long proofs have their own target."""
    if "slow" not in config.option.markexpr:
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]
    for item in items:
        fixtures = getattr(item, "fixturenames", ())
        if "demo" in fixtures:
            item.add_marker(pytest.mark.xdist_group("demo"))
        elif _lies_in(item, _TOGETHER):
            item.add_marker(pytest.mark.xdist_group(item.path.name))
        asks = item.get_closest_marker("django_db") or not _DATABASES.isdisjoint(fixtures)
        if asks and (not _lies_in(item, _SAME_ON_BOTH) or _lies_in(item, _NOT_THE_SAME)):
            item.add_marker(pytest.mark.database)


def _lies_in(item: pytest.Item, places: tuple[str, ...]) -> bool:
    return any(item.path.is_relative_to(_ROOT / "tests" / place) for place in places)


@pytest.fixture(scope="session")
def _by_owner(django_db_modify_db_settings: None) -> Iterator[None]:
    """On PostgreSQL the role that owns the tables makes the test databases, and takes them away."""
    if os.environ.get("SAMVIRKE_TEST_DATABASE") != "postgresql":
        yield
        return
    with postgresql.made_by_owner():
        yield


@pytest.fixture(scope="session")
def django_db_setup(_by_owner: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Between the two the program works as the role that it has for real."""
    if os.environ.get("SAMVIRKE_TEST_DATABASE") != "postgresql":
        yield
        return
    with django_db_blocker.unblock():
        postgresql.prepare()
    yield
    with django_db_blocker.unblock():
        postgresql.hand_back()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only servers that the tests themselves have started can be reached."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> object:
        host = address[0] if isinstance(address, tuple) else "unix"
        if isinstance(address, tuple) and host not in _OUR_OWN:
            raise RuntimeError(f"a test asked for {host}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _own_ledger(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's deletions are rolled back with its rows; the ledger they were written in is its own."""
    monkeypatch.setenv("SAMVIRKE_LEDGER", str(_HOME / "ledgers" / uuid4().hex))


@pytest.fixture(autouse=True)
def _danish_is_not_assumed() -> Iterator[None]:
    """A test that changes the language of the process leaves it as it was."""
    yield
    translation.deactivate()


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the checkout; tests that want it are skipped where it is not."""
    folder = Path(os.environ.get("SAMVIRKE_SHARED_DATA", _ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the shared data are not here")
    return folder


@pytest.fixture
def home() -> Path:
    """The home of this run."""
    return Path(os.environ["SAMVIRKE_HOME"])


@pytest.fixture
def today() -> date:
    """The business date that tests stand on."""
    return date(2024, 8, 20)


@pytest.fixture
def fjord_folder(tmp_path: Path) -> Path:
    """The folder of a small invented district, put in an invented country so that its invented codes are lawful."""
    folder = tmp_path / "fjordkredsen"
    shutil.copytree(_ROOT / "tests" / "handovers" / "fixtures" / "fjordkredsen", folder)
    file = folder / "district.toml"
    file.write_text(file.read_text(encoding="utf-8").replace('country = "DK"', 'country = "XX"'), encoding="utf-8")
    return folder


@pytest.fixture
def fjord(db: None, fjord_folder: Path) -> District:
    """A small invented district of two municipalities, loaded from its folder."""
    return load_district(system("operator"), fjord_folder).district


@pytest.fixture
def dale_folder(tmp_path: Path, fjord_folder: Path) -> Path:
    """The folder of the district beside the Fjord District: the same under other names and codes."""
    folder = tmp_path / "dalkredsen"
    for file in fjord_folder.rglob("*.toml"):
        text = (
            file.read_text(encoding="utf-8").replace("998", "996").replace("999", "997").replace("opdigtet", "dalens")
        )
        there = folder / str(file.relative_to(fjord_folder)).replace("fjord", "dal").replace("opdigtet", "dalens")
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_text(text.replace("fjord", "dal").replace("Fjord", "Dal"), encoding="utf-8")
    return folder


@pytest.fixture
def dale(db: None, dale_folder: Path) -> District:
    """The district beside the Fjord District."""
    return load_district(system("operator"), dale_folder).district


@pytest.fixture(scope="session")
def demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> str:
    """The demo district, loaded once for the tests of one worker that ask for it; its id.

    It stays in the database, so that tests compare what they added with what was there, never with nothing.
    """
    with django_db_blocker.unblock():
        load_demo(system("operator"))
        # Its messages wait in queues that other tests count.
        Message.objects.all().delete()
        Job.objects.all().delete()
    return "oestjylland"


@pytest.fixture
def person(db: None) -> Callable[..., Actor]:
    """Somebody of the cast by role and agency, as an actor: `person("secretary", "oestjyllands-politi")`."""

    def named(role: str, agency: str, username: str = "") -> Actor:
        username = username or f"{role}-{agency}"
        account = put_account(
            system("operator"), username=username, name=username, agency=agency, role=role, since=date(2024, 1, 1)
        )
        return actor_of(account)

    return named
