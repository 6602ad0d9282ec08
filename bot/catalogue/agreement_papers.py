"""Compare how a paper is asked for with the words of its quotation."""

import re
from collections.abc import Iterator
from typing import Final

from bot.catalogue.faults import Fault, Loc
from bot.catalogue.load import Entry
from bot.catalogue.models import Service
from bot.catalogue.numerals import numbers
from bot.catalogue.papers import Case, RequiredDocument
from bot.catalogue.wording import YES_NO, Words, against, names, unsaid
from bot.text import LANGS

_ORIGINAL: Final[Words] = {"kk": r"түпнұсқа", "ru": r"оригинал|подлинник"}
_FETCHED: Final[Words] = {"kk": r"\bал(?:ын)?ады\b", "ru": r"\bполуча(?:ет|ют)\b"}
_ELECTRONIC: Final[Words] = {"kk": r"эцқ|электрон", "ru": r"эцп|электрон"}
_NOTARISED: Final[Words] = {"kk": r"нотариал", "ru": r"нотариал"}
_ANNEX: Final[Words] = {"kk": r"\d\s?-\s?қосымша", "ru": r"приложени\w+ (?:№ ?)?\d"}
# a word of our label is the law's where so many first letters agree; shorter ones join words
_STEM, _LONG = 4, 5
_WORD: Final = re.compile(rf"[^\W\d_]{{{_STEM},}}")


def paper_disagreements(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield roles, labels, conditions, forms and flags of papers that the law does not say."""
    for i, case in enumerate(entry.model.cases):
        for j, document in enumerate(case.documents):
            loc: Loc = ("cases", i, "documents", j)
            yield from _role(entry, (*loc, "role"), document)
            yield from _label(entry, (*loc, "label"), document)
            yield from _condition(entry, (*loc, "condition"), document, case)
            yield from _numbers(entry, loc, document)
            yield from _flags(entry, loc, document)


def _role(entry: Entry[Service], loc: Loc, document: RequiredDocument) -> Iterator[Fault]:
    role, said = document.role, (document.text, *document.notes)
    if role == "show_original":
        yield from unsaid(entry, loc, role, _ORIGINAL, *said)
    if role == "fetched_by_state":
        yield from unsaid(entry, loc, role, _FETCHED, *said)
        return
    for quote in said:
        # both languages: «тапсыра алады» is "may hand in"
        if all(names(quote, lang, _FETCHED) for lang in LANGS):
            yield against(entry, loc, role, quote, "ru")


def _flags(entry: Entry[Service], loc: Loc, document: RequiredDocument) -> Iterator[Fault]:
    said = (document.text, *document.notes)
    if document.electronic:
        yield from unsaid(entry, (*loc, "electronic"), YES_NO[True], _ELECTRONIC, *said)
    if document.notarised:
        yield from unsaid(entry, (*loc, "notarised"), YES_NO[True], _NOTARISED, *said)


def _numbers(entry: Entry[Service], loc: Loc, document: RequiredDocument) -> Iterator[Fault]:
    text, form, copies = document.text, document.form, document.copies
    for lang in LANGS:
        # a form may be linked by us; where the law names an annex, it is that annex
        annexes = numbers(text[lang], lang, in_words=False) if form else None
        if annexes is not None and names(text, lang, _ANNEX) and form not in annexes:
            yield against(entry, (*loc, "form"), str(form), text, lang)
        said = " ".join(quote[lang] for quote in (text, *document.notes))
        if copies is not None and copies != 1 and copies not in numbers(said, lang):
            yield against(entry, (*loc, "copies"), str(copies), text, lang)


def _label(entry: Entry[Service], loc: Loc, document: RequiredDocument) -> Iterator[Fault]:
    if document.label is None:
        return
    if document.role != "show_original":
        message = f"is «{document.label.ru}», only the role show_original may have a label"
        yield entry.fault(loc, message, document.text.point)
        return
    for lang in LANGS:
        stems = {word[:_STEM] for word in _words(document.text[lang])}
        strange = [
            word
            for word in _words(document.label[lang])
            if len(word) >= _LONG and word[:_STEM] not in stems
        ]
        if strange:
            message = f"says what its quotation «{document.text[lang]}» does not: "
            message += ", ".join(strange)
            yield entry.fault((*loc, lang), message, document.text.point)


def _condition(
    entry: Entry[Service], loc: Loc, document: RequiredDocument, case: Case
) -> Iterator[Fault]:
    """Yield a condition that is not that of the paper whose quotation holds this one."""
    own = document.condition
    for other in case.documents:
        if document.role == other.role == "fetched_by_state":
            # one sentence names all that is fetched, each with its own condition
            continue
        inside = any(_holds(other.text[lang], document.text[lang]) for lang in LANGS)
        if other is not document and inside and other.condition != own:
            here = f"«{own.ru}»" if own else "empty"
            there = f"«{other.condition.ru}»" if other.condition else "empty"
            message = f"is {here}, that of {other.id} with the same words is {there}"
            yield entry.fault(loc, message, document.text.point)


def _holds(text: str, part: str) -> bool:
    """Say whether `part` stands in `text` in whole words."""
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None


def _words(text: str) -> list[str]:
    """Return the words long enough to be compared."""
    return _WORD.findall(text.casefold().replace("ё", "е"))
