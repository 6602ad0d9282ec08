"""A `Screen` becomes a Telegram message here, and nowhere else."""

from functools import lru_cache
from typing import Final

from aiogram import Bot
from aiogram.enums import ChatType, ParseMode
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
    SwitchInlineQueryChosenChat,
)

from bot.chat.patience import UNWELL
from bot.screens.desk import InlineCard
from bot.screens.screen import Button, File, Screen

NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
PROMPT: Final = 3  # seconds; a button that waits must not hold up its screen for longer
UNCHANGED: Final = "message is not modified"
# Telegram's words for a message that cannot be edited any more: the screen comes as a new one
PAST_EDITING: Final = (
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "there is no text in the message to edit",
)


@lru_cache(maxsize=1024)
def keyboard(rows: tuple[tuple[Button, ...], ...]) -> InlineKeyboardMarkup | None:
    """Return the buttons as Telegram takes them; None if there are none."""
    made = [[_button(button) for button in row] for row in rows]
    return InlineKeyboardMarkup(inline_keyboard=made) if made else None


def _button(button: Button) -> InlineKeyboardButton:
    share = None
    if button.share is not None:
        share = SwitchInlineQueryChosenChat(
            query=button.share,
            allow_user_chats=True,
            allow_group_chats=True,
            allow_channel_chats=True,
        )
    return InlineKeyboardButton(
        text=button.label,
        callback_data=button.data,
        url=button.url,
        switch_inline_query_chosen_chat=share,
    )


async def answer(message: Message, screen: Screen) -> None:
    """Send `screen`, a text or a file, after `message`; in a group, as a reply to it."""
    reply = None
    if message.chat.type != ChatType.PRIVATE:
        reply = ReplyParameters(message_id=message.message_id, allow_sending_without_reply=True)
    if screen.file is not None:
        await message.answer_document(
            _upload(screen.file),
            caption=screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen.rows),
            reply_parameters=reply,
        )
        return
    await message.answer(
        screen.text,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(screen.rows),
        link_preview_options=NO_PREVIEW,
        reply_parameters=reply,
    )


async def turn(callback: CallbackQuery, screen: Screen, bot: Bot) -> None:
    """Show `screen` to the one who pressed: in place of the pressed message, if that can be."""
    message = callback.message
    if isinstance(message, Message) and not screen.fresh and await _edit(message, screen):
        return
    if isinstance(message, Message):
        # a new message in a group must again hang at the question, which tells whose it is
        await answer(message.reply_to_message or message, screen)
        return
    chat = message.chat.id if message else callback.from_user.id
    if screen.file is not None:
        await bot.send_document(
            chat,
            _upload(screen.file),
            caption=screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen.rows),
        )
        return
    await bot.send_message(
        chat,
        screen.text,
        parse_mode=ParseMode.HTML,
        reply_markup=keyboard(screen.rows),
        link_preview_options=NO_PREVIEW,
    )


def _upload(file: File) -> BufferedInputFile:
    return BufferedInputFile(file.data, filename=file.name)


async def _edit(message: Message, screen: Screen) -> bool:
    """Edit the message; False if Telegram does not let it be edited any more."""
    try:
        await message.edit_text(
            screen.text,
            parse_mode=ParseMode.HTML,
            reply_markup=keyboard(screen.rows),
            link_preview_options=NO_PREVIEW,
        )
    except TelegramBadRequest as refused:
        words = refused.message.lower()
        if any(reason in words for reason in PAST_EDITING):
            return False
        if UNCHANGED not in words:
            raise
    return True


async def settle(callback: CallbackQuery, bot: Bot, alert: str | None = None) -> None:
    """Answer the press, so that the button stops waiting; `alert` (≤ 200 characters) pops up."""
    try:
        await bot(callback.answer(alert, show_alert=alert is not None), request_timeout=PROMPT)
    except UNWELL:
        # too old after a restart, or the network is away: the screen itself still matters
        return


def article(card: InlineCard) -> InlineQueryResultArticle:
    """Return a card as a result of inline mode."""
    return InlineQueryResultArticle(
        id=card.id,
        title=card.title,
        description=card.description,
        input_message_content=InputTextMessageContent(
            message_text=card.text,
            parse_mode=ParseMode.HTML,
            link_preview_options=NO_PREVIEW,
        ),
    )
