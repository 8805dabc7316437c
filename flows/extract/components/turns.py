"""The turns of a transcript: whose words follow a label such as "Q:" or "THE PRESIDENT:"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flows.extract.components.attribution_lexicon import attribution_lexicon


@dataclass(frozen=True)
class Turn:
    """A turn of a transcript: who speaks (as labelled) from ``start_char`` to ``end_char``."""

    label: str
    start_char: int
    end_char: int


ASKING = "Q"  # the label of a turn in which a reporter asks
ANSWERING = "A"  # and of one in which whoever holds the conference answers
_CAPITALS = "A-ZÀ-ÖØ-Þ"
_LABEL = re.compile(
    r"(?:(?P<question>Q|QUESTION|REPORTER)\b[.:]?|(?P<answer>A|ANSWER):"
    rf"|(?P<name>[{_CAPITALS}][{_CAPITALS}.'’\- ]{{2,48}}[{_CAPITALS}.)])(?: \([^)]*\))?:)\s+"
)


def _is_heading(label: str) -> bool:
    """Whether capitals before a colon tell what follows rather than who speaks: "OPENING UP THE PORT"."""
    first, *others = label.casefold().split()
    doing = first.endswith("ing") and len(others) > 1
    return doing or not attribution_lexicon().headings.lemmas.isdisjoint(others)


def find_turns(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[Turn]:
    """The turns of a transcript ("THE PRESIDENT:  Thank you."), each up to the next label.

    Empty where fewer than two paragraphs carry a label: a single one is a heading, as are capitals that tell
    what somebody does or what for. "A:" answers only where somebody asks.
    """
    labels: list[tuple[int, str]] = []
    for start, end in paragraphs:
        match = _LABEL.match(text, start, end)
        if match is not None and not _is_heading(match["name"] or ASKING):
            labels.append((start, match["name"] or (ANSWERING if match["answer"] else ASKING)))
    if all(label != ASKING for _, label in labels):
        labels = [(start, label) for start, label in labels if label != ANSWERING]
    if len(labels) < 2 or not paragraphs:
        return []
    ends = [start for start, _ in labels[1:]] + [paragraphs[-1][1]]
    return [Turn(label, start, end) for (start, label), end in zip(labels, ends, strict=True)]
