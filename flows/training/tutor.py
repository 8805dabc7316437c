"""The tutor: a language model five times as large as the encoder's, from which the encoder learns.

It is MPNet (Song et al. 2020, "MPNet: Masked and Permuted Pre-training for Language Understanding"), whose
vocabulary has the same pieces as MiniLM's under other numbers, so that both read the same rows. It is too
large to run with the product.
"""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import MPNetModel, PreTrainedModel

from flows.training.reader import Reader

# The marks of MiniLM's vocabulary that MPNet's has under other names.
MARKS = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}
UNKNOWN_PIECE = "[UNK]"
TOKENIZER = "tokenizer.json"


class Tutor(Reader):
    """MPNet with the layers of ``Reader``; ``numbers`` gives MPNet's number of each piece of MiniLM's."""

    def __init__(self, base: Path, minilm: Path) -> None:
        super().__init__(base)
        self.register_buffer("numbers", _numbers(minilm / TOKENIZER, base / TOKENIZER), persistent=False)

    def load(self, base: Path) -> PreTrainedModel:
        """MPNet."""
        return MPNetModel.from_pretrained(str(base), add_pooling_layer=False)

    def states(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """What it makes of each piece; it is not told which text a piece is of."""
        states: Tensor = self.bert(input_ids=self.numbers[ids], attention_mask=mask).last_hidden_state
        return states


def _numbers(minilm: Path, mpnet: Path) -> Tensor:
    """A row a piece of MiniLM's vocabulary: its number in MPNet's."""
    known = Tokenizer.from_file(str(mpnet)).get_vocab()
    pieces = Tokenizer.from_file(str(minilm)).get_vocab()
    named = {
        number: known.get(MARKS.get(piece, piece), known[UNKNOWN_PIECE]) for piece, number in pieces.items()
    }
    return torch.tensor([named[number] for number in range(len(named))])
