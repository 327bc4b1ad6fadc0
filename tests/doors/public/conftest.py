"""The public process by itself: what the staff has published, and then nothing of the staff's side left."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from tests.config.installation import Installation, answer, empty_installation

_DISTRICT = Path(__file__).resolve().parents[3] / "districts" / "oestjylland"
_PUBLISH = f"""
from pathlib import Path
from samvirke.handovers.load_district import load_district
from samvirke.handovers.publish_plan import publish_plans
from samvirke.trust.access.actor import system
load_district(system("operator"), Path({str(_DISTRICT)!r}))
print(publish_plans(system("operator")))
"""
_ASK = """
import os, sys
from django.test import Client
from django.conf import settings
from django.db import connections
client = Client(raise_request_exception=False, SERVER_NAME="localhost", **json.loads(os.environ["CLIENT"]))
told = []
for one in json.loads(os.environ["REQUESTS"]):
    given = getattr(client, one.pop("method", "get"))(one.pop("path"), one.pop("form", None), **one)
    text = given.content.decode(errors="replace")
    told.append({"status": given.status_code, "headers": dict(given.headers), "text": text})
print(json.dumps({"answers": told, "modules": sorted(sys.modules),
    "databases": {name: str(one["NAME"]) for name, one in settings.DATABASES.items()},
    "tables": connections["default"].introspection.table_names()}))
"""


@dataclass(frozen=True)
class Public:
    """What the public process answered, and what it knew while it did."""

    answers: list[dict[str, Any]]
    modules: list[str]
    databases: dict[str, str]
    tables: list[str]


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A home in which a plan has been published and from which all that is the staff's has then been taken away."""
    made = empty_installation(tmp_path_factory.mktemp("public"), SAMVIRKE_DEMO="on")
    assert made.samvirke("migrate").returncode == 0
    assert made.ask(_PUBLISH) == 1
    for path in made.home.iterdir():
        if path.name != "public":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.rmtree(made.keys, ignore_errors=True)
    return made


@pytest.fixture
def public(published: Installation) -> Callable[..., Public]:
    """Asks the public process, in a process of its own: `public({"path": "/"})`."""

    def asked(*requests: dict[str, Any], **client: Any) -> Public:
        said = answer(
            published.begin(
                _ASK,
                DJANGO_SETTINGS_MODULE="samvirke.config.public",
                REQUESTS=json.dumps(requests),
                CLIENT=json.dumps(client),
            )
        )
        return Public(**said)

    return asked
