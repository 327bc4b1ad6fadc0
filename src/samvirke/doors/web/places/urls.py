"""Addresses of the pages of places."""

from django.urls import path

from samvirke.doors.web.places import kinds, new, one, room

urlpatterns = [
    path("places/", room.room, name="places"),
    path("places/kinds/", kinds.show, name="places-kinds"),
    path("places/new/<slug:kind>/", new.show, name="places-new"),
    path("places/<uuid:place_id>/", one.show, name="places-one"),
]
