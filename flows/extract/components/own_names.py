"""What a document itself tells about its names: acronyms, short forms, first names, which are bodies.

``settle`` gives names that were found one by one, in the order of the text, the sense that the document as
a whole gives them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.description import is_kind_of_body
from flows.extract.components.named import Named
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.whole_names import by_direction, short_forms
from flows.extract.parse import Doc, Span, Token
from flows.extract.words import load_words

LONGEST_INTRODUCTION = 14  # tokens before the bracket that introduces an acronym
SHORTEST_SHARED = 3  # letters; longer words of which two names of one body share two
FEWEST_WORDS = 3  # tokens of a name that its first word may stand for
SHORTEST_LOWERED = 5  # letters of a word that headlines capitalise
_BRACKETED = re.compile(r"\((?:the |“|\")?(?P<alias>[A-Z][A-Za-z.\-]{1,11})(?:”|\")?\)")
_OR_ALIAS = re.compile(r",? or (?P<alias>[A-Z][A-Za-z.-]{1,11}),")
_PREPOSITIONS = frozenset({"of", "for", "to", "on", "in"})


def settle(doc: Doc, found: list[Named]) -> list[Named]:
    """The names of ``found``, each under the name that the document gives it; some may be none after all."""
    found = [_with_suffix(doc, named) for named in found]
    found = [named for named in found if not _is_only_suffix(doc, named)]
    found = [_with_opening(doc, named) for named in _with_states_behind(doc, found)]
    found = _as_people(doc, _as_bodies(doc, found))
    found = _by_short_form(doc, _link_acronyms(doc, _without_other_sense(doc, found)))
    found = short_forms(doc, by_direction(doc, _by_first_word(doc, found)))
    return _with_bodies_behind(doc, _by_first_name(doc, found))


def is_headline(span: Span) -> bool:
    """Whether words stand in a sentence that capitalises all but its small words, which misleads.

    A text that is cut into no sentences is a title.
    """
    if not span.doc.is_cut:
        return True
    return not any(token.is_lower and len(token) >= SHORTEST_LOWERED for token in span.sent)


# ---------------------------------------------------------------------- suffixes


def _with_suffix(doc: Doc, named: Named) -> Named:
    """A person's name with "Jr." or the like behind it, which the parser may take for the head."""
    if named.kind != "person":
        return named
    end = named.end + 1 if named.end < len(doc) and doc[named.end].text == "," else named.end
    if end < len(doc) and doc[end].text in load_words().name_suffixes:
        return replace(named, end=end + 1)
    return named


def _is_only_suffix(doc: Doc, named: Named) -> bool:
    return doc[named.start : named.end].text in load_words().name_suffixes


# ---------------------------------------------------------------------- bodies


def _with_states_behind(doc: Doc, found: list[Named]) -> list[Named]:
    """Names of a body's part in a state as one name: "Boeing Norway" is not Norway."""
    states = {named.start: named for named in found if named.kind == "state" and named.via == "name"}
    parts = {
        named.start: Named(named.start, behind.end, whole, "organisation", "ORG", "recognised")
        for named in found
        if (behind := states.get(named.end)) is not None
        and _is_part_in_state(doc, named, behind)
        and (whole := " ".join(doc[named.start : behind.end].text.split()))
    }
    inside = {named.end for named in found if named.start in parts}
    return [parts.get(named.start, named) for named in found if named.start not in inside]


def _is_part_in_state(doc: Doc, named: Named, state: Named) -> bool:
    """Whether a body's name modifies a state's that acts; a place must be told to be one."""
    last, root = doc[named.end - 1], doc[state.end - 1]
    joined = last.dep_ == "compound" and state.start <= last.head.i < state.end
    acts = root.dep_ in {"nsubj", "nsubjpass", "poss"}
    if not (joined and acts) or is_headline(doc[named.start : state.end]):
        return False
    told = any(is_kind_of_body(noun) for noun in syntax.children(root, "appos"))
    return named.kind == "organisation" or (named.kind == "place" and named.via == "recognised" and told)


