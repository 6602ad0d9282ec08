"""Checklists: as screens, and as what is to be printed."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.catalogue.load import load_catalogue
from bot.catalogue.models import Catalogue, Service, SourceNote
from bot.catalogue.papers import Case, RequiredDocument
from bot.catalogue.vocabulary import Label, Quote
from bot.screens.checklist import ChecklistScreens
from bot.screens.desk import Screens
from bot.screens.listing import remarks
from bot.screens.mark import Mark
from bot.screens.page import Speech
from bot.screens.route import Route
from bot.screens.screen import DATA_BYTES, TEXT_LENGTH, Screen, calm, shortened
from bot.screens.sheet import Item, Sheet, to_have
from bot.text import Lang
from tests.screens.reading import KAZAKH, buttons, markup_faults, pages

BOAT = Mark("boat-certificate", "in-person")
ABOUT_YOU = {"kk": "☐ егер бұл сіз туралы болса", "ru": "☐ если это о вас"}
ATTENTION = {"kk": "Назар аударыңыз", "ru": "Обратите внимание"}
READY = {"kk": "Дайын құжаттар: {}, барлығы {}", "ru": "Готово: {} из {}"}
STATES = {"kk": ("✓ бар", "☐ жоқ"), "ru": ("✓ есть", "☐ нет")}
CASES_WITH_PAPERS = 2


@pytest.fixture(scope="module")
def boat(root: Path) -> Catalogue:
    """Return the catalogue of the invented act, whose papers do not change."""
    return load_catalogue([root / "tests" / "catalogue" / "act" / "data"])


@pytest.fixture(scope="module")
def lists(boat: Catalogue, speech: dict[Lang, Speech]) -> ChecklistScreens:
    """Return the checklists of that act."""
    return ChecklistScreens(boat, speech)


def shown(lists: ChecklistScreens, lang: Lang, *ticked: str) -> Screen:
    """Return the boat's list."""
    screen = lists.screen(BOAT, ticked, lang)
    assert screen is not None
    return screen


def cases(catalogue: Catalogue) -> Iterator[tuple[Service, Case]]:
    """Yield every case that has papers to tick."""
    for service in catalogue.services:
        for case in service.cases:
            if to_have(case):
                yield service, case


def leads(screen: Screen) -> list[str]:
    """Return the callback data of the buttons."""
    return [button.data or "" for button in buttons(screen)]


def items(sheet: Sheet | None) -> list[Item]:
    """Return the papers of a sheet."""
    assert sheet is not None
    return [item for group in sheet.groups for item in group.papers]


def test_every_paper_has_its_state_in_words(lists: ChecklistScreens, lang: Lang) -> None:
    """Each paper to have says by a word whether it is there; how many are stands above."""
    there, missing = STATES[lang]
    plain = shown(lists, lang, "photos", "deed-orig").plain
    states = re.findall(r"^(\d+)\. (. \w+) — ", plain, re.MULTILINE)
    assert states == [
        ("1", missing),
        ("2", missing),
        ("3", missing),
        ("4", there),
        ("5", there),
    ]
    assert READY[lang].format(2, 5) in plain


def changed(boat: Catalogue, service: Service, *papers: RequiredDocument) -> Catalogue:
    """Return the boats with `service`, whose first case has `papers`, in the boat's place."""
    case = service.cases[0].model_copy(update={"documents": papers})
    other = service.model_copy(update={"cases": (case, *service.cases[1:])})
    services = tuple(other if each.id == other.id else each for each in boat.services)
    return boat.model_copy(update={"services": services})


def boat_papers(boat: Catalogue) -> tuple[Service, tuple[RequiredDocument, ...]]:
    """Return the boat's service and the papers of its first case."""
    service = boat.service(BOAT.service)
    assert service is not None
    return service, service.cases[0].documents


def test_a_list_can_become_full(boat: Catalogue, speech: dict[Lang, Speech], lang: Lang) -> None:
    """Papers that some people need count only when they are there, and say whom they are for."""
    service, papers = boat_papers(boat)
    mine = Quote(kk="қайық сіздікі болмаса", ru="если лодка не ваша", point="11")
    only = papers[1].model_copy(update={"condition": mine})
    lists = ChecklistScreens(changed(boat, service, papers[0], only, papers[3]), speech)
    there, missing = STATES[lang]
    for ticked, ready, states in (
        ([], (0, 2), [missing, ABOUT_YOU[lang], missing]),
        (["application", "identity"], (2, 2), [there, ABOUT_YOU[lang], there]),
        (["application", "deed"], (2, 3), [there, there, missing]),
    ):
        plain = shown(lists, lang, *ticked).plain
        assert READY[lang].format(*ready) in plain
        assert re.findall(r"^\d+\. ([☐✓].*?) — ", plain, re.MULTILINE) == states


