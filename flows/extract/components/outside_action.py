"""What hangs on an act's verb and is no part of the act: circumstances, remarks on it, acts of their own."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.condition_lexicon import condition_lexicon
from flows.extract.components.occasion import is_bare_time, ranks
from flows.extract.components.remarks import according_to
from flows.extract.components.time_lexicon import grammar
from flows.extract.parse import Token

# Words whose clause tells on what or until when an act depends, or why it is done; it is no part of the act.
NO_PART = frozenset({"if", "unless", "until", "once", "after", "before", "because"})
# Prepositions behind a comma of what led to the act.
LED_BY = frozenset({"after", "following", "amid", "despite"})
REPORTING = frozenset({"parataxis", "meta", "intj"})


def is_outside(found: Token, act: Token) -> bool:
    """Whether what hangs on an act's verb is no part of the act."""
    if found.i < act.i and (syntax.is_verb(act) or syntax.taken_for_dative(found)):
        return True
    if (
        found.dep_ in REPORTING
        or according_to(found) is not None
        or _is_accompanying(found)
        or _is_to_whom(found)
        or tells_why(found)
        or _is_proviso(found)
        or (found.dep_ == "advcl" and _is_circumstance(found, act))
    ):
        return True
    if found.dep_ == "conj" or _goes_on_with_modal(found, act):
        return own_clause(found, act)
    if found.dep_ == "cc":
        following = [child for child in act.children if child.dep_ == "conj" and child.i > found.i]
        return not following or own_clause(following[0], act)
    if found.dep_ == "ccomp" and (found.i < act.i or syntax.is_inverted(found)):
        return True
    return found.dep_ in {"nsubj", "nsubjpass"} and syntax.is_verb(act)


def _goes_on_with_modal(verb: Token, act: Token) -> bool:
    """Whether a verb with a modal of its own is one more act, whatever the parse says: ", will pay half"."""
    own_modal = any(aux.tag_ == "MD" for aux in syntax.children(verb, "aux"))
    return own_modal and verb.i > act.i and syntax.goes_on(verb)


def _is_to_whom(phrase: Token) -> bool:
    """Whether a phrase before an act joins a clause to whom it is for: "to whom it promised passage"."""
    relative = syntax.child(phrase, "pobj") if phrase.dep_ == "prep" else None
    return relative is not None and relative.tag_ in syntax.RELATIVE_TAGS and phrase.i < phrase.head.i


def _is_accompanying(phrase: Token) -> bool:
    """Whether a phrase tells what others do meanwhile: ", with its neighbours watching"."""
    clause = syntax.child(phrase, "pcomp") if phrase.lower_ == "with" else None
    before = syntax.neighbour(phrase, -1)
    behind_comma = before is not None and before.text == ","
    return behind_comma and clause is not None and syntax.child(clause, "nsubj") is not None


def tells_why(phrase: Token) -> bool:
    """Whether a phrase tells why something is done: "because of cuts"."""
    return phrase.dep_ == "prep" and phrase.lower_ == "because"


def _is_proviso(phrase: Token) -> bool:
    """Whether a phrase sets a condition: "provided that the harbour reopens"."""
    behind = syntax.neighbour(phrase)
    return phrase.lower_ in {"provided", "providing"} and behind is not None and behind.lower_ == "that"


def remarks_on_act(phrase: Token) -> bool:
    """Whether a phrase behind a comma tells what the act is taken for, what led to it, or what is left out.

    ", in what its rivals call a trick", ", in an attempt to calm them", ", under a law of May", ", at Fiji's
    request", ", in spite of protests", ", without saying why".
    """
    if phrase.dep_ != "prep" or syntax.word_at(phrase, -1) != ",":
        return False
    below = syntax.child(phrase, "pobj", "pcomp")
    if below is None:
        return False
    if phrase.lower_ == "in":
        summed_up = syntax.begins_with_a(below) and is_summing_within(below)
        return below.left_edge.lower_ == "what" or summed_up or below.lower_ == "spite"
    if phrase.lower_ == "at":
        return below.lemma_.lower() in grammar().bidding
    if phrase.lower_ == "without":
        return below.tag_ == "VBG"
    if phrase.lower_ == "under":
        return below.dep_ == "pobj" and syntax.begins_with_a(below)
    return phrase.lower_ in LED_BY and below.dep_ == "pobj" and not is_bare_time(below)


def _is_circumstance(clause: Token, act: Token) -> bool:
    """Whether an adverbial clause tells a condition or reason, or closes the act's words behind a comma.

    A bare infinitive of purpose and a participle ("as amended") are part of the act.
    """
    if is_condition(clause):
        return True
    first = clause.left_edge.i
    before = clause.doc[first - 1] if first > clause.sent.start else None
    broken_off = before is not None and before.text in syntax.DASHES and bool(before.whitespace_)
    closing = before is not None and (before.text == "," or (broken_off and clause.tag_ == "VBG"))
    if clause.tag_ == "VBN" and syntax.child(clause, "mark") is None:
        return closing and done_by_others(clause)
    return closing and clause.tag_ not in {"VB", "VBN"} and clause.right_edge.i >= last_word(act)


def done_by_others(participle: Token) -> bool:
    """Whether a participle tells what others do: "paid for by its government", "flanked by guards"."""
    return participle.tag_ == "VBN" and syntax.child(participle, "agent") is not None


def last_word(act: Token) -> int:
    """The last token below the act that is neither a mark nor white space."""
    last = act.right_edge
    while last.i > act.i and (last.is_punct or last.is_space):
        last = last.nbor(-1)
    return last.i


