"""Beneficiaries: the parties that an act is for or, for a threat, against.

Candidates are the names and phrases for people in the act's sentence; the judge says which of them are
beneficiaries, by how each stands to the act ("send Ukraine tanks", "Ukraine's defences", "in Vilnius").
``lexicons/beneficiaries.toml`` lists the nouns that can be a beneficiary without a name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon, saying_verbs
from flows.extract.components.beneficiary_lexicon import beneficiary_lexicon, is_people, people_nouns
from flows.extract.components.compound import is_part_of_word
from flows.extract.components.description import is_unrecognised_name, without_article
from flows.extract.components.force import is_harmful
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.party import Party, party_of, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.resolver import PartyResolver
from flows.extract.components.scene import LOCATIVES, is_medium
from flows.extract.parse import Doc, Span, Token
from models.vocabulary import EntityKind

OBJECT_PRONOUNS = frozenset({"them", "him", "her", "it", "us", "you", "their", "his", "its", "your", "our"})
GAINING_PRONOUNS = frozenset({"they", "he", "she"})  # who is given or done something: "they will be paid"
PERSONAL_PRONOUNS = OBJECT_PRONOUNS | GAINING_PRONOUNS
GENERAL_PRONOUNS = frozenset({"those", "anyone", "anybody", "everyone", "everybody", "both"})
REACH_BACK = 45  # tokens before a sentence in which a party may be named that its act is for
NEAR = 3  # steps of the parse that a path is spelt out for
FAR, OUTSIDE = "far:", "outside:"  # how other paths begin: longer ones, and those that miss the act
ACTING_KINDS: tuple[EntityKind, ...] = ("state", "organisation", "group", "person")
SHARED = 0.65  # of the threshold: the least that is asked of one beside another in a list
MOST_PARTIES = 4  # of a sentence that are told apart by number
# How a phrase stands to what it is of where that is something done to it, for it or with it.
TAKING_RELATIONS = frozenset(
    {"dobj", "dative", "nsubjpass"}
    | {f"pobj:{word}" for word in ("to", "for", "on", "against", "with", "from", "at", "between")}
)


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


@dataclass(frozen=True)
class Standing:
    """How a phrase stands to an act: its head (the first of coordinated ones), what it is, where, and by
    what path.

    ``place`` is ``inside`` the act's words, ``before`` or ``after`` them, or ``earlier``: in a sentence
    before, where ``relation`` and ``path`` are empty. ``names`` are those of whom the phrase stands for.
    """

    recipient: Recipient
    token: Token
    kind: str
    place: str
    relation: str
    path: str
    names: frozenset[str]

    @property
    def takes(self) -> bool:
        """Whether the phrase is what the act's words say is given, met or harmed."""
        near = not self.path.startswith((FAR, OUTSIDE))
        return self.place == "inside" and near and self.relation in TAKING_RELATIONS


def standings(phrases: Sequence[Recipient], act: Token, action: Span) -> list[Standing]:
    """How each phrase stands to an act whose words are ``action``."""
    return [_standing(recipient, act, action) for recipient in phrases]


def _standing(recipient: Recipient, act: Token, action: Span) -> Standing:
    token = syntax.conjunction_head(recipient.token)
    place = _place(token, act, action)
    earlier = place == "earlier"
    return Standing(
        recipient,
        token,
        _kind(recipient, token),
        place,
        "" if earlier else _relation(token),
        "" if earlier else _path(token, act),
        frozenset(party.name for party in recipient.parties),
    )


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
        if not _may_be_party(token, named) or token.i == act.i or _says(token):
            continue
        if _acts_by_itself(token, act):
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
        binds = not others and named is not None and len(promisors) > 1
        for_whom = others or (parties if binds else ())
        if for_whom:
            serves = any(party.name in served for party in for_whom)
            found.append(Recipient(token, named, for_whom, binds, serves, _salience(for_whom, names), order))
    known = {party.name for recipient in found for party in recipient.parties}
    return [*found, *_named_before(sentence, known.union(promisors), served, names)]


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


