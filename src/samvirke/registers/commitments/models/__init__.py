"""Commitments with their reports and steps, duties with what fulfils them, and last visits, one table a file."""

from samvirke.registers.commitments.models.cadence import Cadence
from samvirke.registers.commitments.models.commitment import Commitment
from samvirke.registers.commitments.models.fulfilment import Fulfilment
from samvirke.registers.commitments.models.last_visit import LastVisit
from samvirke.registers.commitments.models.school import School
from samvirke.registers.commitments.models.status_report import StatusReport
from samvirke.registers.commitments.models.step import Step

__all__ = ["Cadence", "Commitment", "Fulfilment", "LastVisit", "School", "StatusReport", "Step"]
