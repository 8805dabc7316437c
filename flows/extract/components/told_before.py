"""Parties told of before in more words: "the company" for "a Finnish brewer", "the leaders" for NATO's."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.institution import is_business
from flows.extract.components.office import is_of_spokesman, one_holds
from flows.extract.components.pair import is_bare, is_bare_plural
from flows.extract.components.party import Party, Resolve, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

REACH = 200  # tokens back in which a body is described that "the commission" stands for


def introduced(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom "a" introduced last for whom "the company" or "the general" stands: "a Finnish brewer".

    Bodies, and people whose office no state is known by.
    """
    lemma = syntax.noun_lemma(token)
    bodies = party_lexicon().introduced.lemmas | (one_holds() - party_lexicon().organs.lemmas)
    if lemma not in bodies or not (is_bare(token) or is_of_spokesman(token)):
        return ()
    same = {lemma} | (party_lexicon().businesses.lemmas if is_business(lemma) else set())
    for before in words_before(scene, token):
        determiner = syntax.child(before, "det")
        new = determiner is not None and determiner.lower_ in {"a", "an"} and before.tag_ == "NN"
        if new and before.lemma_.lower() in same & bodies:
            told_of = _told_of(before)
            return resolve(told_of, depth + 1) if told_of is not None else ()
    return ()


def _told_of(body: Token) -> Token | None:
    """The name of which a description tells ("Karhula, a brewer", "Karhula is a brewer"), else itself."""
    if body.dep_ == "appos":
        return body.head
    if body.dep_ == "attr":
        return syntax.subject_of(body.head)
    return body


def described_before(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom a body stands for that was described with more words before: "the commission" of "Peru's labor
    commission"."""
    lemma = syntax.noun_lemma(token)
    bodies = actor_nouns().bodies.lemmas & party_lexicon().institutions.lemmas
    if token.tag_ != "NN" or lemma not in bodies or not is_bare(token):
        return ()
    for before in words_before(scene, token):
        if before.tag_ == "NN" and before.lemma_.lower() == lemma and syntax.children(before, "poss", "amod"):
            return without_things(resolve(before, depth + 1))
    return ()


def fuller_before(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom a bare plural stands for that more words told of before: "the leaders" of "NATO leaders"."""
    if not is_bare_plural(token) or syntax.noun_lemma(token) not in party_lexicon().institutions.lemmas:
        return ()
    for before in words_before(scene, token):
        same = before.tag_ == "NNS" and before.lemma_.lower() == token.lemma_.lower()
        if same and any(map(scene.names.at, _naming(before))):
            return without_things(resolve(before, depth + 1))
    return ()


def _naming(noun: Token) -> list[Token]:
    """The words that may tell by name of whom a noun is: "NATO leaders", "leaders of NATO"."""
    of_whom = syntax.noun_after(noun, ("of",))
    inside = [of_whom, *syntax.children(of_whom, *syntax.MODIFYING)] if of_whom is not None else []
    return [*syntax.children(noun, *syntax.MODIFYING), *inside]


def words_before(scene: Scene, token: Token) -> Iterator[Token]:
    """The words before a phrase in which what it stands for may be described, the nearest first."""
    return reversed(scene.doc.tokens[max(0, token.i - REACH) : token.left_edge.i])
