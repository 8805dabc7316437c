"""Commissive cues: which words say that somebody binds itself, and to what.

The lexicon is ``lexicons/cues.toml``. ``find_candidates`` reads it against a parsed sentence and gives
every act that might be a commitment, a request or a fulfilment; what is kept is decided later
(``flows/extract/judge.py``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from flows.extract import syntax
from flows.extract.components.addressee import without_addressees
from flows.extract.components.apart import apart_from_adjective, apart_from_verb
from flows.extract.components.coordination import ASPECT, coordinated_verbs
from flows.extract.components.cue_lexicon import (
    PARTY_LABELS,
    AdjectiveCue,
    Candidate,
    Complement,
    CueIndex,
    IdiomCue,
    ModalCue,
    NounCue,
    Shape,
    VerbCue,
    cue_index,
    has_particle,
    is_one_of_lists,
    refuses,
)
from flows.extract.components.gapping import shares_behind
from flows.extract.components.left_open import leaves_open
from flows.extract.components.request import (
    addresses,
    request_candidates,
    requesting_noun_candidates,
    sets_time_to_act,
)
from flows.extract.components.stance import stances
from flows.extract.components.standing import says_that_offer_stands, standing_offers
from flows.extract.components.terms import enacts, is_done, is_term_of_deal
from flows.extract.parse import Doc, Span, Token
from flows.extract.remembered import Remembered


def find_candidates(sentence: Span) -> list[Candidate]:
    """Every act of ``sentence`` that a rule proposes, the outermost first; one candidate an act.

    Where several rules propose the same act, the one whose cue is a commissive word of its own is
    kept before a bare modal ("promised that it will send": the promise).
    """
    index = cue_index()
    found: dict[int, Candidate] = {}
    proposing = _proposing_words(sentence.doc)
    for token in sentence:
        for candidate in _candidates_at(token, index) if proposing[token.i] else ():
            if candidate.act.sent.start != sentence.start or _asks_nobody(candidate):
                continue
            if leaves_open(candidate.act):  # what may be done stands below it
                continue
            for act in _coordinated_acts(candidate):
                rival = found.get(act.act.i)
                if rival is None or _rank(act) > _rank(rival):
                    found[act.act.i] = act
    return sorted(_with_shares(list(_outermost(found))), key=lambda candidate: candidate.act.i)


def _with_shares(found: list[Candidate]) -> Iterator[Candidate]:
    """The acts, and those of further parties that share their verb: "Norway pledged $5 million, Peru $3"."""
    shared: dict[int, Candidate] = {}
    for candidate in found:
        shares = shares_behind(candidate)
        for share in shares:
            shared[share.number.i] = replace(
                candidate,
                act=share.number,
                holder=share.party,
                shape="object",
                share_end=share.end,
                alone=True,
            )
        if not any(share.number.i == candidate.act.i for share in shares):
            yield replace(candidate, share_end=shares[0].start) if shares else candidate
    yield from shared.values()


PREDICATIVE = frozenset({"acomp", "ROOT", "conj", "oprd", "amod", "advcl", "ccomp", "relcl", "acl", "xcomp"})
PLAIN_SHAPES: frozenset[Shape] = frozenset({"modal", "itself", "fulfilment", "progressive"})
SELF_CUED: frozenset[Shape] = frozenset({"itself", "fulfilment", "progressive"})


REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"})
DECIDING = frozenset({"decide", "determine"})
NUMBERED_GROUP = re.compile(r"[A-Z]-?\d+$")  # "G-8", which the tagger takes for a common noun
STRENGTH: dict[Shape, int] = {
    "request": 6, "predicate": 6, "infinitive": 5, "clause": 5, "gerund": 5, "noun": 4, "object": 4,
    "preposition": 4, "modal": 3, "bullet": 2, "itself": 2, "progressive": 1, "fulfilment": 1,
}  # fmt: skip


def _asks_nobody(candidate: Candidate) -> bool:
    """Whether a thing is asked of nobody who is named, by a verb that offers: "proposed a budget"."""
    if candidate.shape != "request" or candidate.asked is not None or syntax.is_verb(candidate.act):
        return False
    rules = cue_index().verbs.get(candidate.cue.lemma_.lower(), ())
    return any(rule.force == "offer" for rule in rules)


def _rank(candidate: Candidate) -> tuple[int, int]:
    weak = candidate.rule_id == "plan.be_to"  # "the intention is to …": the noun says more than the copula
    return 2 if weak else STRENGTH[candidate.shape], -candidate.cue.i


def _outermost(found: dict[int, Candidate]) -> Iterator[Candidate]:
    """Leave out acts of a cue that is itself an act ("will continue to work to ensure": one act).

    What is coordinated below such a cue is an act of its own and has the cue's own rule: "will continue to
    fund schools and build roads".
    """
    for candidate in found.values():
        if any(
            _is_given_up(candidate, other) or _only_offers(candidate, other) or _is_means(candidate, other)
            for other in found.values()
        ):
            continue
        outer = _outer(candidate, found)
        if outer is candidate or _is_of_another(candidate, outer):
            yield candidate
        elif candidate.act.i != _first_below(candidate.cue, found) and outer.act.lemma_.lower() in ASPECT:
            yield replace(outer, act=candidate.act)


def _only_offers(candidate: Candidate, other: Candidate) -> bool:
    """Whether an act is only the offering of another: "is offering to host the fair"."""
    if candidate.shape not in {"itself", "progressive"} or other.cue.i != candidate.act.i != other.act.i:
        return False
    return other.force == "offer" and other.act.i > other.cue.i


def _is_given_up(candidate: Candidate, other: Candidate) -> bool:
    """Whether an act is what the same party goes back on: "backed out of a deal to buy wheat"."""
    if other.force != "refusal" or other.shape != "itself" or candidate.shape != "noun":
        return False
    holder = candidate.holder
    own = holder is None or holder.pos_ == "PRON" or holder == syntax.subject_of(other.act)
    verb = next(filter(syntax.is_verb, syntax.ancestors(candidate.cue)), None)
    return own and verb is other.act and verb.dep_ != "advcl"  # "if Peru reneges on its promise"


def _is_means(candidate: Candidate, other: Candidate) -> bool:
    """Whether an act only tells how another is done: "announced a new front by announcing ten rules"."""
    by = candidate.binder.head
    means = candidate.binder.dep_ == "pcomp" and by.lower_ == "by" and candidate.binder != candidate.act
    return means and candidate is not other and by.head in (other.binder, other.act)


def _is_of_another(candidate: Candidate, outer: Candidate) -> bool:
    """Whether an act is that of another party than the one that names it.

    A plan that somebody rejects ("rejected Kenya's offer to mediate"), what an ultimatum asks of its hearer.
    """
    if candidate.shape == "request":
        return outer.force == "threat"
    return outer.force == "refusal" and outer.shape == "object" and candidate.holder is not None


def _outer(candidate: Candidate, found: dict[int, Candidate]) -> Candidate:
    """The candidate whose act holds the cue of this one, as far out as there is one; itself at the top."""
    seen: set[int] = set()
    while candidate.act.i not in seen:
        seen.add(candidate.act.i)
        holding = found.get(candidate.cue.i)
        if holding is None or candidate.cue.i == candidate.act.i or holding.shape in SELF_CUED:
            break
        candidate = holding
    return candidate


def _first_below(cue: Token, found: dict[int, Candidate]) -> int:
    """The first act that a cue governs, which belongs to the cue's own act."""
    return min(candidate.act.i for candidate in found.values() if candidate.cue.i == cue.i)


