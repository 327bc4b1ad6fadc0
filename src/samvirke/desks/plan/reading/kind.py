"""Tells a cooperation plan from minutes, yearly reports, handbooks and everything else that districts publish."""

from __future__ import annotations

import re
from dataclasses import dataclass

from samvirke.desks.plan.reading.lines import Line
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_PLAN = re.compile(
    r"samarbejds\s*-?plan|plan(?:en)? for (?:det )?(?:\w+ )?samarbejde|samarbejdsaftale|handle?(?:ings)?plan|"
    r"\bssp\s*-?plan|samarbejdsstrategi|kredsråds(?:plan|strategi)|kredsrådets (?:plan|strategi)|"
    r"(?:strategi|plan) for (?:kredsråd|lokalråd|det kriminal)|"
    r"(?:strategi|aftale) for (?:\w+ ){0,2}samarbejdet?\b|(?:kriminal|tryghed)\w*(?:plan|strategi)",
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
            r"pjece|folder)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "rules",
        _("a law or rules"),
        re.compile(
            r"\b(?:kommissorium|forretningsorden|vedtægter?|\w*bekendtgørelse|lovforslag|cirkulære|lov om)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "news",
        _("a newsletter or a press release"),
        re.compile(r"\b(?:pressemeddelelse|nyhedsbrev(?:et)?|nyt fra \w+)\b", re.IGNORECASE),
    ),
    (
        "post",
        _("an advertisement of a post"),
        re.compile(
            r"\b(?:stillingsopslag|ledige? stilling(?:er)?|ansøgningsfrist|søger (?:en |ny )?\w+)\b", re.IGNORECASE
        ),
    ),
    (
        "invoice",
        _("an invoice or an order"),
        re.compile(r"\b(?:faktura|regning|kreditnota|ordrebekræftelse|betalingspåmindelse)\b", re.IGNORECASE),
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
# Paragraphs of a law have numbered pieces; a plan set in § has none.
_RULES_INSIDE = re.compile(r"^\s*stk\.\s*\d", re.IGNORECASE)
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
# A guide speaks to its reader; a plan speaks of those who made it.
_TO_READER = re.compile(
    r"\b(?:du|dig|din|dit|dine)\b|\bsådan (?:arbejder|gør|laver|bruger|skriver) (?:vi|man|i)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b20\d\d\b")
_FRONT = 25
_TITLE_LONGEST = 90
_MINUTES = 3
_RULES = 2
_LEAST_POLICE, _LEAST_TOWNS = 3, 2
_TOO_FEW = _(
    "A cooperation plan speaks at least {least} times of the police, {fewest} times of municipalities, and of a "
    "council or network of both (district council, local council, SSP, PSP). "
    "In this document that is {police}, {towns} and {councils} times."
)
_REMEDY = _("Choose the cooperation plan itself. If this is one, let its first page say so and try again.")


@dataclass(frozen=True)
class Signs:
    """What speaks for and against a plan, counted."""

    plan_named: bool
    other: str
    other_named: bool
    guide: bool
    police: int
    towns: int
    councils: int
    planning: int
    ahead: int
    behind: int
    minutes: int
    rules: int


def signs_of(title: str, front: tuple[Line, ...], lines: tuple[Line, ...]) -> Signs:
    """Look at the title, the first lines and the language of the whole."""
    first = [line.text for line in (front or lines)[:_FRONT] if len(line.text) < 160]
    text = "\n".join(line.text for line in lines)
    heads = [*(one for one in first[:6] if len(one) <= _TITLE_LONGEST and not one.endswith(".")), title]
    other = next((name for _key, name, words in _OTHERS if any(words.search(one) for one in heads)), "")
    in_title = next((name for _key, name, words in _OTHERS if words.search(title) and not _PLAN.search(title)), "")
    return Signs(
        plan_named=any(_PLAN.search(one) for one in (title, *first) if not one.endswith("?")),
        other=in_title or other,
        other_named=bool(in_title) or _begins_otherwise(heads),
        guide=_is_guide(heads, "\n".join(first), text),
        police=len(_POLICE.findall(text)),
        towns=len(_TOWNS.findall(text)),
        councils=len(_COUNCIL.findall(text)),
        planning=len(_PLANNING.findall(text)),
        ahead=len(_AHEAD.findall(text)),
        behind=len(_BEHIND.findall(text)),
        rules=sum(_RULES_INSIDE.match(line.text) is not None for line in lines),
        minutes=len({found[1].lower() for line in lines if (found := _MINUTES_INSIDE.match(line.text))}),
    )


def _is_guide(heads: list[str], front: str, text: str) -> bool:
    """Whether a document without a plan's name or year on its front tells its reader what to do."""
    if _YEAR.search(front) or any(_PLAN.search(one) for one in heads if not one[:1].isdigit()):
        return False
    return len(_TO_READER.findall(text)) >= 2


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
    if signs.other and signs.other_named:
        raise _looks_like(signs.other, name)
    if signs.minutes >= _MINUTES:
        raise _looks_like(_OTHERS[0][1], name)
    if signs.rules >= _RULES:
        raise _looks_like(_OTHERS[3][1], name)
    if signs.police < _LEAST_POLICE or signs.towns < _LEAST_TOWNS or not signs.councils:
        raise Refused.because(Said(_TOO_FEW, _counted(signs)), _REMEDY, file=name)
    if signs.guide:
        raise _looks_like(_OTHERS[2][1], name)
    if not signs.plan_named and not _reads_as_plan(signs):
        what = _("Neither its title nor its first lines call the document a cooperation plan.")
        raise Refused.because(what, _REMEDY, file=name)
    if signs.behind > 3 * signs.ahead and signs.behind > 12:
        raise _looks_like(_OTHERS[1][1], name)


def refuse_without(name: str, sections: int, commitments: int) -> None:
    """Raise `Refused` for a document with a plan's name in which nothing of a plan could be read."""
    if not sections:
        what = _("The document has no headings with text below them; no section of a plan could be read.")
        raise Refused.because(what, _REMEDY, file=name)
    if not commitments:
        what = _("No sentence in the document says what somebody will do; no plan could be read in it.")
        raise Refused.because(what, _REMEDY, file=name)


def _counted(signs: Signs) -> dict[str, int]:
    return {
        "least": _LEAST_POLICE,
        "police": signs.police,
        "fewest": _LEAST_TOWNS,
        "towns": signs.towns,
        "councils": signs.councils,
    }


def _reads_as_plan(signs: Signs) -> bool:
    """A plan whose first page does not say so: it speaks of councils and focus areas, and of what will be done."""
    return signs.councils >= 2 and signs.planning >= 2 and signs.ahead >= 2 and signs.behind < signs.ahead


def _looks_like(kind: str, name: str) -> Refused:
    what = Said(_("This looks like {kind}, not like a cooperation plan."), {"kind": Said(kind)})
    return Refused.because(what, _REMEDY, file=name)
