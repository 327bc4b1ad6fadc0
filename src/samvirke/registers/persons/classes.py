"""Which columns about people are open, personal or sensitive."""

from samvirke.foundation.classified import classify

classify(
    "persons.person",
    open=("id", "agency", "cpr_key_id", "match_key_id", "invented", "made_at"),
    personal=("name", "born", "replacement"),
    sensitive=("cpr_sealed", "cpr_match", "protected"),
)
