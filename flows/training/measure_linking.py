"""Measure how well a book's records are linked, against labels of pairs of records.

    python -m flows.training.measure_linking WAREHOUSE [--labels FOLDER] [--pairs FILE] [--wrong NUMBER]

WAREHOUSE is a published book of the labelled documents, however many of them. Prints how many of the
labelled pairs it holds and, for each way in which they were drawn, how many of these are of one commitment
and how many are joined in one ledger line; precision, recall and F1 of that; B-cubed precision and recall
where each pair is a book of two records; and the share of joined pairs that are lines of two, without a third
record. A pair is hard where two records of one commitment share less than three fifths of the stems of the
shorter act, or those of two share as much.

``--pairs`` writes the pairs to learn from as ``train_linking`` reads them, ``--wrong`` prints that many of
those that are joined or parted wrongly. Blind pairs are in neither: what has been seen measures no longer.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from flows.link import load_membership
from flows.link.wording import word_the_text
from flows.scoring.counts import Counts
from flows.training.link_labels import (
    LINKS_FOLDER,
    Drawn,
    FoundPair,
    PlacedRecord,
    found_pairs,
    learnable,
    read_link_labels,
)
from flows.training.train_linking import AnnotatedPair

MANY_SHARED = 0.6  # of the stems of the shorter act
HEAD = (
    "| drawn | | pairs | of one commitment | joined | P | R | F1 | B-cubed P | B-cubed R | lines of two |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |"
)


def main(given: Sequence[str] | None = None) -> None:
    """Find the labelled pairs in the book, print the table, write and print what is asked for.

    Raises OSError, GoldError or ValueError where the labels can't be read, WarehouseError where the book
    can't.
    """
    arguments = _arguments(given)
    labels = read_link_labels(arguments.labels)
    pairs = found_pairs(arguments.warehouse, labels)
    print(f"{len(pairs)} of {len(labels)} labelled pairs found")
    print("\n".join(table(pairs, load_membership().adjectives)))
    open_pairs = learnable(pairs)
    if arguments.pairs is not None:
        lines = (annotated(pair).model_dump_json() + "\n" for pair in open_pairs)
        arguments.pairs.write_text("".join(lines), encoding="utf-8")
    wrong = [pair for pair in open_pairs if not pair.is_right]
    for pair in wrong[: arguments.wrong]:
        print(shown(pair))


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("warehouse", type=Path)
    parser.add_argument("--labels", type=Path, default=LINKS_FOLDER, metavar="FOLDER")
    parser.add_argument("--pairs", type=Path, metavar="FILE")
    parser.add_argument("--wrong", type=int, default=0, metavar="NUMBER")
    return parser.parse_args(given)


def table(pairs: Sequence[FoundPair], adjectives: Mapping[str, str]) -> Iterator[str]:
    """Lines of a table: for each way of drawing all pairs, the easy ones and the hard ones.

    ``adjectives`` are those that stand for states (``Membership``).
    """
    yield HEAD
    for drawn in get_args(Drawn):
        of_draw = [pair for pair in pairs if pair.label.drawn == drawn]
        hard = [is_hard(pair, adjectives) for pair in of_draw]
        parts = {"all": of_draw}
        for part, wanted in (("easy", False), ("hard", True)):
            parts[part] = [pair for pair, found in zip(of_draw, hard, strict=True) if found is wanted]
        for part, found in parts.items():
            if found:
                yield f"| {drawn} | {part} | {' | '.join(figures(found))} |"


def is_hard(pair: FoundPair, adjectives: Mapping[str, str]) -> bool:
    """Whether how many stems the acts share speaks against what the label says."""
    one, other = (set(word_the_text(each.record.action, adjectives).stems) for each in (pair.one, pair.other))
    shares_many = len(one & other) >= MANY_SHARED * max(1, min(len(one), len(other)))
    return pair.label.same != shares_many


def figures(pairs: Sequence[FoundPair]) -> Iterator[str]:
    """The cells of one row, from the number of pairs on; of one pair at least."""
    joined = [pair for pair in pairs if pair.is_joined]
    counts = Counts(
        hits=sum(pair.is_right for pair in joined),
        gold=sum(pair.label.same for pair in pairs),
        predicted=len(joined),
    )
    yield from (str(number) for number in (len(pairs), counts.gold, counts.predicted))
    yield from (f"{share:.3f}" for share in (counts.precision, counts.recall, counts.f1))
    # A pair wrongly joined halves what is pure of its two records, one wrongly parted what is whole of them.
    yield from (
        f"{(len(pairs) - wrong / 2) / len(pairs):.3f}"
        for wrong in (counts.predicted - counts.hits, counts.gold - counts.hits)
    )
    alone = sum(pair.one.n_in_line == 2 for pair in joined)
    yield f"{alone / max(1, len(joined)):.3f}"


def annotated(pair: FoundPair) -> AnnotatedPair:
    """The pair as ``train_linking`` reads it: its topic is the pool it was drawn from."""
    label = pair.label
    return AnnotatedPair(one=pair.one.record, other=pair.other.record, same=label.same, pool=label.topic)


def shown(pair: FoundPair) -> str:
    """What is wrong of a pair, and both of its records."""
    wrong = "joined" if pair.is_joined else "parted"
    head = f"{wrong} wrongly ({pair.label.drawn}, {pair.label.topic})"
    return "\n    ".join((head, told(pair.one), told(pair.other)))


def told(placed: PlacedRecord) -> str:
    """A record with its day, who binds himself, and the act."""
    record = placed.record
    return f"{record.published_on or 'undated'} {', '.join(record.promisors)}: {record.action}"


if __name__ == "__main__":
    main()
