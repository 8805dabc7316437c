"""What others will not have to do: a promise of whoever says so, and no refusal of theirs.

"The mayor told the bakers that they would not have to pay."
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.parse import Token

SPARING = frozenset({"will", "'ll", "’ll", "would", "'d", "’d", "wo"})
DUTIES = frozenset({"have", "need"})


def is_duty(verb: Token) -> bool:
    """Whether a verb says that somebody has to act: "have to pay", "need to pay"."""
    return verb.lemma_ in DUTIES and any(map(syntax.has_to, syntax.children(verb, "xcomp")))


def is_spared(candidate: Candidate) -> bool:
    """Whether an act is a duty that, as somebody says, there will not be."""
    act = candidate.act
    if candidate.shape not in {"modal", "clause"} or not is_duty(act) or syntax.negation(act) is None:
        return False
    modal = syntax.modal_of(act)
    return modal is not None and modal.lower_ in SPARING
