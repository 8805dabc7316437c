"""Requests for what nouns name: a thing or an act, and of whom it is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.cue_lexicon import cue_index, ways_to_ask
from flows.extract.components.cue_rules import RequestCue
from flows.extract.components.noun_cues import is_that_clause
from flows.extract.components.party_lexicon import is_institution
from flows.extract.components.told_to_act import addresses
from flows.extract.parse import Token

STATE_LABELS = frozenset({"NORP", "GPE"})
AGAINST = frozenset({"against", "on"})  # before whom a measure hits
CALLED = ("on", "upon", "to", "with")  # behind these stands who is called on
ASIDES = frozenset({*syntax.CLAUSES_ON_NOUNS, "appos"})  # what is told of a thing on the side


def things_asked_of(verb: Token, rule: RequestCue) -> Iterator[tuple[Token, Token | None]]:
    """Acts told by a noun, with who is asked: "demanded an apology from Peru", "asked Peru for help"."""
    sought = list(syntax.complements_of(verb, ("for",)))
    if "preposition" in rule.asked:
        called = syntax.noun_after(verb, CALLED)  # "appealed to Peru for aid"
        dated = {act for act in sought if act.ent_type_ in syntax.TIME_LABELS}  # "called a strike for Monday"
        things = (act for act in sought if act_called_for(act, verb) is None and act not in dated)
        yield from ((act, asked_through(act) or called) for act in things)
        yield from ((own, act) for act in sought if (own := act_called_for(act, verb)) is not None)
    if "beside_object" in rule.asked:
        addressed = syntax.child(verb, "dative", "dobj") or syntax.child(verb, "nsubjpass")
        if addressed is not None:
            acts = syntax.complements_of(verb, rule.prepositions)
            allowed = cue_index().noun_lists[rule.things] if rule.things is not None else None
            yield from ((act, addressed) for act in acts if allowed is None or act.lemma_.lower() in allowed)
    if "refuge" in rule.asked:
        yield from _refuge(verb, sought, rule)
    if "turned_to" in rule.asked and (turned_to := syntax.noun_after(verb, rule.prepositions)) is not None:
        yield from ((act, turned_to) for act in sought if act_called_for(act) is None)
    if "source" in rule.asked and not addresses(verb):
        yield from _things_from_somebody(verb, rule)
    if "thing" in rule.asked and not addresses(verb):
        for noun in syntax.children(verb, "dobj"):
            # "asked Peru for help", "asked Peru about it": who is asked is no thing
            named = noun.ent_type_ in syntax.NAMED_LABELS
            may_be_asked = "beside_object" in ways_to_ask(verb) and (sought or named)
            if noun.pos_ != "PRON" and not may_be_asked:
                yield noun, asked_through(noun)
        # "asked on Friday for tents" asks for no Friday
        behind = syntax.complements_of(verb, rule.prepositions)
        undated = (act for act in behind if act.ent_type_ not in syntax.TIME_LABELS)
        yield from ((act, asked_through(act)) for act in undated)


def _things_from_somebody(verb: Token, rule: RequestCue) -> Iterator[tuple[Token, Token | None]]:
    """What somebody would have of who can give it: "wants two posts from the mayor", not "from the sale"."""
    for noun in filter(_is_thing, syntax.children(verb, "dobj")):
        source = syntax.noun_after(noun, rule.prepositions) or syntax.noun_after(verb, rule.prepositions)
        source = source or _who_would_keep(noun)
        if source is None and verb.lemma_.lower() in rule.directed:
            yield noun, None
        elif source is not None and (_can_be_asked(source)):
            yield noun, source


def _is_thing(noun: Token) -> bool:
    """Whether a noun is of what can be given or done, and of nobody: "wants two posts", not "wants Peru"."""
    return noun.pos_ == "NOUN" and noun.ent_type_ not in syntax.NAMED_LABELS and not is_people(noun)


def act_called_for(sought: Token, verb: Token | None = None) -> Token | None:
    """What somebody is to do who is called for, and no thing: "called for all sides to disarm".

    The parse may hang the infinitive on the ``verb`` that calls for them.
    """
    if not (sought.ent_type_ in syntax.NAMED_LABELS or is_people(sought) or is_institution(sought)):
        return None
    beside = syntax.children(verb, "advcl", "xcomp") if verb is not None else []
    behind = (act for act in beside if act.left_edge.i == sought.right_edge.i + 1)
    below = (*syntax.clauses_on(sought), *behind)
    return next((act for act in below if syntax.has_to(act)), None)


def _refuge(verb: Token, sought: list[Token], rule: RequestCue) -> Iterator[tuple[Token, Token]]:
    """Shelter that people ask of the state in which they seek it: "sought asylum in Peru"."""
    for noun in (*syntax.children(verb, "dobj"), *sought):
        if noun.lemma_.lower() not in cue_index().noun_lists["refuge"]:
            continue
        place = syntax.noun_after(noun, rule.prepositions) or syntax.noun_after(verb, rule.prepositions)
        if place is None and verb.dep_ in {"advcl", "xcomp", "acl"}:  # "fled to Peru to seek asylum"
            place = syntax.noun_after(verb.head, ("to", "in"))
        if place is not None:
            yield noun, place


def asked_through(thing: Token) -> Token | None:
    """Who would have to do what is demanded; None where the phrase names no party.

    "an apology from the mayor", "China's withdrawal", "the withdrawal of the rebels from the port", "the
    release of Turkish journalists"; in "sanctions against Peru" it is not Peru.
    """
    lists = cue_index().noun_lists
    lemma = thing.lemma_.lower()
    if (holder := _who_holds(thing)) is not None:
        return holder
    prepositions = ("of", "by") if lemma in lists["leaving"] else ("from", "by")
    # "a year's delay", "a strike from Monday"
    told = (syntax.noun_after(thing, prepositions), syntax.child(thing, "poss"))
    asked = next(
        (noun for noun in told if noun is not None and noun.ent_type_ not in syntax.TIME_LABELS), None
    )
    if asked is None and lemma in lists["convened"]:
        held = syntax.noun_after(thing, ("of", "with"))  # not "a vote of no confidence"
        asked = held if held is not None and _can_be_asked(held) else None
    asked = asked or _who_would_keep(thing)
    if asked is not None:
        return asked
    below = [thing.doc[index] for index in syntax.subtree_indices(thing)]
    givers = (word for word in below if word.lower_ == "from" and word.dep_ == "prep")
    sources = (syntax.child(word, "pobj") for word in givers if not syntax.is_verb(word.head))
    giver = next((noun for noun in sources if noun is not None and _can_be_asked(noun)), None)
    if giver is not None:  # "a loan of $3 million from Peru"
        return giver
    aside = [
        word for word in below if word.dep_ in ASIDES or (word.dep_ == "prep" and word.lower_ in AGAINST)
    ]
    within = (thing.doc[index] for index in syntax.subtree_indices(thing, aside))
    beside = syntax.children(thing, "compound", "nmod", "amod")  # "UN help"
    bodies = (word for word in beside if word.ent_type_ == "ORG")
    return next((token for token in within if token.ent_type_ in STATE_LABELS), None) or next(bodies, None)


def _who_holds(thing: Token) -> Token | None:
    """Who has taken what is wanted back: "the return of two boats seized by Peru"."""
    lists = cue_index().noun_lists
    taken = syntax.noun_after(thing, ("of",)) if thing.lemma_.lower() in lists["given_back"] else None
    if taken is None:
        return None
    holding = (clause for clause in syntax.clauses_on(taken) if clause.lemma_.lower() in lists["holding"])
    return next((holder for clause in holding if (holder := syntax.passive_agent(clause))), None)


def _who_would_keep(thing: Token) -> Token | None:
    """Whose word is wanted, by what it is to say: "guarantees that Peru would pay"."""
    if thing.lemma_.lower() not in cue_index().noun_lists["commitment"]:
        return None
    clause = next(filter(is_that_clause, syntax.children(thing, "acl", "ccomp", "relcl")), None)
    if clause is None:
        return None
    if syntax.is_passive(clause):
        return syntax.passive_agent(clause)
    return syntax.child(clause, "nsubj")


def _can_be_asked(noun: Token) -> bool:
    """Whether a noun is of somebody: a name, people or a body, and no day."""
    if noun.ent_type_ in syntax.TIME_LABELS:
        return False
    return noun.pos_ in {"PROPN", "PRON"} or is_actor(noun) or is_people(noun) or is_institution(noun)
