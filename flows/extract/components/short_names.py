"""Short forms: the words of a name that a document goes on with, "the Task Force", "Skarn", "Ada"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.capitals import is_headline
from flows.extract.components.named import Named
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.whole_names import not_ones_own
from flows.extract.parse import Doc
from flows.extract.words import load_words

FEWEST_WORDS = 3  # tokens of a name that its first word may stand for
SHORTEST_SHORT_FORM = 4  # letters of a word that stands for a body of several


def by_short_form(doc: Doc, found: list[Named]) -> list[Named]:
    """Give a body's short form the name that it ends or opens: "the Task Force" of a "Harbour Task Force"."""
    longer = _LongNames()
    settled = []
    for named in found:
        if named.kind == "organisation":
            if named.via == "recognised" and _may_be_short(doc, named):
                named = longer.meant_by(named)
            opens_with_verb = doc[named.start].tag_ in {"VB", "VBG"}  # the task "Establish a Working Group"
            if not opens_with_verb and not is_headline(doc[named.start : named.end]):
                longer.add(named, " ".join(doc[named.start : named.end].text.split()))
        settled.append(named)
    return settled


def _may_be_short(doc: Doc, named: Named) -> bool:
    """Whether a name has "the" before it, or somebody of the body behind it: "a Fund official"."""
    behind = syntax.neighbour(doc[named.end - 1])
    of_body = behind is not None and behind.is_lower and behind == doc[named.end - 1].head
    people = of_body and behind is not None and behind.lemma_.lower() in party_lexicon().institutions.lemmas
    return people or doc[named.start - 1 if named.start else 0].lower_ == "the"


class _LongNames:
    """The names of bodies that shorter ones may stand for, as they come in a text."""

    def __init__(self) -> None:
        self._by_last: dict[str, dict[str, Named]] = defaultdict(dict)
        self._by_first: dict[str, dict[str, Named]] = defaultdict(dict)
        self._meant: dict[str, Named] = {}  # whom a short form stood for before

    def add(self, named: Named, written: str) -> None:
        """Adds a body by its name, and by the form in which a text has ``written`` it."""
        for name in (named.name, written):
            words = name.split()
            self._by_last[words[-1]].setdefault(name, named)
            self._by_first[words[0]].setdefault(name, named)

    def meant_by(self, short: Named) -> Named:
        """The name under which a short form's body was named in full; its own where that does not tell."""
        words = short.name.split()
        longer = [body for name, body in self._by_last[words[-1]].items() if _ends(name, short.name)]
        longer += [body for name, body in self._by_first[words[0]].items() if _opens(name, short.name)]
        longer = list({body.name: body for body in longer}.values())
        if len(longer) != 1:
            longer = [body for body in longer if self._meant.get(short.name) == body]
        if not longer:
            return short
        self._meant[short.name] = longer[0]
        return replace(longer[0], start=short.start, end=short.end)


def _ends(name: str, short: str) -> bool:
    """Whether a short form ends a name, and no phrase in it: "States" of no "Report of the States"."""
    before = name.removesuffix(short).split()
    return name.endswith(f" {short}") and not load_words().name_prepositions & set(before)


def _opens(name: str, short: str) -> bool:
    """Whether a short form opens a name that a preposition goes on with: "League" of a "League for Ports"."""
    rest = name.removeprefix(f"{short} ").split()
    return name.startswith(f"{short} ") and rest[0] in load_words().name_prepositions


def by_first_word(doc: Doc, found: list[Named]) -> list[Named]:
    """Give a body's first word its name, where it could name another that the document never names in full.

    "The Commonwealth" of a "Commonwealth of Lake States"; words for any body ("the Department") aside.
    """
    longer: dict[str, Named] = {}
    for named in found:
        if named.kind == "organisation" and named.end - named.start >= FEWEST_WORDS:
            longer.setdefault(doc[named.start].text, named)
    full = {named.name for named in found if named.end - named.start > 1}
    return [
        replace(longer[word], start=named.start, end=named.end)
        if _is_word_of_known_body(doc, named)
        and named.name not in full
        and (word := doc[named.start].text) in longer
        and longer[word].start < named.start
        else named
        for named in found
    ]


def _is_word_of_known_body(doc: Doc, named: Named) -> bool:
    """Whether one word, and no acronym, names a body of the reference that has more words."""
    word = doc[named.start]
    alone = named.kind == "organisation" and named.via == "name" and named.end - named.start == 1
    return (
        alone
        and word.text != named.name
        and word.text.istitle()
        and word.is_alpha
        and word.lower_ not in party_lexicon().capitalised.lemmas
    )


def by_first_name(found: list[Named]) -> list[Named]:
    """Give a bare first name the one person of the document who bears it."""
    called: dict[str, dict[str, Named]] = defaultdict(dict)
    for named in found:
        first, *others = named.name.split()
        if named.kind == "person" and others:
            called[first][named.name] = named
    return [
        replace(next(iter(bearers.values())), start=named.start, end=named.end)
        if named.kind == "person"
        and named.via == "recognised"
        and len(bearers := called.get(named.name, {})) == 1
        else named
        for named in found
    ]


def short_forms(doc: Doc, found: list[Named]) -> list[Named]:
    """Give the first word of a body's name alone the whole name, also where it is found nowhere.

    "Skarn" of "Skarn Industries"; but no word for any body, no place, and no word of a person's name.
    """
    bodies = _bodies_by_first_word(doc, found)
    settled = [
        replace(bodies[word], start=named.start, end=named.end)
        if named.via == "recognised"
        and named.end - named.start == 1
        and (word := doc[named.start].text) in bodies
        and bodies[word].start < named.start
        else named
        for named in found
    ]
    return [*settled, *_overlooked(doc, settled, bodies)] if bodies else settled


def _bodies_by_first_word(doc: Doc, found: list[Named]) -> dict[str, Named]:
    full = (named.name.split() for named in found if named.kind == "person")
    people = {word for words in full if len(words) > 1 for word in words}
    bodies: defaultdict[str, dict[str, Named]] = defaultdict(dict)
    for named in found:
        word = doc[named.start].text
        if named.kind == "organisation" and named.end - named.start > 1 and named.name.startswith(f"{word} "):
            bodies[word].setdefault(named.name, named)
    small = {token.text for token in doc if token.is_lower}
    known = {doc[named.start].text for named in found if named.via == "name" and named.end - named.start == 1}
    return {
        word: next(iter(named.values()))
        for word, named in bodies.items()
        if len(named) == 1
        and next(iter(named.values())).via == "recognised"
        and word not in people | known
        and _may_stand_alone(word, small)
    }


def _may_stand_alone(word: str, small: set[str]) -> bool:
    proper = word.istitle() and word.isalpha() and len(word) >= SHORTEST_SHORT_FORM
    return proper and word.lower() not in small and word.lower() not in not_ones_own()


def _overlooked(doc: Doc, found: list[Named], bodies: dict[str, Named]) -> Iterator[Named]:
    """Short forms as subjects or owners that the recogniser overlooked."""
    covered = {i for named in found for i in range(named.start, named.end)}
    for token in doc:
        body = bodies.get(token.text)
        if body is None or token.i < body.start or token.i in covered:
            continue
        acts = token.pos_ == "PROPN" and token.dep_ in {"nsubj", "nsubjpass", "poss"}
        if acts and not syntax.children(token, "compound", "amod", "det"):
            yield replace(body, start=token.i, end=token.i + 1)