def is_condition(clause: Token) -> bool:
    """Whether a clause tells on what, until when or on what occasion something is so."""
    marks = marks_of(clause)
    if ("if" in marks and _is_asked_by(clause)) or _is_only_reason(clause):
        return False
    since = "since" in marks and syntax.modal_of(clause) is None
    return bool(marks & NO_PART) or since or syntax.is_inverted(clause) or _gives_occasion(clause)


def _is_only_reason(clause: Token) -> bool:
    """Whether a clause tells which reason alone is meant: "will not lift it simply because Peru does"."""
    mark = next((word for word in clause.lefts if word.lower_ == "because"), None)
    return mark is not None and syntax.word_at(mark, -1) in {"simply", "just", "merely", "only"}


def _is_asked_by(clause: Token) -> bool:
    """Whether a clause with "if" completes the verb right before it: "check if the sum was paid"."""
    before = syntax.neighbour(clause.left_edge, -1)
    asks = before is not None and before.lemma_.lower() in condition_lexicon().excluded.whether_words
    return asks and before == clause.head and not syntax.is_passive(clause.head)


def _gives_occasion(clause: Token) -> bool:
    """Whether "as" opens what has happened: "as 28,000 people have fled"; not "as we have always done"."""
    subject = syntax.child(clause, "nsubj", "nsubjpass")
    told = subject is not None and subject.pos_ != "PRON" and syntax.is_perfect(clause)
    mark = syntax.child(clause, "mark")
    if not told or mark is None or mark.lower_ != "as":
        return False
    before = syntax.neighbour(mark, -1)
    return before is None or before.pos_ != "ADV"


def marks_of(clause: Token) -> set[str]:
    """The words that open a clause, in small letters."""
    return {word.lower_ for word in clause.lefts if word.dep_ in {"mark", "advmod"}}


def own_clause(conjunct: Token, act: Token) -> bool:
    """Whether what is coordinated with an act is no part of it: an act of its own, or who else acts.

    Verbs that share the object are one act.
    """
    if not syntax.is_verb(act):
        return syntax.is_verb(conjunct)
    if conjunct.tag_ == "MD":
        return True  # "cannot pay the fee and will not"
    if _acts_too(conjunct, act):
        return True
    if not syntax.is_verb(conjunct) or conjunct.pos_ in {"NOUN", "PROPN"} or _goes_with_below(conjunct, act):
        return False
    if _describes_object(conjunct, act):
        return False
    if syntax.child(conjunct, "neg") is not None and syntax.word_at(conjunct.left_edge, -1) == "but":
        return True  # "will be cut but not ended"
    if any(helper.tag_ in syntax.FINITE_TAGS for helper in syntax.children(conjunct, "aux", "auxpass")):
        return True  # "will appeal and is not leaving"
    if conjunct.tag_ in {"VBD", "VBZ"} and act.tag_ == "VB":
        return True  # "will appeal, and told the court so"
    if syntax.has_to(conjunct) and syntax.child(conjunct, "neg") is not None:
        return True  # "to make or buy mines; and not to seek help"
    complements = syntax.children(act, "dobj", "xcomp", "ccomp", "agent", "acomp", "attr")
    complements += filter(syntax.has_to, syntax.children(act, "advcl"))  # "work to end the war, and rebuild"
    if any(word.i < conjunct.i for word in complements):
        return True
    if any(act.i < word.i < conjunct.i for word in syntax.children(act, "advmod")):
        return True  # "meet regularly and set rules"
    phrases = (word for word in syntax.children(act, "prep") if act.i < word.i < conjunct.i)
    if any(syntax.child(word, "pobj", "pcomp") is not None for word in phrases):
        return True
    return syntax.child(conjunct, "nsubj", "nsubjpass") is not None


def _acts_too(conjunct: Token, act: Token) -> bool:
    """Whether a noun that the parse coordinates with a verb is of who acts too: "will go, as well as …"."""
    joined = [word for word in syntax.children(act, "cc") if word.i < conjunct.i]
    beside = bool(joined) and joined[-1].lower_ == "as"
    return beside and not syntax.is_verb(conjunct) and syntax.child(act, "dobj") is None


def _describes_object(conjunct: Token, act: Token) -> bool:
    """Whether what the parse takes for a second verb describes what the act is done to.

    "free all crews and detained pilots": a participle that has no auxiliary shares none with a bare verb.
    """
    thing = syntax.child(conjunct, "dobj")
    beside = thing is not None and thing.i == conjunct.i + 1 and conjunct.nbor(-1).dep_ == "cc"
    participle = conjunct.tag_ == "VBN" and not syntax.auxiliaries(conjunct)
    return beside and participle and act.tag_ == "VB" and conjunct.lower_ != conjunct.lemma_


def _goes_with_below(conjunct: Token, act: Token) -> bool:
    """Whether a bare verb that the parse coordinates with a gerund goes with a bare verb below that.

    "committed to helping crews mend nets and sell fish": "sell" is no act beside "helping". Nor is "lend" of
    "is matching them with pilots who can teach and lend".
    """
    if act.tag_ != "VBG" or conjunct.tag_ != "VB" or syntax.children(conjunct, "aux", "nsubj"):
        return False
    return any(verb.tag_ == "VB" and act.i < verb.i < conjunct.i for verb in act.subtree)


def sums_up(noun: Token) -> bool:
    """Whether a noun behind a comma is what the act is called: ", a move likely to please its neighbours"."""
    sums_up = noun.lemma_.lower() in attribution_lexicon().summing.lemmas
    named = sums_up and syntax.begins_with_a(noun)
    return (named or ranks(noun)) and noun.dep_ != "conj"


def is_summing_within(noun: Token) -> bool:
    """Whether a noun behind "in a" is what the act is called: ", in a deal which he calls historic"."""
    lexicon, lemma = attribution_lexicon(), noun.lemma_.lower()
    return lemma in lexicon.summing.lemmas or lemma in lexicon.summing_within.lemmas
