"""Compare what the data say in numbers, kinds and flags with the quotation beside them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from bot.catalogue.faults import Fault, Loc
from bot.catalogue.letters import skeleton
from bot.catalogue.load import Entry
from bot.catalogue.models import Service
from bot.catalogue.papers import Case, RequiredDocument
from bot.catalogue.terms import Hours
from bot.catalogue.vocabulary import Quote, Starts, Unit
from bot.catalogue.walk import quotes
from bot.text import LANGS, Lang, Text

_Words = Mapping[Lang, str]

_UNITS: Final[Mapping[Unit, _Words]] = {
    "working_days": {"kk": r"жұмыс күн", "ru": r"рабоч\w+ д(?:н|ен)"},
    "calendar_days": {"kk": r"күнтізбелік", "ru": r"календарн"},
    "months": {"kk": r"\bай\w{0,3}\b", "ru": r"месяц"},
    "days": {"kk": r"күн", "ru": r"\bд(?:н|ен)"},
}
_STARTS: Final[Mapping[Starts, _Words]] = {
    "handed_in": {"kk": r"жүгін|тапсыр|өтініш", "ru": r"обращени|сда[чт]|подач"},
    "reached_authority": {"kk": r"алған|түск|келіп", "ru": r"получени|поступлени"},
    "registered": {"kk": r"тіркел", "ru": r"регистраци"},
    "decision_approved": {"kk": r"бекіт|шешім", "ru": r"утвержден|решени"},
}
_FREE: Final[_Words] = {"kk": r"тегін", "ru": r"бесплатн"}
_REFUSAL: Final[_Words] = {"kk": r"бас тарт", "ru": r"отказ"}
_ORIGINAL: Final[_Words] = {"kk": r"түпнұсқа", "ru": r"оригинал|подлинник"}
_ALWAYS: Final[_Words] = {"kk": r"тәулік бойы", "ru": r"круглосуточн"}
_SATURDAY: Final[_Words] = {"kk": r"сенбі", "ru": r"суббот"}
_ACCEPTANCE: Final[_Words] = {"kk": r"қабылда", "ru": r"при[её]м"}
_ISSUE: Final[_Words] = {"kk": r"беру|берілген", "ru": r"выдач"}
_SIXTH, _ROUND_THE_CLOCK = 6, ("00:00", "24:00")
# a word of our label is the law's where so many first letters agree
_STEM, _LONG = 4, 5
_WORD: Final = re.compile(rf"[^\W\d_]{{{_STEM},}}")


def disagreements(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield every value that its own quotation does not bear out."""
    yield from _terms(entry)
    yield from _hours(entry)
    yield from _contacts(entry)
    for i, case in enumerate(entry.model.cases):
        for j, document in enumerate(case.documents):
            yield from _paper(entry, ("cases", i, "documents", j), document, case)
    service = entry.model
    yield from _flag(entry, ("cost", "free"), service.cost.text, _FREE, said=service.cost.free)
    result = service.result
    refused = any(_says(quote, _REFUSAL) for quote in (result.text, *result.more))
    if refused != result.refusal_is_result:
        message = "a refusal is a result where point 5 names one, and only there"
        yield entry.fault(("result", "refusal_is_result"), message, result.text.point)
    deemed = service.deemed_approval
    if (deemed.kind == "none") != (deemed.text is None):
        yield entry.fault(("deemed_approval", "kind"), "is none where no text is quoted")
    if deemed.kind.startswith("deemed_then") and deemed.days is None:
        yield entry.fault(("deemed_approval", "days"), f"{deemed.kind} needs its days")


def _says(text: Text, words: _Words) -> bool:
    """Say whether both languages of a text have their word."""
    return all(re.search(words[lang], text[lang].casefold()) for lang in LANGS)


def _flag(
    entry: Entry[Service], loc: Loc, text: Quote, words: _Words, *, said: bool
) -> Iterator[Fault]:
    if _says(text, words) != said:
        message = f"is {'yes' if said else 'no'} against its quotation: «{text.ru}»"
        yield entry.fault(loc, message, text.point)


def _terms(entry: Entry[Service]) -> Iterator[Fault]:
    for i, term in enumerate(entry.model.processing_times):
        loc: Loc = ("processing_times", i)
        others = {unit for unit in _UNITS if unit not in {term.unit, "days"}}
        if not _says(term.text, _UNITS[term.unit]) or (
            term.unit == "days" and any(_says(term.text, _UNITS[unit]) for unit in others)
        ):
            message = f"{term.unit} does not stand in its quotation: «{term.text.ru}»"
            yield entry.fault((*loc, "unit"), message, term.text.point)
        if term.starts and not _says(term.text, _STARTS[term.starts]):
            message = f"{term.starts} does not stand in its quotation: «{term.text.ru}»"
            yield entry.fault((*loc, "starts"), message, term.text.point)
        for day in term.excluded:
            words = _ACCEPTANCE if day == "acceptance" else _ISSUE
            if term.excluded_by is None or not _says(term.excluded_by, words):
                message = f"no quotation in excluded_by says that the day of {day} does not count"
                yield entry.fault((*loc, "excluded"), message, term.text.point)


