"""The table of kept papers."""

from samvirke.registers.documents.models.document import Document

__all__ = ["Document"]
