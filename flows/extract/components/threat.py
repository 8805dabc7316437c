"""Threats: acts that harm another side, answer harm, or press it to give way."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.beneficiary_lexicon import is_people
from flows.extract.components.cue_lexicon import cue_index, has_particle
from flows.extract.components.denial import litotes, negated_by
from flows.extract.components.force_lexicon import force_lexicon
from flows.extract.components.party_lexicon import is_institution
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
    if eases(act):
        return False
    if presses or punishes_any(act) or _makes_enemies_of_any(act) or presses_to_yield(act):
        return True
    return depends and any(
        harms(act)
        for harms in (
            is_harmful,
            coerces,
            _presses_on,
            _punishes,
            _goes_against,
            _leaves_others,
            _answers,
        )
    )


def presses_to_yield(act: Token) -> bool:
    """Whether an act is what comes unless others give way: "would sell the stock unless the mill paid".

    Not what merely goes on: "will keep its crew there unless the mill pays".
    """
    lasting = cue_index().noun_lists["aspect"] | cue_index().noun_lists["standing"]
    if act.lemma_.lower() in lasting or syntax.is_passive(act):
        return False
    own = syntax.subject_of(act)
    clauses = (clause for clause, mark in _marked_clauses(act) if mark.lower_ == "unless")
    return any(_is_given_way(clause, own) for clause in clauses)


def _is_given_way(clause: Token, own: Token | None) -> bool:
    """Whether in a clause others than who acts give way: "unless the mill paid", "unless it is freed"."""
    subject = syntax.child(clause, "nsubj", "nsubjpass")
    if clause.lemma_.lower() not in force_lexicon().yielding.lemmas or subject is None:
        return False
    if syntax.is_passive(clause):
        return True
    other = own is None or syntax.noun_lemma(subject) != syntax.noun_lemma(own)
    somebody = subject.pos_ == "PROPN" or is_actor(subject) or is_people(subject) or is_institution(subject)
    return somebody and other


def harms_unhesitatingly(act: Token) -> bool:
    """Whether what somebody "will not hesitate to" do harms or presses another: "to close the port if …"."""
    depends = any(
        mark.lower_ == IF or syntax.is_inverted(clause)
        for doing in (act, act.head)
        for clause, mark in _marked_clauses(doing)
    )
    presses = depends and act.lemma_.lower() in force_lexicon().pressing.lemmas
    return not eases(act) and (is_harmful(act) or presses)


def eases(act: Token) -> bool:
    """Whether an act ends or lightens what presses another: "sanctions could be suspended"."""
    coercion = force_lexicon().coercion
    ends = act.lemma_.lower() in coercion.easing or has_particle(act, "off")
    eased = syntax.child(act, "dobj", "nsubjpass") if ends else None
    return eased is not None and syntax.noun_lemma(eased) in coercion.nouns


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
    if act.lemma_.lower() not in going.lemmas:
        return False
    heads = (act, *syntax.children(act, "advmod"))  # "be back on the picket line"
    where = [noun for head in heads for noun in syntax.complements_of(head, ("to", "on", "onto"))]
    lines = [line for noun in where for line in syntax.children(noun, "compound")]
    return any(syntax.noun_lemma(noun) in going.nouns for noun in (*where, *lines))


def _leaves_others(act: Token) -> bool:
    """Whether who acts leaves others without them: "quit the coalition", "stay away from the talks"."""
    leaving = force_lexicon().leaving
    if act.lemma_.lower() not in leaving.lemmas:
        return False
    heads = (act, *syntax.children(act, "advmod", "prt", "prep"))  # "pull out of the talks"
    behind = (noun for head in heads for noun in syntax.complements_of(head, ("from", "of")))
    left = (*syntax.children(act, "dobj"), *behind)
    return any(syntax.noun_lemma(noun) in leaving.nouns for noun in left)


def _acts_against(act: Token) -> bool:
    """Whether something is done against people or a party: "used against the ferrymen"."""
    lexicon = force_lexicon()
    if act.lemma_.lower() not in lexicon.against.lemmas:
        return False
    done = syntax.child(act, "dobj")
    heads = (act,) if done is None else (act, done)
    hit = (noun for head in heads for noun in syntax.complements_of(head, ("against",)))
    return any(noun.ent_type_ in syntax.NAMED_LABELS or is_people(noun) or is_actor(noun) for noun in hit)


def _strikes(act: Token) -> bool:
    """Whether people will not work: "will stop work", "will down tools"."""
    striking = force_lexicon().striking
    stopped = syntax.children(act, "dobj", "xcomp") if act.lemma_.lower() in striking.lemmas else ()
    return any(syntax.noun_lemma(noun) in striking.nouns for noun in stopped)


def coerces(act: Token) -> bool:
    """Whether an act by itself presses or hits another: "call a strike", "use it against the crews"."""
    return _presses_with(act) or _acts_against(act) or _strikes(act)


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
    if _meets_with_harm(act) or litotes(act) is not None or _has_consequences(act):
        return True
    return any(_harm_answered(act))


def answers_harm_to_other(act: Token) -> bool:
    """Whether what an act answers is done to another by name: "will respond to any attack on Fiji"."""
    hit = (whom for harm in _harm_answered(act) for whom in syntax.complements_of(harm, ("on", "against")))
    return any(whom.ent_type_ in syntax.NAMED_LABELS for whom in hit)


def _harm_answered(act: Token) -> Iterator[Token]:
    """What harm an act answers: "attack" of "will respond to any attack"."""
    answering = force_lexicon().answering
    if act.lemma_.lower() in answering.lemmas and not syntax.is_passive(act):
        answered = (*syntax.children(act, "dobj"), *syntax.complements_of(act, ("to", "against", "for")))
        yield from (noun for noun in answered if syntax.noun_lemma(noun) in answering.nouns)


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


def _makes_enemies_of_any(act: Token) -> bool:
    """Whether whoever does something is treated as an enemy: "any troops would be seen as targets"."""
    whom = syntax.child(act, "dobj", "nsubjpass") if _treats_as_enemy(act) else None
    return whom is not None and whom.left_edge.lower_ in force_lexicon().punishing.anyone


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


def _presses_with(act: Token) -> bool:
    """Whether somebody does, or goes on with, what presses another: "will call a strike", "go ahead with"."""
    coercion = force_lexicon().coercion
    if act.lemma_.lower() not in coercion.with_objects or has_particle(act, "off"):  # "call off a strike"
        return False
    done = (*syntax.children(act, "dobj", "nsubjpass"), *syntax.complements_of(act, ("with",)))
    return any(syntax.noun_lemma(noun) in coercion.nouns for noun in done)


def _marked_clauses(act: Token) -> Iterator[tuple[Token, Token]]:
    """The adverbial clauses of an act, each with the word that opens it: "should" of "should talks fail"."""
    for clause in syntax.children(act, "advcl", "ccomp"):
        if syntax.is_inverted(clause):
            yield clause, clause.left_edge
        elif clause.dep_ == "advcl":
            yield from ((clause, mark) for mark in syntax.children(clause, "mark"))
