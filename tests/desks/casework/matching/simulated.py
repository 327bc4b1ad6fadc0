"""Invented reports about invented children, some of them several times and misspelled, with the truth beside."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from samvirke.desks.casework.matching.record import Record, record

GIVEN = """emma noah ida oscar freja lucas karla william alma carl asta malthe ella emil sofia victor laura anton
agnes arthur clara august olivia elias mathilde aksel liv valdemar nora magne""".split()
SURNAMES = """jensen nielsen hansen pedersen andersen christensen larsen bruun friis holm dahl lund skov krogh bach
toft winther brandt juhl ravn""".split()
STREETS = "Engvej Skolegade Birkevej Havnegade Kirkestien Moellevej Parkalle Soevej Toften Vestergade".split()


@dataclass(frozen=True)
class Told:
    """Reports, and which child and which family each is about, by the key of the report."""

    records: list[Record]
    child: dict[str, int]
    family: dict[str, int]

    def same(self, unit: str) -> set[tuple[str, str]]:
        """Every pair of reports about the same child, or the same family."""
        of = self.child if unit == "child" else self.family
        keys = sorted(of)
        return {(a, b) for n, a in enumerate(keys) for b in keys[n + 1 :] if of[a] == of[b]}


def told(families: int, seed: int) -> Told:
    """Families of one to three children; three children in ten are in two to four reports."""
    dice = random.Random(seed)
    made = Told([], {}, {})
    children = 0
    for family in range(families):
        surname, home, phone = dice.choice(SURNAMES), _home(dice), f"{dice.randrange(10**8):08}"
        for _child in range(dice.choice((1, 1, 2, 3))):
            children += 1
            given, born = dice.choice(GIVEN), date(2008, 1, 1) + timedelta(days=dice.randrange(5000))
            for _report in range(dice.choice((2, 3, 4)) if dice.random() < 0.3 else 1):
                key = f"r{len(made.records):05}"
                made.child[key], made.family[key] = children, family
                made.records.append(_report_of(dice, key, given, surname, born, home, phone))
    return made


def _report_of(dice: random.Random, key: str, given: str, surname: str, born: date, home: str, phone: str) -> Record:
    """One report: a tenth misspelled, moved or with a date off by one sign, a third without a telephone."""
    if dice.random() < 0.1:
        given = _misspelled(dice, given)
    if dice.random() < 0.1:
        surname = _misspelled(dice, surname)
    if dice.random() < 0.07:
        born = born.replace(day=born.day % 10 + 1)
    there = _home(dice) if dice.random() < 0.15 else home
    stated = born if dice.random() < 0.95 else None
    number = "" if dice.random() < 0.33 else phone
    return record(key, given=given, surname=surname, born=stated, address=there, postcode="8900", phone=number)


def _home(dice: random.Random) -> str:
    return f"{dice.choice(STREETS)} {dice.randrange(1, 60)}, {dice.choice(('st.', '1. tv', '2. th', ''))}"


def _misspelled(dice: random.Random, word: str) -> str:
    at = dice.randrange(1, len(word))
    return word[:at] + dice.choice("aeinrst") + word[at + dice.choice((0, 1)) :]
