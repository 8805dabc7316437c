"""What spaCy's networks make of tokens: the very same numbers, in a third of the time.

Each network first makes a vector of a token by itself, then mixes it with its neighbours' in a few layers.
The first depends on the token's form alone, so it is remembered by that. The layers are run here over pieces
of a text that stay in the processor's cache, in memory that is used again, instead of over a batch of texts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

from flows.extract.parse import keys_of

MOST_REMEMBERED = 32_768  # forms; 13 MB a network
PIECE = 512  # tokens that are mixed at once
NO_VARIANCE = np.float32(1e-8)  # keeps the normalization from dividing by zero, as thinc's
# What a network may ask of a token that its spelling decides; anything else may differ with the token.
DECIDED_BY_SPELLING = frozenset({"LOWER", "PREFIX", "SUFFIX", "SHAPE", "IS_SPACE"})
LAYER = ["expand_window", "maxout", "layernorm"]  # what a mixing layer is made of, in order

Vectors = NDArray[np.float32]
Network = Model[Any, Any]


def speed_up(nlp: Language) -> None:
    """Run every network of ``nlp`` whose layers are known as this module does; leave others as they are."""
    for _, pipe in nlp.components:
        model = getattr(pipe, "model", None)
        if not isinstance(model, Model):
            continue
        for network in [node for node in model.walk() if {"embed", "encode"} <= set(node.ref_names)]:
            faster = _faster(network)
            if faster is not None and network is model:
                cast(Any, pipe).model = faster
            elif faster is not None:
                model.replace_node(network, faster)


def _faster(network: Network) -> Network | None:
    """The same network, run our way; None where its layers aren't the ones that are known here."""
    embed, encode = network.get_ref("embed"), network.get_ref("encode")
    asked = [node.attrs["columns"] for node in embed.walk() if node.name == "extract_features"]
    layers = _mixing_layers(encode)
    if len(asked) != 1 or layers is None:
        return None
    first, mixing = _FirstVectors(embed, asked[0], encode.get_dim("nO")), _Mixing(layers)

    def forward(_: Network, docs: list[Doc], is_train: bool) -> tuple[list[Vectors], Callable[..., Any]]:
        if is_train:
            return network(docs, is_train)
        return [mixing.of(first.of(doc)) for doc in docs], lambda gradient: []

    return Model("token_vectors", forward, layers=[network], dims={"nO": network.get_dim("nO")})


class _Tokens:
    """Some tokens of a document: as much of a document as a network's first layer asks for."""

    def __init__(self, doc: Doc, places: list[int]) -> None:
        self.vocab: Vocab = doc.vocab
        self._doc, self._places = doc, places

    def __len__(self) -> int:
        return len(self._places)

    def to_array(self, attributes: list[int | str]) -> NDArray[np.uint64]:
        """What spaCy's ``Doc.to_array`` says of these tokens."""
        return cast("NDArray[np.uint64]", self._doc.to_array(attributes)[self._places])


class _RowByRow(NumpyOps):  # type: ignore[misc]  # thinc tells no types
    """Products of matrices a row at a time.

    In a product of many rows a processor's kernel may add up one row in another order than the next, so
    that a form's vector would depend on which forms are new beside it.
    """

    def gemm(
        self, x: Vectors, y: Vectors, out: Vectors | None = None, trans1: bool = False, trans2: bool = False
    ) -> Vectors:
        """The product of ``x`` and ``y``, each turned over first where ``trans1`` or ``trans2`` says so."""
        rows, columns = x.T if trans1 else x, y.T if trans2 else y
        found: Vectors = np.matmul(rows[:, np.newaxis, :], columns)[:, 0]
        if out is None:
            return found
        out[:] = found
        return out


class _FirstVectors:
    """The vector of each token by itself, made by the network's own first layer once a form."""

    def __init__(self, embed: Network, asked: Sequence[str], width: int) -> None:
        self._embed = embed
        by_rows = _RowByRow(use_blis=False)
        for node in embed.walk():
            if isinstance(node.ops, NumpyOps):
                node.ops = by_rows
        self._form = ["ORTH", *(name for name in asked if name not in DECIDED_BY_SPELLING)]
        self._rows: dict[bytes, int] = {}
        self._table: Vectors = np.empty((MOST_REMEMBERED, width), np.float32)

    def of(self, doc: Doc) -> Vectors:
        """A row for each token of a document."""
        forms = keys_of(doc, self._form)
        try:
            rows = [self._rows[form] for form in forms]
        except KeyError:
            self._learn(doc, forms)
            rows = [self._rows[form] for form in forms]
        return self._table[rows]

    def _learn(self, doc: Doc, forms: list[bytes]) -> None:
        places = {form: place for place, form in enumerate(forms)}
        if len(self._rows) + len(places) > MOST_REMEMBERED:
            self._rows.clear()
        new = [form for form in places if form not in self._rows]
        first, end = len(self._rows), len(self._rows) + len(new)
        if end > len(self._table):
            self._table = np.empty((end, self._table.shape[1]), np.float32)
        self._table[first:end] = self._embed.predict([_Tokens(doc, [places[form] for form in new])])[0]
        self._rows.update(zip(new, range(first, end), strict=True))


