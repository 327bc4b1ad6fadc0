"""Several processes put different people on one seat in the same moment: one wins, and the others are told so."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.config.installation import answer, new_installation

pytestmark = pytest.mark.database
RIVALS = 5
_PREPARE = """
from datetime import date
from samvirke.registers.partners.commands.put_holder import put_holder
from samvirke.registers.partners.commands.take_seat import take_seat
from samvirke.registers.partners.models import Body, Seat
from samvirke.registers.places.models import District
from samvirke.trust.access.actor import system

district = District.objects.create(id="fjord", name={{"en": "Fjord"}}, country="XX")
body = Body.objects.create(id="council", district=district, kind="district-council", name={{}}, task={{}})
seat = Seat.objects.create(body=body, slug="mayor", office={{"en": "Mayor"}}, role="member", order=1, count=2)
people = [put_holder(system("operator"), district=district, name=f"Mayor {{n}}") for n in range({rivals} + 1)]
old = take_seat(system("operator"), seat=seat, holder=people[-1], since=date(2022, 1, 1))
print(json.dumps({{"old": str(old.pk), "people": [str(one.pk) for one in people[:-1]]}}))
"""
_RIVAL = """
import time
from datetime import date
from pathlib import Path
from samvirke.foundation.fault import Refused
from samvirke.registers.partners.commands.take_seat import take_seat
from samvirke.registers.partners.models import Membership, Seat, SeatHolder
from samvirke.trust.access.actor import system

old, holder = Membership.objects.get(pk="{old}"), SeatHolder.objects.get(pk="{who}")
seat = Seat.objects.select_related("body").get()
Path("{folder}", "ready-{number}").touch()
while not Path("{folder}", "go").exists():
    time.sleep(0.005)
try:
    take_seat(system("operator"), seat=seat, holder=holder, since=date(2024, 8, 20), {more})
    print(json.dumps("won"))
except Refused as refused:
    print(json.dumps(str(refused)))
"""
_AFTER = """
from samvirke.registers.partners.models import Membership
print(json.dumps([[one.holder.name, one.place, str(one.until)] for one in Membership.objects.select_related("holder")]))
"""


@pytest.mark.parametrize(
    ("more", "told"),
    [("replaces=old, version=1", "Somebody else has changed who sits there"), ("", "is taken in that period by")],
    ids=["in the place of the old one", "on the one free place"],
)
def test_one_of_several_wins_the_seat_and_nothing_of_the_others_is_stored(tmp_path: Path, more: str, told: str):
    made = new_installation(tmp_path / "home")
    there = made.ask(_PREPARE.format(rivals=RIVALS))
    rivals = [
        made.begin(_RIVAL.format(old=there["old"], who=who, number=number, folder=tmp_path, more=more))
        for number, who in enumerate(there["people"])
    ]
    while len(list(tmp_path.glob("ready-*"))) < RIVALS and all(one.poll() is None for one in rivals):
        pass
    (tmp_path / "go").touch()
    said = Counter("won" if (one := answer(rival)) == "won" else told in one for rival in rivals)
    assert said == {"won": 1, True: RIVALS - 1}
    after = made.ask(_AFTER)
    assert len(after) == 2
    assert len({place for _name, place, until in after if until == "None"}) == (1 if more else 2)
