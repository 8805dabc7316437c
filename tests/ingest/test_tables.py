"""Tables in, a document a row out."""

from __future__ import annotations

import base64
import datetime as dt
import zlib
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PROSE = "Norhaven will send twelve ships to the strait before the year is out."


def read(path: Path, data: bytes | str, **limits: int) -> list[Document | Quarantined]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_inputs([path], IngestLimits(**limits)))


def refusal(path: Path, data: bytes | str, **limits: int) -> Quarantined:
    (found,) = read(path, data, **limits)
    assert isinstance(found, Quarantined), found
    assert path.name in found.detail
    return found


def parquet_file(path: Path, **columns: object) -> Path:
    parquet.write_table(pyarrow.table(columns), path)
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_named_columns_of_csv(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["ID", "Title", "published", "region", " text "],
        ["a", "Ships", "2024-05-03", "north", f'"{PROSE}\n\nKestria said ""yes""."'],
        ["b", "", "", "", PROSE],
    ]
    first, second = read(tmp_path / "t.csv", "\r\n".join(delimiter.join(row) for row in rows))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.source_name, first.title, first.published_on) == ("a", "Ships", dt.date(2024, 5, 3))
    assert first.text == f'{PROSE}\n\nKestria said "yes".'
    assert (second.title, second.published_on) == (None, None)
    assert second.uri == (tmp_path / "t.csv").as_uri() + "#b"


def test_csv_is_known_by_its_first_line(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "download", f"id,text\na,{PROSE}\n")
    assert (found.source_name, isinstance(found, Document)) == ("a", True)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_csv(tmp_path: Path, end: str) -> None:
    found = read(tmp_path / "download", end.join(["id,text", f"a,{PROSE}", f'b,"{PROSE}"', ""]))
    assert [(item.source_name, isinstance(item, Document)) for item in found] == [("a", True), ("b", True)]


def test_a_text_with_a_return_in_its_first_line_is_no_table(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "note", f"Ships, {PROSE}\rKestria, too, will pay.\n")
    assert isinstance(found, Document)
    assert found.source_name == "note"


def test_rows_without_id_are_called_by_their_number(tmp_path: Path) -> None:
    found = read(tmp_path / "t.csv", f"text\n{PROSE}\n\n{PROSE} Twice.\n")
    assert [item.source_name for item in found] == ["t.csv:1", "t.csv:2"]


def test_tables_of_one_name_without_ids_do_not_clash(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "t.csv").write_text(f"text\n{PROSE} {folder}.\n")
    assert all(isinstance(item, Document) for item in read_inputs([tmp_path]))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_encodings_of_csv(tmp_path: Path, encoding: str) -> None:
    (found,) = read(tmp_path / "t.csv", f"id,text\nñ,José Núñez: {PROSE}\n".encode(encoding))
    assert isinstance(found, Document)
    assert found.text.startswith("José Núñez")


@pytest.mark.parametrize(
    ("content", "reason", "words"),
    [
        ("", "empty", ""),
        ("id,text\n", "empty", "no row"),
        ("id,body\na,b\n", "broken_metadata", "its columns are: id, body"),
        ("text,text\na,b\n", "broken_metadata", "more than one column is called text"),
        ("id,text\na,b,c\n", "broken_metadata", "row 1: 3 values in 2 columns"),
        ("id,text\na\n", "broken_metadata", "row 1: text"),
        ("id,text,published\na,Norhaven will pay.,soon\n", "broken_metadata", "published"),
        ("id,text\na,\n", "empty", "row 1"),
    ],
)
def test_bad_tables_and_rows(tmp_path: Path, content: str, reason: str, words: str) -> None:
    refused = refusal(tmp_path / "t.csv", content)
    assert (refused.reason, words in refused.detail) == (reason, True)


def test_a_quotation_mark_left_open_does_not_swallow_the_table(tmp_path: Path) -> None:
    content = f'id,text\na,"{PROSE}\n' + f"b,{PROSE}\n" * 99
    found = read(tmp_path / "t.csv", content, line_bytes=2000)
    assert isinstance(found[0], Quarantined)
    assert (found[0].reason, "row 1" in found[0].detail) == ("too_large", True)
    assert isinstance(found[-1], Document)


