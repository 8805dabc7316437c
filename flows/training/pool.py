"""What nobody labelled, for the encoder to be taught on: proposals in doubt, and variants of the news."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.extract.components.linear import LinearModel
from flows.extract.judge import NOTHING, load_weights
from flows.extract.reference import load_reference
from flows.extract.wording import Wording
from flows.training.examples import ExampleReader
from flows.training.rewording import neighbours_in, with_other_words
from flows.training.swapping import with_other_states

SEED = 5
SURE_OF_NOTHING, SURE_OF_A_RECORD = 0.1, 0.9
KEPT_OF_NOTHING, KEPT_OF_RECORDS = 0.25, 0.4  # of what the linear judge is sure of; the rest is kept whole
TIMES = 3  # a wording of the news comes back in other words
NEWS = ("news", "unknown")  # genres, as wordings begin


def pool(reader: ExampleReader, path: Path, labelled: Sequence[Wording]) -> Iterator[Wording]:
    """The wordings of the documents in ``path`` on which the linear judge is in doubt, and some others.

    News is scarce where other texts are not: what of it is there, and in ``labelled``, comes back with
    other states, and with other words. Raises as ``ExampleReader.unlabelled`` and ``load_weights``.
    """
    drawn = random.Random(SEED)
    model = load_weights().kind
    chosen: list[Wording] = []
    news = [wording for wording in labelled if _is_news(wording)]
    for wording, features in reader.unlabelled(path):
        if _is_news(wording):
            news.append(wording)
            chosen.append(wording)
        elif drawn.random() < _share_kept(model, features):
            chosen.append(wording)
    yield from chosen
    swapped = list(with_other_states(news, load_reference()))
    yield from swapped
    neighbours = neighbours_in([*labelled, *chosen], reader.nlp.vocab)
    yield from with_other_words([*news, *swapped], neighbours, TIMES)


def _share_kept(model: LinearModel, features: list[str]) -> float:
    record = 1 - model.by_class(features)[NOTHING]
    if record < SURE_OF_NOTHING:
        return KEPT_OF_NOTHING
    return KEPT_OF_RECORDS if record > SURE_OF_A_RECORD else 1.0


def _is_news(wording: Wording) -> bool:
    return wording.about.startswith(NEWS)
