"""On what an act depends: "if …", "unless …", "until it agrees", "subject to approval", "in return for …".

The lexicon is ``lexicons/condition.toml``. The words that open a condition are found by their form, what
they open and what it hangs on by the parse.
"""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.action_marks import without_closing
from flows.extract.components.amount_lexicon import amount_lexicon
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.condition_clauses import Clause, Opening, opened_clauses
from flows.extract.components.condition_lexicon import Kind, Opener, condition_lexicon
from flows.extract.components.denial import will_not_be
from flows.extract.parse import Span, Token

# Links by which an act depends on the words that commit to it ("pledged to send", "its pledge to send").
COMMISSIVE_LINKS = frozenset(
    {"xcomp", "ccomp", "acl", "dobj", "pobj", "prep", "attr", "nsubjpass", "oprd", "appos", "pcomp", "acomp"}
)
# Links below which a condition belongs to something else than the act.
FOREIGN_LINKS = frozenset({"relcl", "nsubj", "nsubjpass", "csubj", "csubjpass", "poss"})
ONE = frozenset({"a", "an", "each", "every"})  # "once in a year"
POINTING = frozenset({"that", "this", "those", "these"})
ASKED = frozenset(
    {"ask", "know"}
)  # of whom, in the passive, a question may be asked: "was asked if it would"
ORDERING = frozenset(
    {"after", "when", "moment", "minute", "instant", "day", "morning"}
)  # the last words of such openers
DISTANCE_OF_NEIGHBOUR = 5  # the rank of a condition that only stands beside the act, in steps of the parse


@dataclass(frozen=True, slots=True)
class ConditionFound:
    """The words of a condition: ``text`` is ``doc.text[start_char:end_char]``."""

    text: str
    start_char: int
    end_char: int
    rule_id: str
    kind: Kind


def condition_of(act: Token, action: Span, sentence: Span) -> ConditionFound | None:
    """The words on which the act depends, None where the sentence gives none.

    ``act`` heads the span ``action`` in ``sentence``. Of several conditions the closest to the act counts,
    a surer kind first.
    """
    ranked = []
    for clause in opened_clauses(act, sentence):
        rank = _rank(clause, act, action)
        if rank is not None:
            ranked.append((_doubt(clause.opening, rank), rank, clause.span.start, clause))
    if not ranked:
        return None
    chosen = min(ranked, key=lambda item: item[:3])[3]
    span = chosen.span
    opening = chosen.opening
    return ConditionFound(span.text, span.start_char, span.end_char, opening.rule.id, opening.kind)


def without_condition(action: Span, condition: ConditionFound | None) -> Span:
    """The act's words without the clause of a condition that ends them: "return | as soon as it can"."""
    if condition is None or condition.kind != "clause":
        return action
    behind = [token for token in action if token.idx >= condition.end_char]
    again = len(behind) > 1 and behind[0].dep_ == "cc" and behind[1].tag_ == "MD"  # "… and would then sail"
    if not again and any(not (token.is_quote or token.is_punct) for token in behind):
        return action
    end = next((token.i for token in action if token.idx >= condition.start_char), action.end)
    clause = action.doc[end : action.end]
    tells_state = any(syntax.is_verb(token) or _is_verb_taken_for_noun(token) for token in clause)
    return without_closing(action.doc[action.start : end]) if end > action.start and tells_state else action


def _doubt(opening: Opening, rank: int) -> int:
    """The order of the kinds: full conditions, stock phrases ("if necessary"), what may be mere time.

    A stock phrase that hangs on the act itself is as sure as a clause.
    """
    return 2 if opening.rule.attachment == "strict" else int(opening.kind == "fixed" and rank > 1)


def _rank(clause: Clause, act: Token, action: Span) -> int | None:
    """How closely a condition hangs on the act, less being closer; None where on something else."""
    rule = clause.opening.rule
    if clause.opening.kind == "clause" and not _opens_clause(clause, act):
        return None
    if clause.top.i == act.i or _is_aside(clause, action) or _is_of_later_act(clause, act):
        return None
    if rule.denied_act and not will_not_be(act):
        return None
    links = _links(clause, act)
    if links is None or any(_states_what_is(token) for token in _outside(clause, links)):
        return None
    if clause.opening.kind == "phrase" and (
        not _names_term(clause) or syntax.negation(clause.top) is not None
    ):
        return None
    if _leads_sentence(links, clause, act):
        return 1
    if _hangs_on(links, clause, act) and (clause.opening.kind != "fixed" or len(links.below) == 1):
        return 10 * len(links.above) + len(links.below)
    if rule.attachment == "loose" and (_closes(clause, action) or _is_inserted(clause, act, action)):
        return DISTANCE_OF_NEIGHBOUR
    return None


