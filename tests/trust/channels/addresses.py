"""What each address of the staff's pages asks about: the verbs that decide, and what fills the address.

A new route fails the walk until it stands here. The verb of the district is that of the route itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

May = Callable[..., bool]
GET, POST = "GET", "POST"


@dataclass(frozen=True)
class Address:
    """`fills` are parts of the address: names of things of a case (`case.pk`), or the words themselves.

    `asks` is the decision beyond the district's, given the method; nothing where only the district is asked about.
    `sent` is the form of a POST, `query` what stands behind the address, or in the form. `is_absent` says that what it
    asks for is not there in this world: whoever may ask for it learns no more than that.
    """

    fills: dict[str, str] = field(default_factory=dict)
    asks: Callable[[May, str], bool] | None = None
    methods: tuple[str, ...] = (GET, POST)
    sent: dict[str, str] = field(default_factory=dict)
    query: str = ""
    is_absent: bool = False

    @property
    def has_a_thing(self) -> bool:
        """Whether a thing of a case stands in the address."""
        return any(words.endswith(".pk") for words in self.fills.values())


def _opens(may: May, _method: str) -> bool:
    return may("open", "case")


def _reads(_may: May, method: str) -> bool:
    """The page is there; what its form is sent about, a body or a municipality, is not."""
    return method == GET


def _asks(verb: str, thing: str = "case") -> Callable[[May, str], bool]:
    return lambda may, _method: may(verb, thing)


def _disclosure(may: May, method: str) -> bool:
    """Whoever opens the case for the agency that gave it or received it; calling it back is more than reading."""
    if method == GET:
        return may("open", "case") and (may("of", "police") or may("read-disclosure", "given"))
    return may("open", "case") and may("recall", "given")


def _approval(may: May, _method: str) -> bool:
    return may("know", "case") and may("approve", "waiting")


def _referral(may: May, _method: str) -> bool:
    return may("receive", "receiver") and not may("is-forbidden", "case")


def _searches(may: May, _method: str) -> bool:
    return may("open", "case") and may("read-search", "search")


_CASE = {"case_id": "case.pk"}
_SEARCH = _CASE | {"search_id": "search.pk"}
_REFERRAL = {"referral_id": "referral.pk"}
_APPROVAL = {"disclosure_id": "waiting.pk"}
_NOTHING = "00000000-0000-4000-8000-000000000000"
OF_CASES = {
    "cases": Address(),
    "cases-kinds": Address(),
    "cases-kind": Address({"name": "mediation"}),
    "cases-numbers": Address(),
    "cases-new": Address({"name": "trial-psp"}),
    "cases-referrals": Address(),
    "cases-referral": Address(_REFERRAL, _referral),
    "cases-referral-accept": Address(_REFERRAL, _referral, (POST,)),
    "cases-referral-decline": Address(_REFERRAL, _referral, (POST,)),
    "cases-approvals": Address(),
    "cases-approval": Address(_APPROVAL, _approval),
    "cases-approval-decide": Address(_APPROVAL, _approval, (POST,)),
    "cases-emergencies": Address(),
    "cases-emergencies-open": Address(methods=(POST,)),
    "cases-judgement": Address({"broken_id": "broken.pk"}, _asks("review-glass")),
    "cases-periods": Address(),
    "cases-periods-enter": Address(),
    "cases-forgetting": Address(),
    "cases-forgetting-settle": Address(_CASE, _asks("settle-archive"), (POST,)),
    "cases-case": Address(_CASE, _asks("know"), sent={"deed": "assign"}),
    "cases-section": Address(_CASE | {"name": "{section}"}, _asks("write")),
    "cases-people": Address(
        _CASE,
        lambda may, method: may("open", "case") and (method == GET or may("involve", "case")),
        sent={"role": "citizen", "name": "Mads Lund"},
    ),
    "cases-number": Address(
        _CASE | {"involved_id": "involved.pk"},
        lambda may, _method: may("open", "case") and may("of", "police"),
        (POST,),
    ),
    "cases-access": Address(_CASE, _opens),
    "cases-move": Address(_CASE, _asks("move")),
    "cases-disclose": Address(_CASE, _asks("disclose")),
    "cases-preview": Address(_CASE, _asks("disclose"), (POST,)),
    "cases-disclosure": Address(_CASE | {"disclosure_id": "given.pk"}, _disclosure),
    "cases-ask": Address(_CASE, _asks("ask"), query="{wanted}"),
    "cases-decline": Address(
        _CASE | {"ask_id": "ask.pk"}, lambda may, _method: may("decline", "case") and may("of-two", "case"), (POST,)
    ),
    "cases-search-new": Address(_CASE, lambda may, _method: may("begin-search", "case")),
    "cases-search": Address(_SEARCH, _searches),
    "cases-search-pair": Address(_SEARCH | {"pair_id": "pair.pk"}, _searches),
    "cases-search-end": Address(_SEARCH, _searches),
    "cases-print": Address(_CASE, _opens, (GET,)),
    "cases-meeting": Address(_CASE, _opens, (GET,)),
    "cases-shared": Address(_CASE, _opens, (GET,)),
}
# Only the verb of the district decides.
OF_THE_DISTRICT = {
    "overview": Address(),
    "plan": Address(),
    "plan-year": Address({"year": "2030"}),
    "plan-read": Address(),
    "plan-local": Address(),
    "meetings": Address(),
    "meetings-plan": Address(methods=(POST,)),
    "meetings-mine": Address(),
    "meetings-address": Address(methods=(POST,)),
    "meetings-decisions": Address(),
    "meetings-matters": Address(),
    "bodies": Address(),
    "bodies-people": Address(),
    "bodies-learning": Address(),
    "bodies-learning-new": Address(),
    "commitments": Address(),
    "commitments-new": Address(),
    "commitments-duties": Address(asks=_reads),
    "commitments-duties-year": Address({"year": "2024"}, _reads),
    "commitments-schools": Address(asks=_reads),
    "commitments-since": Address(),
    "commitments-seen": Address(methods=(POST,)),
    "commitments-hand-over": Address(),
    "commitments-accounts": Address(),
    "places": Address(),
    "places-kinds": Address(asks=_reads),
    "focus": Address(),
    "focus-one": Address({"name": "home-burglary"}),
    "problems": Address(),
    "problems-new": Address(),
    "siting": Address(asks=_reads),
    "deployments": Address(),
    "deployments-kinds": Address(asks=_reads),
    "deployments-kind": Address({"kind": "speed-van"}, methods=(GET,)),
    "deployments-day": Address(),
    "deployments-coverage": Address(asks=_reads),
    "deployments-suggestions": Address(methods=(GET,)),
    "effects": Address(),
    "effects-cards": Address(),
    "effects-new": Address(),
    "indicators": Address(),
    "indicators-one": Address({"name": "burglary-homes"}),
    "map": Address(),
    "packs": Address(),
    "imports": Address(),
    "imports-tables": Address(),
    "emerging": Address(),
    "studies": Address(),
    "studies-new": Address(fills={"kind": "near-repeat"}),
    "audit": Address(),
    "inbox": Address(),
}
_PLAN = {"plan_id": "nothing"}
_SECTION = _PLAN | {"section_id": "1"}
_MEETING = {"meeting_id": _NOTHING}
_ITEM = _MEETING | {"item_id": "1"}
# What these ask for is not there in this world. The tests of plans, meetings, bodies, packs, imports, commitments and
# of the review ask for it.
ABSENT = {
    **{f"plan-{name}": _PLAN for name in ("changes", "draft", "goals", "measure-new", "consultation", "approval")},
    **{f"plan-{name}": _PLAN for name in ("preview", "paper")},
    "plan-begin": {},
    "plan-read-items": _PLAN,
    "plan-read-item": _PLAN | {"item_id": "1"},
    "plan-section": _SECTION,
    "plan-history": _SECTION,
    "plan-measure": _PLAN | {"measure_id": "1"},
    **{f"meetings-{name}": _MEETING for name in ("one", "attendance", "minutes", "approval")},
    **{f"meetings-{name}": _ITEM for name in ("item", "write", "act")},
    "meetings-correct": {"decision_id": _NOTHING},
    "meetings-paper": _MEETING | {"paper_id": _NOTHING},
    "meetings-public": _MEETING | {"kind": "agenda"},
    "bodies-one": {"body_id": "nothing"},
    "bodies-seat": {"body_id": "nothing", "slug": "nothing"},
    "bodies-learning-one": {"learning_id": _NOTHING},
    "places-new": {"kind": "nothing"},
    "places-one": {"place_id": _NOTHING},
    "emerging-one": {"signal_id": _NOTHING},
    "problems-one": {"problem_id": _NOTHING},
    "siting-one": {"study_id": _NOTHING},
    "deployments-new": {"kind": "nothing"},
    "deployments-one": {"deployment_id": _NOTHING},
    "effects-one": {"design_id": _NOTHING},
    "effects-change": {"design_id": _NOTHING},
    "commitments-one": {"commitment_id": _NOTHING},
    "commitments-account-make": {},
    "commitments-account-progress": {"job_id": _NOTHING},
    "commitments-account-read": {"document_id": _NOTHING},
    "commitments-account-fetch": {"document_id": _NOTHING},
    "commitments-export": {"kind": "nothing"},
    "overview-municipality": {"code": "998"},
    "commitments-close": {"commitment_id": _NOTHING},
    "map-tile": {"layer": "nothing", "group": "nothing", "period": "2024", "zoom": "8", "x": "1", "y": "1"},
    "packs-make": {},
    "packs-progress": {"job_id": _NOTHING},
    "packs-read": {"document_id": _NOTHING},
    "packs-fetch": {"document_id": _NOTHING},
    "audit-mark": {"seq": "0"},
    "studies-read": {"study_id": _NOTHING},
    "studies-stop": {"study_id": _NOTHING},
    "studies-again": {"study_id": _NOTHING},
    "studies-chart": {"study_id": _NOTHING},
    "studies-answer": {"study_id": _NOTHING},
    "studies-places": {"study_id": _NOTHING, "ending": "gpkg"},
    "studies-table": {"study_id": _NOTHING, "ending": "csv"},
    "imports-upload": {},
    "imports-progress": {"job_id": _NOTHING},
    "imports-stop": {"job_id": _NOTHING},
    "imports-rejected": {"job_id": _NOTHING},
}
OF_SOMEBODY = {"inbox-read": Address({"message_id": "message.pk"}, _asks("outbox.mark-read", "message"), (POST,))}
EVERY = (
    OF_CASES | OF_THE_DISTRICT | OF_SOMEBODY | {name: Address(fills, is_absent=True) for name, fills in ABSENT.items()}
)
