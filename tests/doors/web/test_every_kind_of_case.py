"""The demo's people take a case of every kind from its opening to its end, by the pages alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from tests.doors.web.conftest import SignIn
from tests.doors.web.places import read, text_of

from samvirke.desks.casework.engine.declaration import CaseType, Role
from samvirke.desks.casework.engine.questions import Amount, Choice, Day, Question, Several, YesNo
from samvirke.desks.casework.models import Case
from samvirke.desks.casework.register import case_types
from samvirke.foundation.clock import today

_CASES = "/districts/oestjylland/cases/"
# What no district can open before it has stated a basis and an assessment that the product cannot.
_OUT_OF_USE = ("focused-intervention", "gang-cooperation")
# Who opens a kind: of the police unless said otherwise. Two have sections that only these roles write in.
_WHO = {
    "child-notification": "karim", "ksp-release": "karim", "staff-violence": "karim", "info-house": "karim",
    "mediation": "vibeke", "alcohol-licence": "mette", "event-permit": "mette",
}  # fmt: skip
_AGENCY = {"karim": "randers-kommune"}
_RANDERS = "730"


@dataclass
class Walk:
    """Somebody's way through one case; the stages it has been at."""

    client: Client
    declared: CaseType
    address: str
    been: list[str] = field(default_factory=list)

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=re.findall(r"[0-9a-f-]{36}", self.address)[0])

    def post(self, path: str, **sent: Any) -> None:
        answer = self.client.post(f"{self.address}{path}", sent)
        wrong = read(answer).text_content() if answer.status_code == 422 else ""
        assert answer.status_code == 302, (path, sent, " ".join(wrong.split())[:600])

    def name_everybody(self) -> None:
        """One in each part, of an age that the part is for; whoever is young has a guardian."""
        for number, role in enumerate(self.declared.people):
            born = today() - timedelta(days=366 * _age(role))
            self.post("people/", deed="name", role=role.name, name=f"Opdigtet {number}", born=born.isoformat())

    def write_everything(self) -> None:
        """Whatever sections the page of the case offers."""
        page = read(self.client.get(self.address))
        links = [str(one) for one in page.xpath("//a/@href") if "/sections/" in one]
        assert links, "nothing can be written"
        for name in dict.fromkeys(link.rstrip("/").split("/")[-1] for link in links):
            form = read(self.client.get(f"{self.address}sections/{name}/"))
            (version,) = form.xpath("//input[@name='version']/@value")
            asked = {f"q-{one.name}": _typed(one) for one in self.declared.section(name).questions}
            self.post(f"sections/{name}/", version=version, **asked)

    def go_on(self) -> bool:
        """To a stage that it has not been at, or else to its end; whether it goes on after that."""
        page = read(self.client.get(f"{self.address}move/"))
        ways = page.xpath("//form[.//input[@name='to']]")
        offered = {one.xpath(".//input[@name='to']/@value")[0]: one for one in ways}
        new = [name for name in offered if name not in self.been and not self.declared.stage(name).outcomes]
        to = new[0] if new else next(name for name in offered if self.declared.stage(name).outcomes)
        outcomes = [one.name for one in sorted(self.declared.stage(to).outcomes, key=lambda one: one.erases)]
        (version,) = offered[to].xpath(".//input[@name='version']/@value")
        self.post("move/", to=to, version=version, **({"outcome": outcomes[0]} if outcomes else {}))
        self.been.append(to)
        return not outcomes


def _age(role: Role) -> int:
    return (role.ages[0] + role.ages[1]) // 2 if role.ages else 40


def _typed(asked: Question) -> Any:
    match asked:
        case YesNo():
            return "yes"
        case Choice(options=options):
            return options[0][0]
        case Several(options=options):
            return [options[0][0]]
        case Day():
            return date(2024, 8, 20).isoformat()
        case Amount():
            return "1"
    return "Aftalt på mødet den 20. august."


def begun(cast: SignIn, kind: str) -> Walk:
    who = _WHO.get(kind, "hanne")
    client = cast(who)
    client.cookies["samvirke_language"] = "en"
    sent = {"agency": _AGENCY.get(who, "oestjyllands-politi"), "municipality": _RANDERS, "reason": "takes the calls"}
    answer = client.post(f"{_CASES}new/{kind}/", sent)
    assert answer.status_code == 302, read(answer).text_content()
    declared = case_types()[kind]
    return Walk(client, declared, answer.headers["Location"], [declared.first_stage.name])


@pytest.mark.parametrize("kind", sorted(set(case_types()) - set(_OUT_OF_USE)))
def test_it_is_opened_written_moved_on_and_closed(kind: str, cast: SignIn):
    walk = begun(cast, kind)
    walk.name_everybody()
    walk.write_everything()
    while walk.go_on():
        page = text_of(read(walk.client.get(walk.address)).xpath("//main")[0])
        assert walk.declared.stage(walk.been[-1]).title in page
    assert len(walk.been) > 2
    if all(one.erases for one in walk.declared.stage(walk.been[-1]).outcomes):
        assert walk.client.get(walk.address).status_code == 404
    else:
        assert not walk.case.is_open
        assert "Closed" in text_of(read(walk.client.get(walk.address)).xpath("//main")[0])


@pytest.mark.parametrize("kind", _OUT_OF_USE)
def test_what_no_district_can_open_says_why(kind: str, cast: SignIn):
    answer = cast("hanne").get(f"{_CASES}new/{kind}/")
    assert not read(answer).xpath("//form[.//*[@name='reason']]")
    assert (
        cast("hanne").post(f"{_CASES}new/{kind}/", {"agency": "oestjyllands-politi", "reason": "x"}).status_code == 422
    )
