"""Phrases that name nobody whom an act is for, by their place: givers, partners, places gone to."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.amount_lexicon import money_words
from flows.extract.components.beneficiary_lexicon import beneficiary_lexicon, is_people
from flows.extract.components.coordination import aspect_chain
from flows.extract.components.named import Named
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token

EXCEPTING = frozenset({"except", "excepting", "excluding", "barring"})  # before those whom an act is not for
ACTING_PRONOUNS = frozenset({"he", "she", "they", "them", "we", "i", "you", "who"})
BECOMING = frozenset({"become", "remain"})
EXCHANGING = frozenset({"return", "exchange"})  # "in return for ten prisoners"
SWAPPING = frozenset({"trade", "swap", "exchange"})
THANKS = frozenset({"thanks", "appreciation", "gratitude"})  # "expressed its thanks to Peru"
REGARDING = frozenset({"respect", "regard"})  # "with respect to the islands"
POWERS = frozenset({"power", "powers", "authority"})
BORDERS = frozenset({"border", "frontier", "boundary"})
BESIDE = frozenset({"along", "at", "on", "near", "across"})  # a border, where something is done


def is_no_recipient(token: Token, named: Named | None, act: Token) -> bool:
    """Whether a phrase tells something else of an act than whom it is for or against."""
    phrase = syntax.listed_head(token)
    if named is None and (_is_made(phrase) or _is_become(phrase)):
        return True
    if _is_of_money(token) or _is_recalled(phrase, act) or _is_thanked(phrase, act):
        return True
    if _is_entered(phrase, named, act) or _is_hired(phrase):
        return True
    if _is_of_taken_thing(token, named, act):
        return True
    if phrase.dep_ != "pobj":
        return False
    if _is_left_out(phrase) or _gives(phrase, act) or _works_along(phrase, act) or _is_paid_back(phrase):
        return True
    if named is None and (_is_with_others(phrase) or _is_sent_in_a_body(phrase, act)):
        return True
    if _is_told_besides(phrase) or _is_power_over(phrase) or _is_sought(phrase):
        return True
    return _is_gone_to(phrase, named) or _is_met_in(phrase, named, act)


def _gives(phrase: Token, act: Token) -> bool:
    """Whether a phrase tells from whom something comes: "accepted $5 million from Fiji", "owed to a bank"."""
    word, words = phrase.head.head, beneficiary_lexicon()
    if phrase.head.lower_ == "to":
        return word.lemma_.lower() in words.owing.words and word != act
    taken = word if syntax.is_verb(word) else word.head
    takes = taken == act or act in syntax.children(taken, "dobj")
    return phrase.head.lower_ == "from" and takes and taken.lemma_.lower() in words.taking.words


def _is_of_taken_thing(token: Token, named: Named | None, act: Token) -> bool:
    """Whether a state's name tells only from where something comes that is taken: "accept Fijian tents"."""
    thing = token.head
    if named is None or named.via != "demonym" or token.dep_ not in {"amod", "compound"}:
        return False
    taken = thing.dep_ == "dobj" and thing.head == act and not is_people(thing) and not is_actor(thing)
    return taken and act.lemma_.lower() in beneficiary_lexicon().accepting.words


def _works_along(phrase: Token, act: Token) -> bool:
    """Whether a phrase tells only with whom something is done: "work with the council to mend the pier".

    Or with whose part: "with the office of the council". What it is done for stands behind it.
    """
    partner = phrase
    while partner.head.lower_ == "of" and partner.head.head.dep_ == "pobj":
        partner = partner.head.head
    if partner.head.lower_ != "with":
        return False
    verb = partner.head.head
    joins = verb.lemma_.lower() in beneficiary_lexicon().joining.words and verb in aspect_chain(act)
    purposes = syntax.children(verb, "advcl", "xcomp")
    return joins and any(syntax.has_to(purpose) and purpose.i > phrase.i for purpose in purposes)


