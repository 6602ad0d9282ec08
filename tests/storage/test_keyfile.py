"""The key a machine makes for itself."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from bot.errors import SettingsError
from bot.storage import Cipher, own_secret
from bot.storage.keyfile import NAME


def test_a_fresh_machine_makes_a_key(tmp_path: Path) -> None:
    """The first time a key is made with its folder, and afterwards it is the same."""
    folder = tmp_path / "var"
    secret = own_secret(folder)
    assert len(secret) >= 32
    assert own_secret(folder) == secret
    assert [file.name for file in folder.iterdir()] == [NAME]
    assert own_secret(tmp_path / "other") != secret
    assert Cipher([secret]).decrypt(Cipher([secret]).encrypt("құжат")) == "құжат"


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_only_the_owner_reads_it(
    tmp_path: Path, mask: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the umask, the file is its owner's alone, also before it has its name."""
    seen: list[int] = []
    link = os.link

    def watched(draft: str, path: Path) -> None:
        seen.append(stat.S_IMODE(Path(draft).stat().st_mode))
        link(draft, path)

    monkeypatch.setattr(os, "link", watched)
    before = os.umask(mask)
    try:
        own_secret(tmp_path)
    finally:
        os.umask(before)
    assert seen == [0o600]
    assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o600


def test_two_at_once_agree(tmp_path: Path) -> None:
    """Programs that start at the same moment all have the one key that is kept."""
    start = Barrier(8)

    def begin(_: int) -> str:
        start.wait()
        return own_secret(tmp_path)

    with ThreadPoolExecutor(8) as programs:
        secrets = set(programs.map(begin, range(8)))
    assert secrets == {own_secret(tmp_path)}
    assert [file.name for file in tmp_path.iterdir()] == [NAME]


def test_the_second_takes_the_firsts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A key that another program made in between stays, and no draft is left behind."""
    link = os.link

    def late(draft: str, path: Path) -> None:
        with monkeypatch.context() as patch:
            patch.setattr(os, "link", link)
            first.append(own_secret(tmp_path))
        link(draft, path)

    first: list[str] = []
    monkeypatch.setattr(os, "link", late)
    assert own_secret(tmp_path) == first[0]
    assert [file.name for file in tmp_path.iterdir()] == [NAME]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o666])
def test_a_key_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    """One sentence says how to close the file."""
    own_secret(tmp_path)
    (tmp_path / NAME).chmod(mode)
    with pytest.raises(SettingsError, match=r"read by others: `chmod 600 .+secret\.key`"):
        own_secret(tmp_path)


@pytest.mark.parametrize("content", [b"", b"\n", b"short", b"k" * 31 + b"\n"])
def test_a_damaged_key_is_refused(tmp_path: Path, content: bytes) -> None:
    """A file that lost its key is not filled anew: rows are closed with the old one."""
    own_secret(tmp_path)
    (tmp_path / NAME).write_bytes(content)
    with pytest.raises(SettingsError, match="damaged: bring it back"):
        own_secret(tmp_path)
    assert (tmp_path / NAME).read_bytes() == content


def test_what_is_no_key_file_is_refused(tmp_path: Path) -> None:
    """A folder in its place, bytes that are no text, or a folder that cannot be made are told."""
    (tmp_path / "a" / NAME).mkdir(parents=True, mode=0o700)
    with pytest.raises(SettingsError, match=r"secret\.key cannot be used \(Is a directory\)"):
        own_secret(tmp_path / "a")
    own_secret(tmp_path / "b")
    (tmp_path / "b" / NAME).write_bytes(b"\xff" * 40)
    with pytest.raises(SettingsError, match=r"cannot be used \(no text\)") as refusal:
        own_secret(tmp_path / "b")
    assert "xff" not in str(refusal.value)
    (tmp_path / "c").write_text("a letter", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"cannot be used \(.+\): mend it"):
        own_secret(tmp_path / "c")