def _coordinated_acts(candidate: Candidate) -> Iterator[Candidate]:
    """The candidate and one more for every verb coordinated with its act, where those are distinct acts.

    Below a verb that only leads to what is done they stand beside that: "is going to rent it and sell it".
    """
    yield candidate
    act = syntax.acting_verb(candidate.act)
    leads = act != candidate.act or (candidate.shape == "modal" and candidate.cue == act.head)  # "ought to"
    if not syntax.is_verb(act) or (candidate.shape in PLAIN_SHAPES and not leads):
        return
    for verb in coordinated_verbs(act):
        if not (candidate.shape == "noun" and _promises_itself(verb)):
            yield replace(candidate, act=verb)


def _promises_itself(verb: Token) -> bool:
    """Whether a verb is itself one of promising, with what it promises: "commit to work", "announce that"."""
    index = cue_index()
    rules = (
        rule for rule in index.verbs.get(verb.lemma_.lower(), ()) if rule.speech and rule.force == "pledge"
    )
    return any(True for rule in rules for _ in _verb_candidates(verb, rule, index))


@lru_cache(maxsize=1)  # the sentences of a document ask one after the other
def _proposing_words(doc: Doc) -> list[bool]:
    return _proposing().of(doc)


@lru_cache(maxsize=1)
def _proposing() -> Remembered[bool]:
    return Remembered(_may_propose)


def _may_propose(token: Token) -> bool:
    """Whether any rule could be about a token, by its form and tags alone."""
    index, lemma = cue_index(), token.lemma_.lower()
    if syntax.is_verb(token) or token.lower_ in index.adjectives or _stands_apart(token):
        return True
    return _is_noun(token) and (lemma in index.nouns or lemma in index.requests)


def _is_offering(verb: Token) -> bool:
    """Whether a verb tells of an offer under way, which names its own act: "is offering to host it"."""
    index = cue_index()
    rules = (rule for rule in index.verbs.get(verb.lemma_.lower(), ()) if rule.force == "offer")
    under_way = verb.tag_ == "VBG" and any(aux.lemma_ == "be" for aux in syntax.children(verb, "aux"))
    return under_way and any(True for rule in rules for _ in _verb_candidates(verb, rule, index))


