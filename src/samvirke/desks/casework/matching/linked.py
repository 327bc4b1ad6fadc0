"""Links reports by splink: how certain it is that two records are of the same child or family, and why."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from math import log2
from typing import Any

from samvirke.desks.casework.matching.blocking import RULES, pairs_alike
from samvirke.desks.casework.matching.fields import (
    ALIKE,
    CHILD,
    EVIDENCE,
    FAMILY,
    FIELDS,
    MISSING,
    NAME,
    OF_UNIT,
    OTHER,
    SAME,
)
from samvirke.desks.casework.matching.record import Record

# What the starting values weigh against what the reports teach, in pairs; which pairs are not even kept.
START_WEIGHS, FLOOR, SEED = 20.0, 0.05, 20240820
# In pairs that are alike in this the rest is learned; each field has to stay free in one of them.
_TAUGHT_BY = {CHILD: (("born",), ("given", "address")), FAMILY: (("address",), ("phone",))}
_FEWEST_TAUGHT_BY, _MOST_SAMPLED, _ROUNDS = 10, 1e6, 50
_COLUMNS = ("key", "given", "surname", "born", "address", "phone", "cpr", "street", "surname_start", "year")
# The levels that are more than the same or not, as DuckDB is asked. What is missing is like nothing.
_SURNAME = "coalesce(jaro_winkler_similarity(surname_l, surname_r) >= 0.88, false)"
_HOME = "(coalesce(address_l = address_r, false) OR coalesce(phone_l = phone_r, false))"
_ASKED = {
    ("given", ALIKE): "jaro_winkler_similarity(given_l, given_r) >= 0.88 "
    "OR split_part(given_l, ' ', 1) = split_part(given_r, ' ', 1)",
    ("surname", ALIKE): _SURNAME,
    ("born", ALIKE): "damerau_levenshtein(born_l, born_r) <= 1",
    ("address", ALIKE): "street_l = street_r",
    ("home", SAME): f"{_SURNAME} AND {_HOME}",
    ("home", ALIKE): _HOME,
    ("home", NAME): _SURNAME,
}
_NO_HOME = " OR ".join(f"(surname_{side} IS NULL AND address_{side} IS NULL AND phone_{side} IS NULL)" for side in "lr")
Tell = Callable[[float], None]
# field → level → (how often among the same, how often among others).
Values = dict[str, dict[str, tuple[float, float]]]


@dataclass(frozen=True)
class LinkedPair:
    """Two reports: how certain it is that they are of the same, and what each field says in bits for or against."""

    first: str
    second: str
    weight: float
    certainty: float
    agreed: dict[str, tuple[str, float]]


@dataclass(frozen=True)
class Linked:
    """What came of it. `taught` is how many pairs the reports themselves taught each field by; the rest is assumed.

    `left_out` are pairs under the floor, which nobody keeps: how many, and how many of them are the same by the model.
    """

    records: int
    compared: int
    prior: float
    values: Values
    taught: dict[str, float]
    pairs: tuple[LinkedPair, ...]
    left_out: tuple[int, float]
    by: str


def linked(records: Sequence[Record], unit: str, rules: Sequence[str], tell: Tell = lambda share: None) -> Linked:
    """Compare all pairs that the rules give. The same reports give the same answer, in whatever order they come."""
    ordered = sorted(records, key=lambda one: one.key)
    # Everything stays in memory, and none of splink's own notes reach the output of the worker.
    logging.getLogger("splink").setLevel(logging.CRITICAL)
    names = OF_UNIT[unit]
    tell(0.1)
    values, taught = _learned(ordered, unit, names)
    tell(0.6)
    scored = _scored(ordered, rules, values)
    tell(0.9)
    all_pairs = len(ordered) * (len(ordered) - 1) / 2
    evidence = [sum(agreed[name][1] for name in EVIDENCE[unit]) for _first, _second, agreed in scored]
    prior = _prior(evidence, max(all_pairs, 1.0))
    found = [
        LinkedPair(first, second, log2(prior / (1 - prior)) + bits, _certainty(prior, bits), agreed)
        for (first, second, agreed), bits in zip(scored, evidence, strict=True)
    ]
    kept = [one for one in found if one.certainty >= FLOOR]
    kept.sort(key=lambda one: (-one.certainty, one.first, one.second))
    below = [one.certainty for one in found if one.certainty < FLOOR]
    left_out, by = (len(below), sum(below)), f"splink {version('splink')}"
    return Linked(len(ordered), len(found), prior, values, taught, tuple(kept), left_out, by)


def _learned(records: Sequence[Record], unit: str, names: Sequence[str]) -> tuple[Values, dict[str, float]]:
    """How often each level is met among others, counted; and among the same, by expectation and maximisation."""
    from splink import block_on  # heavy: only in the worker
    from splink.internals.exceptions import EMTrainingException

    start = {name: {one.name: (one.among_same, one.among_others) for one in FIELDS[name].levels} for name in names}
    taught = dict.fromkeys(names, 0.0)
    linker = _linker(records, start, [RULES["phone"].columns])
    linker.training.estimate_u_using_random_sampling(max_pairs=_MOST_SAMPLED, seed=SEED)
    for columns in _TAUGHT_BY[unit]:
        pairs = pairs_alike(records, columns)
        if pairs < _FEWEST_TAUGHT_BY:
            continue
        try:
            session = linker.training.estimate_parameters_using_expectation_maximisation(block_on(*columns))
        except EMTrainingException:
            continue
        same = session.core_model_settings.probability_two_random_records_match * pairs
        for name in names:
            # A comparison that asks a blocked column, alone or among others, learns nothing there.
            taught[name] += 0.0 if {name, *FIELDS[name].parts} & set(columns) else same
    return _mixed(start, linker, taught, min(len(records) * (len(records) - 1) / 2, _MOST_SAMPLED)), taught


def _mixed(start: Values, linker: Any, taught: dict[str, float], pairs: float) -> Values:
    """What was learned beside the starting values, so that what was never met is rare and not impossible."""
    settings = linker.misc.save_model_to_json()["comparisons"]
    learned = {one["output_column_name"]: one["comparison_levels"] for one in settings}
    mixed: Values = {}
    for name, levels in start.items():
        found = [one for one in learned[name] if not one.get("is_null_level")]
        mixed[name] = {
            level: (
                _between(m, one.get("m_probability"), taught[name]),
                _between(u, one.get("u_probability"), pairs),
            )
            for (level, (m, u)), one in zip(levels.items(), found, strict=True)
        }
    return {name: _to_one(levels) for name, levels in mixed.items()}


def _between(start: float, learned: float | None, pairs: float) -> float:
    return start if learned is None else (START_WEIGHS * start + pairs * learned) / (START_WEIGHS + pairs)


def _to_one(levels: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    all_m, all_u = (sum(column) for column in zip(*levels.values(), strict=True))
    return {level: (m / all_m, u / all_u) for level, (m, u) in levels.items()}


def _scored(
    records: Sequence[Record], rules: Sequence[str], values: Values
) -> list[tuple[str, str, dict[str, tuple[str, float]]]]:
    linker = _linker(records, values, [RULES[name].columns for name in rules])
    rows = linker.inference.predict().as_record_list()
    return [(row["key_l"], row["key_r"], {name: _level(row, name) for name in values}) for row in rows]


def _level(row: dict[str, Any], name: str) -> tuple[str, float]:
    """The gamma counts from the least alike; minus one is missing, and says nothing."""
    gamma = int(row[f"gamma_{name}"])
    return (MISSING, 0.0) if gamma < 0 else (FIELDS[name].levels[::-1][gamma].name, float(row[f"mw_{name}"]))


def _linker(records: Sequence[Record], values: Values, blocks: Sequence[Sequence[str]]) -> Any:
    import duckdb  # heavy, as are the other two: only in the worker
    import pyarrow
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    database = duckdb.connect(":memory:")
    # One thread, so that a sample is the same each time; nothing of it is ever written to a disk.
    database.execute("SET threads = 1; SET memory_limit = '1GB'; SET temp_directory = ''")
    schema = pyarrow.schema([(name, pyarrow.string()) for name in _COLUMNS])
    rows = [{name: getattr(one, name) for name in _COLUMNS} for one in records]
    settings = SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="key",
        comparisons=[_comparison(name, levels) for name, levels in values.items()],
        blocking_rules_to_generate_predictions=[block_on(*columns) for columns in blocks],
        retain_intermediate_calculation_columns=True,
    )
    table = DuckDBAPI(database).register(pyarrow.Table.from_pylist(rows, schema=schema))
    return Linker(table, settings, log_level=None)


def _comparison(name: str, levels: dict[str, tuple[float, float]]) -> Any:
    import splink.comparison_level_library as level_of
    import splink.comparison_library as library

    made: dict[str, Any] = {SAME: level_of.ExactMatchLevel(name), OTHER: level_of.ElseLevel()}
    made |= {level: level_of.CustomLevel(asked, level, "duckdb") for (of, level), asked in _ASKED.items() if of == name}
    missing = level_of.CustomLevel(_NO_HOME, MISSING, "duckdb").configure(is_null_level=True)
    return library.CustomComparison(
        output_column_name=name,
        comparison_levels=[
            missing if FIELDS[name].parts else level_of.NullLevel(name),
            *(made[level].configure(m_probability=m, u_probability=u) for level, (m, u) in levels.items()),
        ],
    )


def _prior(evidence: Sequence[float], all_pairs: float) -> float:
    """How often two reports taken at random are of the same: what makes the expected number among the compared."""
    prior = 1 / (all_pairs + 1)
    for _round in range(_ROUNDS):
        same = sum(_certainty(prior, bits) for bits in evidence)
        prior = min(max((same + 1) / (all_pairs + 2), 1e-9), 0.5)
    return prior


def _certainty(prior: float, bits: float) -> float:
    """The odds of before times what the evidence says."""
    odds = prior / (1 - prior) * 2 ** min(max(bits, -200.0), 200.0)
    return odds / (1 + odds)