def _hours(entry: Entry[Service]) -> Iterator[Fault]:
    for i, hours in enumerate(entry.model.hours):
        times = [hours.opens, hours.closes, *(hours.pause or ())]
        always = (hours.opens, hours.closes) == _ROUND_THE_CLOCK
        if always != _says(hours.text, _ALWAYS):
            message = f"{_ROUND_THE_CLOCK} and «{hours.text.ru}» do not go together"
            yield entry.fault(("hours", i, "opens"), message, hours.text.point)
        elif not always:
            yield from _times(entry, i, hours, [time for time in times if time])
        saturday = hours.days is not None and _SIXTH in hours.days
        if not always and saturday != _says(hours.text, _SATURDAY):
            message = f"day 6 and «{hours.text.ru}» do not go together"
            yield entry.fault(("hours", i, "days"), message, hours.text.point)


def _times(
    entry: Entry[Service], number: int, hours: Hours, times: Iterable[str]
) -> Iterator[Fault]:
    for lang in LANGS:
        printed = {
            f"{int(hour):02}:{minute}"
            for hour, minute in re.findall(r"\b(\d{1,2})[.:-](\d\d)\b", hours.text[lang])
        }
        if printed != set(times):
            message = f"{', '.join(times) or 'no hours'} against the {lang} quotation's "
            message += ", ".join(sorted(printed)) or "none"
            yield entry.fault(("hours", number), message, hours.text.point)


def _contacts(entry: Entry[Service]) -> Iterator[Fault]:
    service = entry.model
    whole = _letters(quote for _, quote in quotes(service))
    for i, channel in enumerate(service.channels):
        said = _letters(quote for _, quote in quotes(channel))
        yield from _missing(entry, ("channels", i, "phones"), channel.phones, said)
        yield from _missing(entry, ("channels", i, "websites"), channel.websites, whole)
    for i, route in enumerate(service.complaint_routes):
        said = _letters(quote for _, quote in quotes(route))
        yield from _missing(entry, ("complaint_routes", i, "phones"), route.phones, said)


def _letters(said: Iterable[Quote]) -> list[str]:
    """Return each language's letters of all the quotations."""
    listed = list(said)
    return ["\n".join(skeleton(quote[lang]) for quote in listed) for lang in LANGS]


def _missing(
    entry: Entry[Service], loc: Loc, values: Iterable[str], said: list[str]
) -> Iterator[Fault]:
    for i, value in enumerate(values):
        # between no other digits: 24-14-07 is not part of another number
        whole = re.compile(rf"(?<!\d){re.escape(skeleton(value))}(?!\d)")
        if not all(whole.search(letters) for letters in said):
            yield entry.fault((*loc, i), f"{value} does not stand in a quotation beside it")


def _paper(
    entry: Entry[Service], loc: Loc, document: RequiredDocument, case: Case
) -> Iterator[Fault]:
    point = document.text.point
    shown = document.role == "show_original"
    if shown and not _says(document.text, _ORIGINAL):
        message = f"no original is asked to be shown: «{document.text.ru}»"
        yield entry.fault((*loc, "role"), message, point)
    if document.label and not shown:
        message = "only an original may be called by a label of ours; quote the paper"
        yield entry.fault((*loc, "label"), message, point)
    elif document.label:
        for lang in LANGS:
            stems = {word[:_STEM] for word in _words(document.text[lang])}
            strange = sorted(
                word
                for word in _words(document.label[lang])
                if len(word) >= _LONG and word[:_STEM] not in stems
            )
            if strange:
                message = f"says what its quotation does not: {', '.join(strange)}"
                yield entry.fault((*loc, "label", lang), message, point)
    for other in case.documents:
        inside = any(document.text[lang] in other.text[lang] for lang in LANGS)
        if other is not document and inside and other.condition != document.condition:
            message = f"the condition is not that of {other.id}, which is the same paper"
            yield entry.fault((*loc, "condition"), message, point)


def _words(text: str) -> list[str]:
    """Return the words long enough to be compared."""
    return _WORD.findall(text.casefold().replace("ё", "е"))
