"""Addresses of the meetings."""

from django.urls import path

from samvirke.doors.web.meetings import (
    approval,
    attendance,
    decisions,
    item,
    matters,
    mine,
    minutes,
    one,
    papers,
    public,
    year,
)

_ONE = "meetings/<uuid:meeting_id>/"

urlpatterns = [
    path("meetings/", year.meeting_year, name="meetings"),
    path("meetings/plan", year.take, name="meetings-plan"),
    path("meetings/mine/", mine.mine, name="meetings-mine"),
    path("meetings/mine/address", mine.address, name="meetings-address"),
    path("meetings/decisions/", decisions.search, name="meetings-decisions"),
    path("meetings/decisions/<uuid:decision_id>/correct", decisions.correction, name="meetings-correct"),
    path("meetings/matters/", matters.matters, name="meetings-matters"),
    path(_ONE, one.show, name="meetings-one"),
    path(f"{_ONE}items/<int:item_id>/", item.show, name="meetings-item"),
    path(f"{_ONE}attendance/", attendance.show, name="meetings-attendance"),
    path(f"{_ONE}minutes/", minutes.show, name="meetings-minutes"),
    path(f"{_ONE}minutes/<int:item_id>/", minutes.write, name="meetings-write"),
    path(f"{_ONE}minutes/<int:item_id>/deed", minutes.act, name="meetings-act"),
    path(f"{_ONE}papers/<uuid:paper_id>", papers.paper, name="meetings-paper"),
    path(f"{_ONE}approval/", approval.show, name="meetings-approval"),
    path(f"{_ONE}public/<slug:kind>/", public.show, name="meetings-public"),
]
