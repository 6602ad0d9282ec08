"""Where a message may mean several services, none for sure, or one that is no more."""

from typing import Final

import pytest

from bot.catalogue.models import Catalogue
from bot.finding.answers import Finder
from bot.finding.outcome import Answer, Candidate
from bot.finding.situations import Question
from bot.finding.synonyms import Asked
from bot.screens.citation import date
from bot.screens.desk import Screens
from bot.screens.screen import Screen
from bot.text import Lang
from tests.screens.reading import KAZAKH, buttons, markup_faults

SOLDIER: Final = "soldier-military-id"
OFFICER: Final = "officer-military-id"
VETERAN: Final = "veteran-id"
EXPORT: Final = "end-user-certificate"


def leads(screen: Screen) -> list[str | None]:
    """Return what the buttons come back with."""
    return [button.data for button in buttons(screen)]


def may_mean(*meant: tuple[str, str | None], asked: Asked | None = None) -> Answer:
    """Return the answer to a message that may mean any of these services and cases."""
    return Answer("choose", asked, tuple(Candidate(*each, 0.6) for each in meant))


@pytest.fixture(scope="session")
def questions(finder: Finder) -> tuple[Question, ...]:
    """Return the questions that tell services apart."""
    return finder.life.questions


def test_a_choice_is_a_question_of_life(desk: Screens, lang: Lang) -> None:
    """«Военный билет» asks for the rank, not for the act's terms; each answer leads on."""
    asked = {"ru": "военный билет", "kk": "әскери билет"}[lang]
    reply = desk.reply(asked)
    assert reply.found.outcome == "choose"
    question = {"ru": "Есть офицерское звание?", "kk": "Офицерлік атағыңыз бар ма?"}[lang]
    assert reply.screen.plain == question
    assert set(leads(reply.screen)[:-1]) == {f"c:{SOLDIER}", f"c:{OFFICER}"}
    assert leads(reply.screen)[-1] == "m"


def test_every_answer_names_its_service(
    desk: Screens, questions: tuple[Question, ...], catalogue: Catalogue, lang: Lang
) -> None:
    """Every question has a short button for each of its services, unlike the others."""
    assert questions
    for question in questions:
        found = may_mean(*((service, None) for service in question.answers))
        screen = desk.choose(found, question, lang)
        assert screen.plain == question.text[lang]
        assert screen.plain.endswith("?")
        assert markup_faults(screen.text) == []
        labels = [button.label for button in buttons(screen)]
        assert len(labels) == len(set(labels)) == len(question.answers) + 1
        for label in labels:
            assert 0 < len(label) <= 40, label
            assert lang == "kk" or not KAZAKH.search(label)
        for service in question.answers:
            assert catalogue.service(service)
            assert f"c:{service}" in leads(screen)


def test_without_a_question_the_services_are_named(
    desk: Screens, catalogue: Catalogue, lang: Lang
) -> None:
    """Where no question tells them apart, the services are offered by their titles."""
    export = catalogue.service(EXPORT)
    assert export is not None
    screen = desk.choose(may_mean((EXPORT, None), (SOLDIER, None)), None, lang)
    assert {"ru": "Что из этого", "kk": "қайсысы"}[lang].casefold() in screen.plain.casefold()
    assert buttons(screen)[0].label == export.short_title[lang]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (None, [f"d:{SOLDIER}:lost-spoiled", f"d:{VETERAN}:issue", f"c:{EXPORT}", "m"]),
        ("documents", [f"d:{SOLDIER}:lost-spoiled", f"d:{VETERAN}:issue", f"d:{EXPORT}", "m"]),
        ("deadline", [f"t:{SOLDIER}:lost-spoiled", f"t:{VETERAN}", f"t:{EXPORT}", "m"]),
        ("source", [f"s:{SOLDIER}:d", f"s:{VETERAN}:d", f"s:{EXPORT}:d", "m"]),
        ("fee", [f"p:{SOLDIER}", f"p:{VETERAN}", f"p:{EXPORT}", "m"]),
    ],
)
def test_a_choice_leads_to_what_was_asked(
    desk: Screens, lang: Lang, asked: Asked | None, expected: list[str]
) -> None:
    """Each button opens what was asked, about what happened where the answer depends on it."""
    found = may_mean((SOLDIER, "lost-spoiled"), (VETERAN, "issue"), (EXPORT, None), asked=asked)
    screen = desk.choose(found, None, lang)
    assert leads(screen) == expected
    assert all(data and desk.open(data, lang) for data in expected)


