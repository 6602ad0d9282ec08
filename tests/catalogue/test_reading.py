"""Data files and acts that cannot be read, or hold what no data file may."""

import shutil
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from bot.catalogue.checking import check
from bot.catalogue.load import load_catalogue
from bot.errors import DataError
from tests.catalogue.planting import Folder, Found, found

BOAT = "data/services/boat-certificate.yaml"

NO_YAML: Final = ":{}: is no valid YAML ({}); mend the line or the one before"


def test_scalars_stay_as_they_are_written(invented: Folder) -> None:
    """A time, a word and a number of YAML 1.1 are the strings a person wrote."""
    service = load_catalogue([invented.data]).service("boat-certificate")
    assert service is not None
    assert service.keywords.ru == ("лодка", "no", "1.10")
    assert service.hours[0].opens == "09:00"
    assert service.hours[0].pause == ("13:00", "14:00")
    assert service.result.refusal_is_result is False


@pytest.mark.parametrize("nothing", ["", " ~", " null"])
def test_an_empty_cell_is_nothing(invented: Folder, nothing: str) -> None:
    """A norm whose cell is empty in the act is null, not zero and not a word."""
    invented.edit(BOAT, "norm: 100", f"norm:{nothing}")
    service = load_catalogue([invented.data]).service("boat-certificate")
    assert service is not None
    assert service.quality[0].norm is None


def test_a_quoted_word_is_a_word(invented: Folder) -> None:
    """A text that is quoted is a text, whatever it says."""
    invented.edit(BOAT, "kk: [қайық]", 'kk: ["null", "~"]')
    service = load_catalogue([invented.data]).service("boat-certificate")
    assert service is not None
    assert service.keywords.kk == ("null", "~")


class Planted(NamedTuple):
    """Hold a change, and the field, line (below the change) and words of the fault it gives."""

    before: str
    after: str
    field: str
    below: int
    message: str


