"""Troubles on order: refusals, answers that never come, connections that break."""

from dataclasses import dataclass
from typing import Final

from bot.sandbox.refusals import BLOCKED, ActError, JsonObject, RefusedError

_WORDS: Final = {
    400: "Bad Request: invalid request",
    401: "Unauthorized",
    403: BLOCKED,
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
}
_TOO_MANY: Final = 429
_CUT: Final = frozenset({"hang", "close"})


@dataclass(slots=True)
class Fault:
    """What the next `times` calls of a method get instead of an answer."""

    method: str  # lower case; "*" is every method but getUpdates
    status: int | str  # a code, "hang" (no answer) or "close" (the connection is cut)
    times: int
    retry_after: int
    description: str
    effect: bool  # whether the call is carried out all the same, only its answer is lost

    def refusal(self) -> RefusedError | None:
        """Return the answer of the fault, or None where there is none."""
        if not isinstance(self.status, int):
            return None
        if self.status == _TOO_MANY:
            words = self.description or f"Too Many Requests: retry after {self.retry_after}"
            parameters: JsonObject = {"retry_after": self.retry_after}
            return RefusedError(words, self.status, parameters=parameters)
        return RefusedError(self.description or _WORDS.get(self.status, "Error"), self.status)


class Faults:
    """Hold the faults in the order they were asked for."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def order(self, asked: JsonObject) -> None:
        """Take a fault from the control endpoint; raise ActError for one that makes no sense."""
        status = asked.get("status")
        known = status in _CUT or (isinstance(status, int) and status >= min(_WORDS))
        if not known or isinstance(status, bool):
            raise ActError("The status of a fault is a code of 400 or more, «hang» or «close».")
        times = asked.get("times", 1)
        retry_after = asked.get("retry_after", 1)
        if not isinstance(times, int) or times < 1 or not isinstance(retry_after, int):
            raise ActError("«times» and «retry_after» of a fault are whole numbers.")
        self._faults.append(
            Fault(
                method=str(asked.get("method", "*")).lower(),
                status=status if isinstance(status, int) else str(status),
                times=times,
                retry_after=retry_after,
                description=str(asked.get("description") or ""),
                effect=bool(asked.get("effect")),
            )
        )

    def take(self, method: str) -> Fault | None:
        """Return the first fault for a call of `method`, and count it."""
        for fault in self._faults:
            # A waiting getUpdates would use up what was meant for the bot's next sentence.
            if fault.method == method or (fault.method == "*" and method != "getupdates"):
                fault.times -= 1
                if fault.times == 0:
                    self._faults.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Forget the faults that were not used."""
        self._faults.clear()
