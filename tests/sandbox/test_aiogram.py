"""Every answer of the sandbox parses as aiogram's types."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import TypeAlias

import pytest
from aiogram import Bot
from aiogram import types as t
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramConflictError,
    TelegramForbiddenError,
    TelegramNotFound,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.sandbox.methods import METHODS
from bot.sandbox.samples import PIXEL
from bot.sandbox.server import Running
from tests.journeys.driver import Telegram
from tests.sandbox.api import GROUP

Calling: TypeAlias = Callable[[Bot, int], Awaitable[object]]

KEYBOARD = t.InlineKeyboardMarkup(
    inline_keyboard=[[t.InlineKeyboardButton(text="Иә", callback_data="yes")]]
)
COMMANDS = [t.BotCommand(command="help", description="Көмек")]
EPHEMERAL = t.EphemeralMessageParameters(receiver_user_id=1004)


def _picture() -> t.BufferedInputFile:
    return t.BufferedInputFile(PIXEL, "сурет.png")


async def _edit_caption(bot: Bot, _: int) -> object:
    sent = await bot.send_photo(1001, _picture(), caption="бұрын")
    return await sent.edit_caption(caption="кейін", reply_markup=KEYBOARD)


async def _ephemeral(bot: Bot) -> int:
    sent = await bot.send_message(GROUP, "сізге", ephemeral_message_parameters=EPHEMERAL)
    assert sent.ephemeral_message_id is not None
    return sent.ephemeral_message_id


async def _edit_ephemeral(bot: Bot, _: int) -> object:
    return await bot.edit_ephemeral_message_text(GROUP, 1004, await _ephemeral(bot), text="x")


async def _edit_ephemeral_markup(bot: Bot, _: int) -> object:
    number = await _ephemeral(bot)
    return await bot.edit_ephemeral_message_reply_markup(GROUP, 1004, number, KEYBOARD)


async def _delete_ephemeral(bot: Bot, _: int) -> object:
    return await bot.delete_ephemeral_message(GROUP, 1004, await _ephemeral(bot))


async def _get_file(bot: Bot, _: int) -> object:
    sent = await bot.send_document(1001, _picture())
    assert sent.document is not None
    downloaded = await bot.download(sent.document)
    assert downloaded is not None
    assert downloaded.read() == PIXEL
    return await bot.get_file(sent.document.file_id)


async def _get_commands(bot: Bot, _: int) -> object:
    await bot.set_my_commands(COMMANDS)
    return await bot.get_my_commands()


async def _unpin(bot: Bot, number: int) -> object:
    await bot.pin_chat_message(1001, number)
    return await bot.unpin_chat_message(1001, message_id=number)


# Each method on its own; the number is that of a message of the bot in the chat with 1001.
CALLS: dict[str, Calling] = {
    "getMe": lambda bot, _: bot.get_me(),
    "getUpdates": lambda bot, _: bot.get_updates(),
    "setWebhook": lambda bot, _: bot.set_webhook("https://x.kz/"),
    "deleteWebhook": lambda bot, _: bot.delete_webhook(),
    "getWebhookInfo": lambda bot, _: bot.get_webhook_info(),
    "close": lambda bot, _: bot.close(),
    "logOut": lambda bot, _: bot.log_out(),
    "getFile": _get_file,
    "sendMessage": lambda bot, _: bot.send_message(
        1001,
        '<b>Сәлем</b> <a href="https://egov.kz">egov</a> <code>1</code> /help',
        parse_mode=ParseMode.HTML,
        reply_markup=KEYBOARD,
        link_preview_options=t.LinkPreviewOptions(is_disabled=True),
    ),
    "sendPhoto": lambda bot, _: bot.send_photo(1001, _picture(), caption="сурет"),
    "sendDocument": lambda bot, _: bot.send_document(1001, _picture(), caption="құжат"),
    "sendLocation": lambda bot, _: bot.send_location(1001, 43.2, 76.9),
    "sendVenue": lambda bot, _: bot.send_venue(1001, 43.2, 76.9, "Орталық", "Абай, 1"),
    "sendChatAction": lambda bot, _: bot.send_chat_action(1001, "typing"),
    "forwardMessage": lambda bot, number: bot.forward_message(1001, 1001, number),
    "copyMessage": lambda bot, number: bot.copy_message(1001, 1001, number),
    "editMessageText": lambda bot, number: bot.edit_message_text(
        "өзгерді", chat_id=1001, message_id=number
    ),
    "editMessageCaption": _edit_caption,
    "editMessageReplyMarkup": lambda bot, number: bot.edit_message_reply_markup(
        chat_id=1001, message_id=number, reply_markup=KEYBOARD
    ),
    "deleteMessage": lambda bot, number: bot.delete_message(1001, number),
    "deleteMessages": lambda bot, number: bot.delete_messages(1001, [number]),
    "setMessageReaction": lambda bot, number: bot.set_message_reaction(
        1001, number, [t.ReactionTypeEmoji(emoji="👍")]
    ),
    "editEphemeralMessageText": _edit_ephemeral,
    "editEphemeralMessageReplyMarkup": _edit_ephemeral_markup,
    "deleteEphemeralMessage": _delete_ephemeral,
    "getChat": lambda bot, _: bot.get_chat(GROUP),
    "getChatMember": lambda bot, _: bot.get_chat_member(GROUP, 7000000001),
    "getChatAdministrators": lambda bot, _: bot.get_chat_administrators(GROUP),
    "getChatMemberCount": lambda bot, _: bot.get_chat_member_count(GROUP),
    "leaveChat": lambda bot, _: bot.leave_chat(GROUP),
    "pinChatMessage": lambda bot, number: bot.pin_chat_message(1001, number),
    "unpinChatMessage": _unpin,
    "unpinAllChatMessages": lambda bot, _: bot.unpin_all_chat_messages(1001),
    "setMyCommands": lambda bot, _: bot.set_my_commands(
        COMMANDS, t.BotCommandScopeAllGroupChats(), "kk"
    ),
    "getMyCommands": _get_commands,
    "deleteMyCommands": lambda bot, _: bot.delete_my_commands(),
    "setMyName": lambda bot, _: bot.set_my_name("Құжат", "kk"),
    "getMyName": lambda bot, _: bot.get_my_name(),
    "setMyDescription": lambda bot, _: bot.set_my_description("Көмекші"),
    "getMyDescription": lambda bot, _: bot.get_my_description(),
    "setMyShortDescription": lambda bot, _: bot.set_my_short_description("Көмекші"),
    "getMyShortDescription": lambda bot, _: bot.get_my_short_description(),
}
# These two answer something a person did; their tests stand below.
ANSWERS = {"answercallbackquery", "answerinlinequery"}


class PlainSession(AiohttpSession):
    """aiogram's session, closed without the pause it makes for TLS to end."""

    async def close(self) -> None:
        """Close the connections; none of them is encrypted here."""
        if self._session is not None:
            await self._session.close()


