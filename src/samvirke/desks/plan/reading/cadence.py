"""How often and by when: “4 gange årligt”, “én dag om ugen”, “hvert kvartal”, “inden udgangen af 2024”."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

_COUNTS = {
    "en": 1, "én": 1, "et": 1, "ét": 1, "èn": 1, "èt": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6,
    "syv": 7, "otte": 8, "ni": 9, "ti": 10, "elleve": 11, "tolv": 12,
}  # fmt: skip
_NUMBER = rf"\d{{1,3}}|{'|'.join(_COUNTS)}"
# The number of a paragraph, a week, a chapter or a clock counts nothing.
_COUNT = (
    r"(?P<least>mindst |minimum |min\. )?(?P<roughly>ca\. |cirka |op til |højst |omkring )?"
    r"(?<!§ )(?<!§)(?<!uge )(?<!kapitel )(?<!kap\. )(?<!kl\. )(?<!nr\. )(?<!stk\. )(?<!\d[.,/–-])"
    rf"\b(?P<count>{_NUMBER})(?P<until>(?:\s*[-–/]\s*|\s(?:til|eller)\s)(?:{_NUMBER}))?"
)
# What is counted: times, or something that is held or paid.
_HELD = (
    r"[a-zæøå]*(?:gang(?:e|en)?|møder?|besøg|dage?|aften|aftener|kontroller?|kampagner?|aktioner?|arrangementer?|oplæg|"
    r"kursus|kurser|øvelser?|vandringer?|runder?|ture?|samtaler?|konferencer?|workshops?|seminarer?|drøftelser?|"
    r"rapporter?|evalueringer?|målinger?|tilsyn|razziaer?)"
)
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_PERIODS = (
    (
        r"årligt|årlige?|hvert (?:forår|efterår|skoleår)|hver (?:sommer|vinter)|om året|pr\.? år|per år|"
        r"hvert år|i løbet af året|i løbet af 20\d\d",
        "year",
    ),
    (r"halvårligt|halvårlige?|hvert halvår|hvert halve år|pr\.? halvår", "half-year"),
    (r"kvartalsvist?|kvartalsvise|hvert kvartal|pr\.? kvartal|i kvartalet", "quarter"),
    (r"månedligt|månedlige?|om måneden|pr\.? måned|hver måned", "month"),
    (r"ugentligt|ugentlige?|om ugen|pr\.? uge|hver uge", "week"),
    (r"dagligt|daglige|om dagen|hver dag", "day"),
)
_WORDS = "|".join(words for words, _per in _PERIODS)
_EACH = r"årlige?|halvårlige?|kvartalsvise|månedlige?|ugentlige?|daglige"
_END = rf"\b(?! (?:{_MONTHS})\b)(?!/)"
_COUNTED = tuple(
    re.compile(rf"{_COUNT}\s+{how}{_END}", re.IGNORECASE)
    for how in (
        rf"(?:[a-zæøå]+\s+)?{_HELD}\s+(?:[a-zæøå]+\s+){{0,3}}?(?P<per>{_WORDS})",
        rf"(?:[a-zæøå]+\s+)?(?P<per>{_EACH})",
    )
)
# “Den årlige plan” is the name of a plan; “årligt” says how often. “Pr. år” alone is a rate and says nothing of times.
_ADVERBS = (
    r"årligt|hvert år|hvert (?:forår|efterår|skoleår)|hver (?:sommer|vinter)|"
    r"halvårligt|hvert halvår|hvert halve år|kvartalsvist?|hvert kvartal|månedligt|hver måned|"
    r"ugentligt|hver uge|dagligt|hver dag"
)
_PLAIN = re.compile(rf"(?<!pct\. )(?<!procent )(?<!% )(?<!kr\. )\b(?P<per>{_ADVERBS}){_END}", re.IGNORECASE)
_RATE = re.compile(rf"(?P<per>{_WORDS})\.?", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:aldrig|hverken|ophører|nedlægges|ikke(?! (?:mindst|kun|alene|bare|blot|færre|sjældnere|mindre)))\b",
    re.IGNORECASE,
)
_CLAUSE_ENDS = re.compile(r"[,;:]\s|\.\s+(?=[A-ZÆØÅ])|\bmen\b")
_DAYS = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag"
_WEEKDAY = re.compile(
    r"\b(?:hver |om )?(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag)(?:e|ene)?\b(?:\s*(?:kl\.?|fra))",
    re.IGNORECASE,
)
_EVERY_OTHER = re.compile(r"\bhver(?:t)? (?:anden|andet) (?P<what>år|måned|uge)\b", re.IGNORECASE)
_EVERY_FEW = re.compile(r"\bhver (?P<few>tredje|fjerde|sjette) måned\b", re.IGNORECASE)
_FEW = {"tredje": (1, "quarter"), "fjerde": (3, "year"), "sjette": (1, "half-year")}
_EVERY_DAY_OF = re.compile(rf"\bhver (?:{_DAYS})(?:(?:, | og )(?:{_DAYS}))*\b", re.IGNORECASE)
_STEADY = re.compile(r"\b(?:løbende|jævnligt|regelmæssigt|kontinuerligt|regelmæssige|jævnlige)\b", re.IGNORECASE)
_DAY = re.compile(rf"\b(?:senest |inden |den |d\. )+(\d{{1,2}})\.\s*({_MONTHS})\s+(20\d\d)", re.IGNORECASE)
_IN_MONTH = re.compile(rf"\b(?:i|inden|ultimo|primo|medio|senest)\s+({_MONTHS})\s+(20\d\d)", re.IGNORECASE)
_QUARTER = re.compile(
    r"\b(1|2|3|4|første|andet|tredje|fjerde)\.?\s+(kvartal|halvår)\s+(?:af\s+|i\s+)?(20\d\d)", re.IGNORECASE
)
_IN_YEAR = re.compile(
    r"\b(?:(?:inden |ved |senest ved )?udgangen af |i løbet af |inden |ultimo |primo |frem mod |også i |"
    r"fortsat i |i )((?:20)\d\d)\b(?!\s*[-–]\s*20)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Cadence:
    """How often. `times` is None where a plan says “regularly” without a number.

    `exact` is False where the plan prints a range or says “about”; `times` is then the lower end of it.
    """

    times: int | None
    per: str
    printed: str
    exact: bool = True


@dataclass(frozen=True)
class Due:
    """By when: the last day that the words allow, and the words."""

    day: date
    printed: str


def cadence_in(text: str) -> Cadence | None:
    """The cadence that a sentence states, the counted one first; none where the words say “not”."""
    if counted := next((found for how in _COUNTED for found in how.finditer(text) if _is_meant(text, found)), None):
        count = counted["count"].lower()
        exact = not (counted["until"] or counted["roughly"])
        return Cadence(_COUNTS.get(count) or int(count), _per(counted["per"]), counted[0].strip(), exact)
    if (other := _EVERY_OTHER.search(text)) and _is_meant(text, other):
        per = {"år": "two years", "måned": "two months", "uge": "two weeks"}[other["what"].lower()]
        return Cadence(1, per, other[0])
    if (few := _EVERY_FEW.search(text)) and _is_meant(text, few):
        return Cadence(*_FEW[few["few"].lower()], few[0])
    if (days := _EVERY_DAY_OF.search(text)) and _is_meant(text, days):
        return Cadence(len(re.findall(_DAYS, days[0], re.IGNORECASE)), "week", days[0])
    if (weekday := _WEEKDAY.search(text)) and _is_meant(text, weekday):
        return Cadence(1, "week", weekday[0].strip())
    plain = _RATE.fullmatch(text.strip()) or next(
        (found for found in _PLAIN.finditer(text) if _is_meant(text, found)), None
    )
    if plain:
        return Cadence(1, _per(plain["per"]), plain[0])
    steady = _STEADY.search(text)
    return Cadence(None, "", steady[0]) if steady and _is_meant(text, steady) else None


def _is_meant(text: str, found: re.Match[str]) -> bool:
    """Whether the clause around some words says that it is so, and not that it is not."""
    ends = [(0, 0), *(one.span() for one in _CLAUSE_ENDS.finditer(text)), (len(text), len(text))]
    begin = max(after for _before, after in ends if after <= found.start())
    end = min(before for before, _after in ends if before >= found.end())
    return _NOT.search(text, begin, end) is None


def _per(words: str) -> str:
    return next(per for pattern, per in _PERIODS if re.fullmatch(pattern, words.lower()))


def due_in(text: str) -> Due | None:
    """The day by which a sentence says that something is to be done."""
    for reading in (_on_a_day, _in_a_quarter, _in_a_month, _in_a_year):
        found = reading(text)
        if found:
            return found
    return None


def _on_a_day(text: str) -> Due | None:
    found = _DAY.search(text)
    if not found:
        return None
    try:
        return Due(date(int(found[3]), _month(found[2]), int(found[1])), found[0])
    except ValueError:
        return None


def _in_a_quarter(text: str) -> Due | None:
    found = _QUARTER.search(text)
    if not found:
        return None
    which = {"første": 1, "andet": 2, "tredje": 3, "fjerde": 4}.get(found[1].lower()) or int(found[1])
    month = which * (3 if found[2].lower() == "kvartal" else 6)
    return _last_of(int(found[3]), month, found[0]) if month <= 12 else None


def _in_a_month(text: str) -> Due | None:
    found = _IN_MONTH.search(text)
    return _last_of(int(found[2]), _month(found[1]), found[0]) if found else None


def _in_a_year(text: str) -> Due | None:
    found = _IN_YEAR.search(text)
    return _last_of(int(found[1]), 12, found[0]) if found else None


def _month(name: str) -> int:
    return _MONTHS.split("|").index(name.lower()) + 1


def _last_of(year: int, month: int, printed: str) -> Due:
    return Due(date(year, month, calendar.monthrange(year, month)[1]), printed)
