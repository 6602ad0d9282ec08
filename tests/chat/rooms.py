"""Stand-ins for the rooms the chat asks: what they say names what they were asked."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from typing_extensions import override

from bot.casework.checklists import Checklist, Checklists
from bot.casework.people import People
from bot.casework.updates import Inbox
from bot.finding.outcome import Answer
from bot.screens.checklist import ChecklistScreens
from bot.screens.desk import InlineCard, Reply, Screens
from bot.screens.mark import Mark
from bot.screens.notices import NotText
from bot.screens.screen import Button, File, Screen
from bot.screens.sheet import Group, Item, Sheet
from bot.text import Lang

LANGUAGES: Final = (Button("Қазақша", data="l:kk"), Button("Русский", data="l:ru"))


class Lists(ChecklistScreens):
    """Know the papers "photos" and "passport" of every case but "gone"; say what is ticked."""

    def __init__(self) -> None:
        """Need nothing."""

    @override
    def knows(self, mark: Mark) -> bool:
        return mark.case != "gone" and mark.paper in {"", "photos", "passport"}

    @override
    def screen(self, mark: Mark, ticked: Collection[str], lang: Lang) -> Screen | None:
        return Screen(f"{mark.service} {mark.case} {sorted(ticked)} {lang}")

    @override
    def sheet(self, mark: Mark, ticked: Collection[str], lang: Lang) -> Sheet | None:
        photos = Item(
            "photos",
            1,
            "photos" in ticked,
            conditional=False,
            text="Фотосурет",
            short="Фото",
            more=("екеу",),
            warning="",
        )
        return Sheet(
            lang,
            mark.service,
            mark.case,
            groups=(Group("…", (photos, replace(photos, id="state", number=None))),),
            attention="!",
            notes=("екеу",),
            closing=("1414",),
        )

    @override
    def printed(self, sheet: Sheet, pdf: bytes) -> Screen:
        return Screen(f"printed & {sheet.lang}", fresh=True, file=File("list.pdf", pdf))

    @override
    def only_private(self, lang: Lang) -> str:
        return f"only in private {lang}"


class Desk(Screens):
    """Say which screen was asked for, in which language."""

    def __init__(self) -> None:
        self.after: list[str] = []
        self.broken: Exception | None = None
        self.checklists = Lists()

    def _screen(self, name: str, lang: Lang) -> Screen:
        return Screen(text=f"{name} {lang}")

    @override
    def open(self, data: str, lang: Lang) -> Screen | None:
        """Know the data that begin with "s:", and "s:new" as a fresh screen."""
        if self.broken is not None:
            raise self.broken
        if not data.startswith("s:"):
            return None
        return Screen(f"open {data} {lang}", ((Button("→", data="s:b"),),), fresh=data == "s:new")

    @override
    def greeting(self) -> Screen:
        return Screen("greeting", (LANGUAGES,))

    @override
    def language(self, lang: Lang) -> Screen:
        return self._screen("language", lang)

    @override
    def menu(self, lang: Lang) -> Screen:
        return self._screen("menu", lang)

    @override
    def help(self, lang: Lang) -> Screen:
        return self._screen("help", lang)

    @override
    def privacy(self, lang: Lang) -> Screen:
        return self._screen("privacy", lang)

    @override
    def services(self, lang: Lang) -> Screen:
        return self._screen("services", lang)

    @override
    def docs(self, lang: Lang) -> Screen:
        return self._screen("docs", lang)

    @override
    def card(self, service_id: str, lang: Lang, *, offer_language: bool = False) -> Screen | None:
        card = self._screen("card", lang) if service_id == "end-user-certificate" else None
        return Screen(card.text, (LANGUAGES,)) if card and offer_language else card

    @override
    def unknown_command(self, lang: Lang) -> Screen:
        return self._screen("unknown_command", lang)

    @override
    def forget(self, lang: Lang) -> Screen:
        return self._screen("forget", lang)

    @override
    def forgotten(self, lang: Lang, *, existed: bool) -> Screen:
        return self._screen(f"forgotten {existed}", lang)

    @override
    def kept(self, lang: Lang) -> Screen:
        return self._screen("kept", lang)

    @override
    def nothing_to_cancel(self, lang: Lang) -> Screen:
        return self._screen("nothing to cancel", lang)

    @override
    def outdated(self, lang: Lang) -> Screen:
        return self._screen("outdated", lang)

    @override
    def not_text(self, kind: NotText, lang: Lang, *, asked: bool = False) -> Screen:
        return self._screen(f"not text {kind}{' asked' * asked}", lang)

    @override
    def not_yours(self, lang: Lang) -> str:
        return f"not yours {lang}"

    @override
    def too_much(self, lang: Lang) -> Screen:
        return self._screen("too much", lang)

    @override
    def trouble(self, lang: Lang) -> str:
        return f"trouble & sorry {lang}"

    @override
    def only_private(self, lang: Lang) -> Screen:
        return self._screen("only private", lang)

    @override
    def reply(
        self,
        text: str,
        lang: Lang | None = None,
        *,
        offer_language: bool = False,
        after: str = "",
    ) -> Reply:
        """Repeat the question; offer the languages below another button."""
        self.after.append(after)
        if self.broken is not None:
            raise self.broken
        rows = ((Button("→", data="s:a"),), LANGUAGES) if offer_language else ()
        return made_reply(f"reply {text} {lang}", rows)

    @override
    def inline(self, query: str, lang: Lang) -> list[InlineCard]:
        return [InlineCard(f"{n}", f"{query} {lang}", "…", "<b>text</b>") for n in range(110)]

    @override
    def guess_language(self, text: str, language_code: str | None = None) -> Lang:
        if "ә" in text:
            return "kk"
        return "ru" if language_code == "ru" else "kk"

    @override
    def commands(self, lang: Lang, *, group: bool) -> list[tuple[str, str]]:
        return [("docs", lang)] if group else [("help", lang), ("docs", lang)]

    @override
    def bot_description(self, lang: Lang) -> str:
        return f"description {lang}"

    @override
    def bot_short_description(self, lang: Lang) -> str:
        return f"short {lang}"


def made_reply(text: str, rows: tuple[tuple[Button, ...], ...] = ()) -> Reply:
    """Return an answer that found nothing in particular."""
    return Reply(Answer("nothing", None), "ru", Screen(text, rows), shown="s:a")


class Known(People):
    """Keep languages in a dictionary."""

    def __init__(self) -> None:
        self.languages: dict[int, Lang] = {}
        self.lost: set[int] = set()
        self.by: list[int] = []  # the updates that wrote
        self.broken: Exception | None = None

    @override
    async def language_of(self, person_id: int) -> Lang | None:
        if self.broken is not None:
            raise self.broken
        return self.languages.get(person_id)

    @override
    async def choose_language(self, person_id: int, lang: Lang, *, update_id: int) -> None:
        self.by.append(update_id)
        self.languages[person_id] = lang

    @override
    async def forget(self, person_id: int, *, update_id: int) -> bool:
        self.by.append(update_id)
        return self.languages.pop(person_id, None) is not None

    @override
    async def lose(self, person_id: int) -> None:
        self.lost.add(person_id)

    @override
    async def find(self, person_id: int) -> None:
        self.lost.discard(person_id)


class Ticks(Checklists):
    """Keep ticks in a dictionary, and note what was asked."""

    def __init__(self) -> None:
        self.kept: dict[Checklist, frozenset[str]] = {}
        self.asked: list[str] = []
        self.by: list[int] = []  # the updates that wrote

    @override
    async def ticked(self, checklist: Checklist) -> frozenset[str]:
        self.asked.append("ticked")
        return self.kept.get(checklist, frozenset())

    @override
    async def mark(
        self, checklist: Checklist, paper: str, *, there: bool, update_id: int
    ) -> frozenset[str]:
        self.asked.append("mark")
        self.by.append(update_id)
        before = self.kept.get(checklist, frozenset())
        self.kept[checklist] = before | {paper} if there else before - {paper}
        return self.kept[checklist]

    @override
    async def clear(self, checklist: Checklist, *, update_id: int) -> frozenset[str]:
        self.asked.append("clear")
        self.by.append(update_id)
        self.kept.pop(checklist, None)
        return frozenset()


class Held(Inbox):
    """Hold updates in a dictionary, unless told that it cannot be written."""

    def __init__(self) -> None:
        self.kept: dict[int, str] = {}
        self.broken: Exception | None = None

    @override
    async def hold(self, contents: Mapping[int, str]) -> None:
        if self.broken is not None:
            raise self.broken
        self.kept |= contents

    @override
    async def held(self) -> dict[int, str]:
        if self.broken is not None:
            raise self.broken
        return dict(sorted(self.kept.items()))

    @override
    async def release(self, update_ids: Collection[int]) -> None:
        for number in update_ids:
            self.kept.pop(number, None)
