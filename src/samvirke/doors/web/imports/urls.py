"""Addresses of the imports."""

from django.urls import path

from samvirke.doors.web.imports import tables, views

urlpatterns = [
    path("imports/", views.imports_of, name="imports"),
    path("imports/tables/", tables.tables, name="imports-tables"),
    path("imports/upload", views.upload, name="imports-upload"),
    path("imports/jobs/<uuid:job_id>/", views.progress, name="imports-progress"),
    path("imports/jobs/<uuid:job_id>/stop", views.stop, name="imports-stop"),
    path("imports/jobs/<uuid:job_id>/rejected", views.rejected, name="imports-rejected"),
]
