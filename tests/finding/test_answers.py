"""From a message to an outcome."""

import random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.catalogue.models import Catalogue
from bot.finding.answers import Finder
from bot.finding.outcome import MOST_OFFERED
from bot.finding.synonyms import Synonyms
from bot.text import LANGS

CERTIFICATE: Final = "end-user-certificate"
CONCLUSION: Final = "export-control-conclusion"
KNOWN_WORDS: Final = (
    *("экспорттық", "бақылау", "сертификат", "конечного", "пользователя", "заключение", "товар"),
    *("спасибо", "документ", "срок", "цон", "что", "не", "сда"),
    *("воинский", "учёт", "офицер", "военный", "билет", "справка", "приписное", "чернобыль"),
    *("потерял", "украли", "сгорел", "жена", "россия", "пожар", "запас", "27"),
)


@pytest.mark.parametrize(
    "message",
    ["лицензия на такси", "гарантия на телефон", "заключение врача", "сертификат о прививке"],
)
def test_a_word_alone_does_not_make_an_answer(finder: Finder, message: str) -> None:
    """A word of a service in a question about something else answers nothing."""
    assert finder.find(message).outcome == "nothing"


def test_the_law_s_own_titles_name_their_service(finder: Finder, catalogue: Catalogue) -> None:
    """The titles of a service, whole and short, in both languages, lead to it."""
    for service in catalogue.services:
        for lang in LANGS:
            for title in (service.title[lang], service.short_title[lang]):
                answer = finder.find(title)
                assert answer.outcome == "answer", title
                assert answer.candidates[0].service == service.id


def test_the_examples_are_answered_with_their_own_service(
    finder: Finder, catalogue: Catalogue
) -> None:
    """The questions a person may tap lead where they stand, and ask something."""
    for service in catalogue.services:
        for example in service.examples:
            for lang in LANGS:
                answer = finder.find(example[lang])
                assert answer.outcome == "answer", example[lang]
                assert answer.candidates[0].service == service.id


def test_what_two_services_share_is_asked_back(finder: Finder) -> None:
    """A phrase of both services offers both, each once, and keeps what was asked."""
    answer = finder.find("экспорттық бақылау мерзімі")
    assert answer.outcome == "choose"
    assert {each.service for each in answer.candidates[:2]} == {CERTIFICATE, CONCLUSION}
    assert answer.asked == "deadline"
    assert 2 <= len(answer.candidates) <= MOST_OFFERED


@pytest.mark.parametrize(
    ("channel", "case"),
    [
        ("через портал", "online"),
        ("онлайн", "online"),
        ("elicense.kz", "online"),
        ("e-gov", "online"),
        ("ЭЦҚ", "online"),
        ("порталда", "online"),
        ("в ЦОНе", "in-person"),
        ("ХҚКО-да", "in-person"),
        ("лично", "in-person"),
        ("в комитет", "in-person"),
        ("комитетке", "in-person"),
        ("", None),
        ("в ЦОН или через портал", None),
    ],
)
def test_a_channel_names_the_case(finder: Finder, channel: str, case: str | None) -> None:
    """Where the message says how the papers go, the one case for it is named."""
    answer = finder.find(f"сертификат конечного пользователя документы {channel}")
    assert [(each.service, each.case) for each in answer.candidates] == [(CERTIFICATE, case)]


def test_a_long_message_is_not_lost_for_its_length(finder: Finder) -> None:
    """A service named among many other words is found; the other words are nobody's."""
    talk = "добрый день мы небольшая фирма из Актобе и третий месяц ждём оборудование "
    assert finder.find(talk).outcome == "nothing"
    answer = finder.find(talk + "нужен сертификат конечного пользователя " + talk)
    assert (answer.outcome, answer.candidates[0].service) == ("answer", CERTIFICATE)


def test_words_far_apart_name_nothing(finder: Finder) -> None:
    """The words of a name scattered over a long message are chance."""
    between = "разных людей в нашем городе очень долго обсуждали вчера вечером соседи и"
    assert finder.find(f"конечный {between} пользователь").outcome == "nothing"


