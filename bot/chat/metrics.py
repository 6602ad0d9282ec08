"""What the running bot counts, for whoever watches over it; no count says who did what."""

from typing import Final

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    start_http_server,
)

# seconds to an answer: people wait for a second and a half without a thought
BUCKETS: Final = (0.05, 0.1, 0.25, 0.5, 1.0, 1.5, 3.0, 10.0, 60.0, 600.0)


class Metrics:
    """Hold the counters of one bot."""

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._updates = Counter(
            "qujat_updates", "Updates that are handled.", ["kind"], registry=registry
        )
        self._seconds = Histogram(
            "qujat_update_seconds",
            "Seconds from the arrival of an update to its end.",
            registry=registry,
            buckets=BUCKETS,
        )
        self.under_way = Gauge(
            "qujat_updates_under_way", "Updates begun and not ended.", registry=registry
        )
        self.held = Counter(
            "qujat_updates_held", "Updates whose answer took long.", registry=registry
        )
        self.repeated = Counter(
            "qujat_updates_repeated", "Tries to answer that came to nothing.", registry=registry
        )
        self.failed = Counter(
            "qujat_updates_failed", "Updates ended by a sentence about trouble.", registry=registry
        )
        self.hushed = Counter(
            "qujat_updates_hushed", "Updates of people who write too much.", registry=registry
        )
        self._requests = Counter(
            "qujat_requests", "Requests to Telegram.", ["method", "outcome"], registry=registry
        )

    def ended(self, kind: str, seconds: float) -> None:
        """Count an update of a kind that is handled."""
        self._updates.labels(kind).inc()
        self._seconds.observe(seconds)

    def asked(self, method: str, outcome: str) -> None:
        """Count a request of `method`: "ok", or the class of what it met."""
        self._requests.labels(method, outcome).inc()

    def serve(self, port: int) -> None:
        """Show the counters at http://127.0.0.1:`port`/metrics until the program ends.

        Raises:
            OSError: the port is in use.
        """
        start_http_server(port, addr="127.0.0.1", registry=self._registry)
