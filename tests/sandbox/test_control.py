"""The clock, the state, the events and the page."""

import asyncio
import datetime as dt
import json

import aiohttp
import pytest

from bot.sandbox.samples import PIXEL
from bot.sandbox.server import Running, start
from tests.journeys.driver import NotPossibleError, Telegram
from tests.sandbox.api import GROUP, TOKEN, Api, Json


async def test_clock_is_set_moved_and_reset(api: Api, telegram: Telegram) -> None:
    """The sandbox's time is what the page makes it, and runs on; messages are dated by it."""
    await telegram.set_clock(dt.datetime(2030, 1, 1, 9, tzinfo=dt.UTC))
    await telegram.advance(days=1, hours=2)
    now = await telegram.now()
    assert now.replace(second=0, microsecond=0) == dt.datetime(2030, 1, 2, 11, tzinfo=dt.UTC)
    assert dt.datetime.fromtimestamp((await api.send())["date"], dt.UTC).date() == now.date()
    await telegram.ask("POST", "/sandbox/clock", {"reset": True})
    assert abs(await telegram.now() - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)


async def test_time_without_a_zone_is_utc(telegram: Telegram) -> None:
    """A time without a zone is taken as UTC."""
    answer = await telegram.ask("POST", "/sandbox/clock", {"now": "2030-01-01T09:00:00"})
    assert answer["now"].startswith("2030-01-01T09:00:00")
    assert answer["now"].endswith("+00:00")


@pytest.mark.parametrize(
    "asked", [{}, {"now": "ертең"}, {"now": 5}, {"advance": "x"}, {"advance": 1e99}]
)
async def test_odd_time_is_refused(telegram: Telegram, asked: dict[str, object]) -> None:
    """A time the clock cannot show is refused with a sentence."""
    with pytest.raises(NotPossibleError, match="The clock takes"):
        await telegram.ask("POST", "/sandbox/clock", asked)


async def test_state_is_the_world_of_the_contract(telegram: Telegram) -> None:
    """Four people, their private chats and the group with its members, all empty."""
    state = await telegram.state()
    assert state["bot"]["id"] == 7000000001
    assert [(p["id"], p["language_code"]) for p in state["people"]] == [
        (1001, "kk"),
        (1002, "ru"),
        (1003, "kk"),
        (1004, "ru"),
    ]
    group = state["chats"][-1]
    assert (group["id"], group["type"], group["bot_status"]) == (GROUP, "supergroup", "member")
    assert {"person": 1003, "status": "creator"} in group["members"]
    assert all(chat["messages"] == [] for chat in state["chats"])


async def test_reset_empties_the_world_and_numbers_rise(api: Api, telegram: Telegram) -> None:
    """After a reset everything is as at first, but no number comes twice."""
    before = await api.send()
    await telegram.person(1002).does("block")
    await telegram.fault("getMe", 500)
    await telegram.advance(days=9)
    number = (await telegram.state())["event"]
    await telegram.reset()
    state = await telegram.state()
    assert state["event"] > number
    assert not any(person["blocked"] or person["started"] for person in state["people"])
    assert all(chat["messages"] == [] for chat in state["chats"])
    assert await telegram.now() - dt.datetime.now(dt.UTC) < dt.timedelta(days=1)
    assert await api.updates() == []
    await api.ok("getMe")
    await telegram.person(1001).start()
    assert (await api.send())["message_id"] > before["message_id"]


async def test_events_are_streamed(
    api: Api, web: aiohttp.ClientSession, telegram: Telegram
) -> None:
    """Server-sent events begin after the number asked for and go on as things happen."""
    last = (await telegram.state())["event"]
    async with web.get(f"/sandbox/events?after={last - 1}") as stream:
        assert stream.content_type == "text/event-stream"
        first = await _event(stream)
        await api.send("жаңа")
        second = await _event(stream)
    assert (first["n"], second["n"]) == (last, last + 1)
    assert (second["kind"], second["chat"], second["message"]["text"]) == (
        "message",
        1001,
        "жаңа",
    )


async def test_stream_goes_on_where_a_client_was_cut(
    api: Api, web: aiohttp.ClientSession, telegram: Telegram
) -> None:
    """A client that reconnects with Last-Event-ID misses nothing."""
    last = (await telegram.state())["event"]
    await api.ok("sendChatAction", chat_id=1001, action="typing")
    async with web.get("/sandbox/events", headers={"Last-Event-ID": str(last)}) as stream:
        event = await _event(stream)
    assert (event["kind"], event["action"]) == ("typing", "typing")


