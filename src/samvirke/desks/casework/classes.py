"""Which columns of cases are open, which are about somebody, and which are sensitive."""

from samvirke.foundation.classified import classify

classify(
    "casework.case",
    open=(
        "id", "district", "municipality", "owner", "type", "declared", "year", "number", "changed_at", "keep_until",
        "archive", "version", "came_under", "invented",
    ),
    personal=("stage", "stage_since", "due_on", "outcome", "opened_on", "closed_on", "sealed"),
)  # fmt: skip
classify("casework.participant", open=("id", "since", "until"), personal=("case", "agency"))
classify(
    "casework.member",
    open=("id", "agency", "of_owner", "leads", "since", "until", "seen_at"),
    personal=("case", "account", "reason"),
)
classify("casework.conflict", open=("id", "at"), personal=("case", "account"), sensitive=("kind",))
classify(
    "casework.breakglass",
    open=("id", "agency", "reason", "since", "until", "reviewed_at", "verdict"),
    personal=("case", "account", "reviewed_by"),
    sensitive=("text", "said"),
)
classify("casework.seal", open=("id", "agency", "since", "until"), personal=("case", "reason", "asked_by", "opened_by"))
classify("casework.involved", open=("id", "agency", "label", "since"), personal=("case",), sensitive=("person", "role"))
classify(
    "casework.contribution",
    open=("id", "agency", "section", "label", "version", "changed_at"),
    personal=("case", "changed_by"),
    sensitive=("answers",),
)
classify(
    "casework.ask",
    open=("id", "asker", "holder", "section", "asked_at", "state", "answered_at"),
    personal=("case", "asked_by"),
    sensitive=("why",),
)
classify(
    "casework.disclosure",
    open=(
        "id", "number", "act", "giver", "receiver", "ask", "stage", "purpose", "basis", "basis_version", "field_count",
        "digest", "label", "onward", "not_for_investigation", "expires_at", "state", "why_four_eyes", "decided_at",
        "given_at", "recalled_at", "acknowledged_at",
    ),
    personal=("case", "subjects", "decided_by", "approved_by", "acknowledged_by"),
    sensitive=("necessity", "fields", "content", "recall_reason"),
)  # fmt: skip
classify(
    "casework.referral",
    open=("id", "to_type", "state", "sent_at", "answered_at", "told", "told_at"),
    personal=("disclosure", "answered_by", "became"),
    sensitive=("reason",),
)
classify(
    "casework.tasktext",
    open=("id", "agency", "given_by", "commitment_id", "due_on", "done_on"),
    personal=("case", "account"),
    sensitive=("text",),
)
classify("casework.event", open=("id", "seen_by", "kind", "on", "at"), personal=("case", "account_id", "facts"))
classify(
    "casework.search",
    open=(
        "id", "agency", "number", "about", "match_key_id", "begun_on", "forget_on", "rules", "job_id", "ran_on",
        "model", "at_least", "ended_on", "result", "version", "invented",
    ),
    personal=("case", "begun_by", "ended_by", "became", "reports_from", "reports_to", "tally"),
    sensitive=("criterion", "why"),
)  # fmt: skip
classify(
    "casework.searchreport",
    open=("id", "agency"),
    personal=("search", "given", "surname", "born", "postcode"),
    sensitive=("source", "reference", "on", "address", "phone_match", "cpr_match", "subject"),
)
classify(
    "casework.searchpair",
    open=("id", "agency", "judged_on", "version"),
    personal=("search", "judged_by"),
    sensitive=("first", "second", "weight", "certainty", "agreed", "same", "why"),
)
classify("casework.declaredtype", open=("id", "name", "version", "sha256", "content", "stored_at"))
classify(
    "casework.periodinuse",
    open=(
        "id", "district_id", "case_type", "what", "agency_id", "days", "reference", "since", "until", "invented",
    ),
)  # fmt: skip
classify(
    "casework.tally",
    open=("id", "district_id", "municipality", "agency_id", "case_type", "what", "month", "days", "invented"),
)
