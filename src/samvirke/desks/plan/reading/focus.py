"""Focus areas: the ones that have a section, the ones that a list announces, and where the two do not agree."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from samvirke.desks.plan.reading.called import CALLED
from samvirke.desks.plan.reading.confidence import HIGH, LOW, MEDIUM, Confidence, sure
from samvirke.desks.plan.reading.headings import TITLED_ITEM
from samvirke.desks.plan.reading.lines import Place, bare
from samvirke.desks.plan.reading.paragraphs import Paragraph
from samvirke.desks.plan.reading.sections import Section
from samvirke.foundation.words import _

_THEME = re.compile(
    r"(?:tema|fokusområde|fokuspunkt|indsatsområde|indsats|pejlemærke|prioritet|spor|"
    r"satsning)\s*(?:nr\.\s*)?(?:\d+|[IVX]+|[A-H](?=\s*[:.–—-]))\b[\s:.–—-]*(.*)$",
    re.IGNORECASE,
)
_LIST = re.compile(r"(?:fokus|indsats)\w*(?:område|punkt|tema)\w*|prioriter\w+|temaer\w*|indsatser", re.IGNORECASE)
_NATIONAL, _LOCAL = re.compile(r"national", re.IGNORECASE), re.compile(r"\blokal", re.IGNORECASE)
_NEARLY = 0.82
_SUPPOSED = _(
    "It follows a heading that announces focus areas and has no text of its own; print does not say that it lies below."
)
_MOST_LISTED = 60


@dataclass(frozen=True)
class FocusArea:
    """One focus area: with its section, or announced in a list only; `scope` is empty where none is stated."""

    title: str
    section: int | None
    listed_in: int | None
    scope: str
    place: Place
    confidence: Confidence


@dataclass(frozen=True)
class Mismatch:
    """A list of focus areas that is not the list of sections: what has no section, and what is not listed."""

    section: Section
    without_section: tuple[str, ...]
    not_listed: tuple[str, ...]
    elsewhere: tuple[tuple[str, Section], ...]
    another_order: bool


@dataclass(frozen=True)
class Listed:
    """A list that announces focus areas, in the section where it stands."""

    section: Section
    items: tuple[Paragraph, ...]


def lists_of(sections: list[Section]) -> list[Listed]:
    """Every list that announces focus areas."""
    return [found for section in sections if (found := _list_in(section, sections))]


def focus_of(sections: list[Section], lists: list[Listed]) -> tuple[list[FocusArea], list[Mismatch]]:
    """The focus areas in the order of the sections, then those that only a list announces; and every mismatch."""
    areas = [area for section in sections for area in _own(section, sections)]
    found, mismatches = _compared(areas, lists, sections)
    return found, mismatches


def _own(section: Section, sections: list[Section]) -> list[FocusArea]:
    theme = _THEME.match(section.heading)
    if theme and not any(_THEME.match(one.heading) for one in _above(section, sections)):
        why = sure(HIGH, _("Its heading calls it a focus area."))
        return [
            FocusArea(
                theme[1].strip() or section.heading,
                section.order,
                None,
                _scope([section, *_above(section, sections)]),
                section.place,
                why,
            )
        ]
    above = _above(section, sections)
    if (
        not above
        or not _gathers(above[0], sections)
        or TITLED_ITEM in section.source.why
        or CALLED.search(section.heading)
    ):
        return []
    if above[0].number and not section.number:
        return []
    level = LOW if section.supposed else HIGH if CALLED.search(above[0].heading) else MEDIUM
    why = sure(level, _SUPPOSED if section.supposed else _("It is a section under a heading that gathers focus areas."))
    return [FocusArea(section.heading, section.order, None, _scope([section, *above]), section.place, why)]


def _above(section: Section, sections: list[Section]) -> list[Section]:
    """The sections it lies under, the nearest first."""
    found: list[Section] = []
    under = section.under
    while under is not None:
        found.append(sections[under - 1])
        under = sections[under - 1].under
    return found


def _gathers(section: Section, sections: list[Section]) -> bool:
    """Whether its sections are focus areas: it is called so, or announces them, and none below it is called so."""
    if any(CALLED.search(one.heading) and _below(one, sections) for one in _below(section, sections)):
        return False
    return bool(CALLED.search(section.heading))


def _below(section: Section, sections: list[Section]) -> list[Section]:
    return [one for one in sections if one.under == section.order]


def _scope(chain: list[Section]) -> str:
    for one in chain:
        national, local = _NATIONAL.search(one.heading), _LOCAL.search(one.heading)
        if national and not local:
            return "national"
        if local and not national and CALLED.search(one.heading):
            return "local"
    return ""


def _list_in(section: Section, sections: list[Section]) -> Listed | None:
    """The list of focus areas in a section: items after words that announce them, or at once below such a heading."""
    items: list[Paragraph] = []
    announced = bool(CALLED.search(section.heading))
    depth = 0
    for at, paragraph in enumerate(section.text):
        if paragraph.kind != "item":
            if items:
                break
            announced = _announces(paragraph.text) or (announced and at == 0 and paragraph.text.endswith(":"))
            continue
        if not announced or len(paragraph.text) > 160:
            continue
        depth = depth if items else paragraph.depth
        if paragraph.depth <= depth and len(items) < _MOST_LISTED:
            items.append(paragraph)
    below = _below(section, sections)
    if len(items) < 2 or (not below and not _announces(section.text[0].text if section.text else "")):
        return None
    return Listed(section, tuple(items)) if below or CALLED.search(section.heading) or announced else None


def _announces(text: str) -> bool:
    return text.rstrip().endswith(":") and _LIST.search(text[-200:]) is not None and len(text) < 500


def _compared(
    areas: list[FocusArea], lists: list[Listed], sections: list[Section]
) -> tuple[list[FocusArea], list[Mismatch]]:
    mismatches: list[Mismatch] = []
    only_listed: list[FocusArea] = []
    for held in lists:
        below = [
            area for area in areas if area.section and held.section in _above(sections[area.section - 1], sections)
        ]
        if not below and areas and not CALLED.search(held.section.heading):
            continue
        pairs = {_plain(item.text): _meant(item.text, areas) for item in held.items}
        for item in held.items:
            area = pairs[_plain(item.text)]
            if area is not None:
                areas = [replace(one, listed_in=held.section.order) if one is area else one for one in areas]
                pairs = {
                    text: next((one for one in areas if met and one.section == met.section), met)
                    for text, met in pairs.items()
                }
            else:
                why = sure(
                    MEDIUM if below else LOW, _("It stands in the list of focus areas; no section has its name.")
                )
                only_listed.append(
                    FocusArea(_plain(item.text), None, held.section.order, _scope([held.section]), item.place, why)
                )
        mismatches += _mismatch(held, below, pairs, sections)
    return [*areas, *only_listed], mismatches


def _plain(text: str) -> str:
    """An item of a list without what leads on to its own points."""
    return re.sub(r",?\s*herunder\s*:?$|[,;]?\s+og$", "", text.strip(" .;:"))


def _meant(text: str, areas: list[FocusArea]) -> FocusArea | None:
    """The focus area that an item of a list names: the same words, nearly, or those before a bracket or comma."""
    spellings = [bare(text), bare(re.split(r"[(,:]", text)[0])]
    for mine in spellings:
        for area in areas:
            theirs = bare(area.title)
            if mine == theirs or (mine and SequenceMatcher(None, mine, theirs).ratio() >= _NEARLY):
                return area
    return None


def _mismatch(
    held: Listed, below: list[FocusArea], pairs: dict[str, FocusArea | None], sections: list[Section]
) -> list[Mismatch]:
    if not below:
        return []
    met = [area for area in pairs.values() if area is not None]
    without = tuple(text for text, area in pairs.items() if area is None)
    not_listed = tuple(area.title for area in below if not any(one.section == area.section for one in met))
    ours = {area.section for area in below}
    elsewhere = tuple(
        (text, sections[area.section - 1])
        for text, area in pairs.items()
        if area and area.section and area.section not in ours
    )
    order = [area.section for area in met if area.section in ours]
    another = order != sorted(order, key=lambda one: one or 0)
    return (
        [Mismatch(held.section, without, not_listed, elsewhere, another)]
        if without or not_listed or elsewhere or another
        else []
    )
