"""Running headers, footers and page numbers: the same words at the edge of page after page are no text of the plan."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from samvirke.desks.plan.reading.lines import Line, bare

_DIGITS = re.compile(r"\d+")
_ONLY_NUMBER = re.compile(r"[-–—|\s\[(]*(\d{1,3})[-–—|\s\])]*$")
_PAGE = re.compile(
    r"[-–—\s\[(]*(?:side|page|s\.)\s*\d{1,3}(?:\s*(?:af|of|/)\s*\d{1,3})?[-–—\s\])]*$|\d{1,3}\s*(?:af|of|/)\s*\d{1,3}$",
    re.IGNORECASE,
)
_COUNTED_PART = re.compile(
    r"(?:kapitel|kap\.|afsnit|del|bilag|tema|fokusområde|indsatsområde|mål|indsats)\s+(?:nr\.\s*)?(?:\d{1,2}|[ivx]+|[a-h])\s*[.:]?$",
    re.IGNORECASE,
)
_TAIL = re.compile(r"^(.*?)[\s|·•–—-]*(?:\bside\s*)?(?<!\d)\d{1,3}(?:\s*(?:af|/)\s*\d{1,3})?$", re.IGNORECASE)
# At the top and at the bottom of a page.
_EDGE = 3
_TIMES = 3
_SHORT = 100
_MOST_NUMBERS = 1_000


@dataclass(frozen=True)
class Cleaned:
    """The lines without what runs along the pages, and what that was: the words, and how often."""

    lines: tuple[Line, ...]
    running: tuple[tuple[str, int], ...]
    page_numbers: int


def without_running(lines: Iterable[Line]) -> Cleaned:
    """Take out what repeats at the edge of pages; without pages, only page numbers and what stands beside them."""
    given = tuple(lines)
    paged = given and given[-1].place.page is not None
    words, numbers = _on_pages(given) if paged else _between(given)
    counted = Counter(_shown(given[at].text) for at in words)
    kept = []
    dropped = words | numbers
    for at, line in enumerate(given):
        if at not in dropped:
            follows = at - 1 in dropped and not paged
            kept.append(replace(line, lead=line.lead or follows))
    return Cleaned(tuple(kept), tuple(counted.most_common()), len(numbers))


def _shown(text: str) -> str:
    return (
        _DIGITS.sub("#", text.strip())
        if _PAGE.fullmatch(text.strip())
        else _TAIL.sub(r"\1", text.strip()) or text.strip()
    )


def _key(text: str) -> str:
    return _DIGITS.sub("#", bare(text))


def _on_pages(lines: tuple[Line, ...]) -> tuple[set[int], set[int]]:
    pages: dict[int, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        pages[line.place.page or 0].append(at)
    edges = {at for held in pages.values() for at in (*held[:_EDGE], *held[-_EDGE:])}
    on_pages: dict[str, set[int]] = defaultdict(set)
    for at in edges:
        if len(lines[at].text) <= _SHORT:
            on_pages[_key(lines[at].text)].add(lines[at].place.page or 0)
    least = max(_TIMES, len(pages) * 0.4)
    words = {
        at
        for at in edges
        if len(on_pages.get(_key(lines[at].text), ())) >= least and _key(lines[at].text) not in ("", "#")
    }
    numbers = {
        at
        for at in edges
        if _PAGE.fullmatch(lines[at].text) or (_ONLY_NUMBER.fullmatch(lines[at].text) and at in _ends(pages, lines[at]))
    }
    return _reaching(pages, words, numbers), numbers


def _reaching(pages: dict[int, list[int]], words: set[int], numbers: set[int]) -> set[int]:
    """Of the repeated lines those that reach the edge of their page: text that merely comes back stays."""
    found = set()
    for held in pages.values():
        for side in (held[:_EDGE], held[: -_EDGE - 1 : -1]):
            for at in side:
                if at not in words | numbers:
                    break
                found.add(at)
    return found - numbers


def _ends(pages: dict[int, list[int]], line: Line) -> set[int]:
    held = pages[line.place.page or 0]
    return {*held[:2], *held[-2:]}


def _between(lines: tuple[Line, ...]) -> tuple[set[int], set[int]]:
    """In a text without pages: numbers that count upwards alone on their lines, and repeated words beside them."""
    numbers = {at for at, line in enumerate(lines) if _PAGE.fullmatch(line.text) and not line.cells}
    single = [
        (at, int(found[1]))
        for at, line in enumerate(lines)
        if (found := _ONLY_NUMBER.fullmatch(line.text)) and not line.cells
    ]
    numbers |= _rising(single)
    where: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        where[_key(line.text) if len(line.text) <= _SHORT else ""].append(at)
    beside_numbers = {key for key, held in where.items() if len(held) >= _TIMES and _all_beside(held, numbers)}
    words = set()
    for at, line in enumerate(lines):
        key = _key(line.text)
        repeated = len(where[key]) >= _TIMES and len(key) > 3 and not line.bullet and not line.cells
        beside = {at - 2, at - 1, at + 1, at + 2} & numbers
        numbered = _TAIL.fullmatch(line.text) is not None and key.endswith("#")
        if _COUNTED_PART.match(line.text):
            continue
        if repeated and at not in numbers and (numbered or (beside and key in beside_numbers)):
            words.add(at)
    return words, numbers


def _all_beside(where: list[int], numbers: set[int]) -> bool:
    """Whether these words nearly always stand beside a page number; a heading that comes back does not."""
    beside = sum(bool({at - 2, at - 1, at + 1, at + 2} & numbers) for at in where)
    return beside >= 0.6 * len(where)


def _rising(single: list[tuple[int, int]]) -> set[int]:
    """Numbers alone on a line that count the pages: each one more than the one before, far apart in the text."""
    best: list[tuple[int, int]] = []
    if len(single) > _MOST_NUMBERS:
        return set()
    for start in range(len(single)):
        run = [single[start]]
        for at, number in single[start + 1 :]:
            if number == run[-1][1] + 1 and at - run[-1][0] > 3:
                run.append((at, number))
        if len(run) > len(best):
            best = run
        if len(best) > len(single) - start:
            break
    return {at for at, _number in best} if len(best) >= _TIMES else set()
