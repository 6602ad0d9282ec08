"""The language of a message."""

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.finding.language import guess
from bot.text import LANGS, Lang
from tests.finding.queries import FOLDER

KAZAKH: Final = (
    "түпкі пайдаланушының сертификаты",
    "қандай құжаттар керек",
    "Сәлем!",
    "қайда барамын",
    "неше күн",
    "рақмет",
    # without Kazakh letters
    "кандай кужаттар керек",
    "салем",
    "салеметсиз бе",
    "кайда барам",
    "канша турады",
    "неше кунде бередi",
    "тегин бе",
    "маган керек",
    "рахмет",
    "шагым жазгым келеди",
    "онлайн алуга бола ма",
    "дайын ба",
    "экспорттык бакылау корытындысы",
    "тупки пайдаланушы сертификаты",
    "кепилдик миндеттеме",
    "ким алады",
    "портал аркылы беруге бола ма",
    "мерзими канша",
    "жауап жок",
    # in Latin
    "qandai qujattar kerek",
    "salem",
    "rahmet",
    "eksporttyq baqylau qorytyndysy",
    "kansha kun",
    "tupki paidalanushy sertifikaty",
    # both languages in one message, Kazakh endings
    "сертификат конечного пользователя алу үшін не керек",
    "документтер керек пе",
)
RUSSIAN: Final = (
    "сертификат конечного пользователя",
    "какие документы нужны",
    "Привет!",
    "где получить",
    "сколько дней",
    "спасибо",
    "здравствуйте",
    "бесплатно?",
    "куда идти",
    "могу ли я",
    "срок",
    "жалоба",
    "отказали",
    "заключение по экспортному контролю",
    "гарантийное обязательство",
    "через портал можно?",
    "бланк заявления",
    "за меня заберет брат",
    "не отвечают уже месяц",
    "график работы",
    "еще не готово",
    "паспорт",
    "сертификаты конечных пользователей",
    "пользователь не найден",
    # in Latin
    "privet",
    "kakie dokumenty nuzhny",
    "sertifikat konechnogo polzovatelya",
    "skolko stoit",
    "spasibo",
    "gde poluchit zaklyuchenie",
    # both languages in one message
    "экспорттык бакылау это что такое и где получить",
)


@pytest.mark.parametrize("message", KAZAKH)
def test_a_kazakh_message_is_kazakh(message: str) -> None:
    """A short Kazakh message is known, without Kazakh letters and in Latin too."""
    assert guess(message) == "kk"


@pytest.mark.parametrize("message", RUSSIAN)
def test_a_russian_message_is_russian(message: str) -> None:
    """A short Russian message is known, in Latin too."""
    assert guess(message) == "ru"


@pytest.mark.parametrize("message", ["ok", "1414", "😀", "...", "", "hello"])
def test_where_the_words_say_nothing_the_phone_decides(message: str) -> None:
    """Where the text says nothing the phone's language counts, and with none it is Kazakh."""
    assert guess(message, "ru") == "ru"
    assert guess(message, "ru-RU") == "ru"
    assert guess(message, "kk") == "kk"
    assert guess(message) == "kk"
    assert guess(message, "en") == "kk"


@pytest.mark.parametrize("message", ["қайда", "где получить"])
@pytest.mark.parametrize("code", [None, "kk", "ru", "en-GB"])
def test_words_outweigh_the_phone(message: str, code: str | None) -> None:
    """A message that says its language is not overruled by the phone's."""
    assert guess(message, code) == guess(message)


@settings(deadline=None)
@given(st.text(), st.none() | st.text(max_size=8))
def test_any_text_has_a_language(text: str, code: str | None) -> None:
    """Any text whatever, and any language code, gives one of the two languages."""
    assert guess(text, code) in LANGS


def test_people_are_answered_in_their_language() -> None:
    """A message of the query set is told to be Kazakh or Russian, whatever letters it is in."""
    languages: dict[str, Lang] = {"Kazakh": "kk", "Russian": "ru"}
    told: list[tuple[str, Lang]] = []
    lang: Lang | None = None
    for line in (FOLDER / "defence.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            one = "two languages" not in line
            lang = next((languages[name] for name in languages if one and name in line), None)
        elif lang:
            told.append((line.split("\t")[0], lang))
    other = [text for text, lang in told if guess(text) != lang]
    assert len(told) >= 1_000
    assert len(other) <= 0.01 * len(told), other
