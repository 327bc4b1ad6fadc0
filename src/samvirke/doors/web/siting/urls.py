"""Addresses of the pages of siting."""

from django.urls import path

from samvirke.doors.web.siting import choosing, room

urlpatterns = [
    path("siting/", room.show, name="siting"),
    path("siting/<uuid:study_id>/", choosing.show, name="siting-one"),
]
