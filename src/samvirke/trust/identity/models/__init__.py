"""Agencies, accounts, affiliations, and what people sign in with, one table a file."""

from samvirke.trust.identity.models.account import Account
from samvirke.trust.identity.models.affiliation import Affiliation
from samvirke.trust.identity.models.agency import Agency, AgencyDistrict
from samvirke.trust.identity.models.code_app import CodeApp
from samvirke.trust.identity.models.passkey import Passkey
from samvirke.trust.identity.models.recovery_code import RecoveryCode
from samvirke.trust.identity.models.sign_in_link import SignInLink
from samvirke.trust.identity.models.sign_in_try import SignInTry

__all__ = [
    "Account",
    "Affiliation",
    "Agency",
    "AgencyDistrict",
    "CodeApp",
    "Passkey",
    "RecoveryCode",
    "SignInLink",
    "SignInTry",
]
