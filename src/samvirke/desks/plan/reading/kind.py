"""Tells a cooperation plan from minutes, yearly reports, handbooks and everything else that districts publish."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samvirke.desks.plan.reading.lines import Line
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_PLAN = re.compile(
    r"samarbejds\s*-?plan|plan(?:en)? for (?:det )?(?:\w+ )?samarbejde|samarbejdsaftale|handle?(?:ings)?plan|"
    r"samarbejdsstrategi|kredsråds(?:plan|strategi)|kredsrådets (?:plan|strategi)|"
    r"(?:strategi|plan) for (?:kredsråd|lokalråd|det kriminal)|(?:kriminal|tryghed)\w*(?:plan|strategi)",
    re.IGNORECASE,
)
_OTHERS = (
    (
        "minutes",
        _("minutes or an agenda"),
        re.compile(r"\b(?:\w*referat(?:et)?|dagsorden|mødeindkaldelse|beslutningsprotokol|protokol)\b", re.IGNORECASE),
    ),
    (
        "report",
        _("a report of what has been"),
        re.compile(
            r"\b(?:års?\s*(?:beretning|rapport|redegørelse|status|regnskab)|virksomhedsberetning|beretning|"
            r"redegørelse|statusrapport|"
            r"årsresultat|evaluering(?:srapport)?|afrapportering|halvårsrapport|kvartalsrapport)(?:en)?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "handbook",
        _("a handbook or guide"),
        re.compile(
            r"\b(?:\w*håndbog(?:en)?|vejledning(?:en)?|manual(?:en)?|idékatalog|inspirationskatalog|drejebog|"
            r"værktøjskasse|guide|"
            r"pjece|folder|kommissorium|forretningsorden|vedtægter?|bekendtgørelse|lovforslag|pressemeddelelse|"
            r"nyhedsbrev)\b",
            re.IGNORECASE,
        ),
    ),
)
# Words that open the lines of minutes; the sorts are counted, since a plan may say “Deltagere:” of every forum.
_MINUTES_INSIDE = re.compile(
    r"^(til ?stede|mødedeltagere|afbud|fraværende|referent|mødeleder|ordstyrer|dagsorden|næste møde|eventuelt|"
    r"ad(?=\.? ?"
    r"(?:pkt\.?|punkt)? ?\d)|punkt(?= \d)|pkt(?=\.? \d)|godkendelse af (?:dagsorden|referat)|mødedato|mødested|"
    r"beslutning:)",
    re.IGNORECASE,
)
_PLANNING = re.compile(r"samarbejdsplan|handle?(?:ings)?plan|fokusområde|indsatsområde", re.IGNORECASE)
_POLICE, _TOWNS = re.compile(r"politi", re.IGNORECASE), re.compile(r"kommun", re.IGNORECASE)
_COUNCIL = re.compile(
    r"kredsråd|lokalråd|samarbejdsplan|plan for (?:\w+ ){0,2}samarbejde|\bssp\b|\bpsp\b", re.IGNORECASE
)
_AHEAD = re.compile(r"\b(?:vil|skal|fortsætter|fortsat|videreføres|iværksættes|gennemføres|fokus)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"\b(?:blev|var|havde|har haft|er blevet|faldt|steg|deltog|afholdt(?:es)?|orienterede|takkede|oplyste|nævnte)\b",
    re.IGNORECASE,
)
_FRONT = 25
_TITLE_LONGEST = 90
_MINUTES = 3


@dataclass(frozen=True)
class Signs:
    """What speaks for and against a plan, counted."""

    plan_named: bool
    other: str
    other_named: bool
    together: bool
    councils: int
    planning: int
    ahead: int
    behind: int
    minutes: int


def signs_of(title: str, front: tuple[Line, ...], lines: tuple[Line, ...]) -> Signs:
    """Look at the title, the first lines and the language of the whole."""
    first = [line.text for line in (front or lines)[:_FRONT] if len(line.text) < 160]
    text = "\n".join(line.text for line in lines)
    heads = [*(one for one in first[:6] if len(one) <= _TITLE_LONGEST and not one.endswith(".")), title]
    other = next((name for _key, name, words in _OTHERS if any(words.search(one) for one in heads)), "")
    in_title = next((name for _key, name, words in _OTHERS if words.search(title) and not _PLAN.search(title)), "")
    return Signs(
        plan_named=any(_PLAN.search(one) for one in (title, *first)),
        other=in_title or other,
        other_named=bool(in_title) or _begins_otherwise(heads),
        together=len(_POLICE.findall(text)) >= 3 and len(_TOWNS.findall(text)) >= 2,
        councils=len(_COUNCIL.findall(text)),
        planning=len(_PLANNING.findall(text)),
        ahead=len(_AHEAD.findall(text)),
        behind=len(_BEHIND.findall(text)),
        minutes=len({found[1].lower() for line in lines if (found := _MINUTES_INSIDE.match(line.text))}),
    )


def _begins_otherwise(heads: list[str]) -> bool:
    """Whether the document names itself something else before it names itself a plan.

    “Evaluering af samarbejdsplanen” is no plan; “Redegørelse og samarbejdsplan” and “Samarbejdsplan og status” are.
    """
    for text in heads:
        plan = _PLAN.search(text)
        other = next((found for _key, _name, words in _OTHERS if (found := words.search(text))), None)
        if plan and (other is None or plan.start() < other.start() or text[: plan.start()].endswith("og ")):
            return text[plan.end() :].startswith(("s ", "ens "))
        if other:
            return True
    return False


def refuse_unless_plan(name: str, signs: Signs) -> None:
    """Raise `Refused`, with the reason, for a document that is no cooperation plan of police and municipalities."""
    remedy = _("Choose the cooperation plan itself. If this is one, let its first page say so and try again.")
    if signs.other and signs.other_named:
        raise _looks_like(signs.other, remedy, name)
    if signs.minutes >= _MINUTES:
        raise _looks_like(_OTHERS[0][1], remedy, name)
    if not signs.together or not signs.councils:
        what = _("The document does not speak of police and municipalities working together.")
        raise Refused.because(what, remedy, file=name)
    if not signs.plan_named and not _reads_as_plan(signs):
        raise Refused.because(_("Nothing in the document calls it a cooperation plan."), remedy, file=name)
    if signs.behind > 3 * signs.ahead and signs.behind > 12:
        raise _looks_like(_OTHERS[1][1], remedy, name)


def _reads_as_plan(signs: Signs) -> bool:
    """A plan whose first page does not say so: it speaks of councils and focus areas, and of what will be done."""
    return signs.councils >= 2 and signs.planning >= 2 and signs.ahead >= 2 and signs.behind < signs.ahead


def _looks_like(kind: str, remedy: str, name: str) -> Refused:
    what = Said(_("This looks like {kind}, not like a cooperation plan."), {"kind": Said(kind)})
    return Refused.because(what, remedy, file=name)
