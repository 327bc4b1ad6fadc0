"""What the cover says: title, police district and year, and how sure each of them is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from samvirke.desks.plan.reading.confidence import HIGH, LOW, MEDIUM, Confidence, sure
from samvirke.desks.plan.reading.lines import Line, Place
from samvirke.foundation.words import Said, _

_WORD = r"(?:[A-ZÆØÅ]-?[a-zæøåé]+|[A-ZÆØÅ]-?[A-ZÆØÅ]+)"
_LINK = r"(?:-?,? +(?:og|&|OG) +| *- *| +)"
_DISTRICT = re.compile(
    rf"\b({_WORD}-?(?:{_LINK}{_WORD}){{0,3}}) +(?:Politi(?:kreds)?|POLITI(?:KREDS)?)(?![a-zæøåA-ZÆØÅ])s?"
)
_IN_DISTRICT = re.compile(
    rf"(?:Politikredsen|Kredsråd(?:et)?|KREDSRÅD(?:ET)?|politikredsen) +(?:for|i|på|I|FOR|"
    rf"PÅ) +({_WORD}(?:{_LINK}{_WORD}){{0,3}})"
)
_GENITIVE_KREDS = re.compile(r"\b([A-ZÆØÅ][a-zæøå]+kredsen)s?\b")
_LEADING = re.compile(
    r"^(?:(?:i|hos|ved|for|fra|af|til|og|det|den|de|når|har|vil|kan|skal|med|som|samarbejdsplan(?:en)?|"
    r"kredsrådet?s?|plan|"
    r"politidirektøren?|lokalpolitiet|lokalrådet|indholdsfortegnelse|indhold|forord|del|både|samt|mellem|"
    r"herudover|endvidere|bl\.a\.|om|"
    r"derudover|desuden|ligesom|efter|under|vision|strategi|handleplan|handlingsplan|januar|februar|marts|april|"
    r"maj|juni|juli|august|"
    r"september|oktober|november|december)\s+)+",
    re.IGNORECASE,
)
_NOT_DISTRICTS = {
    "dansk",
    "danmarks",
    "lokal",
    "lokalt",
    "nært",
    "synligt",
    "professionelt",
    "skole",
    "socialforvaltning",
}
_YEARS = re.compile(
    r"(?<![\d.,])((?:19|20)\d\d)\s*(?:[-–—/]|til|og)\s*((?:20)?\d\d)(?![\d])|(?<![\d.,])((?:19|20)\d\d)(?![\d]|[.,]\d)"
)
_PLANNED = re.compile(r"\bi (?:løbet af )?((?:20)\d\d)\b")
_TITLE_WORDS = re.compile(r"plan\b|samarbejde|strategi|aftale", re.IGNORECASE)


_UNSURE = sure(LOW)
_SAME_SIZE = 0.05


@dataclass(frozen=True)
class Read:
    """One thing that the cover says, as printed, with its place; `value` is empty where nothing says it."""

    value: str
    printed: str = ""
    place: Place | None = None
    confidence: Confidence = _UNSURE


@dataclass(frozen=True)
class Cover:
    """Title, district and year, and for a plan of several years the last of them."""

    title: Read
    district: Read
    year: Read
    until: str = ""


def cover_of(front: tuple[Line, ...], lines: tuple[Line, ...]) -> Cover:
    """What the lines before the first section say, and, where they are silent, what the text most often does."""
    title = _title(front, lines)
    year, until = _year(front, lines)
    return Cover(title, _district(front, lines), year, until)


def _title(front: tuple[Line, ...], lines: tuple[Line, ...]) -> Read:
    named = [line for line in front if _TITLE_WORDS.search(line.text) and len(line.text) < 160]
    marked = [line for line in front if line.level == 1 or line.size >= 1.5]
    for line, level, why in (
        *((line, HIGH, _("It stands on the cover and is named a plan.")) for line in named[:1]),
        *((line, MEDIUM, _("It is the largest heading before the text.")) for line in marked[:1]),
        *((line, LOW, _("It is the first line of the document.")) for line in lines[:1]),
    ):
        words = _whole_title(front, line)
        return Read(words, words, line.place, sure(level, why))
    return Read("", confidence=sure(LOW, _("The document has no title.")))


def _whole_title(front: tuple[Line, ...], line: Line) -> str:
    """The title with the line that finishes it, where it is broken over two in the same large letters."""
    at = front.index(line) if line in front else len(front)
    after = front[at + 1] if at + 1 < len(front) else None
    unfinished = line.text.rstrip().endswith((",", " og", "-", "–"))
    if after is None or not unfinished or abs(after.size - line.size) > _SAME_SIZE or after.lead:
        return line.text.strip()
    return " ".join(f"{line.text} {after.text}".split())


def _district(front: tuple[Line, ...], lines: tuple[Line, ...]) -> Read:
    on_cover = _districts(_joined(front))
    everywhere = _districts("\n".join(line.text for line in lines))
    spoken: Counter[str] = Counter()
    for name in everywhere:
        spoken[_key(name)] += 1
    for name in on_cover:
        if spoken[_key(name)] > 1 or len(on_cover) == 1:
            level = HIGH if spoken[_key(name)] > 1 else MEDIUM
            said = Said(_("It stands on the cover and {count} times in the text."), {"count": spoken[_key(name)]})
            return Read(_plain(name), name, _place(front, name) or _place(lines, name), sure(level, said))
    if spoken:
        key, count = spoken.most_common(1)[0]
        name = next(one for one in everywhere if _key(one) == key)
        level = MEDIUM if count >= 3 else LOW
        said = Said(
            _("The cover does not say it; the text names this district most often ({count} times)."), {"count": count}
        )
        return Read(_plain(name), name, _place(lines, name), sure(level, said))
    return Read("", confidence=sure(LOW, _("The document names no police district.")))


def _joined(front: tuple[Line, ...]) -> str:
    """The cover as one line: its words are often spread over several."""
    return " \n ".join(line.text for line in front) + " \n " + " ".join(line.text for line in front)


def _districts(text: str) -> list[str]:
    """Every name of a police district in a text, without the words that merely come before it."""
    found = []
    for pattern in (_DISTRICT, _IN_DISTRICT, _GENITIVE_KREDS):
        for match in pattern.finditer(text):
            name = _LEADING.sub("", " ".join(match[1].split()))
            name = re.sub(r"^(?:Kommune|KOMMUNE|Kommuner)\s+", "", name)
            if (
                name
                and _key(name) not in _NOT_DISTRICTS
                and not re.search(r"\d|politi|kommune|kredsråd", name, re.IGNORECASE)
            ):
                found.append(name)
    return found


def _key(name: str) -> str:
    return _plain(name).casefold()


def _plain(name: str) -> str:
    """The name of the area: “ØSTJYLLANDS” and “Østjyllands” are “Østjylland”."""
    if name.isupper():
        name = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize() if word[0] not in ("OG",) else "og", name)
    words = name.split()
    return " ".join([*words[:-1], re.sub(r"(?<=[a-zæøå]{3})s$", "", words[-1])]) if words else name


def _place(lines: tuple[Line, ...], name: str) -> Place | None:
    words = name.casefold().split()
    return next((line.place for line in lines if words[0] in line.text.casefold()), None)


def _year(front: tuple[Line, ...], lines: tuple[Line, ...]) -> tuple[Read, str]:
    for line in sorted(front, key=lambda one: _TITLE_WORDS.search(one.text) is None):
        found = _YEARS.search(line.text)
        if found and not re.search(r"\d\.\s*[a-zæøå]+\s*" + re.escape(found[0]), line.text):
            why = sure(HIGH, _("It stands on the cover."))
            return Read(found[1] or found[3], found[0], line.place, why), _until(found)
    dated = next((line for line in front if _YEARS.search(line.text)), None)
    planned = Counter(year for line in lines for year in _PLANNED.findall(line.text))
    if planned:
        year, count = planned.most_common(1)[0]
        place = next(line.place for line in lines if re.search(rf"\bi (?:løbet af )?{year}\b", line.text))
        said = Said(
            _("The cover does not say it; the text most often says “i {year}” ({count} times)."),
            {"year": year, "count": count},
        )
        return Read(year, year, place, sure(MEDIUM if count >= 3 else LOW, said)), ""
    if dated is not None:
        found = _YEARS.search(dated.text)
        if found:
            why = sure(LOW, _("It is the year of a date on the cover."))
            return Read(found[1] or found[3], found[0], dated.place, why), _until(found)
    return Read("", confidence=sure(LOW, _("The document says no year."))), ""


def _until(found: re.Match[str]) -> str:
    if not found[2]:
        return ""
    return found[2] if len(found[2]) == 4 else f"{found[1][:2]}{found[2]}"
