"""Nouns that name a commitment, with its act and whose it is: "Norway's promise to send boats"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, has_particle, refuses, ways_to_ask
from flows.extract.components.cue_rules import NounCue
from flows.extract.components.party_lexicon import is_institution, means_speaker, party_lexicon
from flows.extract.parse import Token

NUMBERED_GROUP = re.compile(r"[A-Z]-?\d+$")  # "G-8", which the tagger takes for a common noun
BEFORE_ACTS = frozenset({"of", "to", "for", "on", "in"})  # behind a noun, before the act that it names
APOSTROPHES = frozenset({"'", "’"})
GIVEN_BEHIND = frozenset({"of", "to"})  # behind who made a promise, before what it is of
MAKERS = ("by", "from", "between", "among")  # behind a noun, before whose it is


def noun_candidates(noun: Token) -> Iterator[Candidate]:
    """The acts that a noun names by its rules, each with its holder, if one is told.

    "Norway's promise to send boats": "send", of "Norway"; "a promise of boats by Norway": the promise itself.
    """
    taken = list(_taken_up(noun))
    if taken:
        yield from taken
        return
    rules = cue_index().nouns.get(noun.lemma_.lower(), ())
    holder = _holder_of(noun) if rules else None
    for rule in rules:
        owned = syntax.child(noun, "poss") is not None
        for act in _acts_named(noun, rule) if owned or not rule.owned else ():
            yield Candidate(act, noun, noun, rule.id, rule.force, rule.certainty, "noun", holder=holder)


def _taken_up(noun: Token) -> Iterator[Candidate]:
    """What somebody takes up, as their own act: "visit" of "accepted Peru's invitation to visit".

    What they are invited to they will do, and to a plan they agree.
    """
    if noun.dep_ != "dobj" or syntax.negation(noun.head) is not None:
        return
    taker = syntax.subject_of(noun.head)
    for rule in cue_index().accepted:
        taken = noun.lemma_.lower() in rule.nouns and noun.head.lemma_.lower() in rule.verbs
        for act in syntax.children(noun, "acl", "relcl", "xcomp") if taken else ():
            if syntax.has_to(act) and taker is not None:
                yield Candidate(act, noun, noun, rule.id, rule.force, "certain", "noun", holder=taker)


def is_of_others(candidate: Candidate) -> bool:
    """Whether a noun tells of a promise or plan that is not its clause's subject's, nor told whose it is.

    "Miners marched against a plan to close the pit", "a plan to close the pit is unpopular".
    """
    noun = candidate.binder
    if candidate.shape != "noun" or candidate.holder is not None:
        return False
    determiner = syntax.child(noun, "det", "poss")
    new = determiner is None or determiner.lower_ in {"a", "an"}
    return is_minded(noun) or (noun.dep_ in {"nsubj", "nsubjpass"} and new)


def is_received(candidate: Candidate) -> bool:
    """Whether a noun tells of a promise that its clause's subject got: "was given a guarantee that"."""
    return candidate.shape == "noun" and candidate.holder is None and _is_got(candidate.binder)


def _is_got(noun: Token) -> bool:
    """Whether a noun is what a verb's subject gets: "received a pledge", "was given one", "took out one"."""
    lexicon = party_lexicon()
    if noun.dep_ != "dobj" or not syntax.is_verb(noun.head):
        return False
    gets = noun.head.lemma_.lower() in lexicon.taking.lemmas | lexicon.receiving.lemmas
    takes_out = noun.head.lemma_ == "take" and has_particle(noun.head, "out")
    return gets or takes_out or syntax.is_passive(noun.head)


def is_minded(noun: Token) -> bool:
    """Whether others have their say on what a noun names: "criticised a plan", "anger over plans"."""
    head = syntax.conjunction_head(noun).head
    if syntax.conjunction_head(noun).dep_ == "pobj":
        return head.lower_ in cue_index().noun_lists["minding"]
    judged = syntax.conjunction_head(noun).dep_ in {"dobj", "ccomp"}
    return judged and head.lemma_.lower() in cue_index().noun_lists["judging"]


def names_act_of_its_own(noun: Token) -> bool:
    """Whether a noun is a cue that is followed by its own act: "its commitment to protecting the river"."""
    if noun.lemma_.lower() in cue_index().noun_lists["terms"]:
        return _tells_terms(noun)
    if noun.lemma_.lower() not in cue_index().nouns:
        return False
    if any(syntax.has_to(verb) for verb in syntax.clauses_on(noun)):
        return True
    if any(map(is_that_clause, syntax.children(noun, "acl", "ccomp"))):  # "an assurance that they would pay"
        return True
    if _acts_of_what_was_made(noun) or _infinitive_right_behind(noun):
        return True
    prepositions = syntax.children(noun, "prep")
    return any(word.lower_ == "to" and syntax.child(word, "pcomp") is not None for word in prepositions)


