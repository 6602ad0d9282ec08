"""Ids never change and are never used again."""

import pytest

from bot.catalogue.checking import check
from bot.errors import DataError
from tests.catalogue.planting import ACT, Folder, Found, copied, found

BOAT = "data/services/boat-certificate.yaml"
BERTH = "data/services/berth.yaml"
LOCK = "data/ids.lock"


@pytest.mark.parametrize(
    ("before", "after", "field", "name"),
    [
        (
            "      - id: photos",
            "      - id: identity",
            "cases[0].documents[4].id",
            "paper boat-certificate/in-person/identity",
        ),
        ("  - id: online", "  - id: in-person", "cases[1].id", "case boat-certificate/in-person"),
        (
            "  - id: completeness",
            "  - id: term",
            "processing_times[1].id",
            "term boat-certificate/term",
        ),
        (
            "forms:\n",
            "forms:\n  - {id: application, title: {point: annex 1, kk: ӨТІНІШ, ru: ЗАЯВЛЕНИЕ}}\n",
            "forms[1].id",
            "form application",
        ),
    ],
    ids=["paper", "case", "term", "form"],
)
def test_an_id_twice_in_its_parent(
    invented: Folder, before: str, after: str, field: str, name: str
) -> None:
    """Two things of one parent may not share an id."""
    line = invented.edit(BOAT, before, after)
    line += 2 if before == "forms:\n" else 0
    fault = next(one for one in invented.faults(sources=False) if "twice" in one.message)
    assert found(fault) == Found("boat-certificate.yaml", line, field)
    assert fault.message == f"the id stands twice: {name}"


def test_an_id_may_stand_in_two_parents(invented: Folder) -> None:
    """The same short id is free in another case: `application` stands in both."""
    assert invented.faults(sources=False) == ()


def test_a_new_id_must_be_locked(invented: Folder) -> None:
    """An id that the lock does not list is told with the line to add."""
    name = "paper boat-certificate/in-person/photos"
    invented.edit(LOCK, f"{name}\n", "")
    (fault,) = invented.faults(sources=False)
    assert found(fault).field == "cases[0].documents[4].id"
    assert fault.message == f"the id is new: add the line to {invented.data / 'ids.lock'}: {name}"


def test_an_id_gone_from_the_data(invented: Folder) -> None:
    """An id once published is brought back or retired, and the line of the lock is told."""
    line = invented.edit(LOCK, "# invented\n", "# invented\nterm berth/extension\n") + 1
    (fault,) = invented.faults(sources=False)
    assert found(fault) == Found("ids.lock", line, "")
    assert fault.message == (
        "«term berth/extension» is gone from the data: "
        "bring it back or write «term berth/extension retired»"
    )


def test_a_retired_id_may_not_come_back(invented: Folder) -> None:
    """An id that is retired belongs to what it once named."""
    line = invented.edit(BOAT, "      - id: photos", "      - id: passport")
    fault = next(one for one in invented.faults(sources=False) if "retired in" in one.message)
    assert found(fault) == Found("boat-certificate.yaml", line, "cases[0].documents[4].id")
    assert "take a new one (paper boat-certificate/in-person/passport)" in fault.message


def test_a_retired_id_may_not_come_back_in_another_folder(invented: Folder) -> None:
    """A folder of DATA_DIR cannot take an id that the project's own has retired."""
    more = copied(ACT / "data", ACT / "sources", invented.root / "more").data
    (more / "acts.yaml").unlink()
    (more / "authorities.yaml").unlink()
    (more / "offices.yaml").unlink()
    (more / "ids.lock").unlink()
    for name in ("berth", "raft-permit", "raft-mooring"):
        (more / f"services/{name}.yaml").unlink()
    boat = more / "services/boat-certificate.yaml"
    text = boat.read_text(encoding="utf-8")
    boat.write_text(text.replace("id: boat-certificate", "id: pier").replace("item: 1", "item: 3"))
    boat.rename(more / "services/pier.yaml")
    invented.edit(LOCK, "# invented\n", "# invented\nterm pier/term retired\n")
    (fault,) = check([invented.data, more]).faults
    assert found(fault).file == "pier.yaml"
    assert found(fault).field == "processing_times[0].id"
    assert "retired" in fault.message


def test_a_service_that_is_faulty_is_not_gone(invented: Folder) -> None:
    """A mistyped key is one fault, not a list of lost ids."""
    invented.edit(BERTH, "item: 2", "itme: 2")
    assert {found(fault) for fault in invented.faults(sources=False)} == {
        Found("berth.yaml", 3, "itme"),
        Found("berth.yaml", 1, "item"),
    }


def test_the_lock_must_be_there(invented: Folder) -> None:
    """Without its lock the project's own data is not trusted."""
    (invented.data / "ids.lock").unlink()
    (fault,) = invented.faults(sources=False)
    assert found(fault) == Found("ids.lock", 1, "")
    assert fault.message == "is missing: it lists every id ever published"


def test_the_lock_must_be_text(invented: Folder) -> None:
    """A lock of another encoding ends the check with one sentence."""
    (invented.data / "ids.lock").write_bytes("қағаз".encode("cp1251", "replace") + b"\xff")
    with pytest.raises(DataError, match=r"ids\.lock: cannot be read as UTF-8 text"):
        check([invented.data])


@pytest.mark.parametrize(
    ("name", "before", "after", "lost"),
    [
        ("data/offices.yaml", "- id: lower-river", "- id: lower-stream", "office lower-river"),
        ("data/acts.yaml", "id: ferry-register", "id: ferry-listing", "removed ferry-register"),
    ],
)
def test_offices_and_removed_standards_keep_their_ids(
    invented: Folder, name: str, before: str, after: str, lost: str
) -> None:
    """An office or a removed standard that gets another id is a new one, and the old is missed."""
    invented.edit(name, before, after)
    messages = [fault.message for fault in invented.faults()]
    assert any("the id is new" in message for message in messages)
    assert any(f"«{lost}» is gone" in message for message in messages)
