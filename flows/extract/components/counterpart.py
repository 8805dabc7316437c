"""Counterparts: whom somebody deals with, and who is asked where a request names nobody.

"Chad's envoy met the mayor and asked for seeds", "Peru and Chad met. Peru asked for a bridge".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.cue_lexicon import ways_to_ask
from flows.extract.components.names import Names
from flows.extract.components.party import Party, Resolve, without_things
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.subject import of_subject, sentences_before
from flows.extract.parse import Token


def company(subject: Token, resolve: Resolve, names: Names, depth: int) -> tuple[Party, ...]:
    """Whom the one party of a subject met, called or spoke with: "Berg held talks with Peru"."""
    found = (party for other in _met(subject.head) for party in of_subject(resolve, names, other, depth))
    return without_things(found)


def counterpart(asking: Token, resolve: Resolve, names: Names) -> Token | None:
    """The word for the one whom a verb or noun of asking must mean, though it names nobody.

    It is whom the asker meets or addresses in the same sentence, or who deals with the asker in the sentence
    before: "Peru" of "Chad told Peru that it wants two boats". None where nobody is, or several are.
    """
    asker = _asker(asking)
    if asker is None or means_speaker(asker):
        return None
    askers = set(of_subject(resolve, names, asker, 0))
    if not askers:
        return None
    for verb in _clauses(asking):
        others = _dealing(verb, askers, resolve)
        if others:
            return others[0] if len(others) == 1 else None
    return None


def answering(asking: Token, resolve: Resolve) -> Token | None:
    """The word for who answers what a verb or noun asks of nobody, and so was asked.

    "In response to Fiji's request for boats, Peru sent two", "despite calls for more boats, Peru sent none",
    "the crew asked for a rise. The owner offered half of it": "Peru", "owner".
    """
    if (acting := _acting_on(asking)) is not None:
        return acting
    asker = _asker(asking)
    askers = set(resolve(asker, 1)) if asker is not None else set()
    behind = asking.doc[asking.sent.end].sent if asking.sent.end < len(asking.doc) else None
    if not askers or behind is None or not _answers(behind.root):
        return None
    subject = syntax.subject_of(behind.root)
    if subject is None or not (_may_act(subject) or _is_firm(subject)):
        return None
    return subject if askers.isdisjoint(resolve(subject, 1)) else None


def _answers(verb: Token) -> bool:
    """Whether a verb answers what was asked before; who "declined to comment" did not."""
    answering = party_lexicon().answering
    answers = verb.lemma_.lower() in answering.lemmas and not syntax.is_passive(verb)
    return answers and not any(
        act.lemma_.lower() in answering.only_said for act in syntax.children(verb, "xcomp")
    )


def _acting_on(asking: Token) -> Token | None:
    """Who does something on what is asked: "in response to a call", "after", "despite calls for boats"."""
    behind = asking.head
    if asking.dep_ != "pobj":
        return None
    lexicon = party_lexicon().answering
    responding = behind.lower_ == "to" and behind.head.lemma_ in lexicon.answers
    if not (responding or behind.lower_ in lexicon.in_spite):
        return None
    verb = syntax.verb_above(behind)
    return syntax.subject_of(verb) if verb is not None and not syntax.is_passive(verb) else None


def _is_firm(noun: Token) -> bool:
    return syntax.noun_lemma(noun) in party_lexicon().businesses.lemmas


def _asker(asking: Token) -> Token | None:
    """Who asks: the subject of a verb, the owner of a request or the subject of what is done with it."""
    if syntax.is_verb(asking):
        return None if syntax.is_passive(asking) else syntax.subject_of(asking)
    verb = syntax.verb_above(asking)
    return syntax.child(asking, "poss") or (syntax.subject_of(verb) if verb is not None else None)


def _clauses(asking: Token) -> Iterator[Token]:
    """The verbs that tell what else was done: above the asking, before it, in the sentence before."""
    for head in (asking, *syntax.ancestors(asking)):
        if syntax.is_verb(head):
            yield head
            before = (
                *syntax.children(head, "advcl"),
                *syntax.complements_of(head, ("after", "before", "in")),
            )
            yield from (clause for clause in before if syntax.is_verb(clause) and clause.i < asking.i)
    for sentence in sentences_before(asking)[:1]:
        root = sentence.root
        yield from filter(syntax.is_verb, (root, *syntax.children(root, "ccomp", "conj", "advcl")))


def _dealing(verb: Token, askers: set[Party], resolve: Resolve) -> list[Token]:
    """With whom a clause tells that askers deal: others of its subject, its company, or its subject."""
    subject = syntax.subject_of(verb)
    if subject is None:
        return []
    acting = syntax.conjuncts(subject)
    faced = _dealt_with(verb)
    parties = {head.i: set(resolve(head, 1)) for head in (*acting, *faced)}
    others = [head for head in faced if parties[head.i] and not parties[head.i] & askers]
    if all(parties[head.i] <= askers for head in acting):
        return others
    if any(parties[head.i] & askers for head in acting):
        return [head for head in acting if not parties[head.i] & askers] if _meets(verb) else []
    with_askers = any(parties[head.i] == askers for head in faced)
    return [head for head in acting if _may_act(head)] if with_askers else []


def _dealt_with(verb: Token) -> list[Token]:
    """Those whom a verb's subject deals with, who are people or bodies."""
    heads = dict.fromkeys(part for head in chain(_met(verb), _told(verb)) for part in syntax.conjuncts(head))
    return list(filter(_may_act, heads))


