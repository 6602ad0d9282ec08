"""What the invented act says and the data leave out."""

from typing import NamedTuple

import pytest

from bot.catalogue.checking import check
from tests.catalogue.planting import Folder, Found, found

BOAT = "data/services/boat-certificate.yaml"
BERTH = "data/services/berth.yaml"


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
        line = _line(invented, f"{lang}.txt", wording)
        assert fault.message == f"the {lang} text ({lang}.txt:{line}) is not quoted: «{wording}»"


def test_a_piece_covered_in_one_language_only(invented: Folder) -> None:
    """What is quoted in Kazakh alone is missing in Russian."""
    invented.edit(BERTH, '    ru: "Примечание:"\n', "")
    (fault,) = invented.faults()
    assert found(fault) == Found("berth.yaml", 1, "", "annex 1")
    assert "the ru text" in fault.message


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
    assert str(report) == "2 services, quotations not compared (give --sources): no faults"


def test_the_report_counts(invented: Folder) -> None:
    """The closing line tells how much was compared and how much is wrong."""
    invented.edit(BOAT, "ru: Документы принимает канцелярия", "ru: Документы принимает кто-то")
    report = check([invented.data], invented.sources)
    assert report.faults
    assert str(report) == (
        f"2 services, {report.quotations} quotations compared with their sources: "
        f"{len(report.faults)} faults"
    )


def _line(folder: Folder, name: str, wording: str) -> int:
    """Return the one line of the act in which the beginning of `wording` stands."""
    lines = (folder.sources / name).read_text(encoding="utf-8").splitlines()
    beginning = wording[:20]
    (line,) = (n for n, text in enumerate(lines, 1) if beginning in text.replace("–", "-"))
    return line
