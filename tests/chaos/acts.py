"""What people of the crowd do, and what the bot shows for it in quiet times."""

from dataclasses import dataclass
from typing import Final, Literal

from bot.screens.mark import Mark
from bot.screens.route import HELP, MENU, SERVICES, Route

CERTIFICATE: Final = "end-user-certificate"
CASE: Final = "in-person"


@dataclass(frozen=True, slots=True)
class Act:
    """Write `words`, or press a button that carries `words` under the bot's last message."""

    kind: Literal["send", "press"]
    words: str


_PRESSES: Final = (
    *(Act("press", data) for data in (MENU, HELP, SERVICES)),
    Act("press", Route("c", "veteran-id").pack()),
    Act("press", Route("t", CERTIFICATE).pack()),
    Act("press", Mark(CERTIFICATE, CASE, "have", "application").pack()),
    Act("press", Mark(CERTIFICATE, CASE, "lack", "application").pack()),
)

# of one language each, so that an answer tells in which one it was asked; each has its own answer
ACTS: Final[dict[str, tuple[Act, ...]]] = {
    "kk": (
        *(Act("send", words) for words in ("/help", "/services", "/privacy", "/docs")),
        Act("send", "түпкі пайдаланушының сертификатына қандай құжаттар керек"),
        Act("send", "солдаттың әскери билетін жоғалттым, қандай құжат керек"),
        Act("send", "экспорттық бақылау қорытындысы неше күнде дайын болады"),
        Act(
            "send", "менің ЖСН 870214350127, телефоным 8 701 555 12 34, ауылға қашан жаңбыр жауады"
        ),
        *_PRESSES,
        Act("press", f"l:kk:{HELP}"),
    ),
    "ru": (
        *(Act("send", words) for words in ("/help", "/services", "/privacy", "/docs")),
        Act("send", "какие документы нужны для сертификата конечного пользователя"),
        Act("send", "потерял военный билет солдата, какие документы нужны"),
        Act("send", "сколько дней ждать заключение по экспортному контролю"),
        Act("send", "мой ИИН 870214350127, телефон 8 701 555 12 34, когда пойдёт дождь"),
        *_PRESSES,
        Act("press", f"l:ru:{HELP}"),
    ),
}
# what nobody may ever find in the log
SECRETS: Final = ("870214350127", "555 12 34", "87015551234", "жаңбыр", "дождь", "сертификат")
