"""What must hold inside one service whatever its source says."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from bot.catalogue.faults import Fault, Loc
from bot.catalogue.load import Entry
from bot.catalogue.models import Delivery, Receipt, Service
from bot.catalogue.numerals import numbers
from bot.catalogue.papers import Case
from bot.catalogue.terms import ProcessingTime, QueueLimit
from bot.catalogue.translations import Term, differences
from bot.catalogue.vocabulary import Quote
from bot.catalogue.walk import texts
from bot.text import LANGS, Lang, Text

# a phone shows so many letters of a button without cutting it
BUTTON_LENGTH: Final = 30
SHORT_TITLE_LENGTH: Final = 40
# the same button with a tick and a number before the paper: `✓ 12. `
PAPER_LENGTH: Final = 28
# Telegram: bytes a button carries; the longest tick a paper off, `j:<service>:<case>:+<paper>`
DATA_BYTES: Final = 64
_ONE: Final[dict[Lang, re.Pattern[str]]] = {
    "kk": re.compile(r"\bбір\b"),
    "ru": re.compile(r"\bодин\b|\bодн(?:а|о|у|ого|ой|ому|ним|ном)\b"),
}
_KAZAKH: Final = re.compile("[әғқңөұүһі]", re.IGNORECASE)


def rule_faults(entry: Entry[Service], terms: Sequence[Term]) -> Iterator[Fault]:
    """Yield faults of lengths, references, amounts and translations."""
    yield from _lengths(entry)
    yield from _references(entry)
    yield from _amounts(entry)
    excused = {
        (point, kind)
        for note in entry.model.source_notes
        for point in note.points
        for kind in note.excuses
    }
    # our notes on the source cite its Kazakh words, but not those that stand under the papers
    citing = {i for i, note in enumerate(entry.model.source_notes) if not note.cases}
    for loc, text in texts(entry.model):
        cites = loc[0] == "source_notes" and loc[1] in citing
        if not cites and (letters := _KAZAKH.findall(text.ru)):
            yield entry.fault((*loc, "ru"), f"holds Kazakh letters: {', '.join(letters)}")
        point = text.point if isinstance(text, Quote) else None
        for kind, difference in differences(text, terms if point else ()):
            if (point, kind) not in excused:
                yield entry.fault(loc, difference, point)


def _lengths(entry: Entry[Service]) -> Iterator[Fault]:
    yield from too_long(entry, ("short_title",), entry.model.short_title, SHORT_TITLE_LENGTH)
    for i, channel in enumerate(entry.model.channels):
        yield from too_long(entry, ("channels", i, "title"), channel.title, SHORT_TITLE_LENGTH)
    for i, case in enumerate(entry.model.cases):
        yield from too_long(entry, ("cases", i, "button"), case.button, BUTTON_LENGTH)
        for j, document in enumerate(case.documents):
            if document.short:
                loc: Loc = ("cases", i, "documents", j, "short")
                yield from too_long(entry, loc, document.short, PAPER_LENGTH)
            data = f"j:{entry.model.id}:{case.id}:+{document.id}"
            if document.role != "fetched_by_state" and len(data) > DATA_BYTES:
                message = f"the ids are too long for a button, {len(data)} bytes: {data}"
                yield entry.fault(("cases", i, "documents", j, "id"), message)


def too_long(entry: Entry[Service], loc: Loc, text: Text, most: int) -> Iterator[Fault]:
    """Yield a text that a phone would cut."""
    for lang in LANGS:
        if len(text[lang]) > most:
            message = f"has {len(text[lang])} letters, at most {most} fit: «{text[lang]}»"
            yield entry.fault((*loc, lang), message)


def _references(entry: Entry[Service]) -> Iterator[Fault]:
    service = entry.model
    yield from _channels(entry)
    annexes = {form.annex for form in service.forms}
    for i, form in enumerate(service.forms):
        if form.annex is not None and form.title.point != f"annex {form.annex}":
            message = f"the title of the form stands at {form.title.point}"
            yield entry.fault(("forms", i, "annex"), message, f"annex {form.annex}")
    for i, case in enumerate(service.cases):
        for j, document in enumerate(case.documents):
            if document.form is not None and document.form not in annexes:
                loc = ("cases", i, "documents", j, "form")
                yield entry.fault(loc, f"no form has the annex {document.form}")
    yield from _case_names(entry)
    yield from _replaced(entry)
    yield from _silences(entry)
    for i, unquoted in enumerate(service.unquoted):
        if not unquoted.kk and not unquoted.ru:
            yield entry.fault(("unquoted", i), "names no piece of either language", unquoted.point)


def _replaced(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield terms that replace a term which is not there, or without being an extension."""
    terms = {term.id for term in entry.model.processing_times}
    for i, term in enumerate(entry.model.processing_times):
        where: Loc = ("processing_times", i, "replaces")
        if term.replaces is not None and term.replaces not in terms - {term.id}:
            yield entry.fault(where, f"no other term is called {term.replaces}")
        if term.replaces is not None and term.kind != "extension":
            yield entry.fault(where, f"only an extension replaces a term, this is {term.kind}")


