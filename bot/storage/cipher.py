"""Encryption of personal fields: what the database holds of them no one reads without the key."""

import base64
from collections.abc import Sequence
from typing import Final

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NO_KEY: Final = "no key opens a row: is a text missing from SECRET_KEY?"
# part of every key: what is kept under another purpose gets another key of the same text
_PURPOSE: Final = b"qujat: personal fields"


class Cipher:
    """Encrypt by the first of `secrets`, texts of 32 characters or more, and decrypt by any.

    A text put before the others becomes the key from then on (rotation); one that is left out
    takes what it has encrypted with it.
    """

    def __init__(self, secrets: Sequence[str]) -> None:
        self._fernet = MultiFernet([Fernet(_key(secret)) for secret in secrets])

    def encrypt(self, text: str) -> str:
        """Return `text` as letters and digits, different each time."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def decrypt(self, token: str) -> str | None:
        """Return the text, or None where no key opens it."""
        try:
            return self._fernet.decrypt(token).decode()
        except (InvalidToken, ValueError):  # the latter: letters that are in no token
            return None


def _key(secret: str) -> bytes:
    derived = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(secret.encode())
    return base64.urlsafe_b64encode(derived)
