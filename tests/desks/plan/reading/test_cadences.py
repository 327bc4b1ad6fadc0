"""How often is read where a plan says it, and never made out of a number that counts something else."""

from __future__ import annotations

import pytest
from tests.desks.plan.reading.shelf import plan

from samvirke.desks.plan.reading.cadence import cadence_in
from samvirke.desks.plan.reading.read import read_bytes


@pytest.mark.parametrize(
    ("text", "times", "per"),
    [
        ("Efter lovens § 97 skal direktøren hvert år lave en plan.", 1, "year"),
        ("Efter § 97 skal rådet årligt mødes.", 1, "year"),
        ("Rådet holder møder i uge 14 hvert år.", 1, "year"),
        ("Fra kl. 10 hver uge er der åbent.", 1, "week"),
        ("Efter stk. 2 skal rådet hvert kvartal mødes.", 1, "quarter"),
        ("Den 3. april hvert år mødes parterne.", 1, "year"),
        ("Rådet mødes to gange årligt.", 2, "year"),
        ("Rådet holder fire møder med skolerne om året.", 4, "year"),
        ("Der holdes tre årlige møder.", 3, "year"),
        ("Der er mindst ét fælles oplæg i hver kommune om året.", 1, "year"),
        ("Vagten er åben to dage om ugen.", 2, "week"),
        ("Rådet afholder fem temamøder i løbet af 2031.", 5, "year"),
        ("Rådet mødes ikke færre end tre gange om året.", 3, "year"),
        ("Rådet kan ikke alt, men mødes hver måned.", 1, "month"),
        ("Pr. kvartal", 1, "quarter"),
    ],
)
def test_how_often_is_what_the_words_say(text: str, times: int, per: str) -> None:
    found = cadence_in(text)
    assert found is not None
    assert (found.times, found.per, found.exact) == (times, per, True)


@pytest.mark.parametrize(
    "text",
    [
        "I kapitel 5 om måneden juni står mere.",
        "Byen vil ikke længere holde møder hvert kvartal.",
        "Rådet mødes aldrig to gange om året.",
        "Der er 400 anmeldelser pr. år.",
        "Antallet skal falde med 8 pct. årligt.",
        "Byen har 14 skoler, og § 9 om året er skrevet om.",
        "Rådet mødes ikke løbende.",
    ],
)
def test_words_that_say_nothing_of_times_give_no_cadence(text: str) -> None:
    assert cadence_in(text) is None


@pytest.mark.parametrize(
    ("words", "times"),
    [("mindst 2-3 gange", 2), ("en til to gange", 1), ("tre eller fire gange", 3), ("ca. 6 gange", 6)],
)
def test_a_range_keeps_its_lower_end_and_is_never_sure(words: str, times: int) -> None:
    text = plan("roman.txt").decode("utf-8").replace("mødes fire gange årligt", f"mødes {words} årligt")
    (one,) = [one for one in read_bytes("plan.txt", text.encode()).commitments if f"mødes {words}" in one.text]
    assert one.cadence is not None
    assert (one.cadence.times, one.confidence.level) == (times, "medium")
    assert "no exact number" in one.confidence.why[-1].text("en")