def _may_act(head: Token) -> bool:
    """Whether a word is of somebody who may be asked: a name, people or a body, but not the press."""
    press = syntax.noun_lemma(head) in party_lexicon().press.lemmas
    return not press and (is_actor(head) or head.pos_ in {"PROPN", "PRON"})


def _meets(verb: Token) -> bool:
    """Whether a verb tells of a meeting: "met", "held talks"."""
    held = syntax.children(verb, "dobj")
    return verb.lemma_.lower() in party_lexicon().meeting.lemmas or any(map(_is_meeting, held))


def _is_meeting(noun: Token) -> bool:
    return noun.lemma_.lower() in party_lexicon().meetings.lemmas


def _met(verb: Token) -> Iterator[Token]:
    """Whom a verb's subject met, called or spoke with."""
    meets = verb.lemma_.lower() in party_lexicon().meeting.lemmas
    if meets:
        yield from syntax.children(verb, "dobj", "oprd")
    meetings = filter(_is_meeting, syntax.children(verb, "dobj"))
    for preposition in (word for head in (verb, *meetings) for word in syntax.children(head, "prep")):
        if preposition.lower_ == "with" or (meets and preposition.lower_ == "to"):
            yield from syntax.children(preposition, "pobj")


def _told(verb: Token) -> Iterator[Token]:
    """Whom a verb's subject told, asked or accused, took something from, or was in talks with.

    "Accused Peru", "accepted a loan from Peru", "at talks with Peru".
    """
    addresses = verb.lemma_.lower() in party_lexicon().pronouns.told | party_lexicon().addressing.lemmas
    if addresses or not ways_to_ask(verb).isdisjoint({"object", "beside_object"}):
        yield from (noun for noun in syntax.children(verb, "dative", "dobj") if noun.pos_ != "ADP")
    if addresses:
        yield from syntax.complements_of(verb, ("to", "with"))
    if verb.lemma_.lower() in party_lexicon().taking.lemmas:
        taken = syntax.children(verb, "dobj")
        yield from (giver for head in (verb, *taken) for giver in syntax.complements_of(head, ("from",)))
    for place in syntax.complements_of(verb, ("at", "in", "during", "after")):
        if _is_meeting(place):
            yield from syntax.complements_of(place, ("with",))
