"""Quotations that are not what the invented act says."""

from typing import NamedTuple

import pytest

from bot.catalogue.faults import Fault
from tests.catalogue.planting import Folder, Found, found

BOAT = "data/services/boat-certificate.yaml"


def test_the_invented_act_is_clean(invented: Folder) -> None:
    """Letter-spaced, wrapped and torn lines are read as the sentences they are."""
    assert invented.faults() == ()


class Planted(NamedTuple):
    """Hold a change of the data, and the field, point and words of the fault it must give."""

    before: str
    after: str
    field: str
    point: str
    message: str


@pytest.mark.parametrize(
    "planted",
    [
        pytest.param(
            Planted(
                "kk: Құжаттарды кеңсе қабылдайды",
                "kk: Құжаттарды кеңсе қабылдайди",
                "channels[0].where[0].kk",
                "13",
                "is not in the kk text there: «Құжаттарды кеңсе қабылдайди»; not so from «и» on",
            ),
            id="a letter of the Kazakh",
        ),
        pytest.param(
            Planted(
                "ru: Документы принимает канцелярия",
                "ru: Документы принимает концелярия",
                "channels[0].where[0].ru",
                "13",
                "is not in the ru text there: «Документы принимает концелярия»; "
                "not so from «онцелярия» on",
            ),
            id="a letter of the Russian",
        ),
        pytest.param(
            Planted(
                "kk: Құжаттарды кеңсе қабылдайды",
                "kk: Құжаттарды кенсе қабылдайды",
                "channels[0].where[0].kk",
                "13",
                "is not in the kk text there: «Құжаттарды кенсе қабылдайды»; "
                "not so from «нсе қабылдайды» on",
            ),
            id="ң folded to н",
        ),
        pytest.param(
            Planted(
                "kk: қайықтың екі фотосуреті",
                "kk: кайықтың екі фотосуреті",
                "cases[0].documents[4].text.kk",
                "11",
                "is not in the kk text there: «кайықтың екі фотосуреті»",
            ),
            id="қ folded to к",
        ),
        pytest.param(
            Planted(
                "kk: күтудің ең ұзақ уақыты – 20 минут",
                "kk: күтудің ең ұзақ уақыты – 25 минут",
                "queue_limits[0].text.kk",
                "7.2",
                "not so from «5 минут» on",
            ),
            id="a digit in a letter-spaced line",
        ),
        pytest.param(
            Planted(
                '"Информация об услуге: на сайте www.qaiyq.example"',
                '"Информация об услуге: на сайте www.qaiyk.example"',
                "information[0].ru",
                "4",
                "not so from «k.example» on",
            ),
            id="an address",
        ),
        pytest.param(
            Planted(
                "kk: осы стандартқа 1-қосымшаға сәйкес нысан",
                "kk: осы стандартқа 2-қосымшаға сәйкес нысан",
                "cases[0].documents[0].text.kk",
                "11.1",
                "not so from «2-қосымшаға сәйкес нысан бойынша өтініш» on",
            ),
            id="the number of a torn-out link",
        ),
        pytest.param(
            Planted(
                "Заңның 9-бабы және 15-1-бабы негізінде көрсетіледі",
                "Заңның 15-1-бабы және 9-бабы негізінде көрсетіледі",
                "legal_basis[0].kk",
                "3",
                "on",
            ),
            id="two torn-out links in each other's place",
        ),
        pytest.param(
            Planted(
                "ru: в комитет\n",
                "ru: в коми\n",
                "cases[0].intro[0].ru",
                "11",
                "it begins or ends inside a word",
            ),
            id="the end of a word cut off",
        ),
        pytest.param(
            Planted(
                "kk: Нәтижені алушы немесе",
                "kk: тижені алушы немесе",
                "representation[0].text.kk",
                "15",
                "it begins or ends inside a word",
            ),
            id="the beginning of a letter-spaced word cut off",
        ),
        pytest.param(
            Planted(
                "kk: Құжаттарды кеңсе қабылдайды",
                "kk: Документы принимает канцелярия",
                "channels[0].where[0].kk",
                "13",
                "is not in the kk text there",
            ),
            id="the words of the other edition",
        ),
        pytest.param(
            Planted(
                "kk: Алушы мынадай құжаттарды\n",
                "kk: Алушы мынадай құжаттарды ұсынады\n",
                "unquoted[1].kk",
                "11",
                "is not in the kk text there",
            ),
            id="an unquoted piece the act does not have",
        ),
        pytest.param(
            Planted(
                "kk: комитеттің толық атауы",
                "kk: комитеттің толық аты",
                "forms[0].fields[0].kk",
                "annex 1",
                "not so from «ы» on",
            ),
            id="a field of a form",
        ),
        pytest.param(
            Planted(
                "kk: Құжаттарды кеңсе қабылдайды",
                "kk: Құжаттарды кеңсе қабылдайды. Тегін",
                "channels[0].where[0].kk",
                "13",
                "not so from «Тегін» on",
            ),
            id="a word after the end of a paragraph",
        ),
    ],
)
def test_a_changed_quotation_is_found(invented: Folder, planted: Planted) -> None:
    """A quotation that differs from the act is named with its line and where it goes astray."""
    line = invented.edit(BOAT, planted.before, planted.after)
    fault = _at(invented, planted.field)
    # a folded quotation is told by the line it begins in
    expected = line if planted.field != "legal_basis[0].kk" else line - 1
    assert found(fault) == Found("boat-certificate.yaml", expected, planted.field, planted.point)
    assert planted.message in fault.message


