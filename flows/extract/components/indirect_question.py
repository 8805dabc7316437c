"""Indirect questions: acts that somebody asks about or leaves open, which bind nobody.

"He did not say where the money would come from", "asked whether Peru would send boats", "it is unclear when
they will vote". Where somebody weighs an act ("considers whether to sell"), the act is a plan and stays.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index
from flows.extract.components.no_act_lexicon import no_act_lexicon
from flows.extract.parse import Token

ASKED = frozenset(
    {"ccomp", "pcomp", "acl", "csubj", "csubjpass"}
)  # how the clause of a question hangs on what asks
ASKING_TAGS = frozenset({"WRB", "WP", "WP$"})
WHICH = frozenset({"which", "what"})
EITHER = "whether"
COPULAS = frozenset({"'s", "’s"})  # which the tagger may take for a possessive
REASON = "why"
MANNER = "how"  # without a modal it tells of a fact: "described how Peru had promised boats"
SURE_MODALS = frozenset({"will", "'ll", "’ll"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN"})


def is_in_question(candidate: Candidate) -> bool:
    """Whether the clause of an act, or of the words that govern it, is an indirect question."""
    return any(syntax.is_verb(word) and _is_question(word) for word in (candidate.act, candidate.binder))


def _is_question(verb: Token) -> bool:
    clause = syntax.conjunction_head(verb)
    if not (clause.dep_ in ASKED or _is_unsettled(clause.head)) or syntax.has_to(clause):
        return False
    opener = _opener(clause)
    if opener is None:
        return False
    if opener.lower_ == MANNER and _is_told(clause):
        return False
    if opener.lower_ == EITHER:
        return not _weighs(clause.head)
    if opener.lower_ == REASON and clause.dep_ == "pcomp":  # "a part of why we will stay" tells that we will
        return False
    # "those who they say will pay": the question word is that of the clause above
    return not (_only_tells(clause.head) or clause.head.dep_ == "relcl")


def _is_told(clause: Token) -> bool:
    """Whether a clause with "how" tells what is, or what somebody who tells of it says will be done.

    What somebody asks is not told: "was asked how long it planned to stay".
    """
    modal, head = syntax.modal_of(clause), clause.head
    if head.lemma_.lower() in no_act_lexicon().inquiring.lemmas:
        return False
    to_come = clause.lemma_ == "be" and any(map(syntax.is_infinitive, syntax.children(clause, "xcomp")))
    if modal is None and not to_come:  # "how it was paid"
        return True
    told = head.lemma_.lower() in no_act_lexicon().telling.lemmas and head.tag_ in FINITE_TAGS
    sure = modal is None or modal.lower_ in SURE_MODALS
    return told and sure and syntax.negation(head) is None


def _is_unsettled(head: Token) -> bool:
    """Whether what depends on a copula is said to be open, though the parse takes it for a circumstance."""
    said = syntax.child(head, "acomp")
    return said is not None and said.lower_ in no_act_lexicon().unsettled.lemmas


def _weighs(head: Token) -> bool:
    """Whether a verb is one of considering: "is considering whether it may sell"."""
    return any(rule.id == "plan.consider" for rule in cue_index().verbs.get(head.lemma_.lower(), ()))


def _only_tells(head: Token) -> bool:
    """Whether a clause says what is so: "this is how we will pay", not "it is unclear how we will pay"."""
    is_copula = head.pos_ == "AUX" or head.lemma_ == "be" or head.lower_ in COPULAS
    return is_copula and syntax.child(head, "acomp") is None


def _opener(clause: Token) -> Token | None:
    """The word of asking that opens a clause, behind a preposition at most: "where", "for how long"."""
    words = clause.doc.tokens[clause.left_edge.i : clause.i]
    first = next((word for word in words if word.dep_ != "prep" and not word.is_space), None)
    if first is None or first.lower_.endswith("ever"):  # "whoever comes" is somebody
        return None
    asked = clause.dep_ == "ccomp" and not syntax.is_failing_which(clause)
    which = first.lower_ in WHICH and asked and first.i == clause.head.i + 1
    return first if which or first.lower_ == EITHER or first.tag_ in ASKING_TAGS else None
