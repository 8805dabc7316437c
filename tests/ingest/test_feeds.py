"""Feeds in, a document an entry out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from flows.ingest import read_inputs
from models import Document, Quarantined

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Elsborg Courier</title><language>en-gb</language>
<item><guid isPermaLink="false">n-1</guid><title>Ships &amp;amp; grain</title>
<link>https://courier.example/ships</link><pubDate>Fri, 03 May 2024 23:30:00 -0500</pubDate>
<description>Norhaven will send ships.</description>
<content:encoded><![CDATA[<h2>Twelve ships</h2><p>Norhaven will <b>send</b>
twelve ships to the strait.</p><ul><li>Six go north</li></ul><script>track()</script>
First line.<br>Same paragraph.<br><br>Next paragraph.]]></content:encoded></item>
<item><title>Grain</title><description>Kestria &lt;i&gt;promised&lt;/i&gt; to send grain.</description></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title>
<entry><id>urn:1</id><title>Grain</title><link href="https://ministry.example/1"/>
<author><name>Ada Renfrew</name></author><updated>2024-05-04T01:00:00+03:00</updated>
<content type="text">Kestria will send grain.

It will send medicine too.</content></entry></feed>"""


def read(path: Path, data: str | bytes) -> list[Document | Quarantined]:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_inputs([path]))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start_char : block.end_char]) for block in document.blocks]


def test_rss_entries_with_html_bodies(tmp_path: Path) -> None:
    first, second = read(tmp_path / "news.xml", RSS)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert blocks(first) == [
        ("heading", "Twelve ships"),
        ("prose", "Norhaven will send twelve ships to the strait."),
        ("list_item", "Six go north"),
        ("prose", "First line. Same paragraph."),
        ("prose", "Next paragraph."),
    ]
    assert (first.source_name, first.uri, first.title, first.publisher) == (
        "n-1", "https://courier.example/ships", "Ships & grain", "Elsborg Courier",
    )  # fmt: skip
    assert (first.published_on, first.published_source) == (dt.date(2024, 5, 3), "metadata")
    assert (second.text, second.source_name) == ("Kestria promised to send grain.", "news.xml, entry 2")
    assert second.uri == (tmp_path / "news.xml").as_uri() + "#2"


def test_atom_entry(tmp_path: Path) -> None:
    (found,) = read(tmp_path / "feed", ATOM)
    assert isinstance(found, Document)
    assert found.text == "Kestria will send grain.\n\nIt will send medicine too."
    assert (found.author, found.publisher, found.published_on) == (
        "Ada Renfrew", "Ministry", dt.date(2024, 5, 4),
    )  # fmt: skip


def test_an_entry_that_is_refused_leaves_the_others(tmp_path: Path) -> None:
    feed = RSS.replace("<h2>Twelve ships</h2>", "<div>" * 300)
    refused, second = read(tmp_path / "a.rss", feed)
    assert isinstance(refused, Quarantined)
    assert (refused.reason, "entry 1" in refused.detail) == ("unsafe", True)
    assert isinstance(second, Document)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<rss version="2.0"><channel><title>x</title></channel></rss>', "empty"),
        ('<rss version="2.0"><channel><item><title>x', "empty"),
        ("<rss \x00\x01", "unreadable"),
        (RSS.replace("en-gb", "fr"), "language"),
    ],
)
def test_feeds_without_documents(tmp_path: Path, content: str, reason: str) -> None:
    found = read(tmp_path / "a.rss", content)
    assert {item.reason for item in found if isinstance(item, Quarantined)} == {reason}


def test_entities_that_multiply_or_read_files_come_to_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("TOP SECRET")
    bomb = (
        f'<!DOCTYPE rss [<!ENTITY f SYSTEM "{secret.as_uri()}"><!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
        + "]>"
    )
    feed = RSS.replace("<rss ", bomb + "<rss ", 1).replace("Norhaven will send ships.", "&f; &i;")
    feed = feed.replace("<title>Grain</title>", "<title>&f;</title>")
    for item in read(tmp_path / "a.rss", feed):
        assert "SECRET" not in str(item)
        assert len(str(item)) < 10_000


GROWING = '<!ENTITY a "grain "><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">'


@pytest.mark.parametrize("feed", [RSS, ATOM])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared",
    [
        f'<!ENTITY a "{"ships " * 2000}">',
        "<!ENTITY b '&#60;'><!-- <rss > --><!ENTITY a '&b;&b;'>",
        GROWING,
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        "<!ENTITY % p PUBLIC 'x' 'http://x/'> %p;",
    ],
)
def test_entities_that_grow_or_reach_out_are_refused(
    tmp_path: Path, feed: str, encoding: str, declared: str
) -> None:
    body = feed[feed.index("<rss") if "<rss" in feed else 0 :].replace("send", "send &a;")
    data = f"<!DOCTYPE x [{declared}]>{body}".encode(encoding)
    (found,) = read(tmp_path / "a.xml", data)
    assert isinstance(found, Quarantined)
    assert (found.reason, "entities" in found.detail) == ("unsafe", True)


def test_a_root_in_a_comment_hides_no_entity(tmp_path: Path) -> None:
    data = f"<?xml version='1.0'?><!-- <rss > --><!DOCTYPE x [<!-- <rss > -->{GROWING}]>{ATOM}"
    (found,) = read(tmp_path / "a.xml", data)
    assert isinstance(found, Quarantined)
    assert found.reason == "unsafe"


def test_a_long_document_type_of_another_format_is_unsupported(tmp_path: Path) -> None:
    names = "".join(f'<!ENTITY dash{number} "&#8211;">' for number in range(400))
    (found,) = read(tmp_path / "a.xml", f"<!DOCTYPE book [{names}]><book>{ATOM[60:70]}</book>")
    assert isinstance(found, Quarantined)
    assert found.reason == "unsupported"


def test_an_entry_may_tell_of_entities(tmp_path: Path) -> None:
    feed = ATOM.replace("grain.", "grain as &lt;!ENTITY a SYSTEM &quot;x&quot;&gt;.", 1)
    (found,) = read(tmp_path / "a.xml", feed)
    assert isinstance(found, Document)


def test_a_document_type_that_declares_characters_is_read(tmp_path: Path) -> None:
    data = f'<!DOCTYPE feed [<!ENTITY dash "&#8211;">]>{ATOM}'
    (found,) = read(tmp_path / "a.xml", data)
    assert isinstance(found, Document)
