"""How updates are fetched and confirmed."""

import asyncio

import aiohttp
import pytest

from tests.journeys.driver import Telegram
from tests.sandbox.api import GROUP, TOKEN, Api


async def test_updates_come_again_until_confirmed(api: Api, telegram: Telegram) -> None:
    """An update stays until a call asks for a greater offset; numbers rise by one."""
    for text in ("бір", "екі", "үш"):
        await telegram.person(1001).say(text)
    first = await api.ok("getUpdates")
    assert [update["message"]["text"] for update in first] == ["бір", "екі", "үш"]
    numbers = [update["update_id"] for update in first]
    assert numbers == list(range(numbers[0], numbers[0] + 3))
    assert await api.ok("getUpdates") == first
    assert await api.ok("getUpdates", limit=2) == first[:2]
    assert await api.ok("getUpdates", offset=numbers[1]) == first[1:]
    assert await api.ok("getUpdates", offset=-1) == first[2:]
    assert await api.ok("getUpdates", offset=numbers[2] + 1) == []
    assert (await api.ok("getWebhookInfo"))["pending_update_count"] == 0


async def test_poll_waits_for_the_next_update(api: Api, telegram: Telegram) -> None:
    """A long poll answers as soon as somebody writes."""
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(api.updates(timeout=30))
        await telegram.ready()
        await telegram.person(1001).say("сәлем")
    assert [update["message"]["text"] for update in poll.result()] == ["сәлем"]


async def test_poll_in_vain_is_empty(api: Api) -> None:
    """A poll whose time is over answers with nothing."""
    assert await api.ok("getUpdates", timeout=1) == []


async def test_second_poller_ends_the_first(api: Api, telegram: Telegram) -> None:
    """Two bots with one token: the one that waited gets 409, as from Telegram."""
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(api.call("getUpdates", timeout=30))
        await telegram.ready()
        second = tasks.create_task(api.call("getUpdates", timeout=30))
        conflict = await first
        await telegram.ready()
        await telegram.person(1001).say("сәлем")
    assert conflict == {
        "ok": False,
        "error_code": 409,
        "description": "Conflict: terminated by other getUpdates request; "
        "make sure that only one bot instance is running",
    }
    assert len(second.result()["result"]) == 1


async def test_poller_that_is_gone_takes_nothing(api: Api, telegram: Telegram) -> None:
    """A bot killed while it waited leaves no poller behind."""
    poll = asyncio.create_task(api.call("getUpdates", timeout=30))
    await telegram.ready()
    poll.cancel()
    with pytest.raises(asyncio.CancelledError):
        await poll
    await telegram.person(1001).say("сәлем")
    assert [update["message"]["text"] for update in await api.updates()] == ["сәлем"]


async def test_allowed_updates_are_remembered(api: Api, telegram: Telegram) -> None:
    """A bot gets the kinds it asked for last, from then on; rare ones only if named."""
    await telegram.person(1003).does("promote_bot", GROUP)
    await telegram.person(1004).does("leave", GROUP)
    assert {*map(_kind, await api.updates())} == {"my_chat_member", "message"}
    await api.updates(allowed_updates=["chat_member"])
    await telegram.person(1004).does("join", GROUP)
    assert [*map(_kind, await api.updates())] == ["chat_member"]
    await api.updates(allowed_updates=[])
    await telegram.person(1004).does("leave", GROUP)
    assert [*map(_kind, await api.updates())] == ["message"]


async def test_webhook_and_polling_exclude_each_other(api: Api, telegram: Telegram) -> None:
    """While an address is set getUpdates is refused; deleting it may drop what waits."""
    assert await api.refused("setWebhook", url="http://x.kz") == (
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    )
    assert await api.ok("setWebhook", url="https://x.kz/hook")
    assert (await api.ok("getWebhookInfo"))["url"] == "https://x.kz/hook"
    assert (await api.refused("getUpdates")).startswith("Conflict: can't use getUpdates method")
    await telegram.person(1001).say("сәлем")
    assert await api.ok("deleteWebhook", drop_pending_updates=True)
    assert await api.updates() == []


async def test_calls_come_in_four_shapes(api: Api, web: aiohttp.ClientSession) -> None:
    """Query string, form, multipart and JSON say the same; methods in any letters."""
    params = {"chat_id": "1001", "text": "сәлем", "disable_notification": "true"}
    multipart = aiohttp.FormData(params, default_to_multipart=True)
    path = f"/bot{TOKEN}/sendmessage"
    for sending in (
        web.get(path, params=params),
        web.post(path, data=params),
        web.post(path, data=multipart),
        web.post(path, json=params),
    ):
        async with sending as response:
            assert (await response.json())["result"]["text"] == "сәлем"
    async with web.post(path, data="[]", headers={"Content-Type": "application/json"}) as odd:
        assert (await odd.json())["description"] == "Bad Request: can't parse JSON object"
    async with web.post(path, data="{", headers={"Content-Type": "application/json"}) as odd:
        assert (await odd.json())["description"] == "Bad Request: can't parse JSON object"
    assert len(await api.ok("getMyCommands")) == 0


@pytest.mark.parametrize("token", ["x", "1:ab", "12", "1:a b"])
async def test_odd_token_is_refused(web: aiohttp.ClientSession, token: str) -> None:
    """A token has digits, a colon and at least three more characters."""
    async with web.get(f"/bot{token}/getMe") as response:
        assert await response.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized",
        }


async def test_unknown_method_is_not_found(api: Api) -> None:
    """What Telegram does not know answers 404."""
    body = await api.call("sendThoughts")
    assert body == {"ok": False, "error_code": 404, "description": "Not Found"}


def _kind(update: dict[str, object]) -> str:
    return next(name for name in update if name != "update_id")