def _is_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" or token.tag_ in {"NN", "NNS"}


def _candidates_at(token: Token, index: CueIndex) -> Iterator[Candidate]:
    lemma = token.lemma_.lower()
    if syntax.is_verb(token):
        yield from _modal_candidates(token, index)
        yield from _commissive_candidates(token, index)
        for idiom, verb_rule in index.idioms.get(lemma, ()):
            yield from _idiom_candidates(token, idiom, verb_rule)
        for request_rule in index.requests.get(lemma, ()):
            yield from request_candidates(token, request_rule)
        yield from _plain_candidates(token, index)
        yield from stances(token)
        yield from standing_offers(token)
    if _stands_apart(token):
        yield from _separate_modal_candidates(token, index)
    if token.lemma_ == "be":
        yield from _predicate_candidates(token, index)
    for adjective_rule in index.adjectives.get(token.lower_, ()):
        bound = list(_adjective_candidates(token, adjective_rule))
        yield from bound or apart_from_adjective(token, adjective_rule)
    if _is_noun(token):
        for noun_rule in index.nouns.get(lemma, ()):
            yield from _noun_candidates(token, noun_rule)
        for request_rule in index.requests.get(lemma, ()):
            yield from requesting_noun_candidates(token, request_rule)


def _commissive_candidates(verb: Token, index: CueIndex) -> Iterator[Candidate]:
    """What a verb commits to by its rules; what stands apart from it only where no rule finds an act."""
    rules = index.verbs.get(verb.lemma_.lower(), ())
    found = [candidate for rule in rules for candidate in _verb_candidates(verb, rule, index)]
    yield from found or (candidate for rule in rules for candidate in apart_from_verb(verb, rule))


def _modal_candidates(verb: Token, index: CueIndex) -> Iterator[Candidate]:
    modal = syntax.modal_of(verb)
    rule = index.modals.get(modal.lower_) if modal is not None else None
    counterfactual = any(aux.lemma_ == "have" for aux in syntax.auxiliaries(verb))  # "would have sent"
    if counterfactual or syntax.is_inverted(verb) or _would_be_ready(verb, index) or _asks_hearer(verb):
        return
    if modal is not None and rule is not None:
        act = _only_choice(verb, index.noun_lists["choice"]) or verb
        yield Candidate(act, modal, act, rule.id, rule.force, rule.certainty, "modal")
    duty = index.modals_before_to.get(verb.head.lemma_.lower())
    if duty is not None and _is_duty_of_another(verb):
        yield Candidate(verb, verb.head, verb, duty.id, duty.force, duty.certainty, "modal")


def _is_duty_of_another(verb: Token) -> bool:
    """Whether an infinitive tells what others have to do: "Peru has to pay", "said Peru had to pay".

    Not what whoever speaks has to do, nor what somebody had to do once.
    """
    have = verb.head
    if verb.dep_ != "xcomp" or not syntax.has_to(verb) or syntax.modal_of(have) is not None:
        return False
    subject = syntax.child(have, "nsubj")
    others = subject is not None and subject.pos_ != "PRON"  # "you have to laugh", "said they had to go"
    told = have.tag_ != "VBD" or have.dep_ == "ccomp"
    denied = syntax.negation(have) is not None or syntax.negation(verb) is not None
    return others and told and not syntax.auxiliaries(have) and not denied


def _only_choice(verb: Token, choices: frozenset[str]) -> Token | None:
    """The act besides which there is none: "will have no choice but to close the port"."""
    left = next(iter(_among(syntax.children(verb, "dobj"), choices)), None) if verb.lemma_ == "have" else None
    if left is None or left.i + 3 >= left.sent.end or left.nbor().lower_ != "but":
        return None
    act = left.nbor(3)
    return act if act.tag_ == "VB" and syntax.has_to(act) else None


def _stands_apart(token: Token) -> bool:
    return token.tag_ == "MD" and token.dep_ not in syntax.AUXILIARIES


def _separate_modal_candidates(modal: Token, index: CueIndex) -> Iterator[Candidate]:
    """The act of a modal that the parse takes for a verb of its own: "ought to pay"."""
    rule = index.modals.get(modal.lower_)
    for act in syntax.children(modal, "xcomp"):
        if rule is not None and syntax.has_to(act):
            yield Candidate(act, modal, modal, rule.id, rule.force, rule.certainty, "modal")


def _asks_hearer(verb: Token) -> bool:
    """Whether a clause asks the hearer, though no mark says so: "will you be meeting more of them —"."""
    modal, subject = syntax.modal_of(verb), syntax.child(verb, "nsubj", "nsubjpass")
    if modal is None or subject is None:
        return False
    return subject.lower_ == "you" and modal.i + 1 == subject.i


