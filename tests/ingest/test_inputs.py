"""Files in, documents and quarantine rows out: metadata, formats, and every kind of bad input."""

from __future__ import annotations

import datetime as dt
import gzip
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PROSE = "Norhaven will send twelve ships to the strait before the year is out."


def read(*paths: Path, **limits: int) -> list[Document | Quarantined]:
    return list(read_inputs(paths, IngestLimits(**limits)))


def document(path: Path) -> Document:
    (only,) = read(path)
    assert isinstance(only, Document), only
    return only


def refusal(path: Path, **limits: int) -> Quarantined:
    (only,) = read(path, **limits)
    assert isinstance(only, Quarantined), only
    assert only.stage == "ingest"
    assert path.name in only.detail
    return only


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def lines(*records: object) -> str:
    return "".join(
        record + "\n" if isinstance(record, str) else json.dumps(record) + "\n" for record in records
    )


def record(identifier: str, text: str = PROSE, **more: object) -> dict[str, object]:
    return {"id": identifier, "text": text, **more}


# --- documents --------------------------------------------------------------------------------------


def test_text_file_with_sidecar(tmp_path: Path) -> None:
    path = write(tmp_path / "note.txt", PROSE)
    sidecar = {
        "title": "Ships",
        "url": "https://example.org/1",
        "publisher": "Gazette",
        "published": "2024-05-03",
    }
    write(tmp_path / "note.txt.meta.json", json.dumps(sidecar))
    (found,) = read(tmp_path)
    assert isinstance(found, Document)
    assert (found.title, found.uri, found.publisher) == ("Ships", "https://example.org/1", "Gazette")
    assert (found.published_on, found.published_source, found.published_precision) == (
        dt.date(2024, 5, 3), "metadata", "day",
    )  # fmt: skip
    assert (found.source_name, found.text, found.n_chars) == ("note.txt", PROSE, len(PROSE))
    assert found.sha256 == found.text_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.document_id == Document.make_id("note.txt", found.text_sha256)


def test_file_without_url_has_its_own_uri(tmp_path: Path) -> None:
    path = write(tmp_path / "a note.txt", PROSE)
    assert document(path).uri == path.as_uri()


@pytest.mark.parametrize(
    ("published", "date", "precision"),
    [
        ("2024-05-03", dt.date(2024, 5, 3), "day"),
        ("2024-05-03 07:05:00-05:00", dt.date(2024, 5, 3), "day"),
        ("2024-05-03T10:00:00Z", dt.date(2024, 5, 3), "day"),
        ("2024-05", dt.date(2024, 5, 1), "month"),
        ("2024", dt.date(2024, 1, 1), "year"),
        ("", None, None),
        (None, None, None),
    ],
)
def test_published_forms(
    tmp_path: Path, published: object, date: dt.date | None, precision: str | None
) -> None:
    found = document(write(tmp_path / "a.jsonl", lines(record("a", published=published))))
    assert (found.published_on, found.published_precision) == (date, precision)


def test_markdown_front_matter_headings_and_lists(tmp_path: Path) -> None:
    found = document(
        write(
            tmp_path / "c.md",
            "---\ntitle: Ships\npublished: 2024-05-03\n---\n# Ships\n\nThey *will* [sail](https://example.org)\n"
            "on `Monday`.\n\n## Details\n\n- Two **tugs**\n- One ferry\n\n1. Depart\n\n> A quote.\n",
        )
    )
    assert found.published_on == dt.date(2024, 5, 3)
    assert [(block.kind, found.text[block.start_char : block.end_char]) for block in found.blocks] == [
        ("title", "Ships"),
        ("prose", "They will sail on Monday."),
        ("heading", "Details"),
        ("list_item", "Two tugs"),
        ("list_item", "One ferry"),
        ("list_item", "Depart"),
        ("prose", "A quote."),
    ]


