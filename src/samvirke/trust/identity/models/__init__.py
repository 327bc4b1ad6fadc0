"""Agencies, accounts and affiliations, one table a file."""

from samvirke.trust.identity.models.account import Account
from samvirke.trust.identity.models.affiliation import Affiliation
from samvirke.trust.identity.models.agency import Agency, AgencyDistrict

__all__ = ["Account", "Affiliation", "Agency", "AgencyDistrict"]
