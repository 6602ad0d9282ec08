"""A call of the Bot API: its method, parameters and files, read as Telegram reads them."""

import json
from dataclasses import dataclass, field

from aiohttp import web

from bot.sandbox.refusals import JsonObject, bad_request


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a call."""

    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Call:
    """One call; values are text from a form, or JSON's own from a JSON body."""

    method: str
    params: dict[str, object]
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Return a parameter as text, empty where it is not given."""
        value = self.params.get(name)
        return "" if value is None else _utf8(str(value))

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number; Telegram takes what is none for `default`."""
        try:
            return int(self.text(name))
        except ValueError:
            return default

    def degrees(self, name: str, limit: int) -> float:
        """Return a coordinate between -limit and limit, or refuse."""
        words = self.text(name)
        if not words:
            raise bad_request(f"{name} is empty")
        try:
            value = float(words)
        except ValueError:
            value = limit + 1.0
        if not -limit <= value <= limit:
            raise bad_request("wrong latitude or longitude specified")
        return value

    def flag(self, name: str) -> bool:
        """Tell whether a parameter says yes."""
        return self.text(name).strip().lower() in {"true", "yes", "1"}

    def json(self, name: str, what: str) -> object | None:
        """Return a JSON parameter, or None; `what` names it in the refusal."""
        value = self.params.get(name)
        if isinstance(value, str):
            if not value.strip():
                return None
            try:
                value = json.loads(value)
            except ValueError as error:
                raise bad_request(f"can't parse {what} JSON object") from error
        _utf8(json.dumps(value, ensure_ascii=False))
        return value

    def object(self, name: str, what: str) -> JsonObject | None:
        """Return a JSON object, or None where the parameter is not given."""
        value = self.json(name, what)
        if value is None or isinstance(value, dict):
            return value
        raise bad_request(f"object expected as {what}")

    def objects(self, name: str, what: str) -> list[JsonObject]:
        """Return a JSON array of objects, empty where the parameter is not given."""
        value = self.json(name, what)
        if value is None:
            return []
        if isinstance(value, list) and all(isinstance(item, dict) for item in value):
            return value
        raise bad_request(f"expected an Array of {what}")

    def logged(self) -> JsonObject:
        """Return the parameters for the log: JSON opened, files named."""
        shown: JsonObject = {name: _opened(value) for name, value in self.params.items()}
        for name, file in self.files.items():
            shown[name] = f"<file {file.name}, {len(file.data)} bytes>"
        return shown


async def read_call(request: web.Request, method: str) -> Call:
    """Read a call from the query string and a body of any of the four kinds Telegram takes."""
    params: dict[str, object] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            body = None
        if not isinstance(body, dict):
            raise bad_request("can't parse JSON object")
        params |= body
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                with value.file as file:
                    files[name] = Upload(value.filename, value.content_type, file.read())
            else:
                params[name] = value
    return Call(method, params, files)


def _utf8(text: str) -> str:
    """Return `text`, or refuse what UTF-8 cannot hold (half of a surrogate pair)."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error
    return text


def _opened(value: object) -> object:
    """Open a JSON object or array that came as text."""
    if isinstance(value, str) and value[:1] in {"{", "["}:
        try:
            opened: object = json.loads(value)
        except ValueError:
            return value
        return opened
    return value
