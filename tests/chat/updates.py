"""Updates as Telegram sends them, as raw JSON."""

from itertools import count
from typing import Any, Final

Raw = dict[str, Any]

ME: Final[Raw] = {"id": 7, "is_bot": True, "first_name": "Qujat", "username": "qujat_bot"}
AIGUL: Final[Raw] = {"id": 1001, "is_bot": False, "first_name": "Айгүл", "language_code": "kk"}
SERGEI: Final[Raw] = {"id": 1002, "is_bot": False, "first_name": "Сергей", "language_code": "ru"}
GROUP: Final[Raw] = {"id": -100500, "type": "supergroup", "title": "Қабылдау бөлмесі"}
DATE: Final = 1_790_000_000

_updates = count(1)
_messages = count(1)


def private(person: Raw) -> Raw:
    """Return the chat of one person with the bot."""
    return {"id": person["id"], "type": "private", "first_name": person["first_name"]}


def message(
    text: str | None = None, *, by: Raw = SERGEI, chat: Raw | None = None, **more: object
) -> Raw:
    """Return a message, in private unless `chat` says otherwise."""
    raw = {"message_id": next(_messages), "date": DATE, "from": by, "chat": chat or private(by)}
    return raw | ({} if text is None else {"text": text}) | more


def said(
    text: str | None = None, *, by: Raw = SERGEI, chat: Raw | None = None, **more: object
) -> Raw:
    """Return the update of such a message."""
    return {"update_id": next(_updates), "message": message(text, by=by, chat=chat) | more}


def mention(text: str, name: str = "@qujat_bot") -> list[Raw]:
    """Return the entity of the mention in `text`; Telegram counts in UTF-16 units."""
    before = len(text[: text.index(name)].encode("utf-16-le")) // 2
    return [{"type": "mention", "offset": before, "length": len(name)}]


def pressed(
    data: str | None, *, by: Raw = SERGEI, under: Raw | None = None, **more: object
) -> Raw:
    """Return the update of a press on a button under the bot's message `under`."""
    query: Raw = {
        "id": str(next(_updates)),
        "from": by,
        "chat_instance": "1",
        "message": under or message("…", by=ME, chat=private(by)),
    }
    query |= ({} if data is None else {"data": data}) | more
    return {"update_id": next(_updates), "callback_query": query}


def asked_inline(query: str, *, by: Raw = SERGEI, offset: str = "") -> Raw:
    """Return the update of words typed after the bot's name in any chat."""
    raw = {"id": str(next(_updates)), "from": by, "query": query, "offset": offset}
    return {"update_id": next(_updates), "inline_query": raw}
