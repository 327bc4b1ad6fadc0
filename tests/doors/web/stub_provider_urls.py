"""The addresses of the stub provider: its own sign-in page, and the provider's standard ones."""

from django.urls import include, path

urlpatterns = [path("accounts/", include("allauth.account.urls")), path("", include("allauth.idp.urls"))]
