"""The papers of every case: each in its block, in the law's words, with what is unclear."""

import re
from typing import Final

import pytest

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.papers import Case, RequiredDocument
from bot.catalogue.vocabulary import Quote, Role
from bot.screens.citation import point_name
from bot.screens.desk import Screens
from bot.screens.papers import situational
from bot.screens.route import Route
from bot.screens.screen import calm, capitalised
from bot.text import Lang
from tests.screens.reading import body, buttons, pages

Block = tuple[str, list[list[str]]]

HEADINGS: Final[dict[Lang, dict[Role, str]]] = {
    "ru": {
        "submit": "Принесите",
        "show_original": "Покажите оригинал — для сверки",
        "fetched_by_state": "Приносить не нужно: орган получит сам",
    },
    "kk": {
        "submit": "Алып барыңыз",
        "show_original": "Салыстыру үшін түпнұсқасын көрсетіңіз",
        "fetched_by_state": "Алып барудың қажеті жоқ: орган өзі алады",
    },
}
ONLINE: Final[dict[Lang, str]] = {
    "ru": "Отправьте на портале",
    "kk": "Портал арқылы жіберіңіз",
}
OF_THE_FORM: Final[dict[Lang, str]] = {
    "ru": "Ещё указано в бланке заявления",
    "kk": "Өтініш нысанында тағы көрсетілген",
}
UNCLEAR: Final[dict[Lang, str]] = {"ru": "Обратите внимание", "kk": "Назар аударыңыз"}
REMARKS: Final[dict[Lang, str]] = {
    "ru": "О нескольких документах сразу",
    "kk": "Бірнеше құжатқа қатысты",
}
ITEM: Final = re.compile(r"(?:\d+\.|•) (.+)")


def cases(catalogue: Catalogue) -> list[tuple[Service, Case]]:
    """Return every case with its service."""
    return [(service, case) for service in catalogue.services for case in service.cases]


def shown_blocks(lines: list[str], lang: Lang) -> list[Block]:
    """Return what stands under each heading, each item as its lines without the mark."""
    headings = {*HEADINGS[lang].values(), ONLINE[lang], OF_THE_FORM[lang], UNCLEAR[lang]}
    headings.add(REMARKS[lang])
    found: list[Block] = []
    for line in lines:
        if line in headings:
            assert line not in dict(found), "a block stands once"
            found.append((line, []))
            continue
        assert found, f"{line}: stands above the blocks"
        if item := ITEM.fullmatch(line):
            found[-1][1].append([item[1]])
        else:
            found[-1][1][-1].append(line)
    return found


def expected_blocks(service: Service, case: Case, lang: Lang) -> list[Block]:
    """Return the blocks a case must have: by role, the papers of its form after its own list."""
    found: list[Block] = []
    for role, heading in HEADINGS[lang].items():
        of_role = [document for document in case.documents if document.role == role]
        own = [document for document in of_role if not document.linked_by_us]
        linked = [document for document in of_role if document.linked_by_us]
        if own:
            online = role == "submit" and case.channels == ("portal",)
            items = [as_shown(service, document, lang, set(case.remarks)) for document in own]
            found.append((ONLINE[lang] if online else heading, items))
        if linked:
            told = set(case.remarks)
            items = [as_shown(service, document, lang, told) for document in linked]
            found.append((OF_THE_FORM[lang], items))
    if case.remarks:
        found.append((REMARKS[lang], [[remark(case, quote, lang)] for quote in case.remarks]))
    unclear = [[note.text[lang]] for note in service.source_notes if case.id in note.cases]
    return [*found, (UNCLEAR[lang], unclear)] if unclear else found


def remark(case: Case, quote: Quote, lang: Lang) -> str:
    """Return the line of a remark: the numbers of the papers that carry it, then its words."""
    roles = ("submit", "show_original")
    brought = [
        paper
        for role in roles
        for linked in (False, True)
        for paper in case.documents
        if (paper.role, paper.linked_by_us) == (role, linked)
    ]
    carrying = [
        str(number)
        for number, paper in enumerate(brought, 1)
        if quote in (*paper.notes, paper.language, paper.legalisation, paper.valid_for)
    ]
    which = {"ru": "В этом списке № {}: ", "kk": "Осы тізімдегі № {}: "}[lang]
    said = capitalised(quote[lang])
    return which.format(", ".join(carrying)) + said if carrying else said


def as_shown(
    service: Service, document: RequiredDocument, lang: Lang, told: set[Quote]
) -> list[str]:
    """Return the lines a paper must have: the law's wording or our label, then what belongs.

    Notes already `told` in its block are not told again.
    """
    wording = (document.label or document.text)[lang]
    lines = [capitalised(calm(wording))]
    if document.condition and document.condition[lang] not in wording:
        only = {"ru": "Только в этом случае:", "kk": "Тек мына жағдайда:"}[lang]
        lines.append(f"{only} {document.condition[lang]}")
    if document.role != "fetched_by_state":  # how offices pass it on is behind the source button
        lines += [capitalised(note[lang]) for note in document.notes if note not in told]
        told |= set(document.notes) if document.linked_by_us else set()
    instead = {"ru": "или", "kk": "немесе"}[lang]
    lines += [f"{instead} {other.text[lang]}" for other in document.alternatives]
    more = (document.language, document.legalisation, document.valid_for)
    lines += [quote[lang] for quote in more if quote and quote not in told]
    if document.requirements:
        lines.append(detailed(service, document, lang))
    for form in service.forms:
        if form.warning and form.of_another and document.form == form.annex:
            lines.append(f"{UNCLEAR[lang]}: {form.warning[lang]}")
    return lines


