"""Addresses of the map."""

from django.urls import path

from samvirke.doors.web.map import room, tile

urlpatterns = [
    path("map/", room.room, name="map"),
    path("map/tiles/<slug:layer>/<slug:group>/<slug:period>/<int:zoom>/<int:x>/<int:y>/", tile.piece, name="map-tile"),
]
