"""The key a fresh machine makes for itself, where SECRET_KEY names none."""

import os
import secrets
import tempfile
from pathlib import Path
from typing import Final

from bot.errors import SettingsError

NAME: Final = "secret.key"
# characters, as of SECRET_KEY
_SHORTEST: Final = 32
_OTHERS: Final = 0o077


def own_secret(folder: Path) -> str:
    """Return the secret kept in `folder`; made if there is none, for its owner's eyes only.

    Raises:
        SettingsError: it cannot be made or read, is too short, or others can read it.
    """
    path = folder / NAME
    try:
        if not path.exists():
            _make(path)
        if path.stat().st_mode & _OTHERS:
            raise SettingsError(
                f"{path} can be read by others: `chmod 600 {path}`, or set SECRET_KEY instead."
            )
        secret = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "no text"
        raise SettingsError(
            f"The key file {path} cannot be used ({reason}): mend it, or set SECRET_KEY."
        ) from error
    if len(secret) < _SHORTEST:
        raise SettingsError(
            f"The key file {path} is damaged: bring it back from a copy, or set SECRET_KEY."
        )
    return secret


def _make(path: Path) -> None:
    """Make the file whole or not at all; of two programs at once the first one's stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{NAME}.")  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(f"{secrets.token_urlsafe(48)}\n")
            file.flush()
            os.fsync(file.fileno())
        # unlike a rename, a link does not take the place of a file that is there
        try:
            os.link(draft, path)
        except FileExistsError:
            return
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    finally:
        Path(draft).unlink()
