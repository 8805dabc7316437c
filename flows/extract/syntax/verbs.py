"""Verbs and their auxiliaries: form, tense, voice and mood."""

from __future__ import annotations

from collections.abc import Sequence

from flows.extract.parse import Token
from flows.extract.syntax.labels import TIME_LABELS
from flows.extract.syntax.once import once
from flows.extract.syntax.tree import ancestors, child, children, conjunction_head, word_at

SAME_FORMS = ({"VB", "VBP"}, {"VBN", "VBD"}, {"VBG"}, {"VBZ", "VBP"})  # the tagger confuses VB and VBP
CUT_OFF = frozenset({"advcl", "dep", "ccomp"})  # what the parse may make of a conjunct
LINKING = frozenset({",", "and", "or"})  # before a conjunct
TAKEN_FOR_VERBS = frozenset({"JJ", "NN"})  # as whose a bare verb may be tagged
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})


def is_verb(token: Token) -> bool:
    """Whether the token is a verb form (modals aside), or what the tagger takes for another word behind one.

    "Shall, before 1 July, clear the balance": "clear", by its modal.
    """
    return token.tag_ in VERB_TAGS or (token.tag_ in TAKEN_FOR_VERBS and _is_behind_modal(token))


def _is_behind_modal(token: Token) -> bool:
    """Whether a modal that the parse hangs on a word stands before it, with something between them."""
    return any(aux.tag_ == "MD" and aux.dep_ == "aux" and aux.i < token.i - 1 for aux in token.children)


def verb_above(token: Token) -> Token | None:
    """The verb in whose clause a token stands, which is none of its own."""
    return next(filter(is_verb, ancestors(token)), None)


@once
def auxiliaries(verb: Token) -> Sequence[Token]:
    """The auxiliaries of ``verb``; a coordinated verb without any shares those of the first one.

    "will equip and train": "train" has "will" too; "has signed and will ratify": only its own; "will not be
    sold, be lent or pawned": behind a bare "be" the modal goes on. So does that of a passive before another
    subject: "roads will be mended and a school built".
    """
    own = children(verb, "aux", "auxpass")
    bare = bool(own) and own[0].lower_ == "be"
    another = child(verb, "nsubj", "nsubjpass") is not None and not _goes_on_in_passive(verb)
    if (own and not bare) or not goes_on(verb) or another:
        return own
    head = verb.head
    if bare:
        return [aux for aux in auxiliaries(head) if aux.tag_ == "MD"] + own
    if is_verb(head) and same_form(verb, head):
        return auxiliaries(head)
    return own


def _goes_on_in_passive(verb: Token) -> bool:
    """Whether a participle with another subject leaves out what the passive before has: "a school built"."""
    head = verb.head
    joined = verb.dep_ == "conj" and verb.tag_ == head.tag_ == "VBN" and child(verb, "dobj") is None
    return joined and any(aux.dep_ == "auxpass" for aux in auxiliaries(head))


def goes_on(verb: Token) -> bool:
    """Whether a verb goes on with what its head began: a conjunct, or what the parse makes a clause of it.

    "shall sit in Lima, adopt its rules": a bare verb right behind a comma or "and", and behind a bare verb.
    It may have a modal of its own where the first has one: "will sit in Lima, will adopt its rules".
    """
    if verb.dep_ == "conj":
        return True
    head = verb.head
    if (
        _excepts(verb)
        or verb.dep_ not in CUT_OFF
        or verb.tag_ != "VB"
        or head.tag_ != "VB"
        or head.i > verb.i
    ):
        return False
    both = any(aux.tag_ == "MD" for aux in children(head, "aux"))  # "will sit, | will adopt"
    opening = [found for found in verb.children if found.i < verb.i]
    if any(found.tag_ != "RB" and not (both and found.tag_ in {"MD", ","}) for found in opening):
        return False
    first = next((found for found in opening if found.tag_ != ","), verb).left_edge
    before = word_at(first, -1)
    return before in LINKING and not (before == "," and first.lower_ == "not")  # "hope, not fear"


def _excepts(verb: Token) -> bool:
    """Whether what the parse takes for a verb only leads to an exception: "save in an emergency"."""
    return verb.lower_ == "save" and child(verb, "dobj", "dative") is None and child(verb, "prep") is not None