PLANTED = {
    "an unknown key": Planted(
        "item: 1\n", "item: 1\nitems: 1\n", "items", 1, "Extra inputs are not permitted"
    ),
    "a missing language": Planted(
        "      ru: Объяснит юрист\n", "", "complaint_routes[0].title.ru", -2, "Field required"
    ),
    "a text of spaces": Planted(
        "kk: Заңгер түсіндіреді",
        'kk: " "',
        "complaint_routes[0].title.kk",
        0,
        "String should have at least 1 character",
    ),
    "an empty text": Planted(
        "kk: Заңгер түсіндіреді",
        "kk:",
        "complaint_routes[0].title.kk",
        0,
        "Input should be a valid string",
    ),
    "a time without its nought": Planted(
        "opens: 09:00",
        "opens: 9:00",
        "hours[0].opens",
        0,
        r"String should match pattern '^\d\d:\d\d$'",
    ),
    "neither yes nor no": Planted(
        "free: no",
        "free: nein",
        "cost.free",
        0,
        "Input should be a valid boolean, unable to interpret input",
    ),
    "an id too long": Planted(
        "- id: identity",
        "- id: identity-document",
        "cases[0].documents[3].id",
        0,
        "String should match pattern '^[a-z0-9-]{2,12}$'",
    ),
    "no point": Planted(
        'point: "13"',
        "point: thirteen",
        "channels[0].where[0].point",
        0,
        r"String should match pattern '^(title|\d{1,2}(\.\d{1,2}){0,2}|annex \d{1,2})$'",
    ),
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_what_does_not_fit_the_model(invented: Folder, planted: Planted) -> None:
    """A value that does not fit is told with its line, and nothing else is said of the file."""
    line = invented.edit(BOAT, planted.before, planted.after) + planted.below
    (fault,) = invented.faults()
    assert found(fault) == Found("boat-certificate.yaml", line, planted.field)
    assert fault.message == planted.message
    with pytest.raises(DataError, match=f"boat-certificate.yaml:{line}: "):
        load_catalogue([invented.data])


def test_a_name_that_is_not_the_id(invented: Folder) -> None:
    """A service stands in the file of its name."""
    path = invented.data / "services/berth.yaml"
    path.rename(path.with_name("pier.yaml"))
    (fault,) = invented.faults()
    assert found(fault) == Found("pier.yaml", 1, "id")
    assert fault.message == "must be the file's name, pier"


def test_an_act_twice_in_one_file(invented: Folder) -> None:
    """The second of two acts with one id is told, and where the first stands."""
    acts = invented.data / "acts.yaml"
    text = acts.read_text(encoding="utf-8")
    boats = text.partition("\n")[2].partition("#")[0]
    acts.write_text(text + boats, encoding="utf-8")
    (fault,) = invented.faults()
    assert found(fault) == Found("acts.yaml", text.count("\n") + 1, "[2].id")
    assert fault.message == f"the id 77 stands already in {acts}:2"


def test_two_services_of_one_item(invented: Folder) -> None:
    """An item of an act is one service."""
    line = invented.edit("data/services/berth.yaml", "item: 2", "item: 1")
    (fault,) = (one for one in invented.faults() if one.loc == ("item",))
    assert found(fault) == Found("boat-certificate.yaml", line, "item")
    assert fault.message == "item 1 of the act 77 is already berth"


def test_the_item_of_a_removed_standard(invented: Folder) -> None:
    """An item whose standard was taken out of the act is no other service."""
    line = invented.edit("data/services/raft-mooring.yaml", "item: 3", "item: 1")
    (fault,) = invented.faults()
    assert found(fault) == Found("raft-mooring.yaml", line, "item")
    assert fault.message == "item 1 of the act 78 is already ferry-register"


def test_an_office_of_an_unknown_act(invented: Folder) -> None:
    """An office stands in an act there is."""
    line = invented.edit("data/offices.yaml", 'act: "78"\n  number: 2', 'act: "79"\n  number: 2')
    (fault,) = invented.faults()
    assert found(fault) == Found("offices.yaml", line, "[1].act")
    assert fault.message == "79 is not in 77, 78"


def test_an_office_that_does_not_fit(invented: Folder) -> None:
    """An entry of a list that does not fit is told with its line, and the others are read."""
    line = invented.edit("data/offices.yaml", "number: 2", "number: two")
    (fault,) = invented.faults()
    assert found(fault) == Found("offices.yaml", line, "[1].number")


def test_an_office_twice(invented: Folder) -> None:
    """Two offices may not share an id."""
    line = invented.edit("data/offices.yaml", "- id: lower-river", "- id: upper-river")
    fault, gone = invented.faults()
    assert (gone.path.name, "office lower-river" in gone.message) == ("ids.lock", True)
    assert found(fault) == Found("offices.yaml", line, "[1].id")
    assert fault.message.startswith("the id upper-river stands already in ")


def test_an_id_in_both_folders(invented: Folder) -> None:
    """A folder of DATA_DIR adds and never overrides."""
    more = invented.root / "more"
    shutil.copytree(invented.data, more)
    faults = {found(fault): fault.message for fault in check([invented.data, more]).faults}
    lists = ("acts.yaml", 2), ("authorities.yaml", 1), ("offices.yaml", 1)
    for file, line in (*lists, ("berth.yaml", 1)):
        field = "id" if file == "berth.yaml" else "[0].id"
        assert "stands already in" in faults[Found(file, line, field)]


def test_a_list_that_is_none(invented: Folder) -> None:
    """A file that should be a list and is something else is told."""
    (invented.data / "authorities.yaml").write_text("water: committee\n")
    fault = invented.faults()[0]
    assert found(fault) == Found("authorities.yaml", 1, "")
    assert fault.message == "must be a list"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"id: a\nitem: 1\nid: b\n", ":3: names the key 'id' twice; keep one"),
        (b"id: [a\n", NO_YAML.format(2, "did not find expected ',' or ']'")),
        (b"id: a\n--- \nid: b\n", NO_YAML.format(2, "but found another document")),
        (b"id: \x00", NO_YAML.format(1, "control characters are not allowed")),
        ("қайық".encode("utf-16"), ": is not UTF-8 text; save it as UTF-8"),
        (b"&a [*a]", NO_YAML.format(1, "nothing is called &a")),
        (b"? [a]\n: b\n", NO_YAML.format(1, "a key must be a word")),
        (b"[" * 5000 + b"]" * 5000, ": is nested too deeply for a data file"),
    ],
    ids=[
        "a key twice",
        "no YAML",
        "two documents",
        "a control character",
        "no UTF-8",
        "a list inside itself",
        "a list for a key",
        "thousands of lists",
    ],
)
def test_a_file_that_is_no_data_file(invented: Folder, content: bytes, message: str) -> None:
    """What cannot be read as data ends the check with one sentence: the file, the line, why."""
    path = invented.data / "services/berth.yaml"
    path.write_bytes(content)
    with pytest.raises(DataError) as error:
        check([invented.data])
    assert str(error.value) == f"{path}{message}"