def _with_opening(doc: Doc, named: Named) -> Named:
    """A company's name of a place and the word before that makes one of it: "Air Niamey" is not Niger."""
    before = doc[named.start - 1] if named.start and named.kind in {"state", "place"} else None
    if before is None or before.text not in load_words().company_openings or not _belongs(before, named):
        return named
    return Named(before.i, named.end, doc[before.i : named.end].text, "organisation", "ORG", "recognised")


def _with_bodies_behind(doc: Doc, found: list[Named]) -> list[Named]:
    """A known body's name with that of a part of it as one name: "NATO Senior Harbour Group" is not NATO.

    So is what else bears the part's name ("the Group").
    """
    known = {named.end: named for named in found if named.kind == "organisation" and named.via == "name"}
    wholes = {
        named: whole
        for named in found
        if (whole := known.get(_first_of_name(doc, named))) is not None
        and _is_part_of_body(doc, whole, named)
    }
    called = {part.name: doc[whole.start : part.end].text for part, whole in wholes.items()}
    gone = set(wholes.values())
    return [
        replace(
            named,
            start=wholes[named].start if named in wholes else named.start,
            name=" ".join(called[named.name].split()),
        )
        if named.name in called
        else named
        for named in found
        if named not in gone
    ]


def _first_of_name(doc: Doc, named: Named) -> int:
    """The first of a name and the capitalised words before it that no name covers and that belong to it."""
    first = named.start
    while first and not doc[first - 1].ent_type_ and _belongs(doc[first - 1], named):
        first -= 1
    return first


def _belongs(token: Token, named: Named) -> bool:
    modifies = token.dep_ in {"compound", "nmod"} and named.start <= token.head.i < named.end
    return modifies and token.tag_ == "NNP"


def _is_part_of_body(doc: Doc, whole: Named, part: Named) -> bool:
    """Whether a name of several words for a body follows a known body's and has it as its modifier."""
    several = part.end - part.start > 1 and part.kind == "organisation" and part.via == "recognised"
    last = syntax.noun_lemma(doc[part.end - 1])
    return several and last in actor_nouns().bodies.lemmas and _belongs(doc[whole.end - 1], part)


def _as_bodies(doc: Doc, found: list[Named]) -> list[Named]:
    """Names taken for a person's or a place's that the document calls bodies: "Reed Lane, an airline, …"."""
    bodies = {named.name for named in found if _is_called_body(doc, named)}
    return [
        replace(named, kind="organisation", label="ORG") if named.name in bodies else named for named in found
    ]


def _is_called_body(doc: Doc, named: Named) -> bool:
    """Whether an apposition says that an unknown person or place is a body, or the largest of a business."""
    if named.kind not in {"person", "place"} or named.via != "recognised":
        return False
    root = doc[named.start : named.end].root
    told = [*syntax.children(root, "appos"), *([root.head] if root.dep_ == "appos" else [])]
    nouns = [noun for noun in told if noun.tag_ == "NN"]
    return any(map(_is_body, nouns))


def _is_body(noun: Token) -> bool:
    """Whether a noun tells of a body; one for a business, which a person may have too, where more says so."""
    lemma = noun.lemma_.lower()
    if lemma in party_lexicon().businesses.lemmas:
        return _is_the_most(noun) or _is_called_it(noun)
    return lemma in actor_nouns().bodies.lemmas


def _is_called_it(noun: Token) -> bool:
    """Whether a sentence goes on with "it" behind a word for a person or body, and with no "he" or "she"."""
    behind = {token.lower_ for token in noun.doc[noun.i : noun.sent.end]}
    pronouns = party_lexicon().pronouns
    return bool(behind & pronouns.thing) and not behind & pronouns.person