def _would_be_ready(verb: Token, index: CueIndex) -> bool:
    """Whether an adjective behind "be" offers an act of its own: "would be happy to pay"."""
    adjective = syntax.child(verb, "acomp") if verb.lemma_ == "be" else None
    if adjective is None:
        return False
    offers = (rule for rule in index.adjectives.get(adjective.lower_, ()) if rule.force == "offer")
    return any(True for rule in offers for _ in _adjective_candidates(adjective, rule))


def _verb_candidates(verb: Token, rule: VerbCue, index: CueIndex) -> Iterator[Candidate]:
    lemma = verb.lemma_.lower()
    if not has_particle(verb, rule.particles.get(lemma)):
        return
    if lemma in rule.objects_of and not _has_object_among(verb, index.noun_lists[rule.objects_of[lemma]]):
        return
    if any(word.lower_ in rule.not_with for word in syntax.children(verb, "prt", "advmod", "prep")):
        return
    if lemma in rule.active and verb.tag_ == "VBN" and not syntax.is_perfect(verb):
        return
    if rule.bare is not None and not _is_bare(verb, index.noun_lists[rule.bare]):
        return
    subject = syntax.subject_of(verb)
    if rule.subjects and (subject is None or not is_one_of_lists(subject, rule.subjects)):
        return
    if (rule.enacts and not enacts(verb)) or (rule.done and not is_done(verb)):
        return
    allowed = index.noun_lists[rule.objects] if rule.objects is not None else None

    def proposes(act: Token, shape: Shape) -> Candidate:
        return Candidate(act, verb, verb, rule.id, rule.force, rule.certainty, shape, speech=rule.speech)

    for complement in rule.complements:
        for act, shape in _complements(verb, complement, rule, allowed):
            yield proposes(act, shape)


def _idiom_candidates(verb: Token, idiom: IdiomCue, rule: VerbCue) -> Iterator[Candidate]:
    """The acts behind a verb with an object that together commit: "gave its blessing to the sale"."""
    said = next((noun for noun in syntax.children(verb, "dobj") if _is_one_of(noun, idiom.objects)), None)
    if said is None or syntax.is_passive(verb) or not has_particle(verb, idiom.particle):
        return
    behind: list[tuple[Token, Shape]] = []
    for head in (verb, said):
        infinitives = filter(syntax.is_infinitive, syntax.children(head, "xcomp", "advcl", "acl", "relcl"))
        behind += [] if idiom.prepositions else [(act, "infinitive") for act in infinitives if act.i > said.i]
        behind += [(act, "object") for act in syntax.complements_of(head, idiom.prepositions)]
        if "clause" in rule.complements and not idiom.prepositions:  # "gave his word that nobody would pay"
            clauses = syntax.children(head, "acl", "ccomp", "relcl")
            behind += [(act, "clause") for act in clauses if act.i > said.i and _that_clause(act)]
    if (to := syntax.child(verb, "dative")) is not None and to.lower_ in idiom.prepositions:
        behind += [(act, "object") for act in syntax.children(to, "pobj")]
    for act, shape in behind:
        if _names_act(act) and act.ent_type_ not in PARTY_LABELS | syntax.TIME_LABELS:
            yield Candidate(act, verb, verb, rule.id, rule.force, rule.certainty, shape, speech=rule.speech)


def _is_one_of(noun: Token, objects: frozenset[str]) -> bool:
    """Whether a noun, by itself or with its modifier, is one of ``objects``: "blessing", "green light"."""
    lemma = noun.lemma_.lower()
    modifiers = syntax.children(noun, "amod", "compound", "det")
    return lemma in objects or any(f"{modifier.lower_} {lemma}" in objects for modifier in modifiers)


def _has_object_among(verb: Token, allowed: frozenset[str]) -> bool:
    """Whether a verb's object is one of ``allowed``: "called a vote", not "called the vote a sham"."""
    objects = syntax.children(verb, "dobj", "nsubjpass")
    return bool(_among(objects, allowed)) and syntax.child(verb, "oprd") is None


def _is_bare(verb: Token, aims: frozenset[str]) -> bool:
    """Whether a verb governs its act itself, or names an aim: "is to meet", "it is our policy to protect".

    So does what somebody decided: "determined that it is necessary to extend the ban". What stands behind the
    act is no name for it, whatever the parse says: "is to send a tug, a step that …".
    """
    named = syntax.child(verb, "attr")
    act = next(filter(syntax.is_infinitive, syntax.children(verb, "xcomp")), None)
    if named is not None and (act is None or named.i < act.i):
        return named.lemma_.lower() in aims
    subject = syntax.child(verb, "nsubj", "expl")
    empty = subject is not None and subject.lower_ in {"it", "there"}
    if empty and verb.dep_ == "ccomp" and verb.head.lemma_ in DECIDING:
        return True
    if empty and act is not None and _follows(act, verb):
        return True
    return not empty and syntax.child(verb, "acomp") is None


