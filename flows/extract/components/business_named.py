"""Businesses that a report describes before it names them: "a Finnish brewer will … Karhula, which …"."""

from __future__ import annotations

from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.business import is_business, may_be_business
from flows.extract.components.named import Named
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

SENTENCES_BEHIND = 3  # a description, in which "the company" may have the name beside it


def business_named_next(scene: Scene, token: Token) -> Party | None:
    """The business that a report describes and names in one of the next sentences.

    "A Finnish brewer will close a mill. Karhula, which …", "The port's operator paid. The firm, Karhula, …".
    """
    lemma = token.lemma_.lower()
    if token.tag_ != "NN" or not (lemma in party_lexicon().businesses.lemmas or is_business(lemma)):
        return None
    if not syntax.children(token, "amod", "compound", "prep") or token.sent.end >= len(scene.doc):
        return None
    named = _business_opening_next(scene, token) or _business_beside(scene, token)
    return party_of(named) if named is not None else None


def _business_opening_next(scene: Scene, token: Token) -> Named | None:
    """The new name of a body that opens the sentence behind the one in which "a brewer" opens the text."""
    here = token.sent
    if not syntax.is_indefinite(token) or token.dep_ not in syntax.NAMED_SUBJECTS or token.head != here.root:
        return None
    if any(scene.acts(named) for named in scene.names.before(here.end, "organisation")):
        return None
    named = scene.names.at(scene.doc[here.end])
    if named is None or named.start != here.end or named.via != "recognised":
        return None
    subject = scene.doc[named.end - 1]
    if subject.dep_ != "nsubj" or syntax.children(subject, "conj", "appos"):
        return None
    body = named.kind == "organisation" or _is_told_of_as_thing(subject)
    return replace(named, kind="organisation") if body and may_be_business(scene, named) else None


def _is_told_of_as_thing(name: Token) -> bool:
    """Whether a clause with "which" tells more of a name, that of a body then and of no person."""
    clauses = syntax.children(name, "relcl")
    return any(word.lower_ == "which" for clause in clauses for word in clause.children)


def _business_beside(scene: Scene, token: Token) -> Named | None:
    """The name beside "the company" in one of the three sentences behind a description."""
    end = token.sent.end
    for _ in range(SENTENCES_BEHIND):
        end = scene.doc[end].sent.end if end < len(scene.doc) else end
    for word in scene.doc.tokens[token.sent.end : end]:
        determiner = syntax.child(word, "det") if is_business(word.lemma_.lower()) else None
        name = syntax.child(word, "appos") if determiner is not None and determiner.lower_ == "the" else None
        named = scene.names.at(name) if name is not None else None
        if named is not None and named.kind == "organisation":
            return named
    return None