def test_a_title_the_act_does_not_have(invented: Folder) -> None:
    """A title must stand whole over a standard, letter for letter."""
    line = invented.edit(BOAT, "kk: Қайыққа куәлік беру\n", "kk: Қайыққа билет беру\n")
    (fault,) = invented.faults()
    assert found(fault) == Found("boat-certificate.yaml", line, "title.kk", "title")
    assert fault.message == "no standard of kk.txt has this title: «Қайыққа билет беру»"


def test_the_beginning_of_a_title(invented: Folder) -> None:
    """The first words of a title are not the title."""
    line = invented.edit(
        BOAT, "ru: Выдача свидетельства на лодку\nshort", "ru: Выдача свидетельства\nshort"
    )
    (fault,) = invented.faults()
    assert found(fault) == Found("boat-certificate.yaml", line, "title.ru", "title")


@pytest.mark.parametrize(
    "planted",
    [
        pytest.param(
            Planted(
                'point: "13"\n        kk: Құжаттарды кеңсе',
                'point: "14"\n        kk: Құжаттарды кеңсе',
                "channels[0].where[0]",
                "14",
                "it stands at point 13",
            ),
            id="point",
        ),
        pytest.param(
            Planted(
                'point: "7.3"\n      kk: қабылдау',
                'point: "7.2"\n      kk: қабылдау',
                "processing_times[0].excluded_by",
                "7.2",
                "it stands at point 7.3",
            ),
            id="subpoint",
        ),
        pytest.param(
            Planted(
                'point: "11.3"\n          kk: алушының',
                'point: "11.9"\n          kk: алушының',
                "cases[0].documents[3].text",
                "11.9",
                "it stands at point 11.3",
            ),
            id="no such subpoint",
        ),
        pytest.param(
            Planted(
                "point: annex 2\n      kk: Мерзімінде",
                "point: annex 1\n      kk: Мерзімінде",
                "quality[0].text",
                "annex 1",
                "it stands at point annex 2",
            ),
            id="annex",
        ),
        pytest.param(
            Planted(
                'point: "7"\n    kk: "Мерзімдері',
                'point: "25"\n    kk: "Мерзімдері',
                "unquoted[0]",
                "25",
                "it stands at point 7",
            ),
            id="of an unquoted piece",
        ),
        pytest.param(
            Planted(
                'recipients:\n  point: "6"',
                "recipients:\n  point: title",
                "recipients",
                "title",
                "it stands at point 6",
            ),
            id="the title",
        ),
    ],
)
def test_a_wrong_point(invented: Folder, planted: Planted) -> None:
    """A quotation under a wrong number is found in both languages, and the right one is told."""
    line = invented.edit(BOAT, planted.before, planted.after)
    line += planted.after.count("\n", 0, planted.after.index("point"))
    for number, lang in enumerate(("kk", "ru"), line + 1):
        field = f"{planted.field}.{lang}"
        fault = _at(invented, field)
        assert found(fault) == Found("boat-certificate.yaml", number, field, planted.point)
        assert planted.message in fault.message


def test_words_of_no_title(invented: Folder) -> None:
    """What is said to stand in the title and stands nowhere is told without a hint."""
    line = invented.edit(
        BOAT,
        'point: "6"\n  kk: Қызмет жеке тұлғаларға',
        "point: title\n  kk: Қызмет ешкімге",
    )
    fault = _at(invented, "recipients.kk")
    expected = Found("boat-certificate.yaml", line + 1, "recipients.kk", "title")
    assert found(fault) == expected
    assert fault.message == "is not in the kk text there: «Қызмет ешкімге көрсетіледі»"


@pytest.mark.parametrize(
    ("before", "after", "field", "point"),
    [
        (
            'point: "11"\n    intro:\n      - point: "11"\n        kk: порталда',
            'point: "27"\n    intro:\n      - point: "11"\n        kk: порталда',
            "cases[1].point",
            "27",
        ),
        ('- points: ["3"]', '- points: ["3.4"]', "source_notes[0].points[0]", "3.4"),
    ],
    ids=["of a case", "of a source note"],
)
def test_a_point_that_is_not_there(
    invented: Folder, before: str, after: str, field: str, point: str
) -> None:
    """A case and a note on the source name points the standard has."""
    line = invented.edit(BOAT, before, after)
    faults = invented.faults()
    assert {found(fault) for fault in faults} == {
        Found("boat-certificate.yaml", line, field, point)
    }
    assert "the kk text has no such point" in faults[0].message


def _at(folder: Folder, field: str) -> Fault:
    (fault,) = (one for one in folder.faults() if found(one).field == field)
    return fault
