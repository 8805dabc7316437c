"""Train what the encoder says of an act's category, beside the linear model of ``train_category.py``.

    uv run --with torch --with transformers --with onnx \\
        python -m flows.training.train_category_reading FOLDER --base MINILM --held-out dev

FOLDER is as for ``train_category``; MINILM is what the encoder was made from. The encoder stays as it is: of
its states before the last layer a last layer of its own, which begins as the encoder's, learns to tell the
category. Prints, for some documents that it does not learn from and for what is held out, the share of acts
whose category is one of the right ones; then learns from all and writes ``categories.onnx``. The seed is
fixed.
"""

from __future__ import annotations

import argparse
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from flows.extract.encoder import CATEGORIES_FILE, Encoder, load_encoder
from flows.extract.version import WEIGHTS_FOLDER
from flows.extract.wording import wording_of
from flows.training.examples import AnnotatedAct, ExampleReader, source_of
from flows.training.layer import Layer
from flows.training.pairs import pairs_of
from flows.training.reader import SEED, Course, learn_in_steps
from flows.training.reading_encoder import read_model
from flows.training.train_category import WHOLE_WEIGHT
from flows.training.writing_encoder import write_categories
from models.vocabulary import CATEGORIES

COURSE = Course(epochs=7, rate=4e-4, batch=64)
DROPOUT = 0.15
ANY_SHARE = 0.5  # of the loss: that any right category is likely; the rest: that all of them are
ASIDE = 5  # one document in so many is left aside for the first figures


@dataclass(frozen=True)
class Act:
    """An annotated act: the encoder's states of its pieces, where it begins, and the right categories."""

    document: str
    states: NDArray[np.float16]
    begins: int
    categories: tuple[str, ...]
    weight: float


class Teller(nn.Module):
    """A layer that looks from the first piece, and that at which the act begins, at all; and the answer."""

    def __init__(self, layer: nn.Module) -> None:
        super().__init__()
        self.layer = Layer(layer)
        self.dropout = nn.Dropout(DROPOUT)
        for part in self.layer.modules():
            if isinstance(part, nn.Dropout):
                part.p = DROPOUT
        self.category = nn.Linear(2 * self.layer.width, len(CATEGORIES))

    def forward(self, states: Tensor, mask: Tensor, begins: Tensor) -> Tensor:
        """The score of each category, a row an act; ``mask`` is true where a piece stands."""
        places = torch.stack([torch.zeros_like(begins), begins], dim=1)
        asking = states.gather(1, places.unsqueeze(2).expand(-1, -1, self.layer.width))
        seen = self.layer(asking, self.layer.told(states), mask).flatten(1)
        scores: Tensor = self.category(self.dropout(seen))
        return scores


def main() -> None:
    """Read the folder, print the figures, write the file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", type=Path, required=True, metavar="MINILM")
    parser.add_argument("--held-out", action="append", default=[], metavar="NAME")
    parser.add_argument("--out", type=Path, default=CATEGORIES_FILE)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    reader, encoder = ExampleReader(), load_encoder()
    known: list[Act] = []
    held_out: list[Act] = []
    for pair in pairs_of(arguments.folder, arguments.held_out):
        (held_out if pair.held_out else known).extend(acts_of(reader.acts(pair), encoder))
    report(known, held_out, arguments.base)
    teller = trained(known, arguments.base)
    write_categories(teller.layer, teller.category, arguments.out)


def acts_of(annotated: Iterable[AnnotatedAct], encoder: Encoder) -> Iterator[Act]:
    """What the encoder reads of acts whose category annotators told."""
    for act in annotated:
        if act.categories:
            reading = encoder.read(wording_of(act.proposal, act.document))
            weight = WHOLE_WEIGHT if act.whole else 1.0
            source = source_of(act.document.source_name)
            yield Act(source, reading.states.astype(np.float16), reading.act, act.categories, weight)


def report(known: Sequence[Act], held_out: Sequence[Act], base: Path) -> None:
    """Print the accuracy on documents left aside and on those held out, neither of which is learned from."""
    aside = [act for act in known if _is_aside(act.document)]
    teller = trained([act for act in known if not _is_aside(act.document)], base)
    for name, acts in (("left aside", aside), ("held out", held_out)):
        print(f"{name}: {len(acts)} acts, {_accuracy(teller, acts):.3f}", flush=True)


def trained(acts: Sequence[Act], base: Path) -> Teller:
    """What has learned from ``acts``."""
    torch.manual_seed(SEED)
    teller = Teller(read_model(WEIGHTS_FOLDER, base).bert.encoder.layer[-1])
    return learn_in_steps(teller, acts, COURSE, _loss, lambda act: len(act.states))


def _is_aside(document: str) -> bool:
    return int(hashlib.md5(document.encode(), usedforsecurity=False).hexdigest(), 16) % ASIDE == 0


def _loss(teller: Teller, acts: Sequence[Act]) -> Tensor:
    told = torch.log_softmax(teller(*_batch(acts)), dim=1)
    right = torch.tensor([[float(name in act.categories) for name in CATEGORIES] for act in acts])
    anyone = -torch.logsumexp(told.masked_fill(right == 0, -torch.inf), dim=1)
    each = -(told * right).sum(dim=1) / right.sum(dim=1)
    weights = torch.tensor([act.weight for act in acts])
    return (torch.lerp(each, anyone, ANY_SHARE) * weights).sum() / weights.sum()


def _batch(acts: Sequence[Act]) -> tuple[Tensor, Tensor, Tensor]:
    longest, width = max(len(act.states) for act in acts), acts[0].states.shape[1]
    states = torch.zeros((len(acts), longest, width))
    mask = torch.zeros((len(acts), longest), dtype=torch.bool)
    for number, act in enumerate(acts):
        states[number, : len(act.states)] = torch.from_numpy(act.states.astype(np.float32))
        mask[number, : len(act.states)] = True
    return states, mask, torch.tensor([act.begins for act in acts])


def _accuracy(teller: Teller, acts: Sequence[Act]) -> float:
    right = []
    with torch.no_grad():
        for first in range(0, len(acts), COURSE.batch):
            some = acts[first : first + COURSE.batch]
            told = teller(*_batch(some)).argmax(dim=1).tolist()
            right += [CATEGORIES[best] in act.categories for best, act in zip(told, some, strict=True)]
    return float(np.mean(right)) if right else float("nan")


if __name__ == "__main__":
    main()
