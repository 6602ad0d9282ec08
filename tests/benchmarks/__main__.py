"""Print every benchmark as one table; a slow one fails nothing."""

from tests.benchmarks import startup
from tests.benchmarks.table import show

show(startup.measure())
