"""Parties without a proper name: the words of the phrase that describes them, and what kind they are."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.kinds_of_people import first_kind
from flows.extract.components.party import Party
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.post import post_in_capitals
from flows.extract.parse import Token
from flows.extract.words import load_words

NOT_TELLING_WHICH = frozenset({"including", "into", "onto"})  # "tents for 40 people into the valley"
LEADING_ON = frozenset({"cc", "prep", "det", "poss", "punct", "mark"})  # how words hang before what follows
TELLING_WHICH = ("relcl", "acl", "prep")  # what follows a noun and tells which are meant
BREAKING_DASHES = syntax.DASHES - {"-"}
LONGEST_DESCRIPTION = 12  # words that a description is kept with


def person_words(last: Token) -> str:
    """The words for people side by side that end with ``last``, as one name without its title."""
    first = last.i
    while first > 0 and last.doc[first - 1].ent_type_ == "PERSON":
        first -= 1
    return re.sub(r"\s+", " ", last.doc[first : last.i + 1].text)


def phrase(token: Token, whole: bool) -> str:
    """The words of a noun phrase without article and brackets, up to the first that is left out.

    So are prepositions before a number, which the parser may take for a part of it ("to fifteen officers").
    What tells which are meant is kept where it is ``whole``, up to a comma where it is too long; "of" and
    what follows always.
    """
    cut = [
        child for child in token.children if _is_left_out(child, whole) or syntax.is_paragraph_number(child)
    ]
    behind = [inner for inner in token.subtree if inner.i > token.i]
    cut += [inner for inner in behind if _is_told_aside(inner)]
    if not whole:
        cut += [inner for inner in behind if _is_told_more(inner, token)]
    indices = syntax.subtree_indices(token, cut)
    if whole and indices[-1] - token.i > LONGEST_DESCRIPTION:
        within = token.doc.tokens[token.i : token.i + LONGEST_DESCRIPTION + 1]
        comma = next((word.i for word in reversed(within) if _parts_phrases(word)), None)
        comma = comma or next((word.i for word in within if _goes_on_with_act(word)), None)
        if comma is None:
            return phrase(token, whole=False)
        indices = [i for i in indices if i < comma]
    words = [i for i in _before_dash(indices, token) if abs(i - token.i) <= LONGEST_DESCRIPTION]
    last = next((i for i, after in pairwise(words) if i >= token.i and after > i + 1), words[-1])
    last = _last_of_whole_words(token, words, last)
    text = token.doc[words[0] : last + 1].text
    if words[0] != token.i:
        text = re.sub(r"^(?:to|for|from|with)\s+", "", text, flags=re.I)
        text = without_article(text)
    return re.sub(r"\s+", " ", text).strip(" ,;:.'\"“”‘’")


def _last_of_whole_words(token: Token, words: list[int], last: int) -> int:
    """Where a phrase ends whose rest is left out, without words that only lead to that: "and", "to our"."""
    kept = [i for i in words if token.i <= i <= last]
    return next((i for i in reversed(kept) if token.doc[i].dep_ not in LEADING_ON), token.i)


def _before_dash(indices: list[int], token: Token) -> list[int]:
    """The positions of a phrase's words up to the dash behind its head that breaks it off."""
    dash = next((i for i in indices if i > token.i and token.doc[i].text in BREAKING_DASHES), None)
    return [i for i in indices if dash is None or i < dash]


def _is_told_more(inner: Token, outer: Token) -> bool:
    """Whether words tell more of a noun inside a phrase, but for one that names nobody alone.

    "Families of people killed in the flood" keeps all its words, "friends of bakers killed in the flood" not.
    """
    between = takewhile(lambda head: head.i > outer.i, syntax.ancestors(inner))
    own = inner.head == outer and (_tells_whence(inner) or _tells_for_what(inner))
    return _tells_which(inner) and not own and not any(is_general(head) for head in between)


