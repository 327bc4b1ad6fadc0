"""Names of people, their offices and their authorities, as plans print them below a foreword or on the last page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_OFFICE_WORDS = (
    r"(?:konst(?:\.|itueret) )?(?:vice|over|chef|lokal|kommunal|koncern|område|afdelings|sekretariats|regionsråds|"
    r"udvalgs|stabs|"
    r"forvaltnings|beredskabs|social|skole|børne|velfærds|by|center|næst|bestyrelses|fængsels|distrikts|kreds|"
    r"rets|under)*"
    r"(?:politidirektør|borgmester|politiinspektør|politikommissær|politiassistent|politimester|politileder|"
    r"politichef|direktør|"
    r"anklager|formand|forperson|rådmand|chef|leder|dommer|præsident|koordinator|konsulent|jurist|inspektør|"
    r"advokat)(?:en)?"
)
OFFICE = re.compile(rf"\b{_OFFICE_WORDS}\b", re.IGNORECASE)
_NAME_WORD = r"(?:[A-ZÆØÅÉÖÄÜ][a-zæøåéöäüáóí]+(?:[-'’][A-ZÆØÅÉÖ]?[a-zæøåéö]+)*|[A-ZÆØÅ]\.)"
_PARTICLE = r"(?:von|van|de|af|la|del|da|der|el|al|bin)"
_NAME = rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_NAME_WORD}){{1,4}}"
NAME = re.compile(rf"{_NAME}$")
_AUTHORITY_WORDS = (
    r"kommuner?|kommunes|politi|politikreds|region|regionen|kriminalforsorgen|byråd|"
    r"kommunalbestyrelse|beredskab|styrelsen"
)
AUTHORITY = re.compile(rf"\b(?:{_AUTHORITY_WORDS})\b", re.IGNORECASE)
_NO_NAME = re.compile(
    rf"{_AUTHORITY_WORDS}|\w*politi(?:et|ets)?|\w*råd(?:et|ene|ets)?|\w*plan(?:en)?|\w*nævn(?:et)?|\w*områder?|"
    rf"\w*indsats(?:er)?|"
    r"\w*kriminalitet(?:en)?|\w*tryghed|\w*sikkerhed|\w*samarbejde[rt]?|tlf|telefon|mail|e-mail|side|kapitel|"
    r"bilag|afsnit|tema|"
    r"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|\w*dage?|forord|indledning|"
    r"\w*udvalg(?:et)?|\w*centere?t?|\w*netværk(?:et)?|\w*team(?:et)?|\w*mål|\w*projekt(?:et)?|"
    r"\w*ordning(?:en)?|det|den|de|vi|"
    rf"{_OFFICE_WORDS}",
    re.IGNORECASE,
)
_OFFICE_AND_NAME = re.compile(rf"(?i:\b{_OFFICE_WORDS})\s+{_NAME}(?=\s*(?:,|$))")
# Every office and authority holds one of these, so that a line without any is a name alone or nothing of the kind.
_HINTS = re.compile(
    r"direktør|mester|inspektør|kommissær|assistent|leder|chef|anklager|formand|forperson|rådmand|dommer|præsident|"
    r"koordinator|konsulent|jurist|advokat|kommun|politi|region|kriminalforsorgen|byråd|beredskab|styrelsen",
    re.IGNORECASE,
)
_FILL = re.compile(r"[_.…]{3,}|\(?\bsign\b\.?\)?|underskrift|dato\s*:?", re.IGNORECASE)
# “Borgmester, Fjordby”: the town in one word, where the office is followed by a comma.
_TOWN = re.compile(r",\s*[A-ZÆØÅ][\wæøå]+(?:-[A-ZÆØÅ][\wæøå]+)*")
_EDGES = " ,;:–—-()*/\t\n|"


@dataclass(frozen=True)
class Seen:
    """What one line or cell tells about somebody: a name, an office, an authority, or some of them."""

    name: str = ""
    office: str = ""
    authority: str = ""

    @property
    def empty(self) -> bool:
        return not (self.name or self.office or self.authority)


def is_name(text: str) -> bool:
    """Whether the words can be a person's name and nothing else."""
    text = text.strip(_EDGES)
    spelt = text.title() if text.isupper() else text
    return NAME.match(spelt) is not None and not any(_NO_NAME.fullmatch(word) for word in re.split(r"[\s]+", spelt))


