"""Which predicted record of a document is which gold record: by the sentence, then by the act's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from flows.scoring.predicted import Evidence
from flows.scoring.texts import content_words, overlap, stem, words

SAME_SENTENCE = 0.6  # least overlap of two sentences of which neither holds the other
SAME_ACTION = 0.4  # least overlap of two actions
SAME_ACTION_WITH_HEAD = 0.15  # more than this is enough where both begin with the same word
HEAD_BONUS = 0.5  # what the same first word adds when candidates are ranked


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's words, joined and counted."""

    joined: str
    bag: Counter[str]

    @classmethod
    def of(cls, text: str) -> Self:
        found = words(text)
        return cls(" ".join(found), Counter(found))

    def is_same(self, other: Sentence) -> bool:
        """Whether one sentence holds the other or most of its words; False where one has no words."""
        if not self.joined or not other.joined:
            return False
        held = self.joined in other.joined or other.joined in self.joined
        return held or overlap(self.bag, other.bag) >= SAME_SENTENCE


@dataclass(frozen=True, slots=True)
class Action:
    """An action's content words, and the stem of the first, which is its head."""

    bag: Counter[str]
    head: str | None

    @classmethod
    def of(cls, text: str) -> Self:
        found = content_words(text)
        return cls(Counter(found), stem(found[0]) if found else None)

    def likeness(self, other: Action) -> float:
        """How alike two actions are, 0 where they do not match, at most 1.5."""
        share = overlap(self.bag, other.bag)
        same_head = self.head is not None and self.head == other.head
        if share < SAME_ACTION and not (same_head and share > SAME_ACTION_WITH_HEAD):
            return 0.0
        return share + (HEAD_BONUS if same_head else 0.0)


def pair_records(gold: Sequence[Evidence], predicted: Sequence[Evidence]) -> list[tuple[int, int]]:
    """Pair the records of one document, one to one, the most alike first.

    Gives (index in ``gold``, index in ``predicted``) of each pair. Records of the same or overlapping
    sentences pair where their actions share enough words; among equals the earlier come first.
    """
    pairs: list[tuple[int, int]] = []
    paired_gold: set[int] = set()
    paired_predicted: set[int] = set()
    for _, i, j in sorted(_candidates(gold, predicted)):
        if i not in paired_gold and j not in paired_predicted:
            paired_gold.add(i)
            paired_predicted.add(j)
            pairs.append((i, j))
    return pairs


def _candidates(gold: Sequence[Evidence], predicted: Sequence[Evidence]) -> list[tuple[float, int, int]]:
    """Every pair that matches: its likeness below zero, so that the most alike sort first, and indices."""
    wanted = [(Sentence.of(record.sentence), Action.of(record.action)) for record in gold]
    found = [(Sentence.of(record.sentence), Action.of(record.action)) for record in predicted]
    return [
        (-likeness, i, j)
        for i, (gold_sentence, gold_action) in enumerate(wanted)
        for j, (sentence, action) in enumerate(found)
        if gold_sentence.is_same(sentence) and (likeness := gold_action.likeness(action)) > 0
    ]