def test_an_unreadable_file(invented: Folder) -> None:
    """A file the system does not give out ends the check with one sentence."""
    path = invented.data / "services/berth.yaml"
    path.unlink()
    path.mkdir()
    with pytest.raises(DataError) as error:
        check([invented.data])
    assert str(error.value) == (
        f"{path}: cannot be read (Is a directory); check the path and its permissions"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, ": cannot be read (No such file or directory); check the path and its permissions"),
        ("kk: ru\n", ":1: must be a list"),
        ("- kk: [талон]\n", ":1: [0].ru: Field required"),
        (
            "- kk: [талон]\n  ru: [талон]\n  all: yes\n",
            ":3: [0].all: Extra inputs are not permitted",
        ),
    ],
    ids=["missing", "no list", "one language", "an unknown key"],
)
def test_a_glossary_that_cannot_be_used(
    invented: Folder, content: str | None, message: str
) -> None:
    """Without its glossary the check would pass over the terms: it says so and stops."""
    path = invented.data / "glossary.yaml"
    if content is None:
        path.unlink()
    else:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(DataError) as error:
        check([invented.data])
    assert str(error.value) == f"{path}{message}"


def test_another_folder_needs_no_glossary(invented: Folder) -> None:
    """A folder of DATA_DIR may hold as little as it likes."""
    more = invented.root / "more"
    more.mkdir()
    assert check([invented.data, more]).faults == ()


def test_a_missing_folder(tmp_path: Path) -> None:
    """A folder that is not there is told with the setting that names it."""
    folder = tmp_path / "none"
    with pytest.raises(DataError) as error:
        check([folder])
    assert str(error.value) == f"{folder}: is no folder; set DATA_DIR to a folder with data files"


def test_a_folder_without_services(tmp_path: Path) -> None:
    """An empty folder is a mistake, not an empty catalogue."""
    with pytest.raises(DataError) as error:
        check([tmp_path])
    assert str(error.value) == f"{tmp_path}: holds no services; check the folder"


def test_missing_sources(invented: Folder) -> None:
    """A folder of acts that is not there is told with the option that names it."""
    folder = invented.root / "none"
    with pytest.raises(DataError) as error:
        check([invented.data], folder)
    assert str(error.value) == f"{folder}: is no folder; give --sources the folder with the acts"


def test_a_missing_act(invented: Folder) -> None:
    """An act that is not among the sources is told with its file name."""
    path = invented.sources / "ru.txt"
    path.unlink()
    with pytest.raises(DataError) as error:
        invented.faults()
    assert str(error.value) == (
        f"{path}: cannot be read (No such file or directory); check `--sources` and acts.yaml"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("лодка".encode("cp1251"), ": is not UTF-8 text; give the act as it was published"),
        ("лодка".encode(), ": holds no standard (no heading «1. Жалпы ережелер»)"),
    ],
    ids=["no UTF-8", "no standard"],
)
def test_an_act_that_is_none(invented: Folder, content: bytes, message: str) -> None:
    """A source that holds no act ends the check with one sentence."""
    path = invented.sources / "kk.txt"
    path.write_bytes(content)
    with pytest.raises(DataError) as error:
        invented.faults()
    assert str(error.value) == f"{path}{message}"


def test_a_translation_is_compared_in_kazakh_alone(invented: Folder) -> None:
    """Where the law is given in Kazakh only, its Russian is ours and has no source."""
    invented.edit("data/acts.yaml", "    ru: ru.txt\n", "")
    for name in (BOAT, "data/services/berth.yaml"):
        invented.edit(name, "ru: official", "ru: translation")
    line = invented.edit(BOAT, "kk: Құжаттарды кеңсе", "kk: Құжаттарды кенсе")
    (*_, fault) = (one for one in invented.faults() if "is not in" in one.message)
    assert found(fault) == Found("boat-certificate.yaml", line, "channels[0].where[0].kk", "13")


def test_an_act_that_names_no_source(invented: Folder) -> None:
    """Both official editions must be there to compare with."""
    invented.edit("data/acts.yaml", "    ru: ru.txt\n", "")
    faults = {found(fault): fault.message for fault in invented.faults()}
    assert faults == {
        Found("berth.yaml", 2, "act"): "the act 77 names no ru source",
        Found("boat-certificate.yaml", 2, "act"): "the act 77 names no ru source",
    }
