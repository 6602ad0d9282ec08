"""People tell what happened to them and get the papers of their case."""

from typing import Final

import pytest

from tests.journeys.driver import Telegram
from tests.journeys.person import Person
from tests.journeys.process import Command

DICTATED: Final = (
    "сәлеметсіз бе менің ұлым былтыр жиырма жетіге толды әскерге бармаған денсаулығы жақсы бірақ "
    "оқуда жүрді енді жұмысқа тұрайын десе әскери билет сұрайды соны алу үшін не істеу керек "
    "қандай қағаздар жинаймыз айтып жіберіңізші рахмет алдын ала"
)


@pytest.mark.parametrize(
    ("words", "question", "answer", "papers"),
    [
        (
            "әскери билетімді ұрлап кетті",
            "Офицерлік атағыңыз бар ма?",
            "Иә, офицермін",
            "ұрлық фактісін растайтын құжат",
        ),
        (
            "voennyi bilet poteryal chto delat",
            "Есть офицерское звание?",
            "Нет: солдат, сержант",
            "стола находок",
        ),
        (
            "отец афганец",
            "справка или удостоверение?",
            "Удостоверение участника",
            "Адресная справка",
        ),
    ],
)
async def test_a_question_about_one_s_life_leads_to_the_papers(
    words: str, question: str, answer: str, papers: str, sergey: Person
) -> None:
    """Where a name is shared, the bot asks about the person, and one tap opens the papers."""
    await sergey.say(words)
    await sergey.sees(question)
    await sergey.tap(answer)
    if papers == "Адресная справка":
        await sergey.sees("Что вы хотите узнать?")
        await sergey.tap("Какие нужны документы")
    await sergey.sees(papers, "2223", "1414")


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("приписное порвалось", ("Удостоверение о приписке", "Две фотографии")),
        (DICTATED, ("27 жасқа", "медициналық куәландыру картасы")),
        ("мужу рядовому запаса поменять билет ссср", ("КСРО", "образца СССР")),
    ],
)
async def test_a_story_opens_the_papers_at_once(
    words: str, parts: tuple[str, ...], sergey: Person
) -> None:
    """A short word or a dictated story that says enough needs no question back."""
    await sergey.say(words)
    answer = await sergey.sees("2223")
    assert any(part in answer.text for part in parts), answer.text


async def test_a_situation_without_a_list_is_told_so(sergey: Person) -> None:
    """Where the standard promises a paper and gives no list, the bot says just that."""
    await sergey.say("офицер запаса просто потерял военный билет, какие документы")
    answer = await sergey.sees("Военный билет офицера запаса", "не даёт")
    assert "Принесите" not in answer.text
    assert "Отметить, что уже есть" not in answer.labels


async def test_a_removed_standard_is_named_with_its_decree(sergey: Person) -> None:
    """Asked about a standard that was taken out, the bot says by which decree and when."""
    await sergey.say("как офицеру запаса встать на воинский учет")
    await sergey.sees("Воинский учёт офицеров запаса", "№ 473", "08.05.2013", "1414")


async def test_every_situation_is_reached_by_buttons_and_survives_a_restart(
    bot: Command, sergey: Person, telegram: Telegram
) -> None:
    """From the list of services to the fourteen lists of the soldier's ticket, back and on."""
    await sergey.start()
    await sergey.sees("Выберите язык")
    await sergey.tap("Русский")
    await sergey.sees("заявления не принимаю")
    await sergey.tap("Все услуги")
    await sergey.sees("Выберите услугу")
    await sergey.tap("Отдел по делам обороны (7)")
    await sergey.sees("Местные органы военного управления")
    await sergey.tap("Военный билет солдата, сержанта")
    await sergey.sees("узнать")
    await sergey.tap("Какие нужны документы")
    listed = await sergey.sees("зависят от вашего случая")
    cases = [label for label in listed.labels if label[0].isdigit()]
    assert len(cases) == 15
    await sergey.tap(cases[0])
    first = await sergey.sees("Принесите", "призывной комиссии")
    bot.stop()
    bot.start()
    await telegram.ready(60)
    for label in cases[1:]:
        await sergey.tap("Другие случаи")
        await sergey.sees("зависят от вашего случая")
        await sergey.tap(label)
        shown = await sergey.sees("2223")
        assert shown.text != first.text
    await sergey.tap("Срок")
    await sergey.sees("Временное" if "временно" in cases[-1].lower() else "Срок", "2223")


async def test_district_offices_are_said_not_to_be_listed(sergey: Person) -> None:
    """Where to go names the departments of the act, and says that it has no district offices."""
    await sergey.say("где получить военный билет сержанту запаса")
    await sergey.sees("по месту жительства")
    await sergey.tap("Областные департаменты")
    await sergey.sees("Адресов районных отделов в постановлении нет", "8(7132) 54-54-64")
