"""Recipients: the phrases of a sentence, and the parties named before it, that may be a beneficiary.

The judge says which of them are (``components/beneficiary.py``). ``lexicons/beneficiaries.toml`` lists the
nouns that can be a beneficiary without a name, and what is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.addressee import is_threatened_with
from flows.extract.components.attribution_lexicon import attribution_lexicon, saying_verbs
from flows.extract.components.beneficiary_lexicon import beneficiary_lexicon, is_people, people_nouns
from flows.extract.components.compound import is_part_of_word
from flows.extract.components.description import is_unrecognised_name, without_article
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.no_recipient import is_no_recipient
from flows.extract.components.party import Party, party_of, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.resolver import PartyResolver
from flows.extract.components.scene import LOCATIVES, is_medium
from flows.extract.components.stated_receiver import is_stated_receiver
from flows.extract.parse import Doc, Span, Token
from models.vocabulary import EntityKind

OBJECT_PRONOUNS = frozenset({"them", "him", "her", "it", "us", "you", "their", "his", "its", "your", "our"})
# Who is given or done something: "they will be paid".
GAINING_PRONOUNS = frozenset({"they", "he", "she", "we", "i"})
PERSONAL_PRONOUNS = OBJECT_PRONOUNS | GAINING_PRONOUNS
GENERAL_PRONOUNS = frozenset({"those", "anyone", "anybody", "everyone", "everybody", "both"})
RELATIVE_PRONOUNS = frozenset({"who", "whom"})
GIVEN_RELATIONS = frozenset({"dobj", "dative", "pobj", "nsubjpass"})  # of who is given or done something
REACH_BACK = 45  # tokens before a sentence in which a party may be named that its act is for
ACTING_KINDS: tuple[EntityKind, ...] = ("state", "organisation", "group", "person")


@dataclass(frozen=True)
class Recipient:
    """A phrase that may be a beneficiary: its head, what it names, and whom it stands for.

    ``binds`` tells that it is a promisor too, ``served`` that a promisor speaks for it; ``salience`` how
    often the document names the party, ``order`` how many other phrases stand between it and the act.
    """

    token: Token
    named: Named | None
    parties: tuple[Party, ...]
    binds: bool = False
    served: bool = False
    salience: int = 0
    order: int = 0


def recipients(
    act: Token, sentence: Span, binding: tuple[Party, ...], resolver: PartyResolver, names: Names
) -> list[Recipient]:
    """Every phrase that may be a beneficiary: those of the sentence, then parties named just before it.

    ``binding`` are the promisors.
    """
    promisors = tuple(party.name for party in binding)
    served = resolver.served_by(binding)
    found: list[Recipient] = []
    for token in sentence:
        named = names.at(token)
        if not (_may_be_party(token, named) or _is_promised(token, act)) or token.i == act.i or _says(token):
            continue
        if _acts_by_itself(token, act) or is_no_recipient(token, named, act):
            continue
        if named is not None and (
            is_part_of_word(sentence.doc, names, named)
            or _names_no_party(sentence.doc, named)
            or _names_text(token, named)
        ):
            continue
        parties = tuple(party for party in _stood_for(token, promisors, resolver) if party.name)
        if token.lower_ in PERSONAL_PRONOUNS:  # "it" may stand for a thing
            parties = without_things(parties)
        others = tuple(party for party in parties if party.name not in promisors)
        order = sum(act.i < other.token.i for other in found)
        binds = not others and named is not None and len(promisors) > 1 and not _is_partner(token)
        for_whom = others or (parties if binds else ())
        if for_whom:
            serves = any(party.name in served for party in for_whom)
            found.append(Recipient(token, named, for_whom, binds, serves, _salience(for_whom, names), order))
    known = {party.name for recipient in found for party in recipient.parties}
    return [*found, *_named_before(sentence, known.union(promisors), served, names)]


def _is_promised(word: Token, act: Token) -> bool:
    """Whether a noun for no people, or any pronoun, gets something: "offered the north two boats"."""
    gets = word.pos_ == "PRON" or (word.dep_ in {"dobj", "dative"} and word.head == act.head)
    return gets and is_stated_receiver(word, act)


def _is_partner(token: Token) -> bool:
    """Whether a promisor is one with whom others deal, which alone gives it nothing: "a truce with Fiji"."""
    phrase = syntax.listed_head(token)
    return phrase.dep_ == "pobj" and phrase.head.lower_ == "with"


def _acts_by_itself(token: Token, act: Token) -> bool:
    """Whether a phrase acts in a clause behind the act's: "Fiji will pay, but Peru prefers to wait"."""
    verb = syntax.conjunction_head(token).head
    subject = syntax.conjunction_head(token).dep_ == "nsubj" and verb.dep_ == "conj" and syntax.is_verb(verb)
    return subject and act.i < verb.i and syntax.conjunction_head(verb) in (act, *syntax.ancestors(act))


