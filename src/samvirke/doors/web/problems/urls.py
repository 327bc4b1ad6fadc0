"""Addresses of the pages of local problems."""

from django.urls import path

from samvirke.doors.web.problems import new, one, room

urlpatterns = [
    path("problems/", room.room, name="problems"),
    path("problems/new/", new.show, name="problems-new"),
    path("problems/<uuid:problem_id>/", one.show, name="problems-one"),
]
