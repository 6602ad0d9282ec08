"""The bot stops and starts again in the middle of conversations."""

import asyncio
import signal

import pytest

from tests.journeys.driver import Telegram
from tests.journeys.person import Person
from tests.journeys.process import Command


async def asked(telegram: Telegram, method: str) -> None:
    """Wait until the bot has called a method, answered or not."""
    async with asyncio.timeout(10):
        while True:
            if await telegram.requests(method):
                return
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_conversation_goes_on_after_a_restart(
    number: int, bot: Command, sergey: Person, telegram: Telegram
) -> None:
    """Old buttons work, the language is known, and what was sent meanwhile is answered once."""
    await sergey.start()
    await sergey.sees("Выберите язык")
    await sergey.tap("Қазақша")
    await sergey.sees("мемлекеттік орган емеспін")
    await sergey.tap("Барлық қызметтер")
    await sergey.sees("Қызметті таңдаңыз")
    await sergey.tap("Өнеркәсіп комитеті (14)")
    await sergey.sees("Өнеркәсіп комитеті")
    assert bot.stop(number) == 0
    sent_before = len(await telegram.requests("sendMessage"))
    await sergey.say("/privacy")
    await sergey.tap("Экспорттық бақылау қорытындысы")
    bot.start()
    await telegram.ready(60)
    await sergey.sees("Не білгіңіз келеді?")
    texts = [message.text for message in await sergey.messages()]
    assert sum("/forget" in text for text in texts) == 1
    assert len(await telegram.requests("sendMessage")) == sent_before + 1


async def test_what_is_being_answered_at_the_stop_is_answered_once(
    bot: Command, sergey: Person, telegram: Telegram
) -> None:
    """An answer held up by Telegram at the stop still goes out, and not again after the start."""
    await telegram.fault("sendMessage", 429, retry_after=1)
    await sergey.say("/help")
    await asked(telegram, "sendMessage")
    assert bot.stop() == 0
    bot.start()
    await telegram.ready(60)
    messages = await sergey.messages()
    assert sum("своими словами" in message.text for message in messages) == 1


async def test_a_kill_loses_no_message(bot: Command, sergey: Person, telegram: Telegram) -> None:
    """A message whose answer a kill cut off is answered after the start."""
    await telegram.fault("sendMessage", "hang")
    await sergey.say("/help")
    await asked(telegram, "sendMessage")
    bot.send(signal.SIGKILL)
    assert bot.wait() == -signal.SIGKILL
    bot.start()
    await telegram.ready(60)
    await sergey.sees("своими словами")


async def test_a_press_too_old_to_answer_still_turns_the_page(
    bot: Command, sergey: Person, telegram: Telegram
) -> None:
    """A button pressed while the bot was away for long shows its screen."""
    await sergey.say("/services")
    await sergey.sees("Выберите услугу")
    await sergey.tap("Комитет промышленности (14)")
    await sergey.sees("Комитет промышленности Министерства")
    assert bot.stop() == 0
    await sergey.tap("Сертификат конечного пользователя")
    await telegram.advance(hours=1)
    bot.start()
    await telegram.ready(60)
    await sergey.sees("Что вы хотите узнать?")
    await telegram.reset()  # no answer was possible, so none is missed
