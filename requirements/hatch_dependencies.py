"""Gives the package its dependencies from requirements/run.in, so that no list is written twice."""

from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface


class CustomMetadataHook(MetadataHookInterface):
    """Reads the wanted packages; comments and the tools of the set-up itself are left out."""

    def update(self, metadata: dict) -> None:
        lines = (Path(self.root) / "requirements" / "run.in").read_text(encoding="utf-8").splitlines()
        wanted = [line.split("#")[0].strip() for line in lines]
        metadata["dependencies"] = [line for line in wanted if line]
