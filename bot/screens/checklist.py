"""The papers of a case, ticked off one by one: as a screen, and as a page to print."""

import re
from collections.abc import Collection
from typing import Final

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.papers import Case
from bot.screens.mark import Mark
from bot.screens.page import BULLET, Speech, joined
from bot.screens.route import Route
from bot.screens.screen import (
    TEXT_LENGTH,
    Button,
    File,
    Screen,
    bold,
    escaped,
    italic,
    shortened,
)
from bot.screens.sheet import Item, Sheet, sheet_of, to_have
from bot.text import Lang

# letters of a button that any phone shows without cutting it
_LABEL: Final = 35
# Telegram: 100 buttons a message, some of them not papers
_MOST: Final = 90
# letters a paper's wording is cut to, longest first, until the message is short enough
_CUTS: Final = (400, 200, 100, 60, 40, 25)
# what some system does not take in the name of a file
_UNSAFE: Final = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')


class ChecklistScreens:
    """Make the screens of checklists; which papers are ticked comes from outside."""

    def __init__(self, catalogue: Catalogue, speech: dict[Lang, Speech]) -> None:
        self._catalogue = catalogue
        self._speech = speech

    def knows(self, mark: Mark) -> bool:
        """Tell whether there still is such a list, and such a paper to have."""
        found = self._find(mark)
        if found is None:
            return False
        return not mark.paper or mark.paper in {paper.id for paper in to_have(found[1])}

    def screen(self, mark: Mark, ticked: Collection[str], lang: Lang) -> Screen | None:
        """Return the list with what is ticked, or None where there is none any more."""
        sheet = self.sheet(mark, ticked, lang)
        if sheet is None:
            return None
        speech = self._speech[lang]
        return Screen(_text(sheet, speech), _rows(mark, sheet, speech))

    def sheet(self, mark: Mark, ticked: Collection[str], lang: Lang) -> Sheet | None:
        """Return what is to be printed, or None where there is no such list any more."""
        found = self._find(mark)
        if found is None:
            return None
        service, case = found
        act = self._catalogue.act(service.act)
        return sheet_of(act, service, case, ticked, self._speech[lang])

    def printed(self, sheet: Sheet, pdf: bytes) -> Screen:
        """Return the message that brings the printed page."""
        say = self._speech[sheet.lang].say
        name = say("Documents - {title}").format(title=sheet.title)
        caption = say("The list of documents to print: {title}").format(title=sheet.title)
        return Screen(escaped(caption), fresh=True, file=File(f"{_file_name(name)}.pdf", pdf))

    def only_private(self, lang: Lang) -> str:
        """Return the alert for a press in a group."""
        return self._speech[lang].say("Ticks are personal: write to me in a private chat.")

    def _find(self, mark: Mark) -> tuple[Service, Case] | None:
        service = self._catalogue.service(mark.service)
        case = service.case(mark.case) if service else None
        return (service, case) if service and case and to_have(case) else None


def to_checklist(service: Service, case: Case, speech: Speech) -> tuple[Button, ...]:
    """Return the row under the papers that leads to their checklist; empty if it has none."""
    if not to_have(case):
        return ()
    return (Button(speech.say("Tick what you have"), Mark(service.id, case.id).pack()),)


def _text(sheet: Sheet, speech: Speech) -> str:
    """Return the message, with as much of the wording as fits; the notes are cut last."""
    text = _said(sheet, speech, cut=None, more=True)
    for cut in (None, *_CUTS):
        if _fits(text):
            break
        text = _said(sheet, speech, cut=cut, more=False)
    return text if _fits(text) else _said(sheet, speech, cut=_CUTS[-1], more=False, notes=False)


def _fits(text: str) -> bool:
    return len(Screen(text).plain.encode("utf-16-le")) // 2 <= TEXT_LENGTH


def _said(sheet: Sheet, speech: Speech, *, cut: int | None, more: bool, notes: bool = True) -> str:
    blocks = [bold(sheet.title), escaped(sheet.case)]
    if counted := sheet.counted:
        there = sum(item.ticked for item in counted)
        blocks.append(bold(speech.say("Ready: {n} of {all}").format(n=there, all=len(counted))))
    blocks.append(
        escaped(speech.say("Tap a document you have; tap it once more to take the tick away."))
    )
    for group in sheet.groups:
        blocks.append(bold(group.heading))
        for item in group.papers:
            text = escaped(item.text if cut is None else shortened(item.text, cut))
            lines = [f"{_state(item, speech)}{text}"]
            lines += [italic(line) for line in item.more if more]
            if item.warning and notes:
                lines.append(f"{bold(f'{sheet.attention}:')} {escaped(item.warning)}")
            blocks.append("\n".join(lines))
    if sheet.notes and notes:
        first, *others = (f"{BULLET}{escaped(note)}" for note in sheet.notes)
        blocks += [f"{bold(sheet.attention)}\n{first}", *others]
    blocks.append(
        escaped(speech.say("I keep the ticks for 90 days, encrypted; /forget deletes them."))
    )
    blocks.append(italic("\n".join(sheet.closing)))
    return joined(blocks)


def _state(item: Item, speech: Speech) -> str:
    if item.number is None:
        return BULLET
    if item.ticked:
        state = "✓ " + speech.say("there")
    elif item.conditional:
        state = "☐ " + speech.say("if it is about you")
    else:
        state = "☐ " + speech.say("not there")
    return f"{item.number}. {bold(state)} — "


def _rows(of: Mark, sheet: Sheet, speech: Speech) -> tuple[tuple[Button, ...], ...]:
    rows = []
    for item in sheet.to_have[:_MOST]:
        mark = Mark(of.service, of.case, "lack" if item.ticked else "have", item.id)
        sign = "✓ " if item.ticked else ""
        label = shortened(f"{sign}{item.number}. {item.short}", _LABEL)
        rows.append((Button(label, mark.pack()),))
    to_print = Mark(of.service, of.case, "print").pack()
    rows.append((Button(speech.say("PDF to print"), to_print),))
    if any(item.ticked for item in sheet.to_have):
        clear = Mark(of.service, of.case, "clear").pack()
        rows.append((Button(speech.say("Untick all"), clear),))
    back = Route("d", of.service, of.case).pack()
    rows.append((Button(speech.say("← To the list of documents"), back),))
    return tuple(rows)


def _file_name(name: str) -> str:
    """Return a name that every file system takes."""
    return " ".join(_UNSAFE.sub(" ", name).split()).strip(". ")