def _as_people(doc: Doc, found: list[Named]) -> list[Named]:
    """Names taken for a place's or a body's that an apposition gives an office: "a senator, Reed Lane, …"."""
    people = {named.name for named in found if _is_called_holder(doc, named)}
    return [
        replace(named, kind="person", label="PERSON") if named.name in people else named for named in found
    ]


def _is_called_holder(doc: Doc, named: Named) -> bool:
    """Whether an unknown place or body of several words stands beside an office that one person holds."""
    if (
        named.kind not in {"place", "organisation"}
        or named.via != "recognised"
        or named.end - named.start < 2
    ):
        return False
    root = doc[named.start : named.end].root
    offices = party_lexicon().offices.lemmas | party_lexicon().shared_offices.lemmas
    told = [*syntax.children(root, "appos"), *([root.head] if root.dep_ == "appos" else [])]
    if _is_behind_body(doc, named, root):
        told += [root.head.head.head]
    return any(noun.tag_ == "NN" and noun.lemma_.lower() in offices for noun in told)


def _is_behind_body(doc: Doc, named: Named, root: Token) -> bool:
    """Whether a name between commas stands behind whose a noun is: "the leader of the Front, Reed Lane,"."""
    body = root.head
    if root.dep_ != "appos" or body.dep_ != "pobj" or body.head.lower_ != "of" or body.ent_type_ != "ORG":
        return False
    apart = doc[named.start - 1].text == "," and named.end < len(doc) and doc[named.end].text == ","
    last = syntax.noun_lemma(root)
    return apart and last not in actor_nouns().bodies.lemmas and last not in load_words().company_words


def _is_the_most(noun: Token) -> bool:
    return any(child.tag_ == "JJS" for child in syntax.children(noun, "amod"))


# ---------------------------------------------------------------------- acronyms


def _link_acronyms(doc: Doc, found: list[Named]) -> list[Named]:
    """Give the acronyms that a document introduces the name they stand for: "… Congress (NDC)"."""
    aliases: dict[str, Named] = {}
    for named in found:
        if named.kind not in {"organisation", "group"} or named.end - named.start < 2:
            continue
        tail = doc[named.end : named.end + 5].text
        match = _BRACKETED.match(tail) or _OR_ALIAS.match(tail)
        introduced = _introduced(doc, named, match["alias"]) if match is not None else None
        if match is not None and introduced is not None:
            aliases[match["alias"]] = introduced
    for named in found:
        if named.via == "recognised" and doc[named.start : named.end].text not in aliases:
            unfound = _words_introduced(doc, named)
            if unfound is not None:
                aliases[doc[named.start : named.end].text] = unfound
    if not aliases:
        return found
    return [
        replace(aliases[text], start=named.start, end=named.end)
        if named.via == "recognised" and (text := doc[named.start : named.end].text) in aliases
        else named
        for named in found
    ]


def _introduced(doc: Doc, named: Named, alias: str) -> Named | None:
    """What an acronym behind a name stands for: the name, or the title that it ends.

    "Assistant Secretary for Ports and Harbours (ASPH)" is all of it, where only the end was found; None
    where the name ends something longer of other initials.
    """
    if doc[named.start].text[0] == alias[0]:
        return named
    for start in range(named.start - 1, max(named.end - LONGEST_INTRODUCTION, 0) - 1, -1):
        if doc[start].text[:1].isupper() and _initials(doc, start, named.end) == alias:
            return replace(named, name=" ".join(doc[start : named.end].text.split()), kind="organisation")
    before = doc[max(0, named.start - 2) : named.start]
    ends_longer = len(before) == 2 and before[1].lower_ in _PREPOSITIONS and before[0].text[:1].isupper()
    return None if ends_longer else named


