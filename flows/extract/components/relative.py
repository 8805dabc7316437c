"""What a relative clause says of the noun before it: "aid that Norway promised", "a truce Fiji agreed to"."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_person
from flows.extract.components.candidate import Candidate
from flows.extract.components.description import is_kind_of_body
from flows.extract.components.party_lexicon import is_institution
from flows.extract.parse import Token

OF_OTHER_CLAUSES = frozenset({"WRB", "WP$"})  # "the day when", "the port whose": no object of the verb
OBJECTS = ("dobj", "ccomp", "xcomp", "attr", "oprd", "dative")  # beside which a verb has none before it


def object_before(verb: Token) -> Token | None:
    """What a relative clause's verb acts on, which stands before it: "aid" of "the aid that Norway promised".

    So does what is done in a passive: "the aid, which was promised by Norway". None of whom or when it tells.
    """
    noun = _noun_before(verb)
    if noun is None or syntax.modal_of(verb) is not None:  # "a ban that Norway will lift" tells by its modal
        return None
    if syntax.is_passive(verb):
        done = syntax.child(verb, "nsubjpass")
        return noun if done is not None and _is_relative(done) else None
    behind = syntax.neighbour(verb, 1)
    if behind is not None and behind.tag_ == "MD":  # "a fair that Norway promised will open": who will open
        return None
    acting, objects = syntax.child(verb, "nsubj"), syntax.children(verb, *OBJECTS)
    if acting is None or acting.tag_ in syntax.RELATIVE_TAGS or _is_behind_preposition(verb):
        return None
    return noun if all(map(_is_relative, objects)) else None


def objects_before(verb: Token, prepositions: tuple[str, ...]) -> Iterator[Token]:
    """What stands before a relative clause and belongs behind a preposition of its verb.

    "truce" of "a truce to which Fiji agreed" and of "a truce Fiji agreed to".
    """
    noun = _noun_before(verb)
    if noun is None or syntax.child(verb, "dobj") is not None:  # "a fund to which Norway promised $5 million"
        return
    for preposition in syntax.children(verb, "prep"):
        behind = syntax.child(preposition, "pobj", "pcomp")
        left = behind is None and preposition.i > verb.i
        if preposition.lower_ in prepositions and (left or (behind is not None and _is_relative(behind))):
            yield noun


def person_before_who(noun: Token) -> Token:
    """Who is "who" behind a noun for a body, if that is somebody of it: "the head of the guild, who left".

    The noun itself where no "who" or no person stands there.
    """
    person = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "of" or not is_person(person):
        return noun
    subjects = (syntax.child(clause, "nsubj") for clause in syntax.children(noun, "relcl"))
    told = any(subject is not None and subject.lower_ == "who" for subject in subjects)
    institution = is_institution(noun) and not is_person(noun)
    body = not syntax.is_plural(noun) and (institution or is_kind_of_body(noun))
    return person if told and body else noun


def is_told_before(candidate: Candidate) -> bool:
    """Whether an act is the noun before the relative clause that tells of it: "the aid Norway promised"."""
    return _noun_before(candidate.binder) == candidate.act


def _noun_before(verb: Token) -> Token | None:
    """The noun or number of which a relative clause tells; None of a name, a day or anything else.

    The parse hangs some on a name that ends the noun's phrase: "a truce with Fiji, which Norway ruled out".
    """
    if verb.dep_ != "relcl" or any(word.tag_ in OF_OTHER_CLAUSES for word in verb.children):
        return None
    noun = verb.head
    if noun.pos_ == "PROPN" and noun.dep_ == "pobj" and noun.head.dep_ == "prep":
        noun = noun.head.head
    told = noun.pos_ in {"NOUN", "NUM"} and noun.ent_type_ not in syntax.TIME_LABELS
    return noun if told else None


def _is_relative(word: Token) -> bool:
    return word.tag_ == "WDT"


def _is_behind_preposition(verb: Token) -> bool:
    """Whether a relative clause is about what belongs behind a preposition: "the port to which it sailed"."""
    behind = (syntax.child(preposition, "pobj", "pcomp") for preposition in syntax.children(verb, "prep"))
    return any(noun is None or _is_relative(noun) for noun in behind)
