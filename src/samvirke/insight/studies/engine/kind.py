"""What a kind of study is: an analysis, what of the incidents it reads, and how its work is divided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from samvirke.analysis.kit import Analysis, Result
from samvirke.insight.studies.engine.scope import Piece, Scope, digest_of

Part = Any


@dataclass(frozen=True)
class Kind:
    """A declared kind of study.

    `parts` divides the work by what is asked alone, never by who computes: one thread and a thousand machines do
    the same parts and put the same pieces together in the same order, so the answer is the same to the bit.
    `title` stands where the analysis's own question would not tell this kind from another. One that `chooses_places`
    says in its answer what the police find themselves weighs in it.
    `work` is a function of its file (it travels by name); the seed of a part is drawn from the study's own.
    """

    name: str
    analysis: Analysis[..., Any]
    reads: str
    work: Callable[[Scope, Any, int, Part], Piece]
    whole: Callable[[Scope, Any, Sequence[Part], Sequence[Any]], Result]
    parts: Callable[[Scope, Any], Sequence[Part]] = lambda _scope, _parameters: (None,)
    title: str = ""
    chooses_places: bool = False


def read_whole(
    analysis: Analysis[..., Any], scope: Scope, parameters: Any, seed: int, columns: str, where: str = "true"
) -> Piece:
    """An analysis of all incidents at once: the columns are named as the analysis names its inputs."""
    read = scope.read(columns, where)
    draws = {"generator": np.random.default_rng(seed)} if analysis.draws else {}
    found = analysis(**read, parameters=parameters, **draws)
    return Piece(len(next(iter(read.values()))), digest_of(read), found)


def the_only(_scope: Scope, _parameters: Any, _parts: Sequence[Part], pieces: Sequence[Any]) -> Result:
    """The answer of a study that is one part."""
    found: Result = pieces[0]
    return found