def _is_told_aside(inner: Token) -> bool:
    """Whether words behind a comma only say more of somebody: "the head of the guild, a former mayor"."""
    return inner.dep_ in {"appos", "relcl"} and inner.left_edge.i > 0 and inner.left_edge.nbor(-1).text == ","


def _parts_phrases(token: Token) -> bool:
    """Whether a token is a comma, other than that of a date ("May 5, 2023")."""
    return token.text == "," and token.i + 1 < len(token.doc) and token.doc[token.i + 1].tag_ != "CD"


def _goes_on_with_act(token: Token) -> bool:
    """Whether a token is the "and" of "and to …", which no clause that tells which has behind it."""
    return token.lower_ == "and" and syntax.word_at(token, 1) == "to"


def without_article(text: str) -> str:
    """A phrase's words without the article, the demonstrative, or the "our" of whoever speaks before them.

    "Our Nation's schools" are those of whoever speaks, too.
    """
    return re.sub(
        r"^(?:(?:our|my) (?:nation|country)['’]s|the|a|an|these|those|this|that|some|any|our|my)\s+",
        "",
        text,
        flags=re.I,
    )


def of_whom(name: str) -> str:
    """A name as the owner of what follows: "Peru's", "the Alps'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _is_left_out(child: Token, whole: bool) -> bool:
    if not whole and (_tells_whence(child) or _tells_for_what(child)):
        return False
    if _tells_which(child):
        return not whole or child.lower_ in NOT_TELLING_WHICH
    is_rate = child.dep_ == "npadvmod" and child.i > child.head.i  # "300 people a day"
    if child.i < child.head.i and syntax.child(child, "mark") is not None:  # "if elected, our members will:"
        return True
    return is_rate or child.dep_ in {"det", "appos", "conj", "cc", "punct", "predet", "case"}


def _tells_whence(token: Token) -> bool:
    """Whether words right behind those who act tell from where they are: "delegates from 40 towns met"."""
    noun = token.head
    acts = noun.dep_ in syntax.NAMED_SUBJECTS or (noun.dep_ == "pobj" and noun.head.lower_ == "by")
    where = syntax.child(token, "pobj") if token.dep_ == "prep" and token.i == noun.i + 1 else None
    placed = where is not None and (where.ent_type_ in {"GPE", "LOC"} or syntax.is_plural(where))
    return acts and placed and token.lower_ in {"from", "in"} and syntax.is_plural(noun)


def _tells_for_what(token: Token) -> bool:
    """Whether words right behind a body are a part of what it is called: "the commission on ports"."""
    noun = token.head
    if token.lower_ == "for" and syntax.noun_lemma(noun) in party_lexicon().negotiating.lemmas:
        return token.i == noun.i + 1  # "lawyers for the crew"
    if token.lower_ not in {"for", "on"} or token.i != noun.i + 1 or noun.tag_ not in {"NN", "NNP"}:
        return False
    matter = syntax.child(token, "pobj")
    told = matter is not None and matter.ent_type_ not in syntax.TIME_LABELS and matter.pos_ != "NUM"
    return told and noun.lemma_.lower() in party_lexicon().bodies_for.lemmas


def _tells_which(token: Token) -> bool:
    behind = token.dep_ == "amod" and token.i > token.head.i  # "countries willing to help"
    return behind or (token.dep_ in TELLING_WHICH and token.lower_ != "of")


def described_party(token: Token) -> tuple[Party, ...]:
    """The phrase itself as the name of a collective without a proper one, or of a thing."""
    if token.ent_type_ == "PERSON":
        return (Party(person_words(token), "person"),)
    kind = first_kind(token)
    if kind is not None:
        return (Party(without_article(token.doc[kind.left_edge.i : token.i + 1].text), "group"),)
    named = name_behind_kind(token)
    text = post_in_capitals(token) or named or phrase(token, whole=is_general(token) or is_told_behind(token))
    several = syntax.is_plural(token) and syntax.noun_lemma(token) not in party_lexicon().things.lemmas
    several = several or _are_counted_states(token)
    if text and (is_unrecognised_name(token) or named):
        return (Party(text, "organisation"),)
    collective = several or is_kind_of_body(token)
    return (Party(text, "group" if collective else "other"),) if text else ()


def _are_counted_states(token: Token) -> bool:
    """Whether a number tells how many of a body's states act, in capitals: "Five Member States"."""
    states = token.lower_.removesuffix("s") in party_lexicon().pairs.states
    return states and token.lower_.endswith("s") and syntax.child(token, "nummod") is not None


