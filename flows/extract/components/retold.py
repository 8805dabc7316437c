"""Bodies and people told of again by a noun alone: "the company" for "a Finnish brewer", "the rebels"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.description_words import Retold
from flows.extract.components.named import Named
from flows.extract.components.office import is_of_spokesman, one_holds
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

REACH = 200  # tokens back in which somebody is told of for whom a noun alone stands
TELLING_MORE = ("amod", "compound", "nmod", "poss", "nummod", "prep", "relcl", "acl", "appos")


def retold(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom "the company", "the general" or "the banks" stands for, who was told of before in more words.

    "A Finnish brewer" for "the company", "three foreign banks" for "the banks"; nobody where a name that fits
    acts nearer, and for organs that every state has.
    """
    kinds = _kinds(token)
    if not (kinds or _is_told_by_same(token)) or not _is_told_again(token):
        return ()
    first = _first_told(scene, token, kinds)
    if first is None:
        return ()
    found = resolve(first, depth + 1)
    own = tuple(party for party in found if first.lower_ in party.name.casefold())
    return own if len(found) > 1 and own else found  # of two that the parse makes one


def words_before(scene: Scene, token: Token, reach: int = REACH) -> Iterator[Token]:
    """The words before a phrase in which what it stands for may be described, the nearest first.

    ``reach`` is how many tokens before its noun they begin.
    """
    return reversed(scene.doc.tokens[max(0, token.i - reach) : token.left_edge.i])


def _first_told(scene: Scene, token: Token, kinds: list[Retold]) -> Token | None:
    """The noun or name that told of somebody first; of several in the nearest sentence the one that acts.

    What the same noun told of comes before names of which nothing tells what they are.
    """
    found: Token | None = None
    others = kinds
    for before in words_before(scene, token):
        if found is not None and before.sent.start != found.sent.start:
            break
        acts = found is not None and found.dep_ in syntax.NAMED_SUBJECTS
        if not acts and (named := _acting_body(scene, before)) is not None:
            unknown = named.name not in scene.reference.organisations
            if _is_known_as(scene, named, token, kinds) or (unknown and kinds and found is not None):
                return None
            others = [] if unknown else others
        told = _told_of(scene, before) if _may_tell_of(before, token, others) else None
        if told is not None and (found is None or told.dep_ in syntax.NAMED_SUBJECTS):
            found = told
    return found


def _is_told_again(token: Token) -> bool:
    """Whether a noun has "the" and nothing else beside it: "the company"; or tells for whom one speaks."""
    determiner = syntax.child(token, "det")
    if determiner is None or determiner.lower_ != "the":
        return is_of_spokesman(token)
    others = (word for word in token.children if word is not determiner and not word.is_punct)
    return all(is_clause_apart(word) for word in others) or is_of_spokesman(token)


def is_clause_apart(word: Token) -> bool:
    """Whether a word heads a clause that a comma parts from its noun: "the firm, which sold its ships"."""
    return word.dep_ == "relcl" and word.left_edge.i > 0 and word.left_edge.nbor(-1).text == ","


def _is_told_by_same(token: Token) -> bool:
    """Whether a noun may tell again of what it told of: a body or somebody, but no organ of a state."""
    lemma, lexicon = token.lemma_.lower(), party_lexicon()
    if token.tag_ == "NNS" and lemma in actor_nouns().territories.lemmas:
        return True
    if token.tag_ not in {"NN", "NNS"} or lemma in lexicon.organs.lemmas:
        return False
    return lemma in actor_nouns().bodies.lemmas or lemma in lexicon.businesses.lemmas or lemma in one_holds()


def _kinds(token: Token) -> list[Retold]:
    lemma, several = syntax.noun_lemma(token), syntax.is_plural(token)
    return [kind for kind in party_lexicon().retold if lemma in kind.lemmas and kind.plural == several]


def _may_tell_of(before: Token, token: Token, kinds: list[Retold]) -> bool:
    """Whether a noun may have told first, and in more words, of what another tells of again."""
    if before.tag_ not in {"NN", "NNS"}:
        return False
    lemma = before.lemma_.lower()
    same = lemma == token.lemma_.lower() and before.tag_ == token.tag_ and _is_told_by_same(token)
    return same or any(_tells_of_kind(before, lemma, kind) for kind in kinds)


def _tells_of_kind(before: Token, lemma: str, kind: Retold) -> bool:
    """Whether a noun tells of what a kind of noun tells of again: "guerrilla movement" of "the rebels"."""
    if before.tag_ == "NNS":
        return lemma in kind.several
    told_as = {word.lower_ for word in syntax.children(before, "amod", "compound")}
    return lemma in kind.first and (not kind.told_as or bool(told_as & kind.told_as))


def _told_of(scene: Scene, before: Token) -> Token | None:
    """Who is told of in more words than one: the noun, or the name that it tells more of.

    "Karhula, a brewer", "Karhula is a brewer", "the brewer Karhula"; None for what is only told again.
    """
    if before.dep_ == "compound":
        named = scene.names.at(before.head)
        return before.head if named is not None and before.i < named.start else None
    more = any(word.pos_ != "PRON" for word in syntax.children(before, *TELLING_MORE))  # no "their union"
    if not more and not syntax.is_indefinite(before):
        return None
    if before.dep_ == "appos" and before.head.i < before.i:
        return before.head
    if before.dep_ == "attr":
        return syntax.subject_of(before.head)
    return before


def _acting_body(scene: Scene, before: Token) -> Named | None:
    """The body without a description that acts alone where a word of its name stands."""
    named = scene.names.at(before)
    if named is None or before.dep_ not in syntax.NAMED_SUBJECTS or syntax.children(before, "conj", "appos"):
        return None
    return named if named.kind in {"organisation", "group"} else None


def _is_known_as(scene: Scene, named: Named, token: Token, kinds: list[Retold]) -> bool:
    """Whether a noun can stand for a named body by its name, or by what the reference knows of it."""
    if token.lemma_.lower() in named.name.casefold().split():
        return True
    known = scene.reference.organisations.get(named.name)
    return known is not None and any(known.kind in kind.known for kind in kinds)
