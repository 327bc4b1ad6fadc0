"""What every analysis is made of: its declaration, its result, and the checks of what it is given."""

from samvirke.analysis.kit.checks import (
    amounts,
    coordinates,
    counts,
    days,
    labels,
    refuse_unless,
    same_length,
)
from samvirke.analysis.kit.declared import INPUTS, Analysis, Input, analysis, asked, check_choices
from samvirke.analysis.kit.description import About
from samvirke.analysis.kit.result import CIRCLES, POINTS, SQUARES, Figure, Result, Shapes, Table, plain, vega

__all__ = [
    "CIRCLES",
    "INPUTS",
    "POINTS",
    "SQUARES",
    "About",
    "Analysis",
    "Figure",
    "Input",
    "Result",
    "Shapes",
    "Table",
    "amounts",
    "analysis",
    "asked",
    "check_choices",
    "coordinates",
    "counts",
    "days",
    "labels",
    "plain",
    "refuse_unless",
    "same_length",
    "vega",
]
