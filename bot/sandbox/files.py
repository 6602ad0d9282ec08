"""Files of the sandbox, kept in memory."""

import itertools
import mimetypes
import struct
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from bot.sandbox.refusals import JsonObject, bad_request

_PNG: Final = b"\x89PNG\r\n\x1a\n"
_JPEG: Final = b"\xff\xd8"
# Frame headers of a JPEG, which hold its size; C4, C8 and CC in this range are other things.
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file: what Telegram tells of it, and its bytes."""

    id: str
    path: str
    name: str
    mime: str
    data: bytes

    def reference(self) -> JsonObject:
        """Return the fields every kind of file has."""
        return {
            "file_id": self.id,
            "file_unique_id": f"u{self.id}",
            "file_size": len(self.data),
        }


class Files:
    """Give each file an id and a path, and find it by either."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, kind: str, name: str, data: bytes, mime: str | None = None) -> StoredFile:
        """Store `data`; `kind` is the folder Telegram would put it in (photos, documents ...)."""
        number = next(self._numbers)
        guessed = mimetypes.guess_type(name)[0] or mime or "application/octet-stream"
        path = f"{kind}/file_{number}{PurePosixPath(name).suffix}"
        stored = StoredFile(f"sandbox-{kind}-{number}", path, name, guessed, data)
        self._by_id[stored.id] = self._by_path[path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile:
        """Return the file with that id, or refuse as getFile does."""
        if file_id not in self._by_id:
            raise bad_request("invalid file_id")
        return self._by_id[file_id]

    def find(self, file_id: str) -> StoredFile | None:
        """Return the file with that id, or None."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """Return the file at that path, or None."""
        return self._by_path.get(path)


def picture_size(data: bytes) -> tuple[int, int]:
    """Return width and height of a PNG or JPEG; refuse what is no such picture."""
    try:
        if data.startswith(_PNG):
            width, height = struct.unpack_from(">II", data, 16)
            return width, height
        if data.startswith(_JPEG):
            return _jpeg_size(data)
    except struct.error:
        pass
    raise bad_request("IMAGE_PROCESS_FAILED")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Walk the segments of a JPEG to its frame header; running out of data is a struct.error."""
    place = len(_JPEG)
    while True:
        marker, size = struct.unpack_from(">xBH", data, place)
        if marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            return width, height
        place += 2 + size
