"""The addresses of the public site."""

from django.urls import path

from samvirke.doors.public import views

urlpatterns = [
    path("healthy", views.healthy, name="healthy"),
    path("language", views.language, name="language"),
    path("", views.front, name="front"),
    path("plans/<slug:slug>/", views.plan, name="plan"),
    path("plans/<slug:slug>/<int:edition>/", views.plan, name="plan-edition"),
    path("plans/<slug:slug>.json", views.plan_json, name="plan-json"),
]
handler404 = views.not_found
handler500 = views.failed
