"""Candidates for commitments: the sentences, items and rows in which a plan says that somebody will do something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samvirke.desks.plan.reading.cadence import Cadence, Due, cadence_in, due_in
from samvirke.desks.plan.reading.confidence import HIGH, LOW, MEDIUM, Confidence, sure
from samvirke.desks.plan.reading.context import Context
from samvirke.desks.plan.reading.deeds import Deed, deed_in, is_aim_of_item, is_behind, is_deed_of_item
from samvirke.desks.plan.reading.lines import Place
from samvirke.desks.plan.reading.owners import Owners, acts_from, named_in, owners_in
from samvirke.desks.plan.reading.paragraphs import Paragraph, Sentence
from samvirke.desks.plan.reading.rows import rows_of
from samvirke.desks.plan.reading.sections import Section
from samvirke.foundation.words import Said, _

_MUST_OR_MAY = re.compile(
    r"^(skal|kan|bør)\s+(?:gennemføres|iværksættes|afholdes|prioriteres|ske)\s*:\s*(.+)$", re.IGNORECASE
)
_MEASURES = re.compile(
    r"^(?:fælles |konkrete |særlige |årets )?(?:indsatser|handlinger|aktiviteter|tiltag|initiativer|handleplan|"
    r"aktivitet|konkrete tiltag|"
    r"det (?:vil|gør) vi|vi vil|sådan gør vi|det skal vi|hvad vil vi|virkemidler)\b",
    re.IGNORECASE,
)
_AIM = re.compile(r"(?:(?:del|hoved|effekt)?mål|formål|vision|målgruppe|baggrund|status)\s*:", re.IGNORECASE)
_LABELLED = re.compile(r"^(?:ansvarlige?|ansvar|tovholdere?|hvem)\s*:\s*(.+)$", re.IGNORECASE)
_LIMITED = re.compile(r"^(?:(?:tids)?frist|deadline|hvornår|tidspunkt)\s*:\s*(.+)$", re.IGNORECASE)
_OUTSIDE_BRACKETS = re.compile(r",\s*(?![^()]*\))")
_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)\s*\.?$")

_COUNTED, _OWNED = _("It says how often."), _("It says who will do it.")
_DATED, _NO_OWNER = _("It says by when."), _("It does not say who will do it.")
_INTENDED, _PLAIN = (
    _("It says that something will or must be done."),
    _("It tells what is done; whether it is promised is for a reader to judge."),
)
_ROUGHLY = _("It gives no exact number; the lower one was taken.")
_NAMED_BEFORE = _("It does not say who; the sentence before names them.")
_NAMED_ABOVE = _("It does not say who; the heading of the section names them.")
_AIMED = _("It tells what is to be reached rather than what is to be done.")
_OF_LIST, _OF_TABLE = _("It is an item of a list of measures."), _("It is a row of a table of measures.")


@dataclass(frozen=True)
class Commitment:
    """A candidate as printed. Owners, cadence and day are empty where the plan does not say them."""

    text: str
    section: int
    owners: tuple[str, ...]
    together_with: tuple[str, ...]
    cadence: Cadence | None
    due: Due | None
    optional: bool
    items: tuple[str, ...]
    place: Place
    confidence: Confidence
    owners_from: str = ""  # where the owners stand, when the words themselves do not name them


def commitments_of(section: Section, listed: frozenset[Place]) -> list[Commitment]:
    """The candidates of one section in the order in which they are printed. `listed` items only name focus areas."""
    found = [_roughly(one) for one in _found(section) if one.place not in listed or one.items]
    responsible = next((label[1] for one in section.text if (label := _LABELLED.match(one.text))), "")
    around = Context(section.heading, section.text)
    limits = [due for one in section.text if (label := _LIMITED.match(one.text)) and (due := due_in(f"den {label[1]}"))]
    if len(found) == len(limits) == 1 and found[0].due is None:
        found = [replace(found[0], due=limits[0])]
    return [_owned(one, responsible, around) for one in found]


def _roughly(one: Commitment) -> Commitment:
    """A range or “about” is never sure: the plan leaves the number open."""
    if one.cadence is None or one.cadence.exact:
        return one
    level = MEDIUM if one.confidence.level == HIGH else one.confidence.level
    return replace(one, confidence=sure(level, *one.confidence.why, _ROUGHLY))


def _owned(one: Commitment, responsible: str, around: Context) -> Commitment:
    """A section may say who is responsible in a line of its own, in the sentence before, or in its heading."""
    if one.owners:
        return replace(one, owners=tuple(dict.fromkeys(around.full(name, one.text) for name in one.owners)))
    if responsible:
        return replace(one, owners=named_in(responsible), confidence=sure(one.confidence.level, _OWNED))
    for named, where, why in (
        (around.before(one.text), "before", _NAMED_BEFORE),
        (around.heading, "heading", _NAMED_ABOVE),
    ):
        if named:
            told = [reason for reason in one.confidence.why if reason != Said(_NO_OWNER)]
            return replace(one, owners=named, owners_from=where, confidence=sure(one.confidence.level, *told, why))
    return one


def _found(section: Section) -> Iterator[Commitment]:
    text = section.text
    at = 0
    while at < len(text):
        one = text[at]
        items = _items(text, at + 1) if one.kind == "text" else []
        if one.kind == "row":
            rows = [row for row in text[at:] if row.kind == "row"]
            yield from rows_of(section.order, rows, _from_row)
            at += len(rows)
            continue
        if _LABELLED.match(one.text) or _LIMITED.match(one.text):
            at += 1
            continue
        if items and one.text.rstrip().endswith(":"):
            yield from _from_list(section, one, items)
            at += 1 + len(items)
            continue
        yield from _from_items(section, [one]) if one.kind == "item" else _from_text(section, one)
        at += 1


def _items(text: list[Paragraph], at: int) -> list[Paragraph]:
    found = []
    for one in text[at:]:
        if one.kind != "item":
            break
        found.append(one)
    return found


def _from_text(section: Section, paragraph: Paragraph) -> Iterator[Commitment]:
    if _AIM.match(paragraph.text):
        return
    for sentence in paragraph.sentences():
        listed = _MUST_OR_MAY.match(sentence.text)
        if listed:
            yield from _from_enumeration(section, sentence, listed)
            continue
        deed = deed_in(sentence.text) or _counted(sentence.text)
        if deed:
            yield from _from_sentence(section, sentence, deed)


def _counted(text: str) -> Deed | None:
    """A sentence that says how often, or who does something by when, is owed whatever its verb; not one of the past."""
    if is_behind(text):
        return None
    cadence = cadence_in(text)
    if cadence and cadence.times is not None:
        return Deed(text.find(cadence.printed), False)
    return Deed(at, False) if due_in(text) and (at := acts_from(text)) else None


def _from_sentence(
    section: Section, sentence: Sentence, deed: Deed, items: tuple[str, ...] = ()
) -> Iterator[Commitment]:
    owners = owners_in(sentence.text, deed.at)
    cadence, due = cadence_in(sentence.text), due_in(sentence.text)
    counted = cadence is not None and cadence.times is not None
    if not (deed.intended or counted or deed.by_itself or owners.acting):
        return
    yield Commitment(
        sentence.text, section.order, owners.acting, owners.together_with, cadence, due, deed.optional, items,
        sentence.place, _confidence(deed, owners, counted, due),
    )  # fmt: skip


def _confidence(deed: Deed, owners: Owners, counted: bool, due: Due | None) -> Confidence:
    told: list[Said | str] = []
    told += [_COUNTED] if counted else []
    told += [_INTENDED] if deed.intended else [] if counted else [_PLAIN]
    told += [_DATED] if due else []
    told.append(_OWNED if owners.acting else _NO_OWNER)
    if counted or (deed.intended and owners.acting and due):
        return sure(HIGH if counted or owners.acting else MEDIUM, *told)
    return sure(MEDIUM if deed.intended and owners.acting else LOW, *told)


def _from_enumeration(section: Section, sentence: Sentence, listed: re.Match[str]) -> Iterator[Commitment]:
    """“Skal gennemføres: prøver (skolerne), kontrol (politiet).” One candidate an item; brackets name the owners."""
    for part in _OUTSIDE_BRACKETS.split(listed[2].rstrip(". ")):
        for item in [part] if "(" in part else re.split(r"\s+og\s+", part):
            brackets = _IN_BRACKETS.search(item)
            owners = named_in(brackets[1]) if brackets else ()
            text = f"{listed[1].capitalize()}: {_IN_BRACKETS.sub('', item).strip()}"
            why = sure(HIGH if owners else MEDIUM, _INTENDED, _OWNED if owners else _NO_OWNER)
            optional = listed[1].lower() == "kan"
            yield Commitment(text, section.order, owners, (), None, None, optional, (), sentence.place, why)


def _from_list(section: Section, lead: Paragraph, items: list[Paragraph]) -> Iterator[Commitment]:
    """Words that promise, and a list below them: one each where items are deeds, else one with its points."""
    *before, last = lead.sentences()
    for sentence in before:
        deed = deed_in(sentence.text)
        if deed:
            yield from _from_sentence(section, sentence, deed)
    deed = deed_in(last.text)
    owners = owners_in(last.text, deed.at) if deed else Owners()
    deeds = [is_deed_of_item(item.text) for item in items]
    measures = _MEASURES.match(last.text) is not None
    if (deed and deed.intended and sum(deeds) * 2 >= len(items)) or measures:
        yield from _from_items(section, items, owners, last.text)
    elif deed:
        yield from _from_sentence(section, last, deed, tuple(item.text for item in items))
    else:
        yield from _from_items(section, items, Owners(), last.text)


def _from_items(
    section: Section, items: list[Paragraph], owners: Owners | None = None, lead: str = ""
) -> Iterator[Commitment]:
    """Items that are deeds by themselves, or stand below words or a heading that call them measures."""
    announced = (
        (owners is not None and bool(owners.acting))
        or bool(_MEASURES.match(section.heading))
        or bool(_MEASURES.match(lead))
    )
    for item in items:
        deed = deed_in(item.text)
        if not (announced or deed):
            cadence = cadence_in(item.text)
            if not (cadence and cadence.times and re.search(r"\d|\bkl\b|årlig", item.text)):
                continue
        own = owners_in(item.text, deed.at) if deed else Owners()
        acting = own.acting or (owners.acting if owners else ())
        cadence, due = cadence_in(item.text), due_in(f"{lead} {item.text}")
        counted = cadence is not None and cadence.times is not None
        aim = is_aim_of_item(item.text) and not counted
        level = HIGH if counted else MEDIUM if acting and not aim else LOW
        told = [_AIMED] if aim else [_OF_LIST] if announced else [_INTENDED] if deed and deed.intended else [_PLAIN]
        text = item.text if announced or deed or not lead.endswith(":") else f"{lead} {item.text}"
        why = sure(level, *told, _OWNED if acting else _NO_OWNER)
        partners = own.together_with or (owners.together_with if owners else ())
        yield Commitment(
            text, section.order, acting, partners, cadence, due, bool(deed and deed.optional), (), item.place, why
        )


def _from_row(section: int, text: str, owner: str, when: str, place: Place) -> Commitment:
    owners = named_in(owner)
    parts = when.split("; ")
    cadence = next((found for part in (*parts, text) if (found := cadence_in(part))), None)
    dated = (due_in(f"den {part}") or due_in(f"i {part}") for part in parts)
    due = next((found for found in dated if found), None) or due_in(text)
    why = sure(HIGH if owners else MEDIUM, _OF_TABLE, _OWNED if owners else _NO_OWNER)
    return Commitment(text, section, owners, (), cadence, due, False, (), place, why)
