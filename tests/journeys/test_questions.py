"""Words of one's own, and everything that is no words."""

import pytest

from tests.journeys.driver import Telegram
from tests.journeys.person import Person


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("какие документы для сертификата конечного пользователя", "Принесите"),
        ("экспорттық бақылау қорытындысы", "Алып барыңыз"),
    ],
)
async def test_a_question_is_answered_in_its_language(
    question: str, words: str, sergey: Person
) -> None:
    """A stranger's first words are answered at once, with the act, and with both languages."""
    await sergey.say(question)
    answer = await sergey.sees(words, "431")
    assert answer.buttons[-1] == ["Қазақша", "Русский"]


async def test_choosing_a_language_leaves_the_answer(sergey: Person) -> None:
    """The menu comes below an answer that has no screen of its own to turn."""
    await sergey.say("паспорт")
    answer = await sergey.sees("ответа на это нет")
    await sergey.tap("Русский")
    menu = await sergey.sees("заявления не принимаю")
    assert menu.kind == "message"
    await sergey.say("какие документы для экспортного заключения")
    again = await sergey.sees("Принесите")
    assert "Русский" not in again.labels
    assert answer.text in [message.text for message in await sergey.messages()]


@pytest.mark.parametrize(
    "junk",
    [
        "я" * 4096,
        "<b>не закрыт & <script>",
        "\u202eтекст наоборот\u202c",
        "👩‍👩‍👧‍👦" * 100,
        "?",
        "/",
        "// /// ",
        "@qujat_sandbox_bot",
        "0",
        "' OR 1=1; --",
    ],
)
async def test_junk_gets_a_clear_answer(junk: str, sergey: Person) -> None:
    """Whatever is written, the bot says what it knows and offers buttons."""
    await sergey.say(junk)
    answer = await sergey.sees()
    assert answer.labels


@pytest.mark.parametrize(
    ("what", "more", "words"),
    [
        ("voice", {}, "голосовые"),
        ("photo", {}, "не присылайте документы"),
        ("photo", {"caption": "/help сертификат"}, "не присылайте документы"),
        ("document", {}, "не присылайте документы"),
        ("video", {}, "не присылайте документы"),
        ("sticker", {}, "понимаю только слова"),
        ("contact", {}, "Не присылайте номера"),
        ("dice", {}, "понимаю только слова"),
        ("poll", {}, "понимаю только слова"),
    ],
)
async def test_what_is_no_words_gets_a_kind_sentence(
    what: str, more: dict[str, str], words: str, sergey: Person
) -> None:
    """A voice message, a photo and the rest are answered by what they are."""
    await sergey.sends(what, None, **more)
    await sergey.sees(words)


async def test_a_place_is_answered_by_what_it_is(sergey: Person) -> None:
    """Where a person is, is no question yet; 1414 knows the addresses."""
    await sergey.sends("location", latitude=51.1, longitude=71.4)
    await sergey.sees("1414")


async def test_a_correction_is_not_answered_twice(sergey: Person, telegram: Telegram) -> None:
    """Who mends a typing mistake in a message gets no second answer."""
    question = await sergey.say("какие документы для сертификата пользователя")
    await sergey.sees("Принесите")
    await sergey.corrects(question, "какие документы для сертификата конечного пользователя")
    await telegram.ready()
    assert len(await telegram.requests("sendMessage")) == 1


async def test_two_people_talk_at_the_same_time(sergey: Person, aigul: Person) -> None:
    """Each gets the own answer in the own language."""
    await sergey.say("какие документы для сертификата конечного пользователя")
    await aigul.say("экспорттық бақылау қорытындысы")
    await sergey.sees("Принесите")
    await aigul.sees("Алып барыңыз")


async def test_a_short_question_follows_the_answer_before(sergey: Person) -> None:
    """«А сколько ждать?», then «а где?», need no name; after /forget they do."""
    await sergey.say("рядовой потерял военный билет")
    await sergey.sees("стола находок")
    await sergey.say("а сколько ждать?")
    await sergey.sees("Срок", "При утрате (порче)")
    await sergey.say("а где?")
    await sergey.sees("Где и когда", "по месту жительства")
    await sergey.say("/forget")
    await sergey.sees("Удалить всё")
    await sergey.tap("Да, удалить")
    await sergey.sees("не хранилось")
    await sergey.say("а сколько ждать?")
    await sergey.sees("О какой услуге вопрос?")


async def test_a_question_under_a_photo_is_answered(sergey: Person) -> None:
    """The photo is not opened, and the words under it get their papers."""
    await sergey.sends("photo", caption="приписное порвалось, что нужно?")
    await sergey.sees("не присылайте документы")
    await sergey.sees("Удостоверение о приписке", "Две фотографии")
