"""Addresses of the overview."""

from django.urls import path

from samvirke.doors.web.overview import views

urlpatterns = [
    path("", views.overview, name="overview"),
    path("municipalities/<int:code>/", views.municipality, name="overview-municipality"),
]
