"""What a person says to the bot in a group: commands, mentions and replies, nothing else."""

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import Message

from bot.chat.filters import Addressed, AnyCommand, InGroup, Named, Wordless
from bot.chat.pages import docs, linked, not_text, page
from bot.chat.showing import answer
from bot.screens.desk import Screens
from bot.text import Lang

PERSONAL = ("language", "privacy", "forget")


async def start(message: Message, command: CommandObject, desk: Screens, lang: Lang) -> None:
    """Open what a link leads to, or show the menu; nobody is asked for a language here."""
    screen = linked(command.args, desk, lang) if command.args else desk.menu(lang)
    await answer(message, screen)


async def question(message: Message, text: str, desk: Screens, lang: Lang) -> None:
    """Answer the words that stand beside a mention, or reply to the bot."""
    screen = desk.reply(text, lang).screen if text else desk.help(lang)
    await answer(message, screen)


def setup() -> Router:
    """Return the router of groups; the first handler that fits answers."""
    router = Router(name="groups")
    router.message.filter(InGroup())
    take = router.message.register
    take(not_text, Wordless(), Addressed())
    take(start, Named("start"))
    take(page(lambda desk, lang: desk.help(lang)), Named("help"))
    take(page(lambda desk, lang: desk.services(lang)), Named("services"))
    take(docs, Named("docs"))
    take(page(lambda desk, lang: desk.only_private(lang)), Named(*PERSONAL))
    take(page(lambda desk, lang: desk.nothing_to_cancel(lang)), Named("cancel"))
    take(page(lambda desk, lang: desk.unknown_command(lang)), AnyCommand())
    take(question, Addressed())
    return router