def _silences(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield cases that have neither papers nor the word that there is no list, or both."""
    for i, case in enumerate(entry.model.cases):
        if bool(case.documents) == bool(case.silence):
            both = "has papers and a silence"
            message = both if case.silence else "has no papers and no silence"
            yield entry.fault(("cases", i, "silence"), message, case.point)


def _case_names(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield cases that a term or a note names and nobody describes."""
    service = entry.model
    named: list[tuple[Loc, str]] = [
        (("processing_times", i, "cases", j), case)
        for i, term in enumerate(service.processing_times)
        for j, case in enumerate(term.cases)
    ]
    named += [
        (("source_notes", i, "cases", j), case)
        for i, note in enumerate(service.source_notes)
        for j, case in enumerate(note.cases)
    ]
    for loc, case in named:
        if service.case(case) is None:
            yield entry.fault(loc, f"no case is called {case}")


def _channels(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield channels that are named somewhere and described nowhere, or described twice."""
    service = entry.model
    known: set[str] = set()
    for i, channel in enumerate(service.channels):
        if channel.kind in known:
            yield entry.fault(("channels", i, "kind"), f"stands twice: {channel.kind}")
        known.add(channel.kind)
    lists: dict[str, Sequence[Case | ProcessingTime | QueueLimit | Delivery | Receipt]] = {
        "cases": service.cases,
        "processing_times": service.processing_times,
        "queue_limits": service.queue_limits,
        "delivery": service.delivery,
        "receipt": service.receipt,
    }
    named: list[tuple[Loc, Sequence[str]]] = [
        ((name, i, "channels"), thing.channels)
        for name, things in lists.items()
        for i, thing in enumerate(things)
    ]
    named += [(("hours", i, "channel"), [hours.channel]) for i, hours in enumerate(service.hours)]
    named.append((("residence_of",), service.residence_of))
    named.append((("result", "paper"), service.result.paper))
    named.append((("result", "electronic"), service.result.electronic))
    for loc, kinds in named:
        for kind in kinds:
            if kind not in known:
                yield entry.fault(loc, f"no channel is of the kind {kind}")


def _amounts(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield amounts that their quotation does not name."""
    service = entry.model
    amounts: list[tuple[Loc, int, Text]] = [
        (("processing_times", i, "amount"), term.amount, term.text)
        for i, term in enumerate(service.processing_times)
    ]
    amounts += [
        (("queue_limits", i, "minutes"), limit.minutes, limit.text)
        for i, limit in enumerate(service.queue_limits)
    ]
    if check := service.completeness:
        amounts.append((("completeness", "days"), check.days, check.text))
    deemed = service.deemed_approval
    if deemed.days is not None and deemed.text:
        said = [quote for quote in (deemed.text, *deemed.more) if _says(deemed.days, quote)]
        amounts.append((("deemed_approval", "days"), deemed.days, (said or [deemed.text])[0]))
    for loc, amount, text in amounts:
        for lang in LANGS:
            if not _named(amount, text[lang], lang):
                yield entry.fault(loc, f"{amount} does not stand in the {lang} quotation")


def _says(amount: int, text: Text) -> bool:
    return all(_named(amount, text[lang], lang) for lang in LANGS)


def _named(amount: int, text: str, lang: Lang) -> bool:
    """Say whether a text names the amount; «a month» is one where it counts nothing else."""
    found = numbers(text, lang)
    if amount == 1 and found:
        return 1 in found or _ONE[lang].search(text.casefold()) is not None
    return amount == 1 or amount in found