def _outside(clause: Clause, links: Links) -> list[Token]:
    """What leads up from a condition; of "a truce on condition that they leave" without the clause itself."""
    own = clause.opening.rule.form == "verbless"
    return [token for token in links.below if not (own and token == clause.top)]


def _opens_clause(clause: Clause, act: Token) -> bool:
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
    if any(_is_verb_taken_for_noun(token) for token in words):
        return True
    if rule.form == "participle":
        thing = syntax.child(opener, "dobj")
        subject = thing if thing is not None and _begins_clause(thing, act) else None
        done = syntax.child(opener, "agent", "nsubjpass", "auxpass") is not None or thing != subject
        told = subject is not None or any(token.dep_ in syntax.SUBJECTS for token in words)
        return told and not done and (opener.dep_ != "acl" or subject is not None)
    if rule.form == "verbless":
        return True
    if rule.terms and _names_term(clause):
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


def _begins_clause(thing: Token, act: Token) -> bool:
    """Whether the object of a participle is the subject of what must hold: "provided it can be found".

    In what is reported that may stand in the past: "ready to wait provided Peru agreed".
    """
    behind = syntax.neighbour(thing.right_edge)
    tags = syntax.PRESENT_TAGS | {"MD"} | ({"VBD"} if thing.i > act.i else set())
    return behind is not None and behind.tag_ in tags


def _is_verb_taken_for_noun(token: Token) -> bool:
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


def _states_what_is(token: Token) -> bool:
    """Whether a relative clause describes something by what is so now ("those who stay if they want")."""
    return token.dep_ == "relcl" and token.tag_ not in {"VBD", "VBN"}


def _names_term(clause: Clause) -> bool:
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


def _is_aside(clause: Clause, action: Span) -> bool:
    """Whether a comma sets the clause off as a remark on a day or place ("on Monday, when it meets").

    How long after something is told before it is part of the remark: ", hours after it met".
    """
    start = _with_length(clause)
    return (
        clause.opening.rule.aside_after_comma
        and start > action.start
        and clause.span.doc[start - 1].text == ","
    )


def _with_length(clause: Clause) -> int:
    """Where a clause starts, with what tells how long before or after it something is: "two days | after"."""
    start, doc = clause.span.start, clause.span.doc
    before = doc[start - 1] if start > clause.span.sent.start else None
    if before is None or before.lemma_.lower() not in amount_lexicon().count.time_units:
        return start
    return before.left_edge.i


def _is_of_later_act(clause: Clause, act: Token) -> bool:
    """Whether a condition leads to an act behind "and": "will appeal and, if need be, close the mill"."""
    doc, start = act.doc, clause.span.start
    first = start - 1 if start > 0 and doc[start - 1].text == "," else start
    joined = first - 1 > act.i and doc[first - 1].dep_ == "cc"
    behind = doc[clause.span.end : act.sent.end]
    following = next((token for token in behind if not token.is_punct), None)
    return joined and following is not None and (following.tag_ == "VB" or _is_verb_beside(following))


def _is_verb_beside(token: Token) -> bool:
    return token.dep_ == "conj" and syntax.is_verb(token)


def _closes(clause: Clause, action: Span) -> bool:
    """Whether the condition ends the act's words, or follows them with marks at most between."""
    start, end = clause.span.start, clause.span.end
    if start < action.end:
        return action.start < start and end >= action.end
    return all(token.is_punct for token in action.doc[action.end : start])


