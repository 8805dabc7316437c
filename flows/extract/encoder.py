"""The encoder: a small language model that reads a proposal: what kind of record it is, for whom, of what.

It is three layers of MiniLM, fine-tuned and taught by a larger model in ``flows/training/train_encoder.py``,
and run by onnxruntime in eight-bit integers on one thread. A proposal is read once, up to the last layer,
which is then run for the two pieces that a question is about. What the act is about is told by a last layer
of its own, made by ``flows/training/train_category_reading.py``. Each proposal is read, and each question
answered, by itself, so that what is said depends on the words alone. ``weights/encoder.md`` and
``weights/category.md`` are the cards.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from flows.extract.version import WEIGHTS_FOLDER
from flows.extract.wording import MARKER, Wording

ENCODER_FILE = WEIGHTS_FOLDER / "encoder.onnx"
ANSWERS_FILE = WEIGHTS_FOLDER / "answers.onnx"
CATEGORIES_FILE = WEIGHTS_FOLDER / "categories.onnx"
TOKENIZER_FILE = WEIGHTS_FOLDER / "tokenizer.json"
KINDS = ("none", "core", "request", "fulfilment")  # in the order of the model's answer
LONGEST = 112  # word pieces, those of the frame included
SECOND = 1  # the sentence is the second of the two texts that the model reads
# Readings, 0.25 MB each; a kept proposal is asked about twice: its kind, then whom it is for.
REMEMBERED = 128
# Adding and normalizing in one operation is onnxruntime's slower way: it adds up number by number.
NOT_JOINED = ["SkipLayerNormFusion"]

Floats = NDArray[np.float32]
Answer = tuple[Floats, Floats]  # the probability of each kind, and of a party


@dataclass(frozen=True)
class Reading:
    """What the model makes of a wording; ``answer`` and ``tell`` ask it about the pieces at two places.

    ``act`` is the place of the piece at which the act begins, ``states`` are those of all pieces before the
    last layer, a row a piece. ``tell`` gives the probability of each category.
    """

    pieces: Encoding
    act: int
    states: Floats
    answer: Callable[[int, int], Answer]
    tell: Callable[[int, int], Floats]

    @cached_property
    def kinds(self) -> NDArray[np.float64]:
        """The probabilities of ``KINDS``, together 1."""
        return np.asarray(self.answer(0, self.act)[0], np.float64)

    @cached_property
    def categories(self) -> NDArray[np.float64]:
        """The probabilities of ``models.vocabulary.CATEGORIES``, together 1."""
        return np.asarray(self.tell(0, self.act), np.float64)

    def party_at(self, place: int) -> float | None:
        """The probability that who is named at a character of the sentence is a beneficiary.

        None where the character is cut away or a space.
        """
        piece = self.pieces.char_to_token(place, SECOND)
        return None if piece is None else float(self.answer(piece, self.act)[1][0])


class Encoder:
    """The model and its tokenizer, from ``folder``.

    Raises OSError or ValueError where a file is missing or is not what it should be.
    """

    def __init__(self, folder: Path = WEIGHTS_FOLDER) -> None:
        self._pieces = load_tokenizer(folder / TOKENIZER_FILE.name)
        self._marker = self._pieces.token_to_id(MARKER)
        self._reads = _session(folder / ENCODER_FILE.name)
        self._answers = _session(folder / ANSWERS_FILE.name)
        self._categories = _session(folder / CATEGORIES_FILE.name)
        self.read = lru_cache(maxsize=REMEMBERED)(self._read)

    def _read(self, wording: Wording) -> Reading:
        """Read one wording."""
        pieces = self._pieces.encode(wording.about, wording.sentence)
        given = {
            "ids": np.array([pieces.ids], dtype=np.int64),
            "types": np.array([pieces.type_ids], dtype=np.int64),
        }
        states, told = self._reads.run(["states", "told"], given)

        def answer(first: int, second: int) -> Answer:
            asked = {"states": states, "told": told, "pair": _pair(first, second)}
            kinds, party = self._answers.run(["kinds", "party"], asked)
            return np.asarray(kinds), np.asarray(party)

        def tell(first: int, second: int) -> Floats:
            asked = {"states": states, "pair": _pair(first, second)}
            return np.asarray(self._categories.run(["categories"], asked)[0])

        act = act_piece(pieces.ids, pieces.type_ids, self._marker)
        return Reading(pieces, act, states[0], answer, tell)


def _pair(first: int, second: int) -> NDArray[np.int64]:
    return np.array([first, second], dtype=np.int64)


def load_tokenizer(path: Path = TOKENIZER_FILE) -> Tokenizer:
    """The tokenizer, which cuts the longer of two texts where they have more than ``LONGEST`` pieces."""
    pieces = Tokenizer.from_str(path.read_text(encoding="utf-8"))
    pieces.no_padding()
    pieces.enable_truncation(LONGEST)
    return pieces


def act_piece(ids: list[int], types: list[int], marker: int | None) -> int:
    """Where the act begins: the first marker in the sentence, else the first piece of all."""
    places = zip(ids, types, strict=True)
    return next((at for at, (piece, part) in enumerate(places) if piece == marker and part == SECOND), 0)


@lru_cache(maxsize=1)
def load_encoder() -> Encoder:
    """The encoder that is installed with the project, loaded once a process."""
    return Encoder()


def _session(path: Path) -> onnxruntime.InferenceSession:
    """The model on one thread: documents are shared out between processes."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    model = path.read_bytes()
    try:
        return onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"], disabled_optimizers=NOT_JOINED
        )
    except Exception as error:  # onnxruntime's errors share no class of their own
        raise ValueError(f"{path.name}: {error}") from error
