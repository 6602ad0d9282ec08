"""Run rounds of chaos and print what came of each; status 1 if anything was lost or doubled."""

import argparse
import asyncio
import signal
import sys
import tempfile
from pathlib import Path
from typing import Final

from tests.chaos.rounds import Round, chaos
from tests.chaos.troubles import TROUBLES

ROOT: Final = Path(__file__).resolve().parent.parent.parent
STOPS: Final = (
    (signal.SIGTERM,),
    (signal.SIGKILL,),
    (signal.SIGTERM, signal.SIGKILL),
    (signal.SIGKILL, signal.SIGTERM),
)


async def run(rounds: int, people: int, seed: int) -> list[Round]:
    """Run the rounds, each with the next trouble and the next signals, and print each."""
    done = []
    with tempfile.TemporaryDirectory() as folder:
        async with chaos(ROOT, Path(folder), people, seed) as world:
            for number in range(rounds):
                trouble = TROUBLES[number % len(TROUBLES)]
                # over twenty rounds each trouble meets both kinds of stops
                stops = STOPS[(number + number // len(TROUBLES)) % len(STOPS)]
                done.append(await world.round(number + 1, trouble, *stops))
                show(done[-1])
    return done


def show(round_: Round) -> None:
    """Print one round as a line."""
    faults = ", ".join(round_.faults) or "fine"
    sys.stdout.write(
        f"{round_.number:>3}  {round_.trouble:<20}{round_.stop:<10}{round_.acts:>6}"
        f"{round_.lost:>6}{round_.twice:>7}{round_.unconfirmed:>12}{round_.troubled:>8}"
        f"{round_.median:>8.2f}{round_.longest:>9.2f}  {faults}\n"
    )
    sys.stdout.flush()


def main() -> int:
    """Read the words of the command, run, and tell whether all went well."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--people", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    sys.stdout.write(
        f"{'':>3}  {'trouble':<20}{'stop':<10}{'acts':>6}{'lost':>6}{'twice':>7}"
        f"{'unconfirmed':>12}{'sorry':>8}{'median':>8}{'longest':>9}\n"
    )
    rounds = asyncio.run(run(asked.rounds, asked.people, asked.seed))
    acts = sum(round_.acts for round_ in rounds)
    lost = sum(round_.lost for round_ in rounds)
    twice = sum(round_.twice for round_ in rounds)
    sys.stdout.write(f"{acts} acts, {lost} lost, {twice} answered twice\n")
    return 1 if any(round_.faults for round_ in rounds) else 0


sys.exit(main())
