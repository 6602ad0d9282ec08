"""What a benchmark prints."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Row:
    """Gather the runs of one measurement; `base` is what it is set beside."""

    name: str
    unit: str
    values: list[float] = field(default_factory=list)
    base: "Row | None" = None

    def add(self, value: float) -> None:
        """Add one run."""
        self.values.append(value)

    def beside(self, base: "Row") -> "Row":
        """Set this row beside another one of the same run, and return it."""
        self.base = base
        return self

    @property
    def median(self) -> float:
        """Return the middle run."""
        return statistics.median(self.values)


def show(rows: Sequence[Row]) -> None:
    """Print the rows: number of runs, least, middle and greatest, and more than the base."""
    print(f"{'':<28}{'unit':>5}{'n':>4}{'min':>9}{'median':>9}{'max':>9}{'over base':>11}")
    for row in rows:
        over = "" if row.base is None else f"{row.median - row.base.median:+.2f}"
        print(
            f"{row.name:<28}{row.unit:>5}{len(row.values):>4}"
            f"{min(row.values):>9.2f}{row.median:>9.2f}{max(row.values):>9.2f}{over:>11}"
        )