@pytest.fixture
async def aiogram_bot(server: Running, telegram: Telegram) -> AsyncIterator[Bot]:
    """Be aiogram's bot, started by Айгүл."""
    await telegram.person(1001).start()
    bot = Bot("1:sandbox", PlainSession(api=TelegramAPIServer.from_base(server.url)))
    yield bot
    await bot.session.close()


def test_every_method_is_tried() -> None:
    """The table above has every method the sandbox knows."""
    assert {name.lower() for name in CALLS} | ANSWERS == METHODS.keys()


@pytest.mark.parametrize("name", sorted(CALLS))
async def test_answer_parses(aiogram_bot: Bot, telegram: Telegram, name: str) -> None:
    """The answer to each method is what aiogram's method returns."""
    sent = await aiogram_bot.send_message(1001, "Сәлем")
    assert await CALLS[name](aiogram_bot, sent.message_id)
    assert name in {call["method"] for call in await telegram.requests()}


async def test_formatting_comes_back(aiogram_bot: Bot) -> None:
    """Entities make the same HTML again."""
    source = "<b>Сәлем</b> <i>🙂 &lt;<u>x</u></i> <blockquote expandable>y</blockquote>"
    sent = await aiogram_bot.send_message(1001, source, parse_mode=ParseMode.HTML)
    assert sent.html_text == source


