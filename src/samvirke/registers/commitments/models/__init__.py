"""Commitments and fulfilments, one table a file."""

from samvirke.registers.commitments.models.commitment import Commitment
from samvirke.registers.commitments.models.fulfilment import Fulfilment

__all__ = ["Commitment", "Fulfilment"]
