"""Train the weights of ``flows/extract/judge.py`` on annotated documents.

    python -m flows.training.train_judge FOLDER --held-out dev --readings FILE

FOLDER holds pairs of files: ``NAME.jsonl``, a commitment a line as ``flows.scoring`` reads it, and
``NAME.docs.jsonl``, the documents as ``flows.ingest`` reads them; documents without the former are paired
with the labels of ``flows/training/labels``. FILE is what ``train_encoder`` left. Pairs named by
``--held-out`` are measured and never trained on; nothing is chosen by them. Prints how well commitments are
found by cross-validation over documents and on what is held out, with how far confidences hold, and writes
the weights. Confidences are calibrated on the cross-validated probabilities. Nothing is drawn at random: the
same folder gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from pathlib import Path

from flows.extract.components.trees import TreeModel
from flows.extract.judge import WEIGHTS_FILE, Doubt, JudgeWeights, load_weights
from flows.scoring.counts import Counts
from flows.training.calibration import Points, calibrate, reliability
from flows.training.evaluation import beneficiaries_at, fields_right, found_at
from flows.training.examples import DocumentExample, ExampleReader
from flows.training.models import (
    JudgedDocument,
    JudgeModels,
    cross_validated,
    cross_weighed,
    fit_models,
    fit_recipients,
    judged,
    weighed,
)
from flows.training.pairs import pairs_of
from flows.training.readings import read_readings

THRESHOLDS = {"core": 0.5, "core.treaty": 0.3, "request": 0.4, "fulfilment": 0.4, "beneficiary": 0.6}
DOUBT = Doubt(low=0.2, high=0.8, share=0.5)
SHOWN_CORE = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55)
SHOWN_BENEFICIARY = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)


def main(given: Sequence[str] | None = None) -> None:
    """Read the folder, print the figures, write the weights.

    Raises GoldError, OSError or ValueError where the folder does not hold what training needs.
    """
    arguments = _arguments(given)
    thresholds = {name: float(getattr(arguments, name)) for name in THRESHOLDS}
    pairs = pairs_of(arguments.folder, arguments.held_out)
    reader = ExampleReader()
    known: list[DocumentExample] = []
    held_out: list[DocumentExample] = []
    for pair in pairs:
        (held_out if pair.held_out else known).extend(reader.read(pair))
    readings = read_readings(arguments.readings)
    models = replace(fit_models(known), **{name: getattr(load_weights(), name) for name in arguments.keep})
    crossed = list(cross_validated(known, readings, DOUBT))
    points, trees = calibrate(crossed), fit_recipients(crossed)
    crossed = list(cross_weighed(crossed))
    report(f"cross-validated, {len(crossed)} documents", crossed, points, thresholds)
    whole = [document for document in crossed if document.example.whole]
    if 0 < len(whole) < len(crossed):
        report(f"of them annotated whole, {len(whole)} documents", whole, points, thresholds)
    if held_out:
        found = list(weighed(list(judged(held_out, models, readings, DOUBT)), trees))
        report(f"held out, {len(held_out)} documents", found, points, thresholds)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(packed(models, trees, thresholds, points))


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held-out", action="append", default=[], metavar="NAME")
    parser.add_argument("--readings", type=Path, required=True, metavar="FILE")
    parser.add_argument(
        "--keep",
        action="append",
        default=[],
        choices=[field.name for field in fields(JudgeModels)],
        help="a model of the weights in use that is not to be trained anew",
    )
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE)
    for name, threshold in THRESHOLDS.items():
        parser.add_argument(
            f"--{name}",
            type=float,
            default=threshold,
            metavar="PROBABILITY",
            help=f"least probability at which a {name} is kept, {threshold} unless given",
        )
    return parser.parse_args(given)


def report(
    title: str, documents: Sequence[JudgedDocument], points: Points, thresholds: dict[str, float]
) -> None:
    """Print the figures of judged documents."""
    n_proposals = sum(len(document.proposals) for document in documents)
    print(f"\n{title}, {n_proposals} proposals\n")
    for line in (
        *_detection_lines(documents, thresholds["core"]),
        "",
        *_field_lines(documents, thresholds["beneficiary"]),
        "",
        *_reliability_lines(documents, points),
    ):
        print(line, flush=True)


def _detection_lines(documents: Sequence[JudgedDocument], threshold: float) -> Iterator[str]:
    """A table of the thresholds, and one of each genre's F1 at them."""
    found = {shown: found_at(documents, shown) for shown in sorted({*SHOWN_CORE, threshold})}
    yield "| threshold | P | R | detection F1 | P | R | sentence F1 |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for shown, counts in found.items():
        yield f"| {shown:.2f} | {_figures(counts.detection)} | {_figures(counts.sentences)} |"
    yield ""
    yield f"| detection F1 at | {' | '.join(f'{shown:.2f}' for shown in found)} |"
    yield f"| --- |{' --- |' * len(found)}"
    for genre, at_threshold in found[threshold].genres.items():
        figures = " | ".join(f"{counts.genres[genre].f1:.3f}" for counts in found.values())
        yield f"| {genre} ({at_threshold.gold} commitments) | {figures} |"


def _field_lines(documents: Sequence[JudgedDocument], threshold: float) -> Iterator[str]:
    """Of annotated commitments: how often force and certainty are right, and the beneficiaries found."""
    right = fields_right(documents)
    yield "| | model | rules |"
    yield "| --- | --- | --- |"
    yield f"| force | {right.force.value:.3f} | {right.force_by_rule.value:.3f} |"
    yield f"| certainty | {right.certainty.value:.3f} | {right.certainty_by_rule.value:.3f} |"
    yield ""
    yield "| threshold | P | R | beneficiary F1 |"
    yield "| --- | --- | --- | --- |"
    for shown in sorted({*SHOWN_BENEFICIARY, threshold}):
        yield f"| {shown:.2f} | {_figures(beneficiaries_at(documents, shown))} |"


def _reliability_lines(documents: Sequence[JudgedDocument], points: Points) -> Iterator[str]:
    """By tenths of confidence: how many proposals, and what share annotators wrote down."""
    yield "| confidence from | proposals | mean confidence | share that annotators have |"
    yield "| --- | --- | --- | --- |"
    for tenth in reliability(documents, points):
        yield f"| {tenth.low:.1f} | {tenth.n_proposals} | {tenth.confidence:.3f} | {tenth.share:.3f} |"


def _figures(counts: Counts) -> str:
    return f"{counts.precision:.3f} | {counts.recall:.3f} | {counts.f1:.3f}"


def packed(models: JudgeModels, trees: TreeModel, thresholds: dict[str, float], points: Points) -> bytes:
    """The weights file: compressed JSON with sorted keys and no time stamp."""
    weights = JudgeWeights(
        kind=models.kind,
        force=models.force,
        certainty=models.certainty,
        beneficiary=models.beneficiary,
        recipient=trees,
        doubt=DOUBT,
        thresholds=thresholds,
        calibration=points,
    )
    text = json.dumps(weights.model_dump(mode="json"), sort_keys=True, separators=(",", ":"))
    return gzip.compress(text.encode(), mtime=0)


if __name__ == "__main__":
    main()
