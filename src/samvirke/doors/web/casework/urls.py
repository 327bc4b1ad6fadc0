"""Addresses of the pages of cases."""

from django.urls import path

from samvirke.doors.web.casework import (
    approvals,
    begin,
    emergencies,
    forgetting,
    judgement,
    kinds,
    numbers,
    periods,
    queue,
    referrals,
)
from samvirke.doors.web.casework.case_urls import urlpatterns as of_one_case

urlpatterns = [
    path("cases/", queue.queue, name="cases"),
    path("cases/kinds/", kinds.kinds, name="cases-kinds"),
    path("cases/kinds/<slug:name>/", kinds.kind, name="cases-kind"),
    path("cases/numbers/", numbers.numbers, name="cases-numbers"),
    path("cases/new/<slug:name>/", begin.new, name="cases-new"),
    path("cases/referrals/", referrals.listed, name="cases-referrals"),
    path("cases/referrals/<uuid:referral_id>/", referrals.one, name="cases-referral"),
    path("cases/referrals/<uuid:referral_id>/accept", referrals.accept, name="cases-referral-accept"),
    path("cases/referrals/<uuid:referral_id>/decline", referrals.decline, name="cases-referral-decline"),
    path("cases/approvals/", approvals.listed, name="cases-approvals"),
    path("cases/approvals/<uuid:disclosure_id>/", approvals.one, name="cases-approval"),
    path("cases/approvals/<uuid:disclosure_id>/decide", approvals.decide, name="cases-approval-decide"),
    path("cases/emergencies/", emergencies.emergencies, name="cases-emergencies"),
    path("cases/emergencies/open", emergencies.open_one, name="cases-emergencies-open"),
    path("cases/emergencies/<uuid:broken_id>/", judgement.judge, name="cases-judgement"),
    path("cases/periods/", periods.periods, name="cases-periods"),
    path("cases/periods/enter", periods.enter, name="cases-periods-enter"),
    path("cases/forgetting/", forgetting.listed, name="cases-forgetting"),
    path("cases/forgetting/<uuid:case_id>", forgetting.settle, name="cases-forgetting-settle"),
    *of_one_case,
]
