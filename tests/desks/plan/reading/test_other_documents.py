"""A document that is no cooperation plan is refused politely, with what it looks like."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.desks.plan.reading.shelf import PRINTED

from samvirke.desks.plan.reading.read import read_bytes, read_path
from samvirke.foundation.fault import Refused

OTHERS = Path(__file__).with_name("others")
LOOKS = {
    "minutes.txt": "minutes or an agenda",
    "minutes_without_the_word.txt": "minutes or an agenda",
    "yearly_report.md": "a report of what has been",
    "handbook.txt": "a handbook or guide",
    "another_plan.md": "A cooperation plan speaks at least 3 times of the police",
    "letter.txt": "A cooperation plan speaks at least 3 times of the police",
    "guide_without_the_word.txt": "a handbook or guide",
    "year_in_words.txt": "no section of a plan could be read",
    "working_group.txt": "No sentence in the document says what somebody will do",
    "invoice.txt": "an invoice or an order",
    "newsletter.md": "a newsletter or a press release",
    "rules_without_the_word.txt": "a law or rules",
    "minutes_of_a_council.md": "minutes or an agenda",
    "year_gone_by.txt": "Neither its title nor its first lines call the document a cooperation plan",
    "guide_to_newcomers.md": "a handbook or guide",
    "meeting_plan.txt": "Neither its title nor its first lines call the document a cooperation plan",
    "job.md": "an advertisement of a post",
    "job.txt": "an advertisement of a post",
    "study.txt": "no section of a plan could be read",
    "english.txt": "A cooperation plan speaks at least 3 times of the police",
}


@pytest.mark.parametrize("name", sorted(one.name for one in OTHERS.iterdir()))
def test_it_is_refused_with_what_it_looks_like_and_what_to_do(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        read_path(OTHERS / name)
    assert LOOKS[name] in str(refusal.value)
    assert "Choose the cooperation plan itself" in str(refusal.value)
    assert refusal.value.exit_code == 2


def under(title: str) -> bytes:
    """A plan of the shelf under another title."""
    text = (PRINTED / "jumps.txt").read_text(encoding="utf-8")
    return text.replace("Samarbejdsplan\n", f"{title}\n", 1).encode("utf-8")


@pytest.mark.parametrize(
    "title",
    [
        "Evaluering af samarbejdsplanen",
        "Samarbejdsplanens årsrapport",
        "Referat af mødet om samarbejdsplan",
        "Vejledning til samarbejdsplan",
        "Politidirektørens redegørelse",
    ],
)
def test_a_text_about_a_plan_is_no_plan(title: str) -> None:
    with pytest.raises(Refused, match="This looks like"):
        read_bytes("plan.txt", under(title))


@pytest.mark.parametrize(
    "title",
    [
        "Redegørelse 2017 og samarbejdsplan",
        "Samarbejdsplan og status",
        "Plan for det fælles samarbejde",
        "Handleplan for kredsrådet",
        "SSP-plan",
        "S A M A R B E J D S P L A N",
        "Sammen om tryghed",
    ],
)
def test_a_plan_under_another_name_is_a_plan(title: str) -> None:
    assert len(read_bytes("plan.txt", under(title)).sections) == 9


def test_the_refusal_says_what_was_looked_for_and_what_was_there() -> None:
    text = "Samarbejdsplan\n\nPolitiet og kommunen samarbejder i lokalrådet. Politi og kommune.\n"
    with pytest.raises(Refused) as refusal:
        read_bytes("plan.txt", text.encode())
    assert "In this document that is 2, 2 and 2 times." in str(refusal.value)
