"""Where to go, when it is open, what goes by the portal, and where to ask more."""

from collections.abc import Sequence
from typing import Final

from bot.catalogue.acts import Office
from bot.catalogue.models import Channel, Service
from bot.catalogue.vocabulary import Quote
from bot.screens.page import BULLET, Page, Speech, distinct, sentence, whole
from bot.screens.screen import bold, escaped, italic

# the part of a route to the offices of the act, beside the ways to hand papers in
DEPARTMENTS: Final = "departments"


def where(service: Service, speech: Speech) -> Page:
    """Return the ways to hand papers in, each by its place and hours."""
    page = Page(speech.of(service.short_title))
    if service.residence and not service.residence_of:
        page.add(sentence(service.residence, speech), service.residence)
    for channel in service.channels:
        hours = _hours(service, channel)
        place = [quote for quote in _place(service, channel) if quote not in page.quotes]
        lines = [bold(speech.of(channel.title))]
        lines += [f"{BULLET}{sentence(quote, speech)}" for quote in place]
        lines += [f"{BULLET}{_opening(quote, speech)}" for quote in hours]
        lines += _no_addresses(channel, speech)
        if channel.where and len(lines) == 1:
            lines.append(escaped(speech.say("The address is the one above.")))
        page.add("\n".join(lines), *place, *hours)
    return page


def _place(service: Service, channel: Channel) -> list[Quote]:
    """Return where a way leads, and that it binds a person to where they are registered."""
    bound = service.residence if channel.kind in service.residence_of else None
    return distinct(filter(None, (*channel.where[:1], bound)))


def _hours(service: Service, channel: Channel) -> list[Quote]:
    return [hours.text for hours in service.hours if hours.channel == channel.kind]


def _opening(hours: Quote, speech: Speech) -> str:
    """Return hours under their heading: the law's list items have no sense without it."""
    heading = speech.say("Opening hours:")
    return escaped(f"{heading} {speech.of(hours)}")


def _no_addresses(channel: Channel, speech: Speech) -> list[str]:
    """Return the line that says where to learn the address of a centre."""
    if channel.kind != "centre":
        return []
    return [escaped(speech.say("I have no addresses of the centres yet: call 1414."))]


def departments(service: Service, listed: Sequence[Office], speech: Speech) -> Page:
    """Return the offices the act lists, and say where it lists no district ones."""
    page = Page(speech.of(service.short_title))
    if any(office.kind == "defence_department" for office in listed):
        page.add(escaped(no_district_offices(speech)))
    for office in listed:
        page.add(_office(office, speech), office.name, office.address, office.hours, office.intake)
    return page


def _office(office: Office, speech: Speech) -> str:
    """Return all the act says of an office, a line each."""
    lines = [bold(speech.of(office.name)), escaped(speech.of(office.address))]
    lines.append(escaped(", ".join(office.phones)))
    reception = ", ".join(office.reception_phones)
    if reception:
        whose = speech.say("Chief's telephone (reception):")
        lines.append(escaped(f"{whose} {reception}"))
    lines.append(escaped(", ".join((*office.emails, *office.websites))))
    if office.hours:
        lines.append(_opening(office.hours, speech))
    if office.intake and office.intake != office.hours:
        taken = speech.say("Papers are taken:")
        lines.append(escaped(f"{taken} {speech.of(office.intake)}"))
    if office.note:
        lines.append(italic(speech.of(office.note)))
    return "\n".join(line for line in lines if line)


def no_district_offices(speech: Speech) -> str:
    """Return the sentence on what the act does not list."""
    return speech.say(
        "The decree has no addresses of district offices, only the regional departments: ask "
        "there or by phone 1414 for the address of yours."
    )


def way(service: Service, channel: Channel, speech: Speech) -> Page:
    """Return everything the standard says of one way to hand papers in."""
    page = Page(speech.of(service.short_title))
    lines = [bold(speech.of(channel.title))]
    if channel.websites:
        lines.append(escaped(", ".join(channel.websites)))
    if channel.e_signature:
        lines.append(escaped(speech.say("An electronic signature is needed.")))
    if channel.phones:
        phones = ", ".join(channel.phones)
        lines.append(escaped(speech.say("Phone:") + " " + phones))
    page.add("\n".join([*lines, *_no_addresses(channel, speech)]))
    page.add_list("", whole(channel.where), speech)
    for hours in _hours(service, channel):
        page.add(f"{BULLET}{_opening(hours, speech)}", hours)
    page.add_list("", whole([*channel.queue, *channel.access]), speech)
    return page


def online(service: Service, speech: Speech) -> Page:
    """Return what the standard says of the portal, or that it says nothing."""
    portal = service.channel("portal")
    if portal is None:
        page = Page(speech.of(service.short_title))
        page.add(escaped(speech.say("The standard does not provide for applying by the portal.")))
        return page
    page = way(service, portal, speech)
    page.blocks.insert(0, escaped(speech.say("Yes, you may apply by the portal.")))
    return page


def more_information(service: Service, speech: Speech) -> Page:
    """Return where the law says more can be learnt: points 4, 12 and 26."""
    page = Page(speech.of(service.short_title))
    page.add_list("", service.contacts, speech)
    page.add_list(speech.say("Where the order is published"), service.information, speech)
    return page


def status(service: Service, speech: Speech) -> Page:
    """Say that the bot sees no application, and whom to ask."""
    page = Page(speech.of(service.short_title))
    page.add(
        escaped(
            speech.say(
                "I do not see anyone's applications. Look at what you were given when you handed "
                "your papers in, call 1414, or ask here:"
            )
        )
    )
    page.add_list("", service.contacts, speech)
    return page
