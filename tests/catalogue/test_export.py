"""What `export` gives to other programs."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.catalogue.export import export
from bot.catalogue.load import load_catalogue
from tests.catalogue.planting import ACT, ROOT, shared


def _export(folder: str) -> dict[str, Any]:
    """Return the export as another program reads it."""
    data = {"project": ROOT / "data", "invented": ACT / "data"}[folder]
    exported: dict[str, Any] = json.loads(json.dumps(export(load_catalogue([data]))))
    return exported


@pytest.mark.parametrize("folder", ["project", "invented"])
def test_the_export_keeps_the_contract(folder: str) -> None:
    """Every key the contract names is there, of the type it names."""
    schema = json.loads((shared("contract") / "export.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    errors = Draft202012Validator(schema).iter_errors(_export(folder))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


def test_services_come_in_the_order_of_the_act() -> None:
    """The order of the files does not show."""
    ids = [service["id"] for service in _export("invented")["services"]]
    assert ids == ["boat-certificate", "berth", "raft-permit", "raft-mooring"]


def test_what_the_law_says_is_exported() -> None:
    """Papers, terms and their points come as they stand in the data."""
    service = _export("invented")["services"][0]
    assert [document["id"] for document in service["cases"][0]["documents"]] == [
        "application",
        "deed",
        "deed-orig",
        "identity",
        "photos",
        "state-data",
    ]
    assert service["cases"][0]["documents"][4]["text"] == {
        "kk": "қайықтың екі фотосуреті",
        "ru": "две фотографии лодки",
    }
    assert service["cases"][0]["documents"][4]["point"] == "11"
    assert service["processing_times"][0]["amount"] == 15
    assert service["cost"]["free"] is False
    assert service["complaint_routes"][0]["phones"] == ["8 (7000) 11-22-44"]


def test_a_papers_everyday_name_is_exported() -> None:
    """The name of a paper on a button comes with it, and null where it has none."""
    services = {service["id"]: service for service in _export("project")["services"]}
    documents = services["veteran-id"]["cases"][0]["documents"]
    names = {document["id"]: document["short"] for document in documents}
    assert names["photos"] == {"kk": "Фотосурет 3х4", "ru": "Фото 3х4"}
    assert names["state-data"] is None


def test_situations_are_exported() -> None:
    """A paper linked by us, a promised situation without a list and its terms are marked so."""
    raft = _export("invented")["services"][2]
    assert raft["ru"] == "translation"
    assert raft["residence"]["ru"] == "Документы принимает отдел по месту жительства владельца"
    first, burnt, _, sunk = raft["cases"]
    assert [paper["linked_by_us"] for paper in first["documents"]] == [False, False, True, True]
    assert burnt["point"] == "11.2.1"
    assert burnt["silence"] is None
    assert sunk["silence"]["ru"] == "Списка для этого случая стандарт не даёт."
    assert sunk["documents"] == []
    term, archive = raft["processing_times"]
    assert (term["cases"], term["case"], term["replaces"]) == ([], None, None)
    assert (term["condition"], term["linked_by_us"]) == (None, False)
    assert (archive["cases"], archive["case"]) == (["burnt", "stolen"], None)
    assert (archive["replaces"], archive["linked_by_us"]) == ("term", True)
    assert archive["condition"]["ru"] == "если сведений в архиве нет"
    (_, completeness) = _export("invented")["services"][0]["processing_times"]
    assert (completeness["cases"], completeness["case"]) == (["in-person"], "in-person")


def test_removed_standards_and_offices_are_exported() -> None:
    """A removed standard names its decree, an office the annex it is listed in."""
    exported = _export("invented")
    assert exported["removed"] == [
        {
            "id": "ferry-register",
            "act": "78",
            "item": 1,
            "title": {"kk": "Паромды тіркеу", "ru": "Регистрация парома"},
            "removed_by": {"number": "4", "date": "2013-05-08"},
        }
    ]
    upper, lower = exported["offices"]
    assert upper["phones"] == ["8(7000) 22-33-44", "22-33-45"]
    assert lower == {
        "id": "lower-river",
        "kind": "reception",
        "act": "78",
        "name": {"kk": "Төменгі өзен бөлімі", "ru": "Отдел нижней реки"},
        "address": {
            "kk": "100200, Теңіз қаласы, Бұлақ көшесі, 96",
            "ru": "100200, город Тениз, улица Булак, дом 96",
        },
        "phones": ["8(7000) 33-44-55"],
        "reception_phones": [],
        "emails": [],
        "websites": [],
        "hours": None,
        "intake": None,
        "services": [],
        "point": "annex 1",
    }


def test_what_the_law_does_not_state_is_null() -> None:
    """Silence of a standard is null or empty, never a guess."""
    berth = _export("invented")["services"][1]
    assert berth["uncollected"] is None
    assert berth["deemed_approval"] == {"kind": "none", "days": None, "text": None, "more": []}
    assert berth["processing_times"][0]["starts"] is None
    for name in ("hours", "queue_limits", "refusals", "receipt", "complaint_routes", "quality"):
        assert berth[name] == []
