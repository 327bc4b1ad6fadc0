"""The addresses of signing in, and of what one signs in with."""

from django.urls import path

from samvirke.doors.web.shell import agency_sign_in, my_sign_in, sign_in

urlpatterns = [
    path("sign-in", sign_in.sign_in, name="sign-in"),
    path("sign-in/<str:username>", sign_in.sign_in_as, name="sign-in-as"),
    path("sign-in/step/code", sign_in.sign_in_code, name="sign-in-code"),
    path("sign-in/step/again", sign_in.sign_in_again, name="sign-in-again"),
    path("sign-in/step/question", sign_in.passkey_question, name="sign-in-passkey-question"),
    path("sign-in/step/passkey", sign_in.sign_in_passkey, name="sign-in-passkey"),
    path("sign-in/agency/<slug:agency_id>", agency_sign_in.agency_sign_in, name="sign-in-agency"),
    path("sign-in/agency/<slug:agency_id>/back", agency_sign_in.agency_sign_in_back, name="sign-in-agency-back"),
    path("my-sign-in", my_sign_in.my_sign_in, name="my-sign-in"),
    path("my-sign-in/code", my_sign_in.code_app, name="my-sign-in-code"),
    path("my-sign-in/code/remove", my_sign_in.code_app_remove, name="my-sign-in-code-remove"),
    path("my-sign-in/recovery", my_sign_in.recovery_codes, name="my-sign-in-recovery"),
    path("my-sign-in/passkey", my_sign_in.passkey, name="my-sign-in-passkey"),
    path("my-sign-in/passkey/question", my_sign_in.passkey_question, name="my-sign-in-passkey-question"),
    path("my-sign-in/passkey/<uuid:passkey_id>/remove", my_sign_in.passkey_remove, name="my-sign-in-passkey-remove"),
    path("my-sign-in/password", my_sign_in.password, name="my-sign-in-password"),
]
