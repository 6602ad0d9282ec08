"""Law without code: the README's act in a folder of one's own, on the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.readme import copy_out

Done = subprocess.CompletedProcess[str]
FILES = ["acts.yaml", "authorities.yaml", "services/reader-card.yaml"]


@pytest.fixture
def own(root: Path, tmp_path: Path) -> Path:
    """Return a folder with the files that the README shows."""
    folder = tmp_path / "own"
    assert copy_out(root / "README.md", folder) == FILES
    return folder


@pytest.fixture
def run(root: Path, tmp_path: Path, own: Path) -> Callable[..., Done]:
    """Return what runs a command with that folder as DATA_DIR."""

    def run_(*words: str) -> Done:
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            capture_output=True,
            cwd=tmp_path,
            env={
                **os.environ,
                "PYTHONPATH": str(root),
                "DATA_DIR": str(own),
                "BOT_TOKEN": "7000000001:own",
                "TELEGRAM_API_BASE": "http://127.0.0.1:9",  # nobody answers there
            },
            text=True,
            check=False,
        )

    return run_


def test_the_act_is_checked_beside_the_others(run: Callable[..., Done]) -> None:
    """`check` counts the service of the folder and finds no fault."""
    done = run("check")
    assert done.returncode == 0, done.stdout
    assert "reader-card: 1 cases, 1 papers, 1 terms" in done.stdout
    assert "29 services, quotations not compared" in done.stdout


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("какие документы нужны для читательского билета", "Документ, удостоверяющий личность"),
        ("оқырман билетіне қандай құжат керек", "Жеке басын куәландыратын құжат"),
    ],
)
def test_a_question_finds_the_act(run: Callable[..., Done], question: str, said: str) -> None:
    """A question is answered from it, and an act in force ends without a word of repeal."""
    answer = json.loads(run("ask", question, "--json").stdout)
    assert answer["outcome"] == "answer"
    assert [service["id"] for service in answer["services"]] == ["reader-card"]
    assert said in answer["text"]
    assert "№ 12" in answer["text"].split("\n")[-1]
    assert not any(word in answer["text"] for word in ("утратило", "күші жойылған", "1414"))


def test_the_act_is_exported(run: Callable[..., Done]) -> None:
    """Both exports hold the service, in force."""
    plain = json.loads(run("export").stdout)
    assert "reader-card" in [service["id"] for service in plain["services"]]
    linked = json.loads(run("export", "--format", "cpsv-ap").stdout)
    [node] = [n for n in linked["@graph"] if n["@id"] == "urn:qujat:service:reader-card"]
    assert node["adms:status"]["@id"].endswith("/Completed")


@pytest.mark.parametrize(
    ("before", "after", "field"),
    [
        ("amount: 1", "amount: two", "processing_times[0].amount"),
        ("unit: working_days", "unit: week", "processing_times[0].unit"),
        ("authority: city-library", "authority: nobody", "authority"),
        ("role: submit", "roll: submit", "cases[0].documents[0]"),
    ],
)
def test_half_a_catalogue_is_not_served(
    run: Callable[..., Done], own: Path, before: str, after: str, field: str
) -> None:
    """A fault names file, line and field in one line, and nothing is served."""
    path = own / "services" / "reader-card.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")
    number = text[: text.index(before)].count("\n") + 1
    for command in (["run"], ["ask", "читательский билет"], ["export"]):
        done = run(*command)
        assert done.returncode == 2
        assert done.stdout == ""
        assert done.stderr.count("\n") == 1
        assert field in done.stderr
        # a misspelt key is told as the one that is missing, too
        assert f"reader-card.yaml:{number}: " in done.stderr or "roll" in after
