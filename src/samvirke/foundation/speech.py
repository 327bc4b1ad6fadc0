"""How numbers, dates and shares are written in Danish and English."""

from __future__ import annotations

from datetime import date, datetime, time

NBSP = "\u00a0"
MINUS = "\u2212"
_MARKS = {"da": (".", ","), "en": (",", ".")}
_MONTHS = {
    "da": "januar februar marts april maj juni juli august september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_WEEKDAYS = {
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}


def number(value: float, language: str = "da", decimals: int = 0) -> str:
    """1785 as “1.785” in Danish and “1,785” in English; a true minus before negatives."""
    thousands, point = _MARKS[language]
    written = f"{abs(value):,.{decimals}f}".replace(",", "\0").replace(".", point).replace("\0", thousands)
    is_zero = not any(figure in written for figure in "123456789")
    return written if value >= 0 or is_zero else MINUS + written


def signed(value: float, language: str = "da", decimals: int = 0) -> str:
    """A change with its sign: “+12”, “−5”, “0”."""
    written = number(value, language, decimals)
    is_zero = not any(figure in written for figure in "123456789")
    return written if value < 0 or is_zero else f"+{written}"


def percent(value: float, language: str = "da", decimals: int = 0) -> str:
    """“17 %” in Danish (with a space that does not break), “17%” in English."""
    return number(value, language, decimals) + (f"{NBSP}%" if language == "da" else "%")


def day(value: date, language: str = "da", year: bool = False) -> str:
    """“29. august” or “29 August”, with the year on request."""
    month = _MONTHS[language][value.month - 1]
    written = f"{value.day}.{NBSP}{month}" if language == "da" else f"{value.day}{NBSP}{month}"
    return f"{written} {value.year}" if year else written


def weekday(value: date, language: str = "da") -> str:
    """“torsdag” or “Thursday”."""
    return _WEEKDAYS[language][value.weekday()]


def full_day(value: date, language: str = "da") -> str:
    """“Torsdag 29. august 2024” or “Thursday 29 August 2024”."""
    written = f"{weekday(value, language)} {day(value, language, year=True)}"
    return written[0].upper() + written[1:]


def short_day(value: date, language: str = "da") -> str:
    """“to. 29. aug.” or “Thu 29 Aug”, for a narrow column."""
    name, month = _WEEKDAYS[language][value.weekday()], _MONTHS[language][value.month - 1]
    if language == "da":
        tail = month if len(month) <= 4 else f"{month[:3]}."
        return f"{name[:2]}.{NBSP}{value.day}.{NBSP}{tail}"
    return f"{name[:3]}{NBSP}{value.day}{NBSP}{month[:3]}"


def clock_time(value: time | datetime, language: str = "da") -> str:
    """“9.00” in Danish, “9:00” in English."""
    return f"{value.hour}{'.' if language == 'da' else ':'}{value.minute:02}"


def month_year(value: date, language: str = "da") -> str:
    """“juni 2024” or “June 2024”."""
    return f"{_MONTHS[language][value.month - 1]} {value.year}"


def listed(words: list[str], language: str = "da") -> str:
    """“Aarhus, Odder og Samsø” or “Aarhus, Odder and Samsø”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {'og' if language == 'da' else 'and'} {words[-1]}"
