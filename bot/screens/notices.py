"""One sentence to what a person did: forgot, cancelled, pressed an old button, sent a photo."""

from typing import Literal, TypeAlias

from bot.screens.page import Speech
from bot.screens.route import FORGET, MENU
from bot.screens.screen import Button, Screen, bold, escaped
from bot.text import Lang

NotText: TypeAlias = Literal[
    "voice", "photo", "video", "document", "sticker", "location", "contact", "other"
]


class Notices:
    """Make the screens of one sentence; they need no catalogue."""

    def __init__(self, speech: dict[Lang, Speech]) -> None:
        self._speech = speech

    def forget(self, lang: Lang) -> Screen:
        """Ask whether everything about the person is to be deleted."""
        say = self._speech[lang].say
        text = say(
            "Delete everything I keep about you? That is your number, your language and your "
            "ticks in lists."
        )
        row = (
            Button(say("Yes, delete"), f"{FORGET}:yes"),
            Button(say("No, keep"), f"{FORGET}:no"),
        )
        return Screen(escaped(text), (row,))

    def forgotten(self, lang: Lang, *, existed: bool) -> Screen:
        """Say that everything is deleted, or that there was nothing."""
        say = self._speech[lang].say
        text = say("Everything about you is deleted.") if existed else say("I kept nothing.")
        return Screen(escaped(text), (self._menu_row(lang),))

    def kept(self, lang: Lang) -> Screen:
        """Say that nothing was deleted."""
        say = self._speech[lang].say
        return Screen(escaped(say("Nothing was deleted.")), (self._menu_row(lang),))

    def nothing_to_cancel(self, lang: Lang) -> Screen:
        """Say that there is nothing to cancel."""
        say = self._speech[lang].say
        return Screen(escaped(say("There is nothing to cancel.")), (self._menu_row(lang),))

    def emergency(self, lang: Lang) -> Screen:
        """Send a person in danger to 112 first."""
        say = self._speech[lang].say
        text = bold(say("If somebody is in danger, call 112 at once."))
        return Screen(text, (self._menu_row(lang),))

    def outdated(self, lang: Lang) -> Screen:
        """Say that a button or link makes no sense any more."""
        say = self._speech[lang].say
        text = say("This button or link is out of date. Start from the menu, please.")
        return Screen(escaped(text), (self._menu_row(lang),), fresh=True)

    def not_text(self, kind: NotText, lang: Lang, *, asked: bool = False) -> Screen:
        """Say kindly that only text is understood, and what not to send.

        `asked`: words came with it, and are answered below.
        """
        say = self._speech[lang].say
        papers = say("I do not open photos and files: do not send documents, I keep none.")
        texts: dict[NotText, str] = {
            "voice": say("I cannot listen to voice messages yet."),
            "photo": papers,
            "video": papers,
            "document": papers,
            "sticker": say("Thank you! I only understand words."),
            "location": say("I cannot find an office by a location yet; addresses: call 1414."),
            "contact": say("Please do not send phone numbers: I need none."),
            "other": say("I only understand words."),
        }
        ask = say("Write your question in words, please.")
        if asked:
            return Screen(escaped(texts[kind]))
        return Screen(escaped(f"{texts[kind]} {ask}"), (self._menu_row(lang),))

    def too_much(self, lang: Lang) -> Screen:
        """Ask who writes faster than anybody can read to wait."""
        say = self._speech[lang].say
        text = say("That is too much at once for me. Please wait ten seconds and write again.")
        return Screen(escaped(text))

    def not_yours(self, lang: Lang) -> str:
        """Return the alert for a button under another person's answer."""
        return self._speech[lang].say(
            "This answer is for another person. Write /docs and I will answer you."
        )

    def trouble(self, lang: Lang) -> str:
        """Return the sentence for a fault of ours."""
        return self._speech[lang].say("Something went wrong on my side. Please try once more.")

    def only_private(self, lang: Lang) -> Screen:
        """Say that a personal command belongs into the private chat."""
        say = self._speech[lang].say
        return Screen(escaped(say("Please write this to me in a private chat.")))

    def _menu_row(self, lang: Lang) -> tuple[Button, ...]:
        return (Button(self._speech[lang].say("Menu"), MENU),)
