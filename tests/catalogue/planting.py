"""Copies of data and acts in which faults are planted."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from bot.catalogue.checking import check
from bot.catalogue.faults import Fault, field_name

ACT: Final = Path(__file__).parent / "act"
ROOT: Final = Path(__file__).parents[2]
# beside the project's folder, not inside it: the acts and the contract are not ours to publish
SHARED: Final = ROOT.parent / "shared"


@dataclass(frozen=True)
class Found:
    """Hold what a fault names: file, line, field, point."""

    file: str
    line: int
    field: str
    point: str | None = None


@dataclass(frozen=True)
class Folder:
    """Hold a copy of data (`data/`) and acts (`sources/`)."""

    root: Path

    @property
    def data(self) -> Path:
        """Return the folder of the data."""
        return self.root / "data"

    @property
    def sources(self) -> Path:
        """Return the folder of the acts."""
        return self.root / "sources"

    def edit(self, name: str, before: str, after: str) -> int:
        """Change the one place where `before` stands; return its line."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {name}"
        path.write_text(text.replace(before, after), encoding="utf-8")
        return text[: text.index(before)].count("\n") + 1

    def faults(self, *, sources: bool = True) -> tuple[Fault, ...]:
        """Return what `check` finds."""
        return check([self.data], self.sources if sources else None).faults


def copied(data: Path, sources: Path, root: Path) -> Folder:
    """Copy `data` and `sources` to `root`."""
    shutil.copytree(data, root / "data")
    shutil.copytree(sources, root / "sources")
    return Folder(root)


def found(fault: Fault) -> Found:
    """Return what `fault` names."""
    return Found(fault.path.name, fault.line, field_name(fault.loc), fault.point)


def shared(name: str) -> Path:
    """Return a folder given beside the project; without it the test fails in CI, else skips."""
    folder = SHARED / name
    if not folder.is_dir():
        reason = f"{folder.relative_to(ROOT.parent)} does not stand beside the project"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