def _is_made(phrase: Token) -> bool:
    """Whether a phrase tells what something is turned into: "upgrade its office to an embassy"."""
    if phrase.dep_ != "pobj" or phrase.head.lower_ not in {"to", "into"}:
        return False
    above = phrase.head.head
    verb = above if syntax.is_verb(above) else above.head
    return verb.lemma_.lower() in beneficiary_lexicon().making.words


def _is_hired(phrase: Token) -> bool:
    """Whether people are those whom somebody takes on: "hire 300 nurses"."""
    return phrase.dep_ == "dobj" and phrase.head.lemma_.lower() in beneficiary_lexicon().taking_on.words


def _is_power_over(phrase: Token) -> bool:
    """Whether "to" behind a power tells what it is for: "give guards the power to fine crews".

    Not whom it is given to: "give power to the councils".
    """
    power = syntax.neighbour(phrase.head, -1)
    if phrase.head.lower_ != "to" or power is None or power.lower_ not in POWERS:
        return False
    given = any(holder.i < power.i for holder in syntax.children(power.head, "dative"))
    return power.dep_ != "dobj" or given


def _is_become(phrase: Token) -> bool:
    """Whether a phrase tells what who acts will be: "become a guard of 300 people"."""
    below_of = phrase.dep_ == "pobj" and phrase.head.lower_ == "of" and phrase.head.head.dep_ == "attr"
    whole = phrase.head.head if below_of else phrase
    return whole.dep_ == "attr" and whole.head.lemma_ in BECOMING


def _is_of_money(token: Token) -> bool:
    """Whether a state's name only tells whose money it is: "300 million Danish kroner"."""
    return token.dep_ in {"amod", "compound"} and token.head.lower_ in money_words()


def _is_left_out(phrase: Token) -> bool:
    """Whether a phrase tells for whom an act is not: "except for nurses and cooks"."""
    return any(word.lower_ in EXCEPTING for word in (phrase.head, phrase.head.head))


def _is_recalled(phrase: Token, act: Token) -> bool:
    """Whether a phrase tells whom others did something to: "take over from a unit that guarded miners"."""
    clause = phrase.head
    if phrase.dep_ != "dobj" or clause.dep_ != "relcl" or clause == act or clause in syntax.ancestors(act):
        return False
    subject = syntax.child(clause, "nsubj")
    past = clause.tag_ == "VBD" or syntax.is_perfect(clause)
    own = subject is not None and subject.tag_ in syntax.RELATIVE_TAGS
    return past and own and syntax.modal_of(clause) is None and not syntax.is_passive(clause)


def _is_thanked(phrase: Token, act: Token) -> bool:
    """Whether a phrase tells whom somebody thanks, before an act that gives nothing.

    "Thanked the people of Peru and would accept tents", "expressed its thanks to Peru and agreed to leave".
    """
    if act.lemma_.lower() in beneficiary_lexicon().helping:
        return False
    whole = phrase.head.head if phrase.dep_ == "pobj" and phrase.head.lower_ == "of" else phrase
    whole = syntax.listed_head(whole)
    if whole.dep_ == "dobj":
        return whole.head.lemma_ == "thank" and whole.head != act
    return whole.dep_ == "pobj" and whole.head.lower_ == "to" and whole.head.head.lower_ in THANKS


def _is_with_others(phrase: Token) -> bool:
    """Whether people only tell which other people are meant: "families with small children"."""
    return phrase.head.lower_ == "with" and phrase.head.head.pos_ == "NOUN" and is_people(phrase.head.head)


def _is_sent_in_a_body(phrase: Token, act: Token) -> bool:
    """Whether people are those of whom a body is made up that is sent: "send a mission of 200 nurses"."""
    body = phrase.head.head
    sent = (
        body.dep_ == "dobj" and body.head == act and act.lemma_.lower() in beneficiary_lexicon().sending.words
    )
    return phrase.head.lower_ == "of" and sent and not is_people(body)


