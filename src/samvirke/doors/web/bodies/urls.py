"""Addresses of the pages of bodies."""

from django.urls import path

from samvirke.doors.web.bodies import listed, one, people, seat

urlpatterns = [
    path("bodies/", listed.listed, name="bodies"),
    path("bodies/people/", people.people, name="bodies-people"),
    path("bodies/<slug:body_id>/", one.show, name="bodies-one"),
    path("bodies/<slug:body_id>/seats/<slug:slug>/", seat.show, name="bodies-seat"),
]
