"""Tells a cooperation plan from minutes, yearly reports, handbooks and everything else that districts publish."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samvirke.desks.plan.reading.lines import Line
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_PLAN = re.compile(
    r"samarbejds\s*-?plan|plan(?:en)? for (?:det )?(?:\w+ )?samarbejde|samarbejdsaftale|handle?(?:ings)?plan|"
    r"samarbejdsstrategi|"
    r"kredsråds(?:plan|strategi)|kredsrådets (?:plan|strategi)|(?:strategi|plan) for (?:kredsråd|lokalråd|"
    r"det kriminal)|virksomhedsplan|"
    r"(?:kriminal|tryghed)\w*(?:plan|strategi)|(?:strategi|plan)\w* 20\d\d",
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
_MINUTES_INSIDE = re.compile(
    r"^(?:til ?stede|deltagere|mødedeltagere|afbud|fraværende|referent|mødeleder|ordstyrer|dagsorden|næste møde|"
    r"eventuelt|"
    r"ad\.? ?(?:pkt\.?|punkt)? ?\d+|(?:punkt|pkt\.?) \d+|godkendelse af (?:dagsorden|referat)|mødedato|mødested|"
    r"beslutning)\b[ .:]*",
    re.IGNORECASE,
)
_POLICE, _TOWNS = re.compile(r"politi", re.IGNORECASE), re.compile(r"kommun", re.IGNORECASE)
_COUNCIL = re.compile(r"kredsråd|lokalråd|samarbejdsplan|\bssp\b|\bpsp\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:vil|skal|fortsætter|fortsat|videreføres|iværksættes|gennemføres|fokus)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"\b(?:blev|var|havde|har haft|er blevet|faldt|steg|deltog|afholdt(?:es)?|orienterede|takkede|oplyste|nævnte)\b",
    re.IGNORECASE,
)
_FRONT = 25


@dataclass(frozen=True)
class Signs:
    """What speaks for and against a plan, counted."""

    plan_named: bool
    other: Said | None
    other_named: bool
    together: bool
    councils: int
    ahead: int
    behind: int
    minutes: int


def signs_of(title: str, front: tuple[Line, ...], lines: tuple[Line, ...]) -> Signs:
    """Look at the title, the first lines and the language of the whole."""
    first = [line.text for line in (front or lines)[:_FRONT] if len(line.text) < 160]
    text = "\n".join(line.text for line in lines)
    heads = [title, *first[:6]]
    other = next((Said(name) for _key, name, words in _OTHERS if any(words.search(one) for one in heads)), None)
    in_title = next(
        (Said(name) for _key, name, words in _OTHERS if words.search(title) and not _PLAN.search(title)), None
    )
    return Signs(
        plan_named=any(_PLAN.search(one) for one in (title, *first)),
        other=in_title or other,
        other_named=in_title is not None or _begins_otherwise(heads),
        together=len(_POLICE.findall(text)) >= 3 and len(_TOWNS.findall(text)) >= 2,
        councils=len(_COUNCIL.findall(text)),
        ahead=len(_AHEAD.findall(text)),
        behind=len(_BEHIND.findall(text)),
        minutes=sum(_MINUTES_INSIDE.match(line.text) is not None for line in lines),
    )


def _begins_otherwise(heads: list[str]) -> bool:
    """Whether another kind of document is named before, or nearer the top than, any plan."""
    for text in heads:
        other = min((found.start() for _key, _name, words in _OTHERS if (found := words.search(text))), default=-1)
        plan = _PLAN.search(text)
        if other >= 0 and (plan is None or other < plan.start()):
            return True
        if plan is not None:
            return False
    return False


def refuse_unless_plan(name: str, signs: Signs) -> None:
    """Raise `Refused`, with the reason, for a document that is no cooperation plan of police and municipalities."""
    remedy = _("Choose the cooperation plan itself. If this is one, let its first page say so and try again.")
    if signs.other and signs.other_named:
        raise Refused.because(
            Said(_("This looks like {kind}, not like a cooperation plan."), {"kind": signs.other}), remedy, file=name
        )
    if signs.minutes >= 4 and signs.minutes * 30 > signs.ahead:
        kind = Said(_OTHERS[0][1])
        raise Refused.because(
            Said(_("This looks like {kind}, not like a cooperation plan."), {"kind": kind}), remedy, file=name
        )
    if not signs.together:
        what = _("The document does not speak of police and municipalities working together.")
        raise Refused.because(what, remedy, file=name)
    if not signs.plan_named and (signs.councils < 2 or signs.ahead < 3 or signs.behind > 2 * signs.ahead):
        raise Refused.because(_("Nothing in the document calls it a cooperation plan."), remedy, file=name)
    if signs.behind > 3 * signs.ahead and signs.behind > 12:
        kind = Said(_OTHERS[1][1])
        raise Refused.because(
            Said(_("This looks like {kind}, not like a cooperation plan."), {"kind": kind}), remedy, file=name
        )
