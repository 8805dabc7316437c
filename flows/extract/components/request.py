"""Requests: what one party asks of another, and who is asked."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.asked_list import (
    UNASKED,
    acts_behind_list,
    acts_below_asked,
    addressed_by,
    may_be_asked,
)
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.bound_by_asking import bound_by_asking
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import (
    cue_index,
    has_particle,
    is_binding_text,
    is_one_of_lists,
    refuses,
    ways_to_ask,
)
from flows.extract.components.cue_rules import Asked, RequestCue
from flows.extract.components.noun_cues import is_that_clause
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.time_to_act import given_time
from flows.extract.components.visit import is_visit
from flows.extract.parse import Token

STATE_LABELS = frozenset({"NORP", "GPE"})
AGAINST = frozenset({"against", "on"})  # before whom a measure hits
CALLED = ("on", "upon", "to", "with")  # behind these stands who is called on
ASKING_THROUGH = frozenset({"on", "to", "for"})  # behind a noun that asks, before whom it asks
TOLD_IN_CLAUSES: frozenset[Asked] = frozenset({"object", "preposition", "clause"})
DUTY = frozenset({"must", "shall", "should"})
BARE_TAGS = frozenset(
    {"VB", "VBP", "NN"}
)  # of a bare verb behind a name, which the tagger may take for a noun
LAYING_DOWN = ("concluded", "edict", "budget")  # the lists of nouns for texts that do
ASIDES = frozenset({*syntax.CLAUSES_ON_NOUNS, "appos"})  # what is told of a thing on the side


def request_candidates(verb: Token, rule: RequestCue) -> Iterator[Candidate]:
    """The acts that ``verb`` asks for by ``rule``, each with the party asked where one is named."""
    if verb.lemma_.lower() in UNASKED and syntax.is_passive(verb):  # "is expected to": a plan
        return
    particle = rule.particles.get(verb.lemma_.lower())
    if _is_duty_by_text(verb) or not has_particle(verb, particle):
        return
    beside = syntax.child(verb, "prt") if particle is None and "preposition" in rule.asked else None
    if beside is not None and beside.lower_ not in rule.prepositions:
        return  # "called off the strike for the good of the town"
    things = () if _lays_down_thing(verb) else _things_asked_of(verb, rule)
    for act, asked in (*_clauses_asked(verb, rule), *things):
        yield bound_by_asking(act, verb, asked) or _candidate(act, verb, rule, asked, speech=True)


def _is_duty_by_text(verb: Token) -> bool:
    """Whether a text obliges somebody, rather than asks: "the law requires firms to pay"."""
    subject = syntax.subject_of(verb)
    rules = cue_index().verbs.get(verb.lemma_.lower(), ())
    obliges = any(rule.force == "obligation" and "infinitive" in rule.complements for rule in rules)
    return obliges and subject is not None and is_binding_text(subject)


def _lays_down_thing(verb: Token) -> bool:
    """Whether a text lays down what a verb names: "the Order calls for two dams".

    A resolution only asks; so does an accord that "calls on Peru to leave".
    """
    subject = syntax.subject_of(verb)
    if subject is None or not is_one_of_lists(subject, LAYING_DOWN):
        return False
    rules = cue_index().verbs.get(verb.lemma_.lower(), ())
    return any(is_one_of_lists(subject, rule.subjects) for rule in rules)


def requesting_noun_candidates(noun: Token, rule: RequestCue) -> Iterator[Candidate]:
    """The acts that a noun asks for ("its call on Peru to …"); none where somebody rejects what is asked."""
    if "noun" not in rule.asked or _is_rejected(noun):
        return
    if rule.stressed_by and not (noun.dep_ == "dobj" and noun.head.lemma_.lower() in rule.stressed_by):
        return
    if noun.lemma_.lower() in rule.said_to_be:
        yield from (_candidate(act, noun, rule, own) for act, own in _acts_said_to_be_due(noun))
        return
    given = "given" in rule.asked
    if given and any(word.lower_ == "no" for word in syntax.children(noun, "det")):  # "was given no deadline"
        return
    asked = _whom_it_is_given(noun) if given else None
    asked = asked or syntax.noun_after(noun, ("on", "to")) or _who_faces(noun)
    acts = list(_acts_below(noun, given))
    for act, own in acts:
        yield _candidate(act, noun, rule, own or asked)
    for act in syntax.complements_of(noun, ("for",)):
        own = _acts_itself(act)
        addressed = act if own is not None or given else asked
        yield _candidate(own or (noun if given else act), noun, rule, addressed)
    threatens = noun.lemma_.lower() in cue_index().nouns
    if given and not (acts or threatens) and asked is not None:  # "gave the miners a noon deadline"
        yield _candidate(noun, noun, rule, asked)


def sets_time_to_act(verb: Token) -> bool:
    """Whether a verb gives somebody a deadline, or some time to act: it gives and plans nothing else."""
    if any("given" in ways_to_ask(noun) for noun in syntax.children(verb, "dobj", "nsubjpass")):
        return True
    return "period" in ways_to_ask(verb) and any(given_time(verb))


def addresses(verb: Token) -> bool:
    """Whether a verb's object is told to act, and no act: "ordered the owner to leave"."""
    told = syntax.child(verb, "dobj")
    if told is not None and _is_ordered(verb, told):
        return False
    acts = [*filter(syntax.has_to, syntax.children(verb, "xcomp", "ccomp"))]
    if told is not None and may_be_asked(told):
        acts += filter(syntax.has_to, syntax.children(verb, "advcl"))
    acts += acts_below_asked(verb, told) if told is not None else ()
    return "object" in ways_to_ask(verb) and bool(acts)


