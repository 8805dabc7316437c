"""Remarks that stand inside a clause or end it: "Peru will free the crew, its envoy announced"."""

from __future__ import annotations

from flows.extract.parse import Token
from flows.extract.syntax.tree import child, children
from flows.extract.syntax.verbs import is_verb

REMARKED_WITH = (
    "prep",
    "npadvmod",
    "advmod",
    "dobj",
    "dative",
    "prt",
)  # what tells more of who says it, when and to whom


def goes_on_behind_remark(verb: Token) -> bool:
    """Whether a verb without a subject goes on with the clause in which a remark stands.

    The parse hangs it on the remark: "Peru will free the crew, its envoy announced, but will keep the nets".
    """
    if verb.dep_ != "conj" or child(verb, "nsubj", "nsubjpass") is not None:
        return False
    return is_remark(verb.head) or _goes_on_with_what_is_said(verb)


def _goes_on_with_what_is_said(verb: Token) -> bool:
    """Whether a modal goes on with that of a clause before it, though the parse hangs it on who says so.

    "He said the guild would obey whatever is decided, but would not leave".
    """
    said, modal = verb.head, next(iter(children(verb, "aux")), None)
    told = next((clause for clause in children(said, "ccomp") if said.i < clause.i < verb.i), None)
    if told is None or modal is None or modal.tag_ != "MD" or children(said, "aux"):
        return False
    return any(aux.tag_ == "MD" and aux.lower_ == modal.lower_ for aux in children(told, "aux"))


def is_remark(verb: Token) -> bool:
    """Whether a verb with its subject stands between commas inside the clause that it is about, or ends it.

    The parse makes that clause its content ("Peru will free the crew, its envoy announced, but …"), or
    coordinates both.
    """
    subject, clause = child(verb, "nsubj"), clause_around(verb)
    if not is_verb(verb) or subject is None or clause == verb or not clause.i < subject.i < verb.i:
        return False
    first, doc = subject.left_edge.i, verb.doc
    aside = [found.right_edge.i for found in children(verb, *REMARKED_WITH) if found.i > verb.i]
    behind = max([verb.i, *aside]) + 1  # "the envoy said on Friday"
    within = doc[first - 1].text == "," and behind < len(doc) and doc[behind].text in {",", "."}
    return within and not doc[first - 2].is_quote


def clause_around(remark: Token) -> Token:
    """The verb of the clause in which a remark stands; the remark itself where it stands in none."""
    clause = child(remark, "ccomp")
    if clause is not None:
        return clause
    beside = remark.dep_ in {"conj", "parataxis"} and child(remark, "xcomp", "dobj") is None
    return remark.head if beside else remark
