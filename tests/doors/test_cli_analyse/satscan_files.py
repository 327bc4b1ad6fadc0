"""Invented data files in the shapes that SaTScan reads, and the parameter file that goes with them."""

from __future__ import annotations

# Two counties in three years; a case is young or old.
COUNTIES = {
    "c.cas": "\n".join(
        ['"San Sted" 1 1990 young', "Byen 1 1990 old", '"San Sted" 1 1991 old', "Byen 1 1991 young", "Byen 1 1991 old"]
        + ['"San Sted" 2 1992 young'] * 2
        + ['"San Sted" 4 1992 old', "Byen 1 1992 old"]
    ),
    "p.pop": "".join(
        f"{county} {year} {people * size} {group}\n"
        for year, size in ((1990, 1), (1992, 2))
        for county, group, people in (
            ('"San Sted"', "young", 200),
            ("Byen", "young", 100),
            ('"San Sted"', "old", 50),
            ("Byen", "old", 50),
        )
    ),
    "c.geo": '"San Sted" 56.1 10.2\nByen 55.4 10.4\n',
    "": {
        "CaseFile": "c.cas", "PopulationFile": "C:\\gone\\p.pop", "CoordinatesFile": "C.GEO", "CoordinatesType": 1,
        "ModelType": 0, "PrecisionCaseTimes": 1, "TimeAggregationUnits": 1, "StartDate": "1990/1/1",
        "EndDate": "1992/12/31",
    },
}  # fmt: skip
# Cases and controls on a plane, without time.
CONTROLLED = {
    "h.cas": "1 5\n2 4\n3 1\n5 2\n",
    "h.ctl": "2 1\n3 6\n4 5\n5 6\n",
    "h.geo": "1 0 0\n2 10 0\n3 100 0\n4 130 0\n5 200 50\n",
    "": {
        "CaseFile": "h.cas", "ControlFile": "h.ctl", "CoordinatesFile": "h.geo", "CoordinatesType": 0, "ModelType": 1,
        "AnalysisType": 1, "PrecisionCaseTimes": 0, "ScanAreas": 3,
    },
}  # fmt: skip
# A month of cases by postal district, in the last days more in two that are near each other.
FEVER = {
    "f.cas": "".join(
        f"{place} 1 2024/3/{day}\n"
        for place, days in (
            ("8900", (2, 9, 14, 20, 29, 30, 31)),
            ("8920", (5, 17, 29, 30, 31)),
            ("8000", (1, 3, 6, 8, 11, 13, 15, 18, 21, 23, 25, 28)),
            ("8200", (2, 4, 7, 10, 12, 16, 19, 22, 24, 26, 27, 31)),
        )
        for day in days
    ),
    "f.geo": "8900 56.46 10.04\n8920 56.50 9.98\n8000 56.15 10.21\n8200 56.18 10.18\n",
    "": {
        "CaseFile": "f.cas", "CoordinatesFile": "f.geo", "CoordinatesType": 1, "ModelType": 2, "PrecisionCaseTimes": 3,
        "TimeAggregationUnits": 3, "TimeAggregationLength": 1, "StartDate": "2024/3/1", "EndDate": "2024/3/31",
    },
}  # fmt: skip
_OF_SECTION = {
    "Input": ("CaseFile", "ControlFile", "PopulationFile", "CoordinatesFile", "CoordinatesType", "PrecisionCaseTimes"),
    "Output": ("ResultsFile",),
}


def written(folder, files, **values):
    """Writes the data files and their parameter file, with other values for some of its parameters."""
    for name, text in files.items():
        if name:
            (folder / name).write_text(text, encoding="utf-8")
    wanted = {"ResultsFile": "out.txt"} | files[""] | values
    lines = ["[Input]", "; the case file"]
    lines += [f"{name}={value}" for name, value in wanted.items() if name in _OF_SECTION["Input"]]
    lines += ["[Output]", f"ResultsFile={wanted['ResultsFile']}", "", "[Analysis]"]
    lines += [f"{name}={value}" for name, value in wanted.items() if name not in sum(_OF_SECTION.values(), ())]
    path = folder / "study.prm"
    path.write_text("\r\n".join(lines), encoding="utf-8")
    return path
