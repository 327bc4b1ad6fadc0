"""The shapes of OParl: the address and the sort of each object, and how links become absolute when it is sent."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.text import slugify

SCHEMA = "https://schema.oparl.org/1.1/"
ROOT = "oparl/1.1"
# The lists of a district, by what stands in their address, and the sort of object that each holds.
LISTS = {
    "organization": "Organization",
    "person": "Person",
    "membership": "Membership",
    "meeting": "Meeting",
    "agendaItem": "AgendaItem",
    "paper": "Paper",
    "consultation": "Consultation",
    "file": "File",
    "location": "Location",
}
BODY = "body"
# Nothing that is published begins like this: what follows is completed with the address of the site when it is sent.
_HERE = "\x00here/"
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "ae", "Ø": "oe", "Å": "aa"})

Object = dict[str, Any]


def key_of(words: dict[str, str], *more: str) -> str:
    """A key made of a name: “Lokalråd Skagen” becomes lokalraad-skagen."""
    names = [words.get("da") or words.get("en") or "", *more]
    return "--".join(slugify(name.translate(_LETTERS)) for name in names if name) or "unnamed"


def unnamed_key(*facts: object) -> str:
    """A key that tells nothing of what it was made of, so that it may stay when the thing is withdrawn."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(str(one) for one in facts)).hex


def link(sort: str, key: str) -> str:
    """The address of an object, or of a list of a district (`body/<key>/meeting`)."""
    return site(f"{ROOT}/{sort}/{key}")


def site(path: str) -> str:
    """Something on this site."""
    return f"{_HERE}{path}"


def made(sort: str, key: str, **facts: Any) -> Object:
    """An object without what is not known of it."""
    name = "Body" if sort == BODY else LISTS[sort]
    known = {field: value for field, value in facts.items() if value not in ("", None, [])}
    return {"id": link(sort, key), "type": f"{SCHEMA}{name}", **known}


def licensed(value: Any, under: str) -> Any:
    """The object, and those inside it, with the address of the licence; where none is known nothing is said of it."""
    if not under:
        return value
    if isinstance(value, list):
        return [licensed(one, under) for one in value]
    if not isinstance(value, dict):
        return value
    inside = {name: licensed(one, under) for name, one in value.items()}
    return {**inside, "license": under} if "type" in value else inside


def sort_of(one: Object) -> str:
    """What stands in its address."""
    name = one["type"].removeprefix(SCHEMA)
    return next((sort for sort, known in LISTS.items() if known == name), BODY)


def danish(words: dict[str, str] | str) -> str:
    """OParl knows one language; it is the one in which the councils write."""
    return words if isinstance(words, str) else words.get("da") or words.get("en") or ""


def sent(value: Any, origin: str) -> Any:
    """With absolute addresses, `origin` being “https://example.org/”."""
    if isinstance(value, dict):
        return {name: sent(one, origin) for name, one in value.items()}
    if isinstance(value, list):
        return [sent(one, origin) for one in value]
    is_link = isinstance(value, str) and value.startswith(_HERE)
    return f"{origin}{value.removeprefix(_HERE)}" if is_link else value


def without_parts(value: Object) -> Object:
    """Without the objects inside it, as `omit_internal` asks."""
    return {name: one for name, one in value.items() if not _is_object(one)}


def _is_object(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))