def _is_ordered(verb: Token, noun: Token) -> bool:
    """Whether what stands behind a verb is aid that somebody orders, and nobody: "ordered aid to rebuild"."""
    aid = any(rule.light for rule in cue_index().nouns.get(noun.lemma_.lower(), ()))
    return aid and verb.lemma_ in {"order", "request"}


def _is_sum(noun: Token) -> bool:
    """Whether somebody needs or asks for a sum to do something with: "needs $3 million to mend it"."""
    counted = noun.tag_ == "CD" or any(word.tag_ == "$" for word in noun.children)
    return noun.ent_type_ == "MONEY" or counted or any(word.ent_type_ == "MONEY" for word in noun.children)


def _candidate(
    act: Token, cue: Token, rule: RequestCue, asked: Token | None, speech: bool = False
) -> Candidate:
    return Candidate(act, cue, cue, rule.id, "request", "possible", "request", speech=speech, asked=asked)


def _clauses_asked(verb: Token, rule: RequestCue) -> Iterator[tuple[Token, Token | None]]:
    """Acts told by a verb of their own, with who is asked: "urged Peru to sign", "demanded that it sign".

    Nobody is named in "demanded that the road be closed".
    """
    for act in syntax.children(verb, "xcomp", "ccomp", "advcl"):
        fronted = act.dep_ == "advcl" and act.i < verb.i  # "to feed them all, we urge Peru to send grain"
        if fronted or not (act.tag_ == "VB" or syntax.is_infinitive(act) or "clause" in rule.asked):
            continue
        if _tells_of_thing_before(act):
            continue
        own = syntax.child(act, "nsubj", "nsubjpass")
        if own is not None and syntax.is_for_whom(act):
            helped = syntax.child(verb, "dobj") if "beside_object" in ways_to_ask(verb) else None
            if helped is not None:  # "asked Peru for tugs to move the wreck"
                yield own, helped
            elif not TOLD_IN_CLAUSES.isdisjoint(rule.asked):
                yield act, _who_acts(act, own)
            continue
        if "object" in rule.asked and syntax.has_to(act):
            addressed = own or syntax.child(verb, "dobj", "dative", "nsubjpass")
            if addressed is not None and own is None and _is_ordered(verb, addressed):
                continue
            if addressed is not None and _is_sum(addressed):
                continue
            if addressed is None and syntax.is_passive(verb):
                addressed = syntax.subject_of(verb)
            if addressed is not None:
                yield act, addressed
        if "preposition" in rule.asked and syntax.has_to(act):
            addressed = own or addressed_by(verb, rule)
            if addressed is not None and not is_visit(verb, act):
                yield act, addressed
        told = own is not None and act.i > verb.i and act.dep_ == "ccomp"
        if "clause" in rule.asked and told and _is_wanted(act):
            yield act, syntax.passive_agent(act) if syntax.is_passive(act) else own
    addressed = addressed_by(verb, rule)
    behind_list = acts_behind_list(addressed) if addressed is not None else ()
    yield from ((act, addressed) for act in behind_list if not is_visit(verb, act))
    if addressed is not None and addressed.head.lower_ not in {"for", "with"}:
        below = acts_below_asked(verb, addressed)
        yield from ((act, addressed) for act in below if not is_visit(verb, act))
    if "period" in rule.asked:
        yield from given_time(verb)
    if "leave" in rule.asked and syntax.child(verb, "dobj", "dative") is None:
        acts = filter(syntax.has_to, syntax.children(verb, "xcomp"))
        wanted = (act for act in acts if act.lemma_.lower() in rule.for_itself or syntax.is_passive(act))
        asked = syntax.noun_after(verb, rule.prepositions)
        yield from ((act, asked) for act in wanted if syntax.negation(act) is None)


