"""Addresses of the meetings."""

from django.urls import path

from samvirke.doors.web.meetings import views

urlpatterns = [path("meetings/", views.meeting_year, name="meetings")]
