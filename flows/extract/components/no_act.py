"""Acts that bind nobody though their form promises: talk about a meeting itself, and what befalls somebody.

The lexicon is ``lexicons/no_acts.toml``. "I'll turn it over to the Secretary" and "our next question will
go to …" commit nobody to anything; "they will suffer" is a forecast.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor, is_person
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.candidate import Candidate, Shape
from flows.extract.components.names import Names
from flows.extract.components.no_act_lexicon import (
    LONGEST_FOLLOWING,
    Describing,
    NoAct,
    Subjects,
    no_act_lexicon,
    rules_by_verb,
)
from flows.extract.components.party_lexicon import is_institution, party_lexicon
from flows.extract.parse import Token

WITHIN = 8  # words behind the verb in which a noun tells what the act is about
LEADING = frozenset({"to", "with"})
WOULD = "modal.would"
TELLING: frozenset[Shape] = frozenset({"modal", "infinitive"})  # "will resume", "is set to resume"


def binds_nobody(candidate: Candidate, promisor: Token | None, names: Names) -> str | None:
    """The rule by which an act, done by ``promisor``, binds nobody; None where none applies."""
    verb = syntax.acting_verb(candidate.act)
    if candidate.shape == "predicate" or not syntax.is_verb(verb):
        return None
    indefinite = no_act_lexicon().indefinite
    if _is_indefinite(promisor, indefinite.lemmas) and syntax.negation(verb) is None:
        return indefinite.id
    asker = syntax.subject_of(candidate.binder) if candidate.shape == "request" else None
    if _is_indefinite(asker, indefinite.lemmas):
        return indefinite.id
    troubles = no_act_lexicon().troubles
    if candidate.shape == "modal" and _is_trouble(verb, troubles.lemmas):
        return troubles.id
    steps = no_act_lexicon().steps
    if candidate.shape == "modal" and _is_effect(verb, steps.lemmas):
        return steps.id
    for rule in rules_by_verb().get(verb.lemma_.lower(), ()):
        if _acts(rule.subjects, promisor, verb) and _holds(rule, verb, candidate, names):
            return rule.id
    if _is_told_effect(candidate):
        return no_act_lexicon().told_effect.id
    describing = no_act_lexicon().describing
    return describing.id if _describes(candidate, promisor, describing) else None


def _is_indefinite(promisor: Token | None, words: frozenset[str]) -> bool:
    """Whether nobody in particular acts: "somebody", but not "somebody at the port"."""
    return promisor is not None and promisor.lemma_.lower() in words and not promisor.children


def _describes(candidate: Candidate, promisor: Token | None, rule: Describing) -> bool:
    """Whether the words that govern an act tell, in the present, what its subject is for."""
    binder = candidate.binder
    if candidate.shape != "infinitive" or binder.lemma_.lower() not in rule.lemmas:
        return False
    if binder.tag_ not in {"VBZ", "VBP"} or syntax.auxiliaries(binder):
        return False
    is_body = promisor is not None and promisor.pos_ == "NOUN" and promisor.lemma_.lower() in rule.bodies
    return is_body or binder.dep_ == "relcl"


def _acts(subjects: Subjects, promisor: Token | None, verb: Token) -> bool:
    if subjects == "anyone":
        return True
    if subjects == "event":
        return is_event(syntax.subject_of(verb))
    if subjects == "thing":
        subject = syntax.subject_of(verb)
        return subject is not None and is_of_thing(syntax.antecedent(subject))
    if subjects == "measure":
        return _is_measure(syntax.subject_of(verb))
    if promisor is None:
        return subjects == "speakers" and not syntax.is_passive(verb)
    if subjects == "text":
        return _is_of_text(promisor)
    words = no_act_lexicon().subject_words
    if subjects == "public":
        return _is_public(promisor) and not _is_said(verb)
    if subjects == "question":
        return promisor.lemma_.lower() in words.questions
    return promisor.lower_ == "i" if subjects == "i" else promisor.lower_ in words.speakers


def _is_trouble(verb: Token, troubles: frozenset[str]) -> bool:
    """Whether what goes its own way is the subject of a verb that nobody does: "delays will continue"."""
    subject = syntax.subject_of(verb)
    return subject is not None and not syntax.is_passive(verb) and syntax.noun_lemma(subject) in troubles


def _is_effect(verb: Token, steps: frozenset[str]) -> bool:
    """Whether a verb tells what a step would do to something: "the move would cut the port off".

    When it "will take effect" is no effect.
    """
    subject, thing = syntax.subject_of(verb), syntax.child(verb, "dobj", "ccomp")
    step = subject is not None and syntax.noun_lemma(subject) in steps
    return step and not syntax.is_passive(verb) and thing is not None and thing.lemma_ != "effect"


def _is_told_effect(candidate: Candidate) -> bool:
    """Whether somebody tells what a thing would do to another: "said the pact would strengthen trade".

    What "would take place" or "would be paid" is to be done by somebody, and so is what a thing would get or
    carry, and what a plan is for.
    """
    act, subject, rule = candidate.act, syntax.subject_of(candidate.act), no_act_lexicon().told_effect
    thing = syntax.child(act, "dobj") if candidate.rule_id == WOULD and not syntax.is_passive(act) else None
    if subject is None or thing is None or thing.lemma_.lower() in rule.coming_about or not _is_said(act):
        return False
    meant = syntax.antecedent(subject)
    gets = act.lemma_.lower() in rule.getting
    return not gets and is_of_thing(meant) and syntax.noun_lemma(meant) not in rule.plans


def is_of_thing(subject: Token | None) -> bool:
    """Whether a subject is a thing or a circumstance, and nobody: "the strike", "this"."""
    if subject is None or subject.pos_ == "PRON":
        return subject is not None and subject.lower_ in no_act_lexicon().subject_words.things
    if subject.pos_ != "NOUN" or subject.ent_type_ in syntax.NAMED_LABELS:
        return False
    body = is_institution(subject)
    return not (body or is_actor(subject) or is_people(subject))


def _is_measure(subject: Token | None) -> bool:
    """Whether a subject is what is done for an effect: "our plan", "the Tax Plan", "this"."""
    if subject is None:
        return False
    words, meant = no_act_lexicon().subject_words, syntax.antecedent(subject)
    told = meant.pos_ == "PRON" and meant.lower_ in words.things
    return told or syntax.noun_lemma(meant) in words.measures


def _is_said(verb: Token) -> bool:
    """Whether somebody says what a clause tells, and may promise it: "families will pay less, Peru said"."""
    return syntax.conjunction_head(verb).dep_ == "ccomp"


def _is_public(subject: Token) -> bool:
    """Whether a subject is people in general: "tourists", "Australians", but not "the Australians"."""
    if subject.ent_type_ == "NORP":
        return subject.tag_ in {"NNPS", "NNS"} and not subject.children
    return syntax.noun_lemma(subject) in no_act_lexicon().subject_words.public


def is_event(subject: Token | None) -> bool:
    """Whether a subject is what takes place on a day: "the talks", "the hearing"."""
    return subject is not None and syntax.noun_lemma(subject) in no_act_lexicon().events.lemmas


def _is_of_text(subject: Token) -> bool:
    """Whether a subject is a legal text or a part of it: "this Pact", "nothing in the present Articles"."""
    texts, pointing = no_act_lexicon().texts.lemmas, no_act_lexicon().subject_words.pointing
    within = (
        noun
        for preposition in syntax.children(subject, "prep", "acl")
        for last in (preposition, *syntax.children(preposition, "prep"))
        for noun in syntax.children(last, "pobj")
    )
    return any(
        syntax.noun_lemma(noun) in texts and any(word.lower_ in pointing for word in noun.children)
        for noun in (subject, *within)
    )


def _holds(rule: NoAct, verb: Token, candidate: Candidate, names: Names) -> bool:
    if rule.modal and candidate.shape != "modal" and not _is_left_to_item(candidate):
        return False
    if (rule.passive and not syntax.is_passive(verb)) or (rule.under_way and verb != candidate.act):
        return False
    if rule.adjectives and candidate.cue.lower_ not in rule.adjectives:
        return False
    if rule.bare and (candidate.shape not in TELLING or syntax.child(verb, "dobj", "xcomp") is not None):
        return False
    if rule.phrases and not _stands_behind(verb, rule.phrases):
        return False
    negation = syntax.negation(verb)
    if (rule.affirmed and negation is not None) or (rule.denied and negation is None):
        return False
    if (rule.by and candidate.rule_id not in rule.by) or (rule.timed and not _is_timed(verb)):
        return False
    if (rule.of_things and not _is_of_things(verb)) or (rule.of_people and not _is_of_people(verb)):
        return False
    following = [token for token in verb.doc[verb.i + 1 : verb.i + 1 + WITHIN] if token.sent == verb.sent]
    if any(token.lower_ in rule.not_with for token in following):
        return False
    if rule.followed_by:
        return any(
            " ".join(token.lower_ for token in following[:length]) in rule.followed_by
            for length in range(1, LONGEST_FOLLOWING + 1)
        )
    if rule.nouns:
        return any(token.lower_ in rule.nouns for token in following)
    if rule.clause:
        return any(child.lemma_.lower() in rule.clause for child in syntax.children(verb, "ccomp", "xcomp"))
    return not rule.to_person or _leads_to_person(following, names)


def _is_left_to_item(candidate: Candidate) -> bool:
    """Whether an auxiliary leads to an act from the sentence before its list: "this Pact does not:"."""
    lead = candidate.lead if candidate.shape == "bullet" else None
    return lead is not None and (lead.tag_ == "MD" or lead.lemma_ == "do")


def _stands_behind(verb: Token, phrases: frozenset[str]) -> bool:
    """Whether one of ``phrases`` stands right before a verb: "on track to" before "become"."""
    before = verb.doc[max(verb.sent.start, verb.i - LONGEST_FOLLOWING) : verb.i].text.lower()
    return before.endswith(tuple(phrases))


def _is_timed(verb: Token) -> bool:
    """Whether a verb's object is a span of time: "will take ten days", "will be ten days"."""
    return any(noun.ent_type_ in syntax.TIME_LABELS for noun in syntax.children(verb, "dobj", "attr"))


