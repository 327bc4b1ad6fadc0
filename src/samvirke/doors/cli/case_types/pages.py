"""One page for every kind of case, and one that lists them, written from what is declared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from samvirke.desks.casework.engine.clocks import configured
from samvirke.desks.casework.engine.declaration import CaseType, Clock, Role
from samvirke.desks.casework.register import case_types
from samvirke.doors.cli.case_types.form import form
from samvirke.doors.cli.case_types.kinds import agencies
from samvirke.doors.cli.case_types.stages import stages
from samvirke.doors.cli.markdown import english, table
from samvirke.trust.access.basis import Basis, basis

_FOLDER = "case-types"
_CHARACTERS = {
    "suspected": "suspected of an offence",
    "convicted": "convicted of an offence",
    "harmed": "harmed by an offence",
    "witness": "witness",
    "relative": "relative or guardian",
    "child": "child whom the case concerns",
    "concerned": "person whom the case concerns",
    "applicant": "applicant or sender",
}
_TOLD = {
    "taken-up": "that it was taken up",
    "already-known": "that it was known already",
    "passed-on": "that it was passed on",
    "not-taken-up": "that it was not taken up",
}


def case_type_pages() -> dict[str, str]:
    """Every page by its file name below docs/reference."""
    found = case_types().values()
    return {f"{_FOLDER}/README.md": _index(found), **{f"{_FOLDER}/{one.name}.md": _page(one) for one in found}}


def _index(found: Iterable[CaseType]) -> str:
    rows = [
        (
            f"[{english(one.title)}]({one.name}.md)",
            english(one.summary),
            agencies(one.owner),
            agencies(one.joined_by),
            "; ".join(english(basis(name).title) for name in one.bases),
            _as_shipped(one),
        )
        for one in sorted(found, key=lambda one: english(one.title))
    ]
    head = ("kind of case", "what it is for", "opened by", "may be invited", "rests on", "as shipped")
    told = (
        "Every kind of case is one declared file. How to add one: [Add a case type](../../how-to/add-a-case-type.md). "
        "What may cross at all: [On what information about persons may cross](../../explanation/legal-bases.md)."
    )
    return f"# Kinds of case\n\n{told}\n\n{table(head, rows)}"


def _page(one: CaseType) -> str:
    parts = [
        f"# {english(one.title)}\n\n{english(one.summary)}\n\n{_facts(one)}",
        _part("People", _people(one.people)),
        _part("Stages", stages(one)),
        _part("Form", form(one)),
        _part("Outcomes", _outcomes(one)),
        _part("What is counted", _counted(one)),
        _part("How long it is kept", _kept(one)),
        _part("What could not be verified", _listed(english(said) for said in one.unverified)),
    ]
    return "\n\n".join(part for part in parts if part)


def _counted(one: CaseType) -> str:
    told = [f"`{count}`" for count in one.counts]
    told += [f"`{path}` when the case closes" for path in one.facts]
    told += [f"days until `{one.first_action}` when the case closes"] if one.first_action else []
    least = "Told from 10 cases, for a municipality and a year." if one.sensitive else "Told from 5 cases."
    return f"{least}\n\n{_listed(told)}" if told else ""


def _part(title: str, text: str) -> str:
    return f"## {title}\n\n{text}" if text else ""


def _listed(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _facts(one: CaseType) -> str:
    known = case_types()
    referred = ", ".join(f"[{english(known[name].title)}]({name}.md)" for name in one.refers_to if name in known)
    rows = [
        ("Name", f"`{one.name}`, version {one.version}"),
        *(("Rests on", _basis(basis(name))) for name in one.bases),
        ("As shipped", _as_shipped(one)),
        ("Opened by", agencies(one.owner)),
        ("May be invited", agencies(one.joined_by)),
        ("Can be referred on to", referred or "–"),
    ]
    return table(("", ""), rows)


def _basis(found: Basis) -> str:
    state = "in use as shipped" if found.is_verified else "out of use until a district answers for it"
    title = f"[{english(found.title)}](../legal-bases.md)"
    return f"{title}: {english(found.law)}. Confidence {found.confidence}, {state}."


def _as_shipped(one: CaseType) -> str:
    lacking = [english(basis(name).title) for name in one.bases if not basis(name).is_verified]
    periods = len(configured(one))
    wanted = [f"an answer for “{title}”" for title in lacking]
    wanted += [f"{periods} {'period' if periods == 1 else 'periods'}"] if periods else []
    return f"closed until the district enters {' and '.join(wanted)}" if wanted else "open"


def _people(roles: Sequence[Role]) -> str:
    rows = [
        (
            english(role.title),
            _CHARACTERS[role.character],
            f"{role.ages[0]}–{role.ages[1]}" if role.ages else "–",
            f"below {role.guardian_below}" if role.guardian_below else "–",
            f"at least {role.at_least}" if role.at_least else "–",
        )
        for role in roles
    ]
    return table(("part", "character", "age", "guardian", "how many"), rows) if rows else "Nobody is registered."


def _outcomes(one: CaseType) -> str:
    rows = [
        (
            english(ending.title),
            f"`{ending.name}`",
            _TOLD[ending.told],
            "a count only" if ending.erases else "the case, as long as it is kept",
        )
        for stage in one.stages
        for ending in stage.outcomes
    ]
    return table(("outcome", "name", "what whoever referred it learns", "what stays"), rows)


def _kept(one: CaseType) -> str:
    if isinstance(one.keep, Clock):
        return f"{one.keep.amount} {one.keep.unit} after it is closed ({english(one.keep.source)})."
    return "As the district enters, from the day the case is closed."
