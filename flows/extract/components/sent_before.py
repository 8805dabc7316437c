"""Who sends what a text told of before: "Peru offered a brigade. The brigade will", "another will follow"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor, is_person
from flows.extract.components.pair import is_bare
from flows.extract.components.party import Party, Resolve
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.retold import words_before
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

SENDERS = frozenset({"state", "organisation"})


def sender_before(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The state or body that sends "the brigade" or "the ships", of which a text told before; else nobody."""
    lexicon = party_lexicon()
    lemma = syntax.noun_lemma(token)
    if lemma not in lexicon.sent.lemmas | lexicon.forces.lemmas | lexicon.sending.units or not is_bare(token):
        return ()
    if is_person(token) and not syntax.is_plural(token):
        return ()  # "the engineer" may act for himself
    for before in words_before(scene, token):
        if before.pos_ == "NOUN" and before.lemma_.lower() == lemma:
            return _sender(resolve, before, depth)
    return ()


def sender_of_one_more(resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Who sends one more of what the clause before told of: "Peru sent a ship, and a second will follow"."""
    first = syntax.conjunction_head(token.head)
    sent = syntax.child(first, "dobj") if first.i < token.i else None
    return _sender(resolve, sent, depth) if sent is not None and syntax.is_indefinite(sent) else ()


def _sender(resolve: Resolve, sent: Token, depth: int) -> tuple[Party, ...]:
    """The state or body that sends what a noun is of; ships that it gives to others are no longer its own."""
    verb, sending = sent.head, party_lexicon().sending
    telling = sending.lemmas | sending.giving if is_actor(sent) else sending.lemmas
    if sent.dep_ != "dobj" or verb.lemma_.lower() not in telling:
        return ()
    subject = syntax.subject_of(verb)
    found = resolve(subject, depth + 1) if subject is not None else ()
    return found if all(party.kind in SENDERS for party in found) else ()
