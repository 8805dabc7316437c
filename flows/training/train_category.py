"""Train the weights of ``components/category.py`` on annotated documents.

    python -m flows.training.train_category FOLDER --held-out dev

FOLDER holds pairs of files, as for ``train_judge``; the acts are those that rules propose and annotators took
for a record, telling a category. Pairs named by ``--held-out`` are measured and never trained on. Prints
accuracy, where any alternative is right, by cross-validation over documents and on what is held out, and
writes the weights. The same folder gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from flows.extract.components.category import category_by_lexicon, features_of
from flows.extract.components.category_model import WEIGHTS_FILE
from flows.extract.reference import DEFAULT_FOLDER
from flows.training.examples import AnnotatedAct, ExampleReader, source_of
from flows.training.pairs import pairs_of

FOLDS = 5
STRENGTH = 0.5  # scikit-learn's C: the smaller, the nearer the weights stay to zero
WHOLE_WEIGHT = 2.0  # of an act in a document annotated whole, to 1 of one that was labelled by itself
FEWEST_DOCUMENTS = 2  # a feature of fewer documents tells of them alone
DECIMALS = 3

Features = dict[str, float]


@dataclass(frozen=True)
class Example:
    """An annotated act: its features, the right categories, what the lexicon says, and its weight."""

    document: str
    features: Features
    categories: tuple[str, ...]
    by_lexicon: str
    weight: float = 1.0


def main() -> None:
    """Read the folder, print the figures, write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--held-out", action="append", default=[], metavar="NAME")
    parser.add_argument("--out", type=Path, default=WEIGHTS_FILE)
    arguments = parser.parse_args()
    reader = ExampleReader()
    known: list[Example] = []
    held_out: list[Example] = []
    for pair in pairs_of(arguments.folder, arguments.held_out):
        (held_out if pair.held_out else known).extend(examples_of(reader.acts(pair)))
    report(known, held_out)
    model = fit(known)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_bytes(packed(model))


def examples_of(acts: Iterable[AnnotatedAct]) -> Iterator[Example]:
    """The examples of acts whose category annotators told."""
    for act in acts:
        if act.categories:
            action, sentence = act.proposal.action, act.proposal.sentence.span
            yield Example(
                document=source_of(act.document.source_name),
                features=features_of(action, sentence, act.gold.force[0]),
                categories=act.categories,
                by_lexicon=category_by_lexicon(action, sentence),
                weight=WHOLE_WEIGHT if act.whole else 1.0,
            )


@dataclass(frozen=True)
class Fitted:
    """A fitted regression with its features, each of which has a column."""

    vectorizer: DictVectorizer
    regression: LogisticRegression

    def predict(self, rows: Sequence[Features]) -> list[str]:
        """The likeliest category of each row."""
        return list(self.regression.predict(self.vectorizer.transform(rows)))


def fit(examples: Sequence[Example], only: Callable[[str], bool] = lambda name: True) -> Fitted:
    """Fit on ``examples`` with the features that are ``only``; an act's alternatives share its weight."""
    kept = {name for name in _shared_features(examples) if only(name)}
    rows, labels, shares = [], [], []
    for example in examples:
        for category in example.categories:
            rows.append({name: value for name, value in example.features.items() if name in kept})
            labels.append(category)
            shares.append(example.weight / len(example.categories))
    vectorizer = DictVectorizer()
    regression = LogisticRegression(C=STRENGTH, max_iter=300)
    regression.fit(vectorizer.fit_transform(rows), labels, sample_weight=shares)
    return Fitted(vectorizer, regression)


def _shared_features(examples: Sequence[Example]) -> set[str]:
    """The features of enough documents, less those in whose words a person, state or place is named."""
    documents: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for name in example.features:
            documents[name].add(example.document)
    names = _names()
    return {
        feature
        for feature, found in documents.items()
        if len(found) >= FEWEST_DOCUMENTS and names.isdisjoint(feature.partition("=")[2].split())
    }


def _names() -> set[str]:
    """The names of states and places that are one word, and all words of persons' names, in lower case."""
    found: set[str] = set()
    for table, columns in (
        ("states", ("name", "aliases", "demonyms", "capitals")),
        ("places", ("name", "aliases", "demonyms")),
    ):
        for row in _table(table):
            forms = [form for column in columns for form in row[column].split("|")]
            found.update(form.lower() for form in forms if " " not in form)
    for row in _table("people"):
        found.update(f"{row['name']} {row['aliases'].replace('|', ' ')}".lower().split())
    return found - {""}


def _table(name: str) -> Iterator[dict[str, str]]:
    with (DEFAULT_FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def report(known: Sequence[Example], held_out: Sequence[Example]) -> None:
    """Print the accuracy of the lexicon, the model without it, and both."""
    ways: dict[str, Callable[[str], bool]] = {
        "model alone": lambda name: not name.startswith("cues."),
        "both": lambda name: True,
    }
    print(f"{len(known)} acts to train on, {len(held_out)} held out; cross-validated, held out:")
    known_share = _accuracy(known, [example.by_lexicon for example in known])
    print(f"lexicon alone {known_share:.3f} {_accuracy(held_out, [e.by_lexicon for e in held_out]):.3f}")
    for name, only in ways.items():
        crossed = _accuracy(known, _cross_validated(known, only))
        predicted = fit(known, only).predict([example.features for example in held_out]) if held_out else []
        print(f"{name} {crossed:.3f} {_accuracy(held_out, predicted):.3f}", flush=True)


def _cross_validated(examples: Sequence[Example], only: Callable[[str], bool]) -> list[str]:
    predicted = [""] * len(examples)
    groups = [example.document for example in examples]
    for train, test in GroupKFold(FOLDS).split(examples, groups=groups):
        fitted = fit([examples[number] for number in train], only)
        rows = [examples[number].features for number in test]
        for number, category in zip(test, fitted.predict(rows), strict=True):
            predicted[number] = category
    return predicted


def _accuracy(examples: Sequence[Example], predicted: Sequence[str]) -> float:
    right = [category in example.categories for example, category in zip(examples, predicted, strict=True)]
    return float(np.mean(right)) if right else float("nan")


def packed(fitted: Fitted) -> bytes:
    """The weights file: compressed JSON with features in order of their names and no time stamp."""
    columns = np.round(fitted.regression.coef_.T, DECIMALS)
    names = fitted.vectorizer.get_feature_names_out()
    weights = {
        "classes": list(fitted.regression.classes_),
        "bias": [round(float(value), DECIMALS) for value in fitted.regression.intercept_],
        "weights": {
            name: column.tolist() for name, column in zip(names, columns, strict=True) if column.any()
        },
    }
    return gzip.compress(json.dumps(weights, separators=(",", ":")).encode(), mtime=0)


if __name__ == "__main__":
    main()
