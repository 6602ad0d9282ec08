"""What must hold inside the data whatever the act says."""

from typing import NamedTuple

import pytest

from bot.catalogue.translations import differences
from bot.catalogue.vocabulary import Quote
from tests.catalogue.planting import Folder, Found, found

BOAT = "data/services/boat-certificate.yaml"
RAFT = "data/services/raft-permit.yaml"


class Planted(NamedTuple):
    """Hold a change, the field and point of the fault it must give, and its message."""

    before: str
    after: str
    field: str
    message: str
    point: str | None = None
    below: int = 0
    """How many lines below the first changed line the fault is told."""
    file: str = BOAT


PLANTED = {
    "a button too long": Planted(
        "      kk: Комитетте\n",
        "      kk: Су көлігі комитетінің кеңсесіне бару\n",
        "cases[0].button.kk",
        "has 36 letters, at most 30 fit: «Су көлігі комитетінің кеңсесіне бару»",
    ),
    "a short title too long": Planted(
        "  ru: Свидетельство на лодку\n",
        "  ru: Свидетельство о государственной регистрации\n",
        "short_title.ru",
        "has 43 letters, at most 40 fit: «Свидетельство о государственной регистрации»",
    ),
    "a paper's name on a button too long": Planted(
        "        form: 1\n      - id: deed\n",
        "        form: 1\n        short: {kk: Шарт, ru: Договор о покупке этой лодки №1}\n"
        "      - id: deed\n",
        "cases[0].documents[0].short.ru",
        "has 31 letters, at most 28 fit: «Договор о покупке этой лодки №1»",
        None,
        1,
    ),
    "an unknown act": Planted('act: "77"', 'act: "79"', "act", "79 is not in 77, 78"),
    "an unknown authority": Planted(
        "authority: water-committee",
        "authority: air-committee",
        "authority",
        "air-committee is not in water-committee",
    ),
    "an unknown case of a term": Planted(
        "cases: [in-person]",
        "cases: [in-person, by-post]",
        "processing_times[1].cases[1]",
        "no case is called by-post",
    ),
    "an unknown case of a note": Planted(
        '  - points: ["3"]\n',
        '  - points: ["3"]\n    cases: [by-post]\n',
        "source_notes[0].cases[0]",
        "no case is called by-post",
        None,
        1,
    ),
    "an unknown form": Planted(
        "        form: 1\n      - id: deed\n",
        "        form: 3\n      - id: deed\n",
        "cases[0].documents[0].form",
        "no form has the annex 3",
    ),
    "an unknown channel of a case": Planted(
        "channels: [portal]",
        "channels: [centre]",
        "cases[1].channels",
        "no channel is of the kind centre",
    ),
    "an unknown channel of the hours": Planted(
        "- channel: authority",
        "- channel: post",
        "hours[0].channel",
        "no channel is of the kind post",
    ),
    "an unknown channel of the receipt": Planted(
        "    channels: [authority]\ncomplaint",
        "    channels: [centre]\ncomplaint",
        "receipt[0].channels",
        "no channel is of the kind centre",
    ),
    "an unknown channel of the result": Planted(
        "paper: [authority]", "paper: [post]", "result.paper", "no channel is of the kind post"
    ),
    "a channel twice": Planted(
        "- kind: portal", "- kind: authority", "channels[1].kind", "stands twice: authority"
    ),
    "a form under another annex": Planted(
        "annex: 1\n    title",
        "annex: 2\n    title",
        "forms[0].annex",
        "the title of the form stands at annex 1",
        "annex 2",
    ),
    "an amount of a term": Planted(
        "amount: 15",
        "amount: 14",
        "processing_times[0].amount",
        "14 does not stand in the kk quotation",
    ),
    "an amount of a wait": Planted(
        "minutes: 20",
        "minutes: 30",
        "queue_limits[0].minutes",
        "30 does not stand in the kk quotation",
    ),
    "the days of the completeness check": Planted(
        "  days: 2\n", "  days: 3\n", "completeness.days", "3 does not stand in the kk quotation"
    ),
    "the days of a deemed approval": Planted(
        "deemed_approval:\n  kind: none\n",
        "deemed_approval: {kind: deemed, days: 9, text: "
        "{point: '5', kk: Қызметтің нәтижесі, ru: Результатом услуги}}\n",
        "deemed_approval.days",
        "9 does not stand in the kk quotation",
    ),
    "a number in words": Planted(
        "ru: с момента обращения получателя – пятнадцать рабочих дней",
        "ru: с момента обращения получателя – четырнадцать рабочих дней",
        "processing_times[0].text",
        "numbers differ: kk 15, ru 14",
        "7.1",
        -3,
    ),
    "a number in digits": Planted(
        "дом 5, тел: 8 (7000) 11-22-33",
        "дом 5, тел: 8 (7000) 11-22-34",
        "provider[0]",
        "numbers differ: kk 33, ru 34",
        "1",
        -6,
    ),
    "a number in our own words": Planted(
        "kk: Екінші заңның күні көрсетілмеген.",
        "kk: 2009 жылғы заңның күні көрсетілмеген.",
        "source_notes[0].text",
        "numbers differ: kk 2009, ru none",
        None,
        -1,
    ),
    "working days made calendar days": Planted(
        "– пятнадцать рабочих дней",
        "– пятнадцать календарных дней",
        "processing_times[0].text",
        "'working days' stands only in kk",
        "7.1",
        -3,
    ),
    "a month made a week": Planted(
        "ru: Жалоба подается в министерство",
        "ru: Жалоба подается в министерство за месяц",
        "complaint_routes[1].text",
        "'months' stands only in ru",
        "21",
        -3,
    ),
    "an annex made an article": Planted(
        "ru: заявление с данными согласно приложению 1 к",
        "ru: заявление с данными согласно статье 1 к",
        "cases[1].documents[0].text",
        "'annex' stands only in kk",
        "11.1",
        -3,
    ),
    "a term of the law": Planted(
        "ru: При сдаче документов выдается расписка",
        "ru: При сдаче документов выдается квитанция",
        "receipt[0].title",
        "«қолхат» is «расписк…» in Russian (data/glossary.yaml)",
        "14",
        -3,
    ),
    "a term of the law only in Russian": Planted(
        "kk: Құжаттарды тапсырғанда қолхат беріледі",
        "kk: Құжаттарды тапсырғанда қағаз беріледі",
        "receipt[0].title",
        "«қолхат» is «расписк…» in Russian (data/glossary.yaml)",
        "14",
        -2,
    ),
    "a text left in Kazakh": Planted(
        "      ru: Объяснит юрист\n",
        "      ru: Заңгер түсіндіреді\n",
        "complaint_routes[0].title.ru",
        "holds Kazakh letters: ң, ү, і, і, і",
    ),
    "a term that replaces none": Planted(
        "    cases: [in-person]\n",
        "    replaces: longer\n",
        "processing_times[1].replaces",
        "no other term is called longer",
    ),
    "a term that replaces itself": Planted(
        "replaces: term\n",
        "replaces: archive\n",
        "processing_times[1].replaces",
        "no other term is called archive",
        file=RAFT,
    ),
    "a term that replaces without extending": Planted(
        "    cases: [in-person]\n",
        "    replaces: term\n",
        "processing_times[1].replaces",
        "only an extension replaces a term, this is completeness_check",
    ),
    "a case without papers or a word why": Planted(
        """    documents: []
    silence:
      kk: Стандартта бұл жағдайға тізім жоқ.
      ru: Списка для этого случая стандарт не даёт.
""",
        "    documents: []\n",
        "cases[3].silence",
        "has no papers and no silence",
        "11.2",
        -9,
        RAFT,
    ),
    "a case with papers and a word why there are none": Planted(
        '    point: "11.2.1"\n    intro:',
        '    point: "11.2.1"\n    silence: {kk: Тізім жоқ, ru: Списка нет}\n    intro:',
        "cases[1].silence",
        "has papers and a silence",
        "11.2.1",
        1,
        RAFT,
    ),
}


