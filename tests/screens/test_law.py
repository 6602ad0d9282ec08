"""What the screens say is the law: papers, quotations, sources, the closing line."""

import re
from collections.abc import Iterator
from typing import Final

import pytest
from pydantic import BaseModel

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.papers import Case, RequiredDocument
from bot.catalogue.vocabulary import Quote, Role
from bot.screens.desk import Screens
from bot.screens.page import Page, Speech, distinct
from bot.screens.pages import page_of
from bot.screens.route import Route
from bot.screens.screen import capitalised
from bot.text import Lang
from tests.screens.reading import pages, routes

HEADINGS: Final[dict[Lang, dict[str, Role]]] = {
    "ru": {
        "Принесите": "submit",
        "Отправьте на портале": "submit",
        "Покажите оригинал — для сверки": "show_original",
        "Приносить не нужно: орган получит сам": "fetched_by_state",
    },
    "kk": {
        "Алып барыңыз": "submit",
        "Портал арқылы жіберіңіз": "submit",
        "Салыстыру үшін түпнұсқасын көрсетіңіз": "show_original",
        "Алып барудың қажеті жоқ: орган өзі алады": "fetched_by_state",
    },
}
CLOSING: Final[dict[Lang, re.Pattern[str]]] = {
    "ru": re.compile(r"Постановление № 431(?:, (.+))?; утратило силу \(2014\)\. Проверить: 1414"),
    "kk": re.compile(r"№ 431 қаулы(?:, (.+))?; күші жойылған \(2014\)\. Тексеру: 1414"),
}
ITEM: Final = re.compile(r"(?:\d+\.|•) (.+)")


def cases(catalogue: Catalogue) -> list[tuple[Service, Case]]:
    """Return every case with its service."""
    return [(service, case) for service in catalogue.services for case in service.cases]


