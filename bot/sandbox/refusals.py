"""How the Bot API says no."""

from typing import Any, Final, TypeAlias

JsonObject: TypeAlias = dict[str, Any]

BLOCKED: Final = "Forbidden: bot was blocked by the user"
NEVER_STARTED: Final = "Forbidden: bot can't initiate conversation with a user"
NOT_A_MEMBER: Final = "Forbidden: bot is not a member of the supergroup chat"
QUERY_TOO_OLD: Final = (
    "Bad Request: query is too old and response timeout expired or query ID is invalid"
)
NOT_MODIFIED: Final = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
OTHER_POLLER: Final = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)


class RefusedError(Exception):
    """Refuse a call with Telegram's code and words."""

    def __init__(
        self, description: str, code: int = 400, *, parameters: JsonObject | None = None
    ) -> None:
        super().__init__(description)
        self.description = description
        self.code = code
        self.parameters = parameters

    def answer(self) -> JsonObject:
        """Return the body of the refusal."""
        body: JsonObject = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


class ActError(Exception):
    """Say in one sentence why a person cannot do that."""


def bad_request(reason: str) -> RefusedError:
    """Make the refusal Telegram words as `Bad Request: <reason>`."""
    return RefusedError(f"Bad Request: {reason}")