def _tells_terms(noun: Token) -> bool:
    """Whether a clause behind "on which" tells what will be done: "terms on which it will pay"."""
    clauses = (act for act in syntax.children(noun, "relcl") if act.left_edge.dep_ == "prep")
    return any(syntax.modal_of(act) is not None for act in clauses)


def is_that_clause(act: Token) -> bool:
    """Whether a verb heads a clause that says what will be done: "its promise that Peru would join".

    The parse may take its "that" for a second subject ("in a letter that Norway would …").
    """
    first = act.left_edge
    opens = first.head.i == act.i and first.lower_ == "that"
    told = first.dep_ == "mark" or len(syntax.children(act, "nsubj", "nsubjpass")) > 1
    return opens and told and syntax.modal_of(act) is not None


def _acts_named(noun: Token, rule: NounCue) -> Iterator[Token]:
    acts = [act for act in syntax.children(noun, "acl", "relcl", "ccomp", "xcomp") if syntax.is_verb(act)]
    acts = [
        act for act in acts if syntax.has_to(act) or (act.dep_ in {"acl", "ccomp"} and is_that_clause(act))
    ]
    acts += _acts_of_what_was_made(noun)
    acts += _infinitive_right_behind(noun)
    behind = _clause_right_behind(noun)
    acts += [behind] if behind is not None and _is_told_of_itself(behind) else []
    if rule.force == "threat":  # not "a warning that storms will hit the coast"
        acts = [act for act in acts if syntax.has_to(act) or _is_told_of_itself(act)]
    announces = (
        noun.dep_ == "nsubj" and noun.head.lemma_ == "be" and not rule.needs_verb
    )  # "talks are to begin"
    copula = noun.head if announces else None
    if copula is not None:
        acts += [act for act in syntax.children(copula, "xcomp", "advcl", "ccomp") if syntax.has_to(act)]
    yield from acts
    if not (acts or rule.light):
        yield from _acts_behind_prepositions(noun, rule)


def _acts_behind_prepositions(noun: Token, rule: NounCue) -> Iterator[Token]:
    """The gerunds behind a noun's prepositions, or the noun itself before a thing: "pledge of aid"."""
    for preposition in syntax.children(noun, "prep"):
        if preposition.lower_ in BEFORE_ACTS and not tells_where_told(preposition):
            yield from syntax.children(preposition, "pcomp")
            if not rule.needs_verb and syntax.child(preposition, "pobj") is not None:
                yield noun
                return


def tells_where_told(preposition: Token) -> bool:
    """Whether a phrase says where, or how, something was told: "the offer in public", "in a speech"."""
    place = syntax.child(preposition, "pobj") if preposition.lower_ == "in" else None
    return place is not None and syntax.noun_lemma(place) in cue_index().noun_lists["told_in"]


def _acts_of_what_was_made(noun: Token) -> list[Token]:
    """The acts that a participle parts from their noun: "the pledge made in Oslo to send boats".

    The parse hangs them on the participle, or on the verb of whose object it is part.
    """
    made = [verb for verb in syntax.children(noun, "acl") if verb.tag_ in {"VBN", "VBD"}]
    made = [verb for verb in made if verb.lemma_ in cue_index().noun_lists["making"]]
    heads = [*made, noun.head] if made and noun.dep_ == "dobj" else made
    behind = (act for head in heads for act in syntax.children(head, "xcomp", "advcl", "acl"))
    return [act for act in behind if syntax.is_infinitive(act) and act.i > made[0].i]


def _infinitive_right_behind(noun: Token) -> list[Token]:
    """The infinitive that says what one has promised, where the parse hangs it on the verb above.

    "Is delivering on his promise | to reopen the port", "takes note of the offer by Peru | to lend a tug",
    "accepted the offer of Peru | to lend one". An invitation is as often "of" who is invited.
    """
    of_maker = noun.lemma_ not in cue_index().noun_lists["asking"]
    maker = syntax.noun_after(noun, ("by",)) or (body_that_it_is_of(noun) if of_maker else None)
    if noun.dep_ not in {"dobj", "pobj"} or (maker is None and syntax.child(noun, "poss") is None):
        return []
    verb = next(filter(syntax.is_verb, syntax.ancestors(noun)), None)
    if verb is None or (maker is None and noun.dep_ == "dobj"):
        return []
    last = noun if maker is None else maker.right_edge
    below = filter(syntax.has_to, syntax.children(verb, "xcomp", "advcl"))
    return [act for act in below if act.left_edge.i == last.i + 1]


def _clause_right_behind(noun: Token) -> Token | None:
    """The clause that says what a noun names, where the parse hangs it on a verb above.

    "After weeks of threats by the mayor that she would …": "that" stands right behind the noun's phrase.
    """
    behind = noun.right_edge.i + 1
    if behind >= noun.sent.end:
        return None
    that = noun.doc[behind]
    clause = that.head
    told = that.dep_ == "mark" and syntax.is_verb(clause) and clause.left_edge.i == behind
    return clause if told and clause.head in syntax.ancestors(noun) and is_that_clause(clause) else None


