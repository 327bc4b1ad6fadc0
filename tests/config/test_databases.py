"""Two databases: files of their own or PostgreSQL by address, and every table in exactly one of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connections, router
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.provisional import domains

from samvirke.config.databases import PUBLIC_ROOMS, Router, database
from samvirke.foundation.fault import Refused
from samvirke.registers.places.models import District
from samvirke.registers.publications.models import Publication

VARIABLE = "SAMVIRKE_DATABASE"


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.delenv(VARIABLE, raising=False)
    return monkeypatch


def test_without_an_address_it_is_a_file_under_the_safe_settings(address: pytest.MonkeyPatch, tmp_path: Path):
    found = database(VARIABLE, tmp_path / "staff.sqlite3")
    assert (found["ENGINE"], found["NAME"]) == ("django.db.backends.sqlite3", str(tmp_path / "staff.sqlite3"))
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in found["OPTIONS"]["init_command"]
    assert found["TEST"]["NAME"] != found["NAME"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "postgresql://samvirke:s%40crets%2F1@db.example:5433/staff?sslmode=require",
            ("staff", "samvirke", "s@crets/1", "db.example", "5433", {"sslmode": "require"}),
        ),
        ("postgres://localhost/staff", ("staff", "", "", "localhost", "", {})),
        (
            "postgresql://samvirke@/staff?host=/run/postgresql",
            ("staff", "samvirke", "", "", "", {"host": "/run/postgresql"}),
        ),
    ],
)  # fmt: skip
def test_an_address_is_read_part_by_part(address: pytest.MonkeyPatch, written: str, read: tuple[Any, ...]):
    address.setenv(VARIABLE, written)
    found = database(VARIABLE, Path("unused"))
    assert found["ENGINE"] == "django.db.backends.postgresql"
    assert tuple(found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT", "OPTIONS")) == read


WORDS = st.text(alphabet="abcxyzæøå@:/?#%& +", min_size=1, max_size=12)


@given(user=WORDS, password=WORDS, host=domains(), name=WORDS, port=st.none() | st.integers(1, 65535))
def test_any_name_and_password_survive_being_written_as_an_address(
    user: str, password: str, host: str, name: str, port: int | None
):
    from urllib.parse import quote

    where = f"{host}:{port}" if port else host
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv(VARIABLE, f"postgresql://{quote(user, '')}:{quote(password, '')}@{where}/{quote(name, '')}")
        found = database(VARIABLE, Path("unused"))
    assert (found["USER"], found["PASSWORD"], found["NAME"]) == (user, password, name)
    assert (found["HOST"], found["PORT"]) == (host.lower(), str(port or ""))


@pytest.mark.parametrize(
    "written",
    ["mysql://u:secret@host/staff", "sqlite:///srv/staff.sqlite3", "/srv/staff.sqlite3", "postgresql://u:secret@host",
     "postgresql://u:secret@host:port/staff", "staff"],
)  # fmt: skip
def test_what_is_no_address_is_refused_without_saying_the_password(address: pytest.MonkeyPatch, written: str):
    address.setenv(VARIABLE, written)
    with pytest.raises(Refused, match="Write it as postgresql://") as refused:
        database(VARIABLE, Path("unused"))
    assert VARIABLE in str(refused.value)
    assert "secret" not in str(refused.value)


def test_publications_live_in_the_public_database_and_everything_else_in_the_staffs():
    for model in apps.get_models():
        expected = "public" if model._meta.app_label in PUBLIC_ROOMS else "default"
        assert (router.db_for_read(model), router.db_for_write(model)) == (expected, expected), model
    assert router.db_for_read(Publication) == "public"


def test_no_key_may_join_the_two_databases():
    assert not Router().allow_relation(District, Publication)
    assert Router().allow_relation(District, District)


@pytest.mark.database
@pytest.mark.django_db(databases=["default", "public"])
def test_each_database_holds_its_own_tables_and_no_others():
    tables = {alias: set(connections[alias].introspection.table_names()) for alias in ("default", "public")}
    models = apps.get_models(include_auto_created=True)
    publics = {model._meta.db_table for model in models if model._meta.app_label in PUBLIC_ROOMS}
    staffs = {model._meta.db_table for model in models} - publics
    assert publics
    assert tables["public"] == publics | {"django_migrations"}
    assert tables["default"] == staffs | {"django_migrations"}


@pytest.mark.database
@pytest.mark.django_db(databases=["default", "public"])
def test_each_database_is_one_of_those_that_the_run_is_about():
    import os

    wanted = "postgresql" if os.environ.get("SAMVIRKE_TEST_DATABASE") == "postgresql" else "sqlite"
    assert {connections[alias].vendor for alias in ("default", "public")} == {wanted}
    names = [connections[alias].settings_dict["NAME"] for alias in ("default", "public")]
    assert len(set(names)) == 2
    assert all("test" in Path(name).name for name in names)