def same_form(second: Token, first: Token) -> bool:
    """Whether two coordinated verbs have the same inflection, so that auxiliaries can be shared.

    "will build roads, put up signs": a past tense that looks like the bare verb may be that.
    """
    if any(second.tag_ in group and first.tag_ in group for group in SAME_FORMS):
        return True
    one, other = (second, first) if first.tag_ == "VB" else (first, second)
    return other.tag_ == "VB" and one.lower_ == one.lemma_ and _may_be_bare(one)


def _may_be_bare(verb: Token) -> bool:
    """Whether a past tense is no participle of what somebody did: "put up signs", "put forward by Peru"."""
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and child(verb, "dobj") is not None)


@once
def modal_of(verb: Token) -> Token | None:
    """The modal that governs ``verb`` ("will", "shall", "may", "to" excluded), or None.

    Of several that "and" joins the last says most: "can and will", "we must – and we will – pay".
    """
    found: Token | None = None
    for aux in auxiliaries(verb):
        if aux.tag_ == "MD" and (found is None or "and" in {word_at(aux, -1), word_at(aux, -2)}):
            found = aux
    return None if found is None or _is_had(found, verb) else found


def _is_had(modal: Token, verb: Token) -> bool:
    """Whether what the tagger takes for "would" is "had", by the verb's form: "they'd had no warning"."""
    finite = verb.tag_ in {"VBN", "VBD"} and child(verb, "auxpass") is None
    return modal.lower_ in {"'d", "’d"} and finite and verb.lower_ != verb.lemma_


@once
def has_to(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(aux.lower_ == "to" for aux in children(verb, "aux"))


def is_infinitive(verb: Token) -> bool:
    """Whether the verb is an infinitive with "to", in the active or the passive ("to be signed")."""
    return has_to(verb) and (verb.tag_ == "VB" or child(verb, "auxpass") is not None)


def is_for_whom(act: Token) -> bool:
    """Whether a clause says who is to act or what is to be done: "asked for the fee to be cut"."""
    return has_to(act) and any(mark.lower_ == "for" for mark in children(act, "mark"))


def acting_verb(act: Token) -> Token:
    """The verb that says what is done: "turn" of "going to have to turn", "will be to turn"."""
    if act.lower_ != "going" and act.lemma_ not in {"have", "be"}:
        return act
    below = next((verb for verb in children(act, "xcomp") if has_to(verb)), None)
    bare = act.lemma_ != "be" or child(act, "attr", "acomp") is None
    return acting_verb(below) if below is not None and bare and below.i > act.i else act


@once
def is_passive(verb: Token) -> bool:
    """Whether the verb is in the passive."""
    return any(aux.dep_ == "auxpass" for aux in auxiliaries(verb)) or child(verb, "nsubjpass") is not None


def passive_agent(verb: Token) -> Token | None:
    """The noun after "by" in a passive, or None; what is "held by March" is not held by anybody named."""
    by = child(verb, "agent")
    noun = child(by, "pobj") if by is not None else None
    return noun if noun is None or noun.ent_type_ not in TIME_LABELS else None


def is_have(auxiliary: Token) -> bool:
    """Whether an auxiliary is "have", also cut short: "has sent", "would've sent"."""
    return auxiliary.lemma_ == "have" or auxiliary.lower_ in {"'ve", "’ve"}


def is_perfect(verb: Token) -> bool:
    """Whether the verb stands in a perfect tense ("has sent")."""
    return verb.tag_ in {"VBN", "VBD"} and any(map(is_have, auxiliaries(verb)))


def progressive_of(verb: Token) -> Token | None:
    """The "be" that puts ``verb`` in a progressive tense ("is" of "is building"), or None."""
    if verb.tag_ != "VBG":
        return None
    return next((aux for aux in children(verb, "aux") if aux.lemma_ == "be"), None)


def is_failing_which(act: Token) -> bool:
    """Whether an act is for when something is not done: "must pay, failing which the port will close"."""
    on = conjunction_head(act).head
    return on.lower_ == "failing" and word_at(on, 1) == "which"


def is_inverted(clause: Token) -> bool:
    """Whether a clause is a condition without "if": "should the firm be sold", "were it to fail"."""
    first = clause.left_edge
    own = clause.i in {first.i, first.head.i}  # in "should it fail, we will leave" the second clause is none
    subject = child(clause, "nsubj", "nsubjpass")
    return own and first.lower_ in {"should", "were", "had"} and subject is not None and first.i < subject.i
