"""Tables of requirements: a cell of two columns, every letter quoted, nothing invented."""

import pytest

from tests.catalogue.planting import Folder, Found, found

MOORING = "data/services/raft-mooring.yaml"
CELL = "kk: меншік құқығындағы не жалға алынған сал"


def test_a_cell_goes_on_after_a_line_of_the_other_column(invented: Folder) -> None:
    """A cell that the extract cut in two is the act's."""
    assert (invented.data / "services" / "raft-mooring.yaml").read_text().count(CELL) == 1
    assert invented.faults() == ()


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("kk: меншік құқығындағы не жалға берілген сал", id="another word"),
        pytest.param("kk: алынған сал меншік құқығындағы не жалға", id="parts in another order"),
        pytest.param("kk: меншік құқығындағы алынған сал", id="words left out inside a line"),
    ],
)
def test_a_cell_that_the_act_does_not_print(invented: Folder, written: str) -> None:
    """What is changed, moved or cut inside a line is found, and so is what nobody quotes now."""
    line = invented.edit(MOORING, CELL, written)
    names = [found(fault) for fault in invented.faults()]
    assert Found("raft-mooring.yaml", line, "requirements[0].rows[0].text.kk", "annex 1") in names
    assert Found("raft-mooring.yaml", 1, "", "annex 1") in names


def test_a_row_left_out_is_found(invented: Folder) -> None:
    """The whole table must be quoted; the numbers of its rows need not be."""
    invented.edit(
        MOORING,
        """          - point: annex 1
            kk: шеңберлердің тізімі
            ru: перечень кругов
""",
        """          - point: annex 1
            kk: кемінде 2 құтқару шеңбері
            ru: не менее 2 спасательных кругов
""",
    )
    (fault,) = invented.faults()
    assert "is not quoted: «шеңберлердің тізімі»" in fault.message
    assert fault.point == "annex 1"


@pytest.mark.parametrize(
    ("before", "after", "field", "says"),
    [
        pytest.param(
            "      ru: Держать плот\n",
            "      ru: Держать плот на стоянке целый год\n",
            "requirements[0].button.ru",
            "at most 30 fit",
            id="a long button",
        ),
        pytest.param(
            "    point: annex 1\n    heading",
            "    point: annex 2\n    heading",
            "requirements[0].heading[0]",
            "stands at annex 1, the list is at annex 2",
            id="another annex",
        ),
        pytest.param(
            "          ru: Получатель подаёт заявление\n",
            "          ru: Получатель подаёт заявление\n        requirements: [sinking]\n",
            "cases[0].documents[0].requirements[0]",
            "no list of requirements is called sinking",
            id="a paper without a table",
        ),
        pytest.param(
            "requirements:\n",
            """requirements:
  - id: keeping
    title: {kk: Сал, ru: Плот}
    button: {kk: Сал, ru: Плот}
    point: annex 1
    rows:
      - text: {point: annex 1, kk: кемінде 2 құтқару шеңбері, ru: не менее 2 спасательных кругов}
""",
            "requirements[1].id",
            "stands twice: keeping",
            id="an id twice",
        ),
    ],
)
def test_a_table_that_does_not_fit(
    invented: Folder, before: str, after: str, field: str, says: str
) -> None:
    """Ids, buttons and annexes of a table are held to the rules."""
    invented.edit(MOORING, before, after)
    told = {found(fault).field: fault.message for fault in invented.faults()}
    assert says in told[field]
