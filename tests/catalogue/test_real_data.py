"""The project's own data against the real acts, and with faults planted in them."""

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pytest

from bot.catalogue.checking import check
from bot.catalogue.faults import Loc, field_name
from bot.catalogue.load import Entry, read_data
from bot.catalogue.models import Service
from bot.catalogue.walk import quotes
from bot.catalogue.yamlfile import YamlFile
from bot.text import LANGS, Lang
from tests.catalogue.planting import ACT, ROOT, Folder, Found, copied, found, shared

DATA: Final = ROOT / "data"
SOME: Final = 3  # papers of a service
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


@pytest.mark.parametrize("fifth", [0, 4])
def test_one_changed_letter_in_every_quotation(real: Folder, fifth: int) -> None:
    """Each wording that has a source and in which one letter differs is found at its line."""
    expected: set[Found] = set()
    for entry in services():
        path = real.data / "services" / entry.file.path.name
        expected |= _spoilt(path, entry.file, _wordings(entry.model), fifth)
    offices = read_data([DATA]).offices
    wordings = (
        ((*entry.loc, *loc, "kk"), quote.point)
        for entry in offices
        for loc, quote in quotes(entry.model)
    )
    expected |= _spoilt(real.data / "offices.yaml", offices[0].file, wordings, fifth)
    faults = {found(fault) for fault in real.faults() if "is not in the" in fault.message}
    assert expected
    assert expected - faults == set()


def test_every_dropped_digit_of_a_telephone_is_found(real: Folder) -> None:
    """A telephone of an office that lacks its last digit is found."""
    path = real.data / "offices.yaml"
    text = path.read_text(encoding="utf-8")
    phones = re.findall(r'^    - "(.*\d)"$', text, flags=re.MULTILINE)
    path.write_text(
        re.sub(r'^(    - ".*)\d"$', r'\1"', text, flags=re.MULTILINE), encoding="utf-8"
    )
    faults = [fault.message for fault in real.faults() if fault.path == path]
    assert phones
    assert faults == [f"is not in the kk text there: {phone[:-1]}" for phone in phones]


def test_every_dropped_paper_is_found(tmp_path: Path) -> None:
    """Without one of its papers a case is not clean, and the paper is named: every fourth is."""
    folder = copied(DATA, ACT / "sources", tmp_path)
    most = max(len(case.documents) for entry in services() for case in entry.model.cases)
    for number in range(0, most, 4):
        dropped: list[str] = []
        with contextlib.ExitStack() as spoilt:
            for entry in services():
                # the last case first: the lines before it stay where they are
                for i, case in reversed(list(enumerate(entry.model.cases))):
                    if number < len(case.documents):
                        loc = ("cases", i, "documents", number)
                        spoilt.enter_context(_without(folder, entry, loc))
                        paper = case.documents[number].id
                        dropped.append(f"paper {entry.model.id}/{case.id}/{paper}")
            faults = folder.faults(sources=False)
        gone = [fault.message.split("»")[0][1:] for fault in faults if "is gone" in fault.message]
        assert sorted(gone) == sorted(dropped)


def test_a_paper_nobody_ever_wrote_down_is_found(tmp_path: Path) -> None:
    """A paper that only its own entry quotes leaves its words in the act without a quotation.

    Some of every fourth service, from the first to the last: each costs a check.
    """
    alone = 0
    entries = services()[::4]
    for entry in entries:
        real = copied(DATA, shared("seeds"), tmp_path / entry.model.id)
        for path in (real.data / "services").iterdir():
            if path.name != entry.file.path.name:
                path.unlink()
        (real.data / "offices.yaml").unlink()
        (real.data / "events.yaml").unlink()
        papers = [
            (loc, paper.text)
            for i, case in enumerate(entry.model.cases)
            for j, paper in enumerate(case.documents)
            if _says_it_alone(entry.model, loc := ("cases", i, "documents", j))
        ]
        alone += len(papers)
        for loc, text in papers[:: max(1, len(papers) // SOME)]:
            with _without(real, entry, loc):
                missing = [found(one) for one in real.faults() if "not quoted" in one.message]
            point = text.point.partition(".")[0]
            assert Found(entry.file.path.name, entry.file.line(()), "", point) in missing, text
    assert alone > len(entries)


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


def _spoilt(
    path: Path, file: YamlFile, wordings: Iterable[tuple[Loc, str]], fifth: int
) -> set[Found]:
    """Change one letter of each wording of a file; return what is to be found."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    expected: set[Found] = set()
    for loc, point in wordings:
        first = file.line(loc)
        _change_a_letter(lines, first, _end(file, loc), fifth)
        expected.add(Found(path.name, first, field_name(loc), point))
    path.write_text("".join(lines), encoding="utf-8")
    return expected


def _wordings(service: Service) -> Iterator[tuple[Loc, str]]:
    """Yield the way to every wording that is compared, but the title.

    Our own translation is compared with nothing.
    """
    langs: tuple[Lang, ...] = LANGS if service.ru == "official" else ("kk",)
    for loc, quote in quotes(service):
        if quote.point != "title":
            yield from (((*loc, lang), quote.point) for lang in langs)
    for number, piece in enumerate(service.unquoted):
        if piece.kk and any(map(str.isalpha, piece.kk)):
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
