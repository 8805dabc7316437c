"""Offices: who holds an office that the text names, by the document or by the reference."""

from __future__ import annotations

from functools import cache

from flows.extract import syntax
from flows.extract.components.actor_nouns import actor_nouns, without_former
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.named import Named
from flows.extract.components.named_later import (
    named_behind_quotation,
    named_later,
    named_next,
    named_with_title,
    serves_another,
)
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import LOCATIVES, Scene
from flows.extract.parse import Token

LONGEST_TITLE = 8  # words of a title, or between somebody and where they are
LONGEST_OFFICE = 12  # words from an office to the name of who holds it, the body between included
WITHIN_TITLE = frozenset({"to", "of", "for", "at", "the", "and", ","})
CAPITALISED_IN_TITLES = frozenset({"vice", "prime", "deputy", "foreign", "first", "former"})


def office_holder(scene: Scene, token: Token, owners: tuple[Party, ...]) -> Party | None:
    """The person in an office that one holds at a time, from the document, else from the reference."""
    full = _full_title(scene, token)
    title = full or _title_words(token)
    determiner = syntax.child(token, "det")
    if determiner is not None and determiner.lower_ in {"a", "an", "another", "any", "every"}:
        return None
    shared = " ".join(title) in party_lexicon().shared_offices.lemmas
    if not owners and _is_of_unnamed(scene, token):
        return None
    own = scene.authors if len(scene.authors) == 1 else scene.publishers
    if not owners and determiner is not None and len(own) == 1 and not shared:
        holder = holder_of(scene, title, own[0])
        if holder is not None:
            return holder
    for named in scene.names.before(token.i, "person"):
        first = max(scene.doc[named.start].sent.start, named.start - 4)
        before = [word.lower_ for word in scene.doc.tokens[first : named.start]]
        if (
            token.lower_ in before
            and (len(title) == 1 or title[-2] in before)
            and not serves_another(named, owners)
        ):
            return party_of(named)
    later = named_later(scene, token, title, owners)
    if later is not None:
        return later
    of_state = any(owner.kind == "state" for owner in owners)  # "the Minister of Ports of Fiji", no other's
    behind = (*owners, *scene.authors) if full and not of_state else owners or scene.authors
    for owner in () if shared else behind:
        holder = _mentioned_holder(scene, title, owner) or holder_of(scene, title, owner)
        if holder is not None:
            return holder
    of_body = any(owner.name in scene.reference.organisations for owner in owners)
    told_next = None  # a body acts through its head
    if not of_body:
        told_next = named_next(scene, token) or named_behind_quotation(scene, token)
    bare = not behind and determiner is not None and determiner.lower_ == "the"
    if bare and len(title) == 1:
        told_next = told_next or named_with_title(scene, token, owners)
    if told_next is not None:
        return told_next
    bare = bare and not shared
    return _named_holder(scene, title) if bare else None


def _is_of_unnamed(scene: Scene, token: Token) -> bool:
    """Whether a state's kind of office is of a body or region without a name: "the region's premier"."""
    if syntax.noun_lemma(token) not in party_lexicon().organs.lemmas:
        return False
    whose = syntax.child(token, "poss") or syntax.noun_after(token, ("of",))
    if whose is None or whose.pos_ != "NOUN" or scene.names.at(whose) is not None:
        return False
    nouns = actor_nouns()
    return whose.lemma_.lower() in nouns.bodies.lemmas | nouns.territories.lemmas


def _named_holder(scene: Scene, title: list[str]) -> Party | None:
    """The one person named anywhere in a report who, by the reference, holds an office on its day."""
    row = scene.reference.title(" ".join(title))
    if row is None or scene.published_on is None:
        return None
    holders = {
        named.name: party_of(named)
        for named in scene.names.found
        if named.kind == "person"
        and (person := scene.reference.people.get(named.name)) is not None
        and any(held.office in row.offices and held.held_on(scene.published_on) for held in person.offices)
    }
    return next(iter(holders.values())) if len(holders) == 1 else None


def holder_of(scene: Scene, title: list[str], owner: Party) -> Party | None:
    """The one who, by the reference, holds an office of a party on the document's day."""
    party = owner.iso3 if owner.kind == "state" else owner.name
    holders = scene.reference.holders(" ".join(title), party or "", scene.published_on)
    return Party(holders[0].name, "person", holders[0].iso3) if len(holders) == 1 else None


def name_after_title(scene: Scene, token: Token) -> Named | None:
    """The person whose title comes with a body or place between.

    "envoy to NATO Ada Berg", "the mayor of Callao, Ada Berg, …".
    """
    if syntax.noun_lemma(token) not in party_lexicon().offices.lemmas:
        return None
    for position in range(token.i + 1, min(token.i + LONGEST_OFFICE, token.sent.end)):
        word = scene.doc[position]
        named = scene.names.at(word)
        if named is not None and named.kind == "person":
            first = named.start - 1
            while first > token.i and _is_rank_between_commas(scene, scene.doc[first]):
                first -= 1
            if scene.doc[first].text == "," and not _stands_between_commas(scene, named):
                return None  # one of a list: "the mayor of Callao, Ada Berg and Ole Lund"
            return None if scene.doc[named.start - 1].lower_ == "and" else named
        if _is_rank_between_commas(scene, word):
            continue
        if syntax.noun_lemma(word) in party_lexicon().offices.lemmas and position > token.i + 1:
            return None  # another office: "the U.S. president and Prime Minister Ada Berg"
        modifies = word.pos_ == "ADJ" and word.dep_ == "amod" and word.i < word.head.i  # "the rebel Front"
        if named is None and word.lower_ not in WITHIN_TITLE and word.pos_ != "PROPN" and not modifies:
            return None
    return None


