"""Who is asked to act by a request: "bakers" of "Peru asked the bakers to wait".

Those whom their own state or body asks are not that state or body: "all Peruvians", "its citizens".
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.analysis import Analysis
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.agentless import is_done_by_nobody
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.can_act import hears_request
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import is_one_of_lists
from flows.extract.components.joined import in_list
from flows.extract.components.party import Party, each_once
from flows.extract.components.party_lexicon import means_speaker, party_lexicon
from flows.extract.components.petitioners import singulars
from flows.extract.parse import Token

ORDERING = "request.order"
EACH = frozenset({"every", "each", "any"})
BUDGETS = ("budget",)  # texts that ask a legislature for money


def asked_of(
    analysis: Analysis, candidate: Candidate, promisor: Token | None, found: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Who is asked to act; ``promisor`` stands for them in the syntax and names the parties ``found``.

    "Peru advises its citizens to leave": the citizens, and not Peru whose they are. What "I direct that" be
    done, by nobody who is named, the state or body is to do whose text it is. What people in a state ask
    for, and of nobody, is asked of that state where it alone gives it: "protesters demanded a new election".
    """
    first = syntax.conjunction_head(candidate.act)  # "told banks to open and make sure that …"
    told_to = first.head == candidate.binder and syntax.is_infinitive(first)
    told_to = told_to and not syntax.is_passive(candidate.act)  # "urged it to leave", no "want it to be sold"
    told_to = told_to or (promisor is not None and hears_request(promisor, candidate))
    if promisor is not None and not told_to and _are_things(analysis, promisor):
        return ()
    if promisor is not None and _is_each_by_name(analysis, promisor):
        return analysis.resolver.in_words(promisor)
    asker = syntax.subject_of(candidate.binder) if _asks_itself(candidate) else None
    askers = analysis.resolver.of(asker)
    if promisor is None and candidate.rule_id == ORDERING and asker is not None and means_speaker(asker):
        return analysis.resolver.authors
    if promisor is None and asker is not None and is_one_of_lists(asker, BUDGETS):
        return analysis.resolver.legislatures_of(askers)
    thing = _thing_wanted(candidate.act)
    if promisor in (None, thing) and asker is not None and _petitions(asker, askers, candidate.act, thing):
        return tuple(state for state in analysis.resolver.reported_on(asker) if state not in askers)
    if promisor is None or asker is None or not (_are_askers(analysis, promisor, found, askers)):
        return found
    if promisor.tag_ == "PRP$" or promisor.lower_ in party_lexicon().pronouns.thing:
        # "asked that it be paid": nobody asks that of themselves
        other = analysis.resolver.counterpart(candidate.binder)
        return analysis.resolver.of_one(other) if other is not None else ()
    parties = each_once(
        party
        for head in in_list(promisor, analysis.names)
        for party in (
            analysis.resolver.in_words(head)
            if _are_own_people(analysis, head)
            else analysis.resolver.of_one(head)
        )
    )
    if promisor.i < candidate.binder.i:  # one of those who deal with each other, as who asks is too
        return tuple(party for party in parties if party not in askers)
    return parties


def _are_things(analysis: Analysis, asked: Token) -> bool:
    """Whether a plural that seems to be asked is of things: "asked for water, wages and tents"."""
    lemma, lexicon = syntax.noun_lemma(asked), party_lexicon()
    if asked.tag_ != "NNS" or asked.pos_ != "NOUN" or analysis.names.at(asked) is not None:
        return False
    acting = lexicon.institutions.lemmas | lexicon.businesses.lemmas | lexicon.everybody.lemmas
    return not (is_people(asked) or is_actor(asked) or lemma in acting)


def _thing_wanted(act: Token) -> Token:
    """What somebody asks for or wants to be so: "vote" of "demanded that the vote be held"."""
    subject = syntax.child(act, "nsubj", "nsubjpass") if syntax.is_verb(act) else None
    return act if subject is None else subject


def _petitions(asker: Token, askers: tuple[Party, ...], act: Token, thing: Token) -> bool:
    """Whether people in a state ask for what it alone gives: "the opposition demanded a new election".

    "They" are those for whom it stands, by their words. So do those who ask that something be done, by nobody
    who is named, unless they work for others: "herders asked that the road be finished".
    """
    petitioners, workers = party_lexicon().petitioners, party_lexicon().workers
    done = is_done_by_nobody(act) and syntax.noun_lemma(asker) not in workers.lemmas
    of_what = syntax.noun_after(thing, ("in", "on", "of"))  # "a cut in the tax", "a freeze on prices"
    things = {syntax.noun_lemma(noun) for noun in (thing, of_what) if noun is not None}
    if not done and things.isdisjoint(petitioners.given):
        return False
    modifiers = syntax.children(asker, *syntax.MODIFYING)
    below = (inner for word in modifiers for inner in syntax.children(word, *syntax.MODIFYING))
    among = {syntax.noun_lemma(word) for word in (asker, *modifiers, *below)}
    if asker.pos_ == "PRON":
        described = (party.name.lower() for party in askers if party.kind == "group")
        among = among.union(*(singulars(word) for name in described for word in name.split()))
    return not among.isdisjoint(petitioners.lemmas)


def _asks_itself(candidate: Candidate) -> bool:
    """Whether who asks is the subject of a verb, as in "Peru advises its citizens to leave"."""
    return syntax.is_verb(candidate.binder) and not syntax.is_passive(candidate.binder)


def _are_askers(
    analysis: Analysis, asked: Token, found: tuple[Party, ...], askers: tuple[Party, ...]
) -> bool:
    """Whether those asked would be who asks, or whose state they speak for: "Peruvians" of Peru's king."""
    served = analysis.resolver.served_by(askers) if _is_people_by_name(analysis, asked) else frozenset()
    return any(party in askers or party.name in served for party in found)


def _is_people_by_name(analysis: Analysis, asked: Token) -> bool:
    named = analysis.names.at(asked)
    return named is not None and named.via == "demonym" and syntax.is_plural(asked)


def _is_each_by_name(analysis: Analysis, asked: Token) -> bool:
    """Whether each of a state's people is asked, and not the state: "every Peruvian"."""
    named, determiner = analysis.names.at(asked), syntax.child(asked, "det")
    each = determiner is not None and determiner.lower_ in EACH
    return each and named is not None and named.via == "demonym" and not syntax.is_plural(asked)


def _are_own_people(analysis: Analysis, asked: Token) -> bool:
    people = syntax.noun_lemma(asked) in party_lexicon().own_people.lemmas
    return people or _is_people_by_name(analysis, asked)