@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED)
def test_a_broken_rule_is_found(invented: Folder, planted: Planted) -> None:
    """What cannot be right is named with its line, even without the acts."""
    line = invented.edit(planted.file, planted.before, planted.after) + planted.below
    faults = {found(fault): fault.message for fault in reversed(invented.faults(sources=False))}
    name = planted.file.rpartition("/")[2]
    expected = Found(name, line, planted.field, planted.point)
    assert faults.get(expected) == planted.message, faults


@pytest.mark.parametrize(
    ("kk", "ru", "found"),
    [
        ("27 жасқа толған", "достигший 27 лет", []),
        ("27 жаста", "27-летний", []),
        ("2012 жылғы", "2012 года", []),
        ("жарамды", "годный", []),
        ("27 жастан", "27 человек", ["'years' stands only in kk"]),
        ("27 адам", "с 27 лет", ["'years' stands only in ru"]),
    ],
)
def test_years_of_age_are_years(kk: str, ru: str, found: list[str]) -> None:
    """«27 жасқа» is «27 лет», and «годный» no year."""
    quote = Quote(point="6", kk=kk, ru=ru)
    assert [sentence for _, sentence in differences(quote, ())] == found


def test_a_note_on_the_source_excuses(invented: Folder) -> None:
    """A difference between the editions is no fault where a note on the source explains it."""
    invented.edit(BOAT, "ru: копию удостоверения личности", "ru: 3 копии удостоверения личности")
    (fault,) = invented.faults(sources=False)
    assert fault.point == "11.3"
    invented.edit(BOAT, 'points: ["3"]', 'points: ["3", "11.3"]\n    excuses: [numbers]')
    assert invented.faults(sources=False) == ()


def test_an_unquoted_piece_of_no_language(invented: Folder) -> None:
    """An unquoted piece must name what is not quoted."""
    line = invented.edit(BOAT, "unquoted:\n", 'unquoted:\n  - point: "5"\n    reason: forgotten\n')
    (fault,) = invented.faults(sources=False)
    assert found(fault) == Found("boat-certificate.yaml", line + 1, "unquoted[0]", "5")
    assert fault.message == "names no piece of either language"


def test_ids_too_long_for_a_button(invented: Folder) -> None:
    """A button names service, case and paper in 64 bytes: ids that are longer together fail."""
    invented.edit(BOAT, "id: boat-certificate\n", f"id: {'boat-certificate'.ljust(30, 'x')}\n")
    invented.edit(BOAT, "  - id: in-person\n", f"  - id: {'in-person'.ljust(20, 'x')}\n")
    line = invented.edit(BOAT, "      - id: photos\n", "      - id: photographs\n")
    faults = [f for f in invented.faults(sources=False) if "too long" in f.message]
    assert [found(fault) for fault in faults] == [
        Found("boat-certificate.yaml", line - 29, "cases[0].documents[0].id"),
        Found("boat-certificate.yaml", line, "cases[0].documents[4].id"),
    ]
    assert faults[0].message == (
        "the ids are too long for a button, 66 bytes: "
        f"j:{'boat-certificate'.ljust(30, 'x')}:{'in-person'.ljust(20, 'x')}:+application"
    )
