"""Terms and opening hours that their own quotations do not bear out."""

from typing import Final, NamedTuple

import pytest

from tests.catalogue.planting import Folder, Found, found

BOAT: Final = "data/services/boat-certificate.yaml"
TERM_KK, TERM_RU = (
    "алушы жүгінген сәттен бастап – он бес жұмыс күні",
    "с момента обращения получателя – пятнадцать рабочих дней",
)
HOURS_KK = (
    "Жұмыс кестесі: жұмыс күндері сағат 9.00-ден 18.30-ға дейін, үзіліс 13.00-ден 14.00-ге дейін"
)
HOURS_RU = "График работы: в рабочие дни с 9.00 до 18.30 часов, перерыв с 13.00 до 14.00 часов"
OFF_KK, OFF_RU = (
    "қабылдау күні қызмет көрсету мерзіміне кірмейді",
    "день приема не входит в срок оказания услуги",
)
TERM, HOURS = "processing_times[0]", "hours[0]"


class Planted(NamedTuple):
    """Hold a change and the field, point and sentences (kk, ru) it must give."""

    before: str
    after: str
    field: str
    point: str
    messages: tuple[str, ...]
    below: int = 0
    """How many lines below the first changed line the fault is told."""


def both(value: str, kk: str, ru: str) -> tuple[str, str]:
    """Return the sentences on a value that neither language bears out."""
    return (
        f"is {value}, the kk quotation says «{kk}»",
        f"is {value}, the ru quotation says «{ru}»",
    )


def term(value: str) -> tuple[str, str]:
    """Return the sentences on a value of the first term."""
    return both(value, TERM_KK, TERM_RU)


def hours(value: str) -> tuple[str, str]:
    """Return the sentences on a value of the opening hours."""
    return both(value, HOURS_KK, HOURS_RU)


DAYS: Final = "days: [1, 2, 3, 4, 5]"
PLANTED: Final = {
    "calendar days": Planted(
        "unit: working_days",
        "unit: calendar_days",
        f"{TERM}.unit",
        "7.1",
        term("calendar_days"),
    ),
    "months": Planted(
        "unit: working_days", "unit: months", f"{TERM}.unit", "7.1", term("months")
    ),
    "days as printed": Planted(
        "unit: working_days", "unit: days", f"{TERM}.unit", "7.1", term("days")
    ),
    "an amount of one": Planted(
        "amount: 15",
        "amount: 1",
        f"{TERM}.amount",
        "",
        ("1 does not stand in the kk quotation", "1 does not stand in the ru quotation"),
    ),
    "an amount of none": Planted(
        "  days: 2\n",
        "  days: 0\n",
        "completeness.days",
        "",
        ("0 does not stand in the kk quotation", "0 does not stand in the ru quotation"),
    ),
    **{
        f"a start {start}": Planted(
            "starts: handed_in", f"starts: {start}", f"{TERM}.starts", "7.1", term(start)
        )
        for start in ("reached_authority", "registered", "decision_approved")
    },
    "another excluded day": Planted(
        "excluded: [acceptance]",
        "excluded: [acceptance, issue]",
        f"{TERM}.excluded",
        "7.3",
        both("issue", OFF_KK, OFF_RU),
    ),
    "an excluded day forgotten": Planted(
        "excluded: [acceptance]",
        "excluded: []",
        f"{TERM}.excluded",
        "7.3",
        both("without acceptance", OFF_KK, OFF_RU),
    ),
    "an excluded day without a quotation": Planted(
        'starts: handed_in\n    excluded: [acceptance]\n    excluded_by:\n      point: "7.3"\n'
        f"      kk: {OFF_KK}\n      ru: {OFF_RU}\n",
        "starts: handed_in\n    excluded: [issue]\n",
        f"{TERM}.excluded",
        "7.1",
        ("is issue, no excluded_by quotes that this day does not count",),
        1,
    ),
    "an opening hour": Planted(
        "opens: 09:00", "opens: 08:00", f"{HOURS}.opens", "9", hours("08:00")
    ),
    "a closing hour": Planted(
        "closes: 18:30", "closes: 18:00", f"{HOURS}.closes", "9", hours("18:00")
    ),
    "an end of the break": Planted(
        "break: [13:00, 14:00]",
        "break: [13:00, 14:30]",
        f"{HOURS}.break[1]",
        "9",
        hours("14:30"),
    ),
    "no break": Planted(
        "- channel: authority\n    days: [1, 2, 3, 4, 5]\n    opens: 09:00\n    closes: 18:30\n"
        "    break: [13:00, 14:00]\n",
        "- channel: authority\n    days: [1, 2, 3, 4, 5]\n    opens: 09:00\n    closes: 18:30\n",
        HOURS,
        "9",
        tuple(f"leaves out 13:00, 14:00 of the {lang} quotation" for lang in ("kk", "ru")),
    ),
    "the break for the hours": Planted(
        "- channel: authority\n    days: [1, 2, 3, 4, 5]\n    opens: 09:00\n    closes: 18:30\n"
        "    break: [13:00, 14:00]",
        "- channel: authority\n    days: [1, 2, 3, 4, 5]\n    opens: 13:00\n    closes: 14:00\n"
        "    break: [09:00, 18:30]",
        HOURS,
        "9",
        ("must open, break and close in this order: 13:00, 09:00, 18:30, 14:00",),
    ),
    "round the clock": Planted(
        "opens: 09:00\n    closes: 18:30\n    break: [13:00, 14:00]",
        'opens: "00:00"\n    closes: "24:00"',
        f"{HOURS}.opens",
        "9",
        hours("00:00–24:00"),
    ),
    "a Saturday": Planted(
        DAYS, "days: [1, 2, 3, 4, 5, 6]", f"{HOURS}.days", "9", hours("1, 2, 3, 4, 5, 6")
    ),
    "a Sunday": Planted(
        DAYS, "days: [1, 2, 3, 4, 5, 7]", f"{HOURS}.days", "9", hours("1, 2, 3, 4, 5, 7")
    ),
    "a Friday forgotten": Planted(
        DAYS, "days: [1, 2, 3, 4]", f"{HOURS}.days", "9", hours("1, 2, 3, 4")
    ),
}  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_a_time_against_its_quotation(invented: Folder, planted: Planted) -> None:
    """A wrong term or hour is told once a language, with line, field, point and both sides."""
    line = invented.edit(BOAT, planted.before, planted.after) + planted.below
    faults = [one for one in invented.faults() if found(one).field == planted.field]
    assert tuple(fault.message for fault in faults) == planted.messages
    expected = Found("boat-certificate.yaml", line, planted.field, planted.point or None)
    assert {found(fault) for fault in faults} == {expected}


