"""The sandbox's Telegram without a network: each request is carried out, or refused, at once."""

import json
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.methods import TelegramMethod
from aiogram.types import BufferedInputFile, InputFile
from typing_extensions import override

from bot.sandbox.calls import Call, Upload
from bot.sandbox.methods import METHODS
from bot.sandbox.refusals import RefusedError
from bot.sandbox.sandbox import Sandbox
from tests.session import InProcess


@dataclass(frozen=True, slots=True)
class Request:
    """Hold one request, and Telegram's words if it was refused."""

    call: Call
    refusal: str | None

    @property
    def sends(self) -> bool:
        """Tell whether it was to put a new message into a chat."""
        return self.call.method.startswith("send")


class Telegram(InProcess):
    """Hand every request to the sandbox, as aiohttp would have sent it."""

    def __init__(self, sandbox: Sandbox) -> None:
        super().__init__()
        self._sandbox = sandbox
        self.requests: list[Request] = []

    @override
    async def make_request(
        self, bot: Bot, method: TelegramMethod[Any], timeout: int | None = None
    ) -> Any:
        call = self._call(bot, method)
        body: dict[str, Any]
        refusal = None
        try:
            result = METHODS[call.method.lower()](self._sandbox, call)
            body = {"ok": True, "result": result}
        except RefusedError as refused:
            body, refusal = refused.answer(), refused.description
        self.requests.append(Request(call, refusal))
        status = body.get("error_code", 200)
        return self.check_response(bot, method, status, json.dumps(body)).result

    def _call(self, bot: Bot, method: TelegramMethod[Any]) -> Call:
        given: dict[str, InputFile] = {}
        params: dict[str, object] = {}
        for name, value in method.model_dump(warnings=False).items():
            if prepared := self.prepare_value(value, bot=bot, files=given):
                params[name] = prepared
        files = {}
        for name, file in given.items():
            assert isinstance(file, BufferedInputFile)
            files[name] = Upload(file.filename or name, "application/octet-stream", file.data)
        return Call(method.__api_method__, params, files)
