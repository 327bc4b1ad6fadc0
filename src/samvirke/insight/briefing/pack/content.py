"""What a pack says, as texts and drawings ready to be set: the web page and the PDF take the same content."""

from __future__ import annotations

from dataclasses import dataclass, field

# How a pack is kept: as which kind of paper, in which two forms.
PACK, PDF, HTML = "meeting-pack", "application/pdf", "text/html"


@dataclass(frozen=True)
class Finding:
    """Something that moved, or did not. `arrow` and `drawing` are SVG without words of their own."""

    headline: str
    detail: str
    aside: str = ""
    arrow: str = ""
    drawing: str = ""


@dataclass(frozen=True)
class Late:
    """A commitment past its date."""

    title: str
    owner: str
    due: str
    sign: str
    days: str


@dataclass(frozen=True)
class Due:
    """A commitment that is due soon."""

    title: str
    owner: str
    due: str
    measured: str


@dataclass(frozen=True)
class ToDecide:
    """An item of the agenda that asks for a decision."""

    number: str
    title: str
    recommendation: str
    minutes: str


@dataclass(frozen=True)
class DutyBox:
    """A duty of the year."""

    title: str
    count: str
    boxes: str
    state: str
    sign: str
    said: str


@dataclass(frozen=True)
class Line:
    """One indicator in the table of focus areas."""

    focus: str
    title: str
    now: str
    before: str
    headline: str
    detail: str
    state: str
    arrow: str
    drawing: str
    whole_headline: str
    whole_detail: str
    whole_state: str
    rate: str


@dataclass(frozen=True)
class Chart:
    """One small chart with the numbers behind it; `why_not` stands in its place when it may not be drawn."""

    title: str
    unit: str
    drawing: str
    alt: str
    why_not: str
    head: tuple[str, str]
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Legend:
    """One class of a map: its colour as a small drawing, and its limits."""

    swatch: str
    label: str


@dataclass(frozen=True)
class Map:
    """Where, by level."""

    title: str
    drawing: str
    alt: str
    legend: tuple[Legend, ...]
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class GoalLine:
    """A goal of the plan and what follows it."""

    focus: str
    goal: str
    followed_by: str
    now: str


@dataclass(frozen=True)
class Paragraph:
    """A note on method."""

    title: str
    text: str


@dataclass(frozen=True)
class Table:
    """A table with a caption."""

    title: str
    note: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class FocusPart:
    """One focus area of the plan in a few lines: what moved, what is agreed, where, and what nobody can tell."""

    title: str
    question: str
    findings: tuple[str, ...]
    agreed: tuple[str, ...]
    agreed_note: str
    places: tuple[str, ...]
    measures: tuple[str, ...]
    unknown: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class Pack:
    """All of it. `labels` are the fixed words of headings and columns in the pack's language."""

    language: str
    body: str
    place: str
    title: str
    file_title: str
    occasion: str
    meeting: str
    demo: str
    footer: str
    labels: dict[str, str]
    top: Finding
    moved: tuple[Finding, ...]
    late: tuple[Late, ...]
    late_note: str
    to_decide: tuple[ToDecide, ...]
    to_decide_note: str
    duties: tuple[DutyBox, ...]
    duties_note: str
    table_note: str
    has_whole: bool
    lines: tuple[Line, ...]
    axis: str
    axis_on_paper: str
    remarks: tuple[str, ...]
    charts: tuple[Chart, ...]
    map: Map | None
    methods: tuple[Paragraph, ...]
    goals: tuple[GoalLine, ...]
    goals_note: str
    due: tuple[Due, ...]
    due_note: str
    tables: tuple[Table, ...] = ()
    focus_parts: tuple[FocusPart, ...] = ()
    made_from: dict[str, object] = field(default_factory=dict)
