"""Messages and mailboxes in, documents out."""

from __future__ import annotations

import datetime as dt
import gzip
from email.message import EmailMessage
from pathlib import Path

import pytest

from flows.ingest import IngestLimits, read_inputs
from models import Document, Quarantined

PROSE = "Norhaven will send twelve ships to the strait before the year is out."


def message(text: str = PROSE, identifier: str = "<1@ministry.example>") -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ministry of Defence <press@ministry.example>"
    made["To"] = "news@courier.example"
    made["Subject"] = "Twelve ships – for the strait"
    made["Date"] = "Fri, 03 May 2024 23:30:00 -0500"
    made["Message-ID"] = identifier
    made.set_content(text)
    return made


def read(path: Path, data: bytes, **limits: int) -> list[Document | Quarantined]:
    path.write_bytes(data)
    return list(read_inputs([path], IngestLimits(**limits)))


def document(path: Path, data: bytes) -> Document:
    (found,) = read(path, data)
    assert isinstance(found, Document), found
    return found


@pytest.mark.parametrize("name", ["a.eml", "download"])
def test_headers_are_metadata(tmp_path: Path, name: str) -> None:
    found = document(tmp_path / name, message().as_bytes())
    assert (found.title, found.author, found.published_on, found.published_source) == (
        "Twelve ships – for the strait", "Ministry of Defence", dt.date(2024, 5, 3), "metadata",
    )  # fmt: skip
    assert (found.text, found.source_name) == (PROSE, "1@ministry.example")
    assert found.uri == (tmp_path / name).as_uri()


def test_quoted_mail_and_signature_go(tmp_path: Path) -> None:
    text = f"{PROSE}\n\nOn Thursday, Ada Renfrew wrote:\n> Will you?\n>> Who?\n\nYes.\n\n-- \nPress office\n"
    assert document(tmp_path / "a.eml", message(text).as_bytes()).text == f"{PROSE}\n\nYes."


def test_html_alone_and_other_encodings(tmp_path: Path) -> None:
    made = message()
    made.set_content("<p>José said:</p><p>They <b>will</b> sail.</p>", subtype="html", charset="iso-8859-1")
    assert document(tmp_path / "a.eml", made.as_bytes()).text == "José said:\n\nThey will sail."
    wrong = message("José will sail.").as_bytes().replace(b"utf-8", b"x-none")
    assert document(tmp_path / "b.eml", wrong).text == "José will sail."


