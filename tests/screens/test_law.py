"""What the screens say is the law: quotations and their sources."""

from collections.abc import Iterator

from pydantic import BaseModel

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.vocabulary import Label, Quote
from bot.screens.citation import date
from bot.screens.desk import Screens
from bot.screens.page import Page, Speech, distinct
from bot.screens.pages import page_of
from bot.screens.route import Route
from bot.screens.screen import escaped
from bot.text import Lang
from tests.screens.reading import pages, pages_behind, routes


def texts_of(model: BaseModel) -> Iterator[Quote | Label]:
    """Return every quotation and every text of ours in a model, however deep."""
    if isinstance(model, Quote | Label):
        yield model
        return
    for name in type(model).model_fields:
        value = getattr(model, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, BaseModel):
                yield from texts_of(each)


def quoted(page: Page, service: Service, lang: Lang) -> str:
    """Return what a page says but in words of ours, which may use the law's."""
    shown = "\n".join(page.blocks).casefold()
    ours = {
        escaped(text[lang]).casefold() for text in texts_of(service) if isinstance(text, Label)
    }
    # the longest first: a short one may stand in it
    for text in sorted(ours, key=len, reverse=True):
        shown = shown.replace(text, "")
    return shown


def said_otherwise(service: Service) -> set[Quote]:
    """Return what the papers say by a text of ours: what opens their list, what has a label.

    How offices pass on what they get themselves is behind the source button.
    """
    found = {quote for case in service.cases for quote in case.intro}
    for case in service.cases:
        for document in case.documents:
            found |= {document.text} if document.label else set()
            found |= set(document.notes) if document.role == "fetched_by_state" else set()
    return found


def test_every_quotation_shown_has_its_point(
    catalogue: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Words of the law on a screen stand among the quotations the screen gives its source for."""
    for service, route, page in pages_behind(catalogue, speech[lang]):
        if route.topic == "s":  # notes in our words may use the law's
            continue
        shown = quoted(page, service, lang)
        given = " ".join(quote[lang] for quote in page.quotes).casefold()
        for quote in texts_of(service):
            said = quote[lang].casefold()
            if isinstance(quote, Quote) and len(said) > 40 and said in shown:
                assert said in given, (route, quote)


def test_every_quotation_given_is_shown(
    catalogue: Catalogue, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """A screen gives no source for what it does not say; papers may be said by a label."""
    for service, route, page in pages_behind(catalogue, speech[lang]):
        shown = "\n".join(page.blocks).casefold()
        of_papers = said_otherwise(service) if route.topic in {"d", "z"} else set()
        for quote in page.quotes:
            said = escaped(quote[lang]).casefold() in shown
            assert said or quote in of_papers, (route, quote)


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
    """Every source screen names decree, edition and repeal with numbers and dates.

    It says whose the Russian is.
    """
    whose = {
        ("official", "ru"): "Казахский и русский тексты — оба официальные.",
        ("official", "kk"): "Қазақша мәтін де, орысша мәтін де — ресми.",
        ("translation", "ru"): "Постановление дано на казахском; русский текст — наш перевод.",
        ("translation", "kk"): "Қаулы қазақша берілген; орысшасы — біздің аудармамыз.",
    }
    for service in catalogue.services:
        act = catalogue.act(service.act)
        named = [service.title[lang], f"№ {act.number}", date(act.date)]
        for decree in filter(None, (service.edition, act.repealed_by)):
            named += [f"№ {decree.number}", date(decree.date)]
        for route in routes(catalogue, service):
            if route.topic == "s":
                first = pages(desk, route, lang)[0].plain
                for name in (*named, whose[service.ru, lang]):
                    assert name in first, (route, name)


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