def beneficiaries_of(
    phrases: Sequence[Standing], probabilities: Sequence[float], threshold: float
) -> tuple[str, ...]:
    """Canonical names of those whose probability reaches ``threshold``, in the order of the text.

    One of a list needs ``SHARED`` of it only, where another of the list reaches it.
    """
    likeliest: dict[int, float] = {}
    for phrase, probability in zip(phrases, probabilities, strict=True):
        likeliest[phrase.token.i] = max(probability, likeliest.get(phrase.token.i, 0.0))
    found = (
        party.name
        for phrase, own in zip(phrases, probabilities, strict=True)
        if own >= threshold or (likeliest[phrase.token.i] >= threshold and own >= SHARED * threshold)
        for party in phrase.recipient.parties
    )
    return tuple(dict.fromkeys(found))


def place_of(recipient: Recipient, sentence: Span) -> int | None:
    """The character of the sentence at which a phrase's head begins; None where it stands before it."""
    token = recipient.token
    return token.idx - sentence.start_char if sentence.start <= token.i < sentence.end else None


def _may_be_party(token: Token, named: Named | None) -> bool:
    if named is not None:
        return token.i == named.end - 1
    if token.lower_ in OBJECT_PRONOUNS:
        return token.dep_ in {"dobj", "dative", "pobj", "poss", "nsubj"}
    if token.lower_ in GAINING_PRONOUNS:
        return token.dep_ == "nsubjpass"
    if _stands_for_people(token):
        return token.dep_ in {"dobj", "dative", "pobj"}
    if token.pos_ in {"ADJ", "VERB"}:  # "the poor", "the 300 injured"
        head = syntax.conjunction_head(token)
        gains = head.dep_ in {"dobj", "dative", "pobj", "nsubjpass"}
        return gains and token.lower_ in people_nouns()
    if token.pos_ not in {"NOUN", "PROPN"}:
        return False
    if _relation(token) in {"dobj", "dative", "pobj:to"} and is_unrecognised_name(token):
        return True
    return is_people(token) and not (token.dep_ == "compound" and is_people(token.head))  # "island nation"


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
    return says and syntax.modal_of(head.head) is None


def recipient_features(standing: Standing, beside: Sequence[Standing], act: Token, force: str) -> list[str]:
    """How a phrase stands to the act, as named binary features; ``beside`` is all phrases, itself too."""
    features = (*_own_features(standing, act, force), *_shared_features(standing, beside))
    return list(dict.fromkeys(features))


def _own_features(standing: Standing, act: Token, force: str) -> Iterator[str]:
    recipient, token, kind, place = standing.recipient, standing.token, standing.kind, standing.place
    verb = _verb_class(act)
    group = "harm" if force in {"threat", "refusal"} else "bind"
    salience = "most" if recipient.salience > 5 else "more" if recipient.salience > 1 else "once"
    yield f"place={place}"
    yield f"kind+place={kind}|{place}"
    yield f"force+place={force}|{place}"
    yield f"salience={salience}|{place}|{kind}"
    yield f"binds={recipient.binds}|{place}"
    if recipient.served:
        yield f"served={place}|{kind}"
        yield f"served+relation={standing.relation}|{place}"
    order = min(recipient.order, 3)
    yield f"order={order}|{place}"
    yield f"order+kind={order}|{place}|{kind}|{verb}"
    yield f"verb+place={verb}|{place}|{kind}"
    yield f"act+place={act.lemma_.lower()}|{place}"
    if place == "earlier":
        yield f"earlier={token.dep_}|{kind}|{salience}"
        return
    relation, path = standing.relation, standing.path
    yield f"relation={relation}|{place}"
    yield f"relation+kind={relation}|{kind}"
    yield f"relation+verb={relation}|{verb}"
    yield f"relation+force={relation}|{group}"
    yield f"via={recipient.named.via if recipient.named else 'words'}|{place}"
    yield f"act+relation={act.lemma_.lower()}|{relation}"
    yield f"path={path}"
    yield f"path+kind={path}|{kind}"
    yield f"path+verb={path}|{verb}"
    yield f"path+act={path}|{act.lemma_.lower()}"
    yield from _of_governor(token, recipient, place)


