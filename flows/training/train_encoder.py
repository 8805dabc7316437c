"""Fine-tune the encoder of ``flows/extract/encoder.py`` on annotated and labelled documents.

    uv run --with torch --with transformers --with onnx \\
        python -m flows.training.train_encoder FOLDER --base MINILM --held-out dev --readings FILE

FOLDER is as for ``train_judge``; MINILM holds the base model (``config.json``, ``model.safetensors``,
``tokenizer.json`` of sentence-transformers/all-MiniLM-L6-v2). Writes the model in eight-bit integers with its
tokenizer, and to FILE what encoders say of documents that they have not seen: for those learned from, one
trained on the other folds; for those held out, the model that is written. ``train_judge`` calibrates on
these. The seed is fixed; on one machine and one number of threads the same folder gives the same model.
"""

from __future__ import annotations

import argparse
import math
import random
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from sklearn.model_selection import GroupKFold
from torch import Tensor, nn
from transformers import BertModel

from flows.extract.encoder import (
    ENCODER_FILE,
    KINDS,
    SECOND,
    TOKENIZER_FILE,
    Encoder,
    act_piece,
    load_tokenizer,
)
from flows.extract.judge import YES
from flows.extract.wording import MARKER
from flows.scoring import GoldRecord
from flows.training.examples import DocumentExample, ExampleReader, ProposalExample, RecipientExample
from flows.training.pairs import pairs_of
from flows.training.readings import ProposalReading, write_readings
from flows.training.targets import OPTIONAL_KIND_WEIGHT, is_beneficiary, kind_of

SEED = 1
EPOCHS = 3
BATCH = 32
BATCHES_SORTED = 20  # batches whose rows are sorted by length together, so that little is padding
RATE = 1e-4
WARM_UP = 0.1  # of the steps
FROZEN_LAYERS = 2
DROPOUT = 0.1
SMOOTHING = 0.03
PARTY_SHARE = 0.5  # of the loss over parties, to 1 of that over kinds
STEEPEST = 1.0  # norm to which gradients are clipped
WEIGHT_DECAY = 0.01
FOLDS = 5
OPSET = 17


class Row(NamedTuple):
    """A proposal as the model is given it: pieces, their part, where the act begins, kind and weight.

    ``parties`` tells of pieces at which a party is named whether it is a beneficiary.
    """

    ids: list[int]
    types: list[int]
    act: int
    kind: int
    weight: float
    parties: dict[int, bool]


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
        self.bert = BertModel.from_pretrained(str(base), attn_implementation="eager")
        self.dropout = nn.Dropout(DROPOUT)
        self.kind = nn.Linear(2 * self.bert.config.hidden_size, len(KINDS))
        self.party = nn.Linear(2 * self.bert.config.hidden_size, 1)
        frozen = [self.bert.embeddings, *self.bert.encoder.layer[:FROZEN_LAYERS]]
        for parameter in (parameter for part in frozen for parameter in part.parameters()):
            parameter.requires_grad = False

    def forward(self, ids: Tensor, types: Tensor, mask: Tensor, act: Tensor) -> tuple[Tensor, Tensor]:
        """The score of each kind, a row a proposal, and of each piece as a beneficiary."""
        states = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state
        place = act.view(-1, 1, 1).expand(-1, 1, states.shape[-1])
        begun = states.gather(1, place)
        kinds = self.kind(self.dropout(torch.cat([states[:, 0], begun.squeeze(1)], dim=1)))
        parties = self.party(self.dropout(torch.cat([states, begun.expand_as(states)], dim=2)))
        return kinds, parties.squeeze(2)


class Answer(nn.Module):
    """What is written to the file: the probabilities of one proposal, nothing padded."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, types: Tensor, act: Tensor) -> tuple[Tensor, Tensor]:
        """The probability of each kind, and of each piece."""
        kinds, parties = self.reader(ids, types, torch.ones_like(ids), act)
        return torch.softmax(kinds, dim=1), torch.sigmoid(parties)


def main() -> None:
    """Read the folder, train one model a fold and one on all, write model, tokenizer and readings."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    rows_of = Rows(arguments.base / "tokenizer.json")
    reader = ExampleReader()
    known: list[DocumentExample] = []
    held_out: list[DocumentExample] = []
    for pair in pairs_of(arguments.folder, arguments.held_out):
        (held_out if pair.held_out else known).extend(reader.read(pair))
    shutil.copyfile(arguments.base / "tokenizer.json", arguments.tokenizer)
    write_model(trained(rows_of.all(known), arguments.base), arguments.out)
    encoder = Encoder(arguments.out, arguments.tokenizer)
    readings = [(document, list(_read(document, encoder))) for document in held_out]
    readings.extend(cross_read(known, rows_of, arguments.base, arguments.folds))
    write_readings(arguments.readings, readings)