class _Layer(NamedTuple):
    """One mixing layer: a token's new vector is the largest of several sums over it and its neighbours.

    ``weights`` and ``bias`` hold the sums of one choice after those of another. ``scale`` and ``shift`` are
    applied to the normalized vector, which is added to the old one.
    """

    weights: Vectors
    bias: Vectors
    scale: Vectors
    shift: Vectors


def _mixing_layers(encode: Network) -> list[_Layer] | None:
    """The layers of a network that mixes each token with its two neighbours; None where it is another."""
    layers: list[_Layer] = []
    stacked = encode.layers[0].layers if encode.layers else []
    for node in stacked:
        parts = [part for part in node.walk() if not part.layers and part.name != "dropout"]
        if [part.name for part in parts] != LAYER or parts[0].attrs["window_size"] != 1:
            return None
        weights, bias = np.asarray(parts[1].get_param("W")), np.asarray(parts[1].get_param("b"))
        choices_first = weights.transpose(1, 0, 2).reshape(-1, weights.shape[2])
        layers.append(
            _Layer(
                np.ascontiguousarray(choices_first.T),
                np.ascontiguousarray(bias.T).ravel(),
                np.asarray(parts[2].get_param("G")),
                np.asarray(parts[2].get_param("b")),
            )
        )
    # Rows of zeros part the texts of a batch, as many as there are layers, so that no text reaches another.
    return layers if layers and encode.attrs.get("pad") == len(layers) else None


class _Mixing:
    """The layers over whole texts, piece by piece.

    A layer reaches one token to each side, so a piece is read with as many tokens on either side as there
    are layers, zeros at the ends of the text.
    """

    def __init__(self, layers: list[_Layer]) -> None:
        self._layers = layers
        self._margin = len(layers)
        width, sums = len(layers[0].scale), len(layers[0].bias)
        rows = PIECE + 2 * self._margin
        self._vectors: Vectors = np.empty((rows, width), np.float32)
        self._windows: Vectors = np.zeros((rows, 3 * width), np.float32)
        self._sums: Vectors = np.empty((rows, sums), np.float32)
        self._mixed: Vectors = np.empty((rows, width), np.float32)
        self._squares: Vectors = np.empty((rows, width), np.float32)

    def of(self, vectors: Vectors) -> Vectors:
        """The mixed vectors of a text whose tokens have ``vectors`` by themselves."""
        padded = np.pad(vectors, ((self._margin, self._margin), (0, 0)))
        mixed = np.empty_like(vectors)
        for start in range(0, len(vectors), PIECE):
            end = min(start + PIECE, len(vectors))
            rows = end - start + 2 * self._margin
            piece = self._vectors[:rows]
            piece[:] = padded[start : start + rows]
            for layer in self._layers:
                piece += self._through(layer, piece)
            mixed[start:end] = piece[self._margin : -self._margin]
        return mixed

    def _through(self, layer: _Layer, vectors: Vectors) -> Vectors:
        """What one layer makes of the vectors of a piece; its memory is used again by the next call."""
        rows, width = vectors.shape
        windows, sums, mixed, squares = (
            memory[:rows] for memory in (self._windows, self._sums, self._mixed, self._squares)
        )
        windows[0, :width] = windows[-1, -width:] = 0
        windows[1:, :width] = vectors[:-1]
        windows[:, width:-width] = vectors
        windows[:-1, -width:] = vectors[1:]
        np.matmul(windows, layer.weights, out=sums)
        sums += layer.bias
        mixed[:] = sums[:, :width]
        for choice in range(width, sums.shape[1], width):
            np.maximum(mixed, sums[:, choice : choice + width], out=mixed)
        mixed -= mixed.mean(axis=1, keepdims=True)
        np.multiply(mixed, mixed, out=squares)
        mixed *= (squares.mean(axis=1, keepdims=True) + NO_VARIANCE) ** np.float32(-0.5)
        mixed *= layer.scale
        mixed += layer.shift
        return mixed
