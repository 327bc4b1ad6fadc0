"""Addresses of one case and everything that is reached from it."""

from django.urls import path

from samvirke.doors.web.casework import (
    access,
    ask,
    case,
    disclose,
    disclosures,
    meeting,
    move,
    paper,
    people,
    search,
    search_end,
    search_new,
    search_pair,
    section,
)

_CASE = "cases/<uuid:case_id>/"
urlpatterns = [
    path(_CASE, case.show, name="cases-case"),
    path(f"{_CASE}sections/<slug:name>/", section.show, name="cases-section"),
    path(f"{_CASE}people/", people.show, name="cases-people"),
    path(f"{_CASE}people/<uuid:involved_id>/number", people.number, name="cases-number"),
    path(f"{_CASE}access/", access.show, name="cases-access"),
    path(f"{_CASE}move/", move.show, name="cases-move"),
    path(f"{_CASE}disclose/", disclose.show, name="cases-disclose"),
    path(f"{_CASE}disclose/preview", disclose.foresee, name="cases-preview"),
    path(f"{_CASE}disclosures/<uuid:disclosure_id>/", disclosures.show, name="cases-disclosure"),
    path(f"{_CASE}ask/", ask.show, name="cases-ask"),
    path(f"{_CASE}asks/<uuid:ask_id>/decline", disclosures.say_no, name="cases-decline"),
    path(f"{_CASE}searches/new/", search_new.new, name="cases-search-new"),
    path(f"{_CASE}searches/<uuid:search_id>/", search.show, name="cases-search"),
    path(f"{_CASE}searches/<uuid:search_id>/pairs/<uuid:pair_id>/", search_pair.show, name="cases-search-pair"),
    path(f"{_CASE}searches/<uuid:search_id>/end/", search_end.end, name="cases-search-end"),
    path(f"{_CASE}print/", paper.show, name="cases-print"),
    path(f"{_CASE}meeting/", meeting.show, name="cases-meeting"),
    path(f"{_CASE}shared/", meeting.shared, name="cases-shared"),
]
