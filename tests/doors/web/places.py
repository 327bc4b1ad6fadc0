"""Every page of the staff's side for one district, and what a page's markup says."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, get_resolver, reverse
from lxml import html
from lxml.html import HtmlElement

DISTRICT = "oestjylland"
# What each page of a district needs in its address besides the district; those that only show a piece of work,
# a paper or a deed are walked in the tests of packs, imports and commitments.
SEEN_BY_ALL = {
    "overview": {},
    "overview-municipality": {"code": 730},
    "plan": {},
    "plan-year": {"year": 2024},
    "plan-local": {},
    "plan-changes": {"plan_id": "samarbejdsplan-oestjylland-2024"},
    "meetings": {},
    "meetings-mine": {},
    "meetings-decisions": {},
    "meetings-matters": {},
    "bodies": {},
    "bodies-people": {},
    "bodies-learning": {},
    "bodies-one": {"body_id": "lokalraad-randers"},
    "commitments": {},
    "commitments-duties": {},
    "commitments-duties-year": {"year": 2024},
    "commitments-since": {},
    "commitments-accounts": {},
    "places": {},
    "places-kinds": {},
    "focus": {},
    "focus-one": {"name": "home-burglary"},
    "emerging": {},
    "problems": {},
    "siting": {},
    "deployments": {},
    "deployments-kinds": {},
    "deployments-kind": {"kind": "speed-van"},
    "deployments-day": {},
    "deployments-coverage": {},
    "effects": {},
    "effects-cards": {},
    "indicators": {},
    "indicators-one": {"name": "burglary-homes"},
    "map": {},
    "packs": {},
    "inbox": {},
    "cases": {},
    "cases-kinds": {},
    "cases-kind": {"name": "mediation"},
    "cases-new": {"name": "mediation"},
    "cases-referrals": {},
    "cases-approvals": {},
    "cases-emergencies": {},
    "cases-periods": {},
    "cases-numbers": {},
    "cases-forgetting": {},
}
SEEN_BY_KEEPERS_OF_FIGURES = {
    "imports": {},
    "imports-tables": {},
    "deployments-suggestions": {},
    "studies": {},
    "studies-new": {"kind": "near-repeat"},
}
SEEN_BY_PRIVACY_OFFICERS = {"audit": {}}
WALKED_ELSEWHERE = {
    "bodies-seat",
    "plan-begin", "plan-draft", "plan-section", "plan-history", "plan-goals", "plan-measure", "plan-measure-new",
    "plan-consultation", "plan-approval", "plan-preview", "plan-paper", "plan-read-items", "plan-read-item",
    "bodies-learning-new", "bodies-learning-one",
    "places-new", "places-one", "problems-new", "problems-one", "siting-one",
    "deployments-new", "deployments-one",
    "emerging-one",
    "effects-new", "effects-one", "effects-change",
    "meetings-plan", "meetings-address", "meetings-correct", "meetings-one", "meetings-item", "meetings-attendance",
    "meetings-minutes", "meetings-write", "meetings-act", "meetings-approval", "meetings-public", "meetings-paper",
    "commitments-close", "commitments-one", "commitments-new", "commitments-hand-over", "commitments-seen",
    "commitments-schools", "commitments-export", "commitments-account-make", "commitments-account-progress",
    "commitments-account-read", "commitments-account-fetch",
    "plan-read",
    "packs-make", "packs-progress", "packs-read", "packs-fetch",
    "inbox-read",
    "audit-mark",
    "cases-referral", "cases-referral-accept", "cases-referral-decline", "cases-approval", "cases-approval-decide",
    "cases-emergencies-open", "cases-judgement", "cases-periods-enter", "cases-forgetting-settle", "cases-case",
    "cases-section", "cases-people", "cases-number", "cases-access", "cases-move", "cases-disclose", "cases-preview",
    "cases-disclosure", "cases-ask", "cases-decline", "cases-print", "cases-meeting", "cases-shared",
    "cases-search-new", "cases-search", "cases-search-pair", "cases-search-end",
    "studies-read", "studies-stop", "studies-again", "studies-chart", "studies-answer", "studies-table",
    "studies-places",
    "map-tile",
    "imports-upload", "imports-progress", "imports-stop", "imports-rejected",
}  # fmt: skip
FOR_EVERYBODY = {
    "healthy", "sign-in", "sign-in-as", "sign-out", "language", "front",
    "sign-in-code", "sign-in-again", "sign-in-passkey", "sign-in-passkey-question",
    "sign-in-agency", "sign-in-agency-back", "calendar-feed",
}  # fmt: skip
OF_ONESELF = {
    "my-sign-in", "my-sign-in-code", "my-sign-in-code-remove", "my-sign-in-recovery", "my-sign-in-passkey",
    "my-sign-in-passkey-question", "my-sign-in-passkey-remove", "my-sign-in-password",
}  # fmt: skip


def addresses(names: dict[str, dict[str, object]], district: str = DISTRICT) -> list[str]:
    """The addresses of these pages in one district."""
    return [reverse(name, kwargs={"district_id": district, **rest}) for name, rest in names.items()]


def routes(resolver: URLResolver | None = None) -> list[URLPattern]:
    """Every route that the staff process answers."""
    found: list[URLPattern] = []
    for one in (resolver or get_resolver()).url_patterns:
        found += routes(one) if isinstance(one, URLResolver) else [one]
    return found


def read(answer) -> HtmlElement:
    """The page of an answer."""
    return html.fromstring(answer.content)


def text_of(element: HtmlElement) -> str:
    """What a reader sees of an element, on one line."""
    return " ".join(element.text_content().split())
