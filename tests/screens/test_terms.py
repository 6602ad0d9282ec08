"""How long it takes: which terms, in which order, for which ways, and which days do not count."""

from typing import Final, get_args

import pytest

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.terms import ProcessingTime, QueueLimit
from bot.catalogue.vocabulary import Quote, TermKind, Unit
from bot.screens.desk import Screens
from bot.screens.page import Speech
from bot.screens.papers import situational
from bot.screens.route import Route
from bot.screens.screen import capitalised
from bot.screens.terms import duration
from bot.text import Lang
from tests.screens.changing import Changed
from tests.screens.reading import body

COUNTED: Final = ("service", "extension", "duplicate", "reissue")
OURS: Final[dict[Lang, str]] = {
    "ru": "К какому случаю относится срок, акт не говорит: так понимаем мы.",
    "kk": "Мерзімнің қай жағдайға қатысты екенін акт айтпайды: біз осылай түсінеміз.",
}
KEEPS: Final[dict[Lang, str]] = {"ru": "ЦОН хранит", "kk": "ХҚКО нәтижені сақтайды"}


def shown(desk: Screens, service: Service, lang: Lang, case: str = "") -> str:
    """Return the terms of a service, or of one of its cases, as a person reads them."""
    screen = desk.open(Route("t", service.id, case).pack(), lang)
    assert screen is not None
    body(screen, service, lang)
    return screen.plain


def block(text: str, said: str) -> list[str]:
    """Return the lines of the one block that has this line."""
    [found] = [each for each in text.split("\n\n") if said in each.split("\n")]
    return found.split("\n")


def ways(service: Service, kinds: set[str], lang: Lang) -> str:
    """Return how the screens name some ways to hand papers in."""
    return ", ".join(each.title[lang] for each in service.channels if each.kind in kinds)


def said(number: int) -> Quote:
    """Return an invented term of so many days."""
    return Quote(kk=f"мерзімі {number} күн болады", ru=f"срок составляет {number} дней", point="7")


def with_terms(service: Service, *terms: ProcessingTime) -> Service:
    """Return the service with these terms only."""
    return service.model_copy(update={"processing_times": terms, "queue_limits": (), "notes": ()})


def invented(number: int, kind: TermKind = "service", **more: object) -> ProcessingTime:
    """Return an invented term; its amount tells it from others."""
    values: dict[str, object] = {
        "id": f"t-{number}",
        "kind": kind,
        "amount": number,
        "unit": "days",
        "text": said(number),
    }
    return ProcessingTime.model_validate(values | more)


@pytest.fixture
def service(catalogue: Catalogue) -> Service:
    """Return a service with situations and three ways to hand papers in."""
    found = catalogue.service("officer-military-id")
    assert found is not None
    return found


