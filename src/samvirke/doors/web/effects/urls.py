"""Addresses of the pages of what worked."""

from django.urls import path

from samvirke.doors.web.effects import cards, change, new, one, room

urlpatterns = [
    path("effects/", room.room, name="effects"),
    path("effects/cards/", cards.show, name="effects-cards"),
    path("effects/new/", new.show, name="effects-new"),
    path("effects/<uuid:design_id>/", one.show, name="effects-one"),
    path("effects/<uuid:design_id>/change/", change.show, name="effects-change"),
]
