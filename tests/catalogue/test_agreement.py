"""What the data say beside a quotation must be what the quotation says."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from bot.catalogue.faults import field_name
from tests.catalogue.planting import ROOT, Folder, copied, shared

CERTIFICATE: Final = "data/services/end-user-certificate.yaml"


@pytest.fixture
def real(tmp_path: Path) -> Folder:
    """Return a copy of the real data beside the real acts, of one service only."""
    folder = copied(ROOT / "data", shared("seeds"), tmp_path)
    others = [
        path for path in (folder.data / "services").iterdir() if path.name not in CERTIFICATE
    ]
    for path in (*others, folder.data / "events.yaml", folder.data / "offices.yaml"):
        path.unlink()
    return folder


def first(before: str, after: str) -> Callable[[str], str]:
    """Change the first place where a pattern stands."""
    return lambda text: re.sub(before, after, text, count=1, flags=re.MULTILINE)


PLANTED: Final = {
    "a unit": (first("unit: working_days", "unit: calendar_days"), "processing_times[0].unit"),
    "months for days": (first("unit: working_days", "unit: months"), "processing_times[0].unit"),
    "a start": (first("starts: handed_in", "starts: registered"), "processing_times[0].starts"),
    "a phone": (first(r'(phones:\n\s+- ".* 29-90-9)3', r"\g<1>9"), "channels[0].phones[0]"),
    "an opening hour": (first(r"opens: \"?09:00\"?", 'opens: "08:00"'), "hours[0]"),
    "a Saturday": (first(r', "6"\]', "]"), "hours[1].days"),
    "a website": (first(r"- www\.elicense\.kz", "- www.elicence.kz"), "channels[3].websites[1]"),
    "the cost": (first("free: yes", "free: no"), "cost.free"),
    "a refusal as a result": (
        first("refusal_is_result: no", "refusal_is_result: yes"),
        "result.refusal_is_result",
    ),
    "a norm": (first("norm: 100", "norm: 90"), "quality[0].norm"),
    "a role": (first("role: submit", "role: show_original"), "cases[0].documents[0].role"),
    "silence": (first("kind: deemed_then_issued", "kind: none"), "deemed_approval.kind"),
}  # fmt: skip


@pytest.mark.parametrize("planted", list(PLANTED))
def test_a_value_against_its_quotation_is_found(planted: str, real: Folder) -> None:
    """A unit, phone, hour, flag, role or norm that the law does not say is told with its field."""
    change, field = PLANTED[planted]
    path = real.root / CERTIFICATE
    text = path.read_text(encoding="utf-8")
    changed = change(text)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    assert field in {field_name(fault.loc) for fault in real.faults()}


def test_a_dropped_condition_is_found(real: Folder) -> None:
    """A copy is asked of nobody who need not show its original."""
    path = real.root / CERTIFICATE
    text = path.read_text(encoding="utf-8")
    start = text.index("condition:", text.index("id: pact-copy"))
    end = text.index("      - id:", start)
    path.write_text(text[:start].rstrip() + "\n" + text[end:], encoding="utf-8")
    fields = {field_name(fault.loc) for fault in real.faults()}
    assert "cases[0].documents[4].condition" in fields


def test_a_label_adds_nothing(real: Folder) -> None:
    """A label of ours has no word that its quotation has not."""
    path = real.root / CERTIFICATE
    text = path.read_text(encoding="utf-8")
    path.write_text(
        re.sub(r"(label:\n\s+kk: .*\n\s+ru: )Оригинал", r"\1Нотариальная копия", text, count=1),
        encoding="utf-8",
    )
    faults = [fault for fault in real.faults() if field_name(fault.loc).endswith("label.ru")]
    (message,) = [fault.message for fault in faults]
    assert message.startswith("says what its quotation «копию документа")
    assert message.endswith("» does not: нотариальная")
