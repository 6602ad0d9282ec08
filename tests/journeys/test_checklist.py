"""Ticking papers off, from the list of papers to the printed page."""

import re

import aiohttp
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.journeys.driver import Telegram
from tests.journeys.person import Person
from tests.journeys.process import Command
from tests.journeys.seen import Seen

GROUP = -1001000000001
LIST = "j:end-user-certificate:in-person"


async def opened(person: Person) -> Seen:
    """Open the checklist as a person does."""
    await person.say("какие документы для сертификата конечного пользователя")
    await person.sees("Принесите")
    await person.tap("Отметить, что уже есть")
    return await person.sees("Готово: ")


def numbers(seen: Seen, state: str) -> list[str]:
    """Return the numbers of the papers in this state."""
    return re.findall(rf"^(\d+)\. {state} — ", seen.text, re.MULTILINE)


async def tapped(person: Person, seen: Seen, number: int) -> Seen:
    """Tap the paper with this number, and return the list as it then is."""
    (label,) = [each for each in seen.labels if re.match(rf"(✓ )?{number}\. ", each)]
    await person.tap(label)
    return await person.sees("Готово: ")


async def test_ticks_outlive_a_restart_and_end_on_paper(
    bot: Command, sergey: Person, telegram: Telegram
) -> None:
    """A person ticks, the bot starts anew, the ticks are there; then paper, clearing, forgetting.

    Nobody asked this person for a language, and so nothing but the ticks is kept.
    """
    first = await opened(sergey)
    assert "Готово: 0 из 4" in first.text
    assert numbers(first, "☐ если это о вас") == ["4", "6"]
    assert "Снять все отметки" not in first.labels
    second = await tapped(sergey, await tapped(sergey, first, 2), 5)
    assert second.id == first.id
    assert numbers(second, "✓ есть") == ["2", "5"]
    assert bot.stop() == 0
    bot.start()
    await telegram.ready(60)
    third = await tapped(sergey, second, 1)
    assert numbers(third, "✓ есть") == ["1", "2", "5"]
    fourth = await tapped(sergey, third, 2)
    assert numbers(fourth, "☐ нет") == ["2", "3"]
    await sergey.tap("PDF для печати")
    page = await sergey.sees("Список документов для печати")
    file = page.raw["document"]
    assert file["file_name"] == "Документы - Сертификат конечного пользователя.pdf"
    assert file["mime_type"] == "application/pdf"
    async with aiohttp.request("GET", f"{telegram.url}{file['url']}") as answer:
        assert (await answer.read()).startswith(b"%PDF-")
    await sergey.tap("Снять все отметки")
    cleared = await sergey.sees("Готово: 0 из 4")
    assert cleared.id == first.id
    await sergey.tap("← К списку документов")
    assert (await sergey.sees("Принесите")).id == first.id
    await tapped(sergey, await opened(sergey), 3)
    await sergey.say("/forget")
    await sergey.sees("отметки")
    await sergey.tap("Да, удалить")
    await sergey.sees("удалено")
    assert "Готово: 0 из 4" in (await opened(sergey)).text


async def test_the_database_does_not_tell_what_is_ticked(bot: Command, sergey: Person) -> None:
    """The key the bot made for itself is its own alone, and the ticks cannot be read without."""
    await tapped(sergey, await opened(sergey), 2)
    assert (bot.folder / "var" / "secret.key").stat().st_mode & 0o777 == 0o600
    engine = create_async_engine(bot.database)
    async with engine.connect() as connection:
        query = text("SELECT ticked FROM checklists WHERE person_id = 1002")
        kept = (await connection.execute(query)).scalar_one()
    await engine.dispose()
    assert "guarantee" not in kept
    assert len(kept) > 50


async def test_a_list_is_ones_own(sergey: Person, aigul: Person) -> None:
    """What one person ticks another does not see; both speak their own language."""
    await aigul.start()
    await aigul.sees("Тілді таңдаңыз")
    await aigul.tap("Қазақша")
    menu = await aigul.sees("1414")
    await tapped(sergey, await opened(sergey), 1)
    await aigul.press(menu, LIST)
    shown = await aigul.sees("Дайын құжаттар: 0, барлығы 4", "Басып шығару үшін PDF")
    assert numbers(shown, "☐ жоқ") == ["1", "2", "3", "5"]
    assert numbers(shown, "☐ егер бұл сіз туралы болса") == ["4", "6"]


async def test_a_tick_delivered_twice_is_one(sergey: Person, telegram: Telegram) -> None:
    """An impatient second press on the same button does not untick, nor write anything new."""
    first = await opened(sergey)
    one, two = [await sergey.press(first, f"{LIST}:+guarantee") for _ in range(2)]
    await sergey.answered(one)
    await sergey.answered(two)
    await telegram.ready()
    (shown,) = [each for each in await sergey.messages() if each.id == first.id]
    assert numbers(shown, "✓ есть") == ["2"]


@pytest.mark.parametrize(
    "data",
    [
        f"{LIST}:+no-paper",
        f"{LIST}:+state-data",
        f"{LIST}:guarantee",
        "j:end-user-certificate:gone:0",
        "j:gone:in-person:p",
        f"{LIST}:++",
        "j::",
    ],
)
async def test_forged_ticks_are_out_of_date(data: str, sergey: Person) -> None:
    """A tick of what is not on the list says so, and nothing of the person is kept."""
    message = await opened(sergey)
    await sergey.press(message, data)
    await sergey.sees("устарела", "Меню")
    await sergey.say("/forget")
    question = await sergey.sees("отметки")
    await sergey.press(question, "f:yes")
    await sergey.sees("ничего не хранилось")


async def test_in_a_group_nothing_is_ticked(dana: Person) -> None:
    """Under an answer in a group the button says by an alert that ticks are personal."""
    await dana.say("/docs сертификат конечного пользователя", GROUP)
    await dana.sees("Принесите", chat=GROUP)
    await dana.tap("Отметить, что уже есть", GROUP)
    shown = await dana.alerted("личный чат", chat=GROUP)
    assert shown.alert is not None
    await dana.say("/forget")
    question = await dana.sees("отметки")
    await dana.press(question, "f:yes")
    await dana.sees("ничего не хранилось")
