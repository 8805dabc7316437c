"""Write a trained reader as the two files that ``flows/extract/encoder.py`` runs, in eight-bit integers.

Only the pieces that a question is about need the last layer's answer: two, where a text has some fifty. So
the first file runs all layers but the last, and what of the last every piece tells the others (its keys and
values); the second runs the rest of the last layer for two pieces, and the answers. Both come from the same
weights, and together give what ``Reader`` gives, but for the rounding to eight bits.

``write_categories`` writes a third file: a last layer of its own, run for two pieces too, that tells the
category.

What is written has one text and nothing padded, so that it needs no mask, and queries, keys and values are
one product. The last products of all, for the answers, stay in floating point.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from flows.extract.encoder import ANSWERS_FILE, ENCODER_FILE
from flows.training.reader import Reader

OPSET = 17
VARYING = frozenset({"ids", "types", "states", "told"})  # with the number of pieces, their second axis


class Layer(nn.Module):
    """A layer of BERT, which looks from some pieces at all of them."""

    def __init__(self, layer: nn.Module) -> None:
        super().__init__()
        attention = layer.attention.self
        self.heads: int = attention.num_attention_heads
        self.query = attention.query
        self.told = _joined(attention.key, attention.value)
        self.all = _joined(attention.query, attention.key, attention.value)
        self.looked, self.inner, self.outer = layer.attention.output, layer.intermediate, layer.output

    def forward(self, states: Tensor) -> Tensor:
        """The new states of all pieces."""
        width = states.shape[-1]
        asked, told = self.all(states).split([width, 2 * width], dim=-1)
        return self.seen(states, asked, told)

    def seen(self, states: Tensor, asked: Tensor, told: Tensor) -> Tensor:
        """The new states of pieces that ask, where all pieces tell their keys and values."""
        width = states.shape[-1]
        size = width // self.heads
        asking = asked.view(-1, self.heads, size).permute(1, 0, 2)
        keys, values = told.view(-1, 2, self.heads, size).permute(1, 2, 0, 3).unbind(0)
        shares = torch.softmax(asking @ keys.transpose(1, 2) / math.sqrt(size), dim=-1)
        seen = (shares @ values).permute(1, 0, 2).reshape(1, -1, width)
        between = self.looked(seen, states)
        new: Tensor = self.outer(self.inner(between), between)
        return new


class Reads(nn.Module):
    """The first file: from pieces to their states before the last layer, and what they tell it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.embeddings = reader.bert.embeddings
        *first, last = reader.bert.encoder.layer
        self.layers = nn.ModuleList(Layer(layer) for layer in first)
        self.told = Layer(last).told

    def forward(self, ids: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """States and tellings, a row a piece."""
        known = self.embeddings
        places = known.position_embeddings.weight[: ids.shape[1]]
        states = known.word_embeddings(ids) + known.token_type_embeddings(types) + places
        states = known.LayerNorm(states)
        for layer in self.layers:
            states = layer(states)
        return states, self.told(states)


class Answers(nn.Module):
    """The second file: two pieces, what they say of the kind and whether the first is of a beneficiary."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.last = Layer(reader.bert.encoder.layer[-1])
        self.kind, self.party = reader.kind, reader.party

    def forward(self, states: Tensor, told: Tensor, pair: Tensor) -> tuple[Tensor, Tensor]:
        """The probability of each kind, where ``pair`` begins with the text's first piece, and of a party."""
        asking = states[:, pair]
        seen = self.last.seen(asking, self.last.query(asking), told).flatten(1)
        return torch.softmax(_score(self.kind, seen), dim=0), torch.sigmoid(_score(self.party, seen))


class Categories(nn.Module):
    """The third file: two pieces, the text's first and that at which the act begins, and the categories."""

    def __init__(self, layer: nn.Module, category: nn.Linear) -> None:
        super().__init__()
        self.layer, self.category = Layer(layer), category

    def forward(self, states: Tensor, pair: Tensor) -> Tensor:
        """The probability of each category."""
        asking = states[:, pair]
        seen = self.layer.seen(asking, self.layer.query(asking), self.layer.told(states)).flatten(1)
        return torch.softmax(_score(self.category, seen), dim=0)


def _score(answer: nn.Linear, seen: Tensor) -> Tensor:
    """The answer's product, of one row, written so that no eight-bit integers are made of it."""
    return (answer.weight * seen).sum(dim=1) + answer.bias


def write_model(reader: Reader, folder: Path) -> None:
    """Write both files into ``folder``."""
    ids, types = torch.full((1, 8), 5), torch.zeros((1, 8), dtype=torch.long)
    reads, answers = Reads(reader).eval(), Answers(reader).eval()
    with torch.no_grad():
        states, told = reads(ids, types)
    _write(reads, (ids, types), ("ids", "types"), ("states", "told"), folder / ENCODER_FILE.name)
    asked = (states, told, torch.tensor([0, 3]))
    _write(answers, asked, ("states", "told", "pair"), ("kinds", "party"), folder / ANSWERS_FILE.name)


def write_categories(layer: nn.Module, category: nn.Linear, path: Path) -> None:
    """Write the third file: ``layer`` is one of BERT, ``category`` scores what it sees at two pieces."""
    states, pair = torch.zeros((1, 8, category.in_features // 2)), torch.tensor([0, 3])
    told = Categories(layer, category).eval()
    _write(told, (states, pair), ("states", "pair"), ("categories",), path)


def _joined(*parts: nn.Linear) -> nn.Linear:
    """One product for several of the same input: what they give side by side."""
    joined = nn.Linear(parts[0].in_features, sum(part.out_features for part in parts))
    joined.weight = nn.Parameter(torch.cat([part.weight for part in parts]))
    joined.bias = nn.Parameter(torch.cat([part.bias for part in parts]))
    return joined


def _write(
    model: nn.Module, example: tuple[Tensor, ...], given: Sequence[str], answers: Sequence[str], path: Path
) -> None:
    """Write one file, its weights in eight-bit integers.

    One bit is left free, so that sums cannot overflow on processors without instructions for them and
    all machines give the same answer.
    """
    whole = path.with_suffix(".float.onnx")
    torch.onnx.export(
        model,
        example,
        str(whole),
        input_names=list(given),
        output_names=list(answers),
        dynamic_axes={name: {1: "pieces"} for name in (*given, *answers) if name in VARYING},
        opset_version=OPSET,
        dynamo=False,
    )
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    whole.unlink()