def test_a_dateline_gives_the_day_of_the_month_that_the_metadata_state(tmp_path: Path) -> None:
    path = write(tmp_path / "c.txt", f"PORT SABLE, May 3, 2024 — {PROSE}")
    write(tmp_path / "c.txt.meta.json", '{"published": "2024-05"}')
    found = document(path)
    assert (found.published_on, found.published_source, found.published_precision) == (
        dt.date(2024, 5, 3), "dateline", "day",
    )  # fmt: skip


def test_sidecar_wins_over_front_matter(tmp_path: Path) -> None:
    path = write(tmp_path / "c.md", f"---\ntitle: Old\npublisher: Gazette\n---\n{PROSE}")
    write(tmp_path / "c.md.meta.json", '{"title": "New"}')
    assert (document(path).title, document(path).publisher) == ("New", "Gazette")


def test_json_lines_plain_and_gzipped_read_the_same(tmp_path: Path) -> None:
    content = lines(
        record("a", title="Ships", licence="free", kind="speech"), "", record("b", PROSE + " It is so.")
    )
    plain = read(write(tmp_path / "one" / "d.jsonl", content))
    zipped = read(write(tmp_path / "two" / "d.jsonl.gz", gzip.compress(content.encode())))
    assert [item.source_name for item in plain] == ["a", "b"]
    assert [item.document_id for item in plain if isinstance(item, Document)] == [
        item.document_id for item in zipped if isinstance(item, Document)
    ]
    first = plain[0]
    assert isinstance(first, Document)
    assert first.genre == "speech"
    assert first.uri == (tmp_path / "one" / "d.jsonl").as_uri() + "#a"


def test_json_lines_are_known_by_content_too(tmp_path: Path) -> None:
    found = read(write(tmp_path / "download", lines(record("a"), record("b", PROSE * 2))))
    assert [item.source_name for item in found] == ["a", "b"]


def test_json_file_with_one_document_or_a_list(tmp_path: Path) -> None:
    assert document(write(tmp_path / "one.json", json.dumps(record("a")))).source_name == "a"
    both = read(write(tmp_path / "many.json", json.dumps([record("a"), record("b", PROSE * 2)])))
    assert [item.source_name for item in both] == ["a", "b"]


def test_a_folder_is_read_in_order_without_sidecars_hidden_files_and_reference_tables(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt", "reference/states.csv"):
        write(tmp_path / name, f"{PROSE} {name}.")
    write(tmp_path / "a.txt.meta.json", "{}")
    assert [item.source_name for item in read(tmp_path)] == ["a.txt", "b.txt", "c.txt"]


def test_a_pattern_is_its_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "a.md", "sub/c.txt", ".hidden.txt"):
        write(tmp_path / name, f"{PROSE} {name}.")
    write(tmp_path / "a.txt.meta.json", '{"title": "A"}')
    assert [item.source_name for item in read(tmp_path / "*.txt")] == ["a.txt", "b.txt"]
    assert [item.source_name for item in read(tmp_path / "**" / "[bc].txt")] == ["b.txt", "c.txt"]
    assert [item.source_name for item in read(tmp_path / "a*")] == ["a.md", "a.txt"]
    assert refusal(tmp_path / "*.pdf").detail == f"no file matches: {tmp_path / '*.pdf'}"


def test_a_file_whose_name_looks_like_a_pattern(tmp_path: Path) -> None:
    write(tmp_path / "1.txt", PROSE)
    assert document(write(tmp_path / "[1].txt", PROSE)).source_name == "[1].txt"


