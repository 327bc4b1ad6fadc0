"""Whether what was found is what the kind declares: whole numbers that agree with one another, and known answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samvirke.desks.deployments.engine.kind import Choice, Count, Kind
from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.words import Said, _

_MOST = 1_000_000


def refuse_unless_typed(kind: Kind, counts: Mapping[str, int], choices: Mapping[str, str]) -> None:
    """Raises `Refused` with everything that is wrong, naming each finding."""
    for name in (*counts, *choices):
        declared = kind.finding(name)
        if not isinstance(declared, Count if name in counts else Choice):
            raise Refused.because(
                Said(_("“{name}” is not found at such a deployment."), {"name": name}), _("Reload the page.")
            )
    refuse_if_any(_wrong_counts(kind, counts))
    refuse_if_any(_wrong_choices(kind, choices))


def refuse_unknown(names: Iterable[str], known: Iterable[str], what: Said) -> None:
    """Raises `Refused` with the sentence for a name that is not declared."""
    if set(names) - set(known):
        raise Refused.because(what, _("Reload the page."))


def _wrong_counts(kind: Kind, counts: Mapping[str, int]) -> list[Fault]:
    found = []
    for one in kind.counts:
        number = counts.get(one.name)
        if number is None:
            continue
        named = {"title": Said(one.title), "most": _MOST}
        if not 0 <= number <= _MOST:
            what = Said(_("“{title}” is not a number between 0 and {most}."), named)
            found.append(Fault(what, Said(_("Write how many there were.")), key=one.name))
        whole = kind.finding(one.of) if one.of else None
        if whole is not None and counts.get(one.of, -1) < number:
            what = Said(
                _("“{title}” is a part of “{whole}”, and is larger than it or stands without it."),
                named | {"whole": Said(whole.title)},
            )
            found.append(Fault(what, Said(_("Correct one of the two.")), key=one.name))
    return found


def _wrong_choices(kind: Kind, choices: Mapping[str, str]) -> list[Fault]:
    declared = {one.name: one for one in kind.findings if isinstance(one, Choice)}
    return [
        Fault(
            Said(_("The answer to “{title}” is none of the choices."), {"title": Said(declared[name].title)}),
            Said(_("Choose from the list.")),
            key=name,
        )
        for name, answer in choices.items()
        if answer not in dict(declared[name].choices)
    ]
