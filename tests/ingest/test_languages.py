"""Texts in, the name of another language than English or nothing out."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.ingest import read_inputs
from flows.ingest.languages import other_language
from models import Quarantined

GERMAN = (
    "Die Regierung von Norhaven wird vor Ende des Jahres zwölf Schiffe in die Meerenge schicken,"
    " sagte die Verteidigungsministerin am Freitag vor der Presse."
)
TEXTS = {
    "German": GERMAN,
    "French": "Le gouvernement enverra douze navires dans le détroit avant l'hiver, a dit la ministre.",
    "Russian": "Правительство направит в пролив двенадцать кораблей до конца года."
    " Об этом заявила в пятницу министр обороны страны.",
    "Polish": "Rząd wyśle do cieśniny dwanaście statków przed końcem roku, powiedziała minister.",
    "Chinese": "国防部长周五表示，政府将在年底前向海峡派遣十二艘船只，并将为沿海城镇运送粮食和药品。" * 2,
}


@pytest.mark.parametrize("language", TEXTS)
def test_other_languages_are_named(language: str) -> None:
    assert other_language(TEXTS[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "Norhaven will send twelve ships to the strait before winter, its defence minister said on Friday.",
        "Ada Renfrew, Member, Harbour Board, Elsborg\nBo Tamm, Chair, Rail Council, Port Sable\n" * 3,
        "Ja, natürlich.",
        "1 2 3",
        "",
    ],
)
def test_english_and_texts_too_short_to_tell(text: str) -> None:
    assert other_language(text) is None


def test_a_foreign_document_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(GERMAN, encoding="utf-8")
    (found,) = read_inputs([tmp_path])
    assert isinstance(found, Quarantined)
    assert found.reason == "language"
    assert "German" in found.detail
