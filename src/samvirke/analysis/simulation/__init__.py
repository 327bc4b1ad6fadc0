"""An invented police district in which it is known what is true: what has been planted, and what is noise."""

from samvirke.analysis.simulation.columns import SimulatedDistrict
from samvirke.analysis.simulation.counts import draw_counts, expected_counts
from samvirke.analysis.simulation.danish_csv import CSV_COLUMNS, csv_columns
from samvirke.analysis.simulation.demo import demo_parameters
from samvirke.analysis.simulation.district import by_quarter, simulate
from samvirke.analysis.simulation.parameters import Kind, Nightlife, Parameters, Setting, Town, Window
from samvirke.analysis.simulation.truths import declared_truths

__all__ = [
    "CSV_COLUMNS",
    "Kind",
    "Nightlife",
    "Parameters",
    "Setting",
    "SimulatedDistrict",
    "Town",
    "Window",
    "by_quarter",
    "csv_columns",
    "declared_truths",
    "demo_parameters",
    "draw_counts",
    "expected_counts",
    "simulate",
]
