"""The checklist on paper."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

import pytest

from bot.catalogue.load import load_catalogue
from bot.paper.checklist import render
from bot.screens.checklist import ChecklistScreens
from bot.screens.mark import Mark
from bot.screens.page import Speech
from bot.screens.sheet import to_have
from bot.screens.words import Words
from bot.text import LANGS, Lang
from tests.paper.reading import read

A4: Final = (0, 0, 595, 842)
LARGEST: Final = 18.0
SMALLEST: Final = 11.0
KAZAKH: Final = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"


@dataclass(frozen=True)
class Item:
    """Say one paper."""

    text: str
    number: int | None = None
    ticked: bool = False
    more: tuple[str, ...] = ()
    warning: str = ""


@dataclass(frozen=True)
class Group:
    """Hold papers."""

    heading: str
    papers: tuple[Item, ...]


@dataclass(frozen=True)
class Sheet:
    """Say everything."""

    lang: Lang = "kk"
    title: str = "Қайық куәлігі"
    case: str = "Өзіңіз апарсаңыз"
    groups: tuple[Group, ...] = field(
        default=(
            Group("Алып барыңыз", (Item("өтініш", 1), Item("екі фотосурет", 2, ticked=True))),
            Group("Қажеті жоқ", (Item("мәліметтер"),)),
        )
    )
    attention: str = "Назар аударыңыз"
    notes: tuple[str, ...] = ()
    closing: tuple[str, ...] = ("№ 77 қаулы, 11-т.",)


def with_papers(count: int) -> Sheet:
    """Return a sheet of so many papers of two lines each."""
    papers = tuple(Item("қайықты сатып алу шарты " * 5, n + 1) for n in range(count))
    return Sheet(groups=(Group("Алып барыңыз", papers),))


def body(sheet: Sheet) -> float:
    """Return the size of the papers: the headings are larger, the foot is smaller."""
    return sorted(read(render(sheet)).sizes)[-2]


def test_a_short_list_is_printed_large() -> None:
    """Few papers fill one A4 page in the largest print, in its own embedded letters."""
    printed = read(render(Sheet()))
    assert (printed.pages, printed.page) == (1, A4)
    assert LARGEST in printed.sizes
    assert printed.embedded
    assert printed.fonts == {"LibertinusSerif-Regular", "LibertinusSerif-Bold"}


def test_a_longer_list_is_printed_smaller() -> None:
    """The more papers, the smaller the print, one page all the while."""
    bodies = []
    for count in (6, 9, 12, 15, 18):
        printed = read(render(with_papers(count)))
        assert printed.pages == 1
        assert min(printed.sizes) >= SMALLEST
        bodies.append(body(with_papers(count)))
    assert bodies == sorted(bodies, reverse=True)
    assert bodies[-1] < bodies[0]


def test_the_print_fills_the_page() -> None:
    """The print steps by quarters of a point, and never grows where there is more to print."""
    sizes = [body(with_papers(count)) for count in range(9, 20)]
    assert sizes == sorted(sizes, reverse=True)
    assert any(size % 0.5 for size in sizes)
    assert all((size * 4).is_integer() for size in sizes)


def test_notes_and_warnings_are_printed() -> None:
    """What else to know stands on the page, smaller than the papers, and never under 11 points."""
    papers = (Item("өтініш", 1, warning="Ъ"),)
    sheet = Sheet(groups=(Group("Алып барыңыз", papers),), attention="Э", notes=("Щ", "Ц"))
    printed = read(render(sheet))
    assert set("ЪЭЩЦ") <= printed.letters
    assert not set("ЪЭЩЦ") & read(render(Sheet(attention="Э"))).letters
    small = read(render(replace(with_papers(18), notes=("Щ" * 40,) * 9)))
    assert min(small.sizes) >= SMALLEST


def test_no_paper_is_lost_of_a_list_too_long() -> None:
    """A list that no page holds in print that can be read goes on on a second one."""
    printed = read(render(with_papers(60)))
    assert printed.pages > 1
    assert min(printed.sizes) >= SMALLEST


@pytest.mark.parametrize("lang", LANGS)
def test_every_list_there_is_fits_on_a_page(root: Path, lang: Lang) -> None:
    """Of every case of the catalogue one page, never under 11 points, in both languages.

    Only the ten papers of a transit, most of them a paragraph long, need a second one.
    """
    catalogue = load_catalogue([root / "data"])
    words = Words()
    lists = ChecklistScreens(catalogue, {lang: Speech(words, lang) for lang in LANGS})
    for service in catalogue.services:
        for case in service.cases:
            ticked = [paper.id for paper in to_have(case)][::2]
            if sheet := lists.sheet(Mark(service.id, case.id), ticked, lang):
                printed = read(render(sheet))
                most = 2 if service.id == "transit-permit" else 1
                assert (printed.pages <= most, printed.page) == (True, A4), (service.id, case.id)
                assert min(printed.sizes) >= SMALLEST, (service.id, case.id)


def test_kazakh_letters_are_printed() -> None:
    """Every letter of Kazakh has its shape, upright, bold and italic."""
    groups = (Group(KAZAKH, (Item(KAZAKH, 1, more=(KAZAKH,)),)),)
    printed = read(render(Sheet(title=KAZAKH, groups=groups, closing=(f"№ {KAZAKH}",))))
    assert set(KAZAKH) | {"№"} <= printed.letters
    assert printed.fonts == {f"LibertinusSerif-{kind}" for kind in ("Regular", "Bold", "Italic")}


def test_the_same_sheet_is_the_same_file() -> None:
    """No date and no chance is in the file; a tick is."""
    sheet = Sheet()
    assert render(sheet) == render(sheet)
    ticked = replace(sheet, groups=(Group("…", (Item("өтініш", 1, ticked=True),)),))
    empty = replace(sheet, groups=(Group("…", (Item("өтініш", 1),)),))
    assert render(ticked) != render(empty)


def test_what_is_said_is_never_run() -> None:
    """Marks of the typesetting language are printed as they are."""
    code = '#panic("run") $x$ *b* `c` #read("/etc/passwd") <a> @b \\ "'
    groups = (Group(code, (Item(code, 1, more=(code,)),)),)
    printed = read(render(Sheet(title=code, case=code, groups=groups, closing=(code, code))))
    assert set("#$*`@\\<") <= printed.letters


def test_many_at_once_come_through() -> None:
    """Pages are made in threads, and each person gets their own."""
    sheets = [replace(Sheet(), title=f"Куәлік {n}") for n in range(8)]
    alone = [render(sheet) for sheet in sheets]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(render, sheets)) == alone


def test_the_typesetter_is_loaded_when_first_used(root: Path) -> None:
    """Importing the room costs nothing heavy."""
    code = "import sys, bot.paper.checklist; sys.exit('typst' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
