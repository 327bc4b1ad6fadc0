"""What supervisors have said of the deeds they looked at."""

from samvirke.trust.oversight.models.review import Review

__all__ = ["Review"]
