"""The numbers that headings carry: 3.1.2, IV, B, A.1, Kapitel 2, Bilag 1; and which number may follow which."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROMANS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_ORDINALS = {"første": 1, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5}
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_BREAK = r"\s*[:.\-–—)]?\s*"

BARE_CHAPTER = re.compile(r"(?:kapitel|kap\.|afsnit)\s+(?:\d{1,2}|[ivx]+)\s*[.:]?$", re.IGNORECASE)
_SIGN = re.compile(rf"§\s*(\d{{1,2}})\b{_BREAK}(\S.*)$")
_PART = re.compile(rf"(?:del|part)\s+(\d{{1,2}}|[ivx]+|[a-h])\b{_BREAK}(.*)$", re.IGNORECASE)
_NAMED_PART = re.compile(rf"({'|'.join(_ORDINALS)}|\d\.)\s+del\b{_BREAK}(.*)$", re.IGNORECASE)
_CHAPTER = re.compile(rf"(?:kapitel|kap\.|afsnit)\s+(\d{{1,2}}(?:\.\d{{1,2}})*|[ivx]+)\b{_BREAK}(\S.*)$", re.IGNORECASE)
_APPENDIX = re.compile(rf"((?:bilag|appendiks)\s*(?:nr\.\s*)?(\d{{1,2}}|[a-h])?)\b{_BREAK}(.*)$", re.IGNORECASE)
_THEMES = (
    "tema|fokusområde|fokuspunkt|indsatsområde|indsats|prioritet|prioritering|pejlemærke|spor|målsætning|mål|delmål|"
    "strategisk mål|strategispor|hovedindsats|satsning"
)
_THEME = re.compile(rf"({_THEMES})\s*(?:nr\.\s*)?(\d{{1,2}}|[ivx]+|[a-h](?=\s*[:.–—-]))\b{_BREAK}(.*)$", re.IGNORECASE)
_ARABIC = re.compile(
    rf"(\d{{1,2}}(?:\.\d{{1,2}}){{0,4}})(?:[.):]+\s*|\s*[–—-]\s+|\s+)(?!(?:{_MONTHS})\b)(?=\S)(\D.*)$", re.IGNORECASE
)
_LETTERED = re.compile(r"(\d{1,2})\s?([a-h])[.)]\s+(\S.*)$")
_MIXED = re.compile(r"([A-H]|[IVX]{1,5})\.(\d{1,2}(?:\.\d{1,2})*)[.):]?\s+(\S.*)$")
_ROMAN = re.compile(r"([IVXL]{1,6})[.):]\s*(\S.*)$|([IVXL]{2,6})\s+(?=[A-ZÆØÅ])(\S.*)$")
_LETTER = re.compile(r"([A-HJ-UW])[.):]\s+(\S.*)$")


@dataclass(frozen=True)
class Number:
    """A number before a heading: as it is shown, its kind, its steps as plain numbers, and the words after it."""

    shown: str
    kind: str
    path: tuple[int, ...]
    title: str

    @property
    def depth(self) -> int:
        """How many steps it has."""
        return len(self.path)


def number_of(text: str) -> Number | None:
    """The number that a line begins with, when what follows can be a title."""
    text = text.strip()
    for reading in (_part, _appendix, _chapter, _sign, _theme, _mixed, _lettered, _arabic, _roman, _letter):
        found = reading(text)
        if found:
            return found
    return None


def _part(text: str) -> Number | None:
    if found := _PART.match(text):
        step = 0 if found[2][:1].islower() else _step(found[1])
        return Number(found[1].upper(), "part", (step,), found[2].strip()) if step else None
    found = _NAMED_PART.match(text)
    if found and not found[2][:1].islower():
        step = _ORDINALS.get(found[1].lower()) or int(found[1].rstrip("."))
        return Number(str(step), "part", (step,), found[2].strip())
    return None


def _appendix(text: str) -> Number | None:
    found = _APPENDIX.match(text)
    if not found or (not found[2] and found[3]):
        return None
    return Number(found[1].strip().capitalize(), "appendix", (_step(found[2]) if found[2] else 1,), found[3].strip())


def _chapter(text: str) -> Number | None:
    found = _CHAPTER.match(text)
    if not found or not found[2][:1].isupper():
        return None
    steps = tuple(_step(one) for one in found[1].split("."))
    shown = f"{text[: found.start(1)].strip().capitalize()} {found[1].upper()}"
    return (
        Number(shown, "arabic" if found[1][0].isdigit() else "roman", steps, found[2].strip()) if all(steps) else None
    )


def _sign(text: str) -> Number | None:
    """“§ 3. Vold”: a plan set as rules are."""
    found = _SIGN.match(text)
    if not found or not _opens_a_title(found[2]) or len(found[2]) > _TITLE_LONGEST:
        return None
    return Number(f"§ {found[1]}", "paragraph", (int(found[1]),), found[2].strip())


def _theme(text: str) -> Number | None:
    """A theme keeps its own words: “Tema 2: Unge” is its heading, and it has no other number."""
    found = _THEME.match(text)
    if not found or not _step(found[2]) or found[3][:1].islower():
        return None
    return Number("", found[1].lower(), (_step(found[2]),), text)


def _mixed(text: str) -> Number | None:
    found = _MIXED.match(text)
    if not found or not found[3][:1].isupper():
        return None
    first = _letters(found[1]) if found[1] in "ABCDEFGH" else from_roman(found[1])
    return Number(f"{found[1]}.{found[2]}", "mixed", (first, *map(int, found[2].split("."))), found[3].strip())


def _lettered(text: str) -> Number | None:
    """“2a) Kredsrådet” lies below “2) Organisering”."""
    found = _LETTERED.match(text)
    if not found or not _opens_a_title(found[3]):
        return None
    steps = (int(found[1]), _letters(found[2].upper()))
    return Number(f"{found[1]}{found[2]}", "arabic", steps, found[3].strip())


def _arabic(text: str) -> Number | None:
    found = _ARABIC.match(text)
    if not found or not _opens_a_title(found[2]):
        return None
    # Where chapters are 1.0, 2.0, 3.0, the nought is no step of its own.
    steps = tuple(map(int, found[1].removesuffix(".0").split(".")))
    return Number(found[1], "arabic", steps, found[2].strip())


def _roman(text: str) -> Number | None:
    found = _ROMAN.match(text)
    if not found:
        return None
    printed, title = found[1] or found[3], found[2] or found[4]
    step = from_roman(printed)
    return Number(printed, "roman", (step,), title.strip()) if step and _opens_a_title(title) else None


def _letter(text: str) -> Number | None:
    found = _LETTER.match(text)
    return (
        Number(found[1], "letter", (_letters(found[1]),), found[2].strip())
        if found and _opens_a_title(found[2])
        else None
    )


def lettered_item(mark: str, title: str) -> Number | None:
    """The number of an item of a list that is a heading: “a)” below “2)”; a dot or dash is none."""
    if len(mark) == 2 and mark[0].isalpha() and mark[1] == ")":
        return Number(mark[0], "small letter", (_letters(mark[0].upper()),), title)
    return None


def _opens_a_title(text: str) -> bool:
    first = next((one for one in text if one.isalpha()), "")
    return first.isupper()


def _step(text: str) -> int:
    if text.isdigit():
        return int(text)
    return from_roman(text.upper()) or _letters(text.upper())


def _letters(text: str) -> int:
    return ord(text) - ord("A") + 1 if len(text) == 1 and "A" <= text <= "Z" else 0


def from_roman(text: str) -> int:
    """The number that Roman numerals write, or 0 when they write none."""
    number, rest = 0, text
    for worth, letters in _ROMANS:
        while rest.startswith(letters):
            number, rest = number + worth, rest[len(letters) :]
    return number if not rest and in_roman(number) == text else 0


def in_roman(number: int) -> str:
    """A number in Roman numerals; one too large for a heading in plain digits."""
    if not 0 < number < 200:
        return str(number)
    shown = ""
    for worth, letters in _ROMANS:
        shown += letters * (number // worth)
        number %= worth
    return shown


def in_letters(number: int) -> str:
    """A number as Word counts in letters: Z is followed by AA."""
    if not 0 < number < 200:
        return str(number)
    return chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_LEAP = 4
_TITLE_LONGEST = 100


def may_follow(path: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a heading of this number can stand after the last of its kind: the next, or a few numbers on."""
    if not last:
        return all(step <= _LEAP for step in path)
    if path[: len(last)] == last:
        return len(path) > len(last) and all(step <= _LEAP for step in path[len(last) :])
    shared = (
        next(at for at, (one, two) in enumerate(zip(path, last, strict=False)) if one != two)
        if path != last[: len(path)]
        else -1
    )
    return (
        shared >= 0 and 0 < path[shared] - last[shared] <= _LEAP and all(step <= _LEAP for step in path[shared + 1 :])
    )


def comes_next(path: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether it is exactly the next one: no number left out, no step begun at two."""
    if len(path) > len(last):
        return path[:-1] == last and path[-1] == 1
    return path[:-1] == last[: len(path) - 1] and path[-1] == last[len(path) - 1] + 1