def test_what_is_not_there_is_not_offered(desk: Screens, lang: Lang) -> None:
    """A service that the catalogue does not have gets no button."""
    screen = desk.choose(may_mean(("passport", None), (SOLDIER, None)), None, lang)
    assert leads(screen) == [f"c:{SOLDIER}", "m"]


def test_a_bare_question_asks_about_which_service(desk: Screens, lang: Lang) -> None:
    """Who asks and names no service chooses one, and sees what was asked about it."""
    asked = {"ru": "сколько ждать?", "kk": "неше күнде беріледі?"}[lang]
    reply = desk.reply(asked)
    assert reply.found.bare
    assert reply.screen.plain.split("\n")[0].endswith("?")
    assert reply.screen.plain != desk.nothing(lang).plain
    assert reply.screen == desk.all_services("t", lang)


def was_removed(*services: str, instead: tuple[Candidate, ...] = ()) -> Answer:
    """Return what is found for standards that were removed."""
    gone = tuple(Candidate(service, None, 1.0) for service in services)
    return Answer("removed", None, gone, instead=instead)


def test_what_was_told_is_a_button_away_from_a_removed_standard(
    desk: Screens, catalogue: Catalogue, lang: Lang
) -> None:
    """A situation that a service knows is offered by its own button; one nobody knows is not."""
    known = Candidate(SOLDIER, "new-citizen", 0.7)
    strange = (Candidate(SOLDIER, "no-such", 0.7), Candidate("passport", None, 0.7))
    screen = desk.removed(was_removed("soldier-registration", instead=(known, *strange)), lang)
    assert leads(screen) == [f"d:{SOLDIER}:new-citizen", "v", "m"]
    soldier = catalogue.service(SOLDIER)
    assert soldier is not None
    case = soldier.case("new-citizen")
    assert case is not None
    assert buttons(screen)[0].label == case.button[lang]
    asked = {
        "ru": "получил гражданство, как встать на воинский учет",
        "kk": "азаматтық алдым, әскери есепке тұру",
    }[lang]
    assert leads(desk.reply(asked).screen)[0] == f"d:{SOLDIER}:new-citizen"


def test_a_removed_standard_is_told_with_its_decree(
    desk: Screens, catalogue: Catalogue, lang: Lang
) -> None:
    """Asked about a standard that was removed, the bot says by which decree and when."""
    for act in catalogue.acts:
        for gone in act.removed:
            screen = desk.removed(was_removed(gone.id), lang)
            named = (gone.title[lang], act.number, gone.removed_by.number)
            for said in (*named, date(gone.removed_by.date), "1414"):
                assert said in screen.plain, gone.id
            assert leads(screen) == ["v", "m"]
            assert lang == "kk" or not KAZAKH.search(screen.plain)


def test_a_question_about_a_removed_standard_says_so(
    desk: Screens, catalogue: Catalogue, lang: Lang
) -> None:
    """All removed standards a message may mean are named, and nothing else is offered."""
    asked = {"ru": "встать на воинский учёт", "kk": "әскери есепке тұру"}[lang]
    reply = desk.reply(asked)
    assert reply.found.outcome == "removed"
    told = [candidate.service for candidate in reply.found.candidates]
    assert reply.screen == desk.removed(was_removed(*told), lang)
    gone = [gone for act in catalogue.acts for gone in act.removed]
    assert [each.id for each in gone if each.title[lang] in reply.screen.plain] == [
        each.id for each in gone if each.id in told
    ]


def test_only_what_was_removed_is_said_to_be(desk: Screens, lang: Lang) -> None:
    """A service that is there, or none at all, is not called removed."""
    screen = desk.removed(was_removed(SOLDIER, "passport"), lang)
    assert "№" not in screen.plain


def test_danger_comes_first(desk: Screens, lang: Lang) -> None:
    """Who is in danger is sent to 112, and offered nothing but the menu."""
    asked = {"ru": "пожар, горим, помогите", "kk": "өрт шықты, көмектесіңдер"}[lang]
    reply = desk.reply(asked)
    assert reply.found.outcome == "emergency"
    assert "112" in reply.screen.plain
    assert leads(reply.screen) == ["m"]
