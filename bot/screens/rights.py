"""What a person may expect: who may apply, the result, the receipt, a refusal, another's hands."""

from collections.abc import Iterable

from bot.catalogue.models import Service, SourceNote
from bot.catalogue.vocabulary import ChannelKind
from bot.screens.page import Page, Speech, add_notes, sentence
from bot.screens.screen import bold, escaped


def price(service: Service, speech: Speech) -> Page:
    """Return what the service costs."""
    page = Page(speech.of(service.short_title))
    if service.cost.free:
        page.add(bold(speech.say("Free of charge.")))
    page.add(sentence(service.cost.text, speech), service.cost.text)
    page.add_list("", service.cost.more, speech)
    return page


def who(service: Service, speech: Speech) -> Page:
    """Return who may apply and who may not."""
    page = Page(speech.of(service.short_title))
    page.add(sentence(service.recipients, speech), service.recipients)
    page.add_list("", service.recipients_more, speech)
    page.add_list(speech.say("Not for"), service.exclusions, speech)
    # notes that matter before a trip are tied to a case; here those on who may apply
    add_notes(page, [n for n in service.source_notes if n.cases and _on_recipients(n)], speech)
    return page


def _on_recipients(note: SourceNote) -> bool:
    """Say whether a note is about who may apply, not about a form that names people too."""
    of_a_form = any(point.startswith("annex") for point in note.points)
    return not of_a_form and any(point.split(".")[0] == "6" for point in note.points)


def result(service: Service, speech: Speech) -> Page:
    """Return what a person gets, how it is given out and how long it is kept."""
    page = Page(speech.of(service.short_title))
    page.add(sentence(service.result.text, speech), service.result.text)
    page.add_list("", service.result.more, speech)
    page.add_list(
        speech.say("How it is given out"), (each.text for each in service.delivery), speech
    )
    if service.uncollected:
        page.add_list(speech.say("If you do not collect it"), [service.uncollected.text], speech)
    return page


def receipt(service: Service, speech: Speech) -> Page:
    """Return what must be given to a person who hands papers in."""
    page = Page(speech.of(service.short_title))
    for given in service.receipt:
        names = _channels(service, given.channels, speech)
        heading = f"{bold(names)}\n" if names else ""
        page.add(heading + sentence(given.title, speech), given.title)
        page.add_list(speech.say("It must state"), given.contents, speech)
    if not service.receipt:
        page.add(escaped(speech.say("The standard does not state this.")))
    if service.intake_refusal:
        page.add_list(
            speech.say("If your papers are not taken"), [service.intake_refusal.text], speech
        )
    return page


def _channels(service: Service, kinds: Iterable[ChannelKind], speech: Speech) -> str:
    return ", ".join(
        speech.of(channel.title) for kind in kinds if (channel := service.channel(kind))
    )


def refusal(service: Service, speech: Speech) -> Page:
    """Return why the service may be refused and what must be done first."""
    page = Page(speech.of(service.short_title))
    page.add_list(speech.say("Grounds of refusal"), service.refusals, speech)
    for note in service.refusal_notes:
        page.add(sentence(note, speech), note)
    if check := service.completeness:
        heading = speech.say("Check that no paper is missing")
        page.add_list(heading, [check.text, *check.more], speech)
    if not page.blocks:
        page.add(escaped(speech.say("The standard does not state this.")))
    return page


def proxy(service: Service, speech: Speech) -> Page:
    """Return what another person may do, and say where the standard is silent."""
    page = Page(speech.of(service.short_title))
    for action, heading, silent in (
        (
            "apply",
            speech.say("Applying for another person"),
            speech.say("The standard does not state whether another person may apply for you."),
        ),
        (
            "collect",
            speech.say("Collecting for another person"),
            speech.say("The standard does not state whether another person may collect for you."),
        ),
    ):
        quotes = [each.text for each in service.representation if each.action == action]
        page.add_list(heading, quotes, speech)
        if quotes and action == "apply":
            page.add(escaped(speech.say("The list of documents is the same.")))
        if not quotes:
            page.add(f"{bold(heading)}\n{escaped(silent)}")
    return page