def _compares(word: Token | None) -> bool:
    """Whether a word compares what follows: "however hard it is to say", "better than it is to pay"."""
    return word is not None and (word.pos_ == "ADJ" or word.lower_ == "than")


def _follows(act: Token, be: Token) -> bool:
    """Whether an act stands right behind "be", so that "it" is somebody: "it is to pay".

    "It is to be hoped" and "it is for Peru to pay" have an empty "it".
    """
    between = be.doc[be.i + 1 : act.i]
    subject = syntax.neighbour(be, -1)
    before = syntax.neighbour(be, -2)
    if subject is None or subject.lower_ != "it" or _compares(before):
        return False
    return not syntax.is_passive(act) and all(word.tag_ in {"TO", "RB"} for word in between)


def _complements(
    verb: Token, kind: Complement, rule: VerbCue, allowed: frozenset[str] | None
) -> Iterator[tuple[Token, Shape]]:
    if kind == "infinitive":
        for act in syntax.children(verb, "xcomp", "advcl", "ccomp", "conj"):
            fronted = act.i < verb.i  # "to soften the blow, …"
            purpose = act.dep_ == "advcl" and _has_purpose(verb, act, rule)
            beside = act.dep_ == "conj" and not _adds_act(verb, rule)
            if syntax.is_infinitive(act) and not (purpose or fronted or beside):
                yield act, "infinitive"
    elif kind == "gerund":
        for act in syntax.children(verb, "xcomp", "ccomp", "pcomp"):
            if act.tag_ == "VBG":
                yield act, "gerund"
    elif kind == "gerund_behind":
        for act in syntax.complements_of(verb, rule.prepositions):
            if act.tag_ == "VBG":
                yield act, "gerund"
    elif kind == "clause":
        for act in (*syntax.children(verb, "ccomp"), *_clauses_behind_nouns(verb)):
            told = not syntax.is_infinitive(act) and syntax.is_verb(act)
            told = told and (act.i > verb.i or (rule.force == "agreement" and _is_fronted(act, verb)))
            told = told and act.left_edge.lower_ != "how"  # "described how it will pay" tells by its modal
            told = told and not (_is_offering(act) or _tells_of_plan(act))
            if told and not _is_done(act) and not syntax.is_inverted(act):
                yield act, "clause"
    elif kind == "object":
        yield from _object_acts(verb, rule, allowed)
    elif kind == "preposition":
        yield from _prepositional_acts(verb, rule.prepositions)
    elif kind == "itself" and syntax.modal_of(verb) is None and _is_about(verb, rule, allowed):
        yield verb, "itself"


def _tells_of_plan(verb: Token) -> bool:
    """Whether a clause tells, in the present, what somebody plans: "announced that the bakers plan to march".

    The plan is the act then, and no pledge of whoever announces it.
    """
    if verb.tag_ not in {"VBP", "VBZ"} or not any(map(syntax.is_infinitive, syntax.children(verb, "xcomp"))):
        return False
    rules = cue_index().verbs.get(verb.lemma_, ())
    return any(rule.force == "plan" and "infinitive" in rule.complements for rule in rules)


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
            yield from (act for act in syntax.children(noun, "acl", "ccomp", "relcl") if _that_clause(act))


def _things_behind(verb: Token) -> Iterator[Token]:
    """The nouns behind the prepositions of a verb."""
    for preposition in syntax.children(verb, "prep"):
        yield from syntax.children(preposition, "pobj")


def _is_about(verb: Token, rule: VerbCue, allowed: frozenset[str] | None) -> bool:
    """Whether what is done is done to one of the ``allowed`` nouns, where a rule names them.

    They stand behind the rule's prepositions, if it has any: "backed out of the accord".
    """
    if allowed is None:
        return True
    if not rule.prepositions:
        return bool(_among(syntax.children(verb, "dobj", "nsubjpass"), allowed))
    behind = [
        noun
        for preposition in syntax.children(verb, "prep")
        for last in (preposition, *syntax.children(preposition, "prep"))
        if last.lower_ in rule.prepositions
        for noun in syntax.children(last, "pobj")
    ]
    return bool(_among(behind, allowed))


def _among(heads: list[Token], allowed: frozenset[str]) -> list[Token]:
    """Those of the nouns, and of what is coordinated with them, that are ``allowed``."""
    return [noun for head in heads for noun in syntax.conjuncts(head) if noun.lemma_.lower() in allowed]


def _is_done(act: Token) -> bool:
    """Whether an act is reported as done ("announced that it had sent ten boats"), which binds to nothing."""
    return syntax.modal_of(act) is None and any(aux.lemma_ == "have" for aux in syntax.auxiliaries(act))


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
        rule.force == "obligation" and any(noun.ent_type_ in PARTY_LABELS for noun in objects)
    )
    return rule.passive is not None and (syntax.is_passive(verb) or (bool(objects) and not bound))


