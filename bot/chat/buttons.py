"""Pressed buttons: every one is answered, also an old, a forged or another person's."""

from typing import Final

from aiogram import Bot, Router
from aiogram.types import CallbackQuery

from bot.casework.people import People
from bot.chat.filters import Choice, LanguageChoice, Pressed, SomeoneElses
from bot.chat.reading import is_alone, other_buttons
from bot.chat.recent import Recent
from bot.chat.showing import settle, turn
from bot.screens.desk import Screens
from bot.screens.screen import Screen
from bot.text import Lang

LONGEST_DATA: Final = 64  # bytes; Telegram lets no button carry more
OURS: Final = ("l:", "f:")  # taken before, in private; they hold nowhere else


async def someone_elses(
    callback: CallbackQuery, desk: Screens, chosen: Lang | None, bot: Bot
) -> None:
    """Say whose button it is, and leave the screen as it is."""
    # the screen speaks the other person's language, so it is no guide
    lang = chosen or desk.guess_language("", callback.from_user.language_code)
    await settle(callback, bot, desk.not_yours(lang))


async def choose_language(
    callback: CallbackQuery,
    choice: Choice,
    desk: Screens,
    people: People,
    bot: Bot,
    update_id: int,
) -> None:
    """Keep the language, and show the same screen in it, or the menu."""
    await settle(callback, bot)
    await people.choose_language(callback.from_user.id, choice.lang, update_id=update_id)
    if same := desk.open(choice.after, choice.lang):
        await turn(callback, same, bot)
        return
    menu = desk.menu(choice.lang)
    # an answer that offered the languages stays: the menu would take it away
    fresh = bool(other_buttons(callback))
    await turn(callback, Screen(text=menu.text, rows=menu.rows, fresh=fresh), bot)


async def forget(
    callback: CallbackQuery,
    desk: Screens,
    people: People,
    lang: Lang,
    bot: Bot,
    recent: Recent,
    update_id: int,
) -> None:
    """Delete what is kept about the person."""
    await settle(callback, bot)
    recent.forget(callback.from_user.id)
    existed = await people.forget(callback.from_user.id, update_id=update_id)
    await turn(callback, desk.forgotten(lang, existed=existed), bot)


async def keep(callback: CallbackQuery, desk: Screens, lang: Lang, bot: Bot) -> None:
    """Leave everything as it is."""
    await settle(callback, bot)
    await turn(callback, desk.kept(lang), bot)


async def open_screen(
    callback: CallbackQuery, desk: Screens, lang: Lang, bot: Bot, recent: Recent
) -> None:
    """Show what the button leads to."""
    await settle(callback, bot)
    data = callback.data or ""
    sound = 0 < len(data.encode(errors="surrogatepass")) <= LONGEST_DATA
    screen = desk.open(data, lang) if sound and not data.startswith(OURS) else None
    if screen and is_alone(callback):
        recent.see(callback.from_user.id, data)
    await turn(callback, screen or desk.outdated(lang), bot)


def setup() -> Router:
    """Return the router of buttons; the first handler that fits answers."""
    router = Router(name="buttons")
    take = router.callback_query.register
    take(someone_elses, SomeoneElses())
    take(choose_language, LanguageChoice())
    take(forget, Pressed("f:yes"))
    take(keep, Pressed("f:no"))
    take(open_screen)
    return router
