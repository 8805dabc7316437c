"""The voice of a text: whose speech or statement it is, by the name in its title or in office on its day."""

from __future__ import annotations

import datetime as dt
import re

from spacy.language import Language

from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.name_finder import NameFinder
from flows.extract.components.party import Party, party_of
from flows.extract.parse import Doc
from flows.extract.reference import Reference
from models import Document

HEADS = ("President", "Prime Minister", "Chancellor")
HEADING = frozenset({"head_of_state", "head_of_government"})
OFFICES = frozenset({*HEADING, "minister", "official"})
STATEMENT_BY = re.compile(r"\b(?:statement|remarks|address|message|letter|speech)s? (?:by|from|of)\b", re.I)
ABOUT = re.compile(
    r"\b(?:on|regarding|following|after|about|concerning|endorsing|welcoming|to mark|marking|calling for|"
    r"(?:of|in) support|supporting)\b",
    re.I,
)
_JOINED = re.compile(r"(?<=[A-Za-z.])[-–](?=[A-Z])")  # "U.S.-EU", two parties
_WORDS_JOINED = re.compile(r"[\w.]+(?:[-–][A-Z][\w.]*)+")
_OF_HEAD = re.compile(r"\b(?:the president\b(?! of)|presidential|proclamation|executive order)", re.I)


def title_tokens(nlp: Language, reference: Reference, text: str) -> Doc:
    """The tokens of a title, whose capitals mislead the parser.

    Names that a dash joins are set apart, unless they are one: "Fiji-Peru", not "Guinea-Bissau".
    """
    apart = _WORDS_JOINED.sub(
        lambda words: words[0] if reference.names(words[0]) else _JOINED.sub(" - ", words[0]), text
    )
    return Doc(nlp.make_doc(apart))


def title_words(reference: Reference) -> frozenset[str]:
    """The words of all titles of office, in lower case."""
    return frozenset(word for title in reference.titles for word in title.split())


class VoiceFinder:
    """Finds whose voice a text carries, by one reference and name finder."""

    def __init__(self, nlp: Language, reference: Reference, name_finder: NameFinder) -> None:
        self._nlp = nlp
        self._reference = reference
        self._name_finder = name_finder
        self._title_words = title_words(reference)
        offices = [row.title for row in reference.titles.values() if row.role in OFFICES]
        offices += [noun.capitalize() for noun in attribution_lexicon().ministries.lemmas]
        longest_first = "|".join(map(re.escape, sorted(offices, key=lambda name: (-len(name), name))))
        self._offices = re.compile(
            r"(?:.*?(?:\b(?:[Bb]y|[Ff]rom|[Oo]f) |: ))??(?:[Tt]he )?(?:[A-Z]\w+ ){0,2}?"
            rf"(?P<office>{longest_first})\b"
        )

    def find(self, document: Document, authors: tuple[Party, ...], first_person: bool) -> Party | None:
        """The person whose speech or statement a text is: named by its title, or in office on its day."""
        title = document.title or ""
        days = [day for day in (document.published_on, _year_in(title)) if day is not None]
        day = days[0] if days else None
        if document.genre == "speech" or STATEMENT_BY.search(title):
            for named in self._name_finder.find(Doc(self._nlp(title)), document.published_on).found:
                by_surname = named.end - named.start == 1 and len({day.year for day in days}) > 1
                if named.kind == "person" and not by_surname:
                    return party_of(named)
            for word in re.findall(r"[A-Z][a-z]{3,}", title):
                called = self._called(word, days)
                if called is not None:
                    return called
        if first_person and (opening := self._opening_title(document, authors)) is not None:
            return opening
        if document.genre != "speech" and not first_person and _OF_HEAD.search(title) is None:
            return None
        office = self._first_office(title) or self._first_office(document.publisher or "")
        title_row = self._reference.title(office) if office is not None else None
        if office is not None and (title_row is None or title_row.role not in HEADING):
            return self._holder_of(office, authors, day)
        return self._head_of(authors, day)

    def _first_office(self, words: str) -> str | None:
        """The office or ministry that a title or publisher names first as whose text it is.

        "Foreign Minister" of "Remarks by the Foreign Minister with the President".
        """
        topic = ABOUT.search(words)
        found = self._offices.match(words[: topic.start()] if topic is not None else words)
        return found["office"] if found is not None else None

    def _holder_of(self, title: str, authors: tuple[Party, ...], day: dt.date | None) -> Party | None:
        """The one holder of an office of a state whose text it is, on a day."""
        for author in authors if day is not None else ():
            held = self._reference.holders(title, author.iso3 or author.name, day)
            if len(held) == 1:
                return Party(held[0].name, "person", held[0].iso3)
        return None

    def _called(self, surname: str, days: list[dt.date]) -> Party | None:
        """Whom a title means by a surname: who of that name heads a state on the first of ``days`` that fits.

        A speech may be published long after the year that its title tells.
        """
        by_day = [(self._reference.by_surname(surname, day), day) for day in days]
        for people, day in by_day:
            for person in people:
                if person.heads_on(day):
                    return Party(person.name, "person", person.iso3)
        people = by_day[0][0] if by_day else self._reference.by_surname(surname, None)
        if people and (len(people) == 1 or by_day):
            return Party(people[0].name, "person", people[0].iso3)
        return None

    def _opening_title(self, document: Document, authors: tuple[Party, ...]) -> Party | None:
        """The person of an author's side with whose office and name a title opens: "First Lady Ada Berg"."""
        title = document.title or ""
        words = title_tokens(self._nlp, self._reference, title)
        first = next(iter(self._name_finder.find(words, document.published_on).found), None)
        if first is None or first.kind != "person":
            return None
        before = words[: first.start]
        own = first.iso3 in {author.iso3 for author in authors}
        return party_of(first) if own and all(word.lower_ in self._title_words for word in before) else None

    def _head_of(self, authors: tuple[Party, ...], day: dt.date | None) -> Party | None:
        """The one who is president, or heads the government, of the state whose text it is."""
        return next(filter(None, (self._holder_of(title, authors, day) for title in HEADS)), None)


def _year_in(title: str) -> dt.date | None:
    """The middle of the year that a title names, for a text without a date."""
    year = re.search(r"\b(?:1[89]|20)\d\d\b", title)
    return dt.date(int(year[0]), 6, 30) if year else None
