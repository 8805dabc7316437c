"""Definite descriptions: "the alliance", "the country", "the rebels", for a party that was named before."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.actor_nouns import is_actor
from flows.extract.components.asker import names_asking
from flows.extract.components.business import may_be_business
from flows.extract.components.compound import is_part_of_word
from flows.extract.components.description import described_party
from flows.extract.components.description_words import Description
from flows.extract.components.home import Home
from flows.extract.components.institution import is_set_apart
from flows.extract.components.named import Named
from flows.extract.components.office import is_of_spokesman
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import is_institution, party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.subject import sentences_before
from flows.extract.components.whose_government import (
    is_of_government,
    is_of_other_government,
    state_governed,
    state_of_authors,
)
from flows.extract.parse import Doc, Token
from flows.extract.words import load_words

REBELS = "armed_group"  # the kind of the reference


def last_described(scene: Scene, home: Home, token: Token) -> tuple[Party, ...]:
    """The last party named before that a definite description can stand for; nobody where none fits.

    "Peru" for "the country", behind "Peru sent a boat". Where no state acts, that is the one reported on.
    """
    determiner = syntax.child(token, "det", "poss")
    definite = determiner is not None and determiner.lower_ in {"the", "this", "that", "his", "her"}
    capitalised = scene.names.at(token) is not None  # "a Council official"
    if not definite and not is_of_spokesman(token) and not (capitalised and token.dep_ == "compound"):
        return ()
    if _is_told_apart(token) or _are_counted(token) or _are_named(scene, token):
        return ()
    if is_set_apart(scene, token) and _is_told_by_state(scene, token):
        return ()
    whole = syntax.noun_after(token, ("of",))
    if whole is not None and syntax.is_indefinite(whole):
        return ()  # "the government of an island state"
    if whole is not None and syntax.child(whole, "nummod") is not None:
        return ()  # "the force of 900 soldiers"
    if whole is not None and syntax.is_plural(token) and _is_region(scene, whole):
        return ()  # "the governments of the region"
    place = syntax.noun_after(token, ("in",))
    in_place = place is not None and scene.names.at(place) is not None
    lemma = syntax.noun_lemma(token)
    plural = syntax.is_plural(token)
    for description in party_lexicon().description:
        if plural and (not description.plural or lemma in party_lexicon().states.lemmas):
            continue  # "the countries" are no one state
        if lemma in description.lemmas and not (scene.is_treaty and description.by_name):
            if in_place and description.kinds == ("organisation",):
                continue  # "the agency in Oslo" is none named before
            if description.by_name and _is_told_by_clause(token):
                continue  # "the union representing bakers"
            named = _fitting_before(scene, token, description)
            about = home.reported_on(token) if named is not None and description.placed else ()
            if about and named is not None and not scene.acts(named) and not is_of_government(token):
                return about
            if named is not None:
                return () if _names_kind(scene, token) else (_with_noun(scene, named),)
    return ()


def rebels_named(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The body of rebels that "rebel fighters" without an article are, where the text named one before.

    "The rebel Skarn Front", or one known as such.
    """
    lexicon = party_lexicon()
    as_rebels, lemma = lexicon.named_groups.described_as, syntax.noun_lemma(token)
    if token.tag_ != "NNS" or lemma not in lexicon.fighters.lemmas or len(token.children) != 1:
        return ()
    if token.children[0].lower_ not in as_rebels:
        return ()
    for named in scene.names.before(token.i, "organisation", "group"):
        root = scene.doc[named.end - 1]
        known = scene.reference.organisations.get(named.name)
        told = any(word.lower_ in as_rebels for word in syntax.children(root, "amod", "compound"))
        if told or (known is not None and known.kind == REBELS):
            return (party_of(named),)
    return ()


def _fitting_before(scene: Scene, token: Token, description: Description) -> Named | None:
    """The last name before a noun that a description fits, those that act before others.

    Before all of them comes a body whose name ends in the noun: "the group" is "the Harbour Group".
    """
    lemma = syntax.noun_lemma(token)
    asking = names_asking(scene.names, token)  # "Peru urged the government": another's
    fitting = [
        named
        for named in scene.names.before(token.i, *description.kinds)
        if named.name not in asking
        and (not description.by_name or lemma in named.name.casefold())
        and (not description.names or named.name in description.names)
        and (not description.name_words or not description.name_words.isdisjoint(_words_of(named)))
        and (not description.business or description.known or may_be_business(scene, named))
        and (not description.known or _is_known_as(scene, named, description))
    ]
    start = token.sent.start
    if description.placed and not scene.authors and is_of_government(token):
        return state_governed(scene, token, fitting)
    if is_of_other_government(scene, token):  # that of the one state told of
        only_one = description.placed and len({named.name for named in fitting}) == 1
        return fitting[0] if only_one else state_of_authors(scene, fitting)
    if description.placed and scene.doc[start].lower_ == "in":  # "In Lima, the ministry said …"
        opening = next((named for named in fitting if named.start == start + 1), None)
        if opening is not None:
            return opening
    called = (
        None if description.business else next((named for named in fitting if _is_called(named, lemma)), None)
    )
    acting = called or next(filter(scene.acts, fitting), None)
    if acting is not None and description.placed and _tells_of_thing(scene, acting):
        acting = next((named for named in fitting if _is_subject_near(scene, named, token)), acting)
    others = description.placed or description.by_name or _is_only_business(description, fitting)
    return acting or (fitting[0] if fitting and others else None)


