"""The body for which "he" or "she" speaks, whose "his men" and "her party" are: "the union's head, Berg"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.institution import owners_of
from flows.extract.components.named import Named
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.subject import subjects_before
from flows.extract.parse import Token

BODIES = frozenset({"organisation", "group"})
LANDS = frozenset({"state", "place"})


def body_led(scene: Scene, resolve: Resolve, pronoun: Token, depth: int) -> tuple[Party, ...]:
    """The body for which the one speaks who is "he": "a spokesman for the Front said his men …".

    So it is where words told so before: "Ada Berg, the head of the Front, sang. She said her men …".
    """
    subject = next(iter(subjects_before(pronoun)), None)
    for noun in _describing(scene, resolve, pronoun, subject, depth):
        found = owners_of(scene, resolve, noun, depth + 1) or _led_by_clause(resolve, noun, depth)
        if found and all(party.kind in BODIES for party in found):
            return found
    return ()


def land_led(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The state or place whose "his government" is: "Peru's trade minister said that his government …"."""
    pronoun = syntax.child(token, "poss")
    governs = party_lexicon().governing.lemmas - party_lexicon().offices.lemmas
    if pronoun is None or syntax.noun_lemma(token) not in governs:
        return ()
    for noun in _describing(scene, resolve, pronoun, teller_of(token), depth):
        found = owners_of(scene, resolve, noun, depth + 1)
        if found and all(party.kind in LANDS for party in found):
            return found
    return ()


def teller_of(token: Token) -> Token | None:
    """The subject of the nearest verb of saying above a word which stands behind that."""
    tell = party_lexicon().own_side.tell
    for head in syntax.ancestors(token):
        tells = head.lemma_.lower() in saying_verbs() or head.lemma_.lower() in tell
        subject = syntax.child(head, "nsubj") if tells else None
        if subject is not None and subject != token and token not in subject.subtree:
            return subject
    return None


def _describing(
    scene: Scene, resolve: Resolve, pronoun: Token, subject: Token | None, depth: int
) -> list[Token]:
    """The nouns that tell who "he" is: the subject before, and its name there and before that."""
    if subject is None or pronoun.lower_ not in party_lexicon().pronouns.person:
        return []
    nouns = [subject, *named_before(scene, resolve, subject, depth)]
    return [word for noun in nouns for word in (noun, *syntax.children(noun, "appos"))]


def named_before(scene: Scene, resolve: Resolve, token: Token, depth: int) -> list[Token]:
    """Where the person whom a word stands for was described or named before, the last first.

    "Head" of "Karhula's head, Ada Berg", for "she" or "Mrs. Berg".
    """
    people = {party.name for party in resolve(token, depth + 1) if party.kind == "person"}
    before = scene.names.before(token.left_edge.i, "person")
    names = (scene.doc[named.start : named.end].root for named in before if named.name in people)
    return [name.head if name.dep_ == "appos" else name for name in names]


def _led_by_clause(resolve: Resolve, noun: Token, depth: int) -> tuple[Party, ...]:
    """The body that a clause says somebody leads: "Ada Berg, who heads the Front"."""
    leading = party_lexicon().heads.leading
    for clause in syntax.children(noun, "relcl", "acl"):
        body = syntax.child(clause, "dobj") if clause.lemma_.lower() in leading else None
        if body is not None:
            return resolve(body, depth + 1)
    return ()


def body_named_next(scene: Scene, token: Token) -> Party | None:
    """The body that "their union" is, which a text first names right behind: "the Bakers' Union"."""
    whose = syntax.child(token, "poss")
    theirs = whose is not None and whose.lower_ in party_lexicon().pronouns.plural
    if not theirs or token.tag_ != "NN" or syntax.noun_lemma(token) not in party_lexicon().own_side.lemmas:
        return None
    found = {named.name: named for named in scene.names.found if _is_called_so(scene, named, token)}
    if len(found) != 1:
        return None
    (named,) = found.values()
    return party_of(named) if token.sent.end <= named.start < _end_of_next(token) else None


def _is_called_so(scene: Scene, named: Named, token: Token) -> bool:
    """Whether a name is of one body that its last word tells of: "the Mill Bakers' Union" of a union."""
    last = scene.doc[named.end - 1]
    body = named.kind == "organisation" and last.lower_ == token.lower_
    return body and len(syntax.conjuncts(syntax.conjunction_head(last))) == 1


def _end_of_next(token: Token) -> int:
    """Where the second sentence behind that of a word ends."""
    end = token.sent.end
    for _ in range(2):
        end = token.doc[end].sent.end if end < len(token.doc) else end
    return end
