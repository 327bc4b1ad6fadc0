"""Addresses of the pages of learning activities; they stand under the bodies in the menu."""

from django.urls import path

from samvirke.doors.web.learning import one, year

urlpatterns = [
    path("learning/", year.year, name="bodies-learning"),
    path("learning/new/", one.new, name="bodies-learning-new"),
    path("learning/<uuid:learning_id>/", one.show, name="bodies-learning-one"),
]
