"""Who a sentence says will do something: police, municipalities, councils and teams, exactly as named."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PROPER = r"[A-ZÆØÅ][a-zæøå]+(?:-?(?:,| og)? [A-ZÆØÅ][a-zæøå]+)*"
_ENDINGS = (
    "rådet|rådene|nævnet|nævnene|udvalget|udvalgene|enheden|enhederne|teamet|team|centeret|centret|centrene|"
    "sekretariatet|kommissionen|"
    "kommissionerne|staben|netværket|netværkene|forsorgen|patruljen|patruljerne|afdelingen|afdelinger|"
    "afdelingerne|bestyrelsen|"
    "bestyrelserne|gruppen|grupperne|skolerne|foreningen|foreningerne|huset|husene|direktørerne|direktøren|"
    "myndighederne|parterne|"
    "enhed|rådgivning|betjentene|betjente|koordinatorerne|koordinatoren|inspektøren|organisationen|organisationerne|vagten|"
    "forvaltningen|"
    "forvaltningerne|psykiatrien|rådgivningen|samarbejdet|programmet|udvalg|politiet|politikredsen|kommunerne|"
    "kommunen|kommuner"
)
_BODY = re.compile(
    rf"(?!For |I |Hos |Ved |Fra |Af |Kommunerne og |Politiet og |Kredsrådet og |"
    rf"Lokalrådene og )(?:{_PROPER} (?:Politikreds|Politi|politi|Kommuner|Kommune|kommuner|kommune|"
    rf"Brandvæsen))\b|\b(?:Region|Tungvognscenter|SSP|Lokalråd|Infohus) [A-ZÆØÅ][a-zæøå]+\b"
    rf"|\b(?:SSP|PSP|DKS|KSP|SUB|KRIPS)(?:-?[a-zæøå]+)?\b|\b(?:[\wæøåÆØÅ-]*)(?i:{_ENDINGS})\b(?!-)|"
    rf"\b(?:(?:[Aa]lle|[Hh]vert) )?(?:lokalråd|kredsråd)\b|\bVi\b|\bvi\b",
)
# A verb in the present ends with an r: “skaffer”; what it is about follows.
_PRESENT = re.compile(r"\s+(?!eller\b|over\b|under\b|efter\b)([a-zæøå]{2,}r)\s+\S")
_NO_BODY = re.compile(
    r"(?:natte|forenings|fritids|lokal|boligområde|virksomheds|familie)?(?:møde)?huset$|^(?:SUB|samarbejdet|"
    r"programmet|området|områderne)$|områder?(?:net|ne|det)?$|området$|målgruppe\w*$|aldersgruppe\w*$|vagten$",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:i|til|fra|hos|mellem|mod|over for|om|på|under|for|ved|efter|via|gennem|blandt|ud til|"
    r"inden for)\s+(?:den |det |de |hver |alle |\w+ )?$",
    re.IGNORECASE,
)
_AGENT = re.compile(r"\baf\s+(?:den |det |de )?$", re.IGNORECASE)
_WITH = re.compile(
    r"(?:i (?:et )?(?:\w+ ){0,2}?(?:samarbejde|samspil|dialog|partnerskab) med|sammen med|i fællesskab med|"
    r"og)\s+(?:(?:de|den|det|alle|enkelte|relevante|øvrige|lokale|respektive|\d+|to|tre|fire|fem|seks|syv|otte|"
    r"ni|ti|elleve|tolv|[\wæøå]+s|både) ){0,3}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bmellem\s+(?:den |det |de )?$", re.IGNORECASE)
_NAME = rf"((?:{_PROPER} )?[\wæøåÆØÅ-]*?(?i:{_ENDINGS})|{_PROPER} (?:Politi|Kommune))"
_CONCERNED = (
    re.compile(rf"\b{_NAME}s (?:\w+ ){{0,2}}?(?:opgave|ansvar|rolle|formål|team|enhed|indsats|arbejde)\w*\b"),
    re.compile(rf"(?i:prioritet|prioriteret) (?:for|hos|af|i) {_NAME}\b"),
    re.compile(rf"(?i:på) {_NAME}s møde(?:r|t)?\b"),
    re.compile(
        rf"(?i:drøft(?:es|else|elser|et)|behandl(?:es|ing)) (?:\w+ ){{0,3}}?(?:i|på møder i|på møderne i) {_NAME}\b"
    ),
)
_CLOSE = 45


@dataclass(frozen=True)
class Owners:
    """The bodies that act, as printed, and those they act together with."""

    acting: tuple[str, ...] = ()
    together_with: tuple[str, ...] = ()


def owners_in(sentence: str, verb: int) -> Owners:
    """The bodies that act in a sentence whose deed begins at `verb`; none where the sentence names none."""
    acting: list[str] = []
    partners: list[str] = []
    found = [one for one in _BODY.finditer(sentence) if not _NO_BODY.search(one[0])]
    for one in found:
        before = sentence[: one.start()]
        if _WITH.search(before) and (acting or partners or one.start() > verb) and not before.endswith(" og "):
            partners.append(one[0])
        elif before.endswith((" og ", ", ", " samt ")) and (acting or partners) and _next_to(sentence, found, one):
            (partners if partners and not _is_acting(found, one, sentence, acting) else acting).append(one[0])
        elif _AGENT.search(before):
            acting += [] if acting else [one[0]]
        elif _BEFORE.search(before):
            continue
        elif one.end() <= verb or (not acting and 0 <= one.start() - verb < _CLOSE):
            acting.append(one[0])
    between = _between(sentence, found)
    if between and set(acting) <= set(between):
        acting = between
    if not acting:
        acting += _concerned(sentence)
    return Owners(_once(acting), tuple(name for name in _once(partners) if name not in acting))


def _between(sentence: str, found: list[re.Match[str]]) -> list[str]:
    """Those between whom something is agreed or held: “møder mellem politiet og kommunerne”."""
    first = next((one for one in found if _BETWEEN.search(sentence[: one.start()])), None)
    if first is None:
        return []
    rest = [one for one in found if one.start() > first.start()]
    joined = [first]
    for one in rest:
        if re.fullmatch(r"(?:,| og| samt|, \w+,| og (?:de|alle)(?: \w+)?)+ ", sentence[joined[-1].end() : one.start()]):
            joined.append(one)
    return [one[0] for one in joined] if len(joined) > 1 else []


def _concerned(sentence: str) -> list[str]:
    """Whose task it is, for whom it comes first, or where it is discussed."""
    return [name[1] for pattern in _CONCERNED for name in pattern.finditer(sentence)][:1]


def bodies_in(text: str) -> tuple[str, ...]:
    """Every body that a text names, whatever it does there."""
    return _once([one[0] for one in _BODY.finditer(text) if not _NO_BODY.search(one[0])])


def acts_from(sentence: str) -> int:
    """Where the verb begins of a sentence that opens with a body that does something; 0 where it does not."""
    body = _BODY.match(sentence)
    verb = _PRESENT.match(sentence, body.end()) if body and not _NO_BODY.search(body[0]) else None
    return verb.start(1) if verb else 0


def _next_to(sentence: str, found: list[re.Match[str]], one: re.Match[str]) -> bool:
    """Whether only “og” or a comma stands between a body and the one named before it."""
    before = [other for other in found if other.end() < one.start()]
    return bool(before) and len(sentence[before[-1].end() : one.start()].split()) <= 3


def _is_acting(found: list[re.Match[str]], one: re.Match[str], sentence: str, acting: list[str]) -> bool:
    before = [other for other in found if other.end() < one.start()]
    return bool(before) and before[-1][0] in acting


def _once(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for name in names for one in re.split(r"(?<=Kommune) og |(?<=Kommune), ", name)))


def named_in(text: str) -> tuple[str, ...]:
    """Every body that is named in a cell or in brackets, where everything named is responsible.

    A hyphen before “og” holds a name together: “Midt- og Vestjyllands Politi” is one.
    """
    parts = [part.strip(" .;") for part in re.split(r"[,/;\n]|(?<!-)\s+og\s+|\s*&\s*", text) if part.strip(" .;")]
    return _once(parts)
