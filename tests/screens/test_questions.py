"""Typed questions: every screen has one that opens it, in both languages."""

from typing import Final, get_args

import pytest

from bot.catalogue.models import Catalogue
from bot.finding.answers import Finder
from bot.screens.desk import Screens
from bot.screens.route import Route, Topic
from bot.screens.topics import BY_ASKED, MAKERS
from bot.screens.words import Words
from bot.text import LANGS, Lang
from tests.screens.names import NAMES
from tests.screens.reading import buttons

# topic and part, and what is asked about the service
QUESTIONS: Final[dict[tuple[Topic, str], dict[Lang, str]]] = {
    ("d", ""): {"ru": "какие документы нужны", "kk": "қандай құжаттар керек"},
    ("t", ""): {"ru": "сколько ждать", "kk": "неше күнде беріледі"},
    ("p", ""): {"ru": "сколько стоит", "kk": "қанша тұрады"},
    ("w", ""): {"ru": "где получить", "kk": "қайда барамын"},
    ("r", ""): {"ru": "кто может получить", "kk": "кім ала алады"},
    ("y", ""): {"ru": "что я получу", "kk": "нәтижесі қандай"},
    ("g", ""): {"ru": "дадут ли расписку", "kk": "қолхат бере ме"},
    ("x", ""): {"ru": "почему отказывают", "kk": "неге бас тартады"},
    ("o", ""): {"ru": "срок прошел, что делать", "kk": "мерзімі өтіп кетті"},
    ("q", ""): {"ru": "можно по доверенности", "kk": "сенімхатпен алуға бола ма"},
    ("n", ""): {"ru": "можно подать онлайн", "kk": "онлайн алуға бола ма"},
    ("k", ""): {"ru": "как пожаловаться", "kk": "қалай шағымданамын"},
    ("a", ""): {"ru": "где бланк заявления", "kk": "өтініш үлгісі керек"},
    ("i", ""): {"ru": "контакты", "kk": "қалай байланысамын"},
    ("b", ""): {"ru": "показатели качества", "kk": "сапа көрсеткіштері"},
    ("z", ""): {"ru": "потерял, нужен дубликат", "kk": "жоғалтып алдым"},
    ("u", ""): {"ru": "готово ли", "kk": "дайын ба"},
    ("s", "d"): {"ru": "по какому закону", "kk": "қай заң бойынша"},
    ("rq", ""): {"ru": "какие квалификационные требования", "kk": "қандай біліктілік талаптары"},
}


# who asks where the standard is silent about a loss, and where it has papers for one
LOST: Final = {
    "officer-military-id": "lost",
    "soldier-military-id": "lost-spoiled",
    "conscript-registration": "lost-spoiled",
    "veteran-id": "issue",
    **dict.fromkeys(
        (
            "fire-risk-accreditation",
            "fire-equipment-conclusion",
            "product-standard-approval",
            "mining-chemistry-licence",
            "poisons-licence",
            "arms-licence",
            "explosives-licence",
            "munitions-disposal-licence",
            "export-import-licence",
            "scrap-metal-licence",
        ),
        "duplicate",
    ),
}
ONLINE: Final[dict[Lang, str]] = {
    "ru": "документы через портал",
    "kk": "порталға қандай құжат керек",
}
BY_HAND: Final[dict[Lang, str]] = {"ru": "документы в ЦОН", "kk": "ХҚКО-ға қандай құжат керек"}


def test_the_table_names_every_screen() -> None:
    """Every topic but the card and the examples stands in the table."""
    asked = {topic for topic, _ in QUESTIONS}
    assert asked == set(get_args(Topic)) - {"c", "e"} == {*MAKERS, "d", "s"}
    assert asked == set(BY_ASKED.values())


@pytest.mark.parametrize(("topic", "part"), list(QUESTIONS))
@pytest.mark.parametrize("service", list(NAMES))
def test_a_question_opens_the_screen(
    desk: Screens, service: str, topic: Topic, part: str, lang: Lang
) -> None:
    """A typed question opens the very screen the button opens, in the question's language."""
    question = f"{NAMES[service][lang]} {QUESTIONS[topic, part][lang]}?"
    reply = desk.reply(question)
    assert reply.lang == lang, question
    lost = topic == "z" and service in LOST
    route = Route("d", service, LOST[service]) if lost else Route(topic, service, part)
    assert reply.screen == desk.open(route.pack(), lang), question


def test_the_table_has_every_service(catalogue: Catalogue) -> None:
    """The questions ask about every service there is."""
    assert set(NAMES) == {service.id for service in catalogue.services}


@pytest.mark.parametrize("service", ["end-user-certificate", "export-control-conclusion"])
def test_a_way_opens_its_papers(desk: Screens, service: str, lang: Lang) -> None:
    """Who names a way to hand papers in sees the list for it."""
    for asked, case in ((ONLINE, "online"), (BY_HAND, "in-person")):
        reply = desk.reply(f"{NAMES[service][lang]} {asked[lang]}?")
        assert reply.screen == desk.open(Route("d", service, case).pack(), lang)


@pytest.mark.parametrize(
    ("question", "service"),
    [
        ("сертификат конечного пользователя сколько ждать через портал", "end-user-certificate"),
        ("экспорттық бақылау қорытындысы порталда неше күнде", "export-control-conclusion"),
        ("удостоверение афганца потерял, сколько ждать", "veteran-id"),
    ],
)
def test_terms_that_are_the_same_for_all_are_shown(
    desk: Screens, question: str, service: str
) -> None:
    """Where the terms do not depend on the case, they answer a question that names one."""
    reply = desk.reply(question)
    assert reply.screen == desk.open(Route("t", service).pack(), reply.lang)


