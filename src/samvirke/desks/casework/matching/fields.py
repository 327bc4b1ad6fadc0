"""What two reports are compared by, how alike it can be, and what each likeness is called."""

from __future__ import annotations

from dataclasses import dataclass

from samvirke.foundation.words import _

CHILD, FAMILY = UNITS = ("child", "family")
SAME, ALIKE, NAME, OTHER, MISSING = "same", "alike", "name", "other", "missing"


@dataclass(frozen=True)
class Level:
    """How alike a field is: the sentence, and the starting values of how often it is so among the same and others.

    The starting values are assumptions of this program, measured nowhere. They weigh as much as twenty pairs, and are
    pulled by the reports themselves as far as there are enough of them.
    """

    name: str
    said: str
    among_same: float
    among_others: float


@dataclass(frozen=True)
class Field:
    """A field of a report; its levels from most alike to least. `parts` are the fields that it takes together."""

    name: str
    title: str
    levels: tuple[Level, ...]
    missing: str
    parts: tuple[str, ...] = ()

    def level(self, name: str) -> Level | None:
        """The level of that name; nothing for what is missing."""
        return next((one for one in self.levels if one.name == name), None)

    def said(self, name: str) -> str:
        """A level in plain words."""
        found = self.level(name)
        return found.said if found else self.missing


_ALL = (
    Field(
        "cpr",
        _("CPR number"),
        (Level(SAME, _("Same CPR number"), 0.97, 0.00002), Level(OTHER, _("Other CPR number"), 0.03, 0.99998)),
        _("CPR number missing in one of them"),
    ),
    Field(
        "given",
        _("First name"),
        (
            Level(SAME, _("Same first name"), 0.85, 0.01),
            Level(ALIKE, _("First name spelled alike"), 0.1, 0.01),
            Level(OTHER, _("Other first name"), 0.05, 0.98),
        ),
        _("First name missing in one of them"),
    ),
    Field(
        "surname",
        _("Surname"),
        (
            Level(SAME, _("Same surname"), 0.85, 0.02),
            Level(ALIKE, _("Surname spelled alike"), 0.08, 0.01),
            Level(OTHER, _("Other surname"), 0.07, 0.97),
        ),
        _("Surname missing in one of them"),
    ),
    Field(
        "born",
        _("Date of birth"),
        (
            Level(SAME, _("Same date of birth"), 0.9, 0.0003),
            Level(ALIKE, _("Date of birth off by one sign"), 0.06, 0.004),
            Level(OTHER, _("Other date of birth"), 0.04, 0.9957),
        ),
        _("Date of birth missing in one of them"),
    ),
    Field(
        "address",
        _("Address"),
        (
            Level(SAME, _("Same address"), 0.6, 0.002),
            Level(ALIKE, _("Same street, other number"), 0.05, 0.008),
            Level(OTHER, _("Other address"), 0.35, 0.99),
        ),
        _("Address missing in one of them"),
    ),
    Field(
        "phone",
        _("Telephone"),
        (Level(SAME, _("Same telephone"), 0.65, 0.001), Level(OTHER, _("Other telephone"), 0.35, 0.999)),
        _("Telephone missing in one of them"),
    ),
    # Brothers and sisters share all three. Counted one by one they would make two children one with great certainty.
    Field(
        "home",
        _("Surname and home together"),
        (
            Level(SAME, _("The surname and the address or telephone"), 0.7, 0.002),
            Level(ALIKE, _("The address or telephone, not the surname"), 0.1, 0.003),
            Level(NAME, _("The surname, not the address or telephone"), 0.15, 0.025),
            Level(OTHER, _("Neither surname nor home"), 0.05, 0.97),
        ),
        _("Surname and home missing in one of them"),
        parts=("surname", "address", "phone"),
    ),
)
FIELDS = {one.name: one for one in _ALL}
# What is compared, and what of it is evidence. A family is told by what it is called, where it lives and how it is
# reached, whichever child the report names.
OF_UNIT = {CHILD: tuple(FIELDS), FAMILY: ("surname", "address", "phone")}
EVIDENCE = {CHILD: ("cpr", "given", "born", "home"), FAMILY: OF_UNIT[FAMILY]}
