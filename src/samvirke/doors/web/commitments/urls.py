"""Addresses of the commitments."""

from django.urls import path

from samvirke.doors.web.commitments import views

urlpatterns = [
    path("commitments/", views.register, name="commitments"),
    path("commitments/<uuid:commitment_id>/close", views.close_one, name="commitments-close"),
]
