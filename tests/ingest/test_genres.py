"""Genres: what is known of a document in, genre out."""

from __future__ import annotations

import pytest

from flows.ingest.genres import guess_genre


def guess(**known: str) -> str | None:
    fields: dict[str, str | None] = {"title": None, "kind": None, "url": None, "publisher": None, **known}
    return guess_genre(
        title=fields["title"],
        kind=fields["kind"],
        url=fields["url"],
        publisher=fields["publisher"],
        text=known.get("text", "The ministers met."),
    )


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("Readout of the Prime Minister's Call with the King", "readout"),
        ("FACT SHEET: A Plan for the Coast", "fact_sheet"),
        ("Treaty on the Waters of the Senna River", "treaty"),
        ("Agreement between Valdoria and Marovia on Fisheries", "treaty"),
        ("Valdoria-Marovia Memorandum of Understanding on Ferries", "treaty"),
        ("Valdoria weighs Memorandum of Understanding on Ferries", None),
        ("Joint Statement by the Energy Ministers", "communique"),
        ("G20 Leaders’ Declaration", "communique"),
        ("Remarks by the President at a Dinner", "speech"),
        ("Statement by the Foreign Minister on the Elections", "press_release"),
        ("Ministers quarrel over the harvest", None),
        ("Peace treaty talks collapse", None),
        ("Harbour Accord Adopted in Senna", None),
        ("Marovia Rebels Sign Harbour Accord", None),
        ("Senate Adopts Harbour Treaty in Senna", None),
        ("Order to Address the Shortage of Salt on Islands", None),
    ],
)
def test_titles(title: str, genre: str | None) -> None:
    assert guess(title=title) == genre


def test_title_wins_over_what_the_collection_says() -> None:
    assert guess(title="Readout of a Meeting with Farmers", kind="press_release") == "readout"


@pytest.mark.parametrize(
    ("known", "genre"),
    [
        ({"kind": "statements-releases"}, "press_release"),
        ({"kind": "speeches-remarks"}, "speech"),
        ({"kind": "news"}, "news"),
        ({"kind": "other"}, None),
        ({"url": "https://example.org/remarks/2024/05/a-speech"}, "speech"),
        ({"publisher": "Elsborg News"}, "news"),
        ({"publisher": "Ministry of Fisheries"}, "press_release"),
        ({"publisher": "The Government Gazette", "title": "Boats sold"}, "news"),
        ({"url": "https://en.wikipedia.org/wiki/Port_Sable", "title": "Treaty of Port Sable"}, "other"),
        ({"publisher": "Wikimedia Foundation, Inc.", "text": "We, us. We paint our ships."}, "other"),
        ({"publisher": "Wikimedia", "url": "https://en.wikinews.org/wiki/Ships"}, "news"),
        ({"publisher": "en.wikipedia.org"}, "other"),
        ({"text": "THE PRESIDENT: Good morning.\n\nQ Sir, will you go?"}, "speech"),
        ({"text": "The High Contracting Parties have agreed as follows:"}, "treaty"),
        ({"text": "Ministry of Salt\nPRESS RELEASE No. 12\n\nThe minister met miners."}, "press_release"),
        ({"text": "The miners learned of it from a press release. Their union will meet."}, None),
        ({"text": "A storm\n\nOSLO, May 3, 2024 — It rained."}, "news"),
        ({"publisher": "Federal Ministry for Rural Roads, Valdoria"}, "press_release"),
        ({"publisher": "V.R. Department of Fisheries"}, "press_release"),
        ({"publisher": "Valdoria, Department for Rural Roads"}, "press_release"),
        ({"publisher": "Friends of Senna, a society"}, None),
        ({"publisher": "Office of the Prime Minister of Valdoria"}, "press_release"),
        ({"publisher": "Central Bank of Valdoria"}, "press_release"),
        ({"publisher": "Bank of Marovia (statement)"}, "press_release"),
        ({"publisher": "Food Bank of Senna"}, None),
        ({"publisher": "Senna School of Government Studies"}, None),
        ({"title": "Rate Committee Press Release: Rate Left Alone"}, "press_release"),
        ({"title": "A Press Release That Nobody Read"}, None),
        ({"text": "Today, Prime Minister Berg met with the King of Marovia."}, "readout"),
    ],
)
def test_other_signs(known: dict[str, str], genre: str | None) -> None:
    assert guess(**known) == genre


def test_a_text_that_says_we_of_itself_is_a_press_release() -> None:
    text = "The council acts. We will plant trees. Our gardens matter to us, and we mean it."
    assert guess(text=text) == "press_release"
    assert guess(text=text, title="Remarks by the Mayor at a Dinner") == "speech"


def test_we_in_quotations_is_no_voice_of_the_text() -> None:
    text = "“We will plant trees. We will,” she said. “Our gardens help us.” He met US officials."
    assert guess(text=text) is None


def test_what_a_collection_calls_news_is_no_treaty() -> None:
    assert guess(title="Harbour Accord", kind="news") == "news"
    assert guess(title="Harbour Accord") == "treaty"


TERMS = """The receiving State shall issue passes to the crews. The sending State shall insure its boats.
Neither Party shall levy harbour dues under {text}."""


def test_a_text_that_binds_its_parties_is_a_treaty() -> None:
    assert guess(title="Ferries in Senna", text=TERMS.format(text="the present Agreement")) == "treaty"
    assert guess(publisher="Ministry of Salt", text=TERMS.format(text="this Protocol")) == "treaty"


def test_rules_of_no_text_are_no_treaty() -> None:
    assert guess(text=TERMS.format(text="these rules")) is None
    assert guess(text="This Treaty is old. The Parties shall pay, it says. It was signed in Senna.") is None
    assert guess(kind="news", text=TERMS.format(text="this Treaty")) == "news"


@pytest.mark.parametrize("preamble", ["Recalling its earlier decisions,", "Deeply alarmed by the floods,"])
def test_a_resolution_is_the_text_of_who_adopts_it(preamble: str) -> None:
    text = f"The Council of Island States,\n\n{preamble}\n\n1. Urges all members to pay;"
    assert guess(text=text) == "communique"


def test_a_heading_with_a_comma_opens_no_resolution() -> None:
    assert guess(text="The Mayor,\n\nhaving eaten, left.") is None
