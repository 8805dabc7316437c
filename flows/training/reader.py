"""The encoder while it is trained: its rows, its network, and how it learns."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from transformers import BertModel, PreTrainedModel

from flows.extract.encoder import KINDS, SECOND, act_piece, load_tokenizer
from flows.extract.judge import YES
from flows.extract.wording import MARKER, Wording
from flows.scoring import GoldRecord
from flows.training.examples import DocumentExample, ProposalExample, RecipientExample
from flows.training.targets import OPTIONAL_KIND_WEIGHT, is_beneficiary, kind_of

SEED = 1
BATCHES_SORTED = 20  # batches whose rows are sorted by length together, so that little is padding
DROPOUT = 0.1
SMOOTHING = 0.03
PARTY_SHARE = 0.5  # of the loss over parties, to 1 of that over kinds
STEEPEST = 1.0  # norm to which gradients are clipped
WEIGHT_DECAY = 0.01
UNKNOWN = -1  # kind of a row that nobody labelled


class Row(NamedTuple):
    """A proposal as the model is given it: pieces, their part, where the act begins, kind and weight.

    ``parties`` tells of pieces at which a party is named whether it is a beneficiary. ``number`` tells it
    from the others where a model is taught by another.
    """

    ids: list[int]
    types: list[int]
    act: int
    kind: int
    weight: float
    parties: dict[int, bool]
    number: int = 0


class Course(NamedTuple):
    """How long and how fast a model learns.

    ``rate`` is its highest, reached after the share ``warm_up`` of the steps; ``batch`` is in rows.
    """

    epochs: int
    rate: float
    batch: int = 32
    warm_up: float = 0.1


class Batch(NamedTuple):
    """Rows side by side, padded to the longest."""

    ids: Tensor
    types: Tensor
    mask: Tensor
    act: Tensor


class Reader(nn.Module):
    """MiniLM with two layers: one over its first piece and that at which the act begins, for the kind, and
    one over every piece and that at which the act begins, for the parties.
    """

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.bert = self.load(base)
        self.dropout = nn.Dropout(DROPOUT)
        self.kind = nn.Linear(2 * self.bert.config.hidden_size, len(KINDS))
        self.party = nn.Linear(2 * self.bert.config.hidden_size, 1)

    def load(self, base: Path) -> PreTrainedModel:
        """The language model that is read with."""
        return BertModel.from_pretrained(str(base), attn_implementation="eager")

    def states(self, ids: Tensor, types: Tensor, mask: Tensor) -> Tensor:
        """What the language model makes of each piece."""
        states: Tensor = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        return states

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor, act: Tensor) -> tuple[Tensor, Tensor]:
        """The score of each kind, a row a proposal, and of each piece as a beneficiary."""
        return self.scores(self.states(ids, types, mask), act)

    def scores(self, states: Tensor, act: Tensor) -> tuple[Tensor, Tensor]:
        """The same of what the language model makes of the pieces."""
        place = act.view(-1, 1, 1).expand(-1, 1, states.shape[-1])
        begun = states.gather(1, place)
        kinds = self.kind(self.dropout(torch.cat([states[:, 0], begun.squeeze(1)], dim=1)))
        parties = self.party(self.dropout(torch.cat([states, begun.expand_as(states)], dim=2)))
        return kinds, parties.squeeze(2)


class Rows:
    """Makes rows of examples with one tokenizer."""

    def __init__(self, tokenizer: Path) -> None:
        self._pieces = load_tokenizer(tokenizer)
        self._marker = self._pieces.token_to_id(MARKER)

    def of(self, document: DocumentExample) -> list[Row]:
        """A row a proposal, in their order."""
        return [self._row(proposal) for proposal in document.proposals]

    def all(self, documents: Iterable[DocumentExample]) -> list[Row]:
        """The rows of all documents."""
        return [row for document in documents for row in self.of(document)]

    def bare(self, wording: Wording) -> Row:
        """The row of a wording that nobody labelled."""
        pieces = self._pieces.encode(wording.about, wording.sentence)
        act = act_piece(pieces.ids, pieces.type_ids, self._marker)
        return Row(pieces.ids, pieces.type_ids, act, UNKNOWN, 1.0, {})

    def pieces_of(self, proposal: ProposalExample) -> list[int | None]:
        """The piece at which each of a proposal's recipients is named; None where none is."""
        pieces = self._pieces.encode(proposal.wording.about, proposal.wording.sentence)
        return [
            None if recipient.place is None else pieces.char_to_token(recipient.place, SECOND)
            for recipient in proposal.recipients
        ]

    def _row(self, proposal: ProposalExample) -> Row:
        labels = [_is_party(recipient, proposal.gold) for recipient in proposal.recipients]
        return self.bare(proposal.wording)._replace(
            kind=KINDS.index(kind_of(proposal.gold)),
            weight=OPTIONAL_KIND_WEIGHT if proposal.is_optional else 1.0,
            parties={
                piece: label
                for piece, label in zip(self.pieces_of(proposal), labels, strict=True)
                if piece is not None and label is not None
            },
        )


