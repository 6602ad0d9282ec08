"""What the invented act says and the data leave out."""

from typing import NamedTuple

import pytest

from bot.catalogue.checking import check
from tests.catalogue.planting import Folder, Found, found

BOAT = "data/services/boat-certificate.yaml"
BERTH = "data/services/berth.yaml"
RAFT = "data/services/raft-permit.yaml"


class Dropped(NamedTuple):
    """Hold a piece of the data, the point it stood at, and what the acts say there."""

    file: str
    piece: str
    point: str
    says: list[tuple[str, str]]


@pytest.mark.parametrize(
    "dropped",
    [
        pytest.param(
            Dropped(
                BOAT,
                """      - id: identity
        role: submit
        text:
          point: "11.3"
          kk: алушының жеке куәлігінің көшірмесі
          ru: копию удостоверения личности получателя
""",
                "11",
                [
                    ("kk", "алушының жеке куәлігінің көшірмесі."),
                    ("ru", "копию удостоверения личности получателя."),
                ],
            ),
            id="a numbered paper",
        ),
        pytest.param(
            Dropped(
                BOAT,
                """      - id: photos
        role: submit
        text:
          point: "11"
          kk: қайықтың екі фотосуреті
          ru: две фотографии лодки
""",
                "11",
                [("kk", "қайықтың екі фотосуреті;"), ("ru", "две фотографии лодки;")],
            ),
            id="an unnumbered paper",
        ),
        pytest.param(
            Dropped(
                BOAT,
                """        notes:
          - point: "11.1"
            kk: Орталыққа берілгенде сканерленеді
            ru: при подаче в Центр – сканируется
""",
                "11",
                [
                    ("kk", "Орталыққа"),
                    ("kk", "берілгенде сканерленеді);"),
                    ("ru", "при подаче в Центр - сканируется);"),
                ],
            ),
            id="the end of a paper whose link was torn out",
        ),
        pytest.param(
            Dropped(
                BOAT,
                """    notes:
      - point: annex 1
        kk: "Ескертпе: өтініш екі данада толтырылады; нысан қызмет стандартына сай"
        ru: "Примечание: заявление заполняется в двух экземплярах; форма отвечает стандарту услуги"
""",
                "annex 1",
                [
                    ("kk", "Ескертпе: өтініш екі данада толтырылады; нысан қызмет сай.ст…"),
                    ("ru", "Примечание: заявление заполняется в двух экземплярах; форма …"),
                ],
            ),
            id="a note under a form",
        ),
        pytest.param(
            Dropped(
                BERTH,
                """      - point: annex 1
        kk: 2) қате түзетілмейді
        ru: 2) ошибка не исправляется
""",
                "annex 1",
                [("kk", "2) қате түзетілмейді."), ("ru", "2) ошибка не исправляется.")],
            ),
            id="the second item of a note",
        ),
        pytest.param(
            Dropped(
                BOAT,
                """unquoted:
  - point: "7"
    kk: "Мерзімдері:"
    ru: "Сроки:"
    reason: heading of a list
""",
                "7",
                [("kk", "Мерзімдері:"), ("ru", "Сроки:")],
            ),
            id="a heading listed as unquoted",
        ),
        pytest.param(
            Dropped(
                BERTH,
                """provider:
  - point: "1"
    kk: Қызметті Су көлігі комитеті көрсетеді
    ru: Услугу оказывает Комитет водного транспорта
""",
                "1",
                [
                    ("kk", "Қызметті Су көлігі комитеті көрсетеді."),
                    ("ru", "Услугу оказывает Комитет водного транспорта."),
                ],
            ),
            id="a point of the second standard",
        ),
        pytest.param(
            Dropped(
                RAFT,
                """      - id: photos
        role: submit
        text:
          point: "11.2.2"
          kk: салдың екі фотосуреті
          ru: две фотографии плота
        copies: 2
""",
                "11",
                [("kk", "салдың екі фотосуреті.")],
            ),
            id="a paper of a point inside a point",
        ),
        pytest.param(
            Dropped(
                RAFT,
                """    notes:
      - point: annex 2
        kk: Жүзушілер үшін өздерімен бірге
        ru: Пловцам при себе иметь
""",
                "annex 2",
                [("kk", "Жүзушілер үшін өздерімен бірге:")],
            ),
            id="what a bare heading of notes stands over",
        ),
    ],
)
def test_a_dropped_piece_is_found(invented: Folder, dropped: Dropped) -> None:
    """A piece of the act that nobody quotes is told with its file and line in the act."""
    after = "unquoted:\n" if dropped.piece.startswith("unquoted") else ""
    invented.edit(dropped.file, dropped.piece, after)
    lock = invented.data / "ids.lock"
    faults = [fault for fault in invented.faults() if fault.path != lock]
    file = dropped.file.rpartition("/")[2]
    assert [found(fault) for fault in faults] == [Found(file, 1, "", dropped.point)] * len(
        dropped.says
    )
    for fault, (lang, wording) in zip(faults, dropped.says, strict=True):
        act = "raft.txt" if dropped.file == RAFT else f"{lang}.txt"
        line = _line(invented, act, wording)
        assert fault.message == f"the {lang} text ({act}:{line}) is not quoted: «{wording}»"


