"""Those who meet or deal with each other: "the ministers" who met, "the sides", "the parties" of a report."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.counterpart import company
from flows.extract.components.named_together import PAIR, two_states_joined, two_that_acted, two_who_open
from flows.extract.components.pair import is_bare_plural, is_pair
from flows.extract.components.party import Party, Resolve, each_once
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.subject import of_subject, sentences_before
from flows.extract.parse import Token


def two_who_met(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The two who met in a sentence before "the ministers": "Peru's minister met his counterpart"."""
    if syntax.noun_lemma(token) not in party_lexicon().pairs.people and token.tag_ != "CD":
        return ()
    if not (is_bare_plural(token) or is_pair(token)):
        return ()
    lemma = syntax.noun_lemma(token)
    for sentence in sentences_before(token):
        if any(word.tag_ == "NNS" and word.lemma_.lower() == lemma for word in sentence):
            return ()  # more than two: "met other Baltic ministers"
        subject = syntax.child(sentence.root, "nsubj")
        others = company(subject, resolve, scene.names, depth) if subject is not None else ()
        one = of_subject(resolve, scene.names, subject, depth) if subject is not None and others else ()
        bodies = any(party.kind == "organisation" for party in (*one, *others))
        if len(one) == len(others) == 1 and one != others and (token.tag_ == "CD" or not bodies):
            return (*one, *others)
    return ()


def sides_who_met(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The sides of a meeting told of in a sentence before: "envoys from Peru and Chad met a Fijian minister".

    Whoever met stands for the state or body that they speak for.
    """
    for sentence in sentences_before(token):
        subject = syntax.child(sentence.root, "nsubj")
        others = company(subject, resolve, scene.names, depth) if subject is not None else ()
        met = (*of_subject(resolve, scene.names, subject, depth), *others) if subject and others else ()
        sides = each_once(scene.served_by(party) or party for party in met)
        if len(sides) >= PAIR and all(side.kind in {"state", "organisation"} for side in sides):
            return sides
    return ()


def two_who_deal(scene: Scene, resolve: Resolve, token: Token) -> tuple[Party, ...]:
    """The two parties that deal with each other in a report: "the sides", "the parties" of no parliament."""
    opposing = is_bare_plural(token) and syntax.noun_lemma(token) in party_lexicon().pairs.opposing
    if not opposing or any(_are_certain(word) for word in scene.doc.tokens[: token.i]):
        return ()
    near = two_that_acted(scene, resolve, token, 0) or sides_who_met(scene, resolve, token, 0)
    return near or two_states_joined(scene, token) or two_who_open(scene, resolve, token, 0)


def _are_certain(noun: Token) -> bool:
    """Whether parties are told from others, as those of a parliament are: "seven opposition parties"."""
    told = syntax.children(noun, "amod", "compound", "nummod", "poss") if noun.tag_ == "NNS" else []
    return bool(told) and noun.lemma_.lower() in party_lexicon().pairs.opposing and not is_pair(noun)