def quotes_of(model: BaseModel) -> Iterator[Quote]:
    """Return every quotation in a model, however deep."""
    if isinstance(model, Quote):
        yield model
        return
    for name in type(model).model_fields:
        value = getattr(model, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from quotes_of(each)


def blocks_of(text: str, lang: Lang) -> dict[Role, list[list[str]]]:
    """Return the papers of a documents screen by block, each as its lines without the mark."""
    found: dict[Role, list[list[str]]] = {}
    role: Role | None = None
    lines = [line for line in text.split("\n") if line]
    for line in lines[2:-1]:
        if line in HEADINGS[lang]:
            role = HEADINGS[lang][line]
            assert role not in found, "a block stands once"
            found[role] = []
            continue
        assert role is not None, f"{line}: stands above the blocks"
        if item := ITEM.fullmatch(line):
            found[role].append([item[1]])
        else:
            found[role][-1].append(line)
    return found


def as_shown(document: RequiredDocument, lang: Lang) -> list[str]:
    """Return the lines a paper must have: the law's wording or our label, then what belongs."""
    wording = (document.label or document.text)[lang]
    lines = [capitalised(wording)]
    if document.condition and document.condition[lang] not in wording:
        only = {"ru": "Только в этом случае:", "kk": "Тек мына жағдайда:"}[lang]
        lines.append(f"{only} {document.condition[lang]}")
    if document.role != "fetched_by_state":  # how offices pass it on is behind the source button
        lines += [capitalised(note[lang]) for note in document.notes]
    instead = {"ru": "или", "kk": "немесе"}[lang]
    lines += [f"{instead} {other.text[lang]}" for other in document.alternatives]
    more = (document.language, document.legalisation, document.valid_for)
    return lines + [quote[lang] for quote in more if quote]


def pages_behind(catalogue: Catalogue, speech: Speech) -> Iterator[tuple[Service, Route, Page]]:
    """Return every page of every service before it is cut into messages."""
    for service in catalogue.services:
        for route in routes(catalogue, service):
            page = page_of(catalogue, service, route, speech)
            assert page is not None
            yield service, route, page


def test_every_paper_stands_in_its_block(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """The documents screen of a case has all its papers, in order, in their words, and no other.

    What is to be brought, shown and not brought stands each under its own heading.
    """
    for service, case in cases(catalogue):
        [shown] = pages(desk, Route("d", service.id, case.id), lang)
        expected: dict[Role, list[list[str]]] = {}
        for document in case.documents:
            expected.setdefault(document.role, []).append(as_shown(document, lang))
        assert blocks_of(shown.plain, lang) == expected


def test_papers_to_bring_are_numbered(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """A person can count what to bring: 1, 2, 3."""
    for service, case in cases(catalogue):
        [shown] = pages(desk, Route("d", service.id, case.id), lang)
        numbers = [int(number) for number in re.findall(r"^(\d+)\. ", shown.plain, re.MULTILINE)]
        brought = [document for document in case.documents if document.role == "submit"]
        assert numbers == list(range(1, len(brought) + 1))


def test_papers_brought_by_hand_come_first(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Without a case named, the papers for the office are shown, and the others by a button."""
    for service in catalogue.services:
        [shown] = pages(desk, Route("d", service.id), lang)
        [by_hand] = pages(desk, Route("d", service.id, "in-person"), lang)
        assert shown.text == by_hand.text
        others = {button.data for row in shown.rows for button in row}
        assert f"d:{service.id}:online" in others


def test_every_quotation_shown_has_its_point(
    catalogue: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Words of the law on a screen stand among the quotations the screen gives its source for."""
    for service, route, page in pages_behind(catalogue, speech[lang]):
        if route.topic == "s":  # notes in our words may use the law's
            continue
        shown = "\n".join(page.blocks).casefold()
        given = " ".join(quote[lang] for quote in page.quotes).casefold()
        for quote in quotes_of(service):
            said = quote[lang].casefold()
            if len(said) > 40 and said in shown:
                assert said in given, (route, quote)


def test_every_quotation_given_is_shown(
    catalogue: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """A screen gives no source for what it does not say; papers may be said by a label."""
    for _, route, page in pages_behind(catalogue, speech[lang]):
        if route.topic == "d" or route.part.startswith("d"):
            continue
        shown = "\n".join(page.blocks).casefold()
        for quote in page.quotes:
            assert quote[lang].casefold() in shown, (route, quote)


def test_the_source_shows_both_languages(
    catalogue: Catalogue, desk: Screens, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Behind every screen its quotations stand in Kazakh beside Russian, with their points."""
    for service in catalogue.services:
        for route in routes(catalogue, service):
            if route.topic == "s":
                continue
            page = page_of(catalogue, service, route, speech[lang])
            part = f"{route.topic}.{route.part}" if route.part else route.topic
            source = "\n".join(
                shown.plain for shown in pages(desk, Route("s", service.id, part), lang)
            )
            assert page is not None
            for quote in distinct(page.quotes):
                assert f"\n{quote.kk}\n{quote.ru}\n" in source, (route, quote)


def test_the_source_names_act_edition_and_repeal(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Every source screen names decree, edition and repeal with their numbers and dates."""
    for service in catalogue.services:
        for route in routes(catalogue, service):
            if route.topic == "s":
                first = pages(desk, route, lang)[0].plain
                for named in (service.title[lang], "№ 431", "21.04.2011", "№ 379", "19.04.2013"):
                    assert named in first, route
                assert "№ 155" in first
                assert "26.02.2014" in first


def test_what_the_decree_gets_wrong_is_told(
    catalogue: Catalogue, desk: Screens, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """A note on the source is told behind every screen that quotes its point, and only there."""
    for service, route, page in pages_behind(catalogue, speech[lang]):
        if route.topic == "s":
            continue
        part = f"{route.topic}.{route.part}" if route.part else route.topic
        behind = pages(desk, Route("s", service.id, part), lang)
        told = "\n".join(shown.plain for shown in behind)
        quoted = {quote.point for quote in page.quotes}
        for note in service.source_notes:
            exact = quoted & set(note.points)
            elsewhere = {point.partition(".")[0] for point in note.points}
            if exact:
                assert note.text[lang] in told, (route, note.points)
            elif not elsewhere & {point.partition(".")[0] for point in quoted}:
                assert note.text[lang] not in told, (route, note.points)


def test_every_screen_ends_in_act_points_and_repeal(
    catalogue: Catalogue, desk: Screens, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """The last line names the decree, the points the screen quotes, the repeal and 1414."""
    for _, route, page in pages_behind(catalogue, speech[lang]):
        for shown in pages(desk, route, lang):
            closing = CLOSING[lang].fullmatch(shown.plain.split("\n")[-1])
            assert closing, route
            assert shown.text.endswith("</i>")
            assert points(closing[1] or "") == {
                quote.point if quote.point.startswith("annex") else quote.point.partition(".")[0]
                for quote in page.quotes
                if quote.point != "title"
            }, route


def test_the_card_ends_in_act_and_repeal(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """The card quotes no point but names the decree, its repeal and 1414."""
    for service in catalogue.services:
        card = desk.card(service.id, lang)
        assert card is not None
        closing = CLOSING[lang].fullmatch(card.plain.split("\n")[-1])
        assert closing
        assert closing[1] is None
        assert service.title[lang] in card.plain


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("п. 7, 15, 16, приложение 2", {"7", "15", "16", "annex 2"}),
        ("п. 20–26", {"20", "21", "22", "23", "24", "25", "26"}),
        ("11-т.", {"11"}),
        ("1, 9, 12–14-т., 1-қосымша", {"1", "9", "12", "13", "14", "annex 1"}),
        ("", set()),
    ],
)
def test_points_are_read_as_a_person_reads_them(said: str, expected: set[str]) -> None:
    """The reader of this file understands runs, lists and annexes in both languages."""
    assert points(said) == expected


def points(said: str) -> set[str]:
    """Return the points a closing line names."""
    annex = re.compile(r"приложение (\d+)|(\d+)-қосымша")
    found = {f"annex {match[1] or match[2]}" for match in annex.finditer(said)}
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", annex.sub("", said)):
        found |= {str(number) for number in range(int(first), int(last or first) + 1)}
    return found
