"""Of which state "the government" or "the ministry" is, where a report tells of several."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.named import Named
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.subject import sentences_before
from flows.extract.parse import Token


def is_of_government(token: Token) -> bool:
    """Whether a noun is of what a state has and a place has not: "the government", "the ministry"."""
    return syntax.noun_lemma(token) in party_lexicon().governing.lemmas | party_lexicon().seated.lemmas


def is_of_other_government(scene: Scene, token: Token) -> bool:
    """Whether "the Government" is no author of a text: a council, a bank or a union of states governs nobody.

    A state and its ministry may call themselves so, as may a person, and a name of one word that no table has
    may be a state's. Any party speaks of "our government".
    """
    lexicon = party_lexicon()
    of_somebody = syntax.child(token, "poss") is not None
    if not scene.authors or scene.is_treaty or of_somebody or not is_of_government(token):
        return False
    if syntax.noun_lemma(token) not in lexicon.own_bodies.lemmas - lexicon.offices.lemmas:
        return False  # "the President" may be its own
    own = lexicon.seated.lemmas | lexicon.governing.lemmas
    words = [author.name.casefold().split() for author in scene.authors if author.kind == "organisation"]
    return len(words) == len(scene.authors) and all(len(name) > 1 and own.isdisjoint(name) for name in words)


def state_of_authors(scene: Scene, states: list[Named]) -> Named | None:
    """The state of the one body whose text it is, among those named: Kenya in one of the Bank of Kenya."""
    author = scene.authors[0] if len(scene.authors) == 1 else None
    if author is None:
        return None
    words = author.name.split()
    own = (named for named in states if named.iso3 == author.iso3 or named.name in words)
    return next(own, None)


def state_governed(scene: Scene, token: Token, states: list[Named]) -> Named | None:
    """Whose "the government" is among the states named before, the nearest of which comes first.

    That of whose act a remark tells ("Peru will pay, the government said"), or of who says "his government";
    else that where a report was written, if it acts or its capital was just named; else the last to act or
    to have an organ.
    """
    states = [named for named in states if not _tells_of_others(scene, named)]
    speaking = _who_speaks(token)
    if speaking is not None:
        own = [named for named in states if named.end <= speaking.right_edge.i + 1]
        inside = (named for named in own if named.start >= speaking.left_edge.i)
        return next(inside, None) or _last(scene, own)
    remarked = _whose_act(token)
    if remarked is not None and (named := scene.names.at(remarked)) in states:
        return named
    written = {named.name for named in states if named.via == "dateline"}
    near = next((sentence.start for sentence in sentences_before(token)), token.sent.start)
    here = (
        named
        for named in states
        if named.name in written and (_governs(scene, named) or (named.via == "seat" and named.start >= near))
    )
    return next(here, None) or _last(scene, states)


def _last(scene: Scene, states: list[Named]) -> Named | None:
    """The last state to act or to have an organ; else to be named, but where somebody only is."""
    governs = next((named for named in states if _governs(scene, named)), None)
    acts = governs or next(filter(scene.acts, states), None)
    return acts or next((named for named in states if named.via != "seat" or _opens(scene, named)), None)


def _opens(scene: Scene, named: Named) -> bool:
    """Whether a sentence opens with where it tells of something: "In Lima, …"."""
    first = scene.doc[named.start].sent.start
    return named.start == first + 1 and scene.doc[first].lower_ == "in"


def _who_speaks(token: Token) -> Token | None:
    """Who tells of "his government" or "her ministry", before that."""
    whose = syntax.child(token, "poss")
    if whose is None or whose.lower_ not in party_lexicon().pronouns.person:
        return None
    for verb in syntax.ancestors(token):
        subject = syntax.child(verb, "nsubj")
        if subject is not None and subject.i < token.left_edge.i:
            return subject
    return None


def _whose_act(token: Token) -> Token | None:
    """Who does what a government then says: "Peru" of "Peru will pay, the government said"."""
    if token.dep_ != "nsubj" or token.head.lemma_.lower() not in saying_verbs():
        return None
    clause = next((clause for clause in syntax.children(token.head, "ccomp") if clause.i < token.i), None)
    return syntax.subject_of(clause) if clause is not None else None


def _governs(scene: Scene, named: Named) -> bool:
    """Whether a state acts alone where it is named, or has an office or organ there."""
    root = scene.doc[named.start : named.end].root
    if len(syntax.conjuncts(syntax.conjunction_head(root))) > 1:
        return False
    if root.dep_ in syntax.NAMED_SUBJECTS:
        return named.via != "demonym"
    if root.dep_ == "pobj" and root.head.lower_ == "in":
        return named.via == "seat" and _is_organ(root.head.head)  # "a spokesman in Lima"
    return root.dep_ in syntax.MODIFYING and _is_organ(root.head)


def _tells_of_others(scene: Scene, named: Named) -> bool:
    """Whether a name only tells from where somebody or something is: "a Fijian nurse", "Fijian sugar"."""
    root = scene.doc[named.start : named.end].root
    return named.via == "demonym" and root.dep_ in syntax.MODIFYING and not _is_organ(root.head)


def _is_organ(noun: Token) -> bool:
    """Whether a noun is of an organ, or of the state itself: "the Finnish state", but no "island states"."""
    organs, lemma = party_lexicon().organs, syntax.noun_lemma(noun)
    whole = noun.tag_ == "NN" and lemma in party_lexicon().states.lemmas and not syntax.is_indefinite(noun)
    return whole or lemma in organs.lemmas | organs.with_field
