"""Threats: acts that harm another side, answer harm, or press it to give way."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.denial import litotes, negated_by
from flows.extract.components.force_lexicon import force_lexicon
from flows.extract.parse import Token

IF = "if"


def is_harmful(act: Token) -> bool:
    """Whether the act harms another side: "retaliate", "impose sanctions"."""
    harm = force_lexicon().harm
    lemma = act.lemma_.lower()
    if lemma in harm.lemmas or _treats_as_enemy(act):
        return True
    objects = [found.lemma_.lower() for found in syntax.children(act, "dobj", "nsubjpass", "attr")]
    return lemma in harm.object_verbs and any(found in harm.objects for found in objects)


def threatens(act: Token) -> bool:
    """Whether an act is to make another give way: harm on a condition, or pressure unless they do."""
    clauses = [
        (clause, IF if syntax.is_inverted(clause) else mark.lower_) for clause, mark in _marked_clauses(act)
    ]
    failing = syntax.is_failing_which(act)
    unless = any(mark == "unless" or (mark == IF and _is_unmet(clause)) for clause, mark in clauses)
    presses = answers_harm(act) or (
        (unless or failing) and act.lemma_.lower() in force_lexicon().pressing.lemmas
    )
    depends = failing or any(mark in {IF, "unless", "until"} for _, mark in clauses)
    if presses or punishes_any(act):
        return True
    return depends and any(
        harms(act) for harms in (is_harmful, _presses_on, _punishes, _goes_against, _answers)
    )


def punishes_any(act: Token) -> bool:
    """Whether whoever does something will be punished: "heads who refuse will be replaced".

    So with "fines will be levied for any delay".
    """
    lexicon, lemma = force_lexicon(), act.lemma_.lower()
    if lemma in lexicon.fining.lemmas:
        fined = syntax.child(act, "dobj", "nsubjpass")
        causes = syntax.complements_of(act, ("for", "on"))
        any_of = any(cause.left_edge.lower_ in lexicon.punishing.anyone for cause in causes)
        return fined is not None and syntax.noun_lemma(fined) in lexicon.fining.nouns and any_of
    whom = syntax.child(act, "dobj", "nsubjpass") if lemma in lexicon.punishing.lemmas else None
    if whom is None:
        clause = syntax.child(act, "ccomp") if lemma in lexicon.punishing.lemmas else None
        return clause is not None and clause.left_edge.lower_ in lexicon.punishing.anyone
    does = syntax.child(whom, "relcl")
    subject = syntax.child(does, "nsubj") if does is not None else None
    given = syntax.child(whom, "det", "nummod", "poss")
    open_to_all = given is None or given.lower_ in lexicon.punishing.anyone
    return subject is not None and subject.lower_ == "who" and open_to_all and whom.ent_type_ == ""


def _punishes(act: Token) -> bool:
    """Whether an act punishes a party or people: "suspend Peru", "replace the heads"."""
    whom = syntax.child(act, "dobj", "nsubjpass")
    if whom is None or act.lemma_.lower() not in force_lexicon().punishing.lemmas:
        return False
    return whom.ent_type_ in syntax.NAMED_LABELS or is_people(whom)


def _goes_against(act: Token) -> bool:
    """Whether who acts goes where one presses another: "go to court", "go on strike"."""
    going = force_lexicon().going
    where = syntax.complements_of(act, ("to", "on")) if act.lemma_.lower() in going.lemmas else ()
    return any(syntax.noun_lemma(noun) in going.nouns for noun in where)


def _answers(act: Token) -> bool:
    """Whether what will be is an answer that harms: "there will be a response"."""
    what = syntax.child(act, "attr") if syntax.child(act, "expl") is not None else None
    return what is not None and syntax.noun_lemma(what) in force_lexicon().meeting.nouns


def _is_unmet(clause: Token) -> bool:
    """Whether a clause tells that something is not done: "if they do not pay", "if they fail to pay"."""
    fails = clause.lemma_ in force_lexicon().unmet.lemmas and syntax.child(clause, "xcomp") is not None
    return fails or negated_by(clause) is not None


def answers_harm(act: Token) -> bool:
    """Whether an act answers what another does with harm: "will respond to any attack".

    So does that it "will not go unpunished", and that "there will be consequences".
    """
    answering = force_lexicon().answering
    if _meets_with_harm(act) or litotes(act) is not None or _has_consequences(act):
        return True
    if act.lemma_.lower() not in answering.lemmas or syntax.is_passive(act):
        return False
    answered = (*syntax.children(act, "dobj"), *syntax.complements_of(act, ("to", "against", "for")))
    return any(syntax.noun_lemma(noun) in answering.nouns for noun in answered)


def _meets_with_harm(act: Token) -> bool:
    """Whether an act is that something will be met with harm: "any raid would be met with force"."""
    meeting = force_lexicon().meeting
    harm = syntax.complements_of(act, ("with",)) if act.lemma_.lower() in meeting.lemmas else ()
    return any(syntax.noun_lemma(noun) in meeting.nouns for noun in harm)


def _treats_as_enemy(act: Token) -> bool:
    """Whether an act is to treat somebody as an enemy: "will be treated as rebels"."""
    treating = force_lexicon().treating
    taken_for = syntax.complements_of(act, ("as",)) if act.lemma_.lower() in treating.lemmas else ()
    return any(syntax.noun_lemma(noun) in treating.nouns for noun in taken_for)


def _has_consequences(act: Token) -> bool:
    """Whether something bad will come, as somebody says: "there will be serious consequences"."""
    what = syntax.child(act, "attr") if syntax.child(act, "expl") is not None else None
    return what is not None and syntax.noun_lemma(what) in force_lexicon().consequences.lemmas


def _presses_on(act: Token) -> bool:
    """Whether an act is that what presses another goes on: "the strike would resume"."""
    coercion = force_lexicon().coercion
    subject = syntax.child(act, "nsubj")
    return (
        act.lemma_.lower() in coercion.lemmas
        and subject is not None
        and syntax.noun_lemma(subject) in coercion.nouns
    )


def _marked_clauses(act: Token) -> Iterator[tuple[Token, Token]]:
    """The adverbial clauses of an act, each with the word that opens it: "should" of "should talks fail"."""
    for clause in syntax.children(act, "advcl", "ccomp"):
        if syntax.is_inverted(clause):
            yield clause, clause.left_edge
        elif clause.dep_ == "advcl":
            yield from ((clause, mark) for mark in syntax.children(clause, "mark"))