def _object_acts(verb: Token, rule: VerbCue, allowed: frozenset[str] | None) -> Iterator[tuple[Token, Shape]]:
    labels = ("dobj", "nsubjpass") if rule.passive == "act" and syntax.is_passive(verb) else ("dobj",)
    found = [] if addresses(verb) or sets_time_to_act(verb) else syntax.children(verb, *labels)
    reduced = verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head.pos_ in {"NOUN", "NUM"}
    if rule.passive == "act" and reduced:
        found.append(verb.head)
    if allowed is not None:
        found = _among(found, allowed)
        purpose = next(filter(syntax.is_infinitive, syntax.children(verb, "advcl", "xcomp")), None)
        if found and purpose is not None and purpose.i > found[-1].i:  # "signed a contract to buy ships"
            yield purpose, "infinitive"
            return
    if rule.not_objects is not None:
        binding_nobody = cue_index().noun_lists[rule.not_objects]
        found = [noun for noun in found if noun.lemma_.lower() not in binding_nobody]
    for noun in without_addressees(found[:1] if rule.enacts else found, verb):
        asked = _what_it_asks(noun) if rule.force == "refusal" else None
        if asked is not None:
            yield asked, "object"
        elif _names_act(noun) and (
            rule.force == "refusal" or not (_names_act_of_its_own(noun) or _points_back(noun))
        ):
            yield noun, "object"


def _what_it_asks(noun: Token) -> Token | None:
    """The verb of what a noun asks or suggests, which whoever rejects it will not do: "a call to resign"."""
    if noun.lemma_.lower() not in cue_index().noun_lists["asking"]:
        return None
    beside = [
        act for act in syntax.children(noun.head, "advcl", "xcomp") if act.left_edge.i > noun.right_edge.i
    ]
    for act in (*syntax.children(noun, "acl", "relcl", "ccomp", "xcomp"), *beside):
        mark = syntax.child(act, "mark")
        if syntax.has_to(act) or (mark is not None and mark.lower_ == "that"):
            return act
    return None


def _names_act(word: Token) -> bool:
    """Whether a word may name an act: no pronoun, nor "the following", of which a list tells."""
    return word.pos_ != "PRON" and word.lower_ != "following"


POINTING_WORDS = frozenset({"the", "this", "that", "any"})


def _points_back(noun: Token) -> bool:
    """Whether a noun only stands for what was told before: "announced the step", "announced this move"."""
    (first, *others) = (*noun.children, noun)
    bare = len(others) == 1 and first.dep_ == "det" and first.lower_ in POINTING_WORDS
    return bare and noun.dep_ == "dobj" and noun.lemma_.lower() in cue_index().noun_lists["pointing"]


def _names_act_of_its_own(noun: Token) -> bool:
    """Whether a nominal cue is followed by its own act ("its commitment to protecting …")."""
    if noun.lemma_.lower() not in cue_index().nouns:
        return False
    if any(syntax.has_to(verb) for verb in syntax.children(noun, "acl", "relcl")):
        return True
    if _acts_of_what_was_made(noun):
        return True
    prepositions = syntax.children(noun, "prep")
    return any(word.lower_ == "to" and syntax.child(word, "pcomp") is not None for word in prepositions)


def _prepositional_acts(verb: Token, prepositions: tuple[str, ...]) -> Iterator[tuple[Token, Shape]]:
    """What stands behind a verb's prepositions; the parse hangs some on a name: "assured Fiji of aid"."""
    names = [noun for noun in syntax.children(verb, "dobj") if noun.pos_ == "PROPN"]
    for act in (act for head in (verb, *names) for act in syntax.complements_of(head, prepositions)):
        dated = act.ent_type_ in syntax.TIME_LABELS and not _is_granted_time(act)
        if _names_act(act) and not dated and not _receives(act, verb):
            yield act, "preposition"


def _is_granted_time(span: Token) -> bool:
    """Whether a span of time is what is agreed to, and not when: "agreed to two more days of talks"."""
    return span.tag_ == "NNS" and span.head.lower_ == "to" and syntax.child(span, "nummod") is not None


def _receives(noun: Token, verb: Token) -> bool:
    """Whether a noun after a preposition gets what the verb's object names ("promised $5 to Peru")."""
    return noun.ent_type_ in PARTY_LABELS and syntax.child(verb, "dobj") is not None


