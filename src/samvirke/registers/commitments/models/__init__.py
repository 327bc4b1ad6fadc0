"""Commitments with their reports and steps, fulfilments of duties, and last visits, one table a file."""

from samvirke.registers.commitments.models.commitment import Commitment
from samvirke.registers.commitments.models.fulfilment import Fulfilment
from samvirke.registers.commitments.models.last_visit import LastVisit
from samvirke.registers.commitments.models.status_report import StatusReport
from samvirke.registers.commitments.models.step import Step

__all__ = ["Commitment", "Fulfilment", "LastVisit", "StatusReport", "Step"]
