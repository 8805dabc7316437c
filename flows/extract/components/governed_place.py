"""Places that a noun alone means: "the city" whose mayor was told of, "the state" whose governor was."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.description import phrase
from flows.extract.components.pair import is_bare
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.place_beside import place_behind
from flows.extract.components.retold import is_clause_apart, words_before
from flows.extract.components.scene import Scene
from flows.extract.components.subject import sentences_before, subjects_before
from flows.extract.parse import Token


def place_governed(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The place that "the city" or "the province" is: whose mayor or governor was told of last.

    "The mayor of Callao promised …. The city will pay"; or that was called so ("the town of Callao") or acts.
    So is "his city" where the mayor says so, of whom it may be told in the sentence before.
    """
    lemma, places = syntax.noun_lemma(token), party_lexicon().places
    parts = places.lemmas | party_lexicon().governed.lemmas
    own = _is_of_person(token)
    if lemma not in parts or syntax.is_plural(token) or not (own or is_bare(token)):
        return ()
    first = _start_of_telling(token) if own else 0
    for before in words_before(scene, token):
        if before.i < first:
            return ()
        if own and before.sent.start != token.sent.start and not _is_of_subject(before):
            continue
        called = place_behind(scene, before) if before.lower_ == lemma else _place_of(scene, before, own)
        place = called or (_acting_place(scene, before) if lemma in places.governing and not own else None)
        if place is not None and place.kind == "place":
            return (place,)
    return ()


def _acting_place(scene: Scene, word: Token) -> Party | None:
    """The place that acts by its name or government: "Oaxaca sold its trams", "the government of Oaxaca"."""
    named = scene.names.at(word)
    if named is None or named.kind != "place" or named.via != "name" or word.i != named.end - 1:
        return None
    first = syntax.conjunction_head(word)
    governed = first.head.head if first.dep_ == "pobj" and first.head.lower_ == "of" else first.head
    governs = (
        first.dep_ in {"poss", "pobj"} and syntax.noun_lemma(governed) in party_lexicon().governing.lemmas
    )
    return party_of(named) if first.dep_ == "nsubj" or governs else None


def _is_of_person(token: Token) -> bool:
    """Whether a noun has nothing but "his" or "her" beside it, or a clause apart: "her state, where …"."""
    whose = syntax.child(token, "poss")
    person = whose is not None and whose.lower_ in party_lexicon().pronouns.person
    others = (word for word in token.children if word is not whose and not word.is_punct)
    return person and all(is_clause_apart(word) for word in others)


def _start_of_telling(own: Token) -> int:
    """Where the sentence begins that tells who says "his city": the one before where "he" says it."""
    subject = next(iter(subjects_before(own)), None)
    before = next(iter(sentences_before(own)), None)
    again = subject is not None and subject.pos_ == "PRON" and subject.sent.start == own.sent.start
    return before.start if again and before is not None else own.sent.start


def _is_of_subject(office: Token) -> bool:
    """Whether a noun tells who a sentence is about: "Governor Lane sang", "Lane, the governor, sang"."""
    whom = office.head if office.dep_ in {"compound", "appos"} else office
    return whom.dep_ in syntax.NAMED_SUBJECTS


def _place_of(scene: Scene, office: Token, own: bool) -> Party | None:
    """The place whose mayor or governor a noun is of: "the mayor of Callao", "Callao's mayor".

    So is that of "Governor Reed Lane of Callao", and as the ``own`` of who speaks one that only words tell of
    ("the mayor of a port on the lake").
    """
    if syntax.noun_lemma(office) not in party_lexicon().organs.of_part:
        return None
    of_what = syntax.noun_after(office, ("of",))
    if office.dep_ == "compound" and office.head.pos_ == "PROPN":
        of_what = of_what or syntax.noun_after(office.head, ("of",))
    whose = of_what or syntax.child(office, "poss")
    named = scene.names.at(whose) if whose is not None else None
    if own and of_what is not None and syntax.noun_lemma(of_what) in party_lexicon().places.lemmas:
        return Party(phrase(of_what, whole=True), "place")
    if named is None or (named.kind == "person" and whose != of_what):
        return None
    return Party(scene.doc[named.start : named.end].text, "place")