async def test_wait_ends_with_the_next_event(api: Api, telegram: Telegram) -> None:
    """The long wait for events answers as soon as one comes, or empty when time is over."""
    last = (await telegram.state())["event"]
    async with asyncio.TaskGroup() as tasks:
        path = f"/sandbox/wait?after={last}&timeout=30"
        waiting = tasks.create_task(telegram.ask("GET", path))
        await api.send("жаңа")
    assert [event["message"]["text"] for event in waiting.result()["events"]] == ["жаңа"]
    empty = await telegram.ask("GET", f"/sandbox/wait?after={last + 1}&timeout=0")
    assert empty == {"events": [], "event": last + 1}


async def test_bot_that_does_not_poll_is_not_ready(telegram: Telegram) -> None:
    """Waiting for a bot that is not there fails with a sentence."""
    with pytest.raises(AssertionError, match="did not ask for updates"):
        await telegram.ready(within=0)


async def test_files_are_kept(api: Api, web: aiohttp.ClientSession, telegram: Telegram) -> None:
    """A picture a person sent can be fetched by the bot and shown by the page."""
    await telegram.person(1001).sends("photo")
    (update,) = await api.updates()
    (size,) = update["message"]["photo"]
    found = await api.ok("getFile", file_id=size["file_id"])
    view = (await telegram.person(1001).messages())[-1].raw["photo"][0]
    for path in (f"/file/bot{TOKEN}/{found['file_path']}", view["url"]):
        async with web.get(path) as response:
            assert (response.content_type, await response.read()) == ("image/png", PIXEL)
    async with web.get(f"/file/bot{TOKEN}/photos/none.png") as response:
        assert response.status == 404
    async with web.get("/sandbox/file/none") as response:
        assert response.status == 400
    again = await api.ok("sendPhoto", chat_id=1001, photo=size["file_id"])
    assert again["photo"] == [size]


@pytest.mark.parametrize("path", ["/page/none.js", "/page/..%2fserver.py"])
async def test_nothing_but_the_page_is_served(web: aiohttp.ClientSession, path: str) -> None:
    """Files outside the page's folder are not found."""
    async with web.get(path) as response:
        assert response.status == 404


async def test_page_is_served(web: aiohttp.ClientSession) -> None:
    """The address of the sandbox is the chat page."""
    async with web.get("/") as response:
        assert (response.status, response.content_type) == (200, "text/html")


@pytest.mark.parametrize("body", ["", "[]", "{"])
async def test_acts_are_json_objects(web: aiohttp.ClientSession, body: str) -> None:
    """Anything else is refused with a sentence."""
    for path in ("act", "fault"):
        async with web.post(f"/sandbox/{path}", data=body) as response:
            assert (response.status, await response.json()) == (
                400,
                {"ok": False, "description": "The body of this request is a JSON object."},
            )


async def test_port_in_use_is_told(server: Running) -> None:
    """A second sandbox on the same port raises OSError and leaves nothing open."""
    with pytest.raises(OSError, match=str(server.port)):
        await start(server.port)


async def test_closing_ends_every_wait() -> None:
    """A sandbox closes though somebody waits in it for long."""
    running = await start(0)
    async with aiohttp.ClientSession(running.url) as session:
        async with Telegram(running.url) as telegram:
            poll = asyncio.create_task(
                session.post(f"/bot{TOKEN}/getUpdates", json={"timeout": 50})
            )
            await telegram.ready()
        await asyncio.wait_for(running.close(), 10)
        with pytest.raises(aiohttp.ClientError):
            await poll


async def _event(stream: aiohttp.ClientResponse) -> Json:
    async for line in stream.content:
        if line.startswith(b"data: "):
            event: Json = json.loads(line.removeprefix(b"data: "))
            return event
    raise AssertionError("The stream ended.")


async def test_more_people_can_come(telegram: Telegram) -> None:
    """Whoever is brought in writes and is written to, until the next reset."""
    newcomer = {"id": 3001, "first_name": "Зәуре", "language_code": "kk"}
    await telegram.ask("POST", "/sandbox/people", {"people": [newcomer]})
    assert (await telegram.act(3001, 3001, "send", text="сәлем"))["ok"]
    for wrong in ([newcomer], [{"id": 0, "first_name": "Nobody"}], [{"id": 5}], "x", 5):
        with pytest.raises(NotPossibleError):
            await telegram.ask("POST", "/sandbox/people", {"people": wrong})
    await telegram.reset()
    assert 3001 not in {person["id"] for person in (await telegram.state())["people"]}
