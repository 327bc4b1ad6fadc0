"""Addresses of the pages of deployments."""

from django.urls import path

from samvirke.doors.web.deployments import coverage, day, kinds, new, one, room, suggestions

urlpatterns = [
    path("deployments/", room.room, name="deployments"),
    path("deployments/kinds/", kinds.show, name="deployments-kinds"),
    path("deployments/kinds/<slug:kind>/", kinds.of_one, name="deployments-kind"),
    path("deployments/day/", day.show, name="deployments-day"),
    path("deployments/coverage/", coverage.show, name="deployments-coverage"),
    path("deployments/suggestions/", suggestions.show, name="deployments-suggestions"),
    path("deployments/new/<slug:kind>/", new.show, name="deployments-new"),
    path("deployments/<uuid:deployment_id>/", one.show, name="deployments-one"),
]
