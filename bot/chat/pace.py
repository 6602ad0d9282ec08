"""How long things may take."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pace:
    """Say how long things may take, in seconds."""

    poll: int = 6  # Telegram holds a request without news so long
    grace: int = 3  # and answers at the latest so much later
    settle: float = 0.3  # what takes longer is held, and holds up nothing
    gather: float = 0.05  # so long answers that end together may be confirmed together
    # Docker kills ten seconds after it has asked to stop: these three, the second perhaps twice
    drain: float = 4
    write: float = 1  # what is left to the database
    confirm: float = 3.5  # Telegram holds a second request with the same offset for three
    first_pause: float = 0.5
    longest_pause: float = 60  # between two tries to answer
    longest_quiet: float = 5  # between two tries to fetch
    give_up: float = 3600  # after which nobody waits for an answer any more
