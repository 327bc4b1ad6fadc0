"""Addresses of the plan."""

from django.urls import path

from samvirke.doors.web.plan import reading, views

urlpatterns = [
    path("plan/", views.plan, name="plan"),
    path("plan/read/", reading.read_plan, name="plan-read"),
    path("plan/<int:year>/", views.plan, name="plan-year"),
]
