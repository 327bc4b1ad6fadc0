"""Who is meant where a sentence names nobody, by the one before it or the heading, and what a short name means."""

from __future__ import annotations

import re
from collections.abc import Iterable

from samvirke.desks.plan.reading.deeds import deed_in
from samvirke.desks.plan.reading.owners import Owners, bodies_in, owners_in
from samvirke.desks.plan.reading.paragraphs import Paragraph

# The sentence goes on from the one before: “Dette samarbejde fortsætter”, “Herudover afholdes …”, “Konceptet …”.
_GOES_ON = re.compile(
    r"(?:dette|denne|disse|det|de|den|her(?:til|udover|under|i|ved|for|med)?|der(?:udover|for|ved|til|med|efter)|desuden|"
    r"endvidere|endelig|sideløbende|samtidig|således|ligeledes|i den forbindelse|i forlængelse heraf|på samme måde|"
    r"også|i tillæg|som led i|[a-zæøå]*(?:konceptet|indsatsen|projektet|samarbejdet|ordningen|arbejdet|forløbet|"
    r"initiativet|kampagnen|møderne|drøftelsen|projekterne|indsatserne))\b",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"(?:det specialiserede )?(team(?:et)?|enhed(?:en)?|udvalget|nævnet|gruppen|staben|netværket|rådet|rådgivningen|"
    r"bestyrelsen|centeret|centret|forummet|sekretariatet|patruljen)",
    re.IGNORECASE,
)
_SUBJECT_WITHIN = 70
_SENTENCES_BACK = 2
_MOST_SENTENCES = 400


class Context:
    """The sentences of one section in order, with whom each of them names."""

    def __init__(self, heading: str, text: Iterable[Paragraph]) -> None:
        self.sentences = [
            sentence.text for paragraph in text if paragraph.kind != "row" for sentence in paragraph.sentences()
        ][:_MOST_SENTENCES]
        self.at: dict[str, int] = {}
        for number, sentence in enumerate(self.sentences):
            self.at.setdefault(sentence, number)
        self.heading = tuple(name for name in bodies_in(heading) if name.lower() not in ("vi", "parterne"))
        self._named: dict[int, Owners] = {}

    def before(self, text: str) -> tuple[str, ...]:
        """Whom the sentence before names, or the one before that, where this one goes on from it."""
        at = self.at.get(text)
        if at is None or not _GOES_ON.match(text):
            return ()
        for number in range(at - 1, max(-1, at - 1 - _SENTENCES_BACK), -1):
            named = self._owners(number).acting
            if named:
                return named
            if not _GOES_ON.match(self.sentences[number]):
                return ()
        return ()

    def full(self, name: str, text: str) -> str:
        """What a short name (“Teamet”) stands for: a longer one with the same end, earlier in the section."""
        short = _SHORT.fullmatch(name)
        if short is None:
            return name
        stem = re.sub(r"(?:met|et|en)$", "", short[1].lower())
        until = self.at.get(text, len(self.sentences))
        for sentence in reversed(self.sentences[:until]):
            for longer in bodies_in(sentence):
                plain = re.sub(r"(?:met|et|en)$", "", longer.lower())
                if plain.endswith(stem) and len(plain) > len(stem):
                    return longer
        return next((one for one in self.heading if stem in one.lower()), name)

    def _owners(self, number: int) -> Owners:
        if number not in self._named:
            sentence = self.sentences[number]
            deed = deed_in(sentence)
            self._named[number] = owners_in(sentence, deed.at if deed else _SUBJECT_WITHIN)
        return self._named[number]
