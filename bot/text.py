"""The pair of languages every text for people comes in."""

from typing import Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

Lang: TypeAlias = Literal["kk", "ru"]

LANGS: Final[tuple[Lang, Lang]] = ("kk", "ru")


class Text(BaseModel):
    """Hold one text in Kazakh and in Russian; neither is empty."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    kk: str = Field(min_length=1)
    ru: str = Field(min_length=1)

    def __getitem__(self, lang: Lang) -> str:
        """Return the text in `lang`."""
        return self.kk if lang == "kk" else self.ru
