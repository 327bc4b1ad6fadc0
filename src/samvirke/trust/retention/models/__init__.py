"""How far this database has come in the ledger of deletions."""

from samvirke.trust.retention.models.mark import Mark

__all__ = ["Mark"]
