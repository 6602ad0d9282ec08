"""How long it takes: every term, what does not count, queues, and what if the day has passed."""

from typing import Final

from bot.catalogue.models import Service
from bot.catalogue.terms import ProcessingTime
from bot.catalogue.vocabulary import Quote, TermKind, Unit
from bot.screens.page import BULLET, Page, Speech, distinct, sentence
from bot.screens.screen import bold, capitalised, escaped

_ORDER: Final[tuple[TermKind, ...]] = (
    "service",
    "extension",
    "duplicate",
    "reissue",
    "completeness_check",
    "refusal_notice",
    "late_issue",
    "handover",
    "keeping",
    "file_within",
    "present_within",
)


def terms(service: Service, speech: Speech) -> Page:
    """Return the terms of the service in the order a person meets them."""
    page = Page(speech.of(service.short_title))
    for kind in _ORDER:
        of_kind = [term for term in service.processing_times if term.kind == kind]
        for text in dict.fromkeys(term.text for term in of_kind):
            _add(page, [term for term in of_kind if term.text == text], speech)
    for limit in service.queue_limits:
        minutes = speech.count("{n} minute", "{n} minutes", limit.minutes)
        page.add(_block(_queue(limit.what, speech), minutes, limit.text, speech), limit.text)
    return page


def _add(page: Page, same: list[ProcessingTime], speech: Speech) -> None:
    term = same[0]
    lines = [_block(_kind(term.kind, speech), duration(term, speech), term.text, speech)]
    excluded = distinct(each.excluded_by for each in same if each.excluded_by)
    lines += [f"{BULLET}{sentence(quote, speech)}" for quote in excluded]
    page.add("\n".join(lines), term.text, *excluded)


def _block(heading: str, amount: str, text: Quote, speech: Speech) -> str:
    return f"{bold(f'{heading}: {amount}')}\n{escaped(capitalised(speech.of(text)))}"


def duration(term: ProcessingTime, speech: Speech) -> str:
    """Return `15 рабочих дней`."""
    number = term.amount
    forms: dict[Unit, str] = {
        "working_days": speech.count("{n} working day", "{n} working days", number),
        "calendar_days": speech.count("{n} calendar day", "{n} calendar days", number),
        "days": speech.count("{n} day", "{n} days", number),
        "months": speech.count("{n} month", "{n} months", number),
    }
    return forms[term.unit]


def _kind(kind: TermKind, speech: Speech) -> str:
    names = {
        "service": speech.say("Term of the service"),
        "extension": speech.say("Extended term"),
        "duplicate": speech.say("Duplicate"),
        "reissue": speech.say("Reissue"),
        "completeness_check": speech.say("Check that no paper is missing"),
        "refusal_notice": speech.say("Notice of refusal"),
        "late_issue": speech.say("If the term has passed without an answer"),
        "handover": speech.say("Before the end the result goes to the service centre"),
        "keeping": speech.say("The service centre keeps the result"),
        "file_within": speech.say("You must file within"),
        "present_within": speech.say("You must present it within"),
    }
    return names[kind]


def _queue(what: str, speech: Speech) -> str:
    names = {
        "submit": speech.say("Waiting in line, at most"),
        "collect": speech.say("Waiting in line for the result, at most"),
        "service": speech.say("Being served, at most"),
    }
    return names[what]


def late(service: Service, speech: Speech) -> Page:
    """Return what the standard makes of silence, quoted, never as a permission to begin."""
    page = Page(speech.of(service.short_title))
    deemed = service.deemed_approval
    if deemed.text is None:
        page.add(escaped(speech.say("The standard does not state what follows if it is late.")))
    else:
        page.add(escaped(capitalised(speech.of(deemed.text))), deemed.text)
        page.add(
            bold(
                speech.say(
                    "This is a quotation of the decree, not a permission to begin: ask the "
                    "office for a written answer first."
                )
            )
        )
    page.add(
        escaped(speech.say("If there is no answer, you may complain: see «How to complain»."))
    )
    return page