def _is_rank_between_commas(scene: Scene, word: Token) -> bool:
    """Whether a title opens the name of the holder itself: "the head of the guild, General Ada Berg, …"."""
    named = scene.names.at(word.head) if word.dep_ == "compound" and word.i > 0 else None
    return named is not None and named.kind == "person" and scene.doc[word.i - 1].text == ","


def named_behind_place(scene: Scene, token: Token) -> Named | None:
    """The person named between commas behind where they are: "an official in Callao, Ada Berg, said"."""
    where = next((word for word in syntax.children(token, "prep") if word.lower_ in LOCATIVES), None)
    if where is None or not _is_person_who_acts(token):
        return None
    behind = scene.doc.tokens[where.i + 1 : min(where.i + LONGEST_TITLE, token.sent.end)]
    comma = next((word.i for word in behind if word.text == ","), None)
    if comma is None or comma + 1 == len(scene.doc):
        return None
    named = scene.names.at(scene.doc[comma + 1])
    if named is None or named.kind != "person" or named.start - 1 != comma:
        return None
    return named if _stands_between_commas(scene, named) and named.end < token.head.i else None


def named_before_verb(scene: Scene, token: Token) -> Named | None:
    """The person named between commas right before the verb of who is described at length, or at the end.

    "A general who came to the hall, Reed Lane, promised …", "said the head of the guild, Reed Lane."; but not
    "a lawyer for the minister, Reed Lane,".
    """
    if not _is_person_who_acts(token):
        return None
    last = _last_word_before_verb(token) if token.head.i > token.i else token.right_edge
    named = scene.names.at(last) if last is not None else None
    if named is None or named.kind != "person" or named.start - 1 <= token.i:
        return None
    between = scene.doc.tokens[token.i + 1 : named.start - 1]
    others = map(scene.names.at, between)
    told = any(is_of_person(syntax.noun_lemma(word)) for word in between)
    told = told or any(other is not None and other.kind == "person" for other in others)
    return named if scene.doc[named.start - 1].text == "," and not told else None


def _last_word_before_verb(token: Token) -> Token | None:
    """The word before the comma that stands before a verb; None where none does or nothing is between."""
    verb = token.head
    return verb.nbor(-2) if verb.i > token.i + 2 and verb.nbor(-1).text == "," else None


def _is_person_who_acts(token: Token) -> bool:
    """Whether a noun that is a subject is of one person without a name: "an official", "the envoy"."""
    return token.tag_ == "NN" and token.dep_ == "nsubj" and is_of_person(token.lemma_.lower())


def is_of_person(lemma: str) -> bool:
    """Whether a noun is of a person without a name, or of an office that one person holds."""
    lemma = without_former(lemma)
    return lemma in attribution_lexicon().unnamed.lemmas or lemma in party_lexicon().offices.lemmas


def is_of_spokesman(body: Token) -> bool:
    """Whether a noun tells for what body one speaks, a certain one: "a company spokesman"."""
    return body.dep_ == "compound" and is_of_person(body.head.lemma_.lower())


@cache
def one_holds() -> frozenset[str]:
    """The nouns for offices that one person holds, alone or as one of many: "the president", "the judge"."""
    return party_lexicon().offices.lemmas | party_lexicon().shared_offices.lemmas


def _stands_between_commas(scene: Scene, named: Named) -> bool:
    return named.end < len(scene.doc) and scene.doc[named.end].text == ","


def are_office_holders(token: Token) -> bool:
    """Whether a plural stands for people whose offices the document gave: "the foreign ministers"."""
    determiner = syntax.child(token, "det")
    told_more = syntax.children(token, "prep", "poss", "relcl", "acl", "nummod")
    named = determiner is not None and determiner.lower_ == "the" and not told_more
    return named and token.tag_ == "NNS" and syntax.noun_lemma(token) in party_lexicon().offices.lemmas


def _full_title(scene: Scene, token: Token) -> list[str]:
    """The longest title of the reference that a word stands in: "Attorney General"; empty without one."""
    first, last = max(token.sent.start, token.i - 3), min(token.sent.end, token.i + LONGEST_TITLE)
    for length in range(LONGEST_TITLE, 1, -1):
        for start in range(max(first, token.i - length + 1), token.i + 1):
            words = scene.doc[start : start + length]
            if start + length > last or words[0].tag_ == "DT":
                continue
            if scene.reference.title(words.text) is not None:
                return words.text.casefold().split()
    return []


def _mentioned_holder(scene: Scene, title: list[str], owner: Party) -> Party | None:
    """The one person named anywhere in the document who ever held the office for ``owner``."""
    party = owner.iso3 if owner.kind == "state" else owner.name
    holders = {person.name for person in scene.reference.holders(" ".join(title), party or "")}
    people = (item for item in scene.names.found if item.kind == "person")
    named = {item.name: item for item in people if item.name in holders}
    return party_of(next(iter(named.values()))) if len(named) == 1 else None


def _title_words(token: Token) -> list[str]:
    """A title with the words that belong to it: "prime minister", "secretary of state"."""
    words = [
        child.lower_
        for child in syntax.children(token, "amod", "compound")
        if child.text.islower() or child.lower_ in CAPITALISED_IN_TITLES
    ]
    after = syntax.child(token, "prep")
    if token.lower_ == "secretary" and after is not None and after.lower_ == "of":
        what = syntax.child(after, "pobj")
        return [*words, token.lower_, "of", what.lower_] if what is not None else [*words, token.lower_]
    return [*words, token.lower_]
