"""What a person writes to the bot alone."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import Message

from bot.chat.filters import AnyCommand, Captioned, InPrivate, Named, Text, Wordless
from bot.chat.pages import docs, linked, not_text, page
from bot.chat.recent import Recent
from bot.chat.showing import answer
from bot.screens.desk import Screens
from bot.screens.notices import NotText
from bot.text import Lang


async def start(
    message: Message, command: CommandObject, desk: Screens, chosen: Lang | None, lang: Lang
) -> None:
    """Greet a new person, open what a deep link leads to, or show the menu."""
    if command.args:
        offer = chosen is None
        await answer(message, linked(command.args, desk, lang, offer_language=offer))
    else:
        await answer(message, desk.menu(lang) if chosen else desk.greeting())


async def question(
    message: Message, text: str, desk: Screens, chosen: Lang | None, lang: Lang, recent: Recent
) -> None:
    """Answer words of one's own; a bare «how long?» is about what was answered before."""
    # in private the chat is the person
    person = message.chat.id
    reply = desk.reply(text, lang, offer_language=chosen is None, after=recent.of(person))
    recent.see(person, reply.shown)
    await answer(message, reply.screen)


async def captioned(
    message: Message,
    kind: NotText,
    text: str,
    desk: Screens,
    chosen: Lang | None,
    lang: Lang,
    recent: Recent,
) -> None:
    """Say what becomes of a photo, and answer the question written under it."""
    await answer(message, desk.not_text(kind, lang, asked=True))
    await question(message, text, desk, chosen, lang, recent)


def setup() -> Router:
    """Return the router of private chats; the first handler that fits answers."""
    router = Router(name="private")
    router.message.filter(InPrivate())
    take = router.message.register
    take(question, Text())  # what people write most, so nothing else is tried before
    take(captioned, Wordless(), Captioned())
    take(not_text, Wordless())
    take(start, Named("start"))
    take(page(lambda desk, lang: desk.help(lang)), Named("help"))
    take(page(lambda desk, lang: desk.services(lang)), Named("services"))
    take(docs, Named("docs"))
    take(page(lambda desk, lang: desk.language(lang)), Named("language"))
    take(page(lambda desk, lang: desk.privacy(lang)), Named("privacy"))
    take(page(lambda desk, lang: desk.forget(lang)), Named("forget"))
    take(page(lambda desk, lang: desk.nothing_to_cancel(lang)), Named("cancel"))
    take(page(lambda desk, lang: desk.unknown_command(lang)), AnyCommand())
    return router