def _predicate_candidates(be: Token, index: CueIndex) -> Iterator[Candidate]:
    """What the words behind "be" rule out or lead to: "a truce is out of the question", "is about to pay"."""
    for rule in index.predicates:
        if _phrase_behind(be, rule.phrases, index) is not None:
            for act in syntax.children(be, "csubj", "nsubj"):
                if act.pos_ == "PRON":
                    yield Candidate(be, be, be, index.bare.id, rule.force, rule.certainty, "predicate")
                else:
                    yield Candidate(act, be.nbor(), act, rule.id, rule.force, rule.certainty, "predicate")
    for adjective in index.phrases:
        end = _phrase_behind(be, adjective.phrases, index)
        verb = _verb_at(be, end) if end is not None else None
        if verb is not None:
            yield Candidate(
                verb, verb.nbor(-1), be, adjective.id, adjective.force, adjective.certainty, "infinitive"
            )


def _phrase_behind(be: Token, phrases: tuple[str, ...], index: CueIndex) -> int | None:
    """Where the first of ``phrases`` that stands right behind "be" ends; None where none does."""
    end = min(be.sent.end, be.i + 1 + index.longest_phrase)
    behind = " ".join(token.lower_ for token in be.doc[be.i + 1 : end]) + " "
    found = next((phrase for phrase in phrases if behind.startswith(f"{phrase} ")), None)
    return be.i + 1 + len(found.split()) if found is not None else None


def _verb_at(be: Token, place: int) -> Token | None:
    """The verb of the clause of "be" that stands at a place, an adverb at most before it."""
    first = next((word for word in be.doc[place : be.sent.end] if word.pos_ != "ADV"), None)
    acts = first is not None and first.tag_ in {"VB", "VBG"} and be in syntax.ancestors(first)
    return first if acts else None


def _plain_candidates(verb: Token, index: CueIndex) -> Iterator[Candidate]:
    """Acts told without a commissive word: "is developing", "are to meet", and acts reported as done."""
    if syntax.modal_of(verb) is not None:
        return
    if any(word.lower_ == "hereby" for word in syntax.children(verb, "advmod")):
        yield Candidate(verb, verb, verb, "performative.hereby", "pledge", "certain", "itself")
    if is_term_of_deal(verb):
        yield Candidate(verb, verb, verb, "agreement.term", "agreement", "certain", "itself")
    present = [aux for aux in syntax.children(verb, "aux") if aux.lemma_ == "be"]
    # "is announcing a grant": the grant is the act
    if verb.tag_ == "VBG" and present and not _promises_itself(verb):
        yield Candidate(verb, present[0], verb, "progressive", "plan", "certain", "progressive")
    rule = index.fulfilments.get(verb.lemma_.lower())
    if rule is None or sets_time_to_act(verb) or _hands_over_words(verb):
        return
    if (verb.tag_ in {"VBD", "VBN"} and verb.dep_ != "amod") or (rule.gives and _gives_now(verb)):
        yield Candidate(verb, verb, verb, rule.id, "fulfilment", "certain", "fulfilment")


def _hands_over_words(verb: Token) -> bool:
    """Whether what is handed over is only words: "granted the firm permission", "gave a speech"."""
    given = syntax.children(verb, "dobj", "nsubjpass")
    return bool(_among(given, cue_index().noun_lists["worded"]))


def _gives_now(verb: Token) -> bool:
    """Whether a verb of giving tells in the present of a named party: a headline, or what a donor is doing.

    "Norway sends two ferries to Fiji", "Norway is the largest donor, giving $3 million a year".
    """
    if verb.tag_ == "VBG":
        told = verb.dep_ in {"advcl", "acl"} and verb.head.lemma_ in {"be", "remain", "become"}
    else:
        told = verb.tag_ in {"VBZ", "VBP"} and verb.dep_ == "ROOT"
    subject = syntax.subject_of(verb.head if verb.tag_ == "VBG" else verb) if told else None
    named = (subject, *syntax.children(subject, "amod", "compound", "poss")) if subject is not None else ()
    return any(word.ent_type_ in PARTY_LABELS for word in named)


def _adjective_candidates(adjective: Token, rule: AdjectiveCue) -> Iterator[Candidate]:
    if adjective.dep_ not in PREDICATIVE or syntax.child(adjective, "dobj") is not None:
        return
    binder = adjective.head if adjective.dep_ in {"acomp", "oprd"} else adjective
    duty = _duty_of_being(binder) if rule.force == "offer" else None
    for act in syntax.children(adjective, "xcomp", "advcl", "ccomp"):
        if not syntax.is_infinitive(act) or _promises_itself(act):  # "pleased to announce that we will pay"
            continue
        if duty is not None:
            cue, modal = duty
            yield Candidate(act, cue, binder, modal.id, modal.force, modal.certainty, "modal")
        else:
            yield Candidate(act, adjective, binder, rule.id, rule.force, rule.certainty, "infinitive")
    if says_that_offer_stands(binder):  # "the door is open to Peru": no act is done to Peru
        return
    for act, shape in _prepositional_acts(adjective, rule.prepositions):
        yield Candidate(act, adjective, binder, rule.id, rule.force, rule.certainty, shape)


