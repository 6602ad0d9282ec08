"""What is asked about a service: its papers, its term, its price and so on."""

from collections.abc import Sequence
from typing import Final

from bot.finding.phrases import Phrasebook
from bot.finding.synonyms import Asked, Synonyms

# Where two meanings stand in one message, the narrower wins: «форма заявления» asks for a form,
# «документы через портал» for papers.
_ORDER: Final[tuple[Asked, ...]] = (
    "source",
    "basis",
    "receipt",
    "complaint",
    "late",
    "refusal",
    "status",
    "proxy",
    "requirements",
    "unstated",
    "fee",
    "who",
    "deadline",
    "hours",
    "documents",
    "online",
    "contacts",
    "where",
    "result",
    "form",
)


class Intents:
    """Recognise what is asked by the words people use for it."""

    def __init__(self, synonyms: Synonyms) -> None:
        self._phrases = Phrasebook(synonyms.asked)

    def of(self, message: Sequence[str]) -> tuple[list[Asked], set[int]]:
        """Return what the folded words ask, the narrower first, and the places that say so."""
        spans = self._phrases.spans(message)
        asked = sorted({span.meaning for span in spans}, key=_ORDER.index)
        return asked, {i for span in spans for i in range(span.start, span.end)}
