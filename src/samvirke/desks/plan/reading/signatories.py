"""Who has signed a plan: blocks of names and offices, exactly as printed, with what is not printed left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from samvirke.desks.plan.reading.confidence import HIGH, LOW, MEDIUM, Confidence, sure
from samvirke.desks.plan.reading.contents import Contents
from samvirke.desks.plan.reading.lines import Line, Place
from samvirke.desks.plan.reading.names import OFFICE, Seen, seen_in
from samvirke.desks.plan.reading.signing_day import DAY, day_of
from samvirke.foundation.words import _

_MEMBERS = re.compile(
    r"medlemmer|består af|består p\.?t\.?|sammensætning|sammensat|deltager|repræsentant|kontaktperson|kontakt|"
    r"mødekreds|udpeget|følgende:?$",
    re.IGNORECASE,
)
_SIGNING = re.compile(r"underskr|undertegne|på vegne af|godkendt af|tiltrådt|venlig hilsen|vedtaget", re.IGNORECASE)
_BACK = 3
_NAMES_ALONE = 3

_WITH_OFFICE = _("The name stands in a block of names with its office.")
_NOT_STATED = _("The plan prints the name in a block of names and does not say which office it belongs to.")
_IN_BLOCK = _("Others in the same block are printed with an office, this name is not.")
_ALONE = _("One name with an office stands alone.")
_LISTED = _("The name is listed as a member or contact, not below the plan.")


@dataclass(frozen=True)
class Signatory:
    """One name as printed; `office` and `authority` are empty where the plan does not print them."""

    name: str
    office: str
    authority: str
    place: Place
    confidence: Confidence


@dataclass(frozen=True)
class Signing:
    """The block of signatures: who, on which day and where, which lines it fills; and names listed elsewhere."""

    signatories: tuple[Signatory, ...] = ()
    members: tuple[Signatory, ...] = ()
    day: date | None = None
    town: str = ""
    held: frozenset[int] = frozenset()


def signing_of(lines: tuple[Line, ...], contents: Contents) -> Signing:
    """Every block of names of a document; those that are called members or contacts are told apart."""
    signed: list[Signatory] = []
    members: list[Signatory] = []
    held: set[int] = set()
    for first, after in _blocks(lines, contents):
        people = _people(lines[first:after])
        listed = _is_list_of_members(lines, first)
        if not _counts(people, lines, first, after, listed):
            continue
        (members if listed else signed).extend(
            replace(one, confidence=sure(LOW, _LISTED)) if listed else one for one in people
        )
        held |= set(range(first, after)) if not listed else set()
    day, town, at = day_of(lines, held)
    held |= {at} if at >= 0 else set()
    return Signing(tuple(_once(signed)), tuple(_once(members)), day, town, frozenset(held))


def _once(people: list[Signatory]) -> Iterator[Signatory]:
    """Each name where it stands first, with the office from where one is printed beside it."""
    met: dict[str, Signatory] = {}
    for one in people:
        known = met.setdefault(one.name.casefold(), one)
        if OFFICE.search(one.office) and not OFFICE.search(known.office):
            met[one.name.casefold()] = one
    yield from met.values()


def _blocks(lines: tuple[Line, ...], contents: Contents) -> Iterator[tuple[int, int]]:
    """Runs of lines that speak of people only, from the first to before the last."""
    start = None
    for at in range(len(lines) + 1):
        fits = at < len(lines) and not contents.holds(at) and _fits(lines[at])
        if fits and start is None:
            start = at
        elif not fits and start is not None:
            yield start, at
            start = None


def _fits(line: Line) -> bool:
    if DAY.match(line.text) or len(line.text) > 300:
        return False
    parts = _parts(line)
    told = [seen_in(part) for part in parts]
    return bool(parts) and all(one is not None for one in told)


def _parts(line: Line) -> list[str]:
    parts = [part for cell in (line.cells or line.columns) for part in _halves(cell) if part.strip()]
    return parts if line.cells or len(parts) > 1 else [line.text]


def _halves(cell: str) -> list[str]:
    whole = seen_in(cell.replace("\n", ", "))
    return [cell.replace("\n", ", ")] if whole and whole.name else cell.split("\n")


def _counts(people: list[Signatory], lines: tuple[Line, ...], first: int, after: int, listed: bool) -> bool:
    """Whether a run of names is a block of signatures: several names, or one that closes a foreword."""
    offices = sum(bool(one.office or one.authority) for one in people)
    if len(people) >= _NAMES_ALONE or (len(people) > 1 and offices):
        return True
    before = " ".join(line.text for line in lines[max(0, first - _BACK) : first])
    dated = any(DAY.match(line.text) for line in lines[max(0, first - _BACK) : first])
    closes = after >= len(lines) or lines[after].level > 0 or lines[after].lead
    return bool(people and offices and not listed and closes and (dated or _SIGNING.search(before)))


def _is_list_of_members(lines: tuple[Line, ...], first: int) -> bool:
    """Whether the words before a block call it a list of members or contacts."""
    before = [line.text for line in lines[max(0, first - _BACK) : first]]
    if before and lines[first - 1].level and _MEMBERS.search(before[-1]):
        return True
    if any(_SIGNING.search(text) or DAY.match(text) for text in before):
        return False
    return bool(before) and _MEMBERS.search(before[-1][-160:]) is not None


def _people(block: tuple[Line, ...]) -> list[Signatory]:
    columns = list(_rows(block))
    whole = len(columns) > 1 and all(_names(column) == 1 for column in columns)
    by_column = [_person(column) for column in columns] if whole else []
    groups = _set_apart(block) or by_column or _groups([token for column in columns for token in column])
    above = _office_above(block)
    groups = [
        (replace(seen, office=above) if above and not OFFICE.search(seen.office) else seen, place)
        for seen, place in groups
    ]
    groups.sort(key=lambda one: (one[1].page or 0, one[1].line))
    any_office = any(seen.office for seen, _place in groups)
    found = []
    for seen, place in groups:
        if seen.office:
            confidence = sure(HIGH if len(groups) > 1 else MEDIUM, _WITH_OFFICE if len(groups) > 1 else _ALONE)
        else:
            confidence = sure(MEDIUM if len(groups) >= _NAMES_ALONE else LOW, _IN_BLOCK if any_office else _NOT_STATED)
        found.append(Signatory(seen.name, seen.office, seen.authority, place, confidence))
    return found


def _office_above(block: tuple[Line, ...]) -> str:
    """The office that the head of a table gives to every name below it: “Kommune | Borgmester”."""
    head, *rows = block
    if not head.cells or not rows or any(len(row.cells) != len(head.cells) for row in rows):
        return ""
    return next((cell.strip() for cell in head.cells if OFFICE.fullmatch(cell.strip())), "")


def _set_apart(block: tuple[Line, ...]) -> list[tuple[Seen, Place]]:
    """One entry for each group of lines with space around it, when every group is about exactly one person."""
    groups: list[list[tuple[Seen, Place]]] = []
    for line in block:
        told = [(seen, line.place) for part in _parts(line) if (seen := seen_in(part)) is not None and not seen.empty]
        if line.lead or not groups:
            groups.append([])
        groups[-1] += told
    filled = [group for group in groups if group]
    return (
        [_person(group) for group in filled] if len(filled) > 1 and all(_names(group) == 1 for group in filled) else []
    )


def _person(group: list[tuple[Seen, Place]]) -> tuple[Seen, Place]:
    named = next(place for seen, place in group if seen.name)
    return _merged(group)[0], named


def _names(group: list[tuple[Seen, Place]]) -> int:
    return sum(bool(seen.name) for seen, _place in group)


def _rows(block: tuple[Line, ...]) -> Iterator[list[tuple[Seen, Place]]]:
    """What the lines tell, column by column where several people stand side by side."""
    pending: list[list[tuple[Seen, Place]]] = []
    for line in block:
        told = [(seen, line.place) for part in _parts(line) if (seen := seen_in(part)) is not None and not seen.empty]
        if len(told) > 1 and not _one_person(told):
            if len(pending) < len(told) or (len(pending) > len(told) and not line.indent):
                yield from pending
                pending = [[] for _one in told]
            # A row that begins further in leaves the first columns as they are.
            for column, one in zip(pending[-len(told) :], told, strict=True):
                column.append(one)
        elif told:
            yield from pending
            pending = []
            yield [_merged(told)] if len(told) > 1 else told
    yield from pending


def _one_person(told: list[tuple[Seen, Place]]) -> bool:
    """Whether a row is one person over several columns: one name, then office or authority."""
    names = sum(bool(seen.name) for seen, _place in told)
    return names == 1 and len(told) > 1


def _merged(told: list[tuple[Seen, Place]]) -> tuple[Seen, Place]:
    found = told[0][0]
    for seen, _place in told[1:]:
        found = _joined(found, seen)
    return found, told[0][1]


def _joined(one: Seen, two: Seen) -> Seen:
    office = ", ".join(part for part in (one.office, two.office) if part)
    return Seen(one.name or two.name, office, two.authority or one.authority)


def _groups(tokens: list[tuple[Seen, Place]]) -> list[tuple[Seen, Place]]:
    """One entry a person: a name takes what follows it, or, where blocks begin with the office, what stands before."""
    named = [at for at, (seen, _place) in enumerate(tokens) if seen.name]
    if not named:
        return []
    leading = named[0] > 0 and named[-1] == len(tokens) - 1
    found: list[tuple[Seen, Place]] = []
    waiting: list[Seen] = []
    for seen, place in tokens:
        if seen.name:
            for one in waiting if leading else ():
                seen = _joined(seen, one)  # noqa: PLW2901  the name takes what stood before it
            waiting = []
            found.append((seen, place))
        elif leading or not found:
            waiting.append(seen)
        else:
            found[-1] = (_joined(found[-1][0], seen), found[-1][1])
    return found
