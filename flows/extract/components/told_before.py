"""Parties told of before in more words: "the leaders" for NATO's, "the president" for a head of a union."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.description import is_kind_of_body
from flows.extract.components.pair import is_bare
from flows.extract.components.party import Party, Resolve, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.retold import words_before
from flows.extract.components.scene import Scene
from flows.extract.components.subject import sentences_before
from flows.extract.parse import Token


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


def same_before(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom "the official" stands for who was told of in more words just before: "a NATO official"."""
    lemma = syntax.noun_lemma(token)
    if token.tag_ != "NN" or lemma not in attribution_lexicon().spoken_for.lemmas or not is_bare(token):
        return ()
    near = next(iter(sentences_before(token)), token.sent)
    for before in reversed(scene.doc.tokens[near.start : token.left_edge.i]):
        same = before.tag_ == "NN" and before.lemma_.lower() == lemma
        if same and any(map(scene.names.at, _naming(before))):
            return without_things(resolve(before, depth + 1))
    return ()


def fuller_before(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom a bare plural stands for that more words told of before: "the leaders" of "NATO leaders".

    "Ministers" too, but not without "the" what every state has ("officials").
    """
    lemma = syntax.noun_lemma(token)
    if token.tag_ != "NNS" or lemma not in party_lexicon().institutions.lemmas:
        return ()
    alone = not token.children and lemma not in party_lexicon().organs.several
    if not alone and not is_bare(token):
        return ()
    for before in words_before(scene, token):
        same = before.tag_ == "NNS" and before.lemma_.lower() == token.lemma_.lower()
        if same and any(map(scene.names.at, _naming(before))):
            return without_things(resolve(before, depth + 1))
    return ()


def _naming(noun: Token) -> list[Token]:
    """The words that may tell by name of whom a noun is: "NATO leaders", "leaders of NATO" or "from NATO"."""
    of_whom = syntax.noun_after(noun, ("of", "from"))
    inside = [of_whom, *syntax.children(of_whom, *syntax.MODIFYING)] if of_whom is not None else []
    return [*syntax.children(noun, *syntax.MODIFYING), *inside]


def head_told_first(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Who "the president" is in a text that opens with the head of a body: "the chief of the trams' union".

    Nobody where the office of a state was told of since.
    """
    heads, lemma = party_lexicon().heads.lemmas, syntax.noun_lemma(token)
    if lemma not in heads or token.tag_ != "NN" or not is_bare(token):
        return ()
    first = syntax.child(scene.doc[0].sent.root, "nsubj", "nsubjpass")
    if first is None or first.i >= token.i or first.lemma_.lower() not in heads:
        return ()
    body = syntax.noun_after(first, ("of",))
    if body is None or scene.names.at(body) is not None or not is_kind_of_body(body):
        return ()
    between = (word for word in words_before(scene, token) if word.lemma_.lower() == lemma)
    if any(scene.names.at(name) for word in between for name in _naming(word)):
        return ()
    return resolve(first, depth + 1)
