"""The door the bot comes through: `/bot<token>/<method>` and `/file/bot<token>/<path>`."""

import asyncio
import inspect
import re
from typing import Final

from aiohttp import web

from bot.sandbox.calls import Call, read_call
from bot.sandbox.faults import Fault
from bot.sandbox.methods import METHODS
from bot.sandbox.refusals import JsonObject, RefusedError
from bot.sandbox.sandbox import Sandbox

SANDBOX: Final = web.AppKey("sandbox", Sandbox)

_TOKEN: Final = re.compile(r"[0-9]+:[A-Za-z0-9_-]{3,}")


async def call_method(request: web.Request) -> web.StreamResponse:
    """Carry out one call, or the fault ordered for it, and write it down."""
    sandbox = request.app[SANDBOX]
    if not _TOKEN.fullmatch(request.match_info["token"]):
        return _answer(RefusedError("Unauthorized", 401).answer())
    name = request.match_info["method"]
    call = Call(name, {})
    try:
        call = await read_call(request, name)
        fault = sandbox.faults.take(name.lower())
        body = await _carry_out(sandbox, call) if fault is None or fault.effect else {}
        if fault is not None:
            refusal = fault.refusal()
            if refusal is None:
                return await _no_answer(sandbox, request, call, fault)
            body = refusal.answer()
    except RefusedError as refused:
        body = refused.answer()
    _write_down(sandbox, call, body)
    return _answer(body)


async def send_file(request: web.Request) -> web.Response:
    """Return the bytes of a file by its path, as Telegram's file server does."""
    stored = request.app[SANDBOX].files.by_path(request.match_info["path"])
    if stored is None or not _TOKEN.fullmatch(request.match_info["token"]):
        return _answer(RefusedError("Not Found", 404).answer())
    return web.Response(body=stored.data, content_type=stored.mime)


async def _carry_out(sandbox: Sandbox, call: Call) -> JsonObject:
    method = METHODS.get(call.method.lower())
    if method is None:
        raise RefusedError("Not Found", 404)
    result = method(sandbox, call)
    if inspect.isawaitable(result):
        result = await result
    return {"ok": True, "result": result}


async def _no_answer(
    sandbox: Sandbox, request: web.Request, call: Call, fault: Fault
) -> web.StreamResponse:
    """Let the bot wait in vain, or cut the connection under it."""
    _write_down(sandbox, call, None)
    if fault.status == "hang":
        # Ends when the bot gives up or the server closes.
        await asyncio.Event().wait()
    request.protocol.force_close()
    return web.Response()


def _write_down(sandbox: Sandbox, call: Call, body: JsonObject | None) -> None:
    status = None if body is None else body.get("error_code", 200)
    sandbox.log.add(call.method, call.logged(), status, body, sandbox.clock.now().isoformat())


def _answer(body: JsonObject) -> web.Response:
    return web.json_response(body, status=body.get("error_code", 200))
