"""The addresses of the staff's pages, desk by desk."""

from django.urls import include, path

from samvirke.doors.web.shell import errors, session

urlpatterns = [
    path("healthy", session.healthy, name="healthy"),
    path("sign-in", session.sign_in, name="sign-in"),
    path("sign-in/<str:username>", session.sign_in_as, name="sign-in-as"),
    path("sign-out", session.sign_out, name="sign-out"),
    path("language", session.language, name="language"),
    path("", session.front, name="front"),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.overview.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.plan.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.meetings.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.commitments.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.indicators.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.packs.urls")),
    path("districts/<slug:district_id>/", include("samvirke.doors.web.imports.urls")),
]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