def _stood_for(token: Token, promisors: tuple[str, ...], resolver: PartyResolver) -> tuple[Party, ...]:
    """Whom a phrase of the sentence stands for, the number of "200 injured" as those whom it counts."""
    counted = _counted_people(token) if token.tag_ == "CD" else None
    if counted is not None:
        words = token.doc[syntax.subtree_indices(token)[0] : counted.i + 1]
        return (Party(without_article(words.text), "group"),)
    if token.lower_ in RELATIVE_PRONOUNS:
        told_of = _told_of(token)
        return resolver.receiver(told_of, promisors) if told_of is not None else ()
    return resolver.receiver(token, promisors)


def _counted_people(number: Token) -> Token | None:
    """The participle or adjective for people right behind a number, which the parse makes its head."""
    counted = (word for word in syntax.children(number, "acl", "amod") if word.i == number.i + 1)
    return next((word for word in counted if word.lower_ in people_nouns()), None)


def _named_before(
    sentence: Span, known: set[str], served: frozenset[str], names: Names
) -> Iterator[Recipient]:
    """The parties named shortly before a sentence, the nearest first, each once."""
    seen = set(known)
    for named in names.before(sentence.start, *ACTING_KINDS):
        if named.end <= sentence.start - REACH_BACK:
            return
        if named.name not in seen and not _names_no_party(sentence.doc, named):
            seen.add(named.name)
            parties = (party_of(named),)
            token = sentence.doc[named.end - 1]
            order = len(seen) - len(known)
            yield Recipient(
                token, named, parties, False, named.name in served, _salience(parties, names), order
            )


def _salience(parties: tuple[Party, ...], names: Names) -> int:
    return max(names.count(party.name) for party in parties)


def _may_be_party(token: Token, named: Named | None) -> bool:
    if named is not None:
        return token.i == named.end - 1
    if token.lower_ in OBJECT_PRONOUNS:
        return token.dep_ in {"dobj", "dative", "pobj", "poss", "nsubj"}
    if token.lower_ in GAINING_PRONOUNS:
        return token.dep_ == "nsubjpass"
    if token.lower_ in RELATIVE_PRONOUNS:
        return token.dep_ in GIVEN_RELATIONS and _told_of(token) is not None
    if _stands_for_people(token):
        return token.dep_ in GIVEN_RELATIONS or _is_object_alone(token)
    if token.pos_ in {"ADJ", "VERB"}:  # "the poor", "the 300 injured"
        head = syntax.conjunction_head(token)
        gains = head.dep_ in {"dobj", "dative", "pobj", "nsubjpass"}
        return gains and token.lower_ in people_nouns()
    if token.pos_ not in {"NOUN", "PROPN"} or _is_no_people(token):
        return False
    if _is_threatened(token):
        return True
    if relation_of(token) in {"dobj", "dative", "pobj:to"} and is_unrecognised_name(token):
        return True
    return is_people(token) and not (token.dep_ == "compound" and is_people(token.head))  # "island nation"


def _told_of(pronoun: Token) -> Token | None:
    """Whom a relative pronoun stands for: "the rebels to whom it promised safe passage".

    The parse may hang "to whom" on them, or take its clause for an adverbial one.
    """
    for head in syntax.ancestors(pronoun):
        if head.dep_ == "relcl" and head.left_edge.i <= pronoun.i:
            return head.head
        clause = syntax.child(head, "relcl")
        if clause is not None and head.i < pronoun.i < clause.i:
            return head
    before = syntax.neighbour(pronoun.head, -1) if pronoun.dep_ == "pobj" else None
    return before if before is not None and before.pos_ in {"NOUN", "PROPN"} else None


