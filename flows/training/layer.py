"""A layer of BERT that looks from some pieces at all: as it is trained, and as it is written."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn


class Layer(nn.Module):
    """A layer of BERT; keys and values are one product."""

    def __init__(self, layer: nn.Module) -> None:
        super().__init__()
        attention = layer.attention.self
        self.heads: int = attention.num_attention_heads
        self.width: int = attention.all_head_size
        self.query, self.dropout = attention.query, attention.dropout
        self.told = joined(attention.key, attention.value)
        self.looked, self.inner, self.outer = layer.attention.output, layer.intermediate, layer.output

    def forward(self, asking: Tensor, told: Tensor, mask: Tensor | None = None) -> Tensor:
        """The new states of the pieces that ask, where all pieces tell their keys and values.

        ``mask`` is true where a piece stands; without one nothing is padded.
        """
        return self.seen(asking, self.query(asking), told, mask)

    def seen(self, asking: Tensor, asked: Tensor, told: Tensor, mask: Tensor | None = None) -> Tensor:
        """The same where what they ask is at hand."""
        questions = self._by_head(asked)
        keys, values = (self._by_head(part) for part in told.split(self.width, dim=-1))
        likeness = questions @ keys.transpose(2, 3) / math.sqrt(self.width // self.heads)
        if mask is not None:
            likeness = likeness.masked_fill(~mask[:, None, None, :], -torch.inf)
        seen = (self.dropout(likeness.softmax(dim=-1)) @ values).transpose(1, 2).flatten(2)
        between = self.looked(seen, asking)
        new: Tensor = self.outer(self.inner(between), between)
        return new

    def _by_head(self, states: Tensor) -> Tensor:
        """States as each head sees them: a text, a head, a piece. What is written is fixed to one text."""
        return states.view(len(states), -1, self.heads, self.width // self.heads).transpose(1, 2)


def joined(*parts: nn.Linear) -> nn.Linear:
    """One product for several of the same input: what they give side by side."""
    outputs = sum(part.out_features for part in parts)
    whole: nn.Linear = nn.utils.skip_init(nn.Linear, parts[0].in_features, outputs)  # draws no random numbers
    whole.weight = nn.Parameter(torch.cat([part.weight for part in parts]))
    whole.bias = nn.Parameter(torch.cat([part.bias for part in parts]))
    return whole
