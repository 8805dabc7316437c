"""Training the judge: from a folder of annotated documents to weights that the extractor loads."""

from __future__ import annotations

import contextlib
import io
from pathlib import Path
from typing import NamedTuple

import pytest

from flows.extract.analysis import Analyst, start_sentences_at_blocks
from flows.extract.assemble import assemble
from flows.extract.encoder import load_encoder
from flows.extract.judge import Judge, JudgeWeights, load_weights
from flows.extract.reference import load_reference
from flows.training.examples import ExampleReader, ProposalExample
from flows.training.pairs import pairs_of
from flows.training.readings import ProposalReading, write_readings
from flows.training.train_judge import main
from tests.extract.parsing import pipeline
from tests.training.sample import write_pair
from tests.warehouse.book import document


class Trained(NamedTuple):
    """What one training left: its folder, the weights file, and what it printed."""

    folder: Path
    file: Path
    printed: str


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    """Weights trained on one pair, with another held out."""
    folder = tmp_path_factory.mktemp("annotated")
    write_pair(folder, "known")
    write_pair(folder, "kept")
    out = tmp_path_factory.mktemp("weights") / "new" / "judge.json.gz"
    readings = readings_of(folder)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        main(
            [
                str(folder),
                "--held-out",
                "kept",
                "--readings",
                str(readings),
                "--out",
                str(out),
                "--request",
                "0.3",
            ]
        )
    return Trained(folder, out, printed.getvalue())


def readings_of(folder: Path) -> Path:
    """A file of what the installed encoder says of every document of ``folder``."""
    path = folder / "readings"
    documents = [document for pair in pairs_of(folder, ()) for document in ExampleReader().read(pair)]
    write_readings(
        path, [(document, [_read(proposal) for proposal in document.proposals]) for document in documents]
    )
    return path


def _read(proposal: ProposalExample) -> ProposalReading:
    reading = load_encoder().read(proposal.wording)
    places = [recipient.place for recipient in proposal.recipients]
    return ProposalReading(
        reading.kinds.tolist(), [None if place is None else reading.party_at(place) for place in places]
    )


@pytest.fixture
def weights(trained: Trained) -> JudgeWeights:
    """The weights as the extractor reads them, without putting them in place of its own."""
    return load_weights.__wrapped__(trained.file)


def records_of(text: str, weights: JudgeWeights) -> list[tuple[str, str, tuple[str, ...]]]:
    """The force, act and beneficiaries of each record that the extractor makes with ``weights``."""
    source = document(text, genre="news")
    doc = start_sentences_at_blocks(pipeline().make_doc(text), source)
    analysis = Analyst(pipeline(), load_reference()).analyse(source, pipeline()(doc))
    records = assemble(analysis, Judge(weights, load_encoder()), "test").records
    return [(record.force, record.action, record.beneficiaries) for record in records]


def test_trained_weights_load_and_hold_what_was_asked_for(weights: JudgeWeights) -> None:
    assert weights.kind.classes == ("core", "none", "request")
    assert weights.force.classes == ("plan", "pledge", "refusal")  # the rule says no threat
    assert weights.certainty.classes == ("certain", "possible")
    assert weights.thresholds == {
        "core": 0.5,
        "core.treaty": 0.3,
        "request": 0.3,
        "fulfilment": 0.4,
        "beneficiary": 0.6,
    }
    shares = [share for _, share in weights.calibration]
    assert shares == sorted(shares)
    assert shares[0] < 0.5 < shares[-1]


def test_the_extractor_finds_with_trained_weights_what_they_were_shown(weights: JudgeWeights) -> None:
    assert records_of("Kenya promised to send Uganda ten ferries from Gorsley.", weights) == [
        ("pledge", "send Uganda ten ferries from Gorsley", ("Uganda",))
    ]
    assert records_of("Ghana urged Kenya to repair the road to Gorsley.", weights) == [
        ("request", "repair the road to Gorsley", ())
    ]
    assert records_of("Vendors of Gorsley expect that the buyers will arrive at six.", weights) == []


def test_the_same_documents_give_the_same_bytes_whatever_is_held_out(
    trained: Trained, tmp_path: Path
) -> None:
    write_pair(tmp_path, "known")
    readings = str(readings_of(tmp_path))
    main(
        [str(tmp_path), "--readings", readings, "--out", str(tmp_path / "judge.json.gz"), "--request", "0.3"]
    )
    assert (tmp_path / "judge.json.gz").read_bytes() == trained.file.read_bytes()


def test_a_model_that_is_kept_is_the_one_in_use(trained: Trained, tmp_path: Path) -> None:
    write_pair(tmp_path, "known")
    out = tmp_path / "judge.json.gz"
    main([str(tmp_path), "--readings", str(readings_of(tmp_path)), "--keep", "force", "--out", str(out)])
    kept = load_weights.__wrapped__(out)
    assert kept.force == load_weights().force
    assert kept.kind == load_weights.__wrapped__(trained.file).kind


def test_the_figures_are_printed_for_both_parts(trained: Trained) -> None:
    assert "cross-validated, 6 documents, 30 proposals" in trained.printed
    held_out = trained.printed.partition("held out, 6 documents, 30 proposals")[2]
    # the same sentences as those learned from
    assert "| 0.50 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 | 1.000 |" in held_out
    assert "| news (12 commitments) |" in held_out


@pytest.mark.parametrize(("held_out", "message"), [("other", "named other"), ("known", "to learn from")])
def test_a_folder_that_lacks_what_training_needs_is_refused(
    tmp_path: Path, held_out: str, message: str
) -> None:
    write_pair(tmp_path, "known")
    with pytest.raises(ValueError, match=message):
        main(
            [
                str(tmp_path),
                "--held-out",
                held_out,
                "--readings",
                "none",
                "--out",
                str(tmp_path / "judge.json.gz"),
            ]
        )
