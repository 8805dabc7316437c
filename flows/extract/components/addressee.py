"""Addressees: objects that tell to whom somebody promises or offers something, and are no act themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flows.extract import syntax
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.cue_rules import VerbCue
from flows.extract.components.gapping import CURRENCIES
from flows.extract.components.noun_cues import is_that_clause
from flows.extract.components.party_lexicon import is_institution
from flows.extract.parse import Token

THREATENING = "threat.verb"  # the rule of verbs whose object is who is threatened
COMMITTING = "pledge.commit"  # that of verbs whose object may be who is bound
GIVING_WORD = frozenset(
    {"pledge.verb", "offer.verb"}
)  # those of verbs by which one tells another what one will do

APART = frozenset({",", "(", "–", "—", "-", ":"})  # before words for the same again
PARTS = frozenset({"each", "all", "both"})  # of several, who are told behind "of"


def without_addressees(objects: Sequence[Token], verb: Token) -> Iterator[Token]:
    """The objects of a verb of promising that may be what is promised.

    Not who is promised, offered or threatened something: "promised farmers that nobody would be evicted",
    "threatened its drivers". Of "offered villages along the road a tenth" it is the tenth, which the parse
    may take for a measure, or for their name.
    """
    for noun in objects:
        if is_threatened_with(verb) or _leaves_out(noun, verb) or _promised(noun, verb):
            continue
        if _is_bound(noun, verb):
            continue
        if gives_word(verb) and _is_beside_thing(noun, verb):
            continue
        if (thing := thing_in_apposition(noun, verb)) is not None:
            yield thing
            continue
        if not _is_party(noun) or _is_given(noun, verb):
            yield noun
            continue
        measures = [word for word in _behind(noun, verb, "npadvmod") if not _is_time(word)]
        if _threatens(verb) or _behind(noun, verb, "dobj") or _is_told_act(noun, verb):
            continue
        yield from measures or [noun]


def gives_word(verb: Token) -> bool:
    """Whether a verb tells another what one will do or give: "promise", "offer"."""
    return any(rule.id in GIVING_WORD for rule in _rules(verb))


def _is_beside_thing(noun: Token, verb: Token) -> bool:
    """Whether a second object tells what the first is promised: "offered the north two boats"."""
    if noun.dep_ != "dobj" or is_sum(noun):
        return False
    joined = syntax.conjuncts(noun)
    return any(thing not in joined for thing in _behind(noun, verb, "dobj"))


def is_sum(noun: Token) -> bool:
    """Whether an object is money or a number, which nobody gives anything to."""
    return noun.ent_type_ == "MONEY" or noun.tag_ == "CD" or noun.text[0] in CURRENCIES


def thing_in_apposition(noun: Token, verb: Token) -> Token | None:
    """What people are promised, where the parse takes it for their name: "promised its crew | the wages"."""
    if not (gives_word(verb) and (is_people(noun) or noun.lower_ in PARTS)):
        return None
    thing = syntax.child(noun, "appos")
    apart = thing is None or thing.left_edge.pos_ != "DET" or syntax.word_at(thing.left_edge, -1) in APART
    return None if apart else thing


def is_threatened_with(verb: Token) -> bool:
    """Whether "with" tells what a verb's object is threatened with: "threatened the mill with closure"."""
    behind = (child for child in syntax.children(verb, "prep") if child.lower_ == "with")
    return _threatens(verb) and any(syntax.child(preposition, "pobj") for preposition in behind)


def _threatens(verb: Token) -> bool:
    return any(rule.id == THREATENING for rule in _rules(verb))


def _rules(verb: Token) -> list[VerbCue]:
    return cue_index().verbs.get(verb.lemma_, [])


def _is_party(noun: Token) -> bool:
    return noun.ent_type_ in syntax.NAMED_LABELS or is_people(noun)


def _behind(noun: Token, verb: Token, *labels: str) -> list[Token]:
    return [child for child in syntax.children(verb, *labels) if child.i > noun.right_edge.i]


def _leaves_out(noun: Token, verb: Token) -> bool:
    """Whether somebody promises an object's party not to act: "promised the court not to leave"."""
    return any(
        clause.left_edge.lower_ in {"not", "never"} and syntax.has_to(clause)
        for clause in _behind(noun, verb, "xcomp")
    )


def _is_given(noun: Token, verb: Token) -> bool:
    """Whether people are what a verb promises, and not to whom: "pledged 40 nurses to staff a clinic"."""
    counted = noun.pos_ == "NOUN" and noun.ent_type_ not in syntax.NAMED_LABELS
    return counted and any(verb.lemma_ in rule.of_things for rule in _rules(verb))


def _is_told_act(noun: Token, verb: Token) -> bool:
    """Whether what is promised somebody is an act: "promised the envoy in May to leave"."""
    return gives_word(verb) and any(map(syntax.is_infinitive, _behind(noun, verb, "advcl", "xcomp")))


def _is_bound(noun: Token, verb: Token) -> bool:
    """Whether an object is who is committed to an act: "commits the ministry to build two piers"."""
    commits = any(rule.id == COMMITTING for rule in _rules(verb))
    body = _is_party(noun) or is_institution(noun)
    return commits and body and any(map(syntax.has_to, _behind(noun, verb, "xcomp")))


def _is_time(word: Token) -> bool:
    return word.ent_type_ in syntax.TIME_LABELS


def _promised(noun: Token, verb: Token) -> bool:
    """Whether a clause behind an object says what is promised to it, and not what a promise is about."""
    names_promise = noun.lemma_.lower() in cue_index().nouns
    if names_promise:
        return False
    told = _is_party(noun) and any(map(is_that_clause, syntax.clauses_on(noun)))
    return told or any(clause.left_edge.lower_ == "that" for clause in _behind(noun, verb, "ccomp"))
