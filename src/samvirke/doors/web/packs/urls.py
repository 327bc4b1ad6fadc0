"""Addresses of the meeting packs."""

from django.urls import path

from samvirke.doors.web.packs import views

urlpatterns = [
    path("packs/", views.packs, name="packs"),
    path("packs/make", views.make, name="packs-make"),
    path("packs/jobs/<uuid:job_id>/", views.progress, name="packs-progress"),
    path("packs/<uuid:document_id>/", views.read, name="packs-read"),
    path("packs/<uuid:document_id>/file", views.fetch, name="packs-fetch"),
]
