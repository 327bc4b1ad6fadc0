"""Everything that the staff database knows, to be held against itself before and after a deed."""

from __future__ import annotations

import json
from typing import Any

from django.apps import apps
from django.core import serializers

_TRAIL = ("audit", "jobs", "auth", "contenttypes", "sessions", "publications")
# A plan's parts are written anew each time, and a district says when it was loaded last.
_PASSING = {"pk", "loaded_at", "section", "series"}


def everything() -> dict[str, list[str]]:
    """The rows of each table in no order, without what is meant to change."""
    tables = [model for model in apps.get_models() if model._meta.app_label not in _TRAIL]
    return {model._meta.label: sorted(_row(row) for row in _rows(model)) for model in tables}


def _rows(model: Any) -> Any:
    return json.loads(serializers.serialize("json", model._default_manager.all()))


def _row(row: dict[str, Any]) -> str:
    named = isinstance(row["pk"], str) and "-" in row["pk"]
    fields = {name: value for name, value in row["fields"].items() if name not in _PASSING}
    return json.dumps([row["pk"] if named else "", fields], sort_keys=True, ensure_ascii=False)
