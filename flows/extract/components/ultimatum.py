"""Ultimatums: what whoever asks will do if it is not done, behind "or": "was told to pay or face a ban".

The second verb is no second request: whoever asks threatens with it. The verbs stand in
``lexicons/force.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.force_lexicon import force_lexicon
from flows.extract.parse import Token


def as_threat(candidate: Candidate, first: Token) -> Iterator[Candidate]:
    """What stands behind ``first`` in a list of acts, as a threat where it is one.

    Of a threat by nobody who is named there is none.
    """
    if candidate.force != "request" or not _is_consequence(candidate.act, first):
        yield candidate
        return
    threatening = _who_asks(candidate)
    if threatening is not None:
        rule_id = force_lexicon().ultimatum.id
        yield replace(
            candidate,
            rule_id=rule_id,
            force="threat",
            certainty="probable",
            shape="infinitive",
            asked=None,
            holder=threatening,
        )


def is_threatened_on_the_way(act: Token) -> bool:
    """Whether an act is what those suffer who don't do what somebody sets out to ask of them.

    The parse joins it to the verb above: "will sail to urge Fiji to pay, or face a ban".
    """
    above = act.head
    if act.dep_ != "conj" or not _is_consequence(act, above):
        return False
    aims = (aim for aim in syntax.children(above, "advcl", "xcomp") if above.i < aim.i < act.i)
    return any(syntax.has_to(aim) and aim.lemma_.lower() in cue_index().requests for aim in aims)


def _is_consequence(act: Token, first: Token) -> bool:
    """Whether an act is what comes of not doing the first: "or face a ban", "or see its boats seized"."""
    joined = [word.lower_ for word in syntax.children(first, "cc") if first.i < word.i < act.i]
    suffers = syntax.is_verb(act) and act.lemma_.lower() in force_lexicon().ultimatum.lemmas
    return joined[-1:] == ["or"] and suffers


def _who_asks(candidate: Candidate) -> Token | None:
    binder = candidate.binder
    if candidate.shape != "request" or not syntax.is_verb(binder):
        return None
    return syntax.passive_agent(binder) if syntax.is_passive(binder) else syntax.subject_of(binder)
