"""Beneficiaries: the parties that an act is for or, for a threat, against.

The judge says which of the phrases that may be one (``components/recipients.py``) are beneficiaries, by how
each stands to the act ("send Ukraine tanks", "Ukraine's defences", "in Vilnius").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.beneficiary_lexicon import beneficiary_lexicon
from flows.extract.components.recipients import GENERAL_PRONOUNS, Recipient, dependency_of, relation_of
from flows.extract.components.threat import is_harmful
from flows.extract.parse import Span, Token

SIDE_CLAUSES = frozenset({"advcl", "relcl", "acl", "ccomp"})
NEAR = 3  # steps of the parse that a path is spelt out for
FAR, OUTSIDE = "far:", "outside:"  # how other paths begin: longer ones, and those that miss the act
SHARED = 0.4  # of the threshold: the least that is asked of one beside another in a list
MOST_PARTIES = 4  # of a sentence that are told apart by number
# How a phrase stands to what it is of where that is something done to it, for it or with it.
TAKING_RELATIONS = frozenset(
    {"dobj", "dative", "nsubjpass"}
    | {f"pobj:{word}" for word in ("to", "for", "on", "against", "with", "from", "at", "between")}
)


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
    token = syntax.listed_head(recipient.token)
    place = _place(token, act, action)
    earlier = place == "earlier"
    return Standing(
        recipient,
        token,
        _kind(recipient, token),
        place,
        "" if earlier else relation_of(token),
        "" if earlier else _path(token, act),
        frozenset(party.name for party in recipient.parties),
    )


def beneficiaries_of(
    phrases: Sequence[Standing], probabilities: Sequence[float], threshold: float
) -> tuple[str, ...]:
    """Canonical names of those whose probability reaches ``threshold``, in the order of the text.

    One of a list needs ``SHARED`` of it only, where another of the list reaches it. Whom a phrase names only
    to tell who others are is none beside those: "the heirs of every pilot".
    """
    wholes = [_whole(phrase, phrases) for phrase in phrases]
    own = dict[int, float]()
    for phrase, probability in zip(wholes, probabilities, strict=True):
        own[id(phrase)] = max(probability, own.get(id(phrase), 0.0))
    likeliest: dict[int, float] = {}
    for phrase in wholes:
        likeliest[phrase.token.i] = max(own[id(phrase)], likeliest.get(phrase.token.i, 0.0))
    found = (
        party.name
        for phrase in wholes
        if own[id(phrase)] >= threshold
        or (likeliest[phrase.token.i] >= threshold and own[id(phrase)] >= SHARED * threshold)
        for party in phrase.recipient.parties
    )
    return tuple(dict.fromkeys(found))


def _whole(phrase: Standing, phrases: Sequence[Standing]) -> Standing:
    """The phrase for people or a body of which another is part: "heirs of every pilot", "pilots' union"."""
    token = phrase.recipient.token
    above = token.head if token.dep_ == "poss" else token.head.head if token.head.lower_ == "of" else None
    if above is None or phrase.kind != "words" or not is_actor(above):
        return phrase
    wholes = (other for other in phrases if other.recipient.token == above and other.kind == "words")
    return next(wholes, phrase)


def place_of(recipient: Recipient, sentence: Span) -> int | None:
    """The character of the sentence at which a phrase's head begins; None where it stands before it."""
    token = recipient.token
    return token.idx - sentence.start_char if sentence.start <= token.i < sentence.end else None


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
    yield from _of_clause(token, act)


def _of_clause(token: Token, act: Token) -> Iterator[str]:
    """Whose a phrase is by its possessor ("our people"), and the side clause or telling that it stands in."""
    possessor = syntax.child(token, "poss")
    if possessor is not None and possessor.tag_ == "PRP$":
        yield f"own={possessor.lower_}|{relation_of(token)}"
    above = set(syntax.ancestors(act))
    within = next((head for head in syntax.ancestors(token) if head.dep_ in SIDE_CLAUSES), None)
    if within is not None and within != act and within not in above:
        mark = syntax.child(within, "mark")
        yield f"clause={within.dep_}|{mark.lower_ if mark is not None else ''}"
    if (
        token.dep_ in {"dobj", "dative"}
        and token.head in above
        and token.head.lemma_.lower() in saying_verbs()
    ):
        yield f"told={token.head.lemma_.lower()}"


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
    dependency = dependency_of(token)
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
    labels = [relation_of(token)]
    below = token.head if syntax.taken_for_dative(token) else token
    for steps, head in enumerate(syntax.ancestors(below), start=1):
        if head.i == act.i:
            return ">".join(labels)
        if steps > NEAR:
            return f"{FAR}{labels[0]}"
        if head.dep_ != "prep":
            labels.append(f"pobj:{head.head.lower_}" if head.dep_ == "pobj" else head.dep_)
    return f"{OUTSIDE}{labels[0]}"
