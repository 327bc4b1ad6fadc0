"""Sources, versions of the store and imports, one table a file."""

from samvirke.registers.incidents.models.import_run import ImportRun
from samvirke.registers.incidents.models.source import Source
from samvirke.registers.incidents.models.store_version import StoreVersion

__all__ = ["ImportRun", "Source", "StoreVersion"]