def _is_told_of_itself(act: Token) -> bool:
    """Whether a clause is about whoever was named before it, or theirs ("its threat that it would leave")."""
    subject = syntax.subject_of(act)
    owner = syntax.child(subject, "poss") if subject is not None else None
    return any(word is not None and word.pos_ == "PRON" for word in (subject, owner))


def _holder_of(noun: Token) -> Token | None:
    """Whose promise it is: a possessor, "by" or "of" somebody, a demonym, or the light verb's subject."""
    possessor = syntax.child(noun, "poss") or _owner_behind_parse(noun)
    if possessor is None and syntax.child(noun, "det") is None:  # "Peru's support and commitment to …"
        possessor = syntax.child(syntax.conjunction_head(noun), "poss")
    if possessor is not None and possessor.ent_type_ not in syntax.TIME_LABELS:
        return possessor
    maker = syntax.noun_after(noun, MAKERS)
    made = syntax.child(noun, "acl")
    maker = maker or (syntax.passive_agent(made) if made is not None else None) or _minded_to_act(noun)
    if maker is not None:
        return maker
    for modifier in syntax.children(noun, "amod", "compound", "nmod"):
        unlabelled = not modifier.ent_type_ and (
            modifier.tag_ == "NNP" or NUMBERED_GROUP.match(modifier.text)
        )
        if modifier.ent_type_ in syntax.NAMED_LABELS or unlabelled:
            return modifier
    if noun.dep_ in {"nsubj", "nsubjpass"} or is_minded(noun):
        return None
    if _is_got(noun):  # by who is told beside the verb, if anybody
        return syntax.noun_after(noun.head, MAKERS)
    for head in syntax.ancestors(noun):
        if syntax.is_verb(head) or head.pos_ == "AUX":
            return None if refuses(head) else _whom_it_is_asked_of(head) or syntax.subject_of(head)
    return None


def _owner_behind_parse(noun: Token) -> Token | None:
    """The owner that a bare apostrophe tells where the parse makes a verb of the word behind it.

    "Affirmed the Netherlands’ unwavering commitment": "Netherlands".
    """
    verb, mark = syntax.neighbour(noun, -1), syntax.neighbour(noun, -2)
    if verb is None or mark is None or mark.text not in APOSTROPHES or mark.dep_ != "case":
        return None
    named = mark.head.ent_type_ in syntax.NAMED_LABELS and mark.head.i == mark.i - 1
    return mark.head if verb == noun.head and verb.tag_ == "VBG" and named else None


def _minded_to_act(noun: Token) -> Token | None:
    """Who means to do what follows a noun: "Chad" of "noting the readiness of Chad to host the talks".

    So does who is named with what they promised: "the pledge of Chad of ten tugs", "that it would send tugs".
    What "we" will do is no word of another's: "a guarantee of Chad that we will send tugs".
    """
    who = syntax.noun_after(noun, ("of",))
    body = body_that_it_is_of(noun) is not None
    if who is None or not (body or is_actor(who)):
        return None
    told = [act for act in syntax.clauses_on(noun) if syntax.has_to(act) or _tells_of_others(act)]
    told += _infinitive_right_behind(noun)
    if body and _promises(noun):  # not "the pledge of troops to Chad"
        told += [phrase for phrase in _behind_maker(noun, who) if phrase.lower_ in GIVEN_BEHIND]
    return who if any(word.left_edge.i > who.i for word in told) else None


def body_that_it_is_of(noun: Token) -> Token | None:
    """The name or institution right behind a noun's "of": "Chad" of "the offer of Chad"."""
    who = syntax.noun_after(noun, ("of",))
    if who is None:
        return None
    return who if who.ent_type_ in syntax.NAMED_LABELS or is_institution(who) else None


def _tells_of_others(act: Token) -> bool:
    """Whether a "that" clause says what others than the speaker will do."""
    subject = syntax.subject_of(act)
    return is_that_clause(act) and not (subject is not None and means_speaker(subject))


def _promises(noun: Token) -> bool:
    """Whether a noun is of giving one's word: "pledge", "commitment"."""
    return any(rule.force == "pledge" for rule in cue_index().nouns.get(noun.lemma_.lower(), ()))


def _behind_maker(noun: Token, maker: Token) -> list[Token]:
    """The prepositions behind who made a promise, which the parse may hang on them: "of Chad of ten tugs"."""
    return [word for head in (noun, maker) for word in syntax.children(head, "prep") if word.i > maker.i]


def _whom_it_is_asked_of(verb: Token) -> Token | None:
    """Whom a verb above tells to do what ``verb`` says: "ordered the mill to take steps to close"."""
    above = verb.head
    asked = verb.dep_ == "xcomp" and syntax.has_to(verb) and "object" in ways_to_ask(above)
    return syntax.child(above, "dobj") if asked else None
