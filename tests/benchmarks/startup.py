"""Start to the first answer, memory, and `bot ask` as a process, beside importing aiogram."""

import http.client
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tests.benchmarks.table import Row

RUNS: Final = 7
ROOT: Final = Path(__file__).resolve().parent.parent.parent
PERSON: Final = 1001
QUESTION: Final = "какие документы нужны для сертификата конечного пользователя"
PEAK: Final = "print(next(s for s in open('/proc/self/status') if s.startswith('VmHWM')))"


def measure() -> list[Row]:
    """Measure all of it, one run of each after the other, so that a slow moment hits each."""
    aiogram_s, aiogram_mb = Row("import aiogram", "s"), Row("import aiogram, memory", "MB")
    start_s, start_mb = Row("start to the first answer", "s"), Row("memory then", "MB")
    ask_s = Row("bot ask", "s")
    with tempfile.TemporaryDirectory() as folder, _sandbox(Path(folder)) as port:
        for _ in range(RUNS):
            begun = time.perf_counter()
            peak = _python(Path(folder), "-c", f"import aiogram; {PEAK}")
            aiogram_s.add(time.perf_counter() - begun)
            aiogram_mb.add(_megabytes(peak))
            seconds, megabytes = _first_answer(Path(folder), port)
            start_s.add(seconds)
            start_mb.add(megabytes)
            begun = time.perf_counter()
            _python(Path(folder), "-m", "bot", "ask", QUESTION)
            ask_s.add(time.perf_counter() - begun)
    return [aiogram_s, start_s.beside(aiogram_s), aiogram_mb, start_mb.beside(aiogram_mb), ask_s]


def _python(folder: Path, *words: str) -> str:
    command = [sys.executable, *words]
    done = subprocess.run(
        command, cwd=folder, env=_environment(), check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def _environment(**settings: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "LOG_LEVEL": "ERROR", **settings}


def _megabytes(status: str) -> float:
    """Return the peak of the memory that a line `VmHWM: 12345 kB` tells."""
    return int(status.split()[1]) / 1024


def _first_answer(folder: Path, port: int) -> tuple[float, float]:
    """Start the bot with a message waiting for it; return seconds to its answer, and memory."""
    _call(port, "POST", "/sandbox/reset", {})
    message = {"person": PERSON, "chat": PERSON, "do": "send", "text": "/start"}
    _call(port, "POST", "/sandbox/act", message)
    environment = _environment(
        BOT_TOKEN="7:benchmark", TELEGRAM_API_BASE=f"http://127.0.0.1:{port}"
    )
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "run"], cwd=folder, env=environment
    ) as bot:
        while not _answered(port):
            if bot.poll() is not None:
                raise SystemExit("the bot ended before it answered")
            time.sleep(0.005)
        seconds = time.perf_counter() - begun
        status = Path(f"/proc/{bot.pid}/status").read_text(encoding="utf-8")
        bot.terminate()
    return seconds, _megabytes(next(s for s in status.splitlines() if s.startswith("VmHWM")))


def _answered(port: int) -> bool:
    calls = json.loads(_call(port, "GET", "/sandbox/log"))
    return any(call["method"].casefold() == "sendmessage" for call in calls)


@contextmanager
def _sandbox(folder: Path) -> Iterator[int]:
    """Run a sandbox and give its port."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "sandbox"],
        cwd=folder,
        env=_environment(SANDBOX_PORT=str(port)),
        stdout=subprocess.DEVNULL,
    ) as server:
        try:
            while not _is_up(port):
                if server.poll() is not None:
                    raise SystemExit("the sandbox did not start")
                time.sleep(0.05)
            yield port
        finally:
            server.terminate()


def _is_up(port: int) -> bool:
    try:
        _call(port, "GET", "/clock")
    except OSError:
        return False
    return True


def _call(port: int, method: str, path: str, body: object = None) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(
            method, path, json.dumps(body), headers={"Content-Type": "application/json"}
        )
        answer = connection.getresponse()
        text = answer.read().decode()
    finally:
        connection.close()
    if answer.status != http.client.OK:
        raise SystemExit(f"{path}: {text}")
    return text
