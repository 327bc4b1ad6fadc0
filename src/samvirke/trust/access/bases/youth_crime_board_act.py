"""The youth crime board (ungdomskriminalitetsnævnet): screening, investigation, decision, supervision."""

from samvirke.foundation.words import _
from samvirke.trust.access.basis import Basis

# Which fields may cross at which stage is the case type's; the act's own text on each stage was not seen.
BASIS = Basis(
    name="youth-crime-board-act",
    version=1,
    title=_("Case of the youth crime board"),
    law=_("Act 1705 of 27 December 2018 on combating youth crime"),
    law_version="as amended by acts 753 and 754 of 2023",
    confidence="H",
    serves=("youth-crime-board",),
    gives=("police", "municipality", "probation"),
    receives=("police", "municipality", "probation"),
)
