"""Addresses of the overview."""

from django.urls import path, register_converter

from samvirke.doors.web.overview import views
from samvirke.doors.web.shell.addresses import Code

register_converter(Code, "code")
urlpatterns = [
    path("", views.overview, name="overview"),
    path("municipalities/<code:code>/", views.municipality, name="overview-municipality"),
]
