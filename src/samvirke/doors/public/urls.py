"""The addresses of the public site."""

from django.urls import path

from samvirke.doors.public import errors, meetings, views
from samvirke.doors.public.oparl.urls import urlpatterns as of_oparl

urlpatterns = [
    *of_oparl,
    path("healthy", views.healthy, name="healthy"),
    path("language", views.language, name="language"),
    path("", views.front, name="front"),
    path("plans/<slug:slug>/", views.plan, name="plan"),
    path("plans/<slug:slug>/<int:edition>/", views.plan, name="plan-edition"),
    path("plans/<slug:slug>.json", views.plan_json, name="plan-json"),
    path("plans/<slug:slug>/<int:edition>.json", views.plan_json, name="plan-edition-json"),
    path("plans/<slug:slug>/<int:edition>.pdf", views.plan_paper, name="plan-paper"),
    path("meetings/", meetings.meetings, name="meetings"),
    path("meetings/<slug:kind>/<slug:slug>/", meetings.meeting, name="meeting"),
    path("meetings/<slug:kind>/<slug:slug>/<int:edition>/", meetings.meeting, name="meeting-edition"),
    path("meetings/<slug:kind>/<slug:slug>.json", meetings.meeting_json, name="meeting-json"),
]
handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
