"""Reads a district folder file by file, and collects every fault instead of stopping at the first."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from samvirke.foundation.fault import Fault, Refused, refuse_if_any
from samvirke.foundation.folder import form_fault, toml_file
from samvirke.foundation.words import Said, _
from samvirke.handovers.district_folder.basics import Part
from samvirke.handovers.district_folder.district import Agencies, Area, Body, District, Source, Towns
from samvirke.handovers.district_folder.plan import Document, Section

Form = TypeVar("Form", bound=Part)


@dataclass
class PlanFolder:
    """A plan and its sections, each with the file it came from."""

    file: str
    document: Document
    sections: dict[str, Section] = field(default_factory=dict)

    def in_order(self) -> list[Section]:
        """The sections as printed."""
        return sorted(self.sections.values(), key=lambda section: section.order)


@dataclass
class DistrictFolder:
    """Everything a district folder says, by file."""

    path: Path
    district: District
    agencies: Agencies
    bodies: dict[str, Body] = field(default_factory=dict)
    areas: dict[str, Area] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    towns: Towns | None = None
    plans: list[PlanFolder] = field(default_factory=list)


def read_folder(path: Path) -> DistrictFolder:
    """The folder as data. Raises `Refused` with every fault of form, each with file, key and remedy."""
    if not path.is_dir():
        what = Said(_("There is no folder {path}."), {"path": path})
        raise Refused.because(what, _("Name a district folder, such as districts/oestjylland."))
    faults: list[Fault] = []
    district = _form(path / "district.toml", path, District, faults)
    agencies = _form(path / "agencies.toml", path, Agencies, faults)
    bodies = _forms(path / "bodies", path, Body, faults)
    areas = _forms(path / "areas", path, Area, faults)
    sources = _forms(path / "sources", path, Source, faults)
    towns = _form(path / "towns.toml", path, Towns, faults) if (path / "towns.toml").is_file() else None
    plans = [plan for folder in sorted(path.glob("plans/*/")) if (plan := _plan(folder, path, faults))]
    refuse_if_any(faults)
    if district is None or agencies is None:
        raise AssertionError("a missing file is a fault")
    return DistrictFolder(path, district, agencies, bodies, areas, sources, towns, plans)


def _plan(folder: Path, root: Path, faults: list[Fault]) -> PlanFolder | None:
    document = _form(folder / "plan.toml", root, Document, faults)
    sections = _forms(folder / "sections", root, Section, faults)
    name = str((folder / "plan.toml").relative_to(root))
    return None if document is None else PlanFolder(name, document, sections)


def _forms(folder: Path, root: Path, form: type[Form], faults: list[Fault]) -> dict[str, Form]:
    read = {str(path.relative_to(root)): _form(path, root, form, faults) for path in sorted(folder.glob("*.toml"))}
    return {name: part for name, part in read.items() if part is not None}


def _form(path: Path, root: Path, form: type[Form], faults: list[Fault]) -> Form | None:
    content, broken = toml_file(path, root)
    faults.extend(broken)
    if broken:
        return None
    try:
        return form.model_validate(content)
    except ValidationError as error:
        faults.extend(form_fault(one, str(path.relative_to(root))) for one in error.errors(include_url=False))
        return None
