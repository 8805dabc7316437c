"""Training of categories: what labels of single acts teach."""

from __future__ import annotations

import json
from pathlib import Path

from flows.training.examples import ExampleReader
from flows.training.labels import Label, sentence_digest
from flows.training.pairs import FilePair
from flows.training.train_category import examples_of

SENTENCE = "Kenya promised to send Uganda ten ferries."


def test_a_label_with_a_category_teaches_it_by_the_words_of_its_act(tmp_path: Path) -> None:
    documents, labels = tmp_path / "some.docs.jsonl", tmp_path / "some.jsonl"
    text = f"{SENTENCE}\n\nNorway will rebuild the quay."
    documents.write_text(json.dumps({"id": "a", "text": text, "language": "en"}) + "\n", encoding="utf-8")
    told = Label(doc="a", sentence=sentence_digest(SENTENCE), start=18, end=41, force=("pledge",))
    silent = Label(
        doc="a", sentence=sentence_digest("Norway will rebuild the quay."), start=12, end=28, force=("plan",)
    )
    lines = [told.model_copy(update={"category": ("humanitarian", "economic")}), silent]
    labels.write_text("".join(line.model_dump_json() + "\n" for line in lines), encoding="utf-8")

    pair = FilePair(documents, labels, held_out=False, labelled=True)
    (example,) = examples_of(ExampleReader().acts(pair))

    assert (example.document, example.categories) == ("a", ("humanitarian", "economic"))
    assert {"head=send", "action=ferry", "force=pledge"} <= example.features.keys()
    assert "action=rebuild" not in example.features
