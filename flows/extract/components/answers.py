"""Answers of many who are asked what they would do, of which a share is told: nobody is bound by them."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.candidate import Candidate
from flows.extract.components.no_act_lexicon import Answering
from flows.extract.components.party_lexicon import party_lexicon

MOST = frozenset({"most"})


def is_answer_of_share(candidate: Candidate, answering: Answering) -> bool:
    """Whether a share of the people asked says what they would do: "half said they would leave".

    Those of a body or trade act for themselves: "half of the dockers said they would strike".
    """
    act = syntax.conjunction_head(candidate.act)
    told = act.dep_ == "ccomp" and act.head.lemma_.lower() in saying_verbs()
    subject = syntax.child(act.head, "nsubj") if told else None
    they = syntax.subject_of(candidate.act)
    if subject is None or they is None or they.lower_ not in party_lexicon().pronouns.plural:
        return False  # "a third said it would close": one more mill
    most = any(word.lower_ in MOST for word in syntax.children(subject, "amod", "det"))
    if most and syntax.noun_lemma(subject) in answering.public:
        return True
    whole = syntax.noun_after(subject, ("of",))
    share = syntax.noun_lemma(subject) in answering.lemmas
    return share and (whole is None or syntax.noun_lemma(whole) in answering.public)
