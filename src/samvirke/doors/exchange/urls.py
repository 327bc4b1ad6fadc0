"""Addresses for other programs."""

from django.urls import path

from samvirke.doors.exchange.icalendar.views import feed

urlpatterns = [path("calendar/<str:secret>.ics", feed, name="calendar-feed")]
