"""Every call of the Bot API, for tests to look at afterwards."""

from collections import deque
from typing import Final

from bot.sandbox.refusals import JsonObject

_KEPT: Final = 20_000


class RequestLog:
    """Keep the last calls with their answers; their numbers only rise."""

    def __init__(self) -> None:
        self._calls: deque[JsonObject] = deque(maxlen=_KEPT)
        self._last = 0

    def add(  # the fields of one line of the log
        self, method: str, params: JsonObject, status: int | None, response: object, at: str
    ) -> None:
        """Write down one call; `status` None means that the connection was cut."""
        self._last += 1
        self._calls.append(
            {
                "n": self._last,
                "method": method,
                "params": params,
                "status": status,
                "response": response,
                "at": at,
            }
        )

    def after(self, number: int) -> list[JsonObject]:
        """Return the calls with a greater number than `number`, oldest first."""
        return [call for call in self._calls if call["n"] > number]

    def clear(self) -> None:
        """Forget the calls."""
        self._calls.clear()
