"""What others have to do: "Peru has to pay", "Peru must be ready to pay", "the law commits Peru to peace"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.candidate import Candidate
from flows.extract.components.cue_lexicon import cue_index, modal_over
from flows.extract.components.cue_rules import ModalCue
from flows.extract.components.force_lexicon import WILL, force_lexicon
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token
from models.vocabulary import Force


def duty_of_another(verb: Token) -> tuple[Token, ModalCue] | None:
    """What makes a duty of an infinitive, with its rule: "has" of "Peru has to pay"; None where nothing does.

    Not where it is that of whoever speaks, nor where somebody had to act once.
    """
    rule = cue_index().modals_before_to.get(verb.head.lemma_.lower())
    return (verb.head, rule) if rule is not None and _is_of_another(verb) else None


def duty_of_being(be: Token) -> tuple[Token, ModalCue] | None:
    """What makes a duty of being ready for an act, with its rule: "must" of "Peru must be ready to pay"."""
    over = modal_over(be) if syntax.is_verb(be) or be.pos_ == "AUX" else None
    return over if over is not None and over[1].force == "request" else duty_of_another(be)


def _is_of_another(verb: Token) -> bool:
    """Whether an infinitive tells what others have to do: "Peru has to pay", "said Peru had to pay"."""
    have = verb.head
    if verb.dep_ != "xcomp" or not syntax.has_to(verb) or syntax.modal_of(have) is not None:
        return False
    subject = syntax.child(have, "nsubj")
    others = subject is not None and subject.pos_ != "PRON"  # "you have to laugh", "said they had to go"
    told = have.tag_ != "VBD" or have.dep_ == "ccomp"
    denied = syntax.negation(have) is not None or syntax.negation(verb) is not None
    owned = any(word.tag_ == "WP" for word in syntax.children(verb, "dobj"))  # "what the bakers had to offer"
    return others and told and not syntax.auxiliaries(have) and not denied and not owned


def duty_told(candidate: Candidate) -> Force | None:
    """What to tell others that they will have to act does: "said that owners would have to pay".

    It asks those who act, and obliges where nobody is told to ("the sum would have to be paid") or where it
    is another's price ("in exchange, Peru would have to pay"). None else.
    """
    have = candidate.act
    if have.lemma_ != "have" or candidate.rule_id not in WILL:
        return None
    act = next(filter(syntax.has_to, syntax.children(have, "xcomp")), None)
    subject = syntax.child(have, "nsubj")
    if act is None or subject is None:
        return None
    owned = syntax.child(subject, "poss") is not None
    if subject.pos_ != "PRON" and not owned and _is_in_exchange(have, act):
        return "obligation"
    if subject.pos_ == "PROPN":
        return None
    if syntax.is_passive(act):
        return "obligation"
    others = subject.tag_ == "NNS" or subject.lower_ in {"those", "anyone", "anybody", "everyone"}
    return "request" if others and not owned else None


def _is_in_exchange(have: Token, act: Token) -> bool:
    """Whether what somebody has to do is another's price for something: "in return Peru will have to pay"."""
    heads = (have, act, *syntax.children(act, "dobj"))
    given = (noun for head in heads for noun in syntax.complements_of(head, ("in",)))
    return any(
        noun.lemma_.lower() in cue_index().noun_lists["returning"] and noun.left_edge == noun
        for noun in given
    )


def duty_of_hearer(have: Token) -> tuple[Token, Token, Token] | None:
    """What somebody is told to be their duty: the act, the verb that tells it, and who is told.

    "Pay", "told" and "mills" of "told the mills that they would have to pay"; None where nobody is told.
    """
    above, modal = have.head, syntax.modal_of(have)
    act = next(filter(syntax.has_to, syntax.children(have, "xcomp")), None)
    tells = have.dep_ == "ccomp" and above.lemma_.lower() in cue_index().noun_lists["informing"]
    if not tells or act is None or have.lemma_.lower() not in cue_index().modals_before_to or modal is None:
        return None
    hearer = syntax.child(above, "nsubjpass") if syntax.is_passive(above) else syntax.child(above, "dobj")
    subject = syntax.child(have, "nsubj")
    if hearer is None or subject is None or subject.lower_ != "they" or not syntax.is_plural(hearer):
        return None
    listens = syntax.noun_lemma(hearer) in party_lexicon().press.lemmas  # "told reporters that they …"
    return None if listens or syntax.negation(have) is not None else (act, above, hearer)


def binds_by_law(verb: Token) -> bool:
    """Whether a law binds whom a verb is about: "the constitution commits Peru to peace".

    So does what is signed: "signed a treaty committing both to disarm".
    """
    subject = syntax.child(verb, "nsubj")
    if subject is None and verb.tag_ == "VBG":
        subject = verb.head if verb.dep_ == "acl" else syntax.child(verb.head, "dobj")
    return subject is not None and subject.lemma_.lower() in force_lexicon().binding_texts.lemmas
