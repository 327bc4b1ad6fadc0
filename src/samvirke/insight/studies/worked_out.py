"""Works a study out on the newest versions of its district's incidents, and draws what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from samvirke import __version__
from samvirke.analysis.kit import Result
from samvirke.foundation.words import LANGUAGES, Said, said
from samvirke.insight.studies.discovered import discovered_said, weightless
from samvirke.insight.studies.engine.asked import parameters_of
from samvirke.insight.studies.engine.carry_out import Tell, carry_out
from samvirke.insight.studies.engine.drawn import drawn
from samvirke.insight.studies.engine.scope import Scope
from samvirke.insight.studies.engine.spread import spread
from samvirke.insight.studies.every import kind_called
from samvirke.insight.studies.map_file import stored_shapes
from samvirke.insight.studies.models import Study
from samvirke.registers.incidents.queries.store import Store, open_store
from samvirke.registers.places.models import Municipality
from samvirke.trust.access.actor import Actor

# A surface of more cells than these is given as a picture and in numbers, and as places by the command line.
_MOST_SHAPES = 50_000


@dataclass(frozen=True)
class Answer:
    """What a study's row gets when it is answered; the names are those of its columns."""

    answer: dict[str, Any]
    made_from: dict[str, Any]
    method_version: int
    program_version: str
    n: int
    digest: str
    seconds: float
    ran_on: str


def worked_out(actor: Actor, study: Study, tell: Tell) -> Answer:
    """The whole of it: read, compute, draw. What the analysis refuses is raised."""
    kind, store = kind_called(study.kind), open_store(actor, study.district)
    parameters = parameters_of(kind.analysis, study.parameters)
    with spread() as where:
        carried = carry_out(kind, scope_of(study, store), parameters, study.seed, where, tell)
    told = discovered_said(kind, study.categories)
    shown = {language: _shown(carried.result, told, language) for language in LANGUAGES}
    return Answer(
        answer={
            "result": carried.result.as_dict(),
            "shown": shown,
            "places": stored_shapes(carried.result.shapes(), _MOST_SHAPES),
        },
        made_from={"sources": dict(store.stamp)},
        method_version=kind.analysis.about.version,
        program_version=__version__,
        n=carried.n,
        digest=carried.digest,
        seconds=carried.seconds,
        ran_on=carried.ran_on,
    )


def scope_of(study: Study, store: Store) -> Scope:
    """The incidents of a study in these versions of the district's sources."""
    codes = Municipality.objects.filter(district=study.district).order_by("pk").values_list("pk", flat=True)
    return Scope(
        files=tuple(path for one in store.held for path in one.paths),
        categories=tuple(study.categories),
        first=study.first,
        after=study.after,
        municipality=study.area,
        municipalities=tuple(codes),
        standing=tuple((float(x), float(y)) for x, y in study.beside.get("standing", ())),
        weightless=weightless(study.categories),
    )


def _shown(result: Result, told: list[Said], language: str) -> dict[str, Any]:
    """The answer as it is read in a language."""
    return {
        "table": result.table().texts(language),
        "notes": [note.text(language) for note in (*result.notes(), *told)],
        "caution": said(result.about.caution).text(language),
        "chart": drawn(result.chart(language)),
    }
