"""The lexicon of cues: what breaks its model is refused at load, and the index has all of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.cue_rules import CueLexicon
from flows.extract.lexicon import LEXICON_FOLDER, LexiconError, load_lexicon


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(LEXICON_FOLDER / "cues.toml", tmp_path)
    return tmp_path


VERB = 'id = "x"\nlemmas = ["x"]\nforce = "pledge"\ncertainty = "certain"\ncomplements = ["object"]'


@pytest.mark.parametrize(
    ("addition", "complaint"),
    [
        (f'[[verb]]\n{VERB}\ncolour = "red"', "colour"),
        (f'[[verb]]\n{VERB}\nobjects = "fruit"', "fruit"),
        ('[[idiom]]\nlike = "plan.dream"\nlemmas = ["have"]\nobjects = ["dream"]', "plan.dream"),
        ('[[fulfilment]]\nid = "pledge.noun"\nlemmas = ["carry"]', "used twice"),
        ('[[noun]]\nid = "x"\nlemmas = ["oath"]\nforce = "oath"\ncertainty = "certain"', "force"),
        ("[[noun", "cues.toml"),
    ],
)
def test_a_lexicon_that_breaks_its_model_raises(folder: Path, addition: str, complaint: str) -> None:
    path = folder / "cues.toml"
    head, nouns = path.read_text("utf-8").split("\n[nouns]\n")
    path.write_text(f"{head}\n{addition}\n[nouns]\n{nouns}", "utf-8")
    with pytest.raises(LexiconError, match=complaint):
        load_lexicon("cues", CueLexicon, folder)


def test_a_missing_lexicon_raises(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"cues\.toml"):
        load_lexicon("cues", CueLexicon, tmp_path)


def test_a_list_that_the_code_asks_for_may_not_be_missing(folder: Path) -> None:
    path = folder / "cues.toml"
    path.write_text(path.read_text("utf-8").replace("\nchoice = [", "\nchoices = ["), "utf-8")
    with pytest.raises(LexiconError, match="choice"):
        load_lexicon("cues", CueLexicon, folder)


def test_the_index_finds_every_lemma_of_a_rule() -> None:
    index = cue_index()
    for rule in load_lexicon("cues", CueLexicon).verb:
        assert all(rule in index.verbs[lemma] for lemma in rule.lemmas)
