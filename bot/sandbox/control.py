"""The door for the page and for tests: `/sandbox/...` and `/clock`."""

import asyncio
import datetime as dt
import json
from typing import Final

from aiohttp import web

from bot.sandbox.acts import act
from bot.sandbox.bot_api import SANDBOX
from bot.sandbox.refusals import ActError, JsonObject
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.views import state_view
from bot.sandbox.world import Person

_PING: Final = 15.0  # seconds between signs of life in a quiet stream of events


def control_routes() -> list[web.RouteDef]:
    """Return the routes of the control endpoints."""
    return [
        web.get("/clock", _show_clock),
        web.post("/sandbox/clock", _move_clock),
        web.get("/sandbox/state", _show_state),
        web.get("/sandbox/events", _stream_events),
        web.get("/sandbox/wait", _wait),
        web.get("/sandbox/settled", _wait_settled),
        web.post("/sandbox/act", _act),
        web.post("/sandbox/people", _welcome),
        web.post("/sandbox/fault", _order_fault),
        web.delete("/sandbox/fault", _clear_faults),
        web.get("/sandbox/log", _show_log),
        web.get("/sandbox/callbacks", _show_callbacks),
        web.get("/sandbox/file/{id}", _send_file),
        web.post("/sandbox/reset", _reset),
    ]


def _sandbox(request: web.Request) -> Sandbox:
    return request.app[SANDBOX]


def _refused(description: str) -> web.Response:
    return web.json_response({"ok": False, "description": description}, status=400)


async def _body(request: web.Request) -> JsonObject:
    try:
        body = await request.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        raise ActError("The body of this request is a JSON object.")
    return body


def _after(request: web.Request, default: int = 0) -> int:
    words = request.query.get("after") or request.headers.get("Last-Event-ID") or ""
    return int(words) if words.isdecimal() else default


async def _show_clock(request: web.Request) -> web.Response:
    return web.json_response({"now": _sandbox(request).clock.now().isoformat()})


async def _move_clock(request: web.Request) -> web.Response:
    """Set, move or reset the sandbox's time."""
    clock = _sandbox(request).clock
    try:
        asked = await _body(request)
        if asked.get("reset"):
            clock.reset()
        elif "now" in asked:
            clock.set(dt.datetime.fromisoformat(asked["now"]))
        else:
            clock.advance(float(asked["advance"]))
        now = clock.now().isoformat()
    except (ActError, KeyError, TypeError, ValueError, OverflowError):
        clock_words = "The clock takes «now» (an ISO 8601 time), «advance» (seconds) or «reset»."
        return _refused(clock_words)
    _sandbox(request).events.add("clock", now=now)
    return web.json_response({"now": now})


async def _show_state(request: web.Request) -> web.Response:
    return web.json_response(state_view(_sandbox(request)))


async def _stream_events(request: web.Request) -> web.StreamResponse:
    """Send events as they come, beginning after number `after` (or from now on)."""
    events = _sandbox(request).events
    response = web.StreamResponse(
        headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
    )
    await response.prepare(request)
    last = _after(request, events.last)
    while True:
        arrived = await events.wait(last, _PING)
        lines = [
            f"id: {event['n']}\ndata: {json.dumps(event, ensure_ascii=False)}\n\n"
            for event in arrived
        ]
        await response.write("".join(lines or [": alive\n\n"]).encode())
        last = events.last if arrived else last


async def _wait(request: web.Request) -> web.Response:
    """Return the events after `after`, waiting up to `timeout` seconds for the first."""
    events = _sandbox(request).events
    arrived = await events.wait(_after(request), float(request.query.get("timeout", 5)))
    return web.json_response({"events": arrived, "event": events.last})


async def _wait_settled(request: web.Request) -> web.Response:
    """Wait up to `timeout` seconds until the bot has taken every update and waits for more."""
    updates = _sandbox(request).updates
    try:
        async with asyncio.timeout(float(request.query.get("timeout", 5))):
            await updates.idle()
    except TimeoutError:
        pass
    settled = updates.waiting and updates.pending == 0
    return web.json_response({"settled": settled, "pending_updates": updates.pending})


async def _act(request: web.Request) -> web.Response:
    try:
        return web.json_response(await act(_sandbox(request), await _body(request)))
    except ActError as error:
        return _refused(str(error))


async def _welcome(request: web.Request) -> web.Response:
    """Add people, until the next reset: `people`, a list of Telegram's Users."""
    world = _sandbox(request).world
    try:
        for user in (await _body(request)).get("people", []):
            number, name = int(user["id"]), str(user["first_name"])
            if number <= 0 or number in world.people:
                return _refused(f"There is a person {number} already, or can be none.")
            username = str(user.get("username", f"person_{number}"))
            world.welcome(Person(number, name, username, str(user.get("language_code", "kk"))))
    except (ActError, KeyError, TypeError, ValueError, AttributeError):
        return _refused("People are a list of objects with at least «id» and «first_name».")
    return web.json_response({"ok": True})


async def _order_fault(request: web.Request) -> web.Response:
    try:
        _sandbox(request).faults.order(await _body(request))
    except ActError as error:
        return _refused(str(error))
    return web.json_response({"ok": True})


async def _clear_faults(request: web.Request) -> web.Response:
    _sandbox(request).faults.clear()
    return web.json_response({"ok": True})


async def _show_log(request: web.Request) -> web.Response:
    return web.json_response(_sandbox(request).log.after(_after(request)))


async def _show_callbacks(request: web.Request) -> web.Response:
    presses = _sandbox(request).callbacks.values()
    return web.json_response([press.shown() for press in presses])


async def _send_file(request: web.Request) -> web.Response:
    stored = _sandbox(request).files.find(request.match_info["id"])
    if stored is None:
        return _refused("There is no such file.")
    return web.Response(body=stored.data, content_type=stored.mime)


async def _reset(request: web.Request) -> web.Response:
    sandbox = _sandbox(request)
    sandbox.reset()
    return web.json_response({"ok": True, "event": sandbox.events.last})
