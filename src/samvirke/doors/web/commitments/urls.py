"""Addresses of the commitments and the duties."""

from django.urls import path

from samvirke.doors.web.commitments import account, duties, export, hand_over, one, recorded, register, schools, since

urlpatterns = [
    path("commitments/", register.register, name="commitments"),
    path("commitments/new/", recorded.new, name="commitments-new"),
    path("commitments/duties/", duties.duties, name="commitments-duties"),
    path("commitments/duties/<int:year>/", duties.duties, name="commitments-duties-year"),
    path("commitments/schools/", schools.schools, name="commitments-schools"),
    path("commitments/since/", since.since, name="commitments-since"),
    path("commitments/since/seen", since.seen, name="commitments-seen"),
    path("commitments/hand-over/", hand_over.hand_over, name="commitments-hand-over"),
    path("commitments/account/", account.accounts, name="commitments-accounts"),
    path("commitments/account/make", account.make, name="commitments-account-make"),
    path("commitments/account/work/<uuid:job_id>/", account.progress, name="commitments-account-progress"),
    path("commitments/account/<uuid:document_id>/", account.read, name="commitments-account-read"),
    path("commitments/account/<uuid:document_id>/file", account.fetch, name="commitments-account-fetch"),
    path("commitments/export.<slug:kind>", export.export, name="commitments-export"),
    path("commitments/<uuid:commitment_id>/", one.show, name="commitments-one"),
    path("commitments/<uuid:commitment_id>/close", register.close_one, name="commitments-close"),
]
