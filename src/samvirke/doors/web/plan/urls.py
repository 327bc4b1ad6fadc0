"""Addresses of the plan."""

from django.urls import path

from samvirke.doors.web.plan import views

urlpatterns = [
    path("plan/", views.plan, name="plan"),
    path("plan/<int:year>/", views.plan, name="plan-year"),
]
