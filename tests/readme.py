"""The files that the README shows, as a newcomer would copy them out."""

import re
from pathlib import Path
from typing import Final

_BLOCK: Final = re.compile(
    r"^```yaml\n# (?P<name>\S+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


def copy_out(readme: Path, folder: Path) -> list[str]:
    """Write each YAML block that begins with a file name into `folder`; return the names."""
    names = []
    for block in _BLOCK.finditer(readme.read_text(encoding="utf-8")):
        path = folder / block["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block["text"], encoding="utf-8")
        names.append(block["name"])
    return names
