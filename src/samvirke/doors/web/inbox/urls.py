"""Addresses of the inbox."""

from django.urls import path

from samvirke.doors.web.inbox import views

urlpatterns = [
    path("inbox/", views.messages, name="inbox"),
    path("inbox/<uuid:message_id>/read", views.read_one, name="inbox-read"),
]
