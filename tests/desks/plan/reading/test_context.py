"""Where a sentence names nobody, the one before it or the heading may; the draft says from where a name was taken."""

from __future__ import annotations

import pytest

from samvirke.desks.plan.reading.commitments import Commitment
from samvirke.desks.plan.reading.draft import Draft
from samvirke.desks.plan.reading.owners import owners_in
from samvirke.desks.plan.reading.read import read_bytes

FRONT = """Samarbejdsplan 2024
Fjordkredsens Politi og kommunerne i kredsrådet

1. Indledning

Kredsrådet og lokalrådene følger op på planen. Politiet og kommunerne samarbejder. Politiet leder kredsrådet.

"""


def read(section: str) -> Draft:
    return read_bytes("plan.txt", (FRONT + section).encode())


def owed(section: str, words: str) -> Commitment:
    return next(one for one in read(section).commitments if words in one.text)


def test_a_sentence_that_goes_on_takes_who_is_named_before_it_and_says_so():
    one = owed("2. Indbrud\n\nPolitiet besøger naboer. Dette arbejde fortsætter i 2024.\n", "fortsætter")
    assert (one.owners, one.owners_from) == (("Politiet",), "before")
    assert "It does not say who; the sentence before names them." in [str(why) for why in one.confidence.why]
    assert one.confidence.level != "high"


def test_a_sentence_that_does_not_go_on_takes_nobody():
    one = owed("2. Indbrud\n\nPolitiet besøger naboer. Planer udarbejdes i 2024.\n", "udarbejdes")
    assert (one.owners, one.owners_from) == ((), "")


def test_the_heading_names_who_is_meant_when_nothing_nearer_does():
    one = owed("2. Færdselssikkerhedsudvalget\n\nIndsatsen skal have særlig fokus på fart.\n", "fokus på fart")
    assert one.owners_from == "heading"
    assert one.owners


def test_names_in_the_words_themselves_are_from_nowhere_else():
    draft = read("2. Indbrud\n\nPolitiet vil besøge naboer i 2024.\n")
    (told,) = [one for one in draft.to_json("en")["commitments"] if "besøge" in one["text"]]
    assert (told["owners"], told["owners_from"]) == (["Politiet"], "words")


def test_a_short_name_stands_for_the_longer_one_before_it():
    text = "2. Stalking\n\nPolitiet har et STÆR-team. STÆR-teamet mødes ofte. Teamet skal vejlede ofre i 2024.\n"
    assert owed(text, "vejlede").owners == ("STÆR-teamet",)


@pytest.mark.parametrize(
    ("sentence", "verb", "owners"),
    [
        (
            "Der holdes møder mellem Fjordkredsens Politi og kommunerne hvert år.",
            4,
            ("Fjordkredsens Politi", "kommunerne"),
        ),
        ("Kredsrådets opgave er at drøfte væsentlige spørgsmål.", 12, ("Kredsrådet",)),
        ("Forebyggelse har høj prioritet for politiet.", 13, ("politiet",)),
        ("Status drøftes på møder i kredsrådet.", 7, ("kredsrådet",)),
        ("Status drøftes på kredsrådets møde i september.", 7, ("kredsrådet",)),
        ("Der udarbejdes planer mellem jul og nytår.", 4, ()),
    ],
)
def test_a_sentence_names_whose_task_it_is_in_other_ways_too(sentence, verb, owners):
    assert owners_in(sentence, verb).acting == owners
