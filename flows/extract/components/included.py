"""Acts that a measure is told to include: "this will include hiring ten pilots and mending the pier".

They are those of whoever is behind the measure, as the items of a list below "this will include:" are.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.coordination import coordinated_verbs
from flows.extract.components.leads import tells_achievements
from flows.extract.components.no_act import is_of_thing
from flows.extract.parse import Span, Token

INCLUDING = frozenset({"include", "involve"})
POINTING = frozenset({"this", "these", "it"})
PLAIN_MODALS = frozenset({"will", "’ll", "'ll"})


def included(span: Span, speaks: bool) -> Iterator[Candidate]:
    """The acts that the main verb of a sentence tells a measure to include.

    ``speaks`` tells that the text is that of a party, which is then behind its measures; elsewhere nobody is.
    """
    verb = span.root
    if not (speaks and _is_of_measure(verb)) or tells_achievements(span):
        return
    first = next(
        (act for act in syntax.children(verb, "xcomp", "dobj", "advcl") if _is_gerund(act, verb)), None
    )
    acts = [first, *coordinated_verbs(first)] if first is not None else []
    ends = [act.i for act in acts[1:]] + [span.end]
    for act, end in zip(acts, ends, strict=False):
        yield Candidate(act, act, act, "bullet.verb", "pledge", "certain", "bullet", lead=verb, until=end)


def _is_of_measure(verb: Token) -> bool:
    """Whether a verb tells what a thing will hold, or, in the present, what "this" does: no "we include"."""
    subject = syntax.child(verb, "nsubj")
    if verb.lemma_.lower() not in INCLUDING or subject is None or syntax.negation(verb) is not None:
        return False
    modal = syntax.modal_of(verb)
    pointing = any(word.lower_ in POINTING for word in (subject, *syntax.children(subject, "det")))
    if modal is None:
        return verb.tag_ in syntax.PRESENT_TAGS and pointing
    owner = syntax.child(subject, "poss")
    owned = owner is not None and owner.pos_ == "NOUN"  # "the captain's duties will include"
    return modal.lower_ in PLAIN_MODALS and (pointing or (is_of_thing(subject) and not owned))


def _is_gerund(act: Token, verb: Token) -> bool:
    return act.tag_ == "VBG" and act.i > verb.i and syntax.child(act, "nsubj") is None