def _shared_features(standing: Standing, beside: Sequence[Standing]) -> Iterator[str]:
    """Where else the sentence names the same party, and whether another stands nearer to the act."""
    place = standing.place
    others = [other for other in beside if other is not standing]
    same = [other for other in others if other.names & standing.names]
    rival = _rival([other for other in others if not other.names & standing.names])
    taken = "taken" if rival.startswith("taken") else rival
    yield f"rival={rival}|{place}"
    yield f"rival+relation={taken}|{place}|{standing.relation}"
    yield f"rival+kind={taken}|{place}|{standing.kind}"
    for other in same:
        yield f"also={other.place}|{place}"
        yield f"also+relation={other.relation}|{other.place}"
    if not same:
        yield f"also=none|{place}"
    parties = frozenset[str]().union(*(each.names for each in beside if each.place != "earlier"))
    yield f"parties={min(len(parties), MOST_PARTIES)}|{place}"


def _rival(others: Sequence[Standing]) -> str:
    """How the act's words name another party: as what takes the act, in what relation, or at all."""
    taking = next((other for other in others if other.takes), None)
    if taking is not None:
        return f"taken:{taking.relation}"
    if any(other.place == "inside" for other in others):
        return "inside"
    return "some" if others else "none"


def _of_governor(token: Token, recipient: Recipient, place: str) -> Iterator[str]:
    """What a phrase hangs on: the noun that it owns, what its preposition belongs to, its verb."""
    head = syntax.conjunction_head(token.head)
    dependency = _dependency(token)
    if dependency in {"poss", "amod", "compound", "nmod"}:
        yield f"owned={head.lemma_.lower()}|{dependency}"
        yield f"owned.dep={head.dep_}|{place}"
        if head.dep_ == "pobj":
            yield f"owned.preposition={head.head.lower_}|{place}"
    if token.dep_ == "pobj":
        yield f"governor={token.head.head.lemma_.lower()}|{token.head.lower_}"
        yield f"governor.pos={token.head.head.pos_}|{token.head.lower_}|{place}"
    if dependency in {"dobj", "nsubj", "nsubjpass", "dative"}:
        verb = _head(token)
        yield f"verb={verb.lemma_.lower()}|{dependency}"
        yield f"verb.class={_verb_class(verb)}|{dependency}"
    if recipient.named is None and token.pos_ != "PRON":
        yield f"noun={recipient.token.lemma_.lower()}"


def _place(token: Token, act: Token, action: Span) -> str:
    """Where a phrase stands: in the act's words, before or after them, or in an earlier sentence."""
    if token.i < act.sent.start:
        return "earlier"
    return "before" if token.i < action.start else "inside" if token.i < action.end else "after"


def _kind(recipient: Recipient, token: Token) -> str:
    if recipient.named is not None:
        return recipient.parties[0].kind
    stands_for_other = token.pos_ == "PRON" and token.lower_ not in GENERAL_PRONOUNS
    return "pronoun" if stands_for_other else "words"


def _relation(token: Token) -> str:
    if token.dep_ == "pobj":
        return f"pobj:{token.head.lower_}"
    if _dependency(token) in {"poss", "amod", "compound", "nmod"}:
        return f"{token.dep_}:{syntax.conjunction_head(token.head).dep_}"
    return _dependency(token)


def _dependency(token: Token) -> str:
    """How a phrase hangs on its head, a receiver that the parse takes for a modifier set right."""
    return "dative" if syntax.taken_for_dative(token) else token.dep_


def _head(token: Token) -> Token:
    """What a phrase hangs on by ``_dependency``."""
    return token.head.head if syntax.taken_for_dative(token) else token.head


def helps(act: Token) -> bool:
    """Whether an act is one that whom it is done to gains by: "train", "send"."""
    return act.lemma_.lower() in beneficiary_lexicon().helping


def _verb_class(verb: Token) -> str:
    """Whether an act helps or harms whom it is done to."""
    if helps(verb):
        return "helps"
    return "harms" if is_harmful(verb) else "other"


def _path(token: Token, act: Token) -> str:
    """The labels of the parse from a phrase up to the act, prepositions spelt out."""
    labels = [_relation(token)]
    below = token.head if syntax.taken_for_dative(token) else token
    for steps, head in enumerate(syntax.ancestors(below), start=1):
        if head.i == act.i:
            return ">".join(labels)
        if steps > NEAR:
            return f"{FAR}{labels[0]}"
        if head.dep_ != "prep":
            labels.append(f"pobj:{head.head.lower_}" if head.dep_ == "pobj" else head.dep_)
    return f"{OUTSIDE}{labels[0]}"
