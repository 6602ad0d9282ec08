"""Troubles the sandbox makes on order."""

import asyncio

import aiohttp
import pytest

from tests.journeys.driver import NotPossibleError, Telegram
from tests.sandbox.api import Api, Json


@pytest.mark.parametrize(
    ("fault", "answer"),
    [
        (
            {"status": 429, "retry_after": 7},
            {
                "description": "Too Many Requests: retry after 7",
                "parameters": {"retry_after": 7},
            },
        ),
        ({"status": 403}, {"description": "Forbidden: bot was blocked by the user"}),
        ({"status": 500}, {"description": "Internal Server Error"}),
        (
            {"status": 400, "description": "Bad Request: ой"},
            {"description": "Bad Request: ой"},
        ),
    ],
)
async def test_next_calls_are_refused(
    api: Api, telegram: Telegram, fault: Json, answer: Json
) -> None:
    """A fault answers as many calls as asked, without effect, and then it is over."""
    await telegram.fault("sendMessage", times=2, **fault)
    for _ in range(2):
        body = await api.call("sendMessage", chat_id=1001, text="x")
        assert body == {"ok": False, "error_code": fault["status"]} | answer
    await api.send("өтті")
    texts = [message.text for message in await telegram.person(1001).messages()]
    assert texts == ["/start", "өтті"]


async def test_star_is_every_method_but_polling(api: Api, telegram: Telegram) -> None:
    """A fault for all methods waits for the bot's next sentence, not for its next poll."""
    await telegram.fault("*", 500)
    assert await api.updates() == []
    assert await api.refused("getMe") == "Internal Server Error"
    await telegram.fault("getUpdates", 502)
    assert await api.refused("getUpdates") == "Bad Gateway"


async def test_faults_can_be_taken_back(api: Api, telegram: Telegram) -> None:
    """Cleared faults hit nothing."""
    await telegram.fault("*", 500, times=9)
    await telegram.clear_faults()
    await api.send()


@pytest.mark.parametrize("effect", [False, True])
async def test_cut_connection(api: Api, telegram: Telegram, *, effect: bool) -> None:
    """The connection breaks before the answer; the message is sent only if asked so."""
    await telegram.fault("sendMessage", "close", effect=effect)
    with pytest.raises(aiohttp.ClientError):
        await api.send("жоғалды")
    texts = [message.text for message in await telegram.person(1001).messages()]
    assert ("жоғалды" in texts) is effect
    assert (await telegram.requests("sendMessage"))[-1]["status"] is None


async def test_hanging_call_is_never_answered(api: Api, telegram: Telegram) -> None:
    """A call that hangs waits until the bot gives up."""
    await telegram.fault("getMe", "hang")
    hanging = asyncio.create_task(api.call("getMe"))
    # Answered calls of others show that only this one waits.
    await api.send()
    assert not hanging.done()
    hanging.cancel()
    with pytest.raises(asyncio.CancelledError):
        await hanging
    assert (await api.ok("getMe"))["is_bot"]


@pytest.mark.parametrize(
    "fault",
    [
        {"status": 200},
        {"status": True},
        {"status": "sleep"},
        {"status": 500, "times": 0},
        {"status": 500, "times": "x"},
        {"status": 429, "retry_after": "x"},
    ],
)
async def test_fault_that_makes_no_sense_is_refused(
    telegram: Telegram, fault: dict[str, object]
) -> None:
    """Codes under 400 and odd numbers are explained, not taken."""
    with pytest.raises(NotPossibleError, match=r"[.]$"):
        await telegram.ask("POST", "/sandbox/fault", {"method": "sendMessage"} | fault)


async def test_every_call_is_in_the_log(api: Api, telegram: Telegram) -> None:
    """The log has method, opened parameters, status and answer, and can be read from a number."""
    await api.send(reply_markup={"remove_keyboard": True})
    await api.refused("sendMessage", chat_id=1001)
    sent, refused = await telegram.requests("sendMessage")
    assert sent["params"]["reply_markup"] == {"remove_keyboard": True}
    assert (sent["status"], sent["response"]["ok"]) == (200, True)
    assert (refused["status"], refused["response"]["ok"]) == (400, False)
    assert await telegram.requests(after=refused["n"]) == []