def test_named_columns_of_parquet(tmp_path: Path) -> None:
    path = parquet_file(
        tmp_path / "t.parquet",
        id=[7, 8],
        Text=[PROSE, PROSE + " Twice."],
        published=[dt.date(2024, 5, 3), None],
        title=["Ships", None],
        tags=[["x"], []],
    )
    first, second = read_inputs([path])
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.source_name, first.title, first.published_on) == ("7", "Ships", dt.date(2024, 5, 3))
    assert (second.source_name, second.published_on) == ("8", None)


def test_parquet_without_text_or_rows(tmp_path: Path) -> None:
    no_rows = parquet_file(tmp_path / "a.parquet", text=pyarrow.array([], pyarrow.string()))
    for path, reason in (
        (no_rows, "empty"),
        (parquet_file(tmp_path / "b.parquet", body=["x"]), "broken_metadata"),
        (parquet_file(tmp_path / "c.parquet", text=[1]), "broken_metadata"),
        (parquet_file(tmp_path / "d.parquet", text=[{"x": "y"}]), "broken_metadata"),
        (parquet_file(tmp_path / "e.parquet", text=[None]), "broken_metadata"),
    ):
        (found,) = read_inputs([path])
        assert isinstance(found, Quarantined), path
        assert (path.name, found.reason) == (path.name, reason)


def test_bytes_that_are_no_text_in_a_column_of_text(tmp_path: Path) -> None:
    broken = pyarrow.StringArray.from_buffers(
        2,
        pyarrow.py_buffer(b"\x00\x00\x00\x00\x04\x00\x00\x00\x05\x00\x00\x00"),
        pyarrow.py_buffer(b"a\xff\xfebc"),
    )
    path = parquet_file(tmp_path / "t.parquet", text=broken)
    first, second = read_inputs([path])
    assert isinstance(first, Quarantined)
    assert (first.reason, second.source_name) == ("encoding", "t.parquet:2")


def test_a_cut_parquet_file_is_unreadable(tmp_path: Path) -> None:
    path = parquet_file(tmp_path / "t.parquet", text=[PROSE])
    assert refusal(path, path.read_bytes()[:-9]).reason == "unreadable"


def test_a_text_shared_by_many_rows_is_held_once(tmp_path: Path) -> None:
    shared = pyarrow.array([PROSE * 1500] * 1000).dictionary_encode()
    path = parquet_file(tmp_path / "t.parquet", text=shared)
    before = pyarrow.total_allocated_bytes()
    found = read_inputs([path])
    assert isinstance(next(found), Document)
    assert pyarrow.total_allocated_bytes() - before < 5_000_000


# Found by fuzzing: two columns of text, one of which declares more histograms of levels than it has levels.
BROKEN_STATISTICS = (
    "c-qZWKX21e5WnZRZa^85h-"
    "cZ7hc{4*Aq^=~DumMET+$NJmL?Jcu{r5$Y)Io^y9pphrV8~V@CgtD5{QBCK}Yx^75AJFB9#d`aKrt7zdPNX-adBLxX!O}Ylj4s0j"
    "^$W0N^Xu<-p6_tWc!L4Q@E=aD#O%=9fwoy&^Q?I%7GF5<cYkd-"
    "e<C8~fg**j^L|{#XvhBpeJxB8LYeoyfshiX;d}iAW=n24tkMAEu%!52IKLR<6C2ek{U7M8|3M<h%u?*7+$co&KSl6ZTg%lxMNXrG"
    "Qw?OM$sKTf0#Q%Sd{GJo32?ys)BKT6nMmI}Rn0dC$^Q`68V;Ox<?uiVF@e*mW?9wo2xjshh9OH_UCg`NcijYM#I~AXX&Npy!6|f="
    ")<_7+Hl3<@2)nWyw9$+_&uiUcrxlSi!}yyvxn!Vt&k<x|=t@8eltC0Xv-skM2zOW1X>^it2qNYU7mdBTmrk;}&8cH?t6W9^$T2HW"
    "6Ey<F~}AI@L11_mn_ylhWL3X3h+xiE~n=yxNn;K`k?PU#a{ydToWjjo8DxGqCxi_QR~dZCq>>Rg2^tJe%UTXI*S;fF(wL{QOv^tG"
    "&@^)sN$7BE~XK!e}UNtygQ+HM>FwsBZ8Ro$o$<Ek6M$`YE{"
)


def test_a_column_whose_statistics_end_the_process_that_asks_for_them(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    path.write_bytes(zlib.decompress(base64.b85decode(BROKEN_STATISTICS)))
    assert list(read_inputs([path]))
