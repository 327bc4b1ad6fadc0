"""Sources, versions of the store, imports and tables, one table a file."""

from samvirke.registers.incidents.models.import_run import ImportRun
from samvirke.registers.incidents.models.sheet import Sheet
from samvirke.registers.incidents.models.source import Source
from samvirke.registers.incidents.models.store_version import StoreVersion

__all__ = ["ImportRun", "Sheet", "Source", "StoreVersion"]
