"""A declaration as the database keeps it, so that a case runs under the words it was opened with."""

from __future__ import annotations

import hashlib
from dataclasses import MISSING, Field, fields, is_dataclass
from typing import Any

from samvirke.desks.casework.engine import declaration, questions
from samvirke.desks.casework.engine.declaration import CaseType
from samvirke.trust.audit.entry import canonical

_KINDS = {
    name: kind
    for module in (questions, declaration)
    for name, kind in vars(module).items()
    if isinstance(kind, type) and is_dataclass(kind)
}


def stored(thing: Any) -> Any:
    """Plain lists and mappings. Defaults are left out, so that what the kit learns later changes no old hash."""
    if is_dataclass(thing):
        kept = {one.name: getattr(thing, one.name) for one in fields(thing)}
        said = {one.name: stored(kept[one.name]) for one in fields(thing) if kept[one.name] != _default(one)}
        return {"is": type(thing).__name__, **said}
    if isinstance(thing, tuple | list):
        return [stored(one) for one in thing]
    return thing


def read(kept: Any) -> Any:
    """The declaration that was stored."""
    if isinstance(kept, dict) and "is" in kept:
        return _KINDS[kept["is"]](**{name: read(value) for name, value in kept.items() if name != "is"})
    if isinstance(kept, list):
        return tuple(read(one) for one in kept)
    return kept


def fingerprint(declared: CaseType) -> str:
    """SHA-256 of the declaration in one spelling."""
    return hashlib.sha256(canonical(stored(declared)).encode()).hexdigest()


def _default(one: Field[Any]) -> Any:
    return one.default_factory() if one.default_factory is not MISSING else one.default
