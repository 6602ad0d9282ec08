"""How long it takes: every term, what does not count, queues, and what if the day has passed."""

from collections.abc import Container, Sequence
from typing import Final

from bot.catalogue.models import Service
from bot.catalogue.papers import Case
from bot.catalogue.terms import ProcessingTime
from bot.catalogue.vocabulary import ChannelKind, Quote, TermKind, Unit
from bot.screens.page import BULLET, Page, Speech, distinct
from bot.screens.screen import bold, capitalised, escaped, italic

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

# terms that count days until the result, each in its own way by the channel
_COUNTED: Final = frozenset({"service", "extension", "duplicate", "reissue"})


def terms(service: Service, speech: Speech, case: Case | None = None) -> Page:
    """Return the terms of the service, or of one case, in the order a person meets them."""
    page = Page(speech.of(service.short_title))
    if case:
        page.add(escaped(speech.of(case.title)))
        if case.silence:
            page.add(escaped(speech.of(case.silence)))
    fitting = [
        term
        for term in service.processing_times
        if case is None or not term.cases or case.id in term.cases
    ]
    blocks = _blocks(_in_order(fitting, len(service.cases)), speech)
    counted = [same for same in blocks if same[0].kind in _COUNTED]
    shared = _shared(service, counted)
    for same in counted:
        _add(page, service, same, shared, speech)
    for quote, kinds in shared.items():
        page.add(escaped(_not_counted(service, quote, kinds, speech)), quote)
    for same in blocks:
        if same not in counted:
            _add(page, service, same, shared, speech)
    page.add_list(
        speech.say("Also printed in the standard"),
        (note for note in service.notes if note.point.startswith("7") and case is None),
        speech,
    )
    for limit in service.queue_limits:
        minutes = speech.count("{n} minute", "{n} minutes", limit.minutes)
        lines = [_block(_queue(limit.what, speech), minutes, limit.text, speech)]
        if where := _where(service, set(limit.channels), speech):
            lines.append(italic(where))
        page.add("\n".join(lines), limit.text)
    return page


def _in_order(terms_: Sequence[ProcessingTime], cases: int) -> list[ProcessingTime]:
    """Return what is said of few of the `cases` before what is said of many.

    An extension stands after the term it replaces.
    """
    places = {term.id: place for place, term in enumerate(terms_)}

    def key(term: ProcessingTime) -> tuple[int, int, int, bool, int]:
        base = terms_[places.get(term.replaces or term.id, places[term.id])]
        many = len(base.cases) or cases
        return _ORDER.index(base.kind), many, places[base.id], term != base, places[term.id]

    return sorted(terms_, key=key)


def _blocks(terms_: Sequence[ProcessingTime], speech: Speech) -> list[list[ProcessingTime]]:
    """Return the terms by kind and wording, in order."""
    blocks: dict[tuple[TermKind, str], list[ProcessingTime]] = {}
    for term in terms_:
        blocks.setdefault((term.kind, speech.of(term.text)), []).append(term)
    return list(blocks.values())


def _shared(
    service: Service, counted: Sequence[Sequence[ProcessingTime]]
) -> dict[Quote, set[ChannelKind]]:
    """Return which days do not count in any term of the ways named: told once, under the terms.

    What is said of one block only is told there.
    """
    every = {channel.kind for channel in service.channels}
    terms_ = [(term.excluded_by, set(term.channels) or every) for same in counted for term in same]
    shared: dict[Quote, set[ChannelKind]] = {}
    for quote in distinct(said for said, _ in terms_ if said):
        ways = {kind for said, kinds in terms_ if said == quote for kind in kinds}
        alike = all(said == quote or not kinds & ways for said, kinds in terms_)
        blocks = [same for same in counted if any(term.excluded_by == quote for term in same)]
        if alike and len(blocks) > 1:
            shared[quote] = ways
    return shared


def _not_counted(service: Service, quote: Quote, kinds: set[ChannelKind], speech: Speech) -> str:
    """Return which days do not count, and for which ways where not for all."""
    whose = _where(service, kinds, speech)
    said = speech.of(quote)
    return f"{whose}: {said}" if whose else capitalised(said)


def _add(
    page: Page,
    service: Service,
    same: list[ProcessingTime],
    shared: Container[Quote],
    speech: Speech,
) -> None:
    """Add terms of one wording as one block: whose they are, and what does not count where."""
    term = same[0]
    lines = [_block(_kind(term.kind, speech), duration(term, speech), term.text, speech)]
    kinds = {kind for each in same for kind in each.channels}
    if term.kind in _COUNTED and (where := _where(service, kinds, speech)):
        lines.append(italic(where))
    excluded = distinct(each.excluded_by for each in same if each.excluded_by)
    if term.condition and speech.of(term.condition) not in speech.of(term.text):
        lines.insert(1, escaped(capitalised(speech.of(term.condition))))
    for quote in excluded:
        if quote in shared:
            continue
        of_all = all(each.excluded_by == quote for each in same)
        own = [each for each in same if each.excluded_by == quote and not of_all]
        kinds = {kind for each in own for kind in each.channels}
        lines.append(BULLET + escaped(_not_counted(service, quote, kinds, speech)))
    if any(each.linked_by_us for each in same):
        ours = speech.say("Which situation this term is for, the act does not say: so we read it.")
        lines.append(italic(ours))
    page.add("\n".join(lines), *(each.text for each in same), term.condition, *excluded)


def _where(service: Service, kinds: set[ChannelKind], speech: Speech) -> str:
    """Name the ways a term is for; nothing where it is for all of them."""
    if not kinds or kinds == {channel.kind for channel in service.channels}:
        return ""
    named = [channel for channel in service.channels if channel.kind in kinds]
    return ", ".join(speech.of(channel.title) for channel in named)


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
        "submit": speech.say("Waiting in line"),
        "collect": speech.say("Waiting in line for the result"),
        "service": speech.say("Being served"),
    }
    return names[what]


def late(service: Service, speech: Speech) -> Page:
    """Return what the standard makes of silence, quoted, never as a permission to begin."""
    page = Page(speech.of(service.short_title))
    deemed = service.deemed_approval
    if deemed.text is None:
        page.add(escaped(speech.say("The standard does not state what follows if it is late.")))
    else:
        for said in (deemed.text, *deemed.more):
            page.add(escaped(capitalised(speech.of(said))), said)
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
