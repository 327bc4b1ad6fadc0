"""Reads the two printed plans and measures what is found against what districts/*/plans/*.toml say they hold.

    .venv/bin/python benchmarks/plan_reading.py [FOLDER OF THE PRINTED PLANS]

Precision is the share of what was found that is right, recall the share of what is there that was found. What is right
per kind is defined in docs/explanation/reading-a-plan.md.
"""

from __future__ import annotations

import os
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.lines import bare
from samvirke.desks.plan.reading.read import read_path

ROOT = Path(__file__).resolve().parents[1]
PLANS = {
    "oestjylland/plans/2024": "000_5bf3da5bacc74994.txt",
    "sydoestjylland/plans/2020": "003_ff9c8bc0d2f98399.txt",
}
FINDINGS = {"empty": "empty-section", "list": "list-mismatch", "spelling": "spelling"}
# Words of a commitment that are the same in the plan and in the folder's own words, and say nothing.
_EMPTY = {"politi", "kommun", "østjyl", "sydøst", "kredsr", "indsat", "arbejd", "samarb", "område", "fokus", "blandt"}


@dataclass(frozen=True)
class Measure:
    """One kind of item: how many were found, how many are there, and how many of either are right."""

    kind: str
    found: int
    right: int
    there: int
    met: int

    @property
    def row(self) -> str:
        """A row of the table."""
        precision = f"{self.right / self.found:.2f}" if self.found else "–"
        recall = f"{self.met / self.there:.2f}" if self.there else "–"
        return f"| {self.kind} | {self.there} | {self.found} | {precision} | {recall} |"


def folder(given: str = "") -> Path | None:
    """Where the printed plans lie, if they are here."""
    beside = Path(os.environ.get("SAMVIRKE_SHARED_DATA", ROOT.parent / "shared" / "data")).parent / "seeds"
    chosen = Path(given) if given else beside
    return chosen if all((chosen / name).is_file() for name in PLANS.values()) else None


def facts(plan: str) -> dict[str, Any]:
    """What the folder of a district says that the printed plan holds."""
    here = ROOT / "districts" / plan
    sections = [tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(here.glob("sections/*.toml"))]
    return tomllib.loads((here / "plan.toml").read_text(encoding="utf-8")) | {"sections": sections}


def measured(draft: Draft, plan: dict[str, Any]) -> list[Measure]:
    """Every kind of item that can be compared."""
    return [
        _sets("sections", {_key(one.number, one.heading) for one in draft.sections}, _sections(plan)),
        _sets("signatories", {one.name for one in draft.signatories}, {one["name"] for one in plan["signatories"]}),
        _sets("offices of signatories", _offices(draft), _printed_offices(plan)),
        _sets("parts", {one.number for one in draft.parts}, {str(at + 1) for at in range(len(plan.get("parts", [])))}),
        _sets("focus areas", _focus(draft), _focus_there(plan)),
        _sets("points of series", _points(draft), _points_there(plan)),
        _sets("what did not fit", _findings(draft), _findings_there(plan)),
        *_commitments(draft, plan),
    ]  # fmt: skip


def _sets(kind: str, found: set[Any], there: set[Any]) -> Measure:
    return Measure(kind, len(found), len(found & there), len(there), len(found & there))


def _key(number: str, heading: str) -> str:
    return number or bare(heading)


def _sections(plan: dict[str, Any]) -> set[str]:
    return {_key(one["number"], one["heading"]["da"]) for one in plan["sections"]}


def _offices(draft: Draft) -> set[tuple[str, str]]:
    return {(one.name, one.office) for one in draft.signatories if one.office}


def _printed_offices(plan: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one["name"], one["office"]["da"]) for one in plan["signatories"] if "plan" in one["origin"]}


def _focus(draft: Draft) -> set[str]:
    numbers = {one.order: one.number or bare(one.heading) for one in draft.sections}
    return {numbers[one.section] if one.section else bare(one.title) for one in draft.focus_areas}


def _focus_there(plan: dict[str, Any]) -> set[str]:
    listed = [one for section in plan["sections"] for one in section.get("focus_list", []) if not one.get("section")]
    return {one["number"] for one in plan["sections"] if "focus_area" in one} | {bare(one["printed"]) for one in listed}


def _points(draft: Draft) -> set[tuple[int, float]]:
    return {(point.year, point.value) for _order, one in draft.series for point in one.points}


def _points_there(plan: dict[str, Any]) -> set[tuple[int, float]]:
    series = [one for section in plan["sections"] for one in section.get("series", [])]
    return {(point["year"], float(point["value"])) for one in series for point in one["points"]}


def _findings(draft: Draft) -> set[tuple[str, str]]:
    numbers = {one.order: _numbered(draft, one.order) for one in draft.sections}
    return {(FINDINGS[one.kind], numbers[one.section or 0]) for one in draft.findings if one.kind in FINDINGS}