def _duty_of_being(be: Token) -> tuple[Token, ModalCue] | None:
    """What makes a duty of being ready for an act, with its rule: "Peru must be ready to pay"."""
    index = cue_index()
    modal = syntax.modal_of(be) if syntax.is_verb(be) or be.pos_ == "AUX" else None
    rule = index.modals.get(modal.lower_) if modal is not None else None
    if modal is not None and rule is not None and rule.force == "request":
        return modal, rule
    due = index.modals_before_to.get(be.head.lemma_.lower())
    return (be.head, due) if due is not None and _is_duty_of_another(be) else None


def _noun_candidates(noun: Token, rule: NounCue) -> Iterator[Candidate]:
    holder = _holder_of(noun)

    def proposes(act: Token) -> Candidate:
        return Candidate(act, noun, noun, rule.id, rule.force, rule.certainty, "noun", holder=holder)

    acts = [act for act in syntax.children(noun, "acl", "relcl", "ccomp", "xcomp") if syntax.is_verb(act)]
    acts = [act for act in acts if syntax.has_to(act) or (act.dep_ in {"acl", "ccomp"} and _that_clause(act))]
    acts += _acts_of_what_was_made(noun)
    behind = _clause_right_behind(noun)
    acts += [behind] if behind is not None and _is_told_of_itself(behind) else []
    if rule.force == "threat":  # not "a warning that storms will hit the coast"
        acts = [act for act in acts if syntax.has_to(act) or _is_told_of_itself(act)]
    copula = noun.head if noun.dep_ == "nsubj" and noun.head.lemma_ == "be" else None
    if copula is not None:
        acts += [act for act in syntax.children(copula, "xcomp", "advcl", "ccomp") if syntax.has_to(act)]
    for act in acts:
        yield proposes(act)
    if acts or rule.light:
        return
    for preposition in syntax.children(noun, "prep"):
        if preposition.lower_ in {"of", "to", "for", "on", "in"}:
            for act in syntax.children(preposition, "pcomp"):
                yield proposes(act)
            if not rule.needs_verb and syntax.child(preposition, "pobj") is not None:
                yield proposes(noun)
                return


def _acts_of_what_was_made(noun: Token) -> list[Token]:
    """The acts that a participle parts from their noun: "the pledge made in Oslo to send boats".

    The parse hangs them on the participle, or on the verb of whose object it is part.
    """
    made = [verb for verb in syntax.children(noun, "acl") if verb.tag_ in {"VBN", "VBD"}]
    made = [verb for verb in made if verb.lemma_ in cue_index().noun_lists["making"]]
    heads = [*made, noun.head] if made and noun.dep_ == "dobj" else made
    behind = (act for head in heads for act in syntax.children(head, "xcomp", "advcl", "acl"))
    return [act for act in behind if syntax.is_infinitive(act) and act.i > made[0].i]


def _that_clause(act: Token) -> bool:
    """Whether a clause says what will be done ("its promise that Ukraine would join").

    The parse may take its "that" for a second subject ("in a letter that Norway would …").
    """
    first = act.left_edge
    opens = first.head.i == act.i and first.lower_ == "that"
    told = first.dep_ == "mark" or len(syntax.children(act, "nsubj", "nsubjpass")) > 1
    return opens and told and syntax.modal_of(act) is not None


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
    return clause if told and clause.head in syntax.ancestors(noun) and _that_clause(clause) else None


def _is_told_of_itself(act: Token) -> bool:
    """Whether a clause is about whoever was named before it ("its warning that it would retaliate")."""
    subject = syntax.subject_of(act)
    return subject is not None and subject.pos_ == "PRON"


def _holder_of(noun: Token) -> Token | None:
    """Whose promise it is: a possessor, "by" or "of" somebody, a demonym, or the light verb's subject."""
    possessor = syntax.child(noun, "poss")
    if possessor is None and syntax.child(noun, "det") is None:  # "Peru's support and commitment to …"
        possessor = syntax.child(syntax.conjunction_head(noun), "poss")
    if possessor is not None and possessor.ent_type_ not in syntax.TIME_LABELS:
        return possessor
    makers = ("by", "from", "between", "among")
    maker = syntax.noun_after(noun, makers)
    made = syntax.child(noun, "acl")
    maker = maker or (syntax.passive_agent(made) if made is not None else None)
    if maker is not None:
        return maker
    for modifier in syntax.children(noun, "amod", "compound", "nmod"):
        unlabelled = not modifier.ent_type_ and (
            modifier.tag_ == "NNP" or NUMBERED_GROUP.match(modifier.text)
        )
        if modifier.ent_type_ in PARTY_LABELS or unlabelled:
            return modifier
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return None
    for head in syntax.ancestors(noun):
        if syntax.is_verb(head) or head.pos_ == "AUX":
            return None if refuses(head) else syntax.subject_of(head)
    return None
