"""The sandbox as a server on this machine: the Bot API, the control endpoints, the page."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from aiohttp import web

from bot.sandbox.bot_api import SANDBOX, call_method, send_file
from bot.sandbox.control import control_routes
from bot.sandbox.sandbox import Sandbox

_PAGE: Final = Path(__file__).parent / "page"
_LARGEST_UPLOAD: Final = 50 * 2**20  # what Telegram takes from a bot
# Long polls, hanging calls and event streams never end by themselves: they are cut at once.
_PATIENCE: Final = 0.1


@dataclass(frozen=True, slots=True)
class Running:
    """A sandbox that serves."""

    host: str
    port: int
    runner: web.AppRunner

    @property
    def url(self) -> str:
        """Return the address of the chat page, and of the Bot API."""
        return f"http://{self.host}:{self.port}"

    async def close(self) -> None:
        """Stop serving; whoever waits for an answer is cut off."""
        await self.runner.cleanup()


def make_app(sandbox: Sandbox | None = None) -> web.Application:
    """Make the application around `sandbox`, by default a new one with the default world."""
    app = web.Application(client_max_size=_LARGEST_UPLOAD)
    app[SANDBOX] = sandbox or Sandbox()
    app.add_routes(
        [
            web.get("/", _show_page),
            web.get("/page/{file}", _show_page),
            web.route("GET", "/bot{token}/{method}", call_method),
            web.route("POST", "/bot{token}/{method}", call_method),
            web.get("/file/bot{token}/{path:.+}", send_file),
            *control_routes(),
        ]
    )
    return app


async def start(port: int, host: str = "127.0.0.1") -> Running:
    """Serve a new sandbox; port 0 takes a free one. A port in use raises OSError."""
    # A poller that is gone must not take the updates of the next one: its call ends with it.
    runner = web.AppRunner(
        make_app(), access_log=None, handler_cancellation=True, shutdown_timeout=_PATIENCE
    )
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
    except OSError:
        await runner.cleanup()
        raise
    return Running(host, runner.addresses[0][1], runner)


async def _show_page(request: web.Request) -> web.StreamResponse:
    """Return a file of the chat page."""
    name = request.match_info.get("file", "index.html")
    path = _PAGE / name
    if path.parent != _PAGE or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})
