"""The project's own data against the real acts, and with faults planted in them."""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from bot.catalogue.checking import check
from bot.catalogue.faults import Loc, field_name
from bot.catalogue.ids import ids
from bot.catalogue.load import Entry, read_data
from bot.catalogue.models import Service
from bot.catalogue.walk import quotes
from bot.catalogue.yamlfile import YamlFile
from bot.text import LANGS
from tests.catalogue.planting import ACT, ROOT, Folder, Found, copied, found, shared

DATA: Final = ROOT / "data"
# what a hasty hand or a Russian keyboard makes of a Kazakh letter, and any other letter
CONFUSED: Final = dict(zip("қғңәөұүһіеиоаңы", "кгнаоуухиёйаонь", strict=True))


@pytest.fixture
def real(tmp_path: Path) -> Folder:
    """Return a copy of the project's data and of the acts."""
    return copied(DATA, shared("seeds"), tmp_path)


def services() -> list[Entry[Service]]:
    """Return the project's services with their files."""
    return read_data([DATA]).services


def test_the_data_says_what_the_acts_say() -> None:
    """Every quotation is the act's, nothing is left out, and no rule is broken."""
    report = check([DATA], shared("seeds"))
    assert [str(fault) for fault in report.faults] == []
    assert report.quotations


def test_without_the_acts_the_data_is_clean() -> None:
    """The rules that need no source hold."""
    assert [str(fault) for fault in check([DATA]).faults] == []


@pytest.mark.parametrize("fifth", range(5))
def test_one_changed_letter_in_every_quotation(real: Folder, fifth: int) -> None:
    """Each quotation and unquoted piece in which one letter differs is found at its line."""
    expected: set[Found] = set()
    for entry in services():
        path = real.data / "services" / entry.file.path.name
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        for loc, point in _wordings(entry.model):
            first = entry.file.line(loc)
            _change_a_letter(lines, first, _end(entry.file, loc), fifth)
            expected.add(Found(path.name, first, field_name(loc), point))
        path.write_text("".join(lines), encoding="utf-8")
    faults = {found(fault) for fault in real.faults() if "is not in the" in fault.message}
    assert expected
    assert expected - faults == set()


def test_every_dropped_paper_is_found(tmp_path: Path) -> None:
    """Without any one of its papers a service is not clean, and the paper is named."""
    folder = copied(DATA, ACT / "sources", tmp_path)
    for entry in services():
        papers = [(loc, name) for loc, name in ids(entry.model) if name.startswith("paper")]
        assert papers
        for (*loc, _), name in papers:
            with _without(folder, entry, tuple(loc)):
                messages = [fault.message for fault in folder.faults(sources=False)]
            assert any(f"«{name}» is gone from the data" in one for one in messages), name


def test_a_paper_nobody_ever_wrote_down_is_found(real: Folder) -> None:
    """A paper that only its own entry quotes leaves its words in the act without a quotation."""
    for entry in services():
        papers = [
            (loc, paper.text)
            for i, case in enumerate(entry.model.cases)
            for j, paper in enumerate(case.documents)
            if _says_it_alone(entry.model, loc := ("cases", i, "documents", j))
        ]
        assert papers
        for loc, text in papers:
            with _without(real, entry, loc):
                missing = [found(one) for one in real.faults() if "not quoted" in one.message]
            point = text.point.partition(".")[0]
            assert Found(entry.file.path.name, entry.file.line(()), "", point) in missing, text


@contextlib.contextmanager
def _without(folder: Folder, entry: Entry[Service], loc: Loc) -> Iterator[None]:
    """Take what stands at `loc` out of the file for a while."""
    path = folder.data / "services" / entry.file.path.name
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    del lines[entry.file.line(loc) - 1 : _end(entry.file, loc)]
    path.write_text("".join(lines), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(text, encoding="utf-8")


def _wordings(service: Service) -> Iterator[tuple[Loc, str]]:
    """Yield the way to every wording that is compared, in each language, but the title."""
    for loc, quote in quotes(service):
        if quote.point != "title":
            yield from (((*loc, lang), quote.point) for lang in LANGS)
    for number, piece in enumerate(service.unquoted):
        if piece.kk:
            yield ("unquoted", number, "kk"), piece.point
        if piece.ru:
            yield ("unquoted", number, "ru"), piece.point


def _end(file: YamlFile, loc: Loc) -> int:
    """Return the last line (from 1) of what stands at `loc`."""
    start = file.line(loc)
    after = [
        line for other, line in file.lines.items() if line > start and other[: len(loc)] != loc
    ]
    return min(after, default=10**6) - 1


def _change_a_letter(lines: list[str], first: int, last: int, fifth: int) -> None:
    """Change the first letter of the given fifth of a wording, as a hasty hand might."""
    places = [
        (number, place)
        for number in range(first - 1, min(last, len(lines)))
        if not lines[number].lstrip().startswith("#")
        for place, letter in enumerate(lines[number])
        if "а" <= letter.lower() <= "ӿ"
    ]
    number, place = places[len(places) * fifth // 5]
    line = lines[number]
    other = CONFUSED.get(line[place].lower(), "б" if line[place].lower() != "б" else "п")
    lines[number] = line[:place] + other + line[place + 1 :]


def _says_it_alone(service: Service, paper: Loc) -> bool:
    """Say whether no quotation outside the paper repeats its words in either language."""
    own = {id(quote) for loc, quote in quotes(service) if loc[: len(paper)] == paper}
    (text,) = (quote for loc, quote in quotes(service) if loc == (*paper, "text"))
    others = [quote for _, quote in quotes(service) if id(quote) not in own]
    return not any(text.kk in other.kk or text.ru in other.ru for other in others)
