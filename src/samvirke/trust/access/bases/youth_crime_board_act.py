"""The youth crime board (ungdomskriminalitetsnævnet): screening, investigation, decision, supervision."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

# Its stages were seen, its text on what may cross at each of them was not: a district answers for it first.
# The courts, where the board sits, are one of its main parties; among kinds of agency they are `other`.
BASIS = Basis(
    name="youth-crime-board-act",
    version=1,
    title=_("Case of the youth crime board"),
    law=_("Act 1705 of 27 December 2018 on combating youth crime"),
    law_version="as amended by acts 753 and 754 of 2023",
    confidence="M",
    serves=("youth-crime-board",),
    gives=("police", "municipality", "probation", "other"),
    receives=("police", "municipality", "probation", "other"),
)