def is_kind_of_body(token: Token) -> bool:
    """Whether a noun tells what kind of body something is: "alliance", "brewer"."""
    lemma = token.lemma_.lower()
    return lemma in actor_nouns().bodies.lemmas or lemma in party_lexicon().businesses.lemmas


def name_behind_kind(token: Token) -> str:
    """The name that stands right behind what kind of body bears it: "the Finnish brewer Karhula"."""
    if token.pos_ != "PROPN":
        return ""
    kinds = [word for word in syntax.children(token, "compound") if word.is_lower and is_kind_of_body(word)]
    if not kinds:
        return ""
    words = token.doc[kinds[-1].i + 1 : token.i + 1]
    return words.text if all(word.pos_ == "PROPN" for word in words) else ""


def is_unrecognised_name(token: Token) -> bool:
    """Whether capitals alone tell a name of several words, of no law or plan: "Bright Lane Books"."""
    words = [*syntax.children(token, "compound"), token]
    if len(words) < 2 or any(word.pos_ != "PROPN" or not word.text.istitle() for word in words):
        return False
    if words[0].lower_ in load_words().storms_and_ships:
        return False
    if syntax.children(token, "det", "poss", "nummod", "amod"):
        return False
    lemma = syntax.noun_lemma(token)
    others = (
        party_lexicon().laws,
        party_lexicon().capitalised,
        party_lexicon().schemes,
        party_lexicon().things,
    )
    return not any(lemma in nouns.lemmas for nouns in others)


def is_class_of_parties(token: Token) -> bool:
    """Whether words before the parties of a treaty tell only some of them: "developed country Parties"."""
    modifiers = syntax.children(token, "amod", "compound", "nmod")
    words = [word for modifier in modifiers for word in modifier.subtree if word.i < token.i]
    return any(word.is_alpha and word.lower_ not in party_lexicon().any_parties.lemmas for word in words)


def tells_which(token: Token) -> bool:
    """Whether words behind a noun tell which are meant: "those responsible", "people who lost a home"."""
    return any(child.dep_ in TELLING_WHICH or _tells_which(child) for child in token.children)


def is_general(token: Token) -> bool:
    """Whether a word for people names nobody without what tells which: "people", "those"."""
    return token.lemma_.lower() in party_lexicon().general.lemmas


def is_told_behind(token: Token) -> bool:
    """Whether a bare noun for a body or state is told by what is behind it: "states outside the bay"."""
    lexicon = party_lexicon().told_behind
    if syntax.noun_lemma(token) not in lexicon.lemmas or token.left_edge.i < token.i - 1:
        return False
    if token.left_edge.i < token.i and token.left_edge.dep_ != "det":
        return False
    return any(_begins_behind(child, token, lexicon.prepositions) for child in token.children)


def _begins_behind(child: Token, noun: Token, prepositions: frozenset[str]) -> bool:
    """Whether what hangs on a noun stands right behind it: one of some prepositions, or a clause.

    No clause that says what they promise: "a group that pledged to pay has paid".
    """
    if child.left_edge.i != noun.i + 1 or syntax.has_to(child):
        return False
    if child.dep_ == "prep":
        return child.lower_ in prepositions and syntax.is_plural(noun)
    return child.dep_ in {"relcl", "acl"} and child.lemma_.lower() not in cue_index().verbs