class Hours(NamedTuple):
    """Hold opening hours in YAML and the words beside them."""

    values: str
    kk: str
    ru: str

    def plant(self, folder: Folder) -> list[str]:
        """Put them in the place of the real ones; return the fields of the faults."""
        folder.edit(BOAT, "    break: [13:00, 14:00]\n", "")
        values = f"    {DAYS}\n    opens: 09:00\n    closes: 18:30\n"
        folder.edit(BOAT, values, "".join(f"    {line}\n" for line in self.values.split("; ")))
        folder.edit(BOAT, HOURS_KK, self.kk)
        folder.edit(BOAT, HOURS_RU, self.ru)
        return [found(fault).field for fault in folder.faults(sources=False)]


WEEK, ALL = "1, 2, 3, 4, 5", "1, 2, 3, 4, 5, 6, 7"
DAY: Final = "opens: 09:00; closes: 20:00"
SILENT: Final = Hours("days: null", "кестеге сәйкес", "согласно графику")
ALWAYS: Final = ("тәулік бойы", "круглосуточно")


@pytest.mark.parametrize(
    "hours",
    [
        SILENT,
        Hours(f"days: [{ALL}]; opens: 00:00; closes: 24:00", *ALWAYS),
        Hours(f"days: [{WEEK}, 6]; {DAY}", "сенбіні қоса 9-00-20-00", "по субботу 09.00–20.00"),
        Hours(
            f"days: [{WEEK}]; {DAY}",
            "күн сайын 9.00-ден 20.00-ге дейін (сенбі, жексенбі күндерінен басқа)",
            "ежедневно с 9.00 до 20.00 (кроме субботы и воскресенья)",
        ),
        Hours(f"days: [{WEEK}]; {DAY}", "дүйсенбіден 9.00-20.00", "с понедельника 9.00-20.00"),
    ],
)  # fmt: skip
def test_hours_as_the_acts_word_them(invented: Folder, hours: Hours) -> None:
    """No fault is told of hours that say what their quotation says."""
    assert hours.plant(invented) == []


@pytest.mark.parametrize(
    ("hours", "fields"),
    [
        (SILENT._replace(values=DAY), ["hours[0].opens", "hours[0].closes"] * 2),
        (Hours(f"days: [{WEEK}]; {DAY}", *ALWAYS), ["hours[0].opens"] * 2),
        (Hours(f"days: [{WEEK}]; opens: 00:00; closes: 24:00", *ALWAYS), ["hours[0].days"] * 2),
        (
            Hours(f"days: [{WEEK}]; {DAY}", "сенбіні қоса 9.00-20.00", "по субботу 9.00-20.00"),
            ["hours[0].days"] * 2,
        ),
        (
            Hours(f"days: [{WEEK}, 6]; {DAY}", "дүйсенбіден 9.00-20.00", "по субботу 9.00-20.00"),
            ["hours[0].days"],
        ),
    ],
    ids=["silent", "the clock", "days of the clock", "a Saturday forgotten", "a Monday"],
)
def test_hours_the_words_do_not_give(invented: Folder, hours: Hours, fields: list[str]) -> None:
    """Hours and days are found that stand in no words, or in the words of one language only."""
    assert hours.plant(invented) == fields


def test_a_unit_in_one_language_only(invented: Folder) -> None:
    """A unit that only one language bears out is a fault of the other one."""
    invented.edit(BOAT, "пятнадцать рабочих дней", "пятнадцать дней")
    messages = [
        fault.message
        for fault in invented.faults(sources=False)
        if found(fault).field == "processing_times[0].unit"
    ]
    said = "с момента обращения получателя – пятнадцать дней"
    assert messages == [f"is working_days, the ru quotation says «{said}»"]


def test_a_sum_in_monthly_units_is_no_month(invented: Folder) -> None:
    """«2 айлық есептік көрсеткіш» is a sum of money: it bears out no months."""
    invented.edit(BOAT, TERM_KK, "алушы жүгінген сәттен бастап 15 айлық көрсеткіш")
    invented.edit(BOAT, TERM_RU, "с момента обращения получателя 15 месяцев")
    invented.edit(BOAT, "unit: working_days", "unit: months")
    messages = [
        fault.message
        for fault in invented.faults(sources=False)
        if found(fault).field == "processing_times[0].unit"
    ]
    assert [message.partition(" quotation")[0] for message in messages] == ["is months, the kk"]
