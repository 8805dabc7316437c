"""Complements of a verb that binds: the infinitive, gerund, clause or noun in which its act stands.

"Pledged to send boats", "considers sending boats", "said that it will send boats", "pledged boats".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flows.extract import syntax
from flows.extract.components.addressee import without_addressees
from flows.extract.components.candidate import Shape
from flows.extract.components.cue_lexicon import allowed_objects, cue_index
from flows.extract.components.cue_rules import Complement, VerbCue
from flows.extract.components.gapping import shares_cue
from flows.extract.components.noun_cues import is_that_clause
from flows.extract.components.object_acts import (
    among,
    is_sum,
    object_acts,
    prepositional_acts,
    takes,
)
from flows.extract.components.time_to_act import acts_within_period
from flows.extract.parse import Token

OUGHT = frozenset({"should", "must"})
REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"})


def complements(verb: Token, kind: Complement, rule: VerbCue) -> Iterator[tuple[Token, Shape]]:
    """The acts of a verb that stand in one kind of complement, by a rule, each with its shape.

    "pledged to send boats and that nobody would pay": "send" of the kind "infinitive", "pay" of "clause".
    """
    if kind == "infinitive":
        yield from ((act, "infinitive") for act in _infinitives(verb, rule))
    elif kind == "gerund":
        below = [*syntax.children(verb, "xcomp", "ccomp", "pcomp"), *_right_behind_particle(verb, rule)]
        yield from ((act, "gerund") for act in _gerunds(below))
    elif kind == "gerund_behind":
        yield from ((act, "gerund") for act in _gerunds(syntax.complements_of(verb, rule.prepositions)))
    elif kind == "clause":
        yield from ((act, "clause") for act in _clauses(verb, rule))
    elif kind == "for_whom":
        clauses = syntax.children(verb, "ccomp", "xcomp", "advcl")
        yield from ((act, "clause") for act in clauses if syntax.is_for_whom(act))
    elif kind == "within_period":
        told_of_now = verb.tag_ in syntax.PRESENT_TAGS  # "had six years to build it" is over
        yield from ((act, "infinitive") for act in acts_within_period(verb) if told_of_now)
    elif kind == "object":
        found = object_acts(verb, rule)
        yield from ((act, shape) for act, shape in found if is_sum(act) or not rule.sums)
    elif kind == "preposition":
        heads = (verb, *_ends_of_phrase(verb, rule))
        prepositions = rule.prepositions_of.get(verb.lemma_.lower(), rule.prepositions)
        behind = (act for head in heads for act in prepositional_acts(head, prepositions))
        left_out = cue_index().noun_lists[rule.not_objects] if rule.not_objects is not None else ()
        yield from (
            (act, "preposition")
            for act in behind
            if (is_sum(act) or not rule.sums) and act.lemma_.lower() not in left_out
        )
    elif kind == "itself" and syntax.modal_of(verb) is None and _is_about(verb, rule):
        given_up = _act_given_up(verb, rule)
        yield (verb, "itself") if given_up is None else (given_up, "object")


def _ends_of_phrase(verb: Token, rule: VerbCue) -> Iterator[Token]:
    """The last words of what a rule wants beside a verb, on which the parse may hang what follows.

    "came to terms on the price", by "terms"; "stopped short of a ban", by "short".
    """
    particle = rule.particles.get(verb.lemma_.lower())
    yield from (word for word in syntax.children(verb, "prt", "advmod") if word.lower_ == particle)
    lasts = {phrase.rpartition(" ")[2] for phrase in rule.beside}
    yield from (noun for noun in _things_behind(verb) if noun.lower_ in lasts)


def _infinitives(verb: Token, rule: VerbCue) -> Iterator[Token]:
    yield from _infinitives_behind_nouns(verb, rule)
    for act in syntax.children(verb, "xcomp", "advcl", "ccomp", "conj"):
        fronted = act.i < verb.i  # "to soften the blow, …"
        may_be_purpose = act.dep_ == "advcl" or (act.dep_ == "xcomp" and verb.lemma_ in rule.of_things)
        purpose = may_be_purpose and _has_purpose(verb, act, rule)
        beside = act.dep_ == "conj" and not (_adds_act(verb, rule) or shares_cue(act))
        if syntax.is_infinitive(act) and not (purpose or fronted or beside or _tells_of_object(verb, act)):
            yield act


def _infinitives_behind_nouns(verb: Token, rule: VerbCue) -> Iterator[Token]:
    """What a verb promises that says nothing alone, where the parse hangs it on a noun between.

    "Vowed in a note of intent to mend the pier".
    """
    if verb.lemma_ not in rule.apart or syntax.child(verb, "xcomp", "dobj", "ccomp", "dative") is not None:
        return
    text = syntax.noun_after(verb, ("in",))
    for noun in (text, *_things_behind(text)) if text is not None else ():
        yield from (act for act in syntax.children(noun, "acl") if syntax.is_infinitive(act))


def _tells_of_object(verb: Token, act: Token) -> bool:
    """Whether an infinitive behind a comma tells of what is promised: "pledged tents, to be sent by sea"."""
    first = act.left_edge
    given = syntax.child(verb, "dobj")
    apart = given is not None and given.i < first.i and syntax.word_at(first, -1) == ","
    return apart and syntax.is_passive(act)


def _right_behind_particle(verb: Token, rule: VerbCue) -> list[Token]:
    """What stands right behind a verb with its particle, though the parse makes a circumstance of it.

    "Ruled out | closing the port".
    """
    wanted = rule.particles.get(verb.lemma_.lower())
    particles = [word for word in syntax.children(verb, "prt", "advmod") if word.lower_ == wanted]
    clauses = syntax.children(verb, "advcl") if particles else []
    return [clause for clause in clauses if clause.left_edge.i == particles[0].i + 1]


def _gerunds(acts: Iterable[Token]) -> Iterator[Token]:
    return (act for act in acts if act.tag_ == "VBG")


def _clauses(verb: Token, rule: VerbCue) -> Iterator[Token]:
    for act in (*_told_below(verb), *_clauses_behind_nouns(verb)):
        told = not syntax.is_infinitive(act) and syntax.is_verb(act)
        told = told and (act.i > verb.i or (rule.fronted and _is_fronted(act, verb)))
        told = told and act.left_edge.lower_ != "how"  # "described how it will pay" tells by its modal
        told = told and not (rule.force == "threat" and _is_for_others_to_do(act))
        if told and not (_is_done(act) or syntax.is_inverted(act) or _tells_of_plan(act)):
            yield act


def _told_below(verb: Token) -> Iterator[Token]:
    """The clauses below a verb, and further ones of mere participles: "wants fees cut and piers mended"."""
    for clause in syntax.children(verb, "ccomp"):
        yield clause
        if clause.tag_ in syntax.PAST_TAGS and not syntax.auxiliaries(clause):
            further = syntax.conjuncts(clause)[1:]
            own = (act for act in further if syntax.child(act, "nsubj", "nsubjpass") is not None)
            yield from (
                act
                for act in own
                if act.tag_ in syntax.PAST_TAGS and not syntax.children(act, "aux", "auxpass")
            )


def _tells_of_plan(verb: Token) -> bool:
    """Whether a clause tells, in the present, what somebody plans: "announced that the bakers plan to march".

    The plan is the act then, and no pledge of whoever announces it.
    """
    if verb.tag_ not in {"VBP", "VBZ"} or not any(map(syntax.is_infinitive, syntax.children(verb, "xcomp"))):
        return False
    rules = cue_index().verbs.get(verb.lemma_, ())
    return any(rule.force == "plan" and "infinitive" in rule.complements for rule in rules)


def _is_for_others_to_do(act: Token) -> bool:
    """Whether a clause says what others ought to do, which asks it: "warned that Peru should wait"."""
    modal = syntax.modal_of(act)
    return modal is not None and modal.lower_ in OUGHT


def _adds_act(verb: Token, rule: VerbCue) -> bool:
    """Whether an infinitive that the parse coordinates with a verb is its act: "agreed to a pact and to pay".

    Below "to" or a noun it may as well go on with what stands there: "the pact agreed and to be signed".
    """
    return verb.lemma_ in rule.apart and not syntax.has_to(verb) and verb.dep_ != "acl"


def _is_fronted(act: Token, verb: Token) -> bool:
    """Whether a clause stands before who settled it: "the drill will be held again, both sides agreed"."""
    subject = syntax.child(verb, "nsubj")
    return subject is not None and act.i < subject.i < verb.i and syntax.modal_of(act) is not None


def _clauses_behind_nouns(verb: Token) -> Iterator[Token]:
    """Clauses that say what a verb announces, where the parse hangs them on a noun between.

    "warned the ministers in a note that Norway would …"; behind "a plan that …" the clause is the plan's.
    """
    for noun in (*syntax.children(verb, "dobj", "dative"), *_things_behind(verb)):
        if noun.lemma_.lower() not in cue_index().nouns:
            yield from (act for act in syntax.children(noun, "acl", "ccomp", "relcl") if is_that_clause(act))


def _things_behind(verb: Token) -> Iterator[Token]:
    """The nouns behind the prepositions of a verb."""
    for preposition in syntax.children(verb, "prep"):
        yield from syntax.children(preposition, "pobj")


def _act_given_up(verb: Token, rule: VerbCue) -> Token | None:
    """What somebody had planned to do and will not: "host" of "withdrew its offer to host the fair"."""
    planned = allowed_objects(rule)
    if planned is None or rule.force != "refusal" or syntax.is_passive(verb):
        return None
    nouns = among(syntax.children(verb, "dobj"), planned)
    acts = (act for noun in nouns for act in syntax.children(noun, "acl", "relcl", "xcomp"))
    return next(filter(syntax.has_to, acts), None)


def _is_about(verb: Token, rule: VerbCue) -> bool:
    """Whether what is done is done to one of the nouns that a rule allows, where it names any.

    They stand behind the rule's prepositions, if it has any: "backed out of the accord".
    """
    allowed = allowed_objects(rule)
    if allowed is None:
        return True
    if not rule.prepositions:
        return takes(verb, allowed)
    behind = [
        noun
        for preposition in syntax.children(verb, "prep", "advmod")  # "backed away | from the plan"
        for last in (preposition, *syntax.children(preposition, "prep"))
        if last.lower_ in rule.prepositions
        for noun in syntax.children(last, "pobj")
    ]
    return bool(among(behind, allowed))


def _is_done(act: Token) -> bool:
    """Whether an act is reported as done ("announced that it had sent ten boats"), which binds to nothing."""
    return syntax.modal_of(act) is None and any(map(syntax.is_have, syntax.auxiliaries(act)))


def _has_purpose(verb: Token, infinitive: Token, rule: VerbCue) -> bool:
    """Whether an adverbial infinitive is what for, not what: "was promised aid to rebuild".

    Without an object it is the act, which words of time part from its verb: "promised last month to rebuild".
    What a relative clause is about may be the act's own object: "the port it promised in May to rebuild".
    Behind whom a text obliges it is the act: "obliges Norway until May to send ships".
    """
    own = syntax.child(infinitive, "dobj") is None
    objects = [found for found in syntax.children(verb, "dobj") if found.i > verb.i or not own]
    objects = [noun for noun in without_addressees(objects, verb) if noun.lower_ not in REFLEXIVE]
    obliges = rule.force == "obligation" and verb.lemma_ in rule.apart
    bound = obliges or (
        rule.force == "obligation" and any(noun.ent_type_ in syntax.NAMED_LABELS for noun in objects)
    )
    return rule.passive is not None and (syntax.is_passive(verb) or (bool(objects) and not bound))
