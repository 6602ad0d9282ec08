"""Forms: their names, their fields, and what is printed in the wrong place."""

import re
from typing import Final

from bot.catalogue.models import Catalogue, Service
from bot.catalogue.papers import Form
from bot.screens.desk import Screens
from bot.screens.forms import warned
from bot.screens.page import Speech
from bot.screens.route import Route
from bot.screens.screen import Screen, calm
from bot.text import Lang

ATTENTION: Final[dict[Lang, str]] = {"ru": "Обратите внимание:", "kk": "Назар аударыңыз:"}
# a word of more letters than an abbreviation has
SHOUTED: Final = re.compile(r"\b[А-ЯЁӘҒҚҢӨҰҮҺІ]{5,}\b")


def forms(catalogue: Catalogue) -> list[tuple[Service, Form]]:
    """Return every form with its service."""
    return [(service, form) for service in catalogue.services for form in service.forms]


def test_a_form_of_another_service_is_told(
    catalogue: Catalogue, desk: Screens, speech: dict[Lang, Speech], lang: Lang
) -> None:
    """Our word on a form stands with its fields, and with its paper if it is another service's."""
    wrong = [(service, form) for service, form in forms(catalogue) if form.warning]
    assert wrong
    for service, form in wrong:
        assert form.warning is not None
        said = warned(form.warning, speech[lang])
        shown = desk.open(Route("a", service.id, form.id).pack(), lang)
        assert shown is not None
        assert said in shown.text
        for case in service.cases:
            asked = form.of_another and any(p.form == form.annex for p in case.documents)
            papers = desk.open(Route("d", service.id, case.id).pack(), lang)
            assert papers is not None
            assert (said in papers.text) is asked, (service.id, case.id)


def test_a_right_form_has_no_warning(catalogue: Catalogue, desk: Screens, lang: Lang) -> None:
    """Nothing is said against a form that is the service's own."""
    for service, form in forms(catalogue):
        shown = desk.open(Route("a", service.id, form.id).pack(), lang)
        assert shown is not None
        assert (ATTENTION[lang] in shown.plain) is bool(form.warning), (service.id, form.id)


def test_nobody_is_shouted_at(
    catalogue: Catalogue, every: dict[Lang, dict[str, Screen]], lang: Lang
) -> None:
    """The law prints «ЗАЯВЛЕНИЕ» in capitals; titles and papers say it in small letters."""
    assert any(SHOUTED.search(form.title[lang]) for _, form in forms(catalogue))
    for data, screen in every[lang].items():
        of_a_form = data.startswith("a:") and data.count(":") > 1  # its fields are as printed
        if data.startswith(("a:", "d:")) and not of_a_form:
            assert not SHOUTED.search(screen.plain), data
    for _, form in forms(catalogue):
        assert not SHOUTED.search(calm(form.title[lang]))


def test_abbreviations_stay_in_capitals() -> None:
    """Short words in capitals are abbreviations: they are left as the law has them."""
    assert calm("ЗАЯВЛЕНИЕ о БСН, ЭЦП и РГП") == "заявление о БСН, ЭЦП и РГП"
    assert calm("ӨТІНІШ үлгісі") == "өтініш үлгісі"