def _is_only_business(description: Description, fitting: list[Named]) -> bool:
    """Whether one business alone was named, if only as where people are: "bakers at Karhula"."""
    return description.business and len({named.name for named in fitting}) == 1


def _tells_of_thing(scene: Scene, named: Named) -> bool:
    """Whether a name only tells from where something is: "Fijian sugar", but no "Fijian officials"."""
    last = scene.doc[named.end - 1]
    acts = is_institution(last.head) and is_actor(last.head)
    return named.via == "demonym" and last.dep_ in syntax.MODIFYING and not acts


def _is_subject_near(scene: Scene, named: Named, token: Token) -> bool:
    """Whether a name is a subject, or whose that is, in a word's sentence or the two before."""
    last = scene.doc[named.end - 1]
    subject = last.head if last.dep_ == "poss" else last
    first = min((sentence.start for sentence in sentences_before(token)), default=token.sent.start)
    return named.start >= first and subject.dep_ in syntax.NAMED_SUBJECTS


def _is_known_as(scene: Scene, named: Named, description: Description) -> bool:
    """Whether a name is unknown, or of a body of several states or of a kind that is so described."""
    body = scene.reference.organisations.get(named.name)
    return body is None or body.kind in description.known or bool(body.members)


def _is_called(named: Named, lemma: str) -> bool:
    """Whether a noun ends or opens a name of more words: "Harbour Group", "Organization for Lake Ports"."""
    words = _words_of(named)
    if len(words) < 2:
        return False
    return words[-1] == lemma or (words[0] == lemma and words[1] in load_words().name_prepositions)


def _words_of(named: Named) -> list[str]:
    return named.name.casefold().split()


def _with_noun(scene: Scene, named: Named) -> Party:
    """Whom a name names; of a creed or people that only modifies a noun, both: "Sunni rebels"."""
    last = scene.doc[named.end - 1]
    modifies = last.dep_ in {"amod", "compound"} and last.head.tag_ == "NNS"
    if named.kind == "group" and named.via == "recognised" and modifies:
        return described_party(last.head)[0]
    return party_of(named)


def _names_kind(scene: Scene, token: Token) -> bool:
    """Whether a name before a noun only tells of what kind it is: "the Norway-led force"."""
    doc, names = scene.doc, scene.names
    words = doc.tokens[token.left_edge.i : token.i]
    inside = (named for word in words if (named := names.at(word)) is not None)
    return any(is_part_of_word(doc, names, named) and not _is_seat(doc, named) for named in inside)


def _are_named(scene: Scene, token: Token) -> bool:
    """Whether a name tells which several are, who were not named before: "the Gulf states"."""
    several = syntax.is_plural(token)
    return several and any(map(scene.names.at, syntax.children(token, *syntax.MODIFYING)))


def _is_told_by_state(scene: Scene, token: Token) -> bool:
    """Whether a state's name tells which group is meant: "the Kosovo rebel force", which is no state."""
    named = map(scene.names.at, syntax.children(token, "compound", "nmod"))
    return any(each is not None and (each.kind, each.via) == ("state", "name") for each in named)


def _is_seat(doc: Doc, named: Named) -> bool:
    """Whether a name tells where somebody sits: "the Lima-based court"."""
    return named.end + 1 < len(doc) and doc[named.end + 1].lower_ == "based"


def _is_told_by_clause(token: Token) -> bool:
    """Whether a clause right behind a noun tells which one is meant: "the union representing bakers"."""
    return any(clause.left_edge.i == token.i + 1 for clause in syntax.children(token, "acl", "relcl"))


def _are_counted(token: Token) -> bool:
    """Whether a number says that several are meant, and not one: "the six states"."""
    return syntax.is_plural(token) and syntax.child(token, "nummod") is not None


def _is_region(scene: Scene, noun: Token) -> bool:
    """Whether a noun or name is of a part of a state or of the world."""
    named = scene.names.at(noun)
    return (
        named.kind == "place" if named is not None else noun.lemma_.lower() in party_lexicon().places.lemmas
    )


def _is_told_apart(token: Token) -> bool:
    """Whether a clause without a comma tells which of many are meant: "the states that signed the treaty"."""
    clauses = syntax.children(token, "relcl") if syntax.is_plural(token) else []
    joined = syntax.child(token, "conj")
    return any(
        clause.left_edge.i
        and syntax.word_at(clause.left_edge, -1) != ","
        and (joined is None or clause.i < joined.i)
        for clause in clauses
    )
