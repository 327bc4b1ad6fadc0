"""Addresses of the plan."""

from django.urls import path

from samvirke.doors.web.plan import (
    approval,
    beginning,
    consultation,
    drafts,
    goals,
    local,
    preview,
    read_items,
    reading,
    sections,
    views,
)

urlpatterns = [
    path("plan/", views.plan, name="plan"),
    path("plan/read/", reading.read_plan, name="plan-read"),
    path("plan/<int:year>/", views.plan, name="plan-year"),
    path("plan/begin/", beginning.start, name="plan-begin"),
    path("plan/local/", local.local, name="plan-local"),
    path("plan/changes/<slug:plan_id>/", preview.changes, name="plan-changes"),
    path("plan/drafts/<slug:plan_id>/", drafts.draft, name="plan-draft"),
    path("plan/drafts/<slug:plan_id>/sections/<int:section_id>/", sections.section, name="plan-section"),
    path("plan/drafts/<slug:plan_id>/sections/<int:section_id>/history/", sections.history, name="plan-history"),
    path("plan/drafts/<slug:plan_id>/goals/", goals.goals, name="plan-goals"),
    path("plan/drafts/<slug:plan_id>/measures/", goals.measure, name="plan-measure-new"),
    path("plan/drafts/<slug:plan_id>/measures/<int:measure_id>/", goals.measure, name="plan-measure"),
    path("plan/drafts/<slug:plan_id>/read/", read_items.items, name="plan-read-items"),
    path("plan/drafts/<slug:plan_id>/read/<int:item_id>/", read_items.item, name="plan-read-item"),
    path("plan/drafts/<slug:plan_id>/consultation/", consultation.consultation, name="plan-consultation"),
    path("plan/drafts/<slug:plan_id>/approval/", approval.approval, name="plan-approval"),
    path("plan/drafts/<slug:plan_id>/preview/", preview.preview, name="plan-preview"),
    path("plan/drafts/<slug:plan_id>/paper/", preview.paper, name="plan-paper"),
]
