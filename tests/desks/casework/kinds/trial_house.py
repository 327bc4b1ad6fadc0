"""A second kind of case for the tests alone, which the first is referred to."""

from samvirke.desks.casework.engine.declaration import CaseType, FromConfiguration, Outcome, Section, Stage
from samvirke.desks.casework.engine.questions import LongText

HOUSE = CaseType(
    name="trial-house",
    version=1,
    title="House",
    summary="A municipality takes on what was referred to it.",
    basis="justice-act-115-psp",
    owner=("municipality",),
    joined_by=("region",),
    sections=(Section("matter", "Matter", (LongText("text", "Text"),), by=("municipality",)),),
    stages=(
        Stage("received", "Received", leads_to=("closed",)),
        Stage("closed", "Closed", outcomes=(Outcome("done", "Done"), Outcome("known", "Known", told="already-known"))),
    ),
    keep=FromConfiguration(),
    counts=("closed: done",),
)