def _is_inserted(clause: Clause, act: Token, action: Span) -> bool:
    """Whether commas set the condition off right in front of the act, or a stock phrase inside it.

    "Will, subject to talks, provide"; "provide food, where necessary, to our partners".
    """
    start, end, doc = clause.span.start, clause.span.end, act.doc
    if start == 0 or end >= len(doc) or doc[start - 1].text != "," or doc[end].text != ",":
        return False
    if clause.opening.kind == "fixed" and action.start < start < action.end:
        return True
    between = doc[end + 1 : act.i]
    only_auxiliaries = all(token.head.i == act.i and token.dep_ in syntax.AUXILIARIES for token in between)
    return end < act.i and only_auxiliaries


@dataclass(frozen=True, slots=True)
class Links:
    """How a condition and an act meet: the tokens from each up to, and without, their first common head.

    ``below`` leads up from the condition, ``above`` from the act (empty where the condition hangs on it).
    """

    below: list[Token]
    above: list[Token]
    meeting: Token


def _links(clause: Clause, act: Token) -> Links | None:
    chain = [act, *syntax.ancestors(act)]
    steps = {token.i: step for step, token in enumerate(chain)}
    below: list[Token] = []
    for token in (clause.top, *syntax.ancestors(clause.top)):
        if token.i in steps:
            return Links(below, chain[: steps[token.i]], token)
        below.append(token)
    return None


def _hangs_on(links: Links, clause: Clause, act: Token) -> bool:
    """Whether by the parse it is the act, or the words that commit to it, that a condition hangs on."""
    if not links.below or links.below[0].dep_ in {"relcl", "pcomp", "dobj"}:
        return False
    outside = (token for token in links.below[1:] if not clause.span.start <= token.i < clause.span.end)
    if any(_is_foreign(token, act) and not _says(token, clause, act) for token in outside):
        return False
    labels = {token.dep_ for token in links.above}
    if not labels <= COMMISSIVE_LINKS | {"conj", "advcl"}:
        return False
    if links.above and any(_opens_later_clause(token, act) for token in links.below[1:]):
        return False
    if "conj" in labels and links.meeting.i < clause.span.start < act.i:
        return False
    if clause.opening.rule.attachment == "strict":
        past = links.meeting.tag_ == "VBD" or syntax.is_perfect(links.meeting)
        direct = all(token.dep_ == "xcomp" for token in links.below[1:])  # "made to leave before …"
        return direct and not (links.above and past)
    return True


def _leads_sentence(links: Links, clause: Clause, act: Token) -> bool:
    """Whether a condition opens the sentence, and the parse puts it on top of it: "Subject to talks, we …".

    Or it hangs a participle on who acts: "If elected, Ada Berg will …".
    """
    before = act.doc[act.sent.start : clause.span.start]
    opens = all(token.is_punct or token.is_space for token in before)
    closed = clause.span.end < act.i and act.doc[clause.span.end].text == ","
    on_top = not links.below and clause.opening.kind == "phrase"
    labels = [token.dep_ for token in links.below]
    on_subject = labels == ["amod", "nsubj"] and links.meeting == act
    return opens and closed and (on_top or on_subject)


def _opens_later_clause(verb: Token, act: Token) -> bool:
    """Whether a verb goes on behind an act in a tense of its own: "would go, but | had agreed to wait"."""
    later = verb.dep_ == "conj" and verb.i > act.i
    return later and (verb.tag_ in {"VBD", "VBP", "VBZ"} or bool(syntax.auxiliaries(verb)))


def _says(verb: Token, clause: Clause, act: Token) -> bool:
    """Whether a verb between a condition and its act tells who says so: "if it rains, she said, we will"."""
    return verb.lemma_ in saying_verbs() and clause.span.end <= verb.i < act.i


def _is_foreign(token: Token, act: Token) -> bool:
    """Whether what hangs below ``token`` is the condition of something else than the act above it."""
    if token.dep_ in FOREIGN_LINKS:
        return True
    if token.dep_ == "conj" and token.head.i == act.i:
        if any(word.tag_ != "TO" for word in syntax.children(token, "aux")):
            return True  # "will last a week and will be called off if it rains"
        contrast = any(word.lower_ == "but" for word in syntax.children(act, "cc"))
        if contrast or syntax.child(token, "conj") is not None:
            return True  # of one act in a list, the last aside; "will go home, but will meet until it ends"
    return syntax.is_verb(token) and syntax.child(token, "nsubj", "nsubjpass") is not None
