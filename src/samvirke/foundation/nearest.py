"""What somebody who mistyped a name may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _


def nearest(name: str, known: Iterable[str], most: int = 6) -> str:
    """The known names that are most like `name`, nearest first, in a row for an error to show."""
    matcher = SequenceMatcher(b=name.casefold())
    return ", ".join(sorted(known, key=lambda one: (-_likeness(matcher, one), one))[:most])


def none_such(what: Said, name: str, known: Iterable[str], otherwise: Said | None = None) -> Refused:
    """The refusal of a name that nothing has: it names the nearest, or says `otherwise` where there are none."""
    some = nearest(name, known)
    remedy = Said(_("The nearest are: {some}."), {"some": some})
    return Refused.because(what, remedy if some else otherwise or remedy)


def _likeness(matcher: SequenceMatcher[str], one: str) -> float:
    matcher.set_seq1(one.casefold())
    return matcher.ratio()
