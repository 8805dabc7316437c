"""Boosted regression trees over a few numbers, evaluated without any library."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Self

from pydantic import model_validator

from flows.extract.lexicon import LexiconModel

LEAF = -1  # in the place of a number's position, at the end of a way down a tree


class Tree(LexiconModel):
    """A tree, a place a node, the root first.

    At a node that asks, ``asked`` is the position of a number; where it is at most ``most``, the way goes on
    to the node ``left``, else to ``right``. At a leaf ``asked`` is ``LEAF`` and ``added`` is what it adds.
    """

    asked: tuple[int, ...]
    most: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    added: tuple[float, ...]

    @model_validator(mode="after")
    def _leads_down(self) -> Self:
        columns = (self.asked, self.most, self.left, self.right, self.added)
        if {len(column) for column in columns} != {len(self.asked)} or not self.asked:
            raise ValueError("a tree whose columns differ in length, or that has no root")
        for node, asked in enumerate(self.asked):
            ways = (self.left[node], self.right[node])
            if asked != LEAF and not all(node < way < len(self.asked) for way in ways):
                raise ValueError(f"node {node} leads to {ways}, not further down")
        return self

    def of(self, values: Sequence[float]) -> float:
        """What the tree adds for some numbers."""
        asked, most, left, right = self.asked, self.most, self.left, self.right
        node = 0
        while asked[node] != LEAF:
            node = left[node] if values[asked[node]] <= most[node] else right[node]
        return self.added[node]


class TreeModel(LexiconModel):
    """Trees whose sum, with ``bias``, is the log odds of yes.

    ``values`` names the numbers that they ask for.
    """

    values: tuple[str, ...]
    bias: float
    trees: tuple[Tree, ...]

    @model_validator(mode="after")
    def _asks_what_is_known(self) -> Self:
        if any(asked >= len(self.values) for tree in self.trees for asked in tree.asked):
            raise ValueError("a tree asks for a number that has no name")
        return self

    def probability(self, values: Sequence[float]) -> float:
        """The probability of yes, 0 to 1."""
        return 1 / (1 + math.exp(-self.bias - sum(tree.of(values) for tree in self.trees)))