def _tells_of_thing_before(act: Token) -> bool:
    """Whether an act only tells more of a thing: "asks all to attend the talks, to be held in May"."""
    told = syntax.is_passive(act) and syntax.has_to(act) and syntax.word_at(act.left_edge, -1) == ","
    return told and any(syntax.has_to(other) and other.i < act.i for other in act.head.children)


def _who_acts(act: Token, subject: Token) -> Token | None:
    """Who would have to do what is asked "for", if the clause names them: "asked for the mayor to pay"."""
    if syntax.is_passive(act):
        return syntax.passive_agent(act)
    return subject if is_actor(subject) or subject.pos_ in {"PROPN", "PRON"} or is_people(subject) else None


def _is_wanted(act: Token) -> bool:
    """Whether a clause says what somebody wants, and not what is: "insists that it pay", not "is paying"."""
    first = next(iter(syntax.children(act, "aux", "auxpass")), act)
    return first.lower_ in DUTY if first.tag_ == "MD" else first.lower_ == first.lemma_.lower()


def _things_asked_of(verb: Token, rule: RequestCue) -> Iterator[tuple[Token, Token | None]]:
    """Acts told by a noun, with who is asked: "demanded an apology from Peru", "asked Peru for help"."""
    sought = list(syntax.complements_of(verb, ("for",)))
    if "preposition" in rule.asked:
        called = syntax.noun_after(verb, CALLED)  # "appealed to Peru for aid"
        dated = {act for act in sought if act.ent_type_ in syntax.TIME_LABELS}  # "called a strike for Monday"
        things = (act for act in sought if _acts_itself(act, verb) is None and act not in dated)
        yield from ((act, asked_through(act) or called) for act in things)
        yield from ((own, act) for act in sought if (own := _acts_itself(act, verb)) is not None)
    if "beside_object" in rule.asked:
        addressed = syntax.child(verb, "dative", "dobj") or syntax.child(verb, "nsubjpass")
        if addressed is not None:
            acts = syntax.complements_of(verb, rule.prepositions)
            allowed = cue_index().noun_lists[rule.things] if rule.things is not None else None
            yield from ((act, addressed) for act in acts if allowed is None or act.lemma_.lower() in allowed)
    if "refuge" in rule.asked:
        yield from _refuge(verb, sought, rule)
    if "turned_to" in rule.asked and (turned_to := syntax.noun_after(verb, rule.prepositions)) is not None:
        yield from ((act, turned_to) for act in sought if _acts_itself(act) is None)
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