def _is_met_in(phrase: Token, named: Named | None, act: Token) -> bool:
    """Whether a name is of where people meet: "meet the mayors in Peru", "hold talks in Lima"."""
    if phrase.head.lower_ != "in" or named is None or named.kind not in {"state", "place"}:
        return False
    words = party_lexicon()
    held = syntax.child(act, "dobj")
    met = held is not None and held.lemma_.lower() in words.meetings.lemmas
    return (met or act.lemma_.lower() in words.meeting.lemmas) and act in syntax.ancestors(phrase)


def _is_paid_back(phrase: Token) -> bool:
    """Whether a phrase tells what one gives for what one gets: "in return for ten men", "swapped for two"."""
    if phrase.head.lower_ != "for":
        return False
    word = phrase.head.head
    in_exchange = word.lower_ in EXCHANGING and word.head.lower_ == "in"
    return in_exchange or (syntax.is_verb(word) and word.lemma_ in SWAPPING)


def _is_told_besides(phrase: Token) -> bool:
    """Whether a phrase tells what something is about, who does it too, or where.

    "With respect to the islands", "alongside Peru", "along the border with Peru".
    """
    preposition, above = phrase.head, phrase.head.head
    if preposition.lower_ == "alongside":
        return True
    if preposition.lower_ == "to" and above.lower_ in REGARDING and above.head.lower_ == "with":
        return True
    borders = preposition.lower_ in {"with", "between"} and above.lemma_.lower() in BORDERS
    return borders and above.dep_ == "pobj" and above.head.lower_ in BESIDE


def _is_sought(phrase: Token) -> bool:
    """Whether a phrase tells to what one wants access oneself: "seek access to Peru"."""
    access = phrase.head.head
    if phrase.head.lower_ != "to" or access.lemma_.lower() != "access" or access.dep_ != "dobj":
        return False
    return access.head.lemma_.lower() in beneficiary_lexicon().seeking.words


def _is_gone_to(phrase: Token, named: Named | None) -> bool:
    """Whether a name is of where somebody goes or brings others: "fly to Lima", "move its crews to Peru".

    Not of where something goes: "$9 million will go to Peru".
    """
    words = beneficiary_lexicon()
    if phrase.head.lower_ not in {"to", "into"} or named is None or named.kind not in {"state", "place"}:
        return False
    verb = phrase.head.head
    led = verb if verb.pos_ == "NOUN" else syntax.child(verb, "dobj")
    if led is not None and verb.lemma_.lower() in words.moving.words:
        return is_people(led)
    if led is not None:
        leads = led.dep_ == "dobj" and led.head.lemma_ == "lead"
        return leads and syntax.noun_lemma(led) in words.delegations.words
    if any(
        purpose.lemma_ in party_lexicon().meeting.lemmas
        for purpose in syntax.children(verb, "advcl", "xcomp")
    ):
        return False  # "fly to Peru to meet its mayors"
    goes = verb.lemma_.lower() in words.going.words and not syntax.is_passive(verb)
    subject = syntax.subject_of(verb)
    return goes and (subject is None or _may_travel(subject))


def _is_entered(phrase: Token, named: Named | None, act: Token) -> bool:
    """Whether a name is of a place that somebody is let into or out of: "let the monitors enter Peru"."""
    verb = phrase.head
    subject = syntax.child(verb, "nsubj")
    place = named is not None and named.kind in {"state", "place"} and phrase.dep_ == "dobj"
    return (
        place
        and subject is not None
        and _may_travel(subject)
        and (verb.lemma_ == "enter" or (verb.lemma_ == "leave" and verb != act))
    )


def _may_travel(subject: Token) -> bool:
    """Whether a subject is of people, who go somewhere themselves."""
    if subject.pos_ == "PRON":
        return subject.lower_ in ACTING_PRONOUNS
    return subject.pos_ == "PROPN" or is_actor(subject) or is_people(subject)
