"""A book in, pages out: what a reader finds on each."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from tests.report.sheets import (
    DELIVERY,
    LINE,
    OTHER_LINE,
    PROMISE,
    data,
    delivery_document,
    promise_document,
    tree,
    words,
)


def only(parent: Element, path: str) -> Element:
    """The one element of a path."""
    (found,) = parent.findall(path)
    return found


def line_article(report: Path, line: str) -> Element:
    """The article of a ledger line on its sheet."""
    return only(tree(report / "commitments" / f"{line[4:7]}.html"), f".//article[@id='{line}']")


def document_tree(report: Path, document_id: str) -> Element:
    """A document's page."""
    return tree(report / "documents" / f"{document_id}.html")


def facts(article: Element) -> dict[str, str]:
    """The facts of an entry by their names."""
    pairs = only(article, "./dl[@class='facts']").findall("div")
    return {words(only(pair, "dt")): words(only(pair, "dd")) for pair in pairs}


def test_every_page_forbids_what_is_not_its_own(report: Path) -> None:
    pages = sorted(report.rglob("*.html"))
    assert len(pages) > 10
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert "default-src 'none'; script-src 'self'; style-src 'self'" in text
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script>", text), page.name


def test_a_commitment_tells_who_what_whom_when_and_on_what_condition(report: Path) -> None:
    article = line_article(report, LINE)
    assert words(only(article, "h1")) == "send Ukraine 18 tanks by May"
    assert words(only(article, "p[@class='kicker']")) == "Norway →to Ukraine"
    found = facts(article)
    assert found["Amount"] == "18 tanks"
    assert found["Due"] == "31 May 2024"
    assert found["Condition"] == "if Sweden agrees"
    assert found["Evidence"] == "2 records in 2 documents"
    assert found["Published by"] == "The Courier, The Wire"


def test_a_commitment_shows_its_words_in_their_paragraph_by_role(report: Path) -> None:
    first = only(line_article(report, LINE), "ol[@class='history']").findall("li")[0]
    quote = only(first, "blockquote")
    assert words(quote) == PROMISE
    roles = {(mark.text, mark.get("class")) for mark in quote.findall("mark")}
    assert ("Norway", "role-promisor") in roles
    assert ("Ukraine", "role-action role-beneficiary") in roles
    assert ("by May", "role-action role-time") in roles
    assert ("if Sweden agrees", "role-condition") in roles
    assert ("Olsen", "role-speaker") in roles
    assert ("will", "role-cue") in roles


def test_a_commitment_tells_its_history_and_how_the_machine_decided(report: Path) -> None:
    steps = only(line_article(report, LINE), "ol[@class='history']").findall("li")
    assert [words(only(step, "p[@class='when']/span[@class='step']")) for step in steps] == [
        "announced",
        "delivered",
    ]
    details = [words(only(step, "details")) for step in steps]
    assert "pledge, by rule test.pledge" in details[0]
    assert "forceforce.willwill" in details[0]
    assert "80% sure, by amount=18" in details[1]
    assert words(only(steps[0], "p[@class='said']")).startswith("Said by Olsen.")


def test_a_speaker_without_a_page_is_not_a_link(report: Path) -> None:
    said = (
        only(line_article(report, LINE), "ol[@class='history']")
        .findall("li")[0]
        .findall("p[@class='said']")[0]
    )
    assert said.findall("a") == []


def test_a_document_shows_its_whole_text_with_numbered_records(report: Path) -> None:
    page = document_tree(report, promise_document().document_id)
    text = only(page, ".//section[@class='text']")
    (paragraph,) = text.findall("p")
    notes = paragraph.findall("a")
    assert [note.text for note in notes] == ["1", "2"]
    for note in notes:
        note.text = ""
    assert words(paragraph) == PROMISE
    entries = page.findall(".//section[@class='records']/ol/li")
    assert [note.get("href") for note in notes] == [f"#{entry.get('id')}" for entry in entries]


def test_a_document_links_its_source_only_where_it_is_a_web_address(report: Path) -> None:
    promise = document_tree(report, promise_document().document_id)
    link = only(promise, ".//a[@rel='noopener noreferrer external']")
    assert link.get("href") == "https://example.org/promise"
    delivery = document_tree(report, delivery_document().document_id)
    assert delivery.findall(".//a[@rel='noopener noreferrer external']") == []
    assert facts(only(delivery, ".//main"))["Source"] == "javascript:alert(1)//"


def test_a_title_is_text_whatever_it_holds(report: Path) -> None:
    page = document_tree(report, promise_document().document_id)
    assert words(only(page, ".//h1")) == "Tanks <promised>"


def test_an_actor_shows_what_it_promised_and_what_came_of_it(report: Path) -> None:
    names = data(report, "ledger")
    actor = names["actors"][names["names"].index("Norway")]
    article = only(tree(report / "actors" / f"{actor[:3]}.html"), f".//article[@id='act_{actor}']")
    figures = {
        words(only(div, "dt")): words(only(div, "dd")) for div in article.findall("dl[@class='figures']/div")
    }
    assert (figures["Promised"], figures["Reported as delivered"], figures["Was promised"]) == ("1", "1", "0")
    assert "send Ukraine 18 tanks by May" in words(article)


