"""A page before it is cut: lists under their headings, the quotations behind every line."""

from bot.catalogue.vocabulary import Quote
from bot.screens.page import Page, Speech, whole
from bot.text import LANGS, Lang


def said(kk: str, ru: str) -> Quote:
    """Return an invented quotation."""
    return Quote(kk=kk, ru=ru, point="7")


def test_a_list_says_each_once(speech: dict[Lang, Speech], lang: Lang) -> None:
    """Items begin with a capital, each stands once, the heading goes with the first."""
    page = Page("")
    quotes = [said("бір", "один"), said("екі", "два"), said("бір", "один")]
    page.add_list("А & Б", quotes, speech[lang])
    first, second = {"kk": ("Бір", "Екі"), "ru": ("Один", "Два")}[lang]
    assert page.blocks == [f"<b>А &amp; Б</b>\n• {first}", f"• {second}"]
    assert page.quotes == quotes[:2]


def test_one_translation_of_two_wordings_is_one_line(speech: dict[Lang, Speech]) -> None:
    """Two Kazakh wordings with one Russian are two lines in Kazakh, one in Russian, both cited."""
    quotes = [said("бұл бір", "это одно"), said("осы бір", "это одно"), said("екі", "два")]
    for lang, lines in zip(LANGS, (3, 2), strict=True):
        page = Page("")
        page.add_list("", quotes, speech[lang])
        assert len(page.blocks) == lines
        assert page.quotes == quotes


def test_an_empty_list_has_no_heading(speech: dict[Lang, Speech], lang: Lang) -> None:
    """Where there is nothing to list, nothing is said."""
    page = Page("")
    page.add_list("А", (), speech[lang])
    assert page.blocks == []


def test_what_another_says_in_full_is_left_out() -> None:
    """A quotation inside another is not told beside it; inside it in one language it is."""
    full = said("бір, екі", "один, два")
    assert whole([said("бір", "один"), full, full]) == [full]
    assert whole([said("бір", "раз"), full]) == [said("бір", "раз"), full]
