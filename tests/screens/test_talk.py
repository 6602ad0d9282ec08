"""The screens that are about the bot itself, and its notices."""

import re
from collections.abc import Callable
from typing import Final, get_args

import pytest

from bot.catalogue.models import Catalogue
from bot.finding.outcome import Answer, Candidate
from bot.screens.desk import Screens
from bot.screens.notices import NotText
from bot.screens.screen import DATA_BYTES, TEXT_LENGTH, Screen
from bot.text import LANGS, Lang
from tests.screens.changing import Changed
from tests.screens.reading import KAZAKH, OF_THE_CHAT, buttons, markup_faults

LANGUAGES: Final = [("Қазақша", "l:kk"), ("Русский", "l:ru")]
KINDS: Final[tuple[NotText, ...]] = get_args(NotText)
GONE: Final = Answer("removed", None, (Candidate("soldier-registration", None, 1.0),))
MAKERS: Final[dict[str, Callable[[Screens, Lang], Screen]]] = {
    "language": Screens.language,
    "menu": Screens.menu,
    "help": Screens.help,
    "privacy": Screens.privacy,
    "services": Screens.services,
    "docs": Screens.docs,
    "nothing": Screens.nothing,
    "forget": Screens.forget,
    "forgotten": lambda desk, lang: desk.forgotten(lang, existed=True),
    "nothing kept": lambda desk, lang: desk.forgotten(lang, existed=False),
    "kept": Screens.kept,
    "nothing to cancel": Screens.nothing_to_cancel,
    "outdated": Screens.outdated,
    "only private": Screens.only_private,
    "emergency": Screens.emergency,
    "pleasantry": Screens.pleasantry,
    "unknown command": Screens.unknown_command,
    "which service": lambda desk, lang: desk.which_service("deadline", lang),
    "removed": lambda desk, lang: desk.removed(GONE, lang),
}


def assert_sound(desk: Screens, screen: Screen, lang: Lang) -> None:
    """Hold that a screen can be sent, is in its language, and leads somewhere."""
    assert 0 < len(screen.plain) <= TEXT_LENGTH
    assert markup_faults(screen.text) == []
    assert bool(KAZAKH.search(screen.plain)) is (lang == "kk")
    assert not re.search(r"[A-Za-z]{2,}", re.sub(r"Telegram|/[a-z]+", "", screen.plain))
    for button in buttons(screen):
        assert 0 < len(button.label) <= 40
        assert button.data is not None
        assert len(button.data.encode()) <= DATA_BYTES
        assert button.data.startswith(OF_THE_CHAT) or desk.open(button.data, lang)


@pytest.mark.parametrize("name", list(MAKERS))
def test_every_screen_is_sound(desk: Screens, lang: Lang, name: str) -> None:
    """Every screen about the bot can be sent, is in its language, and its buttons lead on."""
    assert_sound(desk, MAKERS[name](desk, lang), lang)


def test_each_says_something_of_its_own(desk: Screens, lang: Lang) -> None:
    """No two of these screens say the same."""
    texts = {maker(desk, lang).plain for maker in MAKERS.values()}
    assert len(texts) == len(MAKERS)


def test_the_greeting_is_in_both_languages(desk: Screens) -> None:
    """The first question stands in both languages, each on its line, with a button each."""
    greeting = desk.greeting()
    kk, ru = greeting.plain.split("\n")
    assert KAZAKH.search(kk)
    assert not KAZAKH.search(ru)
    assert [(button.label, button.data) for button in buttons(greeting)] == LANGUAGES


def test_the_language_is_asked_by_its_own_name(desk: Screens, lang: Lang) -> None:
    """Each language is named in itself, whatever the language of the question."""
    asked = desk.language(lang)
    assert [(button.label, button.data) for button in buttons(asked)] == LANGUAGES


