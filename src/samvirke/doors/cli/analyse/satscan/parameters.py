"""SaTScan's parameter file: what of it is followed, what does not matter, and what is refused."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from samvirke.foundation.fault import Fault, Refused
from samvirke.foundation.words import Said, _

# Sections that say only what is written, shown or sent, or how many processors work.
_OF_NO_MATTER = {
    "output", "spatial output", "temporal output", "other output", "notifications", "run options", "system",
    "line list", "elliptic scan", "multiple data sets", "power simulations", "power evaluation", "cluster drilldown",
    "miscellaneous analysis",
}  # fmt: skip
_NO, _YES = ("n", "no", "0", "false"), ("y", "yes", "1", "true")
# A parameter not named here or above is refused; so is one whose value is not among those named.
_ONLY: dict[str, tuple[str, ...]] = {
    "AnalysisType": ("1", "2", "3", "4", "6"),
    "ModelType": ("0", "1", "2"),
    "ScanAreas": ("1", "2", "3"),
    "CoordinatesType": ("0", "1"),
    "PrecisionCaseTimes": ("0", "1", "2", "3", "4"),
    "TimeAggregationUnits": ("0", "1", "2", "3", "4"),
    "StudyPeriodCheckType": ("0", "1"),
    "GeographicalCoordinatesCheckType": ("0", "1"),
    "UseGridFile": _NO + _YES,
    "UseLocationsNetworkFile": _NO,
    "UseNeighborsFile": _NO,
    "UseMetaLocationsFile": _NO,
    "MultipleCoordinatesType": ("0",),
    "UseMaxCirclePopulationFileOption": _NO,
    "UseDistanceFromCenterOption": _NO + _YES,
    "SpatialWindowShapeType": ("0",),
    "IsotonicScan": ("0",),
    "MaxTemporalSizeInterpretation": ("0", "1"),
    "RiskLimitHighClusters": _NO,
    "RiskLimitLowClusters": _NO,
    "SpatialAdjustmentType": ("0",),
    "UseAdjustmentsByRRFile": _NO,
    "PValueReportType": ("0", "1", "2"),
    "IterativeScan": _NO,
    "AdjustForEarlierAnalyses": _NO + _YES,
    # Of sections that do not matter otherwise:
    "SimulatedDataMethodType": ("0",),
    "PerformPowerEvaluation": _NO,
    "PerformStandardDrilldown": _NO,
    "PerformBernoulliDrilldown": _NO,
    "CalculateOliveira": _NO,
    "ReportHierarchicalClusters": _YES,
    "CriteriaForReportingSecondaryClusters": ("0", "1", "2", "3", "4", "5"),
    "UseReportOnlySmallerClusters": _NO,
    "UseMaxCirclePopulationFileOption_Reported": _NO,
    "UseDistanceFromCenterOption_Reported": _NO,
}
# These matter only where there is time to scan.
_ONLY_WITH_TIME: dict[str, tuple[str, ...]] = {
    "IncludePurelyTemporal": _NO,
    "IncludePurelySpatial": _NO,
    "IncludeClusters": ("0", "1"),
    "TimeTrendAdjustmentType": ("0",),
    "AdjustForWeeklyTrends": _NO,
}
_ANY = {
    "CaseFile", "ControlFile", "PopulationFile", "CoordinatesFile", "GridFile", "StartDate", "EndDate",
    "TimeAggregationLength", "MaxSpatialSizeInPopulationAtRisk", "MaxSpatialSizeInDistanceFromCenter",
    "MinimumTemporalClusterSize", "MaxTemporalSize", "MinimumCasesInLowRateClusters", "MinimumCasesInHighRateClusters",
    "EarlyTerminationThreshold", "MonteCarloReps", "ProspectiveStartDate", "ReportGumbel", "NonCompactnessPenalty",
    "LocationsNetworkFilename", "NeighborsFilename", "MetaLocationsFilename", "MultipleLocationsFile",
    "MaxSpatialSizeInMaxCirclePopulationFile", "MaxCirclePopulationFile", "IntervalStartRange", "IntervalEndRange",
    "RiskThresholdHighClusters", "RiskThresholdLowClusters", "TimeTrendPercentage", "TimeStratifiedAdjLength",
    "TimeTrendType", "AdjustmentsByKnownRelativeRisksFilename", "IterativeScanMaxIterations", "IterativeScanMaxPValue",
}  # fmt: skip
_DEFAULTS = {
    "AnalysisType": "1", "ModelType": "0", "ScanAreas": "1", "CoordinatesType": "1", "PrecisionCaseTimes": "1",
    "TimeAggregationUnits": "0", "TimeAggregationLength": "1", "StartDate": "2000/1/1", "EndDate": "2000/12/31",
    "StudyPeriodCheckType": "0", "GeographicalCoordinatesCheckType": "0", "UseGridFile": "n",
    "MaxSpatialSizeInPopulationAtRisk": "50", "UseDistanceFromCenterOption": "n",
    "MaxSpatialSizeInDistanceFromCenter": "1", "MinimumTemporalClusterSize": "1",
    "MaxTemporalSizeInterpretation": "0", "MaxTemporalSize": "50", "IncludeClusters": "0",
    "MinimumCasesInLowRateClusters": "0", "MinimumCasesInHighRateClusters": "2", "MonteCarloReps": "999",
    "PValueReportType": "0", "EarlyTerminationThreshold": "50", "AdjustForEarlierAnalyses": "n",
    "CriteriaForReportingSecondaryClusters": "0", "ProspectiveStartDate": "",
}  # fmt: skip
PURELY_SPATIAL, PURELY_TEMPORAL, RETROSPECTIVE, PROSPECTIVE, PROSPECTIVE_TEMPORAL = "1", "2", "3", "4", "6"
POISSON, BERNOULLI, PERMUTATION = "0", "1", "2"


@dataclass(frozen=True)
class Asked:
    """What a parameter file asks for."""

    path: Path
    values: dict[str, str]
    lines: dict[str, int]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name) or _DEFAULTS.get(name, "")

    def number(self, name: str, low: float, high: float = float("inf")) -> float:
        """The value as a number within bounds."""
        try:
            found = float(self[name])
        except ValueError:
            found = float("nan")
        if not low <= found <= high:
            what = Said(_("SaTScan's parameter {name} is {value}."), {"name": name, "value": self[name]})
            remedy = Said(_("Give a number from {low} to {high}."), {"low": f"{low:g}", "high": f"{high:g}"})
            raise self.refusal(name, what, remedy)
        return found

    def yes(self, name: str) -> bool:
        """Whether the value says yes."""
        return self[name].lower() in _YES

    def refusal(self, name: str, what: Said, remedy: Said) -> Refused:
        """A refusal that names the file, its line and the parameter."""
        return Refused(Fault(what, remedy, file=str(self.path), line=self.lines.get(name), key=name))

    def file(self, name: str) -> Path:
        """A data file: where the parameter says, else beside the parameter file under the same name."""
        given = self[name].replace("\\", "/")
        tried = [self.path.parent / given, self.path.parent / Path(given).name]
        found = next((each for each in tried if given and each.is_file()), None)
        same = (each for each in self.path.parent.iterdir() if each.name.lower() == Path(given).name.lower())
        found = found or (next(same, None) if given else None)
        if found is None:
            what = Said(_("There is no file “{value}” for SaTScan's parameter {name}."), {"value": given, "name": name})
            raise self.refusal(name, what, Said(_("Put it beside the parameter file.")))
        return found


def read(path: Path) -> Asked:
    """The parameters of a file, after refusing those that cannot be followed."""
    if not path.is_file():
        raise Refused.because(_("There is no such file."), _("Look at its name and folder."), file=str(path))
    asked, sections = Asked(path, {}, {}), {}
    section = ""
    for line, text in enumerate(path.read_text(encoding="utf-8-sig", errors="replace").splitlines(), 1):
        said = text.strip()
        if said.startswith("[") and said.endswith("]"):
            section = said[1:-1].strip().lower()
        elif "=" in said and not said.startswith(";"):
            name, value = (each.strip() for each in said.split("=", 1))
            asked.values[name], asked.lines[name], sections[name] = value, line, section
    faults = [fault for name in asked.values for fault in _faults(asked, name, sections[name])]
    if faults:
        raise Refused(*faults)
    return asked


def _faults(asked: Asked, name: str, section: str) -> list[Fault]:
    timeless = asked["AnalysisType"] == PURELY_SPATIAL
    allowed = _ONLY.get(name) or ((asked[name].lower(),) if timeless else _ONLY_WITH_TIME.get(name))
    value = asked.values[name].lower()
    known = name in _ANY or name in _ONLY or name in _ONLY_WITH_TIME or section in _OF_NO_MATTER
    if section == "multiple data sets" and value and not name.startswith(("MultipleDataSetsPurposeType", "DataSet1")):
        known = False
    if known and (not value or name in _ANY or not allowed or value in allowed):
        return []
    what = Said(
        _("SaTScan's parameter {name}={value} cannot be followed here."), {"name": name, "value": asked.values[name]}
    )
    remedy = Said(_("Set it to one of {names}."), {"names": ", ".join(allowed)}) if known and allowed else _TAKE_OUT
    return [Fault(what, remedy, file=str(asked.path), line=asked.lines[name], key=name)]


_TAKE_OUT = Said(_("Take it out, or run this analysis in SaTScan."))
