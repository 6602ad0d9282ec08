"""What the standard does not state: a lost paper, a mistake in it, sending by post."""

from typing import Final

from bot.catalogue.models import Service
from bot.catalogue.walk import quotes
from bot.screens.page import Page, Speech
from bot.screens.screen import escaped

# stems of the law's words for such matters; a standard that has one is not silent
_MATTERS: Final = (
    *("дубликат", "переоформл", "утер", "утрат", "по почте", "почтой", "исправл", "штраф"),
    *("телнұсқа", "қайта ресімд", "жоғал", "пошта арқылы", "поштамен", "айыппұл"),
)


def unstated(service: Service, speech: Speech) -> Page:
    """Say that the standard is silent."""
    page = Page(speech.of(service.short_title))
    page.add(
        escaped(
            speech.say(
                "The standard does not state this: it has nothing about duplicates, corrections, "
                "fines or sending by post. Ask by phone 1414."
            )
        )
    )
    return page


def speaks(service: Service) -> bool:
    """Say whether the standard has something about such matters: its papers are the answer.

    A complaint answered by post says nothing of papers sent by post.
    """
    parts = (*service.cases, *service.processing_times, *service.delivery, *service.forms)
    said = " ".join(
        f"{quote.kk} {quote.ru}".casefold() for part in parts for _, quote in quotes(part)
    )
    return any(stem in said for stem in _MATTERS)
