"""Fine-tune the encoder of ``flows/extract/encoder.py`` on annotated and labelled documents.

    uv run --with torch --with transformers --with onnx \\
        python -m flows.training.train_encoder FOLDER --base MINILM --tutor MPNET --pool POOL \\
        --held-out dev --readings FILE

FOLDER is as for ``train_judge``; MINILM holds the base model (``config.json``, ``model.safetensors``,
``tokenizer.json`` of sentence-transformers/all-MiniLM-L6-v2), MPNET the tutor (``tutor.py``, the same of
all-mpnet-base-v2), POOL documents that nobody annotated. Both models are fine-tuned on the annotated
documents, then teach a part of the first (``distilling.py``), which is written in eight-bit integers with its
tokenizer. Writes to FILE what encoders say of documents that they have not seen: for those learned from, a
whole one trained on the other folds; for those held out, the model that is written. ``train_judge``
calibrates on these. The seed is fixed; on one machine and one number of threads the same folder gives the
same model.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from sklearn.model_selection import GroupKFold
from torch import Tensor, nn

from flows.extract.encoder import TOKENIZER_FILE, Encoder
from flows.extract.version import WEIGHTS_FOLDER
from flows.training.distilling import distilled
from flows.training.examples import DocumentExample, ExampleReader
from flows.training.pairs import pairs_of
from flows.training.pool import pool
from flows.training.reader import (
    PARTY_SHARE,
    SEED,
    SMOOTHING,
    Course,
    Reader,
    Row,
    Rows,
    batch_of,
    freeze,
    learn,
    party_loss,
)
from flows.training.readings import ProposalReading, write_readings
from flows.training.tutor import Tutor
from flows.training.writing_encoder import write_model

COURSE = Course(epochs=3, rate=1e-4)
FROZEN_LAYERS = 2
TUTOR_COURSE = Course(epochs=2, rate=5e-5)
TUTOR_FROZEN_LAYERS = 6
FOLDS = 5


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
    shutil.copyfile(arguments.base / "tokenizer.json", arguments.out / TOKENIZER_FILE.name)
    rows = rows_of.all(known)
    labelled = [proposal.wording for document in known for proposal in document.proposals]
    unlabelled = [rows_of.bare(wording) for wording in pool(reader, arguments.pool, labelled)]
    tutor = tutored(rows, arguments.tutor, arguments.base)
    write_model(distilled(trained(rows, arguments.base), tutor, [*rows, *unlabelled]), arguments.out)
    encoder = Encoder(arguments.out)
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
    parser.add_argument("--tutor", type=Path, required=True, metavar="MPNET")
    parser.add_argument("--pool", type=Path, required=True)
    parser.add_argument("--held-out", action="append", default=[], metavar="NAME")
    parser.add_argument("--readings", type=Path, required=True, metavar="FILE")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FOLDER, metavar="FOLDER")
    parser.add_argument("--folds", type=int, default=FOLDS)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def trained(rows: Sequence[Row], base: Path) -> Reader:
    """A reader fine-tuned on ``rows``."""
    torch.manual_seed(SEED)
    reader = Reader(base)
    freeze(reader.bert.embeddings, *reader.bert.encoder.layer[:FROZEN_LAYERS])
    return learn(reader, rows, COURSE, _loss)


def tutored(rows: Sequence[Row], base: Path, minilm: Path) -> Tutor:
    """A tutor fine-tuned on ``rows``."""
    torch.manual_seed(SEED)
    tutor = Tutor(base, minilm)
    freeze(tutor.bert.embeddings, *tutor.bert.encoder.layer[:TUTOR_FROZEN_LAYERS])
    learn(tutor, rows, TUTOR_COURSE, _loss)
    return tutor


def _loss(reader: Reader, rows: Sequence[Row]) -> Tensor:
    """How far the answers are from the rows' kinds and parties."""
    weights = torch.tensor([row.weight for row in rows])
    wanted = torch.tensor([row.kind for row in rows])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        kinds, parties = reader(*batch_of(rows))
    losses = nn.functional.cross_entropy(kinds.float(), wanted, reduction="none", label_smoothing=SMOOTHING)
    loss = (losses * weights).sum() / weights.sum()
    return loss + PARTY_SHARE * party_loss(parties.float(), rows)


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
        kinds, parties = reader(*batch_of(rows))
    shares, chances = torch.softmax(kinds, dim=1).tolist(), torch.sigmoid(parties).tolist()
    for proposal, share, chance in zip(document.proposals, shares, chances, strict=True):
        pieces = rows_of.pieces_of(proposal)
        yield ProposalReading(share, [None if piece is None else chance[piece] for piece in pieces])


if __name__ == "__main__":
    main()