@pytest.mark.parametrize(
    "what",
    ["photo", "voice", "sticker", "document", "video", "location", "contact", "dice", "poll"],
)
async def test_messages_of_people_parse(aiogram_bot: Bot, telegram: Telegram, what: str) -> None:
    """Whatever people send parses as a Message of that content type."""
    place = {"latitude": 43, "longitude": 76} if what == "location" else {}
    await telegram.act(1001, 1001, what, **place)
    update = (await aiogram_bot.get_updates())[-1]
    assert update.message is not None
    assert update.message.content_type == what


async def test_changes_of_members_parse(aiogram_bot: Bot, telegram: Telegram) -> None:
    """Blocking, promotion, coming and going parse as updates."""
    await aiogram_bot.get_updates(allowed_updates=["my_chat_member", "chat_member", "message"])
    await telegram.person(1001).does("block")
    marat = telegram.person(1003)
    for act in ("promote_bot", "demote_bot", "remove_bot", "add_bot", "promote_bot"):
        await marat.does(act, GROUP)
    await telegram.person(1004).does("leave", GROUP)
    updates = await aiogram_bot.get_updates()
    statuses = [
        update.my_chat_member.new_chat_member.status for update in updates if update.my_chat_member
    ]
    assert statuses == ["kicked", "administrator", "member", "left", "member", "administrator"]
    assert any(update.chat_member for update in updates)


async def test_press_parses_and_is_answered(aiogram_bot: Bot, telegram: Telegram) -> None:
    """A callback query, with its message and with one that is gone, parses."""
    sent = await aiogram_bot.send_message(1001, "Иә ма?", reply_markup=KEYBOARD)
    await telegram.person(1001).tap("Иә")
    await sent.delete()
    await telegram.person(1001).press(sent.message_id, "old")
    fresh, old = [update.callback_query for update in (await aiogram_bot.get_updates())[-2:]]
    assert fresh is not None
    assert old is not None
    assert isinstance(fresh.message, t.Message)
    assert isinstance(old.message, t.InaccessibleMessage)
    assert await aiogram_bot.answer_callback_query(fresh.id, text="жарайды")


async def test_inline_query_parses_and_is_answered(aiogram_bot: Bot, telegram: Telegram) -> None:
    """An inline query parses, and aiogram's article is posted."""
    last = (await aiogram_bot.get_updates())[-1].update_id
    async with asyncio.TaskGroup() as tasks:
        offers = tasks.create_task(telegram.person(1001).inline("x"))
        (update,) = await aiogram_bot.get_updates(offset=last + 1, timeout=30)
        assert update.inline_query is not None
        article = t.InlineQueryResultArticle(
            id="1",
            title="Тізім",
            input_message_content=t.InputTextMessageContent(
                message_text="<b>Құжаттар</b>", parse_mode=ParseMode.HTML
            ),
            reply_markup=KEYBOARD,
        )
        assert await aiogram_bot.answer_inline_query(update.inline_query.id, [article])
    await telegram.person(1001).choose(offers.result()[0])
    posted = (await aiogram_bot.get_updates())[-1].message
    assert posted is not None
    assert posted.via_bot is not None


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (400, TelegramBadRequest),
        (401, TelegramUnauthorizedError),
        (403, TelegramForbiddenError),
        (404, TelegramNotFound),
        (409, TelegramConflictError),
        (429, TelegramRetryAfter),
        (500, TelegramServerError),
    ],
)
async def test_refusals_parse_as_errors(
    aiogram_bot: Bot, telegram: Telegram, status: int, error: type[Exception]
) -> None:
    """Each code becomes aiogram's exception for it."""
    await telegram.fault("getMe", status)
    with pytest.raises(error):
        await aiogram_bot.get_me()
