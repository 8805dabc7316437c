"""Teach the encoder what larger readers answer.

It keeps a part of MiniLM's layers and learns from the mean of the answers of a tutor and of a whole MiniLM
(Hinton et al. 2015, "Distilling the Knowledge in a Neural Network"), on the annotated rows, whose labels
count for a part, and on many that nobody labelled (``pool.py``). Answers tell more than labels, so nothing is
dropped out to keep it from learning them by heart.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from flows.training.reader import (
    PARTY_SHARE,
    SMOOTHING,
    UNKNOWN,
    Course,
    Reader,
    Row,
    batch_of,
    freeze,
    learn,
    party_loss,
    without_dropout,
)

KEPT_LAYERS = (0, 2, 5)
COURSE = Course(epochs=6, rate=3e-4, batch=64, warm_up=0.04)
LABEL_SHARE = 0.15  # of the labels in what an annotated row teaches; the rest is the teachers' answer
LABELLED_PARTY_SHARE = 0.6  # of the loss over labelled parties, to 1 of that over kinds
OTHER_PIECES = 0.02  # how much a piece counts at which the teachers see no beneficiary
UNSURE_PIECES = 4.0  # how much more one does the less sure the teachers are
READ_TOGETHER = 64  # rows that a teacher is asked about at once
TUTOR_SHARE = 0.65  # of the tutor in the mean of the answers; the rest is the whole MiniLM's


class Answers:
    """What readers say of rows, by their shares: the kinds, and every piece as a beneficiary."""

    def __init__(self, teachers: Sequence[tuple[Reader, float]], rows: Sequence[Row]) -> None:
        self._kinds: dict[int, Tensor] = {}
        self._parties: dict[int, Tensor] = {}
        by_length = sorted(rows, key=lambda row: len(row.ids))
        with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
            for first in range(0, len(by_length), READ_TOGETHER):
                self._ask(teachers, by_length[first : first + READ_TOGETHER])

    def _ask(self, teachers: Sequence[tuple[Reader, float]], rows: Sequence[Row]) -> None:
        shares, chances = torch.zeros(()), torch.zeros(())
        for teacher, weight in teachers:
            kinds, parties = teacher(*batch_of(rows))
            shares = shares + weight * torch.softmax(kinds.float(), dim=1)
            chances = chances + weight * torch.sigmoid(parties.float())
        for place, row in enumerate(rows):
            self._kinds[row.number] = shares[place].clone()
            self._parties[row.number] = chances[place, : len(row.ids)].clone()

    def kinds(self, rows: Sequence[Row]) -> Tensor:
        """A row each, the probability of each kind."""
        return torch.stack([self._kinds[row.number] for row in rows])

    def parties(self, rows: Sequence[Row], width: int) -> Tensor:
        """A row each, the probability of each piece, padded to ``width``."""
        padded = torch.zeros((len(rows), width))
        for place, row in enumerate(rows):
            padded[place, : len(row.ids)] = self._parties[row.number]
        return padded


def distilled(reader: Reader, tutor: Reader, rows: Sequence[Row]) -> Reader:
    """``reader``, a whole MiniLM, taught by what it and ``tutor`` answer."""
    numbered = [row._replace(number=number) for number, row in enumerate(rows)]
    answers = Answers(((tutor, TUTOR_SHARE), (reader, 1 - TUTOR_SHARE)), numbered)
    for parameter in reader.parameters():
        parameter.requires_grad = True
    layers = reader.bert.encoder.layer
    reader.bert.encoder.layer = nn.ModuleList(layers[number] for number in KEPT_LAYERS)
    freeze(reader.bert.embeddings)
    without_dropout(reader.bert)
    return learn(reader, numbered, COURSE, lambda taught, batch: _loss(taught, batch, answers))


def _loss(reader: Reader, rows: Sequence[Row], answers: Answers) -> Tensor:
    """How far the answers are from the teachers', and from the labels."""
    batch = batch_of(rows)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        kinds, parties = reader(*batch)
    return _of_kinds(kinds.float(), rows, answers) + _of_parties(parties.float(), batch.mask, rows, answers)


def _of_kinds(scores: Tensor, rows: Sequence[Row], answers: Answers) -> Tensor:
    taught = -(answers.kinds(rows) * torch.log_softmax(scores, dim=1)).sum(dim=1)
    wanted = torch.tensor([max(row.kind, 0) for row in rows])
    labelled = nn.functional.cross_entropy(scores, wanted, reduction="none", label_smoothing=SMOOTHING)
    has_label = torch.tensor([row.kind != UNKNOWN for row in rows])
    losses = torch.where(has_label, LABEL_SHARE * labelled + (1 - LABEL_SHARE) * taught, taught)
    weights = torch.tensor([row.weight for row in rows])
    return (losses * weights).sum() / weights.sum()


def _of_parties(scores: Tensor, mask: Tensor, rows: Sequence[Row], answers: Answers) -> Tensor:
    """The same of the pieces; few name anybody, so each counts by how likely teachers find that it does."""
    answered = answers.parties(rows, scores.shape[1])
    counts = mask * (OTHER_PIECES + answered + UNSURE_PIECES * answered * (1 - answered))
    taught = nn.functional.binary_cross_entropy_with_logits(scores, answered, reduction="none")
    loss = PARTY_SHARE * (taught * counts).sum() / counts.sum()
    return loss + LABELLED_PARTY_SHARE * party_loss(scores, rows)