def test_standard_input() -> None:
    program = (
        "from flows.ingest import read_inputs; print(*(d.model_dump_json() for d in read_inputs(['-'])))"
    )
    piped = gzip.compress(PROSE.encode())
    run = subprocess.run(
        [sys.executable, "-c", program],
        input=piped,
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    found = Document.model_validate_json(run.stdout)
    assert (found.text, found.source_name) == (PROSE, "standard input")
    assert found.uri == f"stdin:{hashlib.sha256(piped).hexdigest()}"


READ_TWICE = """
import sys
from flows.ingest import IngestLimits, read_inputs
for _ in range(2):
    for found in read_inputs(["-"], IngestLimits(spooled_bytes=int(sys.argv[1]))):
        print(found.uri, getattr(found, "text", None) or found.reason)
"""


@pytest.mark.parametrize(("limit", "outcome"), [(1000, PROSE), (20, "too_large")])
def test_standard_input_is_the_same_the_second_time(limit: int, outcome: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", READ_TWICE, str(limit)],
        input=PROSE.encode(),
        capture_output=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    first, second = run.stdout.decode().splitlines()
    assert first == second
    assert first.endswith(outcome)


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = write(tmp_path / "d.jsonl", lines(record("a"), "{broken"))
    stream = read_inputs([path, tmp_path / "missing.txt"])
    assert next(stream).source_name == "a"


def test_two_runs_give_equal_documents(tmp_path: Path) -> None:
    write(tmp_path / "d.jsonl", lines(record("a"), "{", record("b", PROSE * 3)))
    assert read(tmp_path) == read(tmp_path)


# --- bad input --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("empty.jsonl", b"", "empty"),
        ("space.txt", " \n\t\r\n\u00a0\ufeff\n".encode(), "empty"),
        ("marks.txt", "— … —\n".encode(), "empty"),
        ("blank-lines.jsonl", b"\n\n\n", "empty"),
        ("front-matter-only.md", b"---\ntitle: x\n---\n", "empty"),
        ("empty.json", b"[]", "empty"),
        ("noise.gz", b"\x1f\x8b\x08\x00broken", "unreadable"),
        ("cut.txt.gz", gzip.compress(PROSE.encode() * 99)[:-12], "unreadable"),
        ("list.json", b'["a", "b"]', "broken_json"),
        ("broken.json", b'{"id": ', "broken_json"),
        ("deep.json", b"[" * 100_000, "broken_json"),
        ("deep.jsonl", b"[" * 100_000, "broken_json"),
        ("note.xml", b'<?xml version="1.0"?><a>Norhaven</a>', "unsupported"),
        ("colon.md", b"---\ntitle: a: b: c\n---\nText", "broken_metadata"),
        ("polish.md", b"---\nlanguage: pl\n---\nText", "language"),
    ],
)  # fmt: skip
def test_bad_files_are_set_aside_with_the_reason(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    assert refusal(write(tmp_path / name, content)).reason == reason


@pytest.mark.parametrize(
    ("line", "reason", "words"),
    [
        ('{"id": "x", "text": ', "broken_json", "line 2"),
        ('["id", "text"]', "broken_json", "line 2"),
        ("null", "broken_json", "line 2"),
        ('{"id": "x"}', "broken_metadata", "text"),
        ('{"text": "Norhaven will pay."}', "broken_metadata", "id"),
        ('{"id": 7, "text": "Norhaven will pay."}', "broken_metadata", "id"),
        ('{"id": "x", "text": 7}', "broken_metadata", "text"),
        ('{"id": "x", "text": "a b", "published": "soon"}', "broken_metadata", "published"),
        ('{"id": "x", "text": "a b", "published": "2024-02-31"}', "broken_metadata", "published"),
        ('{"id": "x", "text": "a b", "title": ["t"]}', "broken_metadata", "title"),
        ('{"id": "x", "text": "a b", "language": "fr"}', "language", "'fr'"),
        ('{"id": "x", "text": "  "}', "empty", "line 2"),
        ('{"id": "before", "text": "Another text."}', "duplicate_id", "'before'"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path: Path, line: str, reason: str, words: str) -> None:
    path = write(tmp_path / "d.jsonl", lines(record("before"), line, record("after", PROSE * 2)))
    before, bad, after = read(path)
    assert isinstance(before, Document)
    assert isinstance(after, Document)
    assert isinstance(bad, Quarantined)
    assert bad.reason == reason
    assert "d.jsonl, line 2" in bad.detail
    assert words in bad.detail


def test_the_same_id_with_the_same_text_is_left_to_the_warehouse(tmp_path: Path) -> None:
    both = read(write(tmp_path / "d.jsonl", lines(record("a"), record("a"))))
    assert all(isinstance(item, Document) for item in both)


def test_an_id_is_unique_across_the_files_of_a_run(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", lines(record("x")))
    write(tmp_path / "b.jsonl", lines(record("x", "Something else.")))
    last = read(tmp_path)[-1]
    assert isinstance(last, Quarantined)
    assert (last.reason, "b.jsonl, line 1" in last.detail) == ("duplicate_id", True)


def test_missing_path_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "note.txt", PROSE)
    missing, found = read(tmp_path / "nowhere.txt", path)
    assert isinstance(missing, Quarantined)
    assert missing.reason == "unreadable"
    assert missing.detail == f"no such file: {tmp_path / 'nowhere.txt'}"
    assert isinstance(found, Document)


@pytest.mark.parametrize(
    "sidecar",
    [
        "{",
        "[]",
        '{"colour": "red"}',
        '{"published": "soon"}',
        '{"text": "x"}',
        '{"genre": "poem"}',
        "\x00\xff",
    ],
)
def test_a_broken_sidecar_sets_its_document_aside(tmp_path: Path, sidecar: str) -> None:
    path = write(tmp_path / "note.txt", PROSE)
    write(tmp_path / "note.txt.meta.json", sidecar.encode("latin-1"))
    assert refusal(path).reason == "broken_metadata"


def test_too_large_files_lines_texts_and_sidecars(tmp_path: Path) -> None:
    path = write(tmp_path / "note.txt", PROSE)
    assert refusal(path, document_bytes=20).reason == "too_large"
    assert refusal(path, text_characters=20).reason == "too_large"
    write(tmp_path / "note.txt.meta.json", '{"title": "' + "x" * 99 + '"}')
    assert refusal(path, metadata_bytes=50).reason == "too_large"


def test_a_line_too_long_is_skipped_without_being_held(tmp_path: Path) -> None:
    path = write(tmp_path / "d.jsonl", lines(record("a"), record("b", "x" * 5000), record("c", PROSE * 2)))
    first, long, last = read(path, line_bytes=1000)
    assert isinstance(long, Quarantined)
    assert (long.reason, "line 2" in long.detail) == ("too_large", True)
    assert [first.source_name, last.source_name] == ["a", "c"]


def test_nested_compression_stops(tmp_path: Path) -> None:
    data = PROSE.encode()
    for _ in range(6):
        data = gzip.compress(data)
    assert refusal(write(tmp_path / "nest.txt.gz", data)).reason == "unsafe"


def test_a_compressed_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = write(tmp_path / "bomb.txt.gz", gzip.compress(bytes(50_000_000)))
    assert refusal(path, document_bytes=1_000_000).reason == "too_large"


def test_links_out_of_a_folder_and_other_things_than_files(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside" / "secret.txt", PROSE)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link.txt").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    reasons = {item.source_name: item.reason for item in read(folder) if isinstance(item, Quarantined)}
    assert reasons == {"link.txt": "unsafe", "loop": "unsupported", "pipe.txt": "unsupported"}


# --- anything at all --------------------------------------------------------------------------------


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(
    name=st.sampled_from(["x.txt", "x.md", "x.jsonl", "x.json", "x.gz", "x"]), content=st.binary(max_size=300)
)
def test_any_bytes_end_loaded_or_set_aside(tmp_path: Path, name: str, content: bytes) -> None:
    path = write(tmp_path / name, content)
    found = read(path)
    assert found
    for item in found:
        if isinstance(item, Document):
            assert item.text.strip()
            assert item.blocks


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(texts=st.lists(st.text(min_size=1), min_size=1, max_size=5))
@example(texts=["0\x0b0", "0\x1f0"])
def test_json_texts_keep_their_words(tmp_path: Path, texts: list[str]) -> None:
    content = "".join(
        json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(texts)
    )
    found = read(write(tmp_path / "d.jsonl", content))
    assert len(found) == len(texts)
    for item, text in zip(found, texts, strict=True):
        if isinstance(item, Document) and text.isascii() and not set(text) & set("<&['"):
            assert (
                item.text.split()
                == "".join(" " if c.isspace() else c for c in text if c.isprintable() or c.isspace()).split()
            )
