"""Whose offer, plan or bill an act stands under: who put it forward, by the words that name it.

"The bakers turned down an offer from the mill. Under the offer, two ovens would be sold": the mill sells
them, and not who only hears of its offer.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.agentless import UNDER
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.party_lexicon import is_institution
from flows.extract.parse import Token

WITHIN_REACH = 2  # sentences that stand between a text and the one that goes on with its terms, and one more


def putting_forward(candidate: Candidate) -> Iterator[Token]:
    """Whom the words tell to have put forward what an act stands under: "mill" of "the mill's offer"."""
    text = _proposal_above(candidate)
    if text is None:
        return
    yield from _makers(text)
    lemma, first = syntax.noun_lemma(text), text.sent.start
    for _ in range(WITHIN_REACH):
        if not first:
            return
        before = text.doc[first - 1].sent
        named = [word for word in before if word.pos_ == "NOUN" and syntax.noun_lemma(word) == lemma]
        for word in reversed(named):
            yield from _makers(word)
        first = before.start


def _proposal_above(candidate: Candidate) -> Token | None:
    """The offer, plan or bill under which an act stands; none where it's another's in so many words."""
    proposed = cue_index().noun_lists["proposed"]
    for head in (candidate.act, *syntax.ancestors(candidate.act)):
        for preposition in syntax.children(head, "prep"):
            text = syntax.child(preposition, "pobj") if preposition.lower_ in UNDER else None
            if text is not None and syntax.noun_lemma(text) in proposed:
                return text
    return None


def _makers(text: Token) -> Iterator[Token]:
    """Who put a proposal forward by the words around it: its owner, its source, its verb's subject."""
    owner = syntax.child(text, "poss") or syntax.noun_after(text, ("from", "by"))
    if owner is not None:
        yield owner
    yield from filter(_is_of_body, syntax.children(text, "compound", "amod"))
    told = (syntax.passive_agent(clause) for clause in syntax.children(text, "acl"))
    yield from (agent for agent in told if agent is not None)
    verb = text.head
    if verb.lemma_.lower() not in cue_index().noun_lists["putting_forward"]:
        return
    maker = syntax.passive_agent(verb) if text.dep_ == "nsubjpass" else None
    if text.dep_ == "dobj" and not syntax.is_passive(verb):
        maker = syntax.subject_of(verb)
    if maker is not None:
        yield maker


def _is_of_body(modifier: Token) -> bool:
    """Whether a modifier tells whose a thing is: "a government offer", "the Egyptian plan"."""
    return is_institution(modifier) or modifier.ent_type_ in syntax.NAMED_LABELS