def _is_object_alone(pronoun: Token) -> bool:
    """Whether the parse takes "both" behind a verb for part of what follows: "threatened both with fines"."""
    if pronoun.dep_ != "preconj":
        return False
    head, behind = pronoun.head, syntax.neighbour(pronoun, 1)
    joins = any(word.dep_ == "cc" for word in head.subtree)  # "both with Peru and with Fiji"
    return (
        not joins and (head == behind or syntax.is_verb(head)) and behind is not None and behind.pos_ == "ADP"
    )


def _is_threatened(noun: Token) -> bool:
    """Whether a noun tells whom or what somebody threatens: "threatened mills with closure"."""
    verb = noun.head
    return noun.dep_ in {"dobj", "nsubjpass"} and is_threatened_with(verb)


def _is_no_people(noun: Token) -> bool:
    """Whether a noun that may be of people tells of what they do or of a measure here.

    "For business", "at school" name what goes on there; "for each unit of output" is a measure.
    """
    words = beneficiary_lexicon()
    if syntax.noun_lemma(noun) in words.measures.words:
        of_what = syntax.noun_after(noun, ("of",))
        return of_what is not None and not is_people(of_what) and not of_what.ent_type_
    bare = noun.tag_ == "NN" and noun.dep_ == "pobj" and next(iter(noun.children), None) is None
    return bare and noun.lower_ in words.going_on.words


def _stands_for_people(token: Token) -> bool:
    """Whether a pronoun or number stands for people: "those", "all who left", "the more than 200 injured"."""
    if token.lower_ in GENERAL_PRONOUNS:
        return True
    if token.lower_ == "all":
        return syntax.child(token, "relcl") is not None
    return token.tag_ == "CD" and _counted_people(token) is not None


def _names_no_party(doc: Doc, named: Named) -> bool:
    """Whether the recogniser took for a name what names no party.

    A word such as "Family" or "Treaty" alone, a law or plan ("Executive Order 14001"), and a heading that
    tells what is done ("Promote Clean Rivers").
    """
    if named.via != "recognised" or named.kind == "person":
        return False
    words = [word for word in doc[named.start : named.end] if word.tag_ not in {"CD", "DT"}]
    if len(words) == 1:
        return words[0].lower_ in beneficiary_lexicon().no_parties.words
    last = syntax.noun_lemma(words[-1]) if words else ""
    tells_act = bool(words) and words[0].tag_ in {"VB", "VBG"} and not is_people(words[-1])
    return last in party_lexicon().laws.lemmas or tells_act


def _names_text(token: Token, named: Named) -> bool:
    """Whether a seat of power only tells where a text was made: "the Ottawa Convention"."""
    head = token.head
    texts = attribution_lexicon().documents.lemmas | party_lexicon().schemes.lemmas
    made = syntax.noun_lemma(head) in texts or head.lower_ in beneficiary_lexicon().no_parties.words
    return named.via == "seat" and token.dep_ in {"compound", "nmod", "amod"} and made


def _says(token: Token) -> bool:
    """Whether a phrase is only who is cited, or where they say it: "a paper in Peru wrote on Facebook".

    Nobody is where "would go" tells of what comes.
    """
    head = syntax.conjunction_head(token)
    if is_medium(head):
        return True
    if head.dep_ == "pobj" and head.head.lower_ in LOCATIVES:
        head = syntax.conjunction_head(head.head.head)
    says = head.dep_ == "nsubj" and head.head.lemma_.lower() in saying_verbs()
    return says and syntax.modal_of(head.head) is None and not syntax.is_infinitive(head.head)


def relation_of(token: Token) -> str:
    """How a phrase hangs on the words above it, with the preposition or what it modifies."""
    if token.dep_ == "pobj":
        return f"pobj:{token.head.lower_}"
    if dependency_of(token) in {"poss", "amod", "compound", "nmod"}:
        return f"{token.dep_}:{syntax.conjunction_head(token.head).dep_}"
    return dependency_of(token)


def dependency_of(token: Token) -> str:
    """How a phrase hangs on its head, a receiver that the parse takes for a modifier set right."""
    return "dative" if syntax.taken_for_dative(token) else token.dep_
