"""What every Telegram played in process has in common: no network, and no files to give."""

from collections.abc import AsyncGenerator
from typing import Any

from aiogram.client.session.base import BaseSession
from typing_extensions import override


class InProcess(BaseSession):
    """Leave open only how a request is answered."""

    @override
    async def close(self) -> None:
        """Hold nothing open."""

    @override
    async def stream_content(
        self,
        url: str,
        headers: dict[str, Any] | None = None,
        timeout: int = 30,
        chunk_size: int = 65536,
        raise_for_status: bool = True,
    ) -> AsyncGenerator[bytes, None]:
        """Have no files to give: the bot downloads none."""
        yield b""
