"""The scripts that draw the map are copied as they are, with their licence, and point at no file left behind."""

from __future__ import annotations

from pathlib import Path

from samvirke.config.look import __main__ as look

_NODE_MODULES = Path(__file__).resolve().parents[2] / "node_modules"


def test_the_scripts_of_the_map_are_copied_without_their_source_maps(tmp_path, monkeypatch):
    monkeypatch.setattr(look, "BUILT_MAP", tmp_path / "maplibre")
    look.build_map(_NODE_MODULES)
    names = {file.name for file in (tmp_path / "maplibre").iterdir()}
    assert names == {"maplibre-gl.mjs", "maplibre-gl-worker.mjs", "LICENSE.txt"}
    for name in names - {"LICENSE.txt"}:
        copied = (tmp_path / "maplibre" / name).read_text(encoding="utf-8")
        original = (_NODE_MODULES / "maplibre-gl" / "dist" / name).read_text(encoding="utf-8")
        assert "sourceMappingURL" not in copied
        assert original.startswith(copied.rstrip("\n"))
        # Our policy of content forbids both, so that a release that needs them is seen here.
        assert "new Function(" not in copied
