"""The forms of a service: their names, and the fields of one."""

from bot.catalogue.models import Service
from bot.catalogue.papers import Form
from bot.catalogue.vocabulary import Label
from bot.screens.page import Page, Speech
from bot.screens.screen import bold, calm, capitalised, escaped, italic


def forms(service: Service, speech: Speech) -> Page:
    """Return the forms by name."""
    page = Page(speech.of(service.short_title))
    for number, form in enumerate(service.forms, 1):
        page.add(f"{number}. {form_name(form, speech)}", form.title)
    if not service.forms:
        page.add(escaped(speech.say("The standard has no form: write in your own words.")))
    return page


def form_title(form: Form, speech: Speech) -> str:
    """Return the title; the law prints its chief word in capitals: «ЗАЯВЛЕНИЕ на получение»."""
    return capitalised(calm(speech.of(form.title)))


def form_name(form: Form, speech: Speech) -> str:
    """Return the escaped name of a form with its annex and who fills it in."""
    name = escaped(form_title(form, speech))
    if form.annex is not None:
        annex = speech.say("annex {n}").format(n=form.annex)
        name += escaped(f" ({annex})")
    if form.filled_by == "authority":
        by_office = speech.say("the office fills it in")
        name += f" — {italic(by_office)}"
    return name


def warned(warning: Label, speech: Speech) -> str:
    """Return our word on a form that is printed in the wrong place."""
    heading = bold(speech.say("Pay attention") + ":")
    return f"{heading} {escaped(speech.of(warning))}"


def fields(service: Service, form: Form, speech: Speech) -> Page:
    """Return what is to be written in one form."""
    page = Page(speech.of(service.short_title))
    page.add(bold(form_title(form, speech)), form.title)
    if form.filled_by == "authority":
        page.add(italic(speech.say("the office fills it in")))
    if form.warning:
        page.add(warned(form.warning, speech))
    page.add_list("", form.fields, speech)
    for note in form.notes:
        page.add(italic(capitalised(speech.of(note))), note)
    return page
