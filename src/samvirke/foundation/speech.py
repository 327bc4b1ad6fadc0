"""How numbers, dates and shares are written in Danish and English."""

from __future__ import annotations

from datetime import date, datetime, time

from samvirke.foundation.period import Period, period_of
from samvirke.foundation.words import Said, Words, _

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


_OFTEN = {
    "week": (_("Once a week"), _("{count} times a week")),
    "month": (_("Once a month"), _("{count} times a month")),
    "quarter": (_("Once a quarter"), _("{count} times a quarter")),
    "year": (_("Once a year"), _("{count} times a year")),
}
_QUARTERS = (_("1st quarter"), _("2nd quarter"), _("3rd quarter"), _("4th quarter"))


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


def how_often(times: int, per: str) -> Said:
    """A cadence in words: so many times a week, month, quarter or year."""
    once, more = _OFTEN[per]
    return Said(once, {"count": times}, plural=more)


def said_day(value: date) -> Words:
    """The day with its year in both languages, for a sentence that is said later."""
    return Words(**{language: day(value, language, year=True) for language in _MONTHS})


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


def clock_span(starts: time | datetime, ends: time | datetime | None, language: str = "da") -> str:
    """“9.00–11.00”, or the first alone when the other is not known."""
    first = clock_time(starts, language)
    return f"{first}–{clock_time(ends, language)}" if ends else first


def month_year(value: date, language: str = "da") -> str:
    """“juni 2024” or “June 2024”."""
    return f"{_MONTHS[language][value.month - 1]} {value.year}"


def listed(words: list[str], language: str = "da") -> str:
    """“Aarhus, Odder og Samsø” or “Aarhus, Odder and Samsø”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {'og' if language == 'da' else 'and'} {words[-1]}"


class Speech:
    """One language's way of saying things, bound once and used throughout a paper or a page."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, message: str, **values: object) -> str:
        """A message id in this language, with its values."""
        return Said(message, values).text(self.language)

    def words(self, words: Words | Said | dict[str, str] | str) -> str:
        """Words that data carries, or a sentence, in this language."""
        if isinstance(words, dict):
            words = Words.of(words) if words else Words(da="", en="–")
        return words if isinstance(words, str) else words.text(self.language)

    def number(self, value: float, decimals: int = 0) -> str:
        """A number with the language's marks."""
        return number(value, self.language, decimals)

    def signed(self, value: float, decimals: int = 0) -> str:
        """A change with its sign."""
        return signed(value, self.language, decimals)

    def percent(self, value: float, decimals: int = 0) -> str:
        """A number as per cent."""
        return percent(value, self.language, decimals)

    def day(self, value: date, year: bool = False) -> str:
        """A day of the month."""
        return day(value, self.language, year)

    def full_day(self, value: date) -> str:
        """A day with its weekday and year."""
        return full_day(value, self.language)

    def listed(self, words: list[str]) -> str:
        """Words in a row."""
        return listed(words, self.language)

    def period(self, value: Period) -> str:
        """“2. kvartal 2024”, “juni 2024” or “2024”."""
        if value.kind == "quarter":
            return f"{self.quarter(value)} {value.year}"
        return month_year(value.first, self.language) if value.kind == "month" else str(value.year)

    def quarter(self, value: Period) -> str:
        """“2. kvartal” without its year."""
        return self.say(_QUARTERS[value.number - 1])

    def short(self, value: Period) -> str:
        """“3. kvt. 22”, “jun. 24” or “2024”, for the axis of a small chart."""
        if value.kind == "year":
            return str(value.year)
        number = period_of(value.first, "quarter").number
        return self.say(_("Q{number} {year}"), number=number, year=f"{value.year % 100:02}")

    def capital(self, words: str) -> str:
        """The words with a capital first letter."""
        return words[:1].upper() + words[1:]
