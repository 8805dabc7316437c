"""What a pronoun's own clause, and the form of a subject before it, tell of whether it may stand for that.

"A farmer said she would sue": one person above "she"; "it is clear that …": nobody.
"""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns, is_person
from flows.extract.components.cue_lexicon import cue_index, ways_to_ask
from flows.extract.components.office import is_of_person
from flows.extract.components.operative import is_operative, notes_promise
from flows.extract.components.partitive import is_single
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token


def describes_person(subject: Token) -> bool:
    """Whether a subject describes one person without a name: "a rebel commander", "the minister"."""
    if syntax.child(subject, "conj") is not None:
        return False
    if is_single(subject):  # "one of the bankers"
        of_whom = syntax.noun_after(subject, ("of",))
        return of_whom is not None and is_person(of_whom)
    if subject.tag_ == "NNP" and syntax.child(subject, "det") is not None:
        return syntax.noun_lemma(subject) in party_lexicon().offices.lemmas  # "the Pope"
    return subject.tag_ == "NN" and is_of_person(subject.lemma_.lower())


def is_one_person(subject: Token) -> bool:
    """Whether a subject is one person without a name, whom "they" hardly means: "she", "the mayor"."""
    return subject.lower_ in party_lexicon().pronouns.person or describes_person(subject)


def acts_itself(asked: Token) -> bool:
    """Whether "it" is to act, and so is not who asks: "Fiji demanded that it free the crew"."""
    act = asked.head
    gains = party_lexicon().receiving.lemmas | party_lexicon().being.lemmas
    return asked.dep_ == "nsubj" and not syntax.is_passive(act) and act.lemma_.lower() not in gains


def is_somebody_above(subject: Token, pronoun: Token) -> bool:
    """Whether a subject above "he" or "she" is one person by any noun: "a farmer said she would sue"."""
    if subject.sent.start != pronoun.sent.start or syntax.child(subject, "conj") is not None:
        return False
    whole = syntax.noun_after(subject, ("of",)) if is_single(subject) else None
    return is_person(whole if whole is not None else subject) and (whole is not None or subject.tag_ == "NN")


def speaks_for_another(subject: Token, pronoun: Token) -> bool:
    """Whether "he" within what somebody says is whom they speak for: "a spokesman said she would go"."""
    within = subject.sent.start == pronoun.sent.start
    return within and syntax.noun_lemma(subject) in party_lexicon().aiding.lemmas


def is_somebody_new(subject: Token) -> bool:
    """Whether a subject is one person told of for the first time, or as somebody's: "her cook left. He …"."""
    new = syntax.is_indefinite(subject) or syntax.child(subject, "poss") is not None
    alone = syntax.child(subject, "conj", "appos") is None
    if not (new and alone and subject.tag_ == "NN" and is_person(subject)):
        return False
    behind = subject.doc.tokens[subject.i : subject.head.i]
    return all(word.ent_type_ != "PERSON" for word in behind)  # "the guild's cook in Oslo, Ada Berg, said"


def office_told_of(pronoun: Token) -> Token | None:
    """The office of "he" behind the clause that fills it: "shall elect a president, and he shall swear"."""
    goes_on = pronoun.dep_ == "nsubj" and pronoun.head.dep_ == "conj"
    office = syntax.child(pronoun.head.head, "dobj") if goes_on else None
    filled = office is not None and syntax.noun_lemma(office) in party_lexicon().offices.lemmas
    return office if filled else None


def is_same_person(pronoun: Token, subject: Token) -> bool:
    """Whether a subject is the pronoun once more: "She said it would rain. She …"."""
    return subject.lower_ == pronoun.lower_ and pronoun.lower_ in party_lexicon().pronouns.person


def is_several(subject: Token) -> bool:
    """Whether a subject is of several, whom "it" can't stand for: "local officials", "a baker and a monk"."""
    if is_single(subject):
        return False
    return subject.tag_ in {"NNS", "CD"} or syntax.child(subject, "conj") is not None


def is_told_of_place(token: Token) -> bool:
    """Whether a clause with "where" tells what a pronoun does there: "met Berg in Oslo, where they …"."""
    return any(word.lower_ == "where" for word in syntax.children(token.head, "advmod"))


def is_of_who_resolves(token: Token) -> bool:
    """Whether "its" is of who adopts a resolution: "- Renews its promise", "- Decides to open its port"."""
    root = token.sent.root
    if token.dep_ != "poss" or not is_operative(root) or ways_to_ask(root) & {"object", "preposition"}:
        return False
    if notes_promise(root):
        return False
    if token.head.dep_ == "dobj" and token.head.head == root:
        return token.head.lemma_.lower() in cue_index().noun_lists["commitment"]
    within = [head for head in syntax.ancestors(token) if syntax.is_verb(head)][:-1]
    return bool(within) and all(syntax.child(verb, "nsubj", "nsubjpass") is None for verb in within)


def says_how_an_act_is(token: Token) -> bool:
    """Whether "it" stands for the act that follows: "it is necessary to wait", "it is clear that …"."""
    be = token.head
    if token.lower_ != "it" or token.dep_ not in {"nsubj", "expl"} or be.lemma_ != "be":
        return False
    adjectives = syntax.children(be, "acomp")
    clauses = (
        clause
        for head in (be, *adjectives)
        for clause in syntax.children(head, "xcomp", "ccomp", "advcl", "csubj")
    )
    return bool(adjectives) and any(clause.i > be.i for clause in clauses)


def is_owner_near(pronoun: Token, subject: Token) -> bool:
    """Whether "its" stands in the sentence of a subject: "the union's head said its members will wait"."""
    return pronoun.dep_ == "poss" and subject.sent.start == pronoun.sent.start


def tells_of_new(subject: Token, pronoun: Token) -> bool:
    """Whether somebody told in a sentence before of somebody new: "Peru's envoy said a fund would lend".

    "It" of the next sentence is that one then.
    """
    clauses = syntax.children(subject.head, "ccomp") if subject.sent.start != pronoun.sent.start else []
    subjects = (syntax.child(clause, "nsubj", "nsubjpass") for clause in clauses)
    return any(
        syntax.noun_lemma(told) in actor_nouns().bodies.lemmas and syntax.is_indefinite(told)
        for told in subjects
        if told is not None
    )
