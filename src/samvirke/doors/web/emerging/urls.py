"""Addresses of the pages of emerging signals."""

from django.urls import path

from samvirke.doors.web.emerging import one, room

urlpatterns = [
    path("emerging/", room.room, name="emerging"),
    path("emerging/<uuid:signal_id>/", one.show, name="emerging-one"),
]
