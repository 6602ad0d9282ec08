"""The file of words people use."""

from pathlib import Path
from typing import Final

import pytest

from bot.errors import DataError
from bot.finding.synonyms import FILE, read_synonyms

RIGHT: Final = """\
asked: {fee: [цена*, қанша тұрады]}
channels: {portal: [egov*]}
small_talk: [сәлем]
ignored: [и]
everyday: [товар*]
no_slips: [эксперт*]
"""


def test_the_first_folder_with_the_file_counts(tmp_path: Path) -> None:
    """A folder without the file is passed over, the first that has it is read."""
    (tmp_path / FILE).write_text(RIGHT, encoding="utf-8")
    (tmp_path / "empty").mkdir()
    synonyms = read_synonyms([tmp_path / "empty", tmp_path])
    assert synonyms.asked == {"fee": ("цена*", "қанша тұрады")}
    assert synonyms.everyday == ("товар*",)


def test_no_file_is_a_fault(tmp_path: Path) -> None:
    """Where no folder has the file, the sentence names the folder."""
    with pytest.raises(DataError, match=str(tmp_path)):
        read_synonyms([tmp_path])


@pytest.mark.parametrize(
    ("wrong", "line", "said"),
    [
        (RIGHT.replace("fee", "prices"), 1, "documents"),
        (RIGHT.replace("portal", "pigeon"), 2, "authority"),
        (RIGHT.replace("[и]", "[и так]"), 4, "one word"),
        (RIGHT.replace("товар*", "т*"), 5, "stem of 2"),
        (RIGHT.replace("сәлем", "'?!'"), 3, "begin with a word"),
        (RIGHT + "more: [а]\n", 7, "not permitted"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path: Path, wrong: str, line: int, said: str) -> None:
    """A faulty file is refused with its line and what is wrong."""
    (tmp_path / FILE).write_text(wrong, encoding="utf-8")
    with pytest.raises(DataError, match=rf":{line}: .*{said}"):
        read_synonyms([tmp_path])