def test_the_menu_says_who_speaks(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """The first screen says that the bot is no state body, what it knows, and 1414."""
    said = {
        "ru": ("не государственный орган", "заявления не принимаю", "28 государственных услуг"),
        "kk": ("мемлекеттік орган емеспін", "өтініш қабылдамаймын", "28 мемлекеттік қызмет"),
    }[lang]
    menu = desk.menu(lang).plain
    subjects = [act.subject[lang] for act in catalogue.acts]
    for words in (*said, *subjects, "1414"):
        assert words in menu


def test_the_examples_are_of_every_act(
    catalogue: Catalogue, desk: Screens, changed: Changed, lang: Lang
) -> None:
    """The menu offers three examples, short enough for a button, each of another act."""
    services = {service.id: service for service in catalogue.services}
    tapped = [str(b.data).split(":") for b in buttons(desk.menu(lang)) if b.data != "v"]
    shown = [services[data[1]] for data in tapped if data[0] == "e"]
    assert len({service.id for service in shown}) == len(shown) == 3
    assert len({service.act for service in shown}) == 3
    assert {service.act for service in shown} <= {act.id for act in catalogue.acts}
    # the few that one service has, and none where there are none
    of_one = catalogue.services[0].examples[:2]
    assert all(len(example[each]) <= 40 for example in of_one for each in LANGS)
    for examples in (of_one, ()):
        one = catalogue.services[0].model_copy(update={"examples": examples})
        offered = [str(b.data) for b in buttons(changed(one).menu(lang))]
        assert [data for data in offered if data.startswith("e:")] == [
            f"e:{one.id}:{number}" for number in range(len(examples))
        ]


def test_the_lists_lead_to_card_and_papers(
    catalogue: Catalogue, desk: Screens, lang: Lang
) -> None:
    """/services leads to cards, /docs to papers, of every service: over its body."""
    for screen, topic in ((desk.services(lang), "c"), (desk.docs(lang), "d")):
        bodies = [button.data for button in buttons(screen) if button.data]
        assert bodies == [
            *(f"v:{topic}:b:{body.id}" for body in catalogue.authorities),
            f"v:{topic}:e",
            "m",
        ]
        listed = [desk.open(data, lang) for data in bodies[:-2]]
        led = [button.data for shown in listed if shown for button in buttons(shown)]
        assert {f"{topic}:{service.id}" for service in catalogue.services} <= set(led)


def test_to_forget_is_asked_twice(desk: Screens, lang: Lang) -> None:
    """/forget deletes nothing before it is confirmed, and says what there is."""
    asked = desk.forget(lang)
    assert [button.data for button in buttons(asked)] == ["f:yes", "f:no"]
    assert asked.plain.count("?") == 1


def test_a_card_offers_the_language(desk: Screens, lang: Lang) -> None:
    """Where the language was guessed, the card's last row offers both and comes back to it."""
    plain = desk.card("veteran-id", lang)
    offered = desk.card("veteran-id", lang, offer_language=True)
    assert plain is not None
    assert offered is not None
    assert (offered.text, offered.rows[:-1]) == (plain.text, plain.rows)
    assert [b.data for b in offered.rows[-1]] == ["l:kk:c:veteran-id", "l:ru:c:veteran-id"]


def test_a_way_back_that_is_too_long_is_left_out(desk: Screens) -> None:
    """A language button always fits: without room for the screen it only sets the language."""
    longest = "d:" + "a" * (DATA_BYTES - len("l:kk:d:"))
    assert [b.data for b in desk.language_row(longest)] == [f"l:kk:{longest}", f"l:ru:{longest}"]
    assert [b.data for b in desk.language_row(f"{longest}a")] == ["l:kk", "l:ru"]


def test_an_unknown_service_has_no_card(desk: Screens, lang: Lang) -> None:
    """A link to a service there is not opens no card."""
    assert desk.card("passport", lang) is None
    assert desk.card("", lang) is None


def test_an_outdated_button_opens_a_new_message(desk: Screens, lang: Lang) -> None:
    """The old answer stays readable; the way on is the menu."""
    outdated = desk.outdated(lang)
    assert outdated.fresh
    assert [button.data for button in buttons(outdated)] == ["m"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_text_is_answered_kindly(desk: Screens, lang: Lang, kind: NotText) -> None:
    """Whatever a person sends instead of words, they are asked for words."""
    screen = desk.not_text(kind, lang)
    assert_sound(desk, screen, lang)
    assert screen.plain.endswith(
        {"ru": "Напишите, пожалуйста, вопрос словами.", "kk": "Сұрағыңызды жазып жіберіңізші."}[
            lang
        ]
    )


def test_papers_are_not_taken(desk: Screens, lang: Lang) -> None:
    """Who sends a photo, a video or a file is told not to send documents."""
    said = {desk.not_text(kind, lang).plain for kind in ("photo", "video", "document")}
    assert len(said) == 1
    others = [desk.not_text(kind, lang).plain for kind in KINDS if kind not in {"photo", "video"}]
    assert len(set(others)) == len(others)


def test_alerts_are_short(desk: Screens, lang: Lang) -> None:
    """What Telegram shows as an alert has at most 200 letters, in its language."""
    for alert in (desk.not_yours(lang), desk.trouble(lang)):
        assert 0 < len(alert) <= 200
        assert bool(KAZAKH.search(alert)) is (lang == "kk")


@pytest.mark.parametrize("group", [False, True])
def test_commands_are_what_telegram_takes(desk: Screens, lang: Lang, *, group: bool) -> None:
    """Names and descriptions of the commands fit Telegram's limits, in both languages alike."""
    commands = desk.commands(lang, group=group)
    names = [name for name, _ in commands]
    assert len(set(names)) == len(names) > 2
    for name, description in commands:
        assert re.fullmatch(r"[a-z]{1,32}", name)
        assert 1 <= len(description) <= 256
        assert description[0] not in "/ "
    assert names == [name for name, _ in desk.commands("ru", group=group)]


def test_a_group_has_no_personal_commands(desk: Screens, lang: Lang) -> None:
    """A group is offered what answers anyone, a private chat all of it and more."""
    private = {name for name, _ in desk.commands(lang, group=False)}
    group = {name for name, _ in desk.commands(lang, group=True)}
    assert group < private
    assert private - group == {"start", "language", "privacy", "forget", "cancel"}


def test_the_descriptions_fit(desk: Screens) -> None:
    """What Telegram shows of the bot fits its limits and says it is no state body."""
    for lang in LANGS:
        description = desk.bot_description(lang)
        short = desk.bot_short_description(lang)
        assert 0 < len(description) <= 512
        assert 0 < len(short) <= 120
        body = {"ru": "государственный орган", "kk": "емлекеттік орган"}[lang]
        assert body in description
        assert body in short