def _is_of_things(verb: Token) -> bool:
    """Whether a verb's object is a thing or nothing, and nobody: "see new jobs", not "see him".

    So is what is taken for something: "will be seen as fair".
    """
    if syntax.is_passive(verb):
        return any(word.lower_ == "as" for word in syntax.children(verb, "prep"))
    thing = syntax.child(verb, "dobj")
    if thing is None or thing.ent_type_ in syntax.NAMED_LABELS or is_people(thing):
        return False
    return thing.pos_ != "PRON" or thing.lower_ in no_act_lexicon().subject_words.amounts


def _is_of_people(verb: Token) -> bool:
    """Whether a verb's object is somebody: "introduce him", "introduce a baker", "introduce Reed Lane"."""
    whom = syntax.child(verb, "dobj")
    if whom is None or whom.pos_ == "PRON":
        return whom is not None and whom.lower_ in party_lexicon().pronouns.person
    return whom.ent_type_ == "PERSON" or is_person(whom)


def _leads_to_person(following: list[Token], names: Names) -> bool:
    """Whether "to" or "with" and a person's name come right behind, a title at most before each."""
    first = next((position for position, token in enumerate(following[:2]) if token.lower_ in LEADING), None)
    if first is None:
        return False
    named = (names.at(token) for token in following[first + 1 : first + 3])
    return any(item is not None and item.kind == "person" for item in named)
