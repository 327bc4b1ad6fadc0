"""Which legal bases districts have put in use, one table a file."""

from samvirke.trust.access.models.basis_in_use import BasisInUse

__all__ = ["BasisInUse"]
