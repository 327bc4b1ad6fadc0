"""The commonest slip in a declaration: one thing in brackets without its comma, where several are meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any


def forgotten_commas(thing: Any) -> Iterator[str]:
    """Where a part of a declaration should hold several and holds one: `("police")` for `("police",)`."""
    name = getattr(thing, "name", type(thing).__name__)
    for one in fields(thing):
        value = getattr(thing, one.name)
        if str(one.type).startswith("tuple[") and value is not None and not isinstance(value, tuple):
            yield f"{one.name} of {name} is one thing where several are meant: write a comma before its last bracket"
        elif isinstance(value, tuple):
            for inner in filter(is_dataclass, value):
                yield from forgotten_commas(inner)
