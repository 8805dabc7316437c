"""The body of whoever speaks, told of by a noun alone: "Karhula's spokesman said the party would vote"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_person
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.institution import owners_of
from flows.extract.components.led_body import named_before, teller_of
from flows.extract.components.pair import is_bare
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

ACTING = syntax.NAMED_SUBJECTS | {"poss"}  # "the party will", "the party's promise"; none calls "the union"


def speakers_body(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom "the party" or "the bank" stands for by who tells of it, in the same sentence.

    The body that speaks or for whom somebody does: "Banco Lund said the bank would move", "Ada Berg, head of
    Karhula, said the firm would pay"; nobody where that is of another kind ("the union's … the company").
    """
    own = token.tag_ == "NN" and syntax.noun_lemma(token) in party_lexicon().own_side.lemmas
    if not own or not is_bare(token) or token.dep_ not in ACTING:
        return ()
    speaking = teller_of(token)
    if speaking is None:
        found = _remarked_on(resolve, token, depth)
    else:
        nouns = (speaking, *syntax.children(speaking, "appos"))
        found = next(filter(None, (_of_whom(scene, resolve, noun, depth) for noun in nouns)), ())
    return found if len(found) == 1 and can_stand_for(scene, found[0], token) else ()


def _remarked_on(resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Who does what a body then says: "Lund Railways will lay on trains, the company said"."""
    if token.dep_ != "nsubj" or token.head.lemma_.lower() not in saying_verbs():
        return ()
    clauses = [clause for clause in syntax.children(token.head, "ccomp") if clause.i < token.i]
    subject = syntax.subject_of(clauses[0]) if clauses else None
    if subject is None or subject.pos_ == "PRON" or is_person(subject):
        return ()
    return tuple(party for party in resolve(subject, depth + 1) if party.kind in {"organisation", "group"})


def _of_whom(scene: Scene, resolve: Resolve, noun: Token, depth: int) -> tuple[Party, ...]:
    """The body that a noun names or whose it is: "Karhula", "its head", "Karhula leader Ada Berg"."""
    named = scene.names.at(noun)
    if named is not None and named.kind == "organisation":
        return (party_of(named),)
    if noun.pos_ == "PRON":
        noun = next(iter(named_before(scene, resolve, noun, depth)), noun)
    owners = owners_of(scene, resolve, noun, depth + 1)
    return tuple(party for party in owners if party.kind == "organisation")


def can_stand_for(scene: Scene, body: Party, token: Token) -> bool:
    """Whether a noun can stand for a body, by what the reference or the last word of its name says of it."""
    lemma, own_side = syntax.noun_lemma(token), party_lexicon().own_side
    known = scene.reference.organisations.get(body.name)
    if known is not None:
        return known.kind in own_side.known.get(lemma, own_side.known_of_others)
    last = body.name.split()[-1].casefold()
    return last not in own_side.lemmas - own_side.of_any_kind or last == lemma
