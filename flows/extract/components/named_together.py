"""Two parties named together before: joined by "and", a subject together, or those of whom a report tells."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.party import Party, Resolve, party_of
from flows.extract.components.party_lexicon import is_institution, party_lexicon
from flows.extract.components.scene import LOCATIVES, Scene
from flows.extract.components.subject import of_subject, sentences_before, subjects_before
from flows.extract.parse import Token

PAIR = 2
OPENING_SENTENCES = 2  # in which a report names the two of whom it tells


def two_that_acted(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The two parties that were last the subject together: "Peru and the main rebel group said …"."""
    for subject in subjects_before(token):
        found = (
            of_subject(resolve, scene.names, subject, depth) if len(syntax.conjuncts(subject)) == 2 else ()
        )
        if len(found) == 2 and all(party.kind != "other" for party in found):
            return found
    return ()


def two_who_open(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The two parties that are a subject together in one of the sentences that open a report."""
    start, told = 0, 0
    while start < token.sent.start and told < OPENING_SENTENCES:
        sentence = scene.doc[start].sent
        subject = syntax.child(sentence.root, "nsubj")
        found = of_subject(resolve, scene.names, subject, depth) if subject is not None else ()
        if len(found) == PAIR and all(party.kind not in {"other", "person"} for party in found):
            return found
        start, told = sentence.end, told + syntax.is_verb(sentence.root)
    return ()


def two_that_spoke(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The people who were the subjects of the two sentences before "both": "Berg said … Lund said …"."""
    subjects = [syntax.child(sentence.root, "nsubj") for sentence in sentences_before(token)]
    named = [scene.names.at(subject) for subject in subjects if subject is not None]
    people = {item.name: party_of(item) for item in named if item is not None and item.kind == "person"}
    return tuple(reversed(people.values())) if len(people) == 2 else ()


def two_states_joined(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The two states that acted or dealt together last, however long ago: "Peru and Chad agreed to …"."""
    for named in scene.names.before(token.i, "state"):
        first = syntax.conjunction_head(scene.doc[named.end - 1])
        members = [scene.names.at(part) for part in syntax.conjuncts(first)]
        if (
            _are_together(first)
            and len(members) == 2
            and all(member is not None and member.kind == "state" for member in members)
        ):
            return tuple(party_of(member) for member in members if member is not None)
    return ()


def _are_together(first: Token) -> bool:
    """Whether what "and" joins act or deal together: as a subject, "the leaders of", "a pact between"."""
    if first.dep_ != "pobj":
        return first.dep_ == "nsubj"
    noun = first.head.head
    led = first.head.lower_ == "of" and noun.dep_ == "nsubj" and syntax.is_plural(noun)
    offices = party_lexicon().offices.lemmas | party_lexicon().institutions.lemmas
    return first.head.lower_ == "between" or (led and syntax.noun_lemma(noun) in offices)


def tells_of_place(modifier: Token) -> bool:
    """Whether a name only tells where: "outside the Finnish capital", "from the Lund and Skarn roads"."""
    noun = modifier.head
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
