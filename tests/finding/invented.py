"""A finder of the invented acts: few services, few words, nothing that changes with the data."""

from typing import Any, Final

from bot.catalogue.load import load_catalogue
from bot.catalogue.models import Catalogue
from bot.finding.answers import Finder
from bot.finding.situations import Life
from bot.finding.synonyms import Synonyms
from tests.catalogue.planting import ACT

BOAT, BERTH = "boat-certificate", "berth"
PERMIT, MOORING, FERRY = "raft-permit", "raft-mooring", "ferry-register"

SYNONYMS: Final[dict[str, Any]] = {
    "asked": {
        "documents": ["документ*"],
        "fee": ["сколько стоит"],
        "proxy": ["доверенност*"],
        "unstated": ["дубликат*"],
    },
    "channels": {"portal": ["портал*"], "authority": ["комитет*"]},
    "small_talk": ["привет"],
    "language": ["по-казахски"],
    "emergency": ["тону*"],
    "kin": ["жена", "жены"],
    "elsewhere": ["турци*"],
    "ignored": ["и", "на", "у", "в", "для", "мой", "моя", "мне", "за"],
    "everyday": ["выдача", "место", "предоставление"],
    "no_slips": ["плед*"],
}
LIFE: Final[dict[str, Any]] = {
    "situations": [
        {
            "id": "stolen",
            "words": ["украл*", "унесл* & ночь*"],
            "leads": [{"service": PERMIT, "case": "stolen"}],
        },
        {
            "id": "burnt",
            "words": ["сгорел*"],
            "alone": "yes",
            "leads": [{"service": PERMIT, "case": "burnt"}, {"service": BOAT}],
        },
        {
            "id": "first",
            "words": ["впервые"],
            "alone": "yes",
            "leads": [{"service": PERMIT, "case": "first"}],
        },
    ],
    "questions": [],
}


def catalogue() -> Catalogue:
    """Return the catalogue of the invented acts."""
    return load_catalogue([ACT / "data"])


def finder(services: Catalogue | None = None, **synonyms: object) -> Finder:
    """Return a finder of the invented acts, or of some of their services and other words."""
    return Finder(
        services or catalogue(),
        Synonyms.model_validate({**SYNONYMS, **synonyms}),
        Life.model_validate(LIFE),
    )
