"""Compare what the data say in numbers, kinds and flags with the quotation beside them.

The screens show these values, so they must be what the law says, in both languages.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.catalogue.agreement_papers import paper_disagreements
from bot.catalogue.agreement_times import time_disagreements
from bot.catalogue.faults import Fault, Loc
from bot.catalogue.letters import same_glyphs, skeleton
from bot.catalogue.load import Entry
from bot.catalogue.models import Service
from bot.catalogue.vocabulary import Quote
from bot.catalogue.walk import quotes
from bot.catalogue.wording import Words, flag
from bot.text import LANGS

_FREE: Final[Words] = {"kk": r"тегін", "ru": r"бесплатн"}
_REFUSAL: Final[Words] = {"kk": r"бас тарт", "ru": r"отказ"}
# what stands before a number that is only the end of a longer one, or no telephone
_CUT_BEFORE: Final = re.compile(r"(?:\d-?|\d{3}\)\s?|(?:^|[\s,;(])факс[.:]?\s*)$")
_CUT_AFTER: Final = re.compile(r"-?\d")
_SITE_BEFORE: Final = re.compile(r"[\w.-]$")
_SITE_AFTER: Final = re.compile(r"[\w-]|\.\w")


def disagreements(entry: Entry[Service]) -> Iterator[Fault]:
    """Yield every value that its own quotation does not bear out."""
    service = entry.model
    yield from time_disagreements(entry)
    yield from _contacts(entry)
    yield from paper_disagreements(entry)
    cost, result = service.cost, service.result
    yield from flag(entry, ("cost", "free"), _FREE, cost.text, value=cost.free)
    loc = ("result", "refusal_is_result")
    said = (result.text, *result.more)
    yield from flag(entry, loc, _REFUSAL, *said, value=result.refusal_is_result)
    yield from _deemed(entry)


def _deemed(entry: Entry[Service]) -> Iterator[Fault]:
    deemed = entry.model.deemed_approval
    point = deemed.text.point if deemed.text else None
    if deemed.kind == "none" and deemed.text:
        message = f"is none, a text is quoted: «{deemed.text.ru}»"
        yield entry.fault(("deemed_approval", "kind"), message, point)
    if deemed.kind != "none" and deemed.text is None:
        yield entry.fault(("deemed_approval", "kind"), f"is {deemed.kind}, no text is quoted")
    if deemed.kind.startswith("deemed_then") and deemed.days is None:
        message = f"is empty, {deemed.kind} needs it"
        yield entry.fault(("deemed_approval", "days"), message, point)
    if not deemed.kind.startswith("deemed_then") and deemed.days is not None:
        message = f"is {deemed.days}, {deemed.kind} has no days"
        yield entry.fault(("deemed_approval", "days"), message, point)


def _contacts(entry: Entry[Service]) -> Iterator[Fault]:
    service = entry.model
    whole = [quote for _, quote in quotes(service)]
    for i, channel in enumerate(service.channels):
        said = [quote for _, quote in quotes(channel)]
        yield from _phones(entry, ("channels", i, "phones"), channel.phones, said)
        for j, site in enumerate(channel.websites):
            for lang in LANGS:
                texts = (quote[lang] for quote in whole)
                if not _stands(re.escape(same_glyphs(site)), texts, _SITE_BEFORE, _SITE_AFTER):
                    message = f"{site} does not stand in any {lang} quotation of the service"
                    yield entry.fault(("channels", i, "websites", j), message)
    for i, route in enumerate(service.complaint_routes):
        said = [quote for _, quote in quotes(route)]
        yield from _phones(entry, ("complaint_routes", i, "phones"), route.phones, said)


def _phones(
    entry: Entry[Service], loc: Loc, phones: Iterable[str], said: list[Quote]
) -> Iterator[Fault]:
    for i, phone in enumerate(phones):
        # the spaces of a telephone may stand anywhere
        pattern = r"\s*".join(map(re.escape, skeleton(phone)))
        for lang in LANGS:
            texts = (quote[lang] for quote in said)
            if not _stands(pattern, texts, _CUT_BEFORE, _CUT_AFTER):
                message = f"{phone} does not stand as a telephone in a {lang} quotation beside it"
                yield entry.fault((*loc, i), message, said[0].point if said else None)


def _stands(
    pattern: str, texts: Iterable[str], before: re.Pattern[str], after: re.Pattern[str]
) -> bool:
    """Say whether a text has the pattern whole: not after `before` and not before `after`."""
    return any(
        not before.search(glyphs[: match.start()]) and not after.match(glyphs, match.end())
        for glyphs in map(same_glyphs, texts)
        for match in re.finditer(pattern, glyphs)
    )
