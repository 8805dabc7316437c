"""Let the encoder of ``flows/extract/encoder.py`` go on learning from labels that are new or better now.

    uv run --with torch --with transformers --with onnx \\
        python -m flows.training.continue_encoder FOLDER --base MINILM --held-out dev --new NEW --out OUT

FOLDER is as for ``train_judge``; MINILM is what the encoder was made from. NEW names proposals of rules
that are new, a line each: ``doc``, ``sentence`` (its digest) and ``start``, as labels do. The weights go on
from the files in use, towards the labels and, so that they do not forget what larger models taught them,
towards what they answered before. What is written is the mean of the weights before and after, ``--share``
of it the latter. The seed is fixed.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor

from flows.extract.encoder import KINDS, TOKENIZER_FILE
from flows.extract.version import WEIGHTS_FOLDER
from flows.training.distilling import Answers
from flows.training.examples import DocumentExample, ExampleReader, ProposalExample
from flows.training.labels import sentence_digest
from flows.training.pairs import pairs_of
from flows.training.reader import (
    SEED,
    Course,
    Reader,
    Row,
    Rows,
    batch_of,
    freeze,
    learn,
    party_loss,
    without_dropout,
)
from flows.training.reading_encoder import read_model
from flows.training.writing_encoder import write_model

COURSE = Course(epochs=1, rate=1.2e-4)
NEW_TIMES, WHOLE_TIMES = 3, 2  # how often what is new, and what stands in a document annotated whole, is read
OTHER_SHARE = 0.25  # of the other labelled proposals without a labelled party
LABEL_SHARE, NEW_LABEL_SHARE = (
    0.4,
    0.7,
)  # of the label in what a kind is learned from; the rest is the former answer
PARTY_SHARE = 0.8  # of the loss over parties, to 1 of that over kinds
AFTER_SHARE = 0.7

type Key = tuple[str, str, int]  # document, digest of the sentence, first character of the act


def main() -> None:
    """Read the folder, go on, write both files."""
    arguments = _arguments()
    torch.set_num_threads(arguments.threads)
    rows_of, reader = Rows(TOKENIZER_FILE), ExampleReader()
    pairs = [pair for pair in pairs_of(arguments.folder, arguments.held_out) if not pair.held_out]
    known = [document for pair in pairs for document in reader.read(pair)]
    rows, new = _rows(known, rows_of, set(_keys(arguments.new)))
    write_model(gone_on(rows, new, arguments.base, arguments.share), arguments.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", type=Path, required=True, metavar="MINILM")
    parser.add_argument("--held-out", action="append", default=[], metavar="NAME")
    parser.add_argument("--new", type=Path, metavar="FILE")
    parser.add_argument("--share", type=float, default=AFTER_SHARE)
    parser.add_argument("--out", type=Path, default=WEIGHTS_FOLDER, metavar="FOLDER")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def gone_on(rows: Sequence[Row], new: frozenset[int], base: Path, share: float) -> Reader:
    """The encoder in use after it has learned from ``rows``, of which ``new`` are the numbers of new ones."""
    before, reader = read_model(WEIGHTS_FOLDER, base), read_model(WEIGHTS_FOLDER, base)
    answers = Answers(((before, 1.0),), rows)
    without_dropout(reader.bert)
    freeze(reader.bert.embeddings)

    def loss(learning: Reader, batch: Sequence[Row]) -> Tensor:
        kinds, parties = learning(*batch_of(batch))
        shares = torch.tensor([NEW_LABEL_SHARE if row.number in new else LABEL_SHARE for row in batch])
        labels = torch.nn.functional.one_hot(torch.tensor([row.kind for row in batch]), len(KINDS))
        wanted = torch.lerp(answers.kinds(batch), labels.float(), shares.unsqueeze(1))
        losses = -(wanted * torch.log_softmax(kinds, dim=1)).sum(dim=1)
        weights = torch.tensor([row.weight for row in batch])
        return (losses * weights).sum() / weights.sum() + PARTY_SHARE * party_loss(parties, batch)

    after = learn(reader, rows, COURSE, loss).state_dict()
    state = before.state_dict()
    before.load_state_dict({name: torch.lerp(value, after[name], share) for name, value in state.items()})
    return before


def _rows(
    documents: Iterable[DocumentExample], rows_of: Rows, keys: set[Key]
) -> tuple[list[Row], frozenset[int]]:
    """The rows of an epoch, numbered, and the numbers of those that are new."""
    drawn = random.Random(SEED)
    rows: list[Row] = []
    new: set[int] = set()
    for document in documents:
        for proposal, row in zip(document.proposals, rows_of.of(document), strict=True):
            is_new = _key(document, proposal) in keys
            others = int(bool(row.parties) or drawn.random() < OTHER_SHARE)
            times = NEW_TIMES if is_new else WHOLE_TIMES if document.whole else others
            numbers = range(len(rows), len(rows) + times)
            rows.extend(row._replace(number=number) for number in numbers)
            new.update(numbers if is_new else ())
    return rows, frozenset(new)


def _key(document: DocumentExample, proposal: ProposalExample) -> Key:
    return document.name, sentence_digest(proposal.sentence), proposal.sentence.find(proposal.action)


def _keys(path: Path | None) -> Iterator[Key]:
    lines = path.read_text(encoding="utf-8").splitlines() if path is not None else []
    for line in map(json.loads, lines):
        yield line["doc"], line["sentence"], line["start"]


if __name__ == "__main__":
    main()