def test_terms_of_one_wording_stand_once(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """A term that differs by channel only in what does not count is told once, then that."""
    for service in catalogue.services:
        told = shown(desk, service, lang).casefold().split("\n")
        for term in service.processing_times:
            assert told.count(term.text[lang].casefold()) == 1, (service.id, term.id)


def test_a_situation_has_its_own_terms(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Under a situation stand the terms for it and for all, none for others, and what it is."""
    for service in filter(situational, catalogue.services):
        for case in service.cases:
            told = shown(desk, service, lang, case.id).split("\n")
            assert case.title[lang] in told
            if case.silence:
                assert case.silence[lang] in told
            for term in service.processing_times:
                fits = not term.cases or case.id in term.cases
                line = capitalised(term.text[lang])
                assert (line in told) is fits, (service.id, case.id, term.id)


def test_terms_name_the_ways_they_are_for(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """A term that counts for some ways only says for which; one for all names none."""
    some = 0
    for service in catalogue.services:
        text = shown(desk, service, lang)
        for term in service.processing_times:
            if term.kind not in COUNTED:
                continue
            same = [
                each.channels
                for each in service.processing_times
                if (each.kind, each.text[lang]) == (term.kind, term.text[lang])
            ]
            kinds: set[str] = {kind for channels in same for kind in channels}
            of_all = kinds in (set(), {channel.kind for channel in service.channels})
            lines = block(text, capitalised(term.text[lang]))
            assert (ways(service, kinds, lang) in lines) is not of_all, (service.id, term.id)
            some += not of_all
    assert some


def test_what_does_not_count_is_told_once(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Days that do not count stand once, with their ways, before what follows the result."""
    for service in catalogue.services:
        text = shown(desk, service, lang)
        for quote in {t.excluded_by for t in service.processing_times if t.excluded_by}:
            assert text.casefold().count(quote[lang].casefold()) == 1, service.id
            if KEEPS[lang] in text:
                place = text.casefold().index(quote[lang].casefold())
                assert place < text.index(KEEPS[lang]), service.id


def test_days_of_one_way_are_told_with_it(service: Service, changed: Changed, lang: Lang) -> None:
    """Where only some ways leave days out, those are named, once under all their terms."""
    terms = (
        invented(5, channels=["authority", "mobile_centre"]),
        invented(6, channels=["centre"], excluded_by=said(0)),
        invented(7, channels=["centre"], excluded_by=said(0)),
    )
    text = shown(changed(with_terms(service, *terms)), service, lang)
    assert text.split("\n\n")[5] == f"{ways(service, {'centre'}, lang)}: {said(0)[lang]}"


def test_days_are_told_under_their_term_where_others_count_them(
    service: Service, changed: Changed, lang: Lang
) -> None:
    """Where terms of the same way differ in what they leave out, each says it for itself."""
    terms = (
        invented(5, excluded_by=said(0)),
        invented(6, excluded_by=said(0)),
        invented(7),
    )
    text = shown(changed(with_terms(service, *terms)), service, lang)
    line = f"• {capitalised(said(0)[lang])}"
    for number in (5, 6, 7):
        lines = block(text, capitalised(said(number)[lang]))
        assert (line in lines) is (number != 7)


def test_one_wording_says_which_way_leaves_days_out(
    service: Service, changed: Changed, lang: Lang
) -> None:
    """Under a term told once for all ways stands which of them leaves days out."""
    terms = (
        invented(5, channels=["authority", "mobile_centre"]),
        invented(5, id="other", channels=["centre"], excluded_by=said(0)),
    )
    lines = block(
        shown(changed(with_terms(service, *terms)), service, lang), capitalised(said(5)[lang])
    )
    assert lines[2:] == [f"• {ways(service, {'centre'}, lang)}: {said(0)[lang]}"]


def test_the_circumstance_stands_with_its_term(
    service: Service, changed: Changed, lang: Lang
) -> None:
    """When a term applies is told under it, but not where its own words tell it."""
    within = {"kk": "мерзімі 6 күн", "ru": "срок составляет 6 дней", "point": "7"}
    terms = (invented(5, condition=said(0)), invented(6, condition=within))
    text = shown(changed(with_terms(service, *terms)), service, lang)
    assert block(text, capitalised(said(5)[lang]))[2] == capitalised(said(0)[lang])
    assert len(block(text, capitalised(said(6)[lang]))) == 2


def test_what_we_linked_is_marked(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Where the act does not say which situation a term is for, the screen says it was us."""
    marked = 0
    for service in catalogue.services:
        text = shown(desk, service, lang)
        for term in service.processing_times:
            lines = block(text, capitalised(term.text[lang]))
            assert (OURS[lang] in lines) is term.linked_by_us, (service.id, term.id)
            marked += term.linked_by_us
    assert marked


def test_the_narrower_term_comes_first(service: Service, changed: Changed, lang: Lang) -> None:
    """A term for few situations stands before one for many, an extension after its term."""
    terms = (
        invented(1),
        invented(2, cases=["lost", "stolen"]),
        invented(3, "keeping"),
        invented(4, "extension", replaces="t-5", cases=["lost"]),
        invented(5, cases=["lost"]),
        invented(6, "extension"),
        invented(7, "extension", replaces="gone"),
    )
    text = shown(changed(with_terms(service, *terms)), service, lang)
    places = [text.index(capitalised(said(number)[lang])) for number in (5, 4, 2, 1, 6, 7, 3)]
    assert places == sorted(places)


def test_what_the_standard_prints_for_others_is_told_once(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """Terms that stand in the standard and are no terms of it are told apart, each once.

    Under one situation they are left out.
    """
    heading = {"ru": "Ещё напечатано в стандарте", "kk": "Стандартта тағы жазылғаны"}[lang]
    printed = 0
    for service in catalogue.services:
        notes = {n[lang].casefold() for n in service.notes if n.point.partition(".")[0] == "7"}
        told = shown(desk, service, lang).casefold()
        for note in notes:
            assert told.count(f"• {note}") == 1, (service.id, note)
        assert (heading.casefold() in told) is bool(notes), service.id
        printed += bool(notes)
        if notes and situational(service):
            of_case = shown(desk, service, lang, service.cases[0].id)
            assert heading not in of_case
    assert printed


def test_every_unit_is_counted(speech: dict[Lang, Speech], lang: Lang) -> None:
    """Days, working days, calendar days and months are said, none like another."""
    units: tuple[Unit, ...] = get_args(Unit)
    amounts = [duration(invented(2, unit=unit), speech[lang]) for unit in units]
    assert all("2 " in amount for amount in amounts)
    assert len(set(amounts)) == len(units) == 4


def test_every_kind_has_its_heading(service: Service, changed: Changed, lang: Lang) -> None:
    """Terms and waits of every kind stand each under a heading of its own."""
    kinds: tuple[TermKind, ...] = get_args(TermKind)
    terms = [invented(number, kind) for number, kind in enumerate(kinds, 1)]
    limits = [
        QueueLimit.model_validate({"what": what, "minutes": 40, "text": said(number)})
        for number, what in enumerate(("submit", "collect", "service"), 50)
    ]
    every = with_terms(service, *terms).model_copy(update={"queue_limits": tuple(limits)})
    text = shown(changed(every), service, lang)
    headings = []
    for number in (*range(1, len(kinds) + 1), 50, 51, 52):
        heading, *rest = block(text, capitalised(said(number)[lang]))
        headings.append(heading.partition(":")[0])
        assert len(rest) == 1
    assert len(set(headings)) == len(headings) == len(kinds) + 3
