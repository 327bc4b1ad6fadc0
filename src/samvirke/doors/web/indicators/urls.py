"""Addresses of the numbers."""

from django.urls import path

from samvirke.doors.web.indicators import views

urlpatterns = [
    path("indicators/", views.all_of_them, name="indicators"),
    path("indicators/<slug:name>/", views.one, name="indicators-one"),
]