@lru_cache(maxsize=4096)
def seen_in(text: str) -> Seen | None:
    """What a short line tells about somebody, or None when it says something else."""
    text = _FILL.sub(" ", text).strip(_EDGES)
    if not text:
        return Seen()
    if len(text) > 120 or text.endswith("."):
        return None
    if is_name(text):
        return Seen(name=text)
    if not _HINTS.search(text):
        return None
    for reading in (_office_alone, _authority_alone, _parted, _flowing):
        found = reading(text)
        if found:
            return found
    return None


def _office_alone(text: str) -> Seen | None:
    """“Politidirektør”, “Borgmester i Fjord Kommune”, “Borgmester, Fjord Kommune”, “Formand for Kredsrådet”."""
    found = OFFICE.match(text)
    if not found or (_OFFICE_AND_NAME.search(text) and "," in text):
        return None
    rest = text[found.end() :].strip(_EDGES)
    if not rest or re.match(r"(?:i|for|ved|hos|og)\s", rest):
        inside = re.search(r"\b(?:i|ved|hos|for)\s+(.+)$", rest)
        if re.search(rf"\s{_NAME}$", text) and not AUTHORITY.search(rest.split()[-1]):
            tail = re.search(rf"^(.*(?:{_AUTHORITY_WORDS}))[\s,:–-]+({_NAME})$", text, re.IGNORECASE)
            if tail and is_name(tail[2]):
                return _with(Seen(name=tail[2]), tail[1])
        return Seen(office=text, authority=inside[1] if inside and AUTHORITY.search(inside[1]) else "")
    if AUTHORITY.search(rest) and not is_name(rest.split(",")[0]):
        return Seen(office=text, authority=rest)
    if _TOWN.fullmatch(text[found.end() :].strip()):
        return Seen(office=text)
    return None


def _authority_alone(text: str) -> Seen | None:
    """“Fjord Kommune”, “Fjordkredsens Politi”, “For Fjord Kommune”."""
    plain = re.sub(r"^(?:for|på vegne af)\s+", "", text, flags=re.IGNORECASE)
    if AUTHORITY.search(plain) and len(plain.split()) <= 6 and not OFFICE.search(plain) and plain[:1].isupper():
        if re.search(r"[,:–(]|\s-\s", plain) or any(word.islower() and len(word) > 8 for word in plain.split()):
            return None
        return Seen(authority=plain)
    return None


def _parted(text: str) -> Seen | None:
    """“Anna Hansen, borgmester, Fjord Kommune”, “Fjord Kommune: Anna Hansen”, “Anna Hansen (borgmester i Fjord)”."""
    parts = [one.strip(_EDGES) for one in re.split(r"\s*[,;:()|\n/]\s*|\s+[–—-]\s+", text) if one.strip(_EDGES)]
    found = Seen()
    for part in parts:
        if is_name(part) and not found.name:
            found = Seen(part, found.office, found.authority)
        elif OFFICE.search(part) or AUTHORITY.search(part):
            one = _office_alone(part) or _flowing(part) or _authority_alone(part)
            if one is None or (one.name and found.name):
                return None
            joined = f"{found.office}, {one.office}".strip(", ") if one.office else found.office
            found = Seen(one.name or found.name, joined, one.authority or found.authority)
        elif found.office and len(part.split()) <= 3 and part[:1].isupper():
            found = Seen(found.name, f"{found.office}, {part}", part)
        else:
            return None
    return found if found.name and len(parts) > 1 else None


def _flowing(text: str) -> Seen | None:
    """“Borgmester Anna Hansen”, “Anna Hansen borgmester i Fjord Kommune”."""
    found = OFFICE.match(text)
    if found:
        rest = text[found.end() :].strip(_EDGES)
        return Seen(name=rest, office=found[0]) if is_name(rest) else None
    later = OFFICE.search(text)
    if later and is_name(text[: later.start()]):
        return _with(Seen(name=text[: later.start()].strip(_EDGES)), text[later.start() :])
    return None


def _with(seen: Seen, office: str) -> Seen:
    found = _office_alone(office.strip(_EDGES))
    return Seen(seen.name, office.strip(_EDGES), found.authority if found else "")
