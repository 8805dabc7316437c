"""Write a trained reader as the two files that ``flows/extract/encoder.py`` runs, in eight-bit integers.

Only the pieces that a question is about need the last layer's answer: two, where a text has some fifty. So
the first file runs all layers but the last, and what of the last every piece tells the others (its keys and
values); the second runs the rest of the last layer for two pieces, and the answers. Both come from the same
weights, and together give what ``Reader`` gives, but for the rounding to eight bits.

``write_categories`` writes a third file: a last layer of its own, run for two pieces too, that tells the
category.

What is written has one text and nothing padded, so that it needs no mask. The last products of all, for the
answers, stay in floating point.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from flows.extract.encoder import ANSWERS_FILE, ENCODER_FILE
from flows.training.layer import Layer, joined
from flows.training.reader import Reader

OPSET = 17
VARYING = frozenset({"ids", "types", "states", "told"})  # with the number of pieces, their second axis


class WholeLayer(Layer):
    """A layer of BERT whose pieces all ask; queries, keys and values are one product."""

    def __init__(self, layer: nn.Module) -> None:
        super().__init__(layer)
        attention = layer.attention.self
        self.all = joined(attention.query, attention.key, attention.value)

    def of_all(self, states: Tensor) -> Tensor:
        """The new states of all pieces."""
        asked, told = self.all(states).split([self.width, 2 * self.width], dim=-1)
        return self.seen(states, asked, told)


class Reads(nn.Module):
    """The first file: from pieces to their states before the last layer, and what they tell it."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.embeddings = reader.bert.embeddings
        *first, last = reader.bert.encoder.layer
        self.layers = nn.ModuleList(WholeLayer(layer) for layer in first)
        self.told = Layer(last).told

    def forward(self, ids: Tensor, types: Tensor) -> tuple[Tensor, Tensor]:
        """States and tellings, a row a piece."""
        known = self.embeddings
        places = known.position_embeddings.weight[: ids.shape[1]]
        states = known.word_embeddings(ids) + known.token_type_embeddings(types) + places
        states = known.LayerNorm(states)
        for layer in self.layers:
            states = layer.of_all(states)
        return states, self.told(states)


class Answers(nn.Module):
    """The second file: two pieces, what they say of the kind and whether the first is of a beneficiary."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.last = Layer(reader.bert.encoder.layer[-1])
        self.kind, self.party = reader.kind, reader.party

    def forward(self, states: Tensor, told: Tensor, pair: Tensor) -> tuple[Tensor, Tensor]:
        """The probability of each kind, where ``pair`` begins with the text's first piece, and of a party."""
        seen = self.last(states[:, pair], told).flatten(1)
        return torch.softmax(_score(self.kind, seen), dim=0), torch.sigmoid(_score(self.party, seen))


class Categories(nn.Module):
    """The third file: two pieces, the text's first and that at which the act begins, and the categories."""

    def __init__(self, layer: Layer, category: nn.Linear) -> None:
        super().__init__()
        self.layer, self.category = layer, category

    def forward(self, states: Tensor, pair: Tensor) -> Tensor:
        """The probability of each category."""
        seen = self.layer(states[:, pair], self.layer.told(states)).flatten(1)
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


def write_categories(layer: Layer, category: nn.Linear, path: Path) -> None:
    """Write the third file: ``category`` scores what it sees at two pieces."""
    states, pair = torch.zeros((1, 8, category.in_features // 2)), torch.tensor([0, 3])
    told = Categories(layer, category).eval()
    _write(told, (states, pair), ("states", "pair"), ("categories",), path)


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
