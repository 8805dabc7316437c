"""Two parties named together before: joined by "and", a subject together, or those of whom a report tells."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor, is_person
from flows.extract.components.joined import in_list
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import is_institution, party_lexicon
from flows.extract.components.scene import LOCATIVES, Scene
from flows.extract.components.subject import of_subject, sentences_before, subjects_before
from flows.extract.parse import Token

PAIR = 2
OPENING_SENTENCES = 2  # in which a report names the two of whom it tells


def two_that_acted(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The two parties that were last the subject together: "Peru and the main rebel group said …".

    So are those whom "both" or "the two sides" of such a subject means.
    """
    for subject in subjects_before(token):
        two = len(syntax.conjuncts(subject)) == PAIR or syntax.is_plural(subject)
        found = of_subject(resolve, scene.names, subject, depth) if two else ()
        if len(found) == PAIR and all(party.kind != "other" for party in found):
            return found
    return ()


def two_who_open(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The two parties that are a subject together in one of the sentences that open a report.

    A word of the first of these means those of the next: "“The two sides will talk,” an envoy said. Fiji and
    Peru …".
    """
    for subject in _subjects_of_opening(scene, token):
        found = of_subject(resolve, scene.names, subject, depth)
        if len(found) == PAIR and all(party.kind not in {"other", "person"} for party in found):
            return found
    return ()


def _subjects_of_opening(scene: Scene, token: Token) -> Iterator[Token]:
    """The subjects of the sentences that open a report before a word, or of the one behind the first."""
    start, told = 0, 0
    while start < token.sent.start and told < OPENING_SENTENCES:
        sentence = scene.doc[start].sent
        yield from syntax.children(sentence.root, "nsubj")[:1]
        start, told = sentence.end, told + syntax.is_verb(sentence.root)
    behind = token.sent.end
    if not told and behind < len(scene.doc):
        yield from syntax.children(scene.doc[behind].sent.root, "nsubj")[:1]


def two_that_spoke(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The people who were the subjects of the two sentences before "both": "Berg said … Lund said …"."""
    subjects = [syntax.child(sentence.root, "nsubj") for sentence in sentences_before(token)]
    named = [scene.names.at(subject) for subject in subjects if subject is not None]
    people = {item.name: party_of(item) for item in named if item is not None and item.kind == "person"}
    return tuple(reversed(people.values())) if len(people) == 2 else ()


def two_states_joined(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The two states that acted or dealt together last, however long ago: "Peru and Chad agreed to …"."""
    joined = (_states_of(scene, heads) for heads in _joined_before(scene, token))
    return next((states for states in joined if len(states) == PAIR), ())


def states_joined(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The states that acted or dealt together last before "the countries", and before no others.

    Nobody where words between tell of other such: "Peru and Chad met … three Baltic countries".
    """
    heads = next(_joined_before(scene, token), [])
    if not heads or any(_are_others(word) for word in scene.doc.tokens[heads[-1].i : token.left_edge.i]):
        return ()
    return _states_of(scene, heads)


def _joined_before(scene: Scene, token: Token) -> Iterator[list[Token]]:
    """Names of states with all that "and" joins to them, where these act or deal together, the last first."""
    for named in scene.names.before(token.i, "state"):
        first = syntax.conjunction_head(scene.doc[named.end - 1])
        heads = in_list(first, scene.names)
        if len(heads) >= PAIR and _are_together(first):
            yield heads


def _states_of(scene: Scene, heads: list[Token]) -> tuple[Party, ...]:
    """The states that several words name; empty where one of them names none."""
    members = [named for head in heads if (named := scene.names.at(head)) is not None]
    states = tuple(party_of(member) for member in members if member.kind == "state")
    return states if len(states) == len(heads) else ()


def _are_others(noun: Token) -> bool:
    """Whether a plural tells of states that other words tell apart: "three Baltic countries"."""
    states = noun.tag_ == "NNS" and noun.lemma_.lower() in party_lexicon().pairs.states
    telling = syntax.children(noun, "nummod", "poss", "prep", "relcl", *syntax.MODIFYING) if states else []
    return any(word.lower_ not in {"two", "both"} for word in telling)


def _are_together(first: Token) -> bool:
    """Whether what "and" joins act or deal together: as a subject, "the leaders of", "a pact between".

    So do those whose people are a subject: "divers from Peru and Chad", "Peruvian and Chadian divers".
    """
    if first.dep_ == "nsubj" or (first.dep_ == "pobj" and first.head.lower_ == "between"):
        return True
    noun = first.head.head if first.dep_ == "pobj" and first.head.lower_ in {"of", "from"} else first.head
    of_people = first.dep_ == "pobj" or first.dep_ in syntax.MODIFYING
    of_people = of_people and noun.dep_ == "nsubj" and syntax.is_plural(noun)
    offices = party_lexicon().offices.lemmas | party_lexicon().institutions.lemmas
    return of_people and (syntax.noun_lemma(noun) in offices or is_person(noun))


def tells_of_place(modifier: Token) -> bool:
    """Whether a name only tells where: "outside the Finnish capital", "from the Lund and Skarn roads".

    So does one before what a place is: "the Lund region".
    """
    noun = modifier.head
    if modifier.dep_ in syntax.MODIFYING and syntax.noun_lemma(noun) in party_lexicon().places.lemmas:
        return True
    if modifier.dep_ not in syntax.MODIFYING or noun.dep_ != "pobj" or noun.head.lower_ not in LOCATIVES:
        return False
    return not is_actor(noun) and not is_institution(noun)


def coordinated_before(scene: Scene, token: Token, reach: int | None = None) -> tuple[Party, ...]:
    """Exactly two parties joined by "and", in this sentence or the two before it, or from ``reach`` on."""
    if reach is None:
        reach = min((sentence.start for sentence in sentences_before(token)), default=token.sent.start)
    for named in scene.names.before(token.i):
        if named.end <= reach:
            break
        last = scene.doc[named.end - 1]
        if last.dep_ == "conj":
            members = [scene.names.at(part) for part in syntax.conjuncts(syntax.conjunction_head(last))]
            parties = [party_of(member) for member in members if member is not None]
            if tells_of_place(syntax.conjunction_head(last)):
                continue
            if len(parties) == len(members) == 2 and all(scene.acts(m) for m in members if m):
                return tuple(parties)
    return ()
