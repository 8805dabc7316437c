"""Members of a body, who act for it: "Members agreed to meet again", behind "The union met"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns
from flows.extract.components.business import is_business, may_be_business
from flows.extract.components.named import Named
from flows.extract.components.office import is_of_spokesman
from flows.extract.components.pair import is_bare, is_bare_plural
from flows.extract.components.party import Party, Resolve, party_of, without_things
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.retold import words_before
from flows.extract.components.scene import Scene
from flows.extract.components.subject import sentences_before
from flows.extract.parse import Token


def members_of(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The body, or the several states, whose members a plural alone means: "Members agreed to meet again".

    That is the last to act before it, or of whom the sentence before tells; "the allies" are of the one
    alliance that the text has named.
    """
    if is_bare_plural(token) and token.lemma_.lower() in party_lexicon().membership.allied:
        return _alliance_before(scene, token)
    if not _are_members(token):
        return ()
    near = min((sentence.start for sentence in sentences_before(token)[:1]), default=token.sent.start)
    for before in words_before(scene, token):
        if before.i >= near and is_bare(before) and _is_of_members(before):
            return without_things(resolve(before, depth + 1))
        if before.dep_ not in syntax.NAMED_SUBJECTS:
            continue
        named = scene.names.at(before)
        if named is not None and _has_members(scene, named):
            return (party_of(named),)
        body = syntax.child(before, "compound")
        if named is None and body is not None and is_of_spokesman(body) and _is_of_members(body):
            return without_things(resolve(body, depth + 1))  # "a union official said members would stay"
        if named is None and (_is_of_members(before) or _are_counted_states(before)):
            return without_things(resolve(before, depth + 1))
    return ()


def _alliance_before(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The one alliance that the text has named before a word; nobody where it has named none or several."""
    bodies = {named.name: party_of(named) for named in scene.names.before(token.i, "organisation")}
    known = scene.reference.organisations
    found = [body for name, body in bodies.items() if name in known and known[name].kind == "alliance"]
    return tuple(found) if len(found) == 1 else ()


def _are_members(token: Token) -> bool:
    """Whether a plural is "members" or "member states", with no word that tells whose."""
    members = party_lexicon().membership.lemmas
    states = syntax.noun_lemma(token) in party_lexicon().states.lemmas
    telling = [word for word in token.children if word.lower_ != "the" and not word.is_punct]
    if states and len(telling) == 1:
        return token.tag_ == "NNS" and telling[0].lower_ in members
    return syntax.is_plural(token) and syntax.noun_lemma(token) in members and not telling


def _has_members(scene: Scene, named: Named) -> bool:
    """Whether a name is of a body that can have members: no firm's and no court's."""
    last = syntax.noun_lemma(scene.doc[named.end - 1])
    if named.kind != "organisation" or last in party_lexicon().membership.without:
        return False
    if named.name in scene.reference.organisations:
        return not may_be_business(scene, named)
    return last in actor_nouns().bodies.lemmas and not is_business(last)


def _is_of_members(noun: Token) -> bool:
    """Whether a noun is of a body that has members, and is no organ of a state: "a dockers' union"."""
    return noun.tag_ == "NN" and noun.lemma_.lower() in party_lexicon().own_side.lemmas


def _are_counted_states(noun: Token) -> bool:
    counted = noun.tag_ == "NNS" and syntax.child(noun, "nummod") is not None
    return counted and noun.lemma_.lower() in party_lexicon().states.lemmas
