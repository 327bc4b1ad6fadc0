"""Addresses of the supervisors' review."""

from django.urls import path

from samvirke.doors.web.audit import views

urlpatterns = [
    path("review/", views.listed, name="audit"),
    path("review/<int:seq>/mark", views.mark, name="audit-mark"),
]
