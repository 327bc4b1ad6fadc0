"""Addresses of the studies."""

from django.urls import path

from samvirke.doors.web.studies import asking, one

urlpatterns = [
    path("studies/", asking.studies_of, name="studies"),
    path("studies/new/<slug:kind>/", asking.new, name="studies-new"),
    path("studies/<uuid:study_id>/", one.read, name="studies-read"),
    path("studies/<uuid:study_id>/stop", one.stop, name="studies-stop"),
    path("studies/<uuid:study_id>/again", one.again, name="studies-again"),
    path("studies/<uuid:study_id>/chart.svg", one.chart, name="studies-chart"),
    path("studies/<uuid:study_id>/answer.json", one.answer, name="studies-answer"),
    path("studies/<uuid:study_id>/places.<str:ending>", one.places, name="studies-places"),
    path("studies/<uuid:study_id>/table.<str:ending>", one.table, name="studies-table"),
]
