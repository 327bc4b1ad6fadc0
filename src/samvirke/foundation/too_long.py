"""Whether words fit into the column that keeps them, asked before a database would fail on them."""

from __future__ import annotations

from typing import Any

from samvirke.foundation.fault import Fault, refuse_if_any
from samvirke.foundation.words import Said, _


def refuse_if_too_long(model: Any, **words: str) -> None:
    """Raises `Refused` for words, by column of a table's model, that are longer than it once they are stripped.

    A column without an end takes them all.
    """
    most = {name: int(getattr(model._meta.get_field(name), "max_length", None) or 0) for name in words}
    refuse_if_any(
        Fault(Said(_("Write at most {most} characters."), {"most": most[name]}), Said(_("Correct it.")), key=name)
        for name, written in words.items()
        if 0 < most[name] < len(written.strip())
    )
