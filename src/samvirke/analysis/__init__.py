"""Plain mathematics: arrays in, a frozen result out, with its question, caution and source.

`from samvirke.analysis import near_repeat` gives the analysis of that file or folder, which can be called;
nothing is read before it is asked for.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from types import ModuleType
from typing import Any


class _Package(ModuleType):
    """Names the analysis, not its file.

    Once a file is imported, the import system sets the file under its own name on the package; without this,
    what `from samvirke.analysis import kde` gives would depend on who imported what before.
    """

    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, getattr(value, name, value) if isinstance(value, ModuleType) else value)

    def __getattr__(self, name: str) -> Any:
        if name not in _files():
            raise AttributeError(f"there is no analysis called {name}")
        importlib.import_module(f"{__name__}.{name}")
        return getattr(self, name)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *_files()})


def analyses() -> dict[str, Any]:
    """Every analysis by its name: each file or folder here that declares one under its own name."""
    package = sys.modules[__name__]
    things = (getattr(package, name) for name in _files())
    return {thing.about.name: thing for thing in things if hasattr(thing, "about")}


def _files() -> list[str]:
    return sorted(info.name for info in pkgutil.iter_modules(__path__))


sys.modules[__name__].__class__ = _Package
