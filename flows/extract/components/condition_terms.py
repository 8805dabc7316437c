"""Whether the words that an opener opens tell what must hold: a clause, or something that is yet to be."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.components.condition_clauses import Clause
from flows.extract.components.condition_lexicon import Opener, condition_lexicon
from flows.extract.parse import Span, Token

ONE = frozenset({"a", "an", "each", "every"})  # "once in a year"
POINTING = frozenset({"that", "this", "those", "these"})
ASKED = frozenset(
    {"ask", "know"}
)  # of whom, in the passive, a question may be asked: "was asked if it would"
ORDERING = frozenset(
    {"after", "when", "moment", "minute", "instant", "day", "morning"}
)  # the last words of such openers


def opens_condition(clause: Clause, act: Token) -> bool:
    """Whether a clause follows that tells a condition: "until 2030" and "ask if it will" do not."""
    rule, opening = clause.opening.rule, clause.opening
    opener = clause.span.doc[opening.end - 1]
    words = clause.span.doc[opening.end : clause.span.end]
    if rule.asks and _is_question(clause):
        return False
    if rule.form == "inverted":
        subject = syntax.child(opener.head, "nsubj", "nsubjpass", "expl")
        return opener.dep_ in syntax.AUXILIARIES and subject is not None and subject.i > opener.i
    if rule.behind and opener.i < act.i:
        return False
    if rule.form == "participle" and opener.dep_ == "conj":  # "carried freight and provided services"
        return False
    if any(is_verb_taken_for_noun(token) for token in words):
        return True
    if rule.form == "participle":
        thing = syntax.child(opener, "dobj")
        subject = thing if thing is not None and _begins_clause(thing, act) else None
        done = syntax.child(opener, "agent", "nsubjpass", "auxpass") is not None or thing != subject
        told = subject is not None or any(token.dep_ in syntax.SUBJECTS for token in words)
        return told and not done and (opener.dep_ != "acl" or subject is not None)
    if rule.form == "verbless":
        return not _is_length(words)
    if rule.terms and names_term(clause):
        return True
    if opener.lower_ == "once" and words[0].lower_ == "in":  # "once in office"
        return len(words) > 1 and words[1].lower_ not in ONE
    if rule.attachment == "strict" and _follows(opener):
        return False
    ordered = opener.lower_ in ORDERING and act.dep_ == "ccomp" and words.start > act.i
    reported = rule.denied_act or ordered
    if rule.denied_act and opener.lower_ == "before" and words[0].tag_ == "VBG":
        return True
    return _tells_state(words, rule) or (reported and _is_shifted_back(words, act))


def _is_length(words: Span) -> bool:
    """Whether a number of units of time is what is told: "for as long as | two years"."""
    noun = words[0].head
    if words[0].dep_ not in {"nummod", "det", "amod"} or noun.i < words.start:
        return False
    if noun.lemma_.lower() not in amount_lexicon().count.time_units:
        return False
    return noun.dep_ not in syntax.SUBJECTS


def _begins_clause(thing: Token, act: Token) -> bool:
    """Whether the object of a participle is the subject of what must hold: "provided it can be found".

    In what is reported that may stand in the past: "ready to wait provided Peru agreed".
    """
    behind = syntax.neighbour(thing.right_edge)
    tags = syntax.PRESENT_TAGS | {"MD"} | ({"VBD"} if thing.i > act.i else set())
    return behind is not None and behind.tag_ in tags


def is_verb_taken_for_noun(token: Token) -> bool:
    """Whether the parse takes a clause's verb for a noun in the plural: "until the High Court | rules"."""
    if token.tag_ != "NNS" or token.lemma_.lower() not in condition_lexicon().taken_for_nouns:
        return False
    before = token.nbor(-1) if token.i > 0 else None
    behind = syntax.neighbour(token)
    ends = behind is None or behind.is_punct or behind.is_quote or behind.pos_ in {"ADP", "ADV", "CCONJ"}
    return ends and before is not None and before.dep_ == "compound" and before.tag_ in {"NN", "NNP"}


def _follows(opener: Token) -> bool:
    """Whether "after" goes with a verb of pursuit before it: "go after those who pay"."""
    return (
        opener.i > 0 and opener.nbor(-1).lemma_ in {"go", "come"} and syntax.child(opener, "pobj") is not None
    )


def _is_shifted_back(words: Span, act: Token) -> bool:
    """Whether a clause tells in the past what must hold, as does all that is reported: "said he would not
    speak before he had seen a judge".
    """
    modal = syntax.modal_of(act)
    shifted = modal is not None and modal.lower_ in {"would", "could"}
    return shifted and any(token.tag_ == "VBD" for token in words)


def _is_question(clause: Clause) -> bool:
    """Whether the clause completes a word of asking or knowing right before it or above it."""
    top, start, doc = clause.top, clause.span.start, clause.span.doc
    above = [doc[start - 1]] if start > 0 else []
    excluded = condition_lexicon().excluded
    if top.dep_ == "ccomp" and top.i > top.head.i:
        above.append(top.head)
        if top.head.tag_ == "VB" and top.head.lemma_ in excluded.telling_words:
            return True
    above = [word for word in above if word.lemma_ in ASKED or not _is_done(word)]
    return any(token.lemma_.lower() in excluded.whether_words for token in above)


def _is_done(word: Token) -> bool:
    """Whether something is done to what a passive is about: "a cut will be considered | if it helps"."""
    return syntax.is_verb(word) and syntax.is_passive(word)


def _tells_state(words: Span, rule: Opener) -> bool:
    """Whether a verb or adjective tells what must hold; behind strict openers none dated or past."""
    first = words[1] if words[0].pos_ == "ADV" and len(words) > 1 else words[0]
    if first.tag_ == "VBN" or (first.pos_ == "ADJ" and first.ent_type_ not in syntax.TIME_LABELS):
        return True
    if rule.attachment == "loose":
        return any(syntax.is_verb(token) or token.pos_ == "AUX" for token in words)
    if any(token.ent_type_ == "DATE" or token.lower_ in {"will", "would"} for token in words):
        return False
    if first.tag_ == "VBG":
        return words.start - 1 == words.sent.start
    return any(token.tag_ in {"VBZ", "VBP", "MD"} for token in words)


def names_term(clause: Clause) -> bool:
    """Whether what follows the opener is something that is yet to be.

    It tells what something is as it stands in "goods subject to duties", and what has been done in "in return
    for that pledge".
    """
    rule = clause.opening.rule
    below = clause.span.doc[clause.opening.end - 1]
    noun = syntax.child(below, "pobj")
    if noun is None:
        done = syntax.child(below, "pcomp")
        return not rule.terms or (rule.doing and done is not None and done.tag_ == "VBG")
    if rule.pointing_back and any(word.lower_ in POINTING for word in noun.lefts):
        return False
    lemma = noun.lemma_.lower()
    return lemma not in rule.no_terms and (not rule.terms or lemma in rule.terms)