@pytest.mark.parametrize("service", list(NAMES))
def test_the_bare_name_opens_the_papers(desk: Screens, service: str, lang: Lang) -> None:
    """Who names a service and asks nothing sees its papers, with all else a button away."""
    reply = desk.reply(NAMES[service][lang])
    assert reply.screen == desk.open(Route("d", service).pack(), lang)
    assert Route("c", service).pack() in {button.data for button in buttons(reply.screen)}


def test_the_answer_is_in_the_language_asked_for(desk: Screens) -> None:
    """A chosen language outweighs the language of the question."""
    for question_lang in LANGS:
        question = f"{NAMES['end-user-certificate'][question_lang]}"
        for lang in LANGS:
            reply = desk.reply(question, lang)
            assert reply.lang == lang
            assert reply.screen == desk.open("d:end-user-certificate", lang)


def test_a_shared_phrase_offers_both_services(desk: Screens, lang: Lang) -> None:
    """Where two services may be meant, a button each leads to what was asked."""
    shared = {"ru": "экспортный контроль", "kk": "экспорттық бақылау"}[lang]
    waiting = {"ru": "сколько ждать", "kk": "неше күнде"}[lang]
    for question, topic in ((shared, "c"), (f"{shared} {waiting}", "t")):
        reply = desk.reply(question, lang)
        assert reply.found.outcome == "choose"
        led = [button.data for button in buttons(reply.screen)]
        both = ("end-user-certificate", "export-control-conclusion")
        assert set(led[:2]) == {f"{topic}:{service}" for service in both}


@pytest.mark.parametrize("junk", ["", "ы" * 4096, "<b>&lt;", "\u202e\u200f", "😀", "паспорт"])
def test_what_is_not_known_gets_a_clear_answer(desk: Screens, lang: Lang, junk: str) -> None:
    """An unknown question gets what the bot knows, the ways to it, 1414, and no echo."""
    reply = desk.reply(junk, lang)
    assert reply.found.outcome == "nothing"
    assert reply.screen == desk.nothing(lang)
    assert "1414" in reply.screen.plain
    assert {b.data for b in buttons(reply.screen)} == {
        b.data for b in buttons(desk.all_services("c", lang))
    }


def test_a_service_that_is_not_there_is_not_answered(
    catalogue: Catalogue, finder: Finder, lang: Lang
) -> None:
    """What the finder knows and the catalogue does not gets the answer to the unknown."""
    fewer = catalogue.model_copy(update={"services": catalogue.services[:1]})
    desk = Screens(fewer, finder, Words())
    for asked in ("", QUESTIONS["t", ""][lang]):
        reply = desk.reply(f"{NAMES['end-user-certificate'][lang]} {asked}", lang)
        assert reply.found.outcome == "answer"
        assert reply.screen == desk.nothing(lang)


def test_a_greeting_is_answered_kindly(desk: Screens, lang: Lang) -> None:
    """Small talk gets a kind word and the menu's examples."""
    for greeting in ("Привет!", "Сәлеметсіз бе!", "рахмет"):
        screen = desk.reply(greeting, lang).screen
        assert screen == desk.pleasantry(lang)
        assert screen.rows == desk.menu(lang).rows


def test_the_language_is_offered_with_the_first_answer(desk: Screens, lang: Lang) -> None:
    """Where the language was guessed, a last row offers both; the answer stays the same."""
    for question in (NAMES["end-user-certificate"][lang], "паспорт", "привет"):
        plain = desk.reply(question, lang).screen
        offered = desk.reply(question, lang, offer_language=True).screen
        assert (offered.text, offered.rows[:-1]) == (plain.text, plain.rows)
        chosen = [str(button.data).split(":", 2) for button in offered.rows[-1]]
        assert [each[:2] for each in chosen] == [["l", "kk"], ["l", "ru"]]
        for after in (each[2] for each in chosen if len(each) > 2):
            same = desk.open(after, lang)
            assert same is not None
            assert same.text == plain.text


def test_the_guess_is_the_desk_s(desk: Screens) -> None:
    """The chat asks the desk which language a message is in."""
    assert desk.guess_language("қайда", "ru") == "kk"
    assert desk.guess_language("где", "kk") == "ru"
    assert desk.guess_language("...", "ru") == "ru"
    assert desk.guess_language("...", None) == "kk"


def test_a_bare_question_is_about_what_was_seen_before(desk: Screens, lang: Lang) -> None:
    """«А сколько ждать?» after an answer is about that service, and about that case."""
    asked = {"ru": "а сколько ждать?", "kk": "неше күнде беріледі?"}[lang]
    after = desk.reply(asked, lang, after="d:soldier-military-id:lost-spoiled")
    assert after.found.outcome == "answer"
    assert after.shown == "t:soldier-military-id:lost-spoiled"
    assert after.screen == desk.open(after.shown, lang)
    assert desk.reply(asked, lang, after="w:end-user-certificate:centre").shown == (
        "t:end-user-certificate"
    )
    for nothing in ("", "m", "d:no-such-service", "junk"):
        assert desk.reply(asked, lang, after=nothing).found.bare


def test_a_question_of_its_own_is_not_about_what_was_seen_before(
    desk: Screens, lang: Lang
) -> None:
    """Who names another service is answered about that one; who says nothing sure, about none."""
    before = "d:soldier-military-id:lost-spoiled"
    named = {"ru": "сколько ждать приписное", "kk": "приписное неше күнде беріледі"}[lang]
    assert desk.reply(named, lang, after=before).shown == "t:conscript-registration"
    other = {"ru": "сколько ждать паспорт", "kk": "төлқұжат неше күнде беріледі"}[lang]
    assert desk.reply(other, lang, after=before).found.outcome == "nothing"
