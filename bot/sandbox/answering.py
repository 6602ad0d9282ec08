"""The answers to a press of a button and to an inline query."""

from typing import Final

from bot.sandbox.calls import Call
from bot.sandbox.content import checked_text
from bot.sandbox.keyboards import checked_inline
from bot.sandbox.refusals import QUERY_TOO_OLD, JsonObject, RefusedError, bad_request
from bot.sandbox.sandbox import CALLBACK_LIFE, Sandbox

_LONGEST_ANSWER: Final = 200
_MOST_RESULTS: Final = 50
_LONGEST_ID: Final = 64


def answer_callback_query(sandbox: Sandbox, call: Call) -> bool:
    """Answer a press once and in time, with nothing, a toast or an alert."""
    press = sandbox.callbacks.get(call.text("callback_query_id"))
    late = press is not None and sandbox.clock.now() - press.asked > CALLBACK_LIFE
    if press is None or late or press.answer is not None:
        raise RefusedError(QUERY_TOO_OLD)
    text = call.text("text")
    if len(text) > _LONGEST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    press.answer = {"text": text, "show_alert": call.flag("show_alert"), "url": call.text("url")}
    sandbox.events.add(
        "callback_answer",
        chat=press.chat,
        person=press.person,
        message_id=press.message_id,
        callback_query_id=press.id,
        **press.answer,
    )
    return True


def answer_inline_query(sandbox: Sandbox, call: Call) -> bool:
    """Offer up to 50 results, each with an id of its own."""
    results = call.objects("results", "inline query results")
    if len(results) > _MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    offered = [_result(sandbox, result) for result in results]
    ids = [result["id"] for result in offered]
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    sandbox.inline.answer(
        call.text("inline_query_id"),
        {
            "results": offered,
            "next_offset": call.text("next_offset"),
            "button": call.object("button", "inline query results button"),
        },
    )
    return True


def _result(sandbox: Sandbox, result: JsonObject) -> JsonObject:
    """Return a result with `message`, the content it posts, or refuse it."""

    def fault(reason: str) -> RefusedError:
        return bad_request(f"can't parse inline query result: {reason}")

    for name in ("type", "id"):
        if not isinstance(result.get(name), str):
            raise fault(f'Can\'t find field "{name}"')
    if not 0 < len(result["id"].encode()) <= _LONGEST_ID:
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] != "article":
        raise fault("the sandbox knows articles only")
    if not result.get("title"):
        raise bad_request("ARTICLE_TITLE_EMPTY")
    content = result.get("input_message_content")
    if not isinstance(content, dict) or not content.get("message_text"):
        raise fault('Can\'t find field "message_text"')
    posted = checked_text(
        sandbox,
        content["message_text"],
        content.get("parse_mode") or "",
        content.get("entities") or [],
    )
    if preview := content.get("link_preview_options"):
        posted["link_preview_options"] = preview
    markup = result.get("reply_markup")
    return result | {"message": posted, "reply_markup": checked_inline(markup) if markup else None}
