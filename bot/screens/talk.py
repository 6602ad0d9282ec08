"""The screens that are about the bot itself: greeting, menu, help, privacy, lists."""

import itertools
from typing import Final

from bot.catalogue.models import Service
from bot.screens.browsing import Browsing
from bot.screens.page import Speech
from bot.screens.route import HELP, LANGUAGE, Route
from bot.screens.screen import DATA_BYTES, Button, Screen, bold, escaped
from bot.text import LANGS, Lang

# a language is named in itself
_LANGUAGES: Final[dict[Lang, str]] = {"kk": "Қазақша", "ru": "Русский"}
_EXAMPLES: Final = 3
_WIDE: Final = 40  # letters a phone shows of a button


def _fits(service: Service, turn: int) -> bool:
    """Say whether a service has such an example, short enough for a button."""
    example = dict(enumerate(service.examples)).get(turn)
    return example is not None and max(len(example.kk), len(example.ru)) <= _WIDE


class Talk(Browsing):
    """Make the screens that need no finding."""

    def language_row(self, after: str = "") -> tuple[Button, ...]:
        """Return the buttons that choose the language and then show the screen behind `after`."""
        return tuple(self._language_button(lang, after) for lang in LANGS)

    def _language_button(self, lang: Lang, after: str = "") -> Button:
        data = f"{LANGUAGE}:{lang}:{after}" if after else f"{LANGUAGE}:{lang}"
        if len(data.encode()) > DATA_BYTES:
            data = f"{LANGUAGE}:{lang}"
        return Button(_LANGUAGES[lang], data)

    def greeting(self) -> Screen:
        """Return the first question, in both languages: which language."""
        texts = [self._speech[lang].say("Hello! Choose a language.") for lang in LANGS]
        return Screen(escaped("\n".join(texts)), (self.language_row(),))

    def language(self, lang: Lang) -> Screen:
        """Return the question of /language."""
        say = self._speech[lang].say
        return Screen(escaped(say("Which language shall I answer in?")), (self.language_row(),))

    def menu(self, lang: Lang) -> Screen:
        """Return the first screen: who speaks, what it knows, three examples to tap."""
        speech = self._speech[lang]
        text = "\n\n".join(
            (
                bold(speech.say("I am a helper bot, not a state body; I take no applications.")),
                escaped(self._scope(speech)),
                escaped(speech.say("Ask in your own words or tap an example:")),
            )
        )
        return Screen(text, self._example_rows(speech))

    def pleasantry(self, lang: Lang) -> Screen:
        """Return a kind word to small talk, and what may be asked."""
        speech = self._speech[lang]
        who = speech.say("I am a helper bot, not a state body; I take no applications.")
        text = speech.say("Glad to help! Ask in your own words or tap an example:")
        return Screen(escaped(f"{who}\n\n{text}"), self._example_rows(speech))

    def _example_rows(self, speech: Speech) -> tuple[tuple[Button, ...], ...]:
        rows = tuple(
            (Button(speech.of(service.examples[i]), Route("e", service.id, str(i)).pack()),)
            for service, i in self._examples()
        )
        last = (self._to_services(speech), Button(speech.say("Help"), HELP))
        return (*rows, last)

    def _scope(self, speech: Speech) -> str:
        subjects = ", ".join(speech.of(act.subject) for act in self._catalogue.acts)
        number = len(self._catalogue.services)
        known = speech.count("I know {n} public service", "I know {n} public services", number)
        elsewhere = speech.say("Passports, pensions, land are not for me: call 1414.")
        return f"{known}: {subjects}. {elsewhere}"

    def _examples(self) -> list[tuple[Service, int]]:
        """Return three examples, of as many acts and services as there are.

        What has most situations is asked about most, and comes first.
        """
        services = sorted(self._catalogue.services, key=lambda service: -len(service.cases))
        by_act = [
            [(service, turn) for turn in range(_EXAMPLES) for service in services
             if service.act == act.id and _fits(service, turn)]
            for act in self._catalogue.acts
        ]  # fmt: skip
        in_turns = itertools.chain.from_iterable(itertools.zip_longest(*by_act))
        return [example for example in in_turns if example][:_EXAMPLES]

    def help(self, lang: Lang) -> Screen:
        """Return what can be asked and where the answers come from."""
        speech = self._speech[lang]
        text = "\n\n".join(
            (
                escaped(self._scope(speech)),
                escaped(
                    speech.say(
                        "Write in your own words which service you need and what you want to "
                        "know: the documents, the term, the price, where to go, how to complain."
                    )
                ),
                escaped(
                    speech.say(
                        "Every answer is the wording of a decree; «Where this comes from» shows "
                        "the point. The decrees are repealed: check by phone 1414 before a trip."
                    )
                ),
                escaped(
                    speech.say(
                        "In a list of documents, «Tick what you have» marks what is ready and "
                        "makes a page to print."
                    )
                ),
                escaped(
                    speech.say(
                        "In any chat, write my name and a service to post its list of documents."
                    )
                ),
            )
        )
        return Screen(text, ((self._to_services(speech),),))

    def unknown_command(self, lang: Lang) -> Screen:
        """Say that there is no such command, and what can be asked."""
        unknown = escaped(self._speech[lang].say("I do not know this command."))
        known = self.help(lang)
        return Screen(f"{unknown}\n\n{known.text}", known.rows)

    def privacy(self, lang: Lang) -> Screen:
        """Return what is kept about a person."""
        say = self._speech[lang].say
        text = say(
            "I keep only your Telegram number, your language, so as to answer in it, whether you "
            "have blocked me, and your ticks in lists of documents: encrypted, for 90 days after "
            "the last one. I do not keep your questions, only which answer you saw last, for an "
            "hour; a question whose answer is held up is kept, encrypted, until it is answered. "
            "No documents: do not send any. /forget deletes it all."
        )
        return Screen(escaped(text), (self._menu_row(lang),))

    def services(self, lang: Lang) -> Screen:
        """Return the way to every service."""
        return self.all_services("c", lang)

    def docs(self, lang: Lang) -> Screen:
        """Return the way to every service, each leading to its papers."""
        asks = self._speech[lang].say("Which service's documents shall I show?")
        return self.all_services("d", lang, escaped(asks))

    def nothing(self, lang: Lang) -> Screen:
        """Say that nothing was found, what the bot does know, and whom to ask."""
        speech = self._speech[lang]
        text = "\n\n".join(
            (
                escaped(speech.say("I have no answer to this in my decrees.")),
                escaped(self._scope(speech)),
                escaped(speech.say("Choose a service or write in other words:")),
            )
        )
        return self.all_services("c", lang, text)

    def commands(self, lang: Lang, *, group: bool) -> list[tuple[str, str]]:
        """Return the commands of a private chat or a group with their descriptions."""
        say = self._speech[lang].say
        everywhere = [
            ("services", say("all services")),
            ("docs", say("which documents are needed")),
            ("help", say("what I can do")),
        ]
        if group:
            return everywhere
        return [
            ("start", say("the first screen")),
            *everywhere,
            ("language", say("Kazakh or Russian")),
            ("privacy", say("what I keep about you")),
            ("forget", say("delete what I keep")),
            ("cancel", say("stop what was begun")),
        ]

    def bot_description(self, lang: Lang) -> str:
        """Return what Telegram shows in an empty chat, at most 512 letters."""
        speech = self._speech[lang]
        first = speech.say("I am a helper bot, not a state body; I take no applications.")
        return f"{first} {self._scope(speech)}"

    def bot_short_description(self, lang: Lang) -> str:
        """Return what Telegram shows on the bot's page, at most 120 letters."""
        return self._speech[lang].say(
            "Which documents a public service needs, from the decrees. Not a state body."
        )