def test_the_list_of_actors_counts_their_lines(report: Path) -> None:
    rows = tree(report / "actors.html").findall(".//table[@id='actors']/tbody/tr")
    cells = {words(row.findall("th")[0]): [words(cell) for cell in row.findall("td")] for row in rows}
    assert cells["Norway"] == ["state", "1", "1", "0", "0", "0"]
    assert cells["Ukraine"] == ["state", "0", "0", "0", "0", "1"]


def test_the_overview_counts_and_draws(report: Path) -> None:
    page = tree(report / "index.html")
    figures = {
        words(only(div, "dt")): words(only(div, "dd")) for div in page.findall(".//dl[@class='figures']/div")
    }
    assert figures["Ledger lines"] == "2"
    assert figures["Documents"] == "2"
    assert figures["Looked at by an analyst"] == "0 of 3"
    drawings = page.findall(".//{http://www.w3.org/2000/svg}svg[@role='img']")
    assert len(drawings) == len(page.findall(".//figure/figcaption")) - 1  # there is no money in the book


def test_a_chart_has_its_rows_and_its_sql_beside_it(report: Path) -> None:
    figure = only(tree(report / "index.html"), ".//figure[@id='by_category']")
    rows = figure.findall(".//tbody/tr")
    assert [[words(cell) for cell in row] for row in rows] == [["military", "1"], ["other", "1"]]
    sql = (Path(__file__).parents[2] / "sql" / "report" / "charts" / "by_category.sql").read_text("utf-8")
    assert "".join(only(figure, ".//pre").itertext()).strip() == sql.strip()


def test_the_timeline_lists_what_was_delivered_and_counts_what_passed(report: Path) -> None:
    page = tree(report / "timeline.html")
    assert "0 terms have passed" in words(only(page, ".//p[@class='lead']"))
    (term,) = page.findall(".//ol[@class='terms']/li")
    assert words(only(term, "p[@class='when']")) == "31 May 2024"
    assert "· condition: if Sweden agrees ·" in words(term)


def test_the_ledgers_data_are_columns_of_all_lines_the_last_seen_first(report: Path) -> None:
    about = data(report, "ledger")
    assert (about["n"], about["chunks"], about["names"]) == (2, ["ledger-0"], ["It", "Norway", "Ukraine"])
    columns = data(report, "ledger-0")
    assert columns["id"] == [LINE.removeprefix("led_"), OTHER_LINE.removeprefix("led_")]
    assert (columns["promisors"], columns["beneficiaries"]) == ([[1], [0]], [[2], []])
    statuses = [about["values"]["status"][number] for number in columns["status"]]
    assert statuses == ["delivered", "refused"]
    assert columns["due"] == [19874, None]  # 31 May 2024 in days since 1970
    assert columns["due_state"] == [about["values"]["due_state"].index("settled"), None]


def test_the_index_of_the_review_holds_every_record_the_least_certain_first(report: Path) -> None:
    about = data(report, "review")
    assert about["chunks"] == ["review-0"]
    index = data(report, "review-0")
    assert (len(index["id"]), index["action"][0], index["confidence"][0]) == (3, "rains", 20)
    place = index["action"].index("send Ukraine 18 tanks by May")
    assert [about["names"][number] for number in index["beneficiaries"][place]] == ["Ukraine"]
    assert about["names"][index["speaker"][place]] == "Olsen"
    assert about["documents"]["title"][index["document"][place]] == "Tanks <promised>"
    assert (index["line"][place], index["reviewed"][place]) == (LINE.removeprefix("led_"), 0)


def test_the_review_gets_the_cells_of_the_sheet_and_the_marked_paragraph(report: Path) -> None:
    about = data(report, "review")
    place = data(report, "review-0")["action"].index("send Ukraine 18 tanks by May")
    document = about["documents"]["id"][data(report, "review-0")["document"][place]]
    records = data(report, f"records/{document[:3]}")
    (promise,) = [record for record in records if record[0][about["columns"].index("force")] == "pledge"]
    cells = dict(zip(about["columns"], promise[0], strict=True))
    assert (cells["beneficiaries"], cells["ledger_id"]) == ("Ukraine", LINE)
    assert "".join(text for text, _ in promise[1]) == PROMISE
    (action,) = [text for text, bits in promise[1] if bits == 1 << about["roles"].index("action")][:1]
    assert cells["action"].startswith(action)


def test_every_stretch_of_a_document_says_where_it_begins(report: Path) -> None:
    page = document_tree(report, promise_document().document_id)
    (block,) = [each for each in page.iter() if "data-start" in each.attrib]
    assert PROMISE[int(block.attrib["data-start"]) :].startswith(block.text or "?")


@pytest.mark.parametrize("text", [PROMISE, DELIVERY])
def test_all_text_is_somewhere_in_the_pages_of_documents(report: Path, text: str) -> None:
    shown = [words(tree(page)) for page in (report / "documents").glob("doc_*.html")]
    assert any(text.split(".")[-2].strip() in page for page in shown)
