"""Who is a client of whoever speaks: "Berg's lawyer said his client would pay" tells of Berg."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.party import Party, Resolve, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.subject import subjects_before
from flows.extract.parse import Token


def client_of(resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Who "his client" is to a lawyer who speaks: Berg, where "Berg's lawyer said his client would pay"."""
    advocates = party_lexicon().advocates
    whose, lawyer = syntax.child(token, "poss"), next(iter(subjects_before(token)), None)
    if whose is None or lawyer is None or syntax.noun_lemma(token) not in advocates.clients:
        return ()
    if whose.pos_ != "PRON" or syntax.noun_lemma(lawyer) not in advocates.lemmas:
        return ()
    client = syntax.child(lawyer, "poss") or syntax.noun_after(lawyer, ("for", "of"))
    return without_things(resolve(client, depth + 1)) if client is not None else ()
