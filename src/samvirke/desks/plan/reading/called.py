"""The words by which a plan calls something its focus areas."""

from __future__ import annotations

import re

CALLED = re.compile(
    r"fokus\s*-?(?:område|punkt)|indsats\s*-?(?:område|tema)|særlige (?:indsats|fokus)|prioritet(?:er|erne)?\b|"
    r"prioriter(?:ing|et|ede)|(?:fælles|årets|strategiske) "
    r"(?:tema|mål|indsats|fokus)|temaer|satsning|pejlemærke|målsætninger|indsatser i 20|indsatser 20",
    re.IGNORECASE,
)