def _is_party(recipient: RecipientExample, gold: GoldRecord | None) -> bool | None:
    label = None if gold is None else is_beneficiary(recipient, gold)
    return None if label is None else label == YES


def learn(
    reader: Reader,
    rows: Sequence[Row],
    course: Course,
    loss_of: Callable[[Reader, Sequence[Row]], Tensor],
) -> Reader:
    """Train what of ``reader`` may be trained; ``loss_of`` gives the loss of a batch. Returns it."""
    return learn_in_steps(reader, rows, course, loss_of, lambda row: len(row.ids))


def learn_in_steps[Model: nn.Module, Example](
    model: Model,
    examples: Sequence[Example],
    course: Course,
    loss_of: Callable[[Model, Sequence[Example]], Tensor],
    length_of: Callable[[Example], int],
) -> Model:
    """Train what of ``model`` may be trained; ``loss_of`` gives the loss of a batch. Returns it.

    Examples of about the same length, in pieces, make a batch.
    """
    torch.manual_seed(SEED)
    drawn = random.Random(SEED)
    model.train()
    learning = [parameter for parameter in model.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=course.rate, weight_decay=WEIGHT_DECAY, fused=True)
    steps = course.epochs * math.ceil(len(examples) / course.batch)
    batches = (
        batch for _ in range(course.epochs) for batch in _shuffled(examples, course.batch, drawn, length_of)
    )
    for step, batch in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = course.rate * _pace(step / steps, course.warm_up)
        loss = loss_of(model, batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learning, STEEPEST)
        optimizer.step()
    return model.eval()


def without_dropout(model: nn.Module) -> None:
    """Drop nothing inside ``model`` while it learns."""
    for part in model.modules():
        if isinstance(part, nn.Dropout):
            part.p = 0.0


def freeze(*parts: nn.Module) -> None:
    """Keep parts of a model as they are."""
    for parameter in (parameter for part in parts for parameter in part.parameters()):
        parameter.requires_grad = False


def _shuffled[Example](
    examples: Sequence[Example], size: int, drawn: random.Random, length_of: Callable[[Example], int]
) -> list[list[Example]]:
    """Batches in a new order, each of examples of about the same length."""
    order = list(examples)
    drawn.shuffle(order)
    together = size * BATCHES_SORTED
    batches = [
        stretch[first : first + size]
        for start in range(0, len(order), together)
        for stretch in [sorted(order[start : start + together], key=length_of)]
        for first in range(0, len(stretch), size)
    ]
    drawn.shuffle(batches)
    return batches


def _pace(done: float, warm_up: float) -> float:
    """The share of the learning rate when ``done`` of the steps are: up to the warm-up's end, then down."""
    return max(min(done / warm_up, 1.0) * (1 - done if done > warm_up else 1.0), 1e-3)


def batch_of(rows: Sequence[Row]) -> Batch:
    """Rows side by side."""
    shape = (len(rows), max(len(row.ids) for row in rows))
    ids, types, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    for number, row in enumerate(rows):
        ids[number, : len(row.ids)] = torch.tensor(row.ids)
        types[number, : len(row.ids)] = torch.tensor(row.types)
        mask[number, : len(row.ids)] = 1
    return Batch(ids, types, mask, torch.tensor([row.act for row in rows]))


def party_loss(scores: Tensor, rows: Sequence[Row]) -> Tensor:
    """How far the scores of pieces are from the parties that are labelled; 0 where none is."""
    places = [(number, piece) for number, row in enumerate(rows) for piece in row.parties]
    if not places:
        return torch.zeros(())
    labels = torch.tensor([float(label) for row in rows for label in row.parties.values()])
    named = scores[tuple(zip(*places, strict=True))]
    return nn.functional.binary_cross_entropy_with_logits(named, labels)
