"""Whether a condition hangs on an act by the parse: on it, or on the words that commit to it."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.condition_clauses import Clause
from flows.extract.parse import Token

# Links below which a condition belongs to something else than the act.
FOREIGN_LINKS = frozenset({"relcl", "nsubj", "nsubjpass", "csubj", "csubjpass", "poss"})

BEGINNING = frozenset({"begin", "start"})
WORK = frozenset({"it", "this", "that", "work"})  # what is not to begin: the act


@dataclass(frozen=True, slots=True)
class Links:
    """How a condition and an act meet: the tokens from each up to, and without, their first common head.

    ``below`` leads up from the condition, ``above`` from the act (empty where the condition hangs on it).
    """

    below: list[Token]
    above: list[Token]
    meeting: Token


def links_between(clause: Clause, act: Token) -> Links | None:
    """How a condition and an act meet in the parse, None where they have no head in common."""
    chain = [act, *syntax.ancestors(act)]
    steps = {token.i: step for step, token in enumerate(chain)}
    below: list[Token] = []
    for token in (clause.top, *syntax.ancestors(clause.top)):
        if token.i in steps:
            return Links(below, chain[: steps[token.i]], token)
        below.append(token)
    return None


def hangs_on_act(links: Links, clause: Clause, act: Token) -> bool:
    """Whether by the parse it is the act, or the words that commit to it, that a condition hangs on."""
    if not links.below or links.below[0].dep_ in {"relcl", "pcomp", "dobj"}:
        return False
    outside = (token for token in links.below[1:] if not clause.span.start <= token.i < clause.span.end)
    if any(_is_foreign(token, act) and not _says(token, clause, act) for token in outside):
        return False
    labels = {token.dep_ for token in links.above}
    if not labels <= syntax.COMMISSIVE_LINKS | {"conj", "advcl"}:
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


def leads_sentence(links: Links, clause: Clause, act: Token) -> bool:
    """Whether a condition opens the sentence, and the parse puts it on top of it: "Subject to talks, we …".

    Or it hangs a participle on who acts: "If elected, Ada Berg will …".
    """
    before = act.doc[act.sent.start : clause.span.start]
    opens = all(token.is_punct or token.is_space for token in before)
    closed = clause.span.end < act.i and act.doc[clause.span.end].text == ","
    on_top = not links.below and clause.opening.kind == "phrase"
    labels = [token.dep_ for token in links.below]
    on_subject = labels in (["amod", "nsubj"], ["advcl", "nsubj"]) and links.meeting == act
    return opens and closed and (on_top or on_subject)


def _opens_later_clause(verb: Token, act: Token) -> bool:
    """Whether a verb goes on behind an act in a tense of its own: "would go, but | had agreed to wait"."""
    later = verb.dep_ == "conj" and verb.i > act.i and not _cannot_begin(verb)
    return later and (verb.tag_ in {"VBD", "VBP", "VBZ"} or bool(syntax.auxiliaries(verb)))


def _says(verb: Token, clause: Clause, act: Token) -> bool:
    """Whether a verb between a condition and its act tells who says so: "if it rains, she said, we will"."""
    return verb.lemma_ in saying_verbs() and clause.span.end <= verb.i < act.i


def _cannot_begin(verb: Token) -> bool:
    """Whether a clause beside an act only denies that it begins: "but could not start until it rained"."""
    subject = syntax.child(verb, "nsubj")
    alone = subject is None or subject.lower_ in WORK
    denied = syntax.negation(verb) is not None and syntax.modal_of(verb) is not None
    beside = verb.dep_ == "conj" and verb.lemma_ in BEGINNING
    return beside and denied and alone and syntax.child(verb, "dobj", "xcomp") is None


def _is_foreign(token: Token, act: Token) -> bool:
    """Whether what hangs below ``token`` is the condition of something else than the act above it."""
    if token.dep_ in FOREIGN_LINKS:
        return True
    if _cannot_begin(token):
        return False
    if token.dep_ == "conj" and token.head.i == act.i:
        if any(word.tag_ != "TO" for word in syntax.children(token, "aux")):
            return True  # "will last a week and will be called off if it rains"
        contrast = any(word.lower_ == "but" for word in syntax.children(act, "cc"))
        if contrast or syntax.child(token, "conj") is not None:
            return True  # of one act in a list, the last aside; "will go home, but will meet until it ends"
    return syntax.is_verb(token) and syntax.child(token, "nsubj", "nsubjpass") is not None
