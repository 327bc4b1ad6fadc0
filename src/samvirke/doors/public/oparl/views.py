"""The doors of OParl 1.1: the system, the lists that page, and each object under its own address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from samvirke.doors.public.oparl.asked import Wanted, wanted
from samvirke.doors.public.oparl.record import Known, record
from samvirke.doors.public.oparl.shape import BODY, LISTS, SCHEMA, sent, site, without_parts
from samvirke.foundation.fault import Refused
from samvirke.foundation.words import Said, _

_ENGLISH = "en"


@require_safe
def system(request: HttpRequest) -> JsonResponse:
    """Where a program begins."""
    return _answer(
        request,
        {
            "id": site("oparl/1.1/"),
            "type": f"{SCHEMA}System",
            "oparlVersion": SCHEMA,
            "name": "Samvirke",
            "body": site("oparl/1.1/body/"),
            "website": site(""),
        },
    )


@require_safe
def districts(request: HttpRequest) -> JsonResponse:
    """The police districts that have published something."""
    return _list(request, record().all_of(BODY))


@require_safe
def listed(request: HttpRequest, district: str, sort: str) -> JsonResponse:
    """The objects of one sort of a district."""
    found = record()
    if sort not in LISTS or found.one(BODY, district) is None:
        return _fault(404, Said(_("There is no such list.")))
    return _list(request, found.all_of(sort, district))


@require_safe
def one(request: HttpRequest, sort: str, key: str) -> JsonResponse:
    """One object; of a withdrawn one that it was there, and since when it is not."""
    known = record().one(sort, key) if sort == BODY or sort in LISTS else None
    if known is None:
        return _fault(404, Said(_("There is no such object.")))
    return _answer(request, known.shown())


def _list(request: HttpRequest, rows: list[Known]) -> JsonResponse:
    try:
        asked = wanted(request.GET)
    except Refused as refusal:
        return _fault(400, refusal.faults[0].what, refusal.faults[0].remedy)
    found = asked.of(rows)
    here = [row.shown() for row in found[(asked.page - 1) * asked.limit : asked.page * asked.limit]]
    pages = max(1, -(-len(found) // asked.limit))
    about = {
        "totalElements": len(found),
        "elementsPerPage": asked.limit,
        "currentPage": asked.page,
        "totalPages": pages,
    }
    data = [without_parts(row) for row in here] if asked.without_parts else here
    return _answer(request, {"data": data, "pagination": about, "links": _links(request, asked, pages)})


def _links(request: HttpRequest, asked: Wanted, pages: int) -> dict[str, str]:
    """The other pages of the same list, with the same filters."""
    numbers = {"first": 1, "prev": asked.page - 1, "self": asked.page, "next": asked.page + 1, "last": pages}
    found = {}
    for name, number in numbers.items():
        query = request.GET.copy()
        query["page"] = str(number)
        if 1 <= number <= pages:
            found[name] = request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
    return found


def _fault(status: int, *words: Said) -> JsonResponse:
    message = " ".join(each.text(_ENGLISH) for each in words)
    return _with_headers(JsonResponse({"type": f"{SCHEMA}Error", "message": message}, status=status))


def _answer(request: HttpRequest, value: Any) -> JsonResponse:
    origin = request.build_absolute_uri(reverse("front"))
    return _with_headers(JsonResponse(sent(value, origin), json_dumps_params={"ensure_ascii": False}))


def _with_headers(answer: JsonResponse) -> JsonResponse:
    """Pages of other sites may read it: it is public, and no cookie opens anything here."""
    answer["Access-Control-Allow-Origin"] = "*"
    return answer