def test_attachments_are_documents_and_pictures_are_not(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(f"Annex. {PROSE}", filename="annex.txt")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    made.add_attachment(message("Forwarded: they will sail.", "<2@ministry.example>"))
    body, annex, forwarded = read(tmp_path / "a.eml", made.as_bytes())
    assert [body.source_name, annex.source_name, forwarded.source_name] == [
        "1@ministry.example", "annex.txt", "2@ministry.example",
    ]  # fmt: skip
    assert isinstance(annex, Document)
    assert annex.uri == (tmp_path / "a.eml").as_uri() + "!/annex.txt"


def forwarding(*parts: EmailMessage, text: str = "") -> EmailMessage:
    outer = message(text, "<9@ministry.example>")
    for part in parts:
        outer.add_attachment(part)
    return outer


def test_a_message_that_only_forwards_gives_what_it_forwards(tmp_path: Path) -> None:
    whole = EmailMessage()
    whole["Subject"] = "Fwd: Twelve ships"
    whole.set_content(message())
    for number, outer in enumerate([whole, forwarding(message()), forwarding(forwarding(message()))]):
        found = document(tmp_path / f"{number}.eml", outer.as_bytes())
        assert (found.text, found.source_name) == (PROSE, "1@ministry.example")


def test_a_message_that_only_quotes_gives_the_words_quoted(tmp_path: Path) -> None:
    quoted = f"On Thursday, Ada Renfrew wrote:\n> {PROSE}\n>> It will.\n\n-- \nPress office\n"
    assert document(tmp_path / "a.eml", message(quoted).as_bytes()).text == f"{PROSE}\nIt will."


def test_parts_in_parts_are_read_and_of_alternatives_one(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner.set_content(PROSE)
    inner.add_alternative(f"<p>{PROSE}</p>", subtype="html")
    inner.add_attachment("Kestria will pay.", filename="annex.txt")
    footer = EmailMessage()
    footer.set_content("You read the list of Elsborg.")
    outer = message()
    outer.clear_content()
    outer.make_mixed()
    outer.attach(inner)
    outer.attach(footer)
    texts = [item.text for item in read(tmp_path / "a.eml", outer.as_bytes()) if isinstance(item, Document)]
    assert texts == [PROSE, "Kestria will pay.", "You read the list of Elsborg."]


def test_what_is_attached_to_a_message_that_is_refused_is_read(tmp_path: Path) -> None:
    made = message()
    made.set_content("<div>" * 300 + PROSE, subtype="html")
    made.add_attachment("Kestria will pay.", filename="annex.txt")
    refused, annex = read(tmp_path / "a.eml", made.as_bytes())
    assert isinstance(refused, Quarantined)
    assert refused.reason == "unsafe"
    assert isinstance(annex, Document)


def test_mailbox(tmp_path: Path) -> None:
    texts = [PROSE, "From then on,\n\nFrom now on they will sail.", "Kestria will pay."]
    data = b"".join(
        b"From press@ministry.example Fri May  3 23:30:00 2024\n"
        + message(text, f"<{number}@x>").as_bytes().replace(b"\nFrom now", b"\n>From now")
        + b"\n"
        for number, text in enumerate(texts)
    )
    found = read(tmp_path / "inbox", data)
    assert [item.text for item in found if isinstance(item, Document)] == texts
    assert [item.source_name for item in found] == ["0@x", "1@x", "2@x"]


def test_a_message_too_large_in_a_mailbox_is_passed_over(tmp_path: Path) -> None:
    start = b"From a@b Fri May  3 23:30:00 2024\n"
    data = b"\n".join(
        start + message(text, f"<{number}@x>").as_bytes()
        for number, text in enumerate([PROSE, PROSE * 500, PROSE])
    )
    first, large, last = read(tmp_path / "inbox.mbox", data, document_bytes=5000)
    assert isinstance(large, Quarantined)
    assert (first.source_name, large.reason, last.source_name) == ("0@x", "too_large", "2@x")


def test_a_message_without_text_is_empty_and_messages_in_messages_end(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "a.eml", b"From: a@b\nSubject: x\nContent-Type: image/png\n\nx")
    assert isinstance(found, Quarantined)
    assert found.reason == "empty"
    nested = message("Innermost.")
    for _ in range(5):
        outer = message("Around it.")
        outer.add_attachment(nested)
        nested = outer
    last = read(tmp_path / "b.eml", nested.as_bytes())[-1]
    assert isinstance(last, Quarantined)
    assert last.reason == "unsafe"


def test_a_note_that_begins_with_words_and_colons_is_no_message(tmp_path: Path) -> None:
    text = f"Subject: ships\nWhere: Port Sable\n\n{PROSE}"
    assert "Where: Port Sable" in document(tmp_path / "note.txt", text.encode()).text


def test_headers_far_too_long(tmp_path: Path) -> None:
    data = b"X-Padding: b\n" * 9000 + message().as_bytes()
    (found,) = read(tmp_path / "a.eml", data, metadata_bytes=100_000)
    assert isinstance(found, Quarantined)
    assert (found.reason, "headers" in found.detail) == ("too_large", True)


def test_attachments_count_as_members_and_share_one_allowance(tmp_path: Path) -> None:
    made = message()
    for number in range(6):
        made.add_attachment(f"{PROSE} {number}.", filename=f"../{number}.txt")
    found = read(tmp_path / "a.eml", made.as_bytes(), container_members=4)
    assert [item.source_name for item in found if isinstance(item, Document)][1:] == [
        f"../{number}.txt" for number in range(4)
    ]
    (refused,) = [item for item in found if isinstance(item, Quarantined)]
    assert (refused.reason, "members" in refused.detail) == ("unsafe", True)

    bombs = message()
    for number in range(4):
        packed = gzip.compress(b"\n" * 12_000_000)
        bombs.add_attachment(packed, "application", "gzip", filename=f"{number}.jsonl.gz")
    found = read(tmp_path / "b.eml", bombs.as_bytes())
    assert [item.reason for item in found if isinstance(item, Quarantined)] == [
        "empty",
        "unsafe",
        "unsafe",
        "unsafe",
    ]
