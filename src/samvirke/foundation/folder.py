"""A folder of declarations is a register: one thing, one file, nothing to list by hand."""

from __future__ import annotations

import importlib
import pkgutil
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from samvirke.foundation.fault import Fault
from samvirke.foundation.words import Said, _

Declared = TypeVar("Declared")

_REMEDIES = {
    "missing": _("Add the key."),
    "extra_forbidden": _("The form has no such key; correct its name or take it out."),
    "literal_error": _("Write one of the values it names."),
}


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
    """What a form (a pydantic model) found wrong with a file, as one fault with its key and what to do."""
    key = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in error["loc"]).lstrip(".")
    what = Said(_("{message}."), {"message": error["msg"].removeprefix("Value error, ").rstrip(".")})
    return Fault(what, Said(_REMEDIES.get(error["type"], _("Correct the value."))), file=file, key=key)


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