def _numbered(draft: Draft, order: int) -> str:
    """The number of a section, or of the one it belongs to."""
    section = draft.sections[order - 1]
    return section.number or (_numbered(draft, section.under) if section.under else "")


def _findings_there(plan: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one["kind"], one["section"]) for one in plan["findings"] if one["kind"] in FINDINGS.values()}


def _commitments(draft: Draft, plan: dict[str, Any]) -> list[Measure]:
    there = [
        (_key(one["number"], one["heading"]["da"]), owed)
        for one in plan["sections"]
        for owed in one.get("commitments", [])
    ]
    names = {one.order: _key(one.number, one.heading) for one in draft.sections}
    found = [(names[one.section], one) for one in draft.commitments]
    pairs = [
        (candidate, owed)
        for section, candidate in found
        for where, owed in there
        if section == where and _same(" ".join((candidate.text, *candidate.items)), owed)
    ]
    met = {id(candidate) for candidate, _owed in pairs}
    held = {owed["id"] for _candidate, owed in pairs}
    measures = [Measure("commitments", len(found), len(met), len(there), len(held))]
    for level in ("high", "medium", "low"):
        mine = {id(one) for _section, one in found if one.confidence.level == level}
        owed = {owed["id"] for candidate, owed in pairs if id(candidate) in mine}
        measures.append(Measure(f"– of {level} confidence", len(mine), len(mine & met), len(there), len(owed)))
    return [*measures, _cadences(found, there, pairs), _owners(pairs)]


def _cadences(found: list[Any], there: list[Any], pairs: list[Any]) -> Measure:
    counted = [one for _section, one in found if one.cadence and one.cadence.times]
    owed = {one["id"] for _section, one in there if one["kind"] == "cadence"}
    right = [
        (id(one), fact["id"])
        for one, fact in pairs
        if one.cadence and (one.cadence.times, one.cadence.per) == (fact.get("times"), fact.get("per"))
    ]
    return Measure(
        "cadences", len(counted), len({one for one, _fact in right}), len(owed), len({fact for _one, fact in right})
    )


def _owners(pairs: list[Any]) -> Measure:
    """Of the candidates that are right and name an owner: is it one of the sort that the folder names?"""
    named = {id(one): False for one, _fact in pairs if one.owners}
    facts_met = {fact["id"]: False for _one, fact in pairs}
    for one, fact in pairs:
        agree = bool(_sorts([*one.owners, *one.together_with]) & _sorts(fact["owners"]))
        if one.owners:
            named[id(one)] = named[id(one)] or agree
            facts_met[fact["id"]] = facts_met[fact["id"]] or agree
    return Measure(
        "owners of commitments found", len(named), sum(named.values()), len(facts_met), sum(facts_met.values())
    )


def _sorts(names: list[str]) -> set[str]:
    """Police, municipality, council, or the name itself, whatever the spelling."""
    found = set()
    for name in names:
        low = name.lower().replace("ø", "oe").replace("å", "aa").replace("æ", "ae")
        sort = next((sort for words, sort in _SORTS if re.search(words, low)), "")
        found.add(sort or re.sub(r"\W|-(oestjylland|sydoestjylland)$", "", low)[:8])
    return found


_SORTS = (
    (r"lokalraad", "local council"), (r"kredsraad", "district council"), (r"kommun|skole", "municipality"),
    (r"exit", "exit"), (r"psp|fut", "psp"), (r"infohus", "infohus"), (r"^ssp", "ssp"), (r"dks|sekretariat", "dks"),
    (r"staer", "staer"), (r"^vi$|politi", "police"), (r"region|psykiatri", "region"), (r"team|enhed", "team"),
)  # fmt: skip


def _same(text: str, owed: dict[str, Any]) -> bool:
    """Whether a printed sentence and a commitment in the folder's own words speak of one thing: two stems in common."""
    mine, theirs = _stems(text), _stems(f"{owed['title']['da']} {owed['text']['da']}")
    shared = mine & theirs
    return len(shared) >= 2 and len(shared) >= 0.2 * min(len(mine), len(theirs))


def _stems(text: str) -> set[str]:
    words = {word[:6] for word in bare(text).split() if len(word) > 3}
    return {word for word in words if word not in _EMPTY}


def main() -> None:
    """Print the table of each plan."""
    here = folder(*sys.argv[1:2])
    if here is None:
        sys.stdout.write("The printed plans are not here; name their folder.\n")
        return
    for plan, name in PLANS.items():
        sys.stdout.write(f"\n{plan}\n| kind | there | found | precision | recall |\n|---|---:|---:|---:|---:|\n")
        for one in measured(read_path(here / name), facts(plan)):
            sys.stdout.write(one.row + "\n")


if __name__ == "__main__":
    main()
