"""What one year's plan says that another's did not: sections, goals and measures that went, came or changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from difflib import SequenceMatcher
from typing import Any

from samvirke.desks.plan.engine.slug import slug_of
from samvirke.desks.plan.engine.word_difference import Piece, word_difference

DROPPED, CAME, CHANGED, SAME = "dropped", "came", "changed", "same"
SECTION, GOAL, MEASURE = KINDS = ("section", "goal", "measure")
BY_NAME, BY_HEADING = "name", "heading"
# How alike two headings must be to count as one that was renamed.
_ALIKE = 0.62
_LANGUAGES = ("da", "en")

Said = dict[str, str]


@dataclass(frozen=True)
class Thing:
    """A section, goal or measure of one plan, as far as it is compared."""

    key: str
    heading: Said
    text: Said
    number: str = ""
    anchor: str = ""
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True)
class Change:
    """One thing in both years, or in one. `by` says how the two were recognised as one."""

    kind: str
    how: str
    before: Thing | None
    after: Thing | None
    by: str = ""

    @property
    def thing(self) -> Thing:
        """The newer of the two."""
        found = self.after or self.before
        if found is None:
            raise ValueError("a change of nothing")
        return found

    def words(self, language: str) -> list[Piece]:
        """The difference of the texts, word by word."""
        return word_difference(
            _in(self.before.text if self.before else {}, language), _in(self.after.text if self.after else {}, language)
        )


@dataclass(frozen=True)
class YearDifference:
    """All changes between two years, by kind."""

    changes: list[Change] = field(default_factory=list)

    def of(self, kind: str, how: str) -> list[Change]:
        """The changes of one kind."""
        return [one for one in self.changes if (one.kind, one.how) == (kind, how)]

    def stored(self) -> list[dict[str, Any]]:
        """What is not the same, as published content keeps it."""
        return [
            {
                "kind": one.kind,
                "how": one.how,
                "by": one.by,
                "heading": one.thing.heading,
                "was": one.before.heading if one.before and one.after else {},
                "anchor": one.after.anchor if one.after else "",
                "pieces": _pieces(one) if one.how == CHANGED else {},
            }
            for one in self.changes
            if one.how != SAME
        ]


def _pieces(one: Change) -> dict[str, list[dict[str, Any]]]:
    """Word by word in each language; one whose translation stayed as it was says nothing of what the text changed."""
    told = {language: one.words(language) for language in _LANGUAGES if _in(one.thing.text, language)}
    changed = {language for language, pieces in told.items() if any(piece.how != "same" for piece in pieces)}
    return {
        language: [asdict(piece) for piece in pieces]
        for language, pieces in told.items()
        if language in changed or not changed
    }


def year_difference(before: dict[str, Any], after: dict[str, Any]) -> YearDifference:
    """Compare two plans as the public gets them (`content.public_content`)."""
    changes = [
        change
        for kind, things in (("section", _sections), ("goal", _goals), ("measure", _measures))
        for change in _compared(kind, things(before), things(after))
    ]
    return YearDifference(changes)


def _compared(kind: str, old: list[Thing], new: list[Thing]) -> list[Change]:
    """The new plan's order, and at the end what is gone."""
    pairs = _pairs(old, new)
    found = []
    for number, thing in enumerate(new):
        at, by = pairs.get(number, (None, ""))
        if at is None:
            found.append(Change(kind, CAME, None, thing))
        else:
            found.append(Change(kind, SAME if _says_the_same(old[at], thing) else CHANGED, old[at], thing, by))
    matched = {at for at, _by in pairs.values()}
    return found + [Change(kind, DROPPED, thing, None) for at, thing in enumerate(old) if at not in matched]


def _pairs(old: list[Thing], new: list[Thing]) -> dict[int, tuple[int, str]]:
    """For places in the new plan those in the old: first by name, then by the most alike headings."""
    by_key = {thing.key: at for at, thing in reversed(list(enumerate(old)))}
    pairs: dict[int, tuple[int, str]] = {}
    for number, thing in enumerate(new):
        at = next((by_key[key] for key in (thing.key, *thing.formerly) if key in by_key), None)
        if at is not None and at not in {taken for taken, _by in pairs.values()}:
            pairs[number] = (at, BY_NAME)
    taken = {at for at, _by in pairs.values()}
    scored = [
        (_alike(old[at], thing), number, at)
        for number, thing in enumerate(new)
        if number not in pairs
        for at in range(len(old))
        if at not in taken
    ]
    for score, number, at in sorted(scored, key=lambda one: (-one[0], one[1], one[2])):
        if score >= _ALIKE and number not in pairs and at not in taken:
            pairs[number] = (at, BY_HEADING)
            taken.add(at)
    return pairs


def _alike(one: Thing, other: Thing) -> float:
    language = next((each for each in _LANGUAGES if one.heading.get(each) and other.heading.get(each)), "")
    if not language:
        return 0.0
    return SequenceMatcher(a=one.heading[language].lower(), b=other.heading[language].lower()).ratio()


def _says_the_same(one: Thing, other: Thing) -> bool:
    """The same in every language that both have: a translation that is not made yet is no change."""
    return all(
        _flat(mine[language]) == _flat(theirs[language])
        for mine, theirs in ((one.heading, other.heading), (one.text, other.text))
        for language in _LANGUAGES
        if mine.get(language) and theirs.get(language)
    ) and bool(one.text) == bool(other.text)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _in(text: Said, language: str) -> str:
    return text.get(language) or text.get("da") or text.get("en") or ""


def _sections(content: dict[str, Any]) -> list[Thing]:
    return [_thing(one, one["heading"], one["summary"], one["number"], one["anchor"]) for one in content["sections"]]


def _goals(content: dict[str, Any]) -> list[Thing]:
    return [_thing(goal, goal["text"], goal["text"], "", anchor) for goal, anchor in _within(content, "goals")]


def _measures(content: dict[str, Any]) -> list[Thing]:
    return [_thing(one, one["title"], one["text"], "", anchor) for one, anchor in _within(content, "commitments")]


def _within(content: dict[str, Any], name: str) -> Iterable[tuple[dict[str, Any], str]]:
    return ((one, section["anchor"]) for section in content["sections"] for one in section[name])


def _thing(one: dict[str, Any], heading: Said, text: Said, number: str, anchor: str) -> Thing:
    # Editions that were published before things had names of their own are compared by their headings.
    key = one.get("key") or slug_of(_in(heading, "da"))
    return Thing(key, heading, text, number, anchor, tuple(one.get("formerly", ())))
