"""What an onlooker hears."""

from __future__ import annotations

from flows.progress import Onlooker, advance, begin, reporting_to


class Listener(Onlooker):
    def __init__(self) -> None:
        self.heard: list[object] = []

    def begin(self, step: str, total: int | None) -> None:
        self.heard.append((step, total))

    def advance(self, count: int) -> None:
        self.heard.append(count)


def test_an_onlooker_hears_what_happens_inside_the_block_only() -> None:
    listener = Listener()
    with reporting_to(listener):
        begin("ingest")
        advance(2)
        begin("extract", 2)
        advance()
    advance(99)
    assert listener.heard == [("ingest", None), 2, ("extract", 2), 1]
