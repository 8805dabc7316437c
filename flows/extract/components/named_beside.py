"""Names beside a noun: "the chancellor, Ada Berg", "envoy to NATO Ada Berg", "a trade body, Karhula"."""

from __future__ import annotations

from dataclasses import replace

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor, is_person
from flows.extract.components.business import is_business
from flows.extract.components.called import called, one_of
from flows.extract.components.client import is_client_beside
from flows.extract.components.described_people import is_behind_person, is_of_somebody
from flows.extract.components.description import described_party, is_kind_of_body, is_unrecognised_name
from flows.extract.components.institution import acts_through, owners_of
from flows.extract.components.joined import (
    BINDING,
    group_named_before,
    named_before_dash,
    named_by_apposition,
    place_named_before,
    taken_for_modifier,
)
from flows.extract.components.named import Named
from flows.extract.components.office import name_after_title, named_before_verb, named_behind_place
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.people_listed import is_office
from flows.extract.components.scene import Scene
from flows.extract.parse import Token


def named_beside(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """Whom the words beside a noun name: "the chancellor, Ada Berg", "envoy to NATO Ada Berg"."""
    several = _appositives(scene, token)
    if several:
        return several
    beside = (
        _appositive(scene, token)
        or _named_behind_clause(scene, token)
        or _named_behind(scene, token)
        or named_by_apposition(token, scene.names)
        or called(token, scene.names)
        or place_named_before(token, scene.names)
        or named_behind_place(scene, token)
        or named_before_verb(scene, token)
        or name_after_title(scene, token)
        or group_named_before(token, scene.names)
        or named_before_dash(token, scene.names)
    )
    if beside is not None:
        return (party_of(beside),)
    first = taken_for_modifier(token)
    return _two_in_one(scene, resolve, *first, token, depth) if first is not None else ()


def _two_in_one(
    scene: Scene, resolve: Resolve, first: Token, joined: Token, second: Token, depth: int
) -> tuple[Party, ...]:
    """Two parties of which the parse makes one: "Mali's government and northern traders"."""
    own = owners_of(scene, resolve, first, depth)
    acting = acts_through(scene, first, own or owners_of(scene, resolve, second, depth))
    fighters = syntax.noun_lemma(second) in party_lexicon().fighters.lemmas and syntax.is_plural(second)
    front = scene.names.at(second.doc[joined.i + 1])  # "… and Lake Front rebels"
    if own and fighters and front is not None and front.kind == "organisation":
        return (*(acting or described_party(first)), party_of(front))
    words = " ".join(scene.doc[joined.i + 1 : second.i + 1].text.split())
    return (*(acting or described_party(first)), Party(words, "group"))


def _appositive(scene: Scene, token: Token) -> Named | None:
    """Who is named in apposition to a title, to what kind of body it is, or to one of several.

    "The chancellor, Ada Berg"; "a trade body, Karhula", whatever kind of name that is taken for.
    """
    any_kind = token.lower_ == "one" or is_kind_of_body(token)
    several = one_of(token)
    for child in (head for noun in filter(None, (token, several)) for head in syntax.children(noun, "appos")):
        further = syntax.child(child, "appos") if child.pos_ == "NOUN" else None
        name = further if further is not None else child  # "a mediator, the lawyer Ada Berg"
        named = scene.names.at(name)
        if named is None or _is_of_further_office(name) or _is_of_person_within(token, named):
            continue
        if _is_of_conjunct(named, token):
            continue
        if named.kind in {"person", "organisation"} or any_kind:
            return named
    return None


def _named_behind_clause(scene: Scene, body: Token) -> Named | None:
    """The body named between commas behind a clause on it, which the parse hangs on what ends that clause.

    "The firm which feeds the town, Karhula, paid"; not "the firm which serves a rival, Karhula, paid".
    """
    if not is_kind_of_body(body):
        return None
    for clause in syntax.children(body, "relcl", "acl"):
        name = next((word for word in clause.subtree if word.dep_ == "appos" and word.head.i < word.i), None)
        named = scene.names.at(name) if name is not None else None
        if name is None or named is None or named.kind != "organisation":
            continue
        if is_kind_of_body(name.head) or is_person(name.head):
            continue
        if scene.doc[named.start - 1].text == "," and syntax.word_at(scene.doc[named.end - 1], 1) == ",":
            return named
    return None


def _is_of_conjunct(named: Named, token: Token) -> bool:
    """Whether a name stands right behind what is joined to a noun: "the council and the rebel Lake Front"."""
    return any(joined.i + 1 == named.start for joined in syntax.conjuncts(token)[1:])


def _named_behind(scene: Scene, joined: Token) -> Named | None:
    """The name that a noun joined to another stands right before: "the council and the rebel Lake Front"."""
    behind = syntax.neighbour(joined) if joined.dep_ == "conj" else None
    named = scene.names.at(behind) if behind is not None else None
    if named is None or named.start != joined.i + 1 or named.kind not in {"person", "organisation"}:
        return None
    root = scene.doc[named.start : named.end].root
    return named if root.dep_ == "appos" and root.head == syntax.conjunction_head(joined) else None


def _is_of_person_within(body: Token, named: Named) -> bool:
    """Whether a person is who stands right before the name, within a body's description, or its lawyer.

    "A guild led by a retired judge, Reed Lane, has sued": the guild has.
    """
    if _is_of_its_lawyer(body, named):
        return True
    return named.kind == "person" and is_kind_of_body(body) and is_behind_person(body.doc, named)


def _is_of_its_lawyer(client: Token, named: Named) -> bool:
    """Whether a name is of who speaks for others: "a lawyer for a group of bakers, Ada Berg, said".

    The recogniser may take it for a body's there; a company's name may well look like a person's.
    """
    if not is_client_beside(client) or is_of_somebody(client):
        return False
    if named.kind == "person":
        return True
    last = client.doc[named.end - 1]
    unknown = named.via == "recognised" and named.end - named.start > 1 and last.tag_ == "NNP"
    return unknown and not is_actor(last) and not is_business(syntax.noun_lemma(client))


def _is_of_further_office(name: Token) -> bool:
    """Whether a name ends a further office of a list: "the Envoy, the Secretary of Lake Defence"."""
    modifiers = syntax.children(name, "nmod")
    return any(is_office(word) and syntax.child(word, "det") is not None for word in modifiers)


def _appositives(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The several named in apposition to a plural: "the envoys, Ada Berg and Ole Lund", "two firms, …"."""
    first = syntax.child(token, "appos") if syntax.is_plural(token) else None
    heads = syntax.conjuncts(first) if first is not None else []
    parties = [party for head in heads for party in _by_name(scene, head)]
    if is_kind_of_body(token):  # whatever the recogniser takes the names for
        parties = [replace(party, kind="organisation") for party in parties if party.kind != "state"]
    alike = len({party.kind for party in parties}) == 1 and parties[0].kind in BINDING
    return tuple(parties) if alike and len(parties) == len(heads) > 1 else ()


def _by_name(scene: Scene, head: Token) -> tuple[Party, ...]:
    """Whom a name in a list names, also one that only capitals tell: "Northern Lane Books"."""
    named = scene.names.at(head)
    if named is not None:
        return (party_of(named),)
    return described_party(head) if is_unrecognised_name(head) else ()
