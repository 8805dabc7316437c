"""What denies a verb."""

from __future__ import annotations

from flows.extract.parse import Token
from flows.extract.syntax.labels import SUBJECTS
from flows.extract.syntax.once import once
from flows.extract.syntax.tree import child, children, conjuncts, word_at
from flows.extract.syntax.verbs import auxiliaries, has_to, is_verb, same_form

NEGATING_ADVERBS = frozenset({"never", "nor", "n’t", "not"})  # a curly apostrophe misleads the parser
NEGATING_NOUNS = frozenset({"no", "nobody", "none", "neither", "nothing"})
SINGLE = frozenset({"one", "a", "an", "single"})  # "not one boat will sail"
WHOLE = frozenset({"all", "every", "everybody", "everyone", "both", "many"})  # "not all of them will sail"
ADDING_ADVERBS = frozenset({"only", "just", "merely", "simply", "solely"})  # "not only" denies nothing


@once
def negation(verb: Token) -> Token | None:
    """The word that negates ``verb``: "not", "n't", "never", a negative subject ("no one"), "has yet to".

    So does "still" behind "has": "has still to pay".
    """
    for found in verb.children:
        if _sets_apart(found, verb):
            continue
        if found.dep_ == "neg" or (found.dep_ == "advmod" and found.lower_ in NEGATING_ADVERBS):
            return None if _adds(found) else found
        if found.lower_ in {"nor", "neither"} and found.i < verb.i and found.dep_ not in SUBJECTS:
            return found
        if found.lower_ in {"longer", "more"} and found.dep_ != "conj" and word_at(found, -1) == "no":
            return None if word_at(found, 1) == "than" else found.nbor(-1)  # "no longer than a week"
    return (
        _what_is_yet_to_be(verb)
        or _negation_of_auxiliary(verb)
        or _shared_negation(verb)
        or _negation_of_subject(verb)
    )


def _what_is_yet_to_be(verb: Token) -> Token | None:
    """The adverb that puts off what "has" to be done: "has yet to pay", "has still to pay"."""
    if verb.dep_ != "xcomp" or verb.head.lemma_ != "have" or not has_to(verb):
        return None
    for adverb in children(verb.head, "advmod"):
        if adverb.lower_ == "yet" or (adverb.lower_ == "still" and adverb.i > verb.head.i):
            return adverb
    return None


def _negation_of_auxiliary(verb: Token) -> Token | None:
    """What negates an auxiliary of a verb: "has not been paid", "nor will we sell"."""
    for aux in auxiliaries(verb):
        below = child(aux, "neg", "advmod")
        if below is not None and (below.dep_ == "neg" or below.lower_ in NEGATING_ADVERBS):
            return below
        if aux.i > verb.sent.start and word_at(aux, -1) == "nor":
            return aux.nbor(-1)
    return None


def _negation_of_subject(verb: Token) -> Token | None:
    """The word by which a subject negates its verb: "no boat will sail", "not one boat will sail"."""
    subject = child(verb, "nsubj", "nsubjpass")
    if subject is None:
        return None
    for word in (subject, *subject.children):
        if word.lower_ in NEGATING_NOUNS:
            return word
    first = subject.left_edge
    return first if first.lower_ == "not" and word_at(first, 1) in SINGLE | WHOLE else None


def _shared_negation(verb: Token) -> Token | None:
    """What negates the first of several verbs that "or" links: "will not sell it, lend it or pawn it"."""
    head = verb.head
    if verb.dep_ != "conj" or not is_verb(head) or children(verb, "aux") or not same_form(verb, head):
        return None
    links = {word.lower_ for member in conjuncts(head) for word in children(member, "cc")}
    return (child(head, "neg", "preconj") or _shared_negation(head)) if links & {"or", "nor"} else None


def _sets_apart(negating: Token, verb: Token) -> bool:
    """Whether "not" behind a comma only tells for whom an act is not: "will pay to crews, not owners"."""
    return negating.lower_ == "not" and negating.i > verb.i and word_at(negating, -1) == ","


def _adds(negating: Token) -> bool:
    """Whether "not" only leads to more: "not only will we rebuild it"."""
    return negating.i + 1 < negating.sent.end and word_at(negating, 1) in ADDING_ADVERBS
