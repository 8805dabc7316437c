"""What an act handles: whether it moves, gives or takes the things that a number counts."""

from __future__ import annotations

from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.coordination import is_of_aspect
from flows.extract.components.no_amount import asks_how, last_token, up_to_act
from flows.extract.components.sums import Amount
from flows.extract.parse import Span, Token
from flows.extract.syntax import auxiliaries, child, is_passive, noun_lemma, subject_of

# Links by which what is done to the head is done to the dependent.
OBJECT_LINKS = frozenset({"dobj", "pobj", "pcomp", "conj", "nsubj", "nsubjpass", "appos", "compound", "dep"})


def is_handled(amount: Amount, action: Span) -> bool:
    """Whether the counted things are what the act handles, directly or through "of", "from", "with"."""
    lexicon = amount_lexicon().count
    noun = last_token(amount, action)
    if noun.lemma_.lower() in lexicon.time_units:
        words = {token.lower_ for token in action.doc[max(action.start, noun.left_edge.i) : noun.i]}
        return noun.dep_ == "dobj" and bool(words & lexicon.extending_words)
    return noun.lemma_.lower() not in lexicon.not_promised and _reaches(noun, action)


def _reaches(noun: Token, action: Span) -> bool:
    """Whether objects and linking prepositions alone lead from the noun up to the act."""
    talking = amount_lexicon().count.talking_verbs
    return action.root.lemma_ not in talking and all(
        token.lemma_ not in talking and not asks_how(token) and _links_up(token, noun)
        for token in up_to_act(noun, action)
    )


def _links_up(token: Token, noun: Token) -> bool:
    """Whether what ``token`` hangs on still handles the counted ``noun`` at or below it."""
    if token.dep_ in OBJECT_LINKS:
        return True
    if token.dep_ == "ccomp":
        return token.pos_ == "ADJ" or token.tag_ == "VBG"  # "make two available", "keep two running"
    if token.dep_ in {"advcl", "xcomp"} and token.tag_ == "VB":
        return True  # "to free ten"
    if token.dep_ == "xcomp" and token.tag_ == "VBG" and is_of_aspect(token.head):
        return True  # "start building ten houses"
    if token.lower_ == "to" and noun.pos_ == "NUM":
        return True  # "raise it to 20,000"
    lexicon = amount_lexicon().count
    if token.dep_ == "acl" and token.tag_ == "VB":
        return token.head.lemma_ in lexicon.planning_nouns  # "drop its plan to buy ten"
    if token.lower_ == "by" and token.head.lemma_ in lexicon.changing_verbs:
        return True
    if token.lower_ == "for" and _provides(token.head):
        return True
    if token.lower_ == "of" and token.head.tag_ == "NNS" and is_people(token.head):
        return False  # "pay the families of ten miners"
    return token.dep_ == "prep" and token.lower_ in lexicon.linking_prepositions


def _provides(head: Token) -> bool:
    """Whether "for" behind a word gives how many get it: "a room for 90", "provide food for 90 soldiers"."""
    providing = amount_lexicon().count.providing_words
    given = child(head, "dobj")
    return head.lemma_ in providing or (given is not None and given.lemma_ in providing)


def noun_before(action: Span) -> Token | None:
    """The noun before an act for what the act handles: "hostages" of "two hostages will be released"."""
    verb, doc = action.root, action.doc
    if is_passive(verb) or _subject_is_sent(verb) or _is_wanted_done(verb):
        noun = subject_of(verb)
    elif verb.tag_ == "VB" and verb.i - 2 >= action.sent.start and doc[verb.i - 2].dep_ in {"dobj", "nsubj"}:
        noun = doc[verb.i - 2] if doc[verb.i - 1].lower_ == "to" else None
        if noun is not None and noun.head.lemma_ in amount_lexicon().count.asking_verbs:
            return None  # who is asked is not what the act handles
    else:
        noun = _antecedent_of_object(verb)
    if noun is None or noun.i >= verb.i:
        return None
    counts = noun.pos_ == "NUM" or noun.lower_ in amount_lexicon().count.part_words
    part_of = child(noun, "prep") if counts else None
    return child(part_of, "pobj") if part_of is not None else noun


def _is_wanted_done(verb: Token) -> bool:
    """Whether a clause without an auxiliary tells what is to be done: "wants 900 refugees | shared out"."""
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and not auxiliaries(verb)


def _subject_is_sent(verb: Token) -> bool:
    """Whether who acts is what the act moves: "300 soldiers will leave", "will replace a unit".

    Not where the object of the verb above acts: "two orders telling the crew to return".
    """
    lexicon = amount_lexicon().count
    if verb.dep_ == "xcomp" and child(verb.head, "dobj") is not None:
        return False
    if verb.lemma_ in lexicon.moving_verbs:
        return child(verb, "dobj") is None or verb.lemma_ in lexicon.leaving_verbs
    subject = child(verb, "nsubj")
    return subject is not None and noun_lemma(subject) in lexicon.sent_nouns


def _antecedent_of_object(verb: Token) -> Token | None:
    """What a relative clause says is done to its antecedent: "ten prisoners it has promised to free"."""
    if child(verb, "dobj") is not None:
        return None
    while verb.dep_ == "xcomp":
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" and child(verb, "nsubj") is not None else None
