"""Employers: who is asked by those who work for them and ask for more pay, though nobody is named.

"The crew asked for a rise", in a report that tells of "the owners".
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token

WITHIN = 3  # sentences before and behind in which the report tells of the employer


def employer(request: Candidate) -> Token | None:
    """The word for the employer whom workers ask for more pay: who is called so, else the nearest body.

    Those before are nearer than those behind.
    """
    workers, asker = party_lexicon().workers, syntax.subject_of(request.binder)
    if asker is None or not syntax.is_verb(request.binder) or syntax.noun_lemma(asker) not in workers.lemmas:
        return None
    if syntax.noun_lemma(request.act) not in workers.pay:
        return None
    tokens, sentence = asker.doc.tokens, asker.sent
    start, end = sentence.start, sentence.end
    for _ in range(WITHIN):
        start = asker.doc[start - 1].sent.start if start else start
        end = asker.doc[end].sent.end if end < len(tokens) else end
    near = (*reversed(tokens[start : sentence.start]), *tokens[sentence.end : end])
    employing = [word for word in near if _employs(word)]
    called_so = (word for word in employing if word.lemma_.lower() == "employer")
    return next(called_so, employing[0] if employing else None)


def _employs(word: Token) -> bool:
    """Whether a word is of who pays others: "the operator", "its employers"."""
    determiner = syntax.child(word, "det", "poss")
    told = determiner is not None or syntax.is_plural(word)
    return told and word.pos_ == "NOUN" and syntax.noun_lemma(word) in party_lexicon().workers.employers
