"""The bot's connection to Telegram, or to any server that speaks the Bot API."""

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer

from bot.chat.metrics import Metrics
from bot.chat.patience import Patience
from bot.chat.unchanged import Unchanged

TIMEOUT = 10  # seconds a request may take; a person waits no longer


def connect(token: str, api_base: str | None, metrics: Metrics) -> Bot:
    """Return the bot; `api_base` is the server's address, None Telegram's own.

    It is opened by the first request; use it as a context manager, which closes it.
    """
    server = PRODUCTION if api_base is None else TelegramAPIServer.from_base(api_base)
    session = AiohttpSession(api=server, timeout=TIMEOUT)
    session.middleware(Unchanged())
    session.middleware(Patience(metrics))
    return Bot(token, session=session)
