"""Keyboards under messages, and which of them Telegram refuses."""

from collections.abc import Callable
from typing import Final

from bot.sandbox.calls import Call
from bot.sandbox.links import USER_LINK, LinkError, checked_link
from bot.sandbox.refusals import JsonObject, RefusedError, bad_request

_ACTIONS: Final = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
# An empty text is an action only for these two: it opens the inline mode with no words.
_MAY_BE_EMPTY: Final = frozenset({"switch_inline_query", "switch_inline_query_current_chat"})
_PRIVATE_ONLY: Final = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}
_LONGEST_DATA: Final = 64
_MOST_BUTTONS: Final = 100
_MOST_IN_A_ROW: Final = 8
_MOST_REPLY_BUTTONS: Final = 300
_LONGEST_COPY: Final = 256
_LONGEST_QUERY: Final = 256


def reply_markup(call: Call, *, private: bool) -> JsonObject | None:
    """Return the checked keyboard of a message to be sent, of any kind, or None."""
    markup = call.object("reply_markup", "reply keyboard markup")
    return _checked(markup, private=private) if markup else None


def inline_markup(call: Call) -> JsonObject | None:
    """Return the checked keyboard of an edited message: only an inline one is taken."""
    markup = call.object("reply_markup", "reply keyboard markup")
    if markup and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return checked_inline(markup) if markup else None


def checked_inline(markup: JsonObject) -> JsonObject | None:
    """Return an inline keyboard without empty rows, or None if no button is left."""
    rows = _rows(markup, "inline_keyboard", "InlineKeyboardMarkup", _inline_button)
    if sum(map(len, rows)) > _MOST_BUTTONS or max(map(len, rows), default=0) > _MOST_IN_A_ROW:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": rows} if rows else None


def _checked(markup: JsonObject, *, private: bool) -> JsonObject | None:
    if "inline_keyboard" in markup:
        return checked_inline(markup)
    if "keyboard" in markup:

        def button(raw: object) -> JsonObject:
            return _reply_button(raw, private=private)

        rows = _rows(markup, "keyboard", "ReplyKeyboardMarkup", button)
        if sum(map(len, rows)) > _MOST_REPLY_BUTTONS:
            raise bad_request("reply markup is too long")
        return markup | {"keyboard": rows} if rows else None
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return markup
    return None


def _rows(
    markup: JsonObject, name: str, kind: str, button: Callable[[object], JsonObject]
) -> list[list[JsonObject]]:
    rows = markup[name]
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" of the {kind} must be an Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" of the {kind} must be an Array of Arrays')
    return [[button(raw) for raw in row] for row in rows if row]


def _label(raw: JsonObject, fault: Callable[[str], RefusedError]) -> None:
    if "text" not in raw:
        raise fault('Can\'t find field "text"')
    if not isinstance(raw["text"], str):
        raise fault('Field "text" must be of type String')


def _inline_button(raw: object) -> JsonObject:
    def fault(reason: str) -> RefusedError:
        return bad_request(f"can't parse inline keyboard button: {reason}")

    if not isinstance(raw, dict):
        raise fault("InlineKeyboardButton must be an Object")
    _label(raw, fault)
    if not raw["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = [
        name
        for name in _ACTIONS
        if raw.get(name) not in ((None,) if name in _MAY_BE_EMPTY else (None, ""))
    ]
    # Telegram takes the first of two actions silently; a bot that sends two has made a slip.
    if len(actions) != 1:
        raise fault("Text buttons are unallowed in the inline keyboard")
    _check_action(actions[0], raw[actions[0]])
    return raw


def _check_action(name: str, value: object) -> None:
    text = value if isinstance(value, str) else ""
    if name == "callback_data" and not 0 < len(text.encode()) <= _LONGEST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if name.startswith("switch_inline") and len(text) > _LONGEST_QUERY:
        raise bad_request("BUTTON_DATA_INVALID")
    if name == "copy_text":
        copied = value.get("text") if isinstance(value, dict) else None
        if not isinstance(copied, str) or not 0 < len(copied) <= _LONGEST_COPY:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if name == "url" and not text.startswith(USER_LINK):
        try:
            checked_link(text)
        except LinkError as error:
            raise bad_request(
                f"inline keyboard button URL '{text}' is invalid: {error}"
            ) from error


def _reply_button(raw: object, *, private: bool) -> JsonObject:
    def fault(reason: str) -> RefusedError:
        return bad_request(f"can't parse keyboard button: {reason}")

    button = {"text": raw} if isinstance(raw, str) else raw
    if not isinstance(button, dict):
        raise fault("KeyboardButton must be a String or an Object")
    _label(button, fault)
    if not button["text"].strip():
        raise bad_request("keyboard button text must be non-empty")
    for name, refusal in _PRIVATE_ONLY.items():
        if button.get(name) and not private:
            raise bad_request(refusal)
    return button
