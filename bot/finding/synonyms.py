"""The words people use, read from `synonyms.yaml`: stems (`документ*`), words and phrases."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, Literal, TypeAlias, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from bot.catalogue.faults import Fault
from bot.catalogue.vocabulary import ChannelKind
from bot.catalogue.yamlfile import read_yaml
from bot.errors import DataError
from bot.finding.fold import words
from bot.finding.phrases import AND, OR, START, STEM, pattern_of

Intent: TypeAlias = Literal[
    "documents",
    "deadline",
    "fee",
    "where",
    "hours",
    "complaint",
    "refusal",
    "form",
    "result",
    "status",
    "proxy",
    "online",
]
# what can be asked beyond the intents other programs know (contract `ask.schema.json`)
Asked: TypeAlias = (
    Intent
    | Literal[
        "who",
        "receipt",
        "late",
        "contacts",
        "source",
        "basis",
        "unstated",
        "language",
        "requirements",
    ]
)
INTENTS: Final[frozenset[str]] = frozenset(get_args(Intent))
FILE: Final = "synonyms.yaml"


def _one_word(pattern: str) -> str:
    if len(words(pattern)) != 1:
        raise ValueError(f"{pattern!r} must be one word")
    return pattern


def sayable(pattern: str) -> str:
    """Return a pattern that a message can be searched for, or raise ValueError."""
    folded = pattern_of(pattern)
    if not folded or (folded[0].endswith(STEM) and len(folded[0]) <= START):
        raise ValueError(f"{pattern!r} must begin with a word, or a stem of {START} letters")
    return pattern


def _all_sayable(words: str) -> str:
    for phrase in words.replace(AND, OR).split(OR):
        if {AND.strip(), OR.strip()} & set(phrase):
            raise ValueError(f"{words!r} must have a phrase and a space on each side of `&`, `|`")
        sayable(phrase)
    return words


Phrase: TypeAlias = Annotated[str, AfterValidator(sayable)]
# phrases that all stand somewhere in the message (`&`), or any of them (`|`)
Words: TypeAlias = Annotated[str, AfterValidator(_all_sayable)]
Word: TypeAlias = Annotated[Phrase, AfterValidator(_one_word)]


class Synonyms(BaseModel):
    """Hold the words by meaning, as written in the file.

    `language` names one of the two, `emergency` is a case for 112; `kin` are people for whom
    another may act, where nothing else is asked. A short message is about another matter where it
    has words of `elsewhere`, or of `foreign` countries, whose own papers it is about. `trade`
    words are those of firms: beside them one word of a business is a name. Beside them and beside
    `papers` neither `danger` is meant nor the `market`, what people buy, watch and eat. `ignored`
    words say nothing about the service; `everyday` words say little, because people use them
    about anything;
    `no_slips` are never taken for a misspelt word of a service.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    asked: dict[Asked, tuple[Phrase, ...]]
    channels: dict[ChannelKind, tuple[Phrase, ...]]
    small_talk: tuple[Phrase, ...]
    language: tuple[Phrase, ...] = ()
    emergency: tuple[Words, ...] = ()
    kin: tuple[Phrase, ...] = ()
    elsewhere: tuple[Words, ...] = ()
    foreign: tuple[Words, ...] = ()
    trade: tuple[Phrase, ...] = ()
    papers: tuple[Phrase, ...] = ()
    danger: tuple[Phrase, ...] = ()
    market: tuple[Words, ...] = ()
    ignored: tuple[Word, ...]
    everyday: tuple[Word, ...]
    no_slips: tuple[Word, ...]


def read_synonyms(folders: Sequence[Path]) -> Synonyms:
    """Read the file of the first folder that has one.

    Raises:
        DataError: no folder has the file, or it does not fit.
    """
    for folder in folders:
        path = folder / FILE
        if not path.exists():
            continue
        file = read_yaml(path)
        try:
            return Synonyms.model_validate(file.value)
        except ValidationError as error:
            problem = error.errors(include_url=False)[0]
            loc = problem["loc"]
            raise DataError(str(Fault(path, file.line(loc), loc, problem["msg"]))) from error
    raise DataError(f"{folders[0]}: has no {FILE}; check the folder")