def test_a_piece_covered_in_one_language_only(invented: Folder) -> None:
    """What is quoted in Kazakh alone is missing in Russian."""
    invented.edit(BOAT, '    ru: "Сроки:"\n', "")
    (fault,) = invented.faults()
    assert found(fault) == Found("boat-certificate.yaml", 1, "", "7")
    assert "the ru text" in fault.message


def test_the_bare_heading_of_a_note_need_not_be_quoted(invented: Folder) -> None:
    """«Ескертпе:» and «Примечание:» alone say nothing."""
    heading = """unquoted:
  - point: annex 1
    kk: "Ескертпе:"
    ru: "Примечание:"
    reason: heading of a list
"""
    invented.edit(BERTH, heading, "")
    assert invented.faults() == ()


def test_what_stands_before_the_first_point(invented: Folder) -> None:
    """A line between a heading and the first point is of no point, nor is a bare section."""
    invented.edit(
        "sources/kk.txt",
        "1. Жалпы ережелер\n\n      1. «",
        "1. Жалпы ережелер\n\n      Кіріспе\n      1. «",
    )
    last = "«Қайық айлағына орын беру» \nмемлекеттік қызмет стандартына\n"
    invented.edit("sources/kk.txt", last, "2. Қызмет көрсету тәртібі\n")
    assert invented.faults() == ()


def test_the_work_of_the_body_need_not_be_quoted(invented: Folder) -> None:
    """Points 17 to 19 say nothing to a person, but may be quoted."""
    invented.edit(
        BOAT,
        "source_notes:",
        'notes: [{point: "17", kk: Комитет сыпайы болады, ru: Комитет вежлив}]\nsource_notes:',
    )
    assert invented.faults() == ()


def test_without_sources_nothing_is_compared(invented: Folder) -> None:
    """Without the acts the report says that it did not compare."""
    invented.edit(BOAT, "ru: Документы принимает канцелярия", "ru: Документы принимает он")
    report = check([invented.data])
    assert str(report) == "4 services, quotations not compared (give --sources): no faults"


def test_the_report_counts(invented: Folder) -> None:
    """The closing line tells how much was compared and how much is wrong."""
    invented.edit(BOAT, "ru: Документы принимает канцелярия", "ru: Документы принимает кто-то")
    report = check([invented.data], invented.sources)
    assert report.faults
    assert str(report) == (
        f"4 services, {report.quotations} quotations compared with their sources: "
        f"{len(report.faults)} faults"
    )


def _line(folder: Folder, name: str, wording: str) -> int:
    """Return the one line of the act in which the beginning of `wording` stands."""
    lines = (folder.sources / name).read_text(encoding="utf-8").splitlines()
    beginning = wording[:20]
    (line,) = (n for n, text in enumerate(lines, 1) if beginning in text.replace("–", "-"))
    return line