@pytest.mark.parametrize(
    "junk",
    [
        "",
        " \n\t",
        "ы" * 4096,
        "😀" * 4096,
        "\u202e\u200f" * 2048,
        "<b><i>" * 682,
        "a" * 4096,
        "1 " * 2048,
        "'; DROP TABLE users; --" * 170,
        "".join(chr(code) for code in range(1, 4097)),
        "\ud800",
    ],
)
def test_junk_is_nothing(finder: Finder, junk: str) -> None:
    """Junk of any length finds nothing, offers nothing and asks nothing."""
    answer = finder.find(junk)
    assert (answer.outcome, answer.asked, answer.candidates) == ("nothing", None, ())


def test_shuffled_letters_are_nothing(finder: Finder) -> None:
    """Long messages of letters at random, of both languages, name no service."""
    letters = "абвгдежзийклмнопрстуфхцчшщыәғқңөұүіэюя      "
    for seed in range(50):
        chance = random.Random(seed)  # noqa: S311  # repeatable junk, no secret
        assert finder.find("".join(chance.choices(letters, k=4096))).candidates == ()


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(KNOWN_WORDS)).map(" ".join))
def test_any_message_has_a_well_formed_answer(finder: Finder, text: str) -> None:
    """Whatever the message: one service for an answer, two to five to choose, else none.

    Of the standards taken out of a decree there may be one or several.
    """
    answer = finder.find(text)
    known = {"answer": {1}, "choose": {2, 3, 4, 5}, "removed": {1, 2, 3}}
    expected = known.get(answer.outcome, {0})
    assert len(answer.candidates) in expected
    scores = [each.score for each in answer.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert finder.find(text) == answer


def test_an_everyday_word_with_nothing_strange_is_asked_back(finder: Finder) -> None:
    """«Сертификат» alone may be another paper: it is offered first among its neighbours."""
    for text in ("сертификат", "какие документы для сертификата", "сертификатқа не керек"):
        answer = finder.find(text)
        assert answer.outcome == "choose", text
        assert [each.service for each in answer.candidates] == [CERTIFICATE, CONCLUSION]


def test_spelling_does_not_change_the_answer(finder: Finder) -> None:
    """Case, punctuation, Kazakh letters and invisible marks do not change what is found."""
    plain = finder.find("түпкі пайдаланушының сертификаты қанша күн")
    for text in (
        "ТҮПКІ ПАЙДАЛАНУШЫНЫҢ СЕРТИФИКАТЫ ҚАНША КҮН?!",
        "тупки пайдаланушынын сертификаты, канша кун",
        "\u200fтүпкі пайдала\u00adнушының «сертификаты» — қанша күн",
    ):
        assert finder.find(text) == plain


def test_a_greeting_before_a_question_is_no_small_talk(finder: Finder) -> None:
    """A greeting with a question after it is the question."""
    assert finder.find("Сәлеметсіз бе!").outcome == "small_talk"
    greeted = finder.find("Сәлеметсіз бе! Кепілдік міндеттемеге қандай құжаттар керек?")
    assert (greeted.outcome, greeted.asked) == ("answer", "documents")
    assert finder.find("Привет! Как получить паспорт?").outcome == "nothing"


def test_an_everyday_word_alone_names_nothing(catalogue: Catalogue, synonyms: Synonyms) -> None:
    """A word that may be about anything is asked back by itself, but counts with another."""
    plain = Finder(catalogue, synonyms)
    everyday = (*synonyms.everyday, "обязательств*", "гарантийн*")
    careful = Finder(catalogue, synonyms.model_copy(update={"everyday": everyday}))
    assert plain.find("обязательство").outcome == "answer"
    assert careful.find("обязательство").outcome == "choose"
    assert careful.find("обязательство соседа").outcome == "nothing"
    assert careful.find("гарантийное обязательство").outcome == "answer"