def detailed(service: Service, document: RequiredDocument, lang: Lang) -> str:
    """Return the line that says where it is listed what a paper is or holds."""
    lists = [asked for asked in service.requirements if asked.id in document.requirements]
    [(kind, point)] = {(asked.kind, asked.point) for asked in lists}
    sentences: dict[str, dict[Lang, str]] = {
        "activity": {
            "ru": "Какие именно, зависит от вида деятельности: {}.",
            "kk": "Қайсысы екені қызмет түріне байланысты: {}.",
        },
        "contents": {
            "ru": "Что в нём должно быть, показано отдельно: {}.",
            "kk": "Онда не болуы керегі бөлек берілген: {}.",
        },
    }
    return sentences[kind][lang].format(point_name(point, lang))


def shown(desk: Screens, lang: Lang, service: str, case: str = "") -> list[str]:
    """Return the callback data of the buttons under the papers."""
    screen = desk.open(Route("d", service, case).pack(), lang)
    assert screen is not None
    return [button.data for button in buttons(screen) if button.data]


def whole(desk: Screens, service: Service, case: Case, lang: Lang) -> str:
    """Return the papers of a case, all their pages one after the other."""
    return "\n".join(page.plain for page in pages(desk, Route("d", service.id, case.id), lang))


def test_every_paper_stands_in_its_block(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """The documents screen of a case has all its papers, in order, in their words, and no other.

    What is to be brought, shown and not brought, and what only the form names, stands each under
    its own heading; what is unclear in the decree follows.
    """
    for service, case in cases(catalogue):
        if case.silence:
            continue
        lines = [
            line
            for page in pages(desk, Route("d", service.id, case.id), lang)
            for line in body(page, service, lang)
        ]
        assert lines[0] == case.title[lang]
        assert shown_blocks(lines[1:], lang) == expected_blocks(service, case, lang)


def test_a_case_without_a_list_says_so(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Where the standard has no list for a situation, that is said instead of papers."""
    silent = [(service, case) for service, case in cases(catalogue) if case.silence]
    assert silent
    for service, case in silent:
        [page] = pages(desk, Route("d", service.id, case.id), lang)
        assert case.silence is not None
        title, said, *more = body(page, service, lang)
        assert (title, said) == (case.title[lang], case.silence[lang])
        unclear = [block for block in expected_blocks(service, case, lang) if block[1]]
        assert shown_blocks(more, lang) == unclear
        assert not any(data.startswith("j:") for data in shown(desk, lang, service.id, case.id))


def test_what_only_the_form_names_is_told_apart(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Papers that we took from the form stand under its heading, which no other list has."""
    linked = 0
    for service, case in cases(catalogue):
        plain = whole(desk, service, case, lang)
        ours = any(document.linked_by_us for document in case.documents)
        assert (OF_THE_FORM[lang] in plain.split("\n")) is ours, (service.id, case.id)
        linked += ours
    assert linked


def test_papers_to_bring_are_numbered(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """A person can count what to bring, those the form names included: 1, 2, 3."""
    for service, case in cases(catalogue):
        plain = whole(desk, service, case, lang)
        numbers = [int(number) for number in re.findall(r"^(\d+)\. ", plain, re.MULTILINE)]
        brought = [document for document in case.documents if document.role == "submit"]
        assert numbers == list(range(1, len(brought) + 1))


def test_papers_brought_by_hand_come_first(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """With one list for the office, it is what is shown first, and the others by a button."""
    for service in catalogue.services:
        if situational(service):
            continue
        by_hand, *others = service.cases
        assert set(by_hand.channels) != {"portal"}
        [first] = pages(desk, Route("d", service.id), lang)
        [named] = pages(desk, Route("d", service.id, by_hand.id), lang)
        assert first.text == named.text
        for case in others:
            assert f"d:{service.id}:{case.id}" in shown(desk, lang, service.id)


def test_the_situation_is_asked_first(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Where the papers depend on what happened, the situations are listed, each with a button."""
    asked = [service for service in catalogue.services if situational(service)]
    assert asked
    for service in asked:
        [page] = pages(desk, Route("d", service.id), lang)
        question, *listed = body(page, service, lang)
        assert question.endswith("?")
        assert [line.rpartition("• ")[2].partition(". ")[2] for line in listed] == [
            case.title[lang] for case in service.cases
        ]
        led = shown(desk, lang, service.id)
        assert led[: len(service.cases)] == [f"d:{service.id}:{c.id}" for c in service.cases]
        assert not any(data.startswith(("j:", "t:", "w:")) for data in led)


@pytest.mark.parametrize("case", ["turned-27", "lost-spoiled"])
def test_a_situation_is_kept(desk: Screens, lang: Lang, case: str) -> None:
    """Papers and terms of a situation lead to each other, and the papers to other situations."""
    service = "soldier-military-id"
    under = shown(desk, lang, service, case)
    assert f"t:{service}:{case}" in under
    assert f"d:{service}" in under
    terms = desk.open(f"t:{service}:{case}", lang)
    assert terms is not None
    assert f"d:{service}:{case}" in [button.data for button in buttons(terms)]
