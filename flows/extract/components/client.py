"""Who is a client of whoever speaks: "Berg's lawyer said his client would pay" tells of Berg."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.description import phrase
from flows.extract.components.party import Party, Resolve, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.subject import subjects_before
from flows.extract.parse import Token


def client_of(resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Who "his client" is to a lawyer who speaks: Berg, where "Berg's lawyer said his client would pay".

    So are "two of the accused", for whom no name stands.
    """
    client = client_told_for(token)
    if client is None:
        return ()
    some = (Party(phrase(client, whole=True), "group"),) if client.pos_ == "NUM" else ()
    return without_things(resolve(client, depth + 1)) or some


def client_told_for(token: Token) -> Token | None:
    """The word by which a lawyer's "clients" are told before: "guild" of "the guild's lawyer, Ada Berg, said
    her clients would pay".
    """
    whose = syntax.child(token, "poss")
    if whose is None or whose.pos_ != "PRON" or not _are_clients(token):
        return None
    subjects = [subject for subject in subjects_before(token) if subject.pos_ != "PRON"]
    within = [subject for subject in subjects if subject.sent.start == token.sent.start]
    told = [word for subject in within or subjects[:1] for word in _with_appositives(subject)]
    lawyer = next(filter(is_advocate, told), None)
    return _client_beside(lawyer) if lawyer is not None else None


def _are_clients(noun: Token) -> bool:
    return syntax.noun_lemma(noun) in party_lexicon().advocates.clients


def _with_appositives(subject: Token) -> list[Token]:
    return [subject, *syntax.children(subject, "appos")]


def is_advocate(noun: Token) -> bool:
    """Whether a noun is of one who speaks for others before a court: "lawyer", "attorney"."""
    return syntax.noun_lemma(noun) in party_lexicon().advocates.lemmas


def is_client_beside(noun: Token) -> bool:
    """Whether a noun is of those for whom a lawyer beside it speaks: "guild" of "a lawyer for a guild"."""
    beside = noun.head.head if noun.dep_ == "pobj" else noun.head
    return is_advocate(beside) and _client_beside(beside) == noun


def _client_beside(lawyer: Token) -> Token | None:
    """For whom a lawyer speaks: "Berg's lawyer", "a lawyer for Berg", "a lawyer representing Berg"."""
    named = syntax.child(lawyer, "poss") or syntax.noun_after(lawyer, ("for", "of"))
    clauses = (
        clause
        for clause in syntax.children(lawyer, "acl", "relcl")
        if clause.lemma_.lower() in party_lexicon().advocates.speaking
    )
    return named or next(filter(None, (syntax.child(clause, "dobj") for clause in clauses)), None)
