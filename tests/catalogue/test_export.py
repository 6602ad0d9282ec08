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
    assert ids == ["boat-certificate", "berth"]


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


def test_what_the_law_does_not_state_is_null() -> None:
    """Silence of a standard is null or empty, never a guess."""
    berth = _export("invented")["services"][1]
    assert berth["uncollected"] is None
    assert berth["deemed_approval"] == {"kind": "none", "days": None, "text": None}
    assert berth["processing_times"][0]["starts"] is None
    for name in ("hours", "queue_limits", "refusals", "receipt", "complaint_routes", "quality"):
        assert berth[name] == []
