"""The addresses of the staff's pages, desk by desk."""

from django.urls import include, path

from samvirke.doors.web.shell import errors, session
from samvirke.doors.web.shell.urls import urlpatterns as signing_in
from samvirke.foundation.home import is_casework_on

urlpatterns = [
    path("healthy", session.healthy, name="healthy"),
    *signing_in,
    path("sign-out", session.sign_out, name="sign-out"),
    path("language", session.language, name="language"),
    path("", session.front, name="front"),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.overview.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.plan.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.meetings.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.bodies.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.learning.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.commitments.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.places.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.focus.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.emerging.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.siting.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.problems.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.deployments.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.effects.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.indicators.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.map.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.studies.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.packs.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.imports.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.audit.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.inbox.urls")),
]
if is_casework_on():
    urlpatterns += [path("districts/<slug:district_id>/", include("samvirke.doors.web.casework.urls"))]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
