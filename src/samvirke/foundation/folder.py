"""A folder of declarations is a register: one thing, one file, nothing to list by hand."""

from __future__ import annotations

import importlib
import pkgutil
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _, said

Declared = TypeVar("Declared")

_WHOLE = (_("This is no whole number."), _("Write it with digits alone, without quotation marks."))
_NUMBER = (_("This is no number."), _("Write it without quotation marks, with a point before decimals."))
_TEXT = (_("This is no text."), _("Write it in quotation marks."))
_DATE = (_("This is no date."), _("Write it as 2024-08-20, without quotation marks."))
_TABLE = (_("This is no table."), _("Write it in curly brackets, or under a heading in square ones."))
_LIST = (_("This is no list."), _("Write it in square brackets."))
_FEW = (_("The list has {actual_length} of at least {min_length}."), _("Write what is missing."))
_LIMIT = _("Correct the number.")
# What pydantic finds, by the name it gives the fault and, where that is none of these, by the word it begins with.
_FOUND = {
    "missing": (_("The key is missing."), _("Add the key.")),
    "extra_forbidden": (_("The form has no such key."), _("Correct its name or take it out.")),
    "literal_error": (_("“{input}” is none of: {expected}."), _("Write one of them.")),
    "string_too_short": (_("The text is empty."), _("Write it, or leave the key out where it may be.")),
    "string_too_long": (_("The text is longer than {max_length} characters."), _("Shorten it.")),
    "string": _TEXT,
    "int": _WHOLE,
    "float": _NUMBER,
    "finite": _NUMBER,
    "bool": (_("This is neither true nor false."), _("Write true or false, without quotation marks.")),
    "date": _DATE,
    "too_short": _FEW,
    "tuple": _LIST,
    "list": _LIST,
    "dict": _TABLE,
    "model": _TABLE,
    "greater_than": (_("The number is not above {gt}."), _LIMIT),
    "greater_than_equal": (_("The number is below {ge}."), _LIMIT),
    "less_than": (_("The number is not below {lt}."), _LIMIT),
    "less_than_equal": (_("The number is above {le}."), _LIMIT),
}
_ANYTHING = (_("The form does not take this ({message})."), _("Correct the value."))


def declarations(package: ModuleType, kind: type[Declared]) -> dict[str, Declared]:
    """Every thing of a kind that the files of a package declare, by name.

    Each file declares exactly one, and its `name` is the file's name with hyphens for underscores:
    otherwise `LookupError` says which file is wrong.
    """
    found: dict[str, Declared] = {}
    for module_info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{module_info.name}")
        things = [thing for thing in vars(module).values() if isinstance(thing, kind)]
        if len(things) != 1:
            raise LookupError(f"{module.__name__} declares {len(things)} of {kind.__name__}; one file declares one")
        name = getattr(things[0], "name")  # noqa: B009  every declaration has a name; the type variable cannot say so
        if name != module_info.name.replace("_", "-"):
            raise LookupError(f"{module.__name__} declares “{name}”; the file's name and the thing's name agree")
        found[name] = things[0]
    return found


def form_fault(error: Mapping[str, Any], file: str) -> Fault:
    """What a form (a pydantic model) found wrong with a file, as one fault with its key and what to do.

    A form of our own says it in a message id, or in a `Said` that carries values: `ValueError(_("…"))`.
    """
    key = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in error["loc"]).lstrip(".")
    given = error.get("ctx", {})
    if error["type"] == "value_error":
        return Fault(said(given["error"].args[0]), Said(_ANYTHING[1]), file=file, key=key)
    what, remedy = _FOUND.get(error["type"]) or _FOUND.get(error["type"].partition("_")[0]) or _ANYTHING
    expected = ", ".join(re.findall("'([^']*)'", str(given.get("expected", ""))))
    values = {**given, "expected": expected, "input": error.get("input"), "message": error["msg"]}
    return Fault(Said(what, values), Said(remedy), file=file, key=key)


def toml_file(path: Path, root: Path) -> tuple[dict[str, Any], list[Fault]]:
    """What a TOML file says, and what is wrong with it as a file (`file` is named from `root`)."""
    name = str(path.relative_to(root))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8")), []
    except FileNotFoundError:
        return {}, [Fault(Said(_("The file is missing.")), Said(_("Add it; the folder needs one.")), file=name)]
    except UnicodeDecodeError as error:
        what = Said(_("The file is not UTF-8 (byte {at})."), {"at": error.start})
        return {}, [Fault(what, Said(_("Save it again as UTF-8.")), file=name)]
    except tomllib.TOMLDecodeError as error:
        what = Said(_("The file is not TOML: {error}."), {"error": error})
        return {}, [Fault(what, Said(_("Mend the line it names.")), file=name)]
