"""The Bot API in the hands of a test."""

from typing import Any, TypeAlias

import aiohttp

Json: TypeAlias = dict[str, Any]

TOKEN = "1:sandbox"
GROUP = -1001000000001


class Api:
    """Call methods of the sandbox as a bot does."""

    def __init__(self, web: aiohttp.ClientSession) -> None:
        self.web = web
        self._offset = 0

    async def call(self, method: str, **params: object) -> Json:
        """Return the whole answer to a call."""
        async with self.web.post(f"/bot{TOKEN}/{method}", json=params) as response:
            body: Json = await response.json()
            assert response.status == body.get("error_code", 200)
            return body

    async def ok(self, method: str, **params: object) -> Any:  # noqa: ANN401 - any result
        """Return the result of a call that must succeed."""
        body = await self.call(method, **params)
        assert body["ok"], body
        return body["result"]

    async def refused(self, method: str, **params: object) -> str:
        """Return the words of a refusal."""
        body = await self.call(method, **params)
        assert not body["ok"], body
        return str(body["description"])

    async def updates(self, **params: object) -> list[Json]:
        """Fetch and confirm updates."""
        updates: list[Json] = await self.ok("getUpdates", offset=self._offset, **params)
        if updates:
            self._offset = updates[-1]["update_id"] + 1
        return updates

    async def send(self, text: str = "Сәлем", chat: int = 1001, **params: object) -> Json:
        """Send a text and return the message."""
        sent: Json = await self.ok("sendMessage", chat_id=chat, text=text, **params)
        return sent


def inline(*rows: list[Json]) -> Json:
    """Return an inline keyboard."""
    return {"inline_keyboard": list(rows)}


def button(text: str = "Иә", **action: object) -> Json:
    """Return one button."""
    return {"text": text, **(action or {"callback_data": "yes"})}
