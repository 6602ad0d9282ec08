"""Print every benchmark as one table; a slow one fails nothing."""

from tests.benchmarks import answers, finding, startup
from tests.benchmarks.table import show

show([*finding.measure(), *answers.measure(), *startup.measure()])
