"""Encryption of personal fields."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.storage import Cipher

OLD = "an old secret of nobody, written long ago"
NEW = "a new secret of nobody, written yesterday"
# «құжат», encrypted in November 2026
SAVED = (
    "gAAAAABrBZwFhxzY8D1J_GmRpnIn1ggdh9Of677TGzkOKIO7noHQL8EEHQX2Oa-tUBGFHeqPeZ9Cb8wXBZjGKSdxSAYp"
    "CCK4Yg=="
)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_encrypted_comes_back(text: str) -> None:
    """Any text comes back as it was, and does not stand in what is kept."""
    cipher = Cipher([OLD])
    token = cipher.encrypt(text)
    assert cipher.decrypt(token) == text
    assert len(text) < 5 or text not in token


def test_the_same_text_looks_different_each_time() -> None:
    """Two rows do not tell that they hold the same."""
    cipher = Cipher([OLD])
    assert cipher.encrypt("[]") != cipher.encrypt("[]")


def test_a_row_opens_for_years() -> None:
    """What an earlier program wrote opens: a key follows from its text, always the same way."""
    assert Cipher([OLD]).decrypt(SAVED) == "құжат"


def test_keys_rotate() -> None:
    """The first text encrypts, every one decrypts; without the old one its rows stay closed."""
    token = Cipher([OLD]).encrypt("құжат")
    rotated = Cipher([NEW, OLD])
    assert rotated.decrypt(token) == "құжат"
    assert Cipher([NEW]).decrypt(rotated.encrypt("құжат")) == "құжат"
    assert Cipher([NEW]).decrypt(token) is None


@pytest.mark.parametrize("token", ["", "құжат", "\ud800", "gAAAAA", "A" * 200, '["application"]'])
def test_what_no_key_opens_is_none(token: str) -> None:
    """Damaged, foreign and forged rows are told apart without an exception."""
    assert Cipher([OLD]).decrypt(token) is None


def test_a_changed_letter_is_noticed() -> None:
    """Nobody can change a row without the key."""
    cipher = Cipher([OLD])
    token = cipher.encrypt("құжат")
    middle = len(token) // 2
    other = "A" if token[middle] != "A" else "B"
    assert cipher.decrypt(f"{token[:middle]}{other}{token[middle + 1 :]}") is None
