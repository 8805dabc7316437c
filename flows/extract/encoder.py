"""The encoder: a small language model that reads a proposal: what kind of record it is, and for whom.

It is three layers of MiniLM, fine-tuned and taught by a larger model in ``flows/training/train_encoder.py``,
and run by onnxruntime in eight-bit integers on one thread. Each proposal is read by itself, so that what is
said of it depends on its words alone. ``weights/encoder.md`` is its card.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from flows.extract.version import WEIGHTS_FOLDER
from flows.extract.wording import MARKER, Wording

ENCODER_FILE = WEIGHTS_FOLDER / "encoder.onnx"
TOKENIZER_FILE = WEIGHTS_FOLDER / "tokenizer.json"
KINDS = ("none", "core", "request", "fulfilment")  # in the order of the model's answer
LONGEST = 112  # word pieces, those of the frame included
SECOND = 1  # the sentence is the second of the two texts that the model reads
REMEMBERED = 256  # readings; a kept proposal is asked about twice: its kind, then whom it is for


@dataclass(frozen=True)
class Reading:
    """What the model says of a wording.

    ``kinds`` are the probabilities of ``KINDS``, together 1. Each of ``parties`` is the probability that
    what is named at a piece of the wording is a beneficiary of the act.
    """

    pieces: Encoding
    kinds: NDArray[np.float64]
    parties: NDArray[np.float64]

    def party_at(self, place: int) -> float | None:
        """The probability that who is named at a character of the sentence is a beneficiary.

        None where the character is cut away or a space.
        """
        piece = self.pieces.char_to_token(place, SECOND)
        return None if piece is None else float(self.parties[piece])


class Encoder:
    """The model and its tokenizer.

    Raises OSError or ValueError where a file is missing or is not what it should be.
    """

    def __init__(self, model: Path = ENCODER_FILE, tokenizer: Path = TOKENIZER_FILE) -> None:
        self._pieces = load_tokenizer(tokenizer)
        self._marker = self._pieces.token_to_id(MARKER)
        self._session = _session(model)
        self.read = lru_cache(maxsize=REMEMBERED)(self._read)

    def _read(self, wording: Wording) -> Reading:
        """Read one wording."""
        pieces = self._pieces.encode(wording.about, wording.sentence)
        given = {
            "ids": np.array([pieces.ids], dtype=np.int64),
            "types": np.array([pieces.type_ids], dtype=np.int64),
            "act": np.array([act_piece(pieces.ids, pieces.type_ids, self._marker)], dtype=np.int64),
        }
        kinds, parties = self._session.run(["kinds", "parties"], given)
        return Reading(pieces, np.asarray(kinds[0], np.float64), np.asarray(parties[0], np.float64))


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
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no class of their own
        raise ValueError(f"{path.name}: {error}") from error
