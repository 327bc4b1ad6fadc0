"""Answers to a safety survey (svar på en tryghedsmåling), with weights and strata."""

from samvirke.foundation.words import _
from samvirke.registers.incidents.engine.sheet_kind import Column, SheetKind

SHEET = SheetKind(
    name="survey-answers",
    version=1,
    title=_("Answers to a safety survey"),
    about=_("A row an answer to “How safe do you feel in your neighbourhood?”, 1 being safe and 7 unsafe."),
    columns=(
        Column("day", "day", _("The last day of the wave that it was given in")),
        Column("municipality", "municipality", _("Where whoever answered lives"), may_be_empty=True),
        Column("area", "label", _("The named area, where the survey drew one"), may_be_empty=True),
        Column("answer", "scale", _("The answer, from 1 to 7")),
        Column("weight", "weight", _("How many people the answer stands for, or 1")),
        Column("stratum", "label", _("The part of the population that it was drawn from")),
        Column("stratum_size", "amount", _("How many people live in that part"), may_be_empty=True),
    ),
    dated="day",
    never=_("Names, ages and anything else by which whoever answered could be known."),
)
