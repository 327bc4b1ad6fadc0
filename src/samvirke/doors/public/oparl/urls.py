"""The addresses of OParl; what stands in them is what `shape.py` makes."""

from django.urls import path

from samvirke.doors.public.oparl import views

urlpatterns = [
    path("oparl/1.1/", views.system, name="oparl"),
    path("oparl/1.1/body/", views.districts, name="oparl-districts"),
    path("oparl/1.1/body/<slug:district>/<str:sort>", views.listed, name="oparl-list"),
    path("oparl/1.1/<str:sort>/<slug:key>", views.one, name="oparl-one"),
]