def _read(document: DocumentExample, encoder: Encoder) -> Iterator[ProposalReading]:
    """What the written model says of a document."""
    for proposal in document.proposals:
        reading = encoder.read(proposal.wording)
        parties = [
            None if recipient.place is None else reading.party_at(recipient.place)
            for recipient in proposal.recipients
        ]
        yield ProposalReading(reading.kinds.tolist(), parties)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", type=Path, required=True, metavar="MINILM")
    parser.add_argument("--held-out", action="append", default=[], metavar="NAME")
    parser.add_argument("--readings", type=Path, required=True, metavar="FILE")
    parser.add_argument("--out", type=Path, default=ENCODER_FILE)
    parser.add_argument("--tokenizer", type=Path, default=TOKENIZER_FILE)
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


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

    def pieces_of(self, proposal: ProposalExample) -> list[int | None]:
        """The piece at which each of a proposal's recipients is named; None where none is."""
        pieces = self._pieces.encode(proposal.wording.about, proposal.wording.sentence)
        return [
            None if recipient.place is None else pieces.char_to_token(recipient.place, SECOND)
            for recipient in proposal.recipients
        ]

    def _row(self, proposal: ProposalExample) -> Row:
        pieces = self._pieces.encode(proposal.wording.about, proposal.wording.sentence)
        labels = [_is_party(recipient, proposal.gold) for recipient in proposal.recipients]
        return Row(
            ids=pieces.ids,
            types=pieces.type_ids,
            act=act_piece(pieces.ids, pieces.type_ids, self._marker),
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


def trained(rows: Sequence[Row], base: Path) -> Reader:
    """A reader fine-tuned on ``rows``."""
    torch.manual_seed(SEED)
    drawn = random.Random(SEED)
    reader = Reader(base)
    reader.train()
    learning = [parameter for parameter in reader.parameters() if parameter.requires_grad]
    optimizer = torch.optim.AdamW(learning, lr=RATE, weight_decay=WEIGHT_DECAY)
    steps = EPOCHS * math.ceil(len(rows) / BATCH)
    batches = (batch for _ in range(EPOCHS) for batch in _shuffled(rows, drawn))
    for step, batch in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = RATE * _pace(step / steps)
        loss = _loss(reader, batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learning, STEEPEST)
        optimizer.step()
    return reader.eval()


def _shuffled(rows: Sequence[Row], drawn: random.Random) -> list[list[Row]]:
    """Batches in a new order, each of rows of about the same length."""
    order = list(rows)
    drawn.shuffle(order)
    together = BATCH * BATCHES_SORTED
    batches = [
        stretch[first : first + BATCH]
        for start in range(0, len(order), together)
        for stretch in [sorted(order[start : start + together], key=lambda row: len(row.ids))]
        for first in range(0, len(stretch), BATCH)
    ]
    drawn.shuffle(batches)
    return batches


def _pace(done: float) -> float:
    """The share of the learning rate when ``done`` of the steps are: up to the warm-up's end, then down."""
    return max(min(done / WARM_UP, 1.0) * (1 - done if done > WARM_UP else 1.0), 1e-3)


def _loss(reader: Reader, rows: Sequence[Row]) -> Tensor:
    """How far the answers are from the rows' kinds and parties."""
    weights = torch.tensor([row.weight for row in rows])
    wanted = torch.tensor([row.kind for row in rows])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        kinds, parties = reader(*_batch(rows))
    losses = nn.functional.cross_entropy(kinds.float(), wanted, reduction="none", label_smoothing=SMOOTHING)
    loss = (losses * weights).sum() / weights.sum()
    places = [(number, piece) for number, row in enumerate(rows) for piece in row.parties]
    if not places:
        return loss
    answers = torch.tensor([float(label) for row in rows for label in row.parties.values()])
    scores = parties.float()[tuple(zip(*places, strict=True))]
    return loss + PARTY_SHARE * nn.functional.binary_cross_entropy_with_logits(scores, answers)


def _batch(rows: Sequence[Row]) -> Batch:
    shape = (len(rows), max(len(row.ids) for row in rows))
    ids, types, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
    for number, row in enumerate(rows):
        ids[number, : len(row.ids)] = torch.tensor(row.ids)
        types[number, : len(row.ids)] = torch.tensor(row.types)
        mask[number, : len(row.ids)] = 1
    return Batch(ids, types, mask, torch.tensor([row.act for row in rows]))


def cross_read(
    documents: Sequence[DocumentExample], rows_of: Rows, base: Path, folds: int
) -> Iterator[tuple[DocumentExample, list[ProposalReading]]]:
    """What is said of each document by a model that was trained on the other folds."""
    sources = [document.source for document in documents]
    for train, test in GroupKFold(folds).split(documents, groups=sources):
        reader = trained(rows_of.all(documents[number] for number in train), base)
        for number in test:
            yield documents[number], list(_float_readings(reader, documents[number], rows_of))


def _float_readings(reader: Reader, document: DocumentExample, rows_of: Rows) -> Iterator[ProposalReading]:
    """The same as ``_read`` by a model that is not written."""
    rows = rows_of.of(document)
    if not rows:
        return
    with torch.no_grad():
        kinds, parties = reader(*_batch(rows))
    shares, chances = torch.softmax(kinds, dim=1).tolist(), torch.sigmoid(parties).tolist()
    for proposal, share, chance in zip(document.proposals, shares, chances, strict=True):
        pieces = rows_of.pieces_of(proposal)
        yield ProposalReading(share, [None if piece is None else chance[piece] for piece in pieces])


def write_model(reader: Reader, path: Path) -> None:
    """Write the model for onnxruntime, its weights in eight-bit integers.

    One bit is left free, so that sums cannot overflow on processors without instructions for them and
    all machines give the same answer.
    """
    whole = path.with_suffix(".float.onnx")
    example = (torch.full((1, 8), 5), torch.zeros((1, 8), dtype=torch.long), torch.tensor([3]))
    torch.onnx.export(
        Answer(reader).eval(),
        example,
        str(whole),
        input_names=["ids", "types", "act"],
        output_names=["kinds", "parties"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "types", "parties")},
        opset_version=OPSET,
        dynamo=False,
    )
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    whole.unlink()


if __name__ == "__main__":
    main()
