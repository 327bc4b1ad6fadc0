"""Every page there is to walk, on both sides, and a pack to read."""

from __future__ import annotations

import re

from tests.journeys.visitor import Visitor

HOME = "/districts/oestjylland/"
STAFF = (
    HOME,
    f"{HOME}municipalities/730/",
    f"{HOME}plan/",
    f"{HOME}plan/local/",
    f"{HOME}plan/changes/samarbejdsplan-oestjylland-2025/",
    *(
        f"{HOME}plan/drafts/samarbejdsplan-oestjylland-2025/{page}"
        for page in ("", "goals/", "measures/", "consultation/", "approval/", "preview/")
    ),
    f"{HOME}meetings/",
    f"{HOME}bodies/",
    f"{HOME}bodies/kredsraad-oestjylland/",
    f"{HOME}bodies/people/",
    f"{HOME}learning/",
    f"{HOME}meetings/mine/",
    f"{HOME}meetings/decisions/",
    f"{HOME}meetings/matters/",
    f"{HOME}commitments/",
    f"{HOME}commitments/duties/",
    f"{HOME}commitments/since/",
    f"{HOME}commitments/schools/",
    f"{HOME}commitments/hand-over/",
    f"{HOME}commitments/new/",
    f"{HOME}commitments/account/",
    f"{HOME}places/",
    f"{HOME}places/kinds/",
    f"{HOME}places/new/sub-area/",
    *(f"{HOME}{page}/" for page in ("problems", "problems/new", "siting", "effects", "effects/cards", "effects/new")),
    *(f"{HOME}deployments/{page}" for page in ("", "coverage/", "day/", "kinds/", "suggestions/", "new/speed-van/")),
    f"{HOME}emerging/",
    f"{HOME}focus/",
    f"{HOME}focus/home-burglary/",
    f"{HOME}focus/response-times/?body=lokalraad-randers",
    f"{HOME}focus/exposed-housing-areas/",
    f"{HOME}focus/travelling-groups/",
    f"{HOME}imports/tables/",
    f"{HOME}indicators/",
    f"{HOME}indicators/burglary-homes/",
    f"{HOME}indicators/collisions-injury/?area=730",
    f"{HOME}indicators/safety-share/",
    f"{HOME}map/?group=burglary-homes&period=2023&against=2022",
    f"{HOME}packs/?body=lokalraad-randers",
    f"{HOME}imports/",
    "/my-sign-in",
    f"{HOME}nothing/",
    "/districts/sydoestjylland/",
)
PUBLIC = (
    "/",
    "/meetings/",
    "/plans/samarbejdsplan-oestjylland-2024/",
    "/plans/samarbejdsplan-sydoestjylland-2020/",
    "/nothing/",
)


def make_pack(one: Visitor, body: str = "lokalraad-aarhus") -> str:
    """Make a pack with one click; the address of its page, which the visitor now reads."""
    one.go(f"{HOME}packs/?body={body}")
    one.page.locator("form[action$='/packs/make'] button").click()
    one.page.locator("main a.button-primary[href*='/packs/']").click(timeout=60_000)
    one.page.wait_for_url(re.compile(r"/packs/[0-9a-f-]{36}/$"))
    return one.page.url.removeprefix(one.served.staff)