def test_nothing_is_counted_where_nothing_counts(
    boat: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """A list of nothing but papers for some people does not say that none of none is ready."""
    service, papers = boat_papers(boat)
    mine = Quote(kk="қайық сіздікі болмаса", ru="если лодка не ваша", point="11")
    only = papers[0].model_copy(update={"condition": mine})
    lists = ChecklistScreens(changed(boat, service, only), speech)
    word = READY[lang].partition(":")[0]
    assert word not in shown(lists, lang).plain
    assert word in shown(lists, lang, only.id).plain


def test_a_button_has_the_everyday_name(
    boat: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Where a paper has a short name its button says it, and the message the law's wording."""
    service, papers = boat_papers(boat)
    short = Label(kk="Шарт", ru="Договор")
    deed = papers[1].model_copy(update={"short": short})
    lists = ChecklistScreens(changed(boat, service, papers[0], deed), speech)
    assert shown(lists, lang).rows[1][0].label == f"2. {short[lang]}"
    assert shown(lists, lang, "deed").rows[1][0].label == f"✓ 2. {short[lang]}"
    assert deed.text[lang][1:] in shown(lists, lang).plain


def test_every_real_button_names_its_paper(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """No button of the project's lists is cut, and none of a list names another's paper."""
    for service, case in cases(catalogue):
        every = [paper.id for paper in to_have(case)]
        screen = desk.checklists.screen(Mark(service.id, case.id), every, lang)
        assert screen is not None
        names = [row[0].label.partition(". ")[2] for row in screen.rows[: len(every)]]
        assert not any(name.endswith("…") for name in names), (service.id, case.id, names)
        assert len(set(names)) == len(names), (service.id, case.id, names)


def test_notes_stand_under_the_list(
    catalogue: Catalogue, desk: Screens, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """What is unclear in the standard stands on the list and on paper as under the papers."""
    noted = 0
    for service, case in cases(catalogue):
        screen = desk.checklists.screen(Mark(service.id, case.id), (), lang)
        sheet = desk.checklists.sheet(Mark(service.id, case.id), (), lang)
        assert screen is not None
        assert sheet is not None
        of_papers = [said for _, said in remarks(case, speech[lang])]
        unclear = [note.text[lang] for note in service.source_notes if case.id in note.cases]
        notes = [*of_papers, *unclear]
        assert list(sheet.notes) == notes
        assert sheet.attention == ATTENTION[lang]
        block = "\n".join([ATTENTION[lang], *(f"• {note}" for note in notes)])
        assert (f"\n\n{block}\n\n" in screen.plain) is bool(notes), (service.id, case.id)
        noted += bool(notes)
    assert noted


def test_a_form_of_another_service_is_told(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Under a paper whose form is another service's that is said, on the screen and on paper."""
    warned = 0
    for service, case in cases(catalogue):
        screen = desk.checklists.screen(Mark(service.id, case.id), (), lang)
        assert screen is not None
        forms = {form.annex: form for form in service.forms if form.of_another}
        for item in items(desk.checklists.sheet(Mark(service.id, case.id), (), lang)):
            (paper,) = [each for each in case.documents if each.id == item.id]
            form = forms.get(paper.form)
            if form is None or form.warning is None:
                assert not item.warning
                continue
            assert item.warning == form.warning[lang]
            said = re.escape(f"{ATTENTION[lang]}: {item.warning}")
            assert re.search(rf"{re.escape(item.text)}\n(.+\n)*{said}", screen.plain)
            warned += 1
    assert warned


def test_a_button_wants_a_state(lists: ChecklistScreens, lang: Lang) -> None:
    """A paper's button ticks it, or unticks it where it is ticked, and says so by its mark."""
    rows = [row[0] for row in shown(lists, lang, "photos").rows[:5]]
    papers = ("application", "deed", "identity", "photos", "deed-orig")
    start = "j:boat-certificate:in-person"
    assert [button.data for button in rows] == [
        f"{start}:{'-' if paper == 'photos' else '+'}{paper}" for paper in papers
    ]
    assert [button.label.startswith("✓ ") for button in rows] == [False] * 3 + [True, False]
    assert rows[1].label.removeprefix("2. ") in {
        "Қайықты сатып алу шартының…",
        "Копию и оригинал договора…",
    }


def test_what_need_not_be_brought_has_no_button(lists: ChecklistScreens, lang: Lang) -> None:
    """Papers the office gets itself stand in the list without number and state."""
    screen = shown(lists, lang)
    fetched = {"kk": "Мемлекеттік тіркеу мәліметтерін", "ru": "Сведения о государственной"}[lang]
    assert f"\n• {fetched}" in screen.plain
    assert not any("state-data" in data for data in leads(screen))
    assert not lists.knows(Mark("boat-certificate", "in-person", "have", "state-data"))


def test_only_ticks_can_be_cleared(lists: ChecklistScreens, lang: Lang) -> None:
    """The button that unticks everything is there only where something is ticked."""
    for ticked, there in ((["photos"], True), ([], False), (["gone", "state-data"], False)):
        screen = shown(lists, lang, *ticked)
        assert ("j:boat-certificate:in-person:0" in leads(screen)) is there
        assert leads(screen)[-1] == "d:boat-certificate:in-person"
        assert "j:boat-certificate:in-person:p" in leads(screen)


@pytest.mark.parametrize(
    "data",
    [
        "j:boat-certificate:gone",
        "j:gone:in-person",
        "j:boat-certificate:in-person:+gone",
        "j:boat-certificate:in-person:-state-data",
        "j:boat-certificate:online:+photos",
    ],
)
def test_what_is_gone_is_not_known(lists: ChecklistScreens, data: str) -> None:
    """A service, case or paper that is there no more is told before anything is kept."""
    mark = Mark.unpack(data)
    assert mark is not None
    assert not lists.knows(mark)


def test_a_list_that_is_gone_has_no_screen(lists: ChecklistScreens, lang: Lang) -> None:
    """Neither a screen nor a page is made of a case that is gone."""
    gone = Mark("boat-certificate", "gone")
    assert lists.screen(gone, (), lang) is None
    assert lists.sheet(gone, (), lang) is None


def test_the_papers_lead_to_their_checklist(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Under the papers of every case that has some a button opens their list, and back."""
    found = list(cases(catalogue))
    assert len(found) > CASES_WITH_PAPERS
    for service, case in found:
        papers_of = Route("d", service.id, case.id).pack()
        under = desk.open(papers_of, lang)
        assert under is not None
        assert Mark(service.id, case.id).pack() in leads(under), papers_of
        opened = desk.checklists.screen(Mark(service.id, case.id), (), lang)
        assert opened is not None
        assert papers_of in leads(opened)
    for service in catalogue.services:
        for case in service.cases:
            if not to_have(case):
                under = desk.open(Route("d", service.id, case.id).pack(), lang)
                assert under is not None
                assert not any(data.startswith("j:") for data in leads(under))


def test_every_checklist_can_be_sent(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Every list, ticked or not, is short enough, balanced, and its buttons are sound."""
    for service, case in cases(catalogue):
        every = [paper.id for paper in to_have(case)]
        for ticked in ([], every[:1], every):
            screen = desk.checklists.screen(Mark(service.id, case.id), ticked, lang)
            assert screen is not None
            assert len(screen.plain.encode("utf-16-le")) // 2 <= TEXT_LENGTH
            assert markup_faults(screen.text) == []
            labels = [button.label for button in buttons(screen)]
            assert len(labels) == len(set(labels))
            for button in buttons(screen):
                assert len(button.label) <= 35, button
                assert len((button.data or "").encode()) <= DATA_BYTES, button
            if lang == "ru":
                assert not KAZAKH.search(screen.plain)


def test_every_wording_is_the_lists_own(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Each paper is said as under the papers, with its conditions, and the same points close.

    The papers of a transit are too long for one message; how such a list is cut is told elsewhere.
    """
    for service, case in cases(catalogue):
        if service.id == "transit-permit":
            continue
        screen = desk.checklists.screen(Mark(service.id, case.id), (), lang)
        assert screen is not None
        of_papers = pages(desk, Route("d", service.id, case.id), lang)
        closing = of_papers[-1].plain.split("\n")[-1]
        assert screen.plain.endswith(f"\n{closing}")
        for paper in case.documents:
            for said in (paper.label or paper.text, paper.condition):
                if said is not None:
                    assert calm(said[lang])[1:] in screen.plain, (service.id, case.id, paper.id)


def long_list(boat: Catalogue, count: int, lang: Lang) -> Catalogue:
    """Return the boats with one case of many papers, each of many words."""
    service = boat.services[-1]
    case = service.cases[0]
    wording = case.documents[0].text.model_copy(update={lang: "Құжат & қағаз " * 30})
    documents = tuple(
        case.documents[0].model_copy(update={"id": f"p-{number}", "text": wording})
        for number in range(count)
    )
    longer = case.model_copy(update={"documents": documents})
    changed = service.model_copy(update={"cases": (longer, *service.cases[1:])})
    return boat.model_copy(update={"services": (*boat.services[:-1], changed)})


@pytest.mark.parametrize("count", [5, 12, 40, 95])
def test_a_long_list_fits(
    boat: Catalogue, speech: dict[Lang, Speech], lang: Lang, count: int
) -> None:
    """However long the list, every paper is named within Telegram's limits."""
    catalogue = long_list(boat, count, lang)
    mark = Mark(catalogue.services[-1].id, catalogue.services[-1].cases[0].id)
    screen = ChecklistScreens(catalogue, speech).screen(mark, {"p-0"}, lang)
    assert screen is not None
    assert len(screen.plain.encode("utf-16-le")) // 2 <= TEXT_LENGTH
    assert len(buttons(screen)) <= 100
    assert len(re.findall(r"^\d+\. ", screen.plain, re.MULTILINE)) == count


@pytest.mark.parametrize(("count", "kept"), [(5, True), (12, True), (40, True), (95, False)])
def test_notes_are_cut_last(
    boat: Catalogue, speech: dict[Lang, Speech], lang: Lang, count: int, *, kept: bool
) -> None:
    """A long list loses words of its papers before it loses a note."""
    catalogue = long_list(boat, count, lang)
    service = catalogue.services[-1]
    text = Label(kk="Екі қағазды да алыңыз. " * 20, ru="Возьмите обе бумаги. " * 20)
    note = SourceNote(points=("11",), text=text, cases=(service.cases[0].id,))
    noted = service.model_copy(update={"source_notes": (note,)})
    catalogue = catalogue.model_copy(update={"services": (*catalogue.services[:-1], noted)})
    mark = Mark(service.id, service.cases[0].id)
    screen = ChecklistScreens(catalogue, speech).screen(mark, {"p-0"}, lang)
    assert screen is not None
    assert len(screen.plain.encode("utf-16-le")) // 2 <= TEXT_LENGTH
    assert (text[lang] in screen.plain) is kept
    assert len(re.findall(r"^\d+\. ", screen.plain, re.MULTILINE)) == count


def test_a_sheet_says_what_the_screen_says(lists: ChecklistScreens, lang: Lang) -> None:
    """The page has the same papers, numbers and ticks, the situation, and the closing line."""
    sheet = lists.sheet(BOAT, {"photos", "gone"}, lang)
    assert sheet is not None
    assert [(item.id, item.number) for item in items(sheet)] == [
        ("application", 1),
        ("deed", 2),
        ("identity", 3),
        ("photos", 4),
        ("deed-orig", 5),
        ("state-data", None),
    ]
    assert [item.id for item in items(sheet) if item.ticked] == ["photos"]
    assert [bool(group.heading) for group in sheet.groups] == [True] * 3
    plain = shown(lists, lang, "photos").plain
    for said in (sheet.title, sheet.case, *sheet.closing, *(item.text for item in items(sheet))):
        assert said in plain


def test_a_sheet_tells_whose_translation_it_is(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Where the Russian is ours, the Russian page says so above the closing line."""
    for service, case in cases(catalogue):
        sheet = desk.checklists.sheet(Mark(service.id, case.id), (), lang)
        assert sheet is not None
        translated = service.ru == "translation" and lang == "ru"
        assert any("Перевод" in line for line in sheet.closing) is translated
        assert "№" in sheet.closing[-1]


def test_a_printed_page_is_a_file(lists: ChecklistScreens, lang: Lang) -> None:
    """It comes as a new message, a PDF with the service's name in the person's language."""
    sheet = lists.sheet(BOAT, (), lang)
    assert sheet is not None
    screen = lists.printed(sheet, b"%PDF")
    assert screen.file is not None
    assert (screen.fresh, screen.file.data) == (True, b"%PDF")
    assert (
        screen.file.name
        == {
            "kk": "Құжаттар - Қайық куәлігі.pdf",
            "ru": "Документы - Свидетельство на лодку.pdf",
        }[lang]
    )
    assert sheet.title in screen.plain
    assert len(screen.plain) < 200


def test_a_file_has_a_name_every_system_takes(lists: ChecklistScreens) -> None:
    """Letters that some file system refuses do not stand in the name."""
    sheet = Sheet("ru", 'Пункт 7/1: "а\\б"\n<в>|?*...', "", (), "", (), ())
    screen = lists.printed(sheet, b"")
    assert screen.file is not None
    assert screen.file.name == "Документы - Пункт 7 1 а б в.pdf"


def test_an_alert_is_short(lists: ChecklistScreens, lang: Lang) -> None:
    """What is said in a group fits into Telegram's 200 letters."""
    assert 0 < len(lists.only_private(lang)) <= 200


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("екі фотосурет", 13, "екі фотосурет"),
        ("екі фотосурет", 12, "екі…"),
        ("шарт (келісімшарт), көшірмесі", 25, "шарт (келісімшарт)…"),
        ("шарт, көшірмесі", 10, "шарт…"),
        ("фотосурет", 5, "фото…"),
    ],
)
def test_a_long_wording_is_cut_between_words(text: str, most: int, short: str) -> None:
    """What is cut ends in whole words and three dots; a word that fits nowhere is cut itself."""
    assert shortened(text, most) == short
    assert len(short) <= most
