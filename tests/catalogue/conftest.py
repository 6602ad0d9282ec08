"""The invented act and its data, free of faults and free to be spoilt."""

from pathlib import Path

import pytest

from tests.catalogue.planting import ACT, Folder, copied


@pytest.fixture
def invented(tmp_path: Path) -> Folder:
    """Return a copy of the invented act and its data."""
    return copied(ACT / "data", ACT / "sources", tmp_path)
