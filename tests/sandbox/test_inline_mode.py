"""Inline queries: asked in any chat, answered by the bot, posted by the person."""

import asyncio

import pytest

from bot.sandbox import inline as inline_queries
from tests.journeys.driver import NotPossibleError, Telegram
from tests.sandbox.api import GROUP, Api, Json, button, inline


def _article(number: str = "1", **more: object) -> Json:
    return {
        "type": "article",
        "id": number,
        "title": "Тізім",
        "input_message_content": {"message_text": "<b>Құжаттар</b>", "parse_mode": "HTML"},
        **more,
    }


async def test_result_is_offered_and_posted(api: Api, telegram: Telegram) -> None:
    """A chosen result stands in the chat as sent via the bot, and its buttons work."""
    dana = telegram.person(1004)
    async with asyncio.TaskGroup() as tasks:
        offers = tasks.create_task(dana.inline("қорытынды", GROUP))
        (update,) = await api.updates(timeout=30)
        query = update["inline_query"]
        assert (query["query"], query["offset"], query["from"]["id"]) == ("қорытынды", "", 1004)
        article = _article(description="4 құжат", reply_markup=inline([button()]))
        article["input_message_content"]["link_preview_options"] = {"is_disabled": True}
        await api.ok("answerInlineQuery", inline_query_id=query["id"], results=[article])
    (offer,) = offers.result()
    assert (offer.title, offer.description, offer.text) == ("Тізім", "4 құжат", "Құжаттар")
    await dana.choose(offer, GROUP)
    (posted,) = await api.updates()
    assert posted["message"]["via_bot"]["is_bot"]
    assert posted["message"]["link_preview_options"] == {"is_disabled": True}
    await dana.tap("Иә", GROUP)
    (pressed,) = await api.updates()
    query = pressed["callback_query"]
    assert "message" not in query
    where = {"inline_message_id": query["inline_message_id"]}
    assert await api.ok("editMessageText", text="Бітті", **where) is True
    assert (await dana.messages(GROUP))[-1].text == "Бітті"


@pytest.mark.parametrize(
    ("results", "words"),
    [
        ([_article(str(n)) for n in range(51)], "RESULTS_TOO_MUCH"),
        ([_article(), _article()], "RESULT_ID_DUPLICATE"),
        ([_article("ә" * 33)], "RESULT_ID_INVALID"),
        ([_article("")], "RESULT_ID_INVALID"),
        ([_article(title="")], "ARTICLE_TITLE_EMPTY"),
        ([{"type": "article"}], "can't parse inline query result: Can't find field \"id\""),
        (
            [_article(type="gif")],
            "can't parse inline query result: the sandbox knows articles only",
        ),
        (
            [_article(input_message_content={})],
            "can't parse inline query result: Can't find field \"message_text\"",
        ),
        (
            [_article(input_message_content={"message_text": "x" * 4097})],
            "message is too long",
        ),
        (
            [_article(reply_markup=inline([button("")]))],
            "inline keyboard button text must be non-empty",
        ),
        ({}, "expected an Array of inline query results"),
    ],
)
async def test_faulty_results_are_refused(api: Api, results: object, words: str) -> None:
    """Too many results, odd ids and contents Telegram would not post are refused."""
    refusal = await api.refused("answerInlineQuery", inline_query_id="1", results=results)
    assert refusal == f"Bad Request: {words}"


async def test_unknown_query_is_refused(api: Api) -> None:
    """A query nobody asked cannot be answered."""
    refusal = await api.refused("answerInlineQuery", inline_query_id="1", results=[])
    assert refusal.startswith("Bad Request: query is too old")


async def test_silent_bot_lets_the_query_end(
    api: Api, telegram: Telegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an answer in time the person is told, and the answer comes too late."""
    monkeypatch.setattr(inline_queries, "WAIT", 0.0)
    with pytest.raises(NotPossibleError, match="did not answer"):
        await telegram.person(1001).inline("x")
    (update,) = await api.updates()
    refusal = await api.refused(
        "answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[]
    )
    assert refusal.startswith("Bad Request: query is too old")
