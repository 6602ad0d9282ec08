"""The settings: environment variables, and a file `.env` in the working directory."""

import io
import json
import re
from pathlib import Path
from typing import Annotated, Final, Literal

from dotenv.parser import parse_stream
from pydantic import AfterValidator, BeforeValidator, DirectoryPath, Field, SecretStr
from pydantic import ValidationError as Invalid
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from pydantic_settings import SettingsError as Unreadable

from bot.clock import clock_from
from bot.errors import SettingsError

_ENV: Final = Path(".env")
_DATA: Final = Path(__file__).resolve().parent.parent / "data"
_DATABASE: Final = re.compile(r"sqlite\+aiosqlite:///[^?]+|postgresql\+asyncpg://\S+")
_TOKEN: Final = re.compile(r"[0-9]+:\S{3,}")


def _token(value: SecretStr) -> SecretStr:
    if not _TOKEN.fullmatch(value.get_secret_value()):
        raise ValueError("is no token")
    return value


def _secrets(value: object) -> object:
    """Read a text, or a JSON list of texts; what begins as a list is never taken for a text."""
    if not isinstance(value, str):
        return value
    if not value.lstrip().startswith("["):
        return [value]
    try:
        texts: object = json.loads(value)
    except RecursionError as error:
        raise ValueError("is no list of texts") from error
    if not texts:
        raise ValueError("is an empty list")
    return texts


def _secret(value: SecretStr) -> SecretStr:
    value.get_secret_value().encode()  # half of a pair, which JSON can hold, is no character
    return value


def _database(value: str) -> str:
    if ":memory:" in value or not _DATABASE.fullmatch(value):
        raise ValueError("names no database that is kept")
    return value


def _clock(value: str) -> str:
    clock_from(value)
    return value


Url = Annotated[
    str, Field(pattern=r"^https?://[^/\s]+\S*$"), AfterValidator(lambda u: u.rstrip("/"))
]


class Settings(BaseSettings):
    """Hold the settings; a description says what to write, and ends the sentence of a fault."""

    model_config = SettingsConfigDict(
        env_file=_ENV,
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(
        None, description="the token that BotFather gave, such as 123456:AbC-dEf"
    )
    telegram_api_base: Url | None = Field(
        None, description="the address of a Bot API server, such as http://127.0.0.1:8081"
    )
    database_url: Annotated[str, AfterValidator(_database)] = Field(
        "sqlite+aiosqlite:///var/bot.db",
        repr=False,  # it may hold a password
        description="sqlite+aiosqlite:///FILE or postgresql+asyncpg://USER:PASSWORD@HOST/NAME",
    )
    admin_ids: tuple[Annotated[int, Field(gt=0, strict=True)], ...] = Field(
        (), description="a JSON list of Telegram ids, such as [1001, 1002]"
    )
    secret_key: Annotated[
        tuple[Annotated[SecretStr, Field(min_length=32), AfterValidator(_secret)], ...],
        NoDecode,
        BeforeValidator(_secrets),
    ] = Field(
        (),
        description="any text of 32 characters or more, or a JSON list of such texts of which "
        "the first encrypts",
    )
    data_dir: DirectoryPath | None = Field(
        None, description="a folder that is there; it is read after data/"
    )
    sandbox_port: Annotated[int, Field(ge=0, le=65535)] = Field(
        8080, description="the number of a port, 0 to 65535 (0: any free one)"
    )
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"],
        BeforeValidator(lambda level: level.upper()),
    ] = Field("INFO", description="DEBUG, INFO, WARNING or ERROR")
    metrics_port: Annotated[int, Field(ge=1, le=65535)] | None = Field(
        None, description="the number of a free port, 1 to 65535"
    )
    bot_clock: Annotated[str, AfterValidator(_clock)] | None = Field(
        None,
        description="an ISO time such as 2026-11-20T09:00:00+05:00, or the sandbox's clock, "
        "http://127.0.0.1:8080/clock",
    )
    status_source: Url | None = Field(
        None, description="the address of a status system, such as https://status.example/api"
    )

    @property
    def data_dirs(self) -> tuple[Path, ...]:
        """Return the folders the catalogue is read from, in order."""
        return (_DATA,) if self.data_dir is None else (_DATA, self.data_dir)

    @property
    def state_dir(self) -> Path:
        """Return the folder of what the running bot writes: the database's, else `var`."""
        scheme, _, path = self.database_url.partition(":///")
        return Path(path).parent if scheme == "sqlite+aiosqlite" else Path("var")


def read_settings() -> Settings:
    """Read the settings; a variable of the environment goes before the file's.

    Raises:
        SettingsError: the file is malformed or a value makes no sense; names the line or setting.
    """
    _refuse_malformed(_ENV)
    try:
        return Settings()
    except Unreadable as error:
        # a list that is no JSON; the library names the field in its sentence only
        name = next(name for name in Settings.model_fields if f'"{name}"' in str(error))
        raise SettingsError(_sentence(name)) from error
    except Invalid as error:
        raise SettingsError(_sentence(str(error.errors()[0]["loc"][0]))) from error


def _sentence(field: str) -> str:
    return f"{field.upper()} makes no sense: write {Settings.model_fields[field].description}."


def _refuse_malformed(path: Path) -> None:
    """Refuse what the library would pass over with a warning."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise SettingsError(f"{path} cannot be read ({error.strerror}).") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SettingsError(f"{path}, line {line}: no UTF-8 text; save it as UTF-8.") from error
    if "\0" in text:
        raise SettingsError(f"{path}: no text (it holds zero bytes); write it anew.")
    for binding in parse_stream(io.StringIO(text)):
        if binding.error or (binding.key is not None and binding.value is None):
            original = binding.original.string
            above = original[: len(original) - len(original.lstrip())].count("\n")
            line = binding.original.line + above
            raise SettingsError(f"{path}, line {line}: no setting; write NAME=value.")
