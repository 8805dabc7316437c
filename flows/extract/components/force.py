"""Force, polarity and certainty: what the words do, whether they bind not to act, and how surely.

The lexicon is ``lexicons/force.toml``; the defaults come with the cues (``lexicons/cues.toml``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from flows.extract import syntax
from flows.extract.components.cue_lexicon import Candidate, cue_index, only_says_no
from flows.extract.components.left_open import leaves_open
from flows.extract.components.party_lexicon import means_speaker
from flows.extract.components.spared import is_duty, is_spared
from flows.extract.components.terms import named_before
from flows.extract.lexicon import Lemmas, LexiconModel, load_lexicon
from flows.extract.parse import Token
from models.vocabulary import Certainty, Force, Genre, Polarity

Settled = Literal["force", "certainty"]
TO_COME = frozenset({"modal.will", "plan.scheduled", "plan.added"})  # rules of what will be, as it is told
TOLD_TO_COME = "modal.will"
WILL = frozenset({TOLD_TO_COME, "modal.would"})
OFFERING = "offer.verb"
OBLIGING = "obligation.oblige"
LAID_DOWN = frozenset({"modal.must", "plan.be_to"})  # duties in a legal text: "the costs are to be shared"
IF = "if"
PROHIBITING = "obligation.prohibited"  # of legal texts alone: elsewhere what is banned is told of others
BINDING = "pledge.commit"  # "commits Peru to peace"
_BOTH: frozenset[Settled] = frozenset({"force", "certainty"})


class Harm(LexiconModel):
    """Verbs that harm, and objects that do with a plain verb ("impose sanctions")."""

    id: str
    lemmas: frozenset[str]
    objects: frozenset[str]
    object_verbs: frozenset[str]


class Answering(Lemmas):
    """Verbs by which one answers another, and what of another (``nouns``) one answers with harm."""

    nouns: frozenset[str]


class Meeting(Lemmas):
    """Verbs by which something is met "with" harm (``nouns``): "any raid will be met with force"."""

    nouns: frozenset[str]


class Coercion(Lemmas):
    """What presses another (``nouns``), and verbs that say that it will go on."""

    nouns: frozenset[str]


class Genres(LexiconModel):
    """Genres under one rule id."""

    id: str
    genres: frozenset[Genre]


class Rules(LexiconModel):
    """Rules of ``cues.toml`` under one rule id."""

    id: str
    rules: frozenset[str]


class Sought(LexiconModel):
    """Words behind which an agreement is still to come: by lemma, prepositions as written."""

    id: str
    lemmas: frozenset[str]
    prepositions: frozenset[str]


class Hedge(LexiconModel):
    """Adverbs that lower the certainty of an act."""

    id: str
    certainty: Certainty
    words: frozenset[str]


class Tentative(Rules):
    """Rules, and modals, that leave open whether an act will be done."""

    modals: frozenset[str]


class Terms(Rules):
    """Rules by which the terms of ``deals`` are told, and words before a deal that is still to come.

    ``drafted``: those of them by which it is written already. ``parts``: what of a deal is told as itself.
    """

    deals: frozenset[str]
    not_settled: frozenset[str]
    drafted: frozenset[str]
    parts: frozenset[str]


class Warnings(Rules):
    """Rules by which somebody warns of an act, and the modals that say that it will be done."""

    modals: frozenset[str]


class ForceLexicon(LexiconModel):
    """All of ``force.toml``."""

    harm: Harm
    answering: Answering
    meeting: Meeting
    pressing: Lemmas
    coercion: Coercion
    denial: Lemmas
    disowning: Lemmas
    word_given: Rules
    legal_words: Rules
    deciding: Lemmas
    settling: Lemmas
    word_passed: Lemmas
    unwilling: Lemmas
    refusing: Lemmas
    turning_down: Lemmas
    unhesitating: Lemmas
    unresting: Lemmas
    sparing: Lemmas
    in_no_way: Lemmas
    abstaining: Lemmas
    averting: Rules
    legal: Genres
    speaking: Genres
    itinerary: Lemmas
    stopping: Lemmas
    sought: Sought
    terms: Terms
    tentative: Tentative
    pondering: Lemmas
    warning: Warnings
    binding_texts: Lemmas
    hedge: tuple[Hedge, ...]


@lru_cache(maxsize=1)
def force_lexicon() -> ForceLexicon:
    """The lexicon; raises LexiconError where the file breaks its model."""
    return load_lexicon("force", ForceLexicon)


@dataclass(frozen=True)
class Qualified:
    """What a candidate does, with the words that negate or hedge it.

    ``settled`` names those of force and certainty that the words leave no choice of.
    """

    force: Force
    polarity: Polarity
    certainty: Certainty
    negated_by: Token | None
    settled: frozenset[Settled] = frozenset()


def text_speaks(genre: Genre | None) -> bool:
    """Whether a document of this genre speaks for those whose text it is, rather than reports."""
    return genre in force_lexicon().speaking.genres


def qualify(candidate: Candidate, genre: Genre | None, cited: bool) -> Qualified | None:
    """The force, polarity and certainty of ``candidate``; None where its binder is denied.

    ``cited`` says whether somebody is cited for it. "Has not promised to send" binds nobody and gives
    None, and so does "would not refuse to send"; "does not plan to" and "is not ready to" are refusals, and
    "would not rule out sending" is a plan.
    """
    force, certainty = candidate.force, candidate.certainty
    legal = genre in force_lexicon().legal.genres
    inner = _negation_of_act(candidate)
    outer = _denial_of_cue(candidate)
    if inner is None and _will_ponder(candidate) and not legal:
        return _possible(candidate, None)
    if candidate.rule_id == PROHIBITING and not legal:
        return None
    if leaves_open(candidate.binder):
        return _possible(candidate, inner)
    if force == "agreement" and (sought_by := _sought_by(candidate)) is not None:
        force, certainty = "plan", "possible" if _is_weighing(sought_by) else "probable"
    if candidate.shape in {"modal", "clause", "infinitive", "itself", "progressive"}:
        force = _force_of_modal(candidate, force, legal, text_speaks(genre) or cited)
    if candidate.lead is not None and candidate.lead.lemma_.lower() in force_lexicon().settling.lemmas:
        force = "agreement"
    certainty = _hedged(candidate, certainty)
    settled: frozenset[Settled] = frozenset()
    if _is_laid_down_in_list(candidate):
        force, settled = "obligation", frozenset({"force"})
    if legal and candidate.rule_id in LAID_DOWN:
        certainty, settled = "certain", _BOTH
    promised = _only_promises(candidate, legal)
    if promised:
        force, settled = "pledge", frozenset({"force"})
    terms = None if text_speaks(genre) else _terms_told(candidate)
    if terms is not None:
        force, certainty = "agreement", terms
    if candidate.rule_id == BINDING and _binds_by_law(candidate.binder):
        force = "obligation"
    if inner is None and _denies_own_act(candidate):
        return Qualified("refusal", "negative", "certain", candidate.act.head, frozenset({"force"}))
    if _is_denied(candidate) or (inner is not None and _keeps_open(candidate, inner)):
        return None
    if any(no and is_duty(verb) for verb, no in ((candidate.act, inner), (candidate.binder, outer))):
        return Qualified("pledge", "negative", certainty, inner) if is_spared(candidate) else None
    if outer is not None and outer == inner and candidate.rule_id in force_lexicon().word_given.rules:
        outer = None  # "promised no cuts" is a promise
    if outer is not None:
        if force not in {"plan", "offer"} or inner is not None or not _may_be_unwilling(candidate):
            return None
        return Qualified("refusal", "negative", "probable", outer)
    if force == "refusal":
        return Qualified(force, "negative" if inner is None else "positive", certainty, inner)
    if inner is not None:
        if force == "fulfilment":  # "has not lent it anything"
            return None
        return Qualified(_force_of_denial(force, candidate, legal), "negative", certainty, inner, settled)
    if _will_refuse(candidate):
        return Qualified(_force_of_denial(force, candidate, legal), "negative", certainty, None)
    if force in {"pledge", "plan"} and _threatens(candidate.act):
        force = "threat"
    settled = _BOTH if terms is not None else settled | frozenset(_settled(candidate, force, certainty))
    if force == "plan" and not (cited or legal) and _is_reported(candidate, genre):
        settled |= {"force"}
    return Qualified(force, "positive", certainty, None, settled)


def _is_reported(candidate: Candidate, genre: Genre | None) -> bool:
    """Whether a report tells of itself what others will do: "the council will close the pier"."""
    act = candidate.act
    own_modal = any(word.tag_ == "MD" for word in syntax.children(act, "aux"))  # not "or face a ban"
    told = candidate.rule_id == TOLD_TO_COME and act == candidate.binder and own_modal
    return told and not (text_speaks(genre) or _is_own(act))


def _is_laid_down_in_list(candidate: Candidate) -> bool:
    """Whether "shall" leads to a list of which an act is: "the harbour master shall take all steps to:"."""
    lead, subject = candidate.lead, candidate.holder
    if lead is None or subject is None or means_speaker(subject):
        return False
    modal = lead if lead.tag_ == "MD" else syntax.modal_of(lead)
    return modal is not None and modal.lower_ == "shall"


def _only_promises(candidate: Candidate, legal: bool) -> bool:
    """Whether words that oblige in a legal text are told of no duty: "Peru undertook to pay" of a report."""
    under_deal = any(_deal_under(verb) is not None for verb in (candidate.act, candidate.binder))
    own_word = candidate.rule_id in force_lexicon().legal_words.rules or _binds_itself(candidate)
    return not legal and not under_deal and own_word


def _binds_itself(candidate: Candidate) -> bool:
    """Whether somebody lays a duty on themselves: "have bound themselves to pay"."""
    objects = syntax.children(candidate.binder, "dobj")
    return candidate.rule_id == OBLIGING and any(word.lower_.endswith(("self", "selves")) for word in objects)


def _possible(candidate: Candidate, negated_by: Token | None) -> Qualified:
    """What somebody may do, or leave undone: "did not rule out closing the port"."""
    polarity: Polarity = "positive" if negated_by is None else "negative"
    return Qualified("plan", polarity, "possible", negated_by, _BOTH)


def _settled(candidate: Candidate, force: Force, certainty: Certainty) -> Iterator[Settled]:
    """What of an act that is not denied its words settle: "may sell" is possible.

    "Is halting its aid" and, in no law, "I shall pay" are pledges, "the offer still stands" is an offer.
    """
    vows = candidate.rule_id == "modal.shall" and _is_own(candidate.act)
    if force == "pledge" and (vows or candidate.shape == "progressive"):
        yield "force"
    if force == "offer" and candidate.rule_id == cue_index().standing.id:
        yield "force"
    tentative = force_lexicon().tentative
    modal = syntax.modal_of(candidate.act) if candidate.shape == "modal" else None
    may = modal is not None and modal.lower_ in tentative.modals
    weighs = candidate.rule_id in tentative.rules or _is_weighing(candidate.act) or _is_sought(candidate)
    if certainty == "possible" and (may or weighs):
        yield "certainty"
    if force == "threat" and _answers_harm(candidate.act):
        yield "force"
    if _is_sought(candidate) or (candidate.rule_id == BINDING and force == "obligation"):
        yield "force"
    if _warns_of_what_will_be(candidate):
        yield "certainty"


def _will_ponder(candidate: Candidate) -> bool:
    """Whether what somebody will do is to think about an act: "would consider a sale"."""
    verb = candidate.act
    ponders = candidate.shape == "modal" and verb.lemma_.lower() in force_lexicon().pondering.lemmas
    judged = (word for word in syntax.children(verb, "oprd", "acomp", "ccomp") if not syntax.is_verb(word))
    taken = next(judged, None) is not None  # "will consider it illegal"
    return ponders and candidate.rule_id in WILL and not syntax.is_passive(verb) and not taken


def _warns_of_what_will_be(candidate: Candidate) -> bool:
    """Whether somebody warns of what they will do, not of what they may: "warned that it would close"."""
    warning = force_lexicon().warning
    modal = syntax.modal_of(candidate.act) if candidate.rule_id in warning.rules else None
    return modal is not None and modal.lower_ in warning.modals and not _is_weighing(candidate.act)


def _is_weighing(verb: Token) -> bool:
    """Whether a verb leaves open whether what it is about will be: "is negotiating", "is considering"."""
    if not syntax.is_verb(verb):
        return False
    rules = cue_index().verbs.get(verb.lemma_.lower(), ())
    return any(rule.id in force_lexicon().tentative.rules for rule in rules)


def _binds_by_law(verb: Token) -> bool:
    """Whether a law binds whom a verb is about: "the constitution commits Peru to peace"."""
    subject = syntax.child(verb, "nsubj")
    return subject is not None and subject.lemma_.lower() in force_lexicon().binding_texts.lemmas


def settled_together(qualified: Qualified, candidate: Candidate, parties: int) -> Qualified:
    """What several ``parties`` decide is an agreement: "Peru and Chad decided to scrap the fee".

    So is the deal that they announce, and what "the four mayors" decide.
    """
    lexicon = force_lexicon()
    if qualified.force != "pledge":
        return qualified
    subject = syntax.subject_of(candidate.binder)
    counted = subject is not None and subject.tag_ == "NNS" and syntax.child(subject, "nummod") is not None
    decides = candidate.cue.lemma_.lower() in lexicon.deciding.lemmas and (parties > 1 or counted)
    deal = candidate.shape == "object" and candidate.act.lemma_.lower() in lexicon.terms.deals
    if decides or (deal and parties > 1):
        settled: frozenset[Settled] = qualified.settled | {"force"}
        return replace(qualified, force="agreement", settled=settled)
    return qualified


def _negation_of_act(candidate: Candidate) -> Token | None:
    """The word that makes an act one that will not be done, on a verb or on what a noun names."""
    act = candidate.act
    if candidate.rule_id in force_lexicon().averting.rules:
        return act.head
    if syntax.is_verb(act):
        lexicon, lemma = force_lexicon(), act.lemma_.lower()
        if lemma in lexicon.unhesitating.lemmas and syntax.child(act, "xcomp") is not None:
            return None
        if lemma in lexicon.unresting.lemmas:
            return None
        return act if lemma in lexicon.abstaining.lemmas else negated_by(act)
    if candidate.shape not in {"object", "preposition"}:
        return None
    clauses = (
        clause for clause in syntax.children(act, "acl", "ccomp") if syntax.modal_of(clause) is not None
    )
    return _no(act) or next(filter(None, map(negated_by, clauses)), None)


def negated_by(verb: Token) -> Token | None:
    """The word that negates a verb, on itself or in a phrase beside it ("no talks", "in no way")."""
    lexicon = force_lexicon()
    found = syntax.negation(verb)
    if found is not None:
        return found
    objects = syntax.children(verb, "dobj", "attr", "nsubjpass")
    objects += [who for clause in syntax.children(verb, "ccomp") for who in _whom_it_lets_act(clause)]
    for phrase in syntax.children(verb, "prep", "dative"):
        noun = syntax.child(phrase, "pobj")
        if noun is None:
            continue
        no = _no(noun)
        if no is not None and (noun.lemma_.lower() in lexicon.in_no_way.lemmas or no.lower_ == "neither"):
            return no
        if phrase.lower_ == "to":
            objects.append(noun)
    if verb.lemma_.lower() in lexicon.sparing.lemmas:
        return None
    return next((no for noun in objects if (no := _no(noun)) is not None), None)


def will_not_be(verb: Token) -> bool:
    """Whether an act is denied or refused: "will not disarm", "refuses to disarm"."""
    above = verb.head
    refused = verb.dep_ == "xcomp" and above.lemma_ in force_lexicon().refusing.lemmas
    return negated_by(verb) is not None or (refused and negated_by(above) is None)


def _whom_it_lets_act(clause: Token) -> list[Token]:
    """The subject of a clause without a tense, which is also an object: "will let nobody pass"."""
    bare = clause.tag_ == "VB" and syntax.modal_of(clause) is None  # not "agreed that nobody shall pass"
    return syntax.children(clause, "nsubj") if bare and clause.i > clause.head.i else []


def _no(noun: Token) -> Token | None:
    """The "no" of a phrase ("no boats", "no more boats"), or the word itself that means none."""
    if noun.lower_ in syntax.NEGATING_NOUNS and noun.lower_ != "no":  # "will vote no"
        return noun
    before = (noun, *syntax.children(noun, "amod"))
    words = (word for head in before for word in syntax.children(head, "det", "advmod", "neg"))
    return next((word for word in words if word.lower_ in {"no", "neither"}), None)


def _denial_of_cue(candidate: Candidate) -> Token | None:
    """What negates the words that commit to an act: "does not plan to", "has no plans to"."""
    binder = candidate.binder
    if candidate.shape == "noun" and not syntax.is_verb(binder):
        return binder.head if binder.head.lower_ == "without" else _no(binder) or _not_passed(binder)
    if binder.i == candidate.act.i or not syntax.is_verb(binder):
        return None
    denied_by = negated_by(binder) or _denied_above(binder)
    return None if denied_by is not None and _refuses_itself(denied_by, candidate) else denied_by


def _refuses_itself(no: Token, candidate: Candidate) -> bool:
    """Whether a "no" is a part of the words that refuse: "sees no reason to pay", "no question of paying"."""
    words = f"{no.lower_} {syntax.word_at(no, 1)}"
    return candidate.force == "refusal" and words in cue_index().with_no


def _denied_above(binder: Token) -> Token | None:
    """What denies that somebody gives their word at all: "was not in a position to promise to pay"."""
    if not syntax.has_to(binder) or binder.dep_ not in {"xcomp", "acl", "relcl"}:
        return None
    noun = binder.head
    if noun.pos_ == "NOUN":
        above = noun.head.head if noun.dep_ == "pobj" else noun.head
        return _no(noun) or (syntax.negation(above) if noun.dep_ in {"pobj", "dobj"} else None)
    return syntax.negation(noun.head if noun.dep_ == "acomp" else noun)


def _not_passed(noun: Token) -> Token | None:
    """What denies that a promise was given or got: "did not obtain its promise that he would lead"."""
    verb = noun.head
    if noun.dep_ == "attr":  # "what they have not got is a promise"
        verb = syntax.child(verb, "csubj") or verb
    passed = syntax.is_verb(verb) and verb.lemma_.lower() in force_lexicon().word_passed.lemmas
    return syntax.negation(verb) if passed and noun.dep_ in {"dobj", "attr", "nsubjpass"} else None


def _may_be_unwilling(candidate: Candidate) -> bool:
    """Whether who denies a cue refuses the act: having no plan to sell, but not having no attempt to.

    Who "did not offer to pay" has only said nothing.
    """
    did = {candidate.binder, *syntax.auxiliaries(candidate.binder)}
    if candidate.rule_id == OFFERING and any(word.tag_ in {"VBD", "VBN"} for word in did):
        return False
    return candidate.shape != "noun" or candidate.cue.lemma_.lower() in force_lexicon().unwilling.lemmas


def _keeps_open(candidate: Candidate, negated_by: Token) -> bool:
    """Whether what somebody will not do is to refuse: "would not rule out sending boats"."""
    act = candidate.act
    refuses = only_says_no(act) and not syntax.is_passive(act)
    return candidate.shape == "modal" and negated_by != act and refuses


def _will_refuse(candidate: Candidate) -> bool:
    """Whether what somebody will do is to refuse: "will refuse to pay", "bids will be rejected"."""
    act, lexicon = candidate.act, force_lexicon()
    refusing = lexicon.turning_down if syntax.is_passive(act) else lexicon.refusing
    return candidate.shape == "modal" and act.lemma_.lower() in refusing.lemmas


def said_of(candidate: Candidate) -> Token:
    """The verb of what is done, or refused, below one that only says so: "will not hesitate to | pay".

    Else the act itself: "will refuse | the gift".
    """
    act, lexicon = candidate.act, force_lexicon()
    if act.lemma_.lower() not in lexicon.unhesitating.lemmas | lexicon.refusing.lemmas or not syntax.is_verb(
        act
    ):
        return act
    below = next(filter(syntax.has_to, syntax.children(act, "xcomp")), None)
    return below if below is not None and below.i > act.i else act


def _denies_own_act(candidate: Candidate) -> bool:
    """Whether somebody denies that they will do something: "denied it would sell", "that it will be sold"."""
    act = candidate.act
    denies = act.dep_ == "ccomp" and act.head.lemma_.lower() in force_lexicon().disowning.lemmas
    subject = syntax.child(act, "nsubj", "nsubjpass")
    if not denies or candidate.rule_id not in WILL or subject is None:
        return False
    return syntax.is_passive(act) or subject.pos_ == "PRON"


def _is_denied(candidate: Candidate) -> bool:
    """Whether somebody denies or doubts the clause ("denied that it will close the port")."""
    clauses = (candidate.act, candidate.binder)
    denying = force_lexicon().denial.lemmas
    return any(clause.dep_ == "ccomp" and clause.head.lemma_.lower() in denying for clause in clauses)


def _force_of_modal(candidate: Candidate, force: Force, legal: bool, spoken_for: bool) -> Force:
    """ "Shall" and "will" of a treaty oblige; a reporter's bare "will" tells a plan.

    Who "is halting aid" gives its word; where another will go is a plan.
    """
    if candidate.shape == "progressive" and candidate.act.lemma_.lower() in force_lexicon().stopping.lemmas:
        return "pledge"
    if candidate.rule_id == "modal.would" and not legal and _is_itinerary(candidate.act):
        return "plan"
    if candidate.rule_id == "modal.shall":
        return "obligation" if legal else "pledge"
    if candidate.rule_id in TO_COME:
        if legal:
            return "obligation"
        return "pledge" if spoken_for and not _is_itinerary(candidate.act) else "plan"
    if candidate.rule_id in LAID_DOWN and legal:
        return "obligation"
    return force


def _is_sought(candidate: Candidate) -> bool:
    """Whether what somebody does is to seek an agreement, which is a plan."""
    return candidate.force == "agreement" and _sought_by(candidate) is not None


def _sought_by(candidate: Candidate) -> Token | None:
    """The word by which an agreement is still to come: "close to an agreement", "negotiating a deal"."""
    sought = force_lexicon().sought
    head = candidate.cue.head
    if candidate.shape == "object" and candidate.cue.tag_ == "VBG":
        return candidate.cue if candidate.cue.lemma_.lower() in sought.lemmas else None
    if candidate.shape != "noun":
        return None
    if head.lower_ in sought.prepositions and candidate.cue.dep_ == "pobj":
        return head
    governor = head.head if head.dep_ == "prep" else head
    return governor if governor.lemma_.lower() in sought.lemmas else None


def _terms_told(candidate: Candidate) -> Certainty | None:
    """How sure an act is that is told as a term of a deal; None where it is none.

    "Under the accord, Peru is to leave" is certain, "under a draft accord, it would leave" is probable.
    """
    terms = force_lexicon().terms
    if candidate.rule_id not in terms.rules:
        return None
    verbs = {
        syntax.conjunction_head(verb).i: syntax.conjunction_head(verb)
        for verb in (candidate.act, candidate.binder)
    }
    for verb in verbs.values():
        deal = _deal_under(verb)
        if deal is None:
            continue
        open_to_change = {word.lower_ for word in deal.children} & terms.not_settled
        if not open_to_change:
            return "certain"
        return "probable" if open_to_change <= terms.drafted else None
    return None


def _deal_under(verb: Token) -> Token | None:
    """The deal under which a verb says that something is to be done: "under (the terms of) the accord"."""
    terms = force_lexicon().terms
    noun = syntax.noun_after(verb, ("under",))
    noun = named_before(noun, terms.deals) if noun is not None else None
    if noun is not None and syntax.noun_lemma(noun) in terms.parts:
        noun = syntax.noun_after(noun, ("of",))
    return noun if noun is not None and syntax.noun_lemma(noun) in terms.deals else None


def _is_itinerary(act: Token) -> bool:
    """Whether an act is where another than the speaker will go: "she will visit", not "we will attend"."""
    others = syntax.subject_of(act) is not None and not _is_own(act) and not syntax.is_passive(act)
    return others and act.lemma_.lower() in force_lexicon().itinerary.lemmas


def _is_own(act: Token) -> bool:
    """Whether who speaks tells what they themselves will do: "I shall send", "I shall, therefore, send"."""
    modal = syntax.modal_of(act)
    subject = syntax.subject_of(act) or (syntax.child(modal, "nsubj") if modal is not None else None)
    return subject is not None and means_speaker(subject)


def _force_of_denial(force: Force, candidate: Candidate, legal: bool) -> Force:
    if force in {"obligation", "agreement", "request", "threat", "fulfilment"} or legal:
        return force
    gives_word = candidate.rule_id in force_lexicon().word_given.rules or _binds_itself(candidate)
    return force if gives_word and force == "pledge" else "refusal"


def _hedged(candidate: Candidate, certainty: Certainty) -> Certainty:
    tentative = force_lexicon().tentative
    for word in (*candidate.act.children, *candidate.binder.children):
        for hedge in force_lexicon().hedge:
            if word.lower_ in hedge.words:
                return hedge.certainty
    if candidate.shape in {"clause", "infinitive"} and candidate.binder.i != candidate.act.i:
        modal = syntax.modal_of(candidate.binder) if syntax.is_verb(candidate.binder) else None
        if modal is not None and modal.lower_ in {*tentative.modals, "can"}:
            return "possible"
    modal = syntax.modal_of(candidate.act) if syntax.is_verb(candidate.act) else None
    if modal is not None and modal.lower_ in tentative.modals:
        return "certain" if _forbids(candidate.act, modal) else "possible"
    if candidate.shape == "progressive" and _is_weighing(candidate.act):
        return "possible"
    return "certain" if _warns_of_what_will_be(candidate) else certainty


def _forbids(act: Token, modal: Token) -> bool:
    """Whether "may" grants nobody leave: "no member may levy a toll"."""
    subject = syntax.child(act, "nsubj", "nsubjpass")
    return modal.lower_ == "may" and subject is not None and _no(subject) is not None


def is_harmful(act: Token) -> bool:
    """Whether the act harms another side: "retaliate", "impose sanctions"."""
    harm = force_lexicon().harm
    lemma = act.lemma_.lower()
    if lemma in harm.lemmas:
        return True
    objects = [found.lemma_.lower() for found in syntax.children(act, "dobj", "nsubjpass", "attr")]
    return lemma in harm.object_verbs and any(found in harm.objects for found in objects)


def _threatens(act: Token) -> bool:
    """Whether an act is to make another give way: harm on a condition, or pressure unless they do."""
    clauses = [
        (clause, IF if syntax.is_inverted(clause) else mark.lower_) for clause, mark in _marked_clauses(act)
    ]
    unless = any(mark == "unless" or (mark == IF and negated_by(clause)) for clause, mark in clauses)
    presses = _answers_harm(act) or (unless and act.lemma_.lower() in force_lexicon().pressing.lemmas)
    depends = any(mark in {IF, "unless", "until"} for _, mark in clauses)
    return presses or (depends and (is_harmful(act) or _presses_on(act)))


def _answers_harm(act: Token) -> bool:
    """Whether an act answers what another does with harm: "will respond to any attack"."""
    answering = force_lexicon().answering
    if _meets_with_harm(act):
        return True
    if act.lemma_.lower() not in answering.lemmas or syntax.is_passive(act):
        return False
    answered = (*syntax.children(act, "dobj"), *syntax.complements_of(act, ("to", "against", "for")))
    return any(syntax.noun_lemma(noun) in answering.nouns for noun in answered)


def _meets_with_harm(act: Token) -> bool:
    """Whether an act is that something will be met with harm: "any raid would be met with force"."""
    meeting = force_lexicon().meeting
    harm = syntax.complements_of(act, ("with",)) if act.lemma_.lower() in meeting.lemmas else ()
    return any(syntax.noun_lemma(noun) in meeting.nouns for noun in harm)


def _presses_on(act: Token) -> bool:
    """Whether an act is that what presses another goes on: "the strike would resume"."""
    coercion = force_lexicon().coercion
    subject = syntax.child(act, "nsubj")
    return (
        act.lemma_.lower() in coercion.lemmas
        and subject is not None
        and syntax.noun_lemma(subject) in coercion.nouns
    )


def _marked_clauses(act: Token) -> Iterator[tuple[Token, Token]]:
    """The adverbial clauses of an act, each with the word that opens it: "should" of "should talks fail"."""
    for clause in syntax.children(act, "advcl", "ccomp"):
        if syntax.is_inverted(clause):
            yield clause, clause.left_edge
        elif clause.dep_ == "advcl":
            yield from ((clause, mark) for mark in syntax.children(clause, "mark"))
