"""The verbs by which a plan says that something will, must or may be done, or goes on."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DONE_TO = (
    "afholdes|holdes|gennemføres|iværksættes|udarbejdes|videreføres|fortsættes|fastholdes|igangsættes|etableres|"
    "oprettes|udbygges|styrkes|"
    "prioriteres|opprioriteres|drøftes|evalueres|tilbydes|offentliggøres|udfærdiges|koordineres|afvikles|"
    "udpeges|intensiveres|udvides|"
    "arrangeres|tilrettelægges|planlægges|påtænkes|nedsættes|udmøntes|revideres|behandles|suppleres|genoptages|"
    "forankres|godkendes|"
    r"uddeles|opsættes|ansættes|udsendes|indføres|finansieres|forelægges|fremlægges|opstilles|"
    r"forestås|understøttes|varetages|foretages|vejledes|inddrages|afholdes|undersøges|følges op|udvikles"
)
_DOES = (
    "fortsætter|viderefører|gennemfører|udarbejder|tilbyder|afholder|holder|deltager|følger|sikrer|samarbejder|"
    "koordinerer|understøtter|"
    "prioriterer|fastholder|iværksætter|igangsætter|drøfter|deler|støtter|mødes|arbejder|afvikler|styrker|"
    "udvikler|arrangerer|forankrer|"
    "afsøger|evaluerer|besøger|orienterer|bidrager|inddrager|udpeger|aflægger|vejleder|anvender|fokuserer|"
    "forpligter|udfører|etablerer|"
    "kontakter|underviser|opretter|organiserer|indgår|tager|sætter|vurderer|retter|indkalder|offentliggør|"
    "tilrettelægger|lægger|håndterer|har særlig|gør|udbreder|varetager|uddeler|sørger|ansætter|opsætter|placerer|"
    "fremlægger|opstiller|indfører|finansierer|udsender|inviterer|opsøger|afsætter|uddanner|kontrollerer"
)
_WILL = re.compile(
    r"\b(?P<will>vil|skal)\b(?!\s+(?:ses|forstås|fremgå|kunne (?:være|føle)|være muligt|medføre|typisk|"
    r"altid kunne|endvidere nævnes))",
    re.IGNORECASE,
)
_MAY = re.compile(rf"\bkan\s+(?:\w+\s+){{0,3}}?(?:{_DONE_TO})\b", re.IGNORECASE)
_PASSIVE = re.compile(rf"\b(?:{_DONE_TO})\b", re.IGNORECASE)
_ACTIVE = re.compile(rf"\b(?:{_DOES})\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\b(?:fortsætter|videreføres|fastholdes|fortsættes|udvides)\b", re.IGNORECASE)
_INTENT = re.compile(
    r"\b(?:opgaven? er at|er det (?:\w+ )?(?:aftalt|besluttet)|er det hensigten|er hensigten|"
    r"er et (?:fælles )?mål|er målet|har til opgave|har ansvaret|"
    r"er ansvarlig|forpligter|er aftalt|er besluttet|"
    r"har (?:\w+ ){0,8}?(?:fokus|høj prioritet)|er der (?:\w+ ){0,2}fokus|(?:har|er) (?:\w+ ){0,3}særlig fokus)\b",
    re.IGNORECASE,
)
_FREE_OWNER = re.compile(r"\bder er (?:altid|fortsat|løbende)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"\b(?:blev|var|havde|har (?:\w+ ){0,4}?(?:medført|udviklet|været|vist|betydet|fyldt|eksisteret|afholdt|"
    r"etableret|oprettet|styrket|opsat|fået|"
    r"indgået|bestået|arbejdet|haft|bidraget)|er (?:\w+ ){0,2}?(?:blevet|steget|faldet|trådt|sket))\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",\s+(?:som|der|hvor|hvori|hvilket|hvilke|idet|såfremt|hvis|når|fordi|da|så|at|og hvor|ligesom|hvorfor|"
    r"herunder|jf\.)\b[^,;:]*|"
    r"\b(?:det følger af|det er vigtigt|det er afgørende|alle borgere|enhver borger|borgerne skal)\b[^,;:]*",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"^(?:at\s+|fortsat\s+|løbende\s+)?[A-ZÆØÅa-zæøå]{2,}e[s]?\b", re.IGNORECASE)
_AIM = re.compile(
    r"(?:at\s+)?(?:øge|reducere|forbedre|fastholde|mindske|nedbringe|sænke|begrænse|hæve|bevare|styrke|højne|"
    r"skabe|forebygge)\b",
    re.IGNORECASE,
)
_NO_INFINITIVE = re.compile(
    r"^(?:den|de|denne|disse|alle|flere|bedre|større|høje|lave|store|fælles|konkrete|generelle|særlige|nye|unge|"
    r"børnene|årlige|mere|ene|sociale|"
    r"kommune|politiske|lokale|nationale|digitale|tryggere|færre|målrettede|målrettet|øvrige|samme|både|udsatte|"
    r"kriminelle|tidlige)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Deed:
    """Where in a sentence the deed begins, and whether it is intended (will, must, goes on) or just told."""

    at: int
    intended: bool
    optional: bool = False
    by_itself: bool = False  # it needs nobody to be named: “planen offentliggøres”


def deed_in(text: str) -> Deed | None:
    """The deed that the main clause of a sentence names, or None when it tells of something else."""
    if text.rstrip().endswith("?") or len(text.split()) < 3:
        return None
    main = _ASIDE.sub(lambda found: " " * len(found[0]), text)
    may = _MAY.search(main)
    if may:
        return Deed(may.start(), True, True)
    for pattern in (_WILL, _GOES_ON, _INTENT):
        found = pattern.search(main)
        if found:
            return Deed(found.start(), True)
    if _BEHIND.search(main):
        return None
    for pattern in (_PASSIVE, _ACTIVE, _FREE_OWNER):
        found = pattern.search(main)
        if found:
            return Deed(found.start(), False, by_itself=pattern is not _ACTIVE)
    return None


def is_deed_of_item(text: str) -> bool:
    """Whether an item of a list begins with what is to be done: “Øge …”, “at udarbejde …”."""
    return _INFINITIVE.match(text) is not None and _NO_INFINITIVE.match(text) is None


def is_aim_of_item(text: str) -> bool:
    """Whether an item of a list tells what is to be reached, not what is to be done: “Øge trygheden”."""
    return _AIM.match(text) is not None


def is_behind(text: str) -> bool:
    """Whether the main clause tells of what has been."""
    return _BEHIND.search(_ASIDE.sub(" ", text)) is not None
