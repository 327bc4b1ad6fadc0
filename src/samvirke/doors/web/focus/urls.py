"""Addresses of the focus areas."""

from django.urls import path

from samvirke.doors.web.focus import views

urlpatterns = [
    path("focus/", views.room, name="focus"),
    path("focus/<slug:name>/", views.one, name="focus-one"),
]