def _acts_itself(sought: Token, verb: Token | None = None) -> Token | None:
    """What somebody is to do who is called for, and no thing: "called for all sides to disarm".

    The parse may hang the infinitive on the ``verb`` that calls for them.
    """
    if not (sought.ent_type_ in syntax.NAMED_LABELS or is_people(sought) or _is_body(sought)):
        return None
    beside = syntax.children(verb, "advcl", "xcomp") if verb is not None else []
    behind = (act for act in beside if act.left_edge.i == sought.right_edge.i + 1)
    below = (*syntax.clauses_on(sought), *behind)
    return next((act for act in below if syntax.has_to(act)), None)


def _is_body(noun: Token) -> bool:
    return syntax.noun_lemma(noun) in party_lexicon().institutions.lemmas


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
    return noun.pos_ in {"PROPN", "PRON"} or is_actor(noun) or is_people(noun) or _is_body(noun)


def _acts_below(noun: Token, given: bool) -> Iterator[tuple[Token, Token | None]]:
    """The verbs that say what a noun asks for, each with its own subject, if that is who is asked.

    What is ``given`` to somebody may leave its act to the verb: "issued an ultimatum to Peru to leave".
    """
    found = syntax.children(noun, "acl", "xcomp", "relcl", "ccomp", "advcl")
    if given and noun.dep_ in {"dobj", "nsubjpass"}:
        found += [act for act in syntax.children(noun.head, "advcl", "xcomp") if act.i > noun.i]
    elif noun.dep_ == "dobj" and (
        syntax.word_at(noun, 1) in ASKING_THROUGH or _who_faces(noun) is not None
    ):  # "repeated his call on Peru to leave"
        beside = syntax.children(noun.head, "advcl", "xcomp")
        found += [act for act in beside if act.left_edge.i in {noun.i + 1, noun.right_edge.i + 1}]
    for act in found:
        own = syntax.child(act, "nsubj", "nsubjpass")
        # "its demand that Peru open the border", which the parser may take for a statement
        demanded = act.tag_ in BARE_TAGS and own is not None and syntax.child(act, "aux") is None
        if syntax.has_to(act) or demanded:
            for_whom = syntax.child(act, "mark") is not None  # "a deadline for Peru to leave"
            yield act, own if demanded or for_whom else None


def _acts_said_to_be_due(noun: Token) -> Iterator[tuple[Token, Token]]:
    """The acts for which it is said to be time, each with who is to act: "it is time for Peru to pay"."""
    be = noun.head
    empty = syntax.child(be, "nsubj", "expl")
    if noun.dep_ != "attr" or empty is None or empty.lower_ != "it":
        return
    for act in (*syntax.clauses_on(noun), *syntax.children(be, "advcl", "xcomp", "ccomp")):
        own = syntax.child(act, "nsubj", "nsubjpass")
        if syntax.has_to(act) and own is not None and act.i > noun.i:
            yield act, own


def _who_faces(noun: Token) -> Token | None:
    """Who faces what others ask of them: "the mayor faces calls from miners to resign"."""
    faces = noun.dep_ == "dobj" and noun.head.lemma_.lower() in cue_index().noun_lists["facing"]
    return syntax.subject_of(noun.head) if faces else None


def _whom_it_is_given(noun: Token) -> Token | None:
    """Who gets what a noun names: "gave the rebels a deadline", "an ultimatum to the rebels"."""
    verb = noun.head
    if noun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    given = next(
        (other for other in syntax.children(verb, "dative", "dobj", "nsubjpass") if other != noun), None
    )
    if given is not None and given.pos_ != "ADP":
        return given
    return syntax.noun_after(verb, ("to", "for"))


def _is_rejected(noun: Token) -> bool:
    """Whether whoever hears what is asked will not have it: "rejected a call to resign"."""
    return noun.dep_ in {"dobj", "nsubjpass"} and refuses(noun.head)