def _words_introduced(doc: Doc, acronym: Named) -> Named | None:
    """What an acronym in brackets stands for where the words before it were not found as a name."""
    text, start, end = doc[acronym.start : acronym.end].text, acronym.start, acronym.end
    bracketed = start > 0 and end < len(doc) and (doc[start - 1].text, doc[end].text) == ("(", ")")
    if not (bracketed and text.isupper() and len(text) >= SHORTEST_SHARED):
        return None
    for first in range(start - 1 - len(text), max(start - LONGEST_INTRODUCTION, 0) - 1, -1):
        if first >= 0 and doc[first].text[:1].isupper() and _initials(doc, first, start - 1) == text:
            return replace(acronym, name=" ".join(doc[first : start - 1].text.split()), kind="organisation")
    return None


def _initials(doc: Doc, start: int, end: int) -> str:
    return "".join(token.text[0] for token in doc[start:end] if token.text[0].isupper())


def _without_other_sense(doc: Doc, found: list[Named]) -> list[Named]:
    """Without the known acronyms that the document uses for something else: "Island Roads Act (IRA)"."""
    other = {doc[named.start : named.end].text for named in found if _is_used_otherwise(doc, named, found)}
    if not other:
        return found
    return [named for named in found if doc[named.start : named.end].text not in other]


def _is_used_otherwise(doc: Doc, named: Named, found: list[Named]) -> bool:
    """Whether brackets introduce an acronym of the reference for other words of its initials."""
    acronym = doc[named.start : named.end].text
    if named.via != "name" or not acronym.isupper() or named.start < 2 or named.end >= len(doc):
        return False
    if doc[named.start - 1].text != "(" or doc[named.end].text != ")":
        return False
    before = range(max(0, named.start - LONGEST_INTRODUCTION), named.start - 1)
    if any(other.name == named.name and other.start in before for other in found):
        return False
    own = {word for word in named.name.split() if len(word) > SHORTEST_SHARED}
    if len({token.text for token in doc[before.start : before.stop]} & own) > 1:
        return False  # the same body, not under its exact name
    return any(
        doc[start].text[:1].isupper() and _initials(doc, start, named.start - 1) == acronym
        for start in before
    )


# ---------------------------------------------------------------------- short forms


def _by_short_form(doc: Doc, found: list[Named]) -> list[Named]:
    """Give a body's short form the name that it ends or opens: "the Task Force" of a "Harbour Task Force"."""
    by_last: dict[str, dict[str, Named]] = defaultdict(dict)
    by_first: dict[str, dict[str, Named]] = defaultdict(dict)
    meant: dict[str, Named] = {}  # whom a short form stood for before
    settled = []
    for named in found:
        if named.kind == "organisation":
            words = named.name.split()
            if named.via == "recognised" and doc[named.start - 1 if named.start else 0].lower_ == "the":
                longer = [
                    body
                    for name, body in by_last[words[-1]].items()
                    if name.endswith(f" {named.name}")
                    and not _PREPOSITIONS & set(name.removesuffix(named.name).split())
                ]
                longer += [body for name, body in by_first[words[0]].items() if _opens(name, named.name)]
                longer = (
                    longer if len(longer) == 1 else [body for body in longer if meant.get(named.name) == body]
                )
                if longer:
                    meant[named.name] = longer[0]
                    named = replace(longer[0], start=named.start, end=named.end)
            opens_with_verb = doc[named.start].tag_ in {"VB", "VBG"}  # the task "Establish a Working Group"
            if not opens_with_verb and not is_headline(doc[named.start : named.end]):
                by_last[words[-1]].setdefault(named.name, named)
                by_first[words[0]].setdefault(named.name, named)
        settled.append(named)
    return settled


def _opens(name: str, short: str) -> bool:
    """Whether a short form opens a name that a preposition goes on with: "League" of a "League for Ports"."""
    rest = name.removeprefix(f"{short} ").split()
    return name.startswith(f"{short} ") and rest[0] in _PREPOSITIONS


def _by_first_word(doc: Doc, found: list[Named]) -> list[Named]:
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


# ---------------------------------------------------------------------- first names


def _by_first_name(doc: Doc, found: list[Named]) -> list[Named]:
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
