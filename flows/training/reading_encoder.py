"""Read the encoder's two files back as the reader that ``writing_encoder.py`` wrote, to let it learn on.

Nothing else is kept of a training, so what goes on does so from weights in eight bits, which give the
probabilities that the files give within .03.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

from flows.extract.encoder import ANSWERS_FILE, ENCODER_FILE
from flows.training.reader import Reader

LAYERS = 3
PRODUCT = "onnx::MatMul_"  # what the export calls the weights of a product, followed by a number
# A layer's parts, as they are named in the files and in BERT, in the order of their products.
PARTS = {"looked": "attention.output", "inner": "intermediate", "outer": "output"}
WHOLE = ("position_embeddings.weight", "LayerNorm.weight", "LayerNorm.bias")
ROUNDED = ("word_embeddings.weight", "token_type_embeddings.weight")

type Weights = dict[str, Tensor]


def read_model(folder: Path, base: Path) -> Reader:
    """The reader in ``folder``; ``base`` holds the model that it was made from (``config.json`` and weights).

    Raises OSError where a file is missing, KeyError where it does not hold what ``write_model`` writes.
    """
    reads, answers = _weights(folder / ENCODER_FILE.name), _weights(folder / ANSWERS_FILE.name)
    reader = Reader(base)
    reader.bert.encoder.layer = nn.ModuleList(reader.bert.encoder.layer[:LAYERS])
    state = reader.state_dict()
    state |= {f"bert.embeddings.{name}": reads[f"embeddings.{name}"] for name in WHOLE}
    state |= {f"bert.embeddings.{name}": _whole(reads, f"embeddings.{name}") for name in ROUNDED}
    products = _products(reads)
    for number in range(LAYERS - 1):
        asked = _split(next(products), reads[f"layers.{number}.all.bias"], ("query", "key", "value"))
        state |= _named(asked | _parts(reads, products, f"layers.{number}."), number)
    told = _split(next(products), reads["told.bias"], ("key", "value"))
    products = _products(answers)
    query = _split(next(products), answers["last.query.bias"], ("query",))
    state |= _named(told | query | _parts(answers, products, "last."), LAYERS - 1)
    state |= {
        f"{head}.{part}": answers[f"{head}.{part}"]
        for head in ("kind", "party")
        for part in ("weight", "bias")
    }
    reader.load_state_dict(state)
    return reader.eval()


def _weights(path: Path) -> Weights:
    """The arrays of a file by their names."""
    stored = onnx.load(str(path)).graph.initializer
    return {array.name: torch.tensor(numpy_helper.to_array(array)) for array in stored}


def _whole(weights: Mapping[str, Tensor], name: str) -> Tensor:
    """An array that is kept in eight bits, by its steps and zero."""
    kept, zero = weights[f"{name}_quantized"].float(), weights[f"{name}_zero_point"].float()
    return (kept - zero) * weights[f"{name}_scale"]


def _products(weights: Mapping[str, Tensor]) -> Iterator[Tensor]:
    """The weights of a file's products in their order, a row an output."""
    ending = "_quantized"
    names = [
        name.removesuffix(ending) for name in weights if name.startswith(PRODUCT) and name.endswith(ending)
    ]
    for name in sorted(names, key=lambda name: int(name.removeprefix(PRODUCT))):
        yield _whole(weights, name).T.contiguous()


def _split(weight: Tensor, bias: Tensor, names: Sequence[str]) -> Weights:
    """The products that are one in the file, apart."""
    rows = zip(names, weight.chunk(len(names)), bias.chunk(len(names)), strict=True)
    return {
        f"attention.self.{name}.{part}": value
        for name, of_name, offset in rows
        for part, value in (("weight", of_name), ("bias", offset))
    }


def _parts(weights: Mapping[str, Tensor], products: Iterator[Tensor], prefix: str) -> Weights:
    """What of a layer comes behind its attention."""
    found: Weights = {}
    for name, place in PARTS.items():
        found[f"{place}.dense.weight"] = next(products)
        found[f"{place}.dense.bias"] = weights[f"{prefix}{name}.dense.bias"]
        for part in ("weight", "bias") if name != "inner" else ():
            found[f"{place}.LayerNorm.{part}"] = weights[f"{prefix}{name}.LayerNorm.{part}"]
    return found


def _named(weights: Weights, number: int) -> Weights:
    return {f"bert.encoder.layer.{number}.{name}": value for name, value in weights.items()}
