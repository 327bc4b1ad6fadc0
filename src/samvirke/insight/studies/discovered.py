"""What the police find themselves: it weighs nothing where places are chosen unless somebody chose it, and is told."""

from __future__ import annotations

from samvirke.foundation.words import Said, Words, _
from samvirke.insight.studies.engine.kind import Kind
from samvirke.registers.incidents.categories import categories

_WEIGHS = _(
    "Found by the police themselves, and counted here because somebody chose it: {names}. A place may stand out "
    "because it is looked at."
)
_MORE_LOOKING = _("Found by the police themselves: {names}. More of it may mean more looking.")
_WEIGHS_NOTHING = _("What the police find themselves weighs nothing here.")


def weightless(chosen: list[str]) -> tuple[str, ...]:
    """The categories of what the police find themselves that nobody has chosen."""
    return tuple(code for code, one in categories().items() if one.found and code not in chosen)


def discovered_said(kind: Kind, chosen: list[str]) -> list[Said]:
    """The note that an answer carries; none where nothing was found by the police and no place is chosen."""
    known = categories()
    found = [known[code].words for code in chosen if code in known and known[code].found]
    if not found:
        return [Said(_WEIGHS_NOTHING)] if kind.chooses_places else []
    names = Words(**{language: ", ".join(one.text(language) for one in found) for language in ("da", "en")})
    return [Said(_WEIGHS if kind.chooses_places else _MORE_LOOKING, {"names": names})]
