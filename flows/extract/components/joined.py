"""Parties in one phrase that the parse hides: named by a modifier, after "including", in a list."""

from __future__ import annotations

from collections.abc import Iterator

from flows.extract import syntax
from flows.extract.components.kinds_of_people import is_kind_of_people, without_kinds
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.people_listed import listed_offices, listed_people
from flows.extract.components.scene import Scene
from flows.extract.parse import Token

BINDING = frozenset({"person", "organisation", "state"})
MARKS = frozenset({"'s", "’s", "'", "’"})  # of an owner
OF_SEVERAL = frozenset({"other", "both"})  # before a plural alone, and no singular
JOINED_TAGS = frozenset({"CD", "NN", "NNS"})  # of what is joined to a noun and no verb
FEWEST_LISTED = 3  # names of a list that is read from the words alone


def group_named_before(token: Token, names: Names) -> Named | None:
    """The group whose name a description of its kind follows: "the Shining Path rebel group".

    Of a party also where words before the name tell its part: "the opposition Karhula party".
    """
    lexicon = party_lexicon()
    if token.lemma_.lower() not in lexicon.named_groups.lemmas or token.tag_ != "NN":
        return None
    if _is_told_part(token):
        return names.at(token.nbor(-1))
    first = token.i - 1
    while first > token.sent.start and token.doc[first].lower_ in lexicon.named_groups.described_as:
        first -= 1
    named = names.at(token.doc[first]) if first < token.i - 1 else None
    return named if named is not None and named.kind == "organisation" else None


def _is_told_part(token: Token) -> bool:
    """Whether a name in capitals stands right before a party, and what part that plays before both."""
    name = [word for word in syntax.children(token, "compound", "nmod", "amod") if word.pos_ == "PROPN"]
    before = token.doc[token.left_edge.i : token.i]
    part = any(word.lower_ in party_lexicon().named_groups.parts for word in before)
    return part and bool(name) and name[-1].i == token.i - 1


def place_named_before(token: Token, names: Names) -> Named | None:
    """The part of a state whose name what it is follows: "the Kurdistan region", "Oaxaca state"."""
    if token.lemma_.lower() not in party_lexicon().places.lemmas or token.tag_ != "NN":
        return None
    named = names.at(token.nbor(-1)) if token.i > token.sent.start else None
    return named if named is not None and named.kind == "place" and named.via != "seat" else None


def named_by_apposition(token: Token, names: Names) -> Named | None:
    """Whom a description between commas is of: "Reed Lane, a baker who was told to help, said …"."""
    determiner = syntax.child(token, "det", "poss")
    named = names.at(token.head) if token.dep_ == "appos" and token.tag_ == "NN" else None
    apart = determiner is not None and _follows_comma(token)
    return named if apart and named is not None and named.kind in {"person", "organisation"} else None


def named_before_dash(token: Token, names: Names) -> Named | None:
    """The person whose name the parse takes for a modifier of a remark: "Ada Berg - tired - vowed"."""
    for modifier in syntax.children(token, "compound", "nmod"):
        named = names.at(modifier)
        if named is not None and named.kind == "person" and token.doc[named.end].text in syntax.DASHES:
            return named
    return None


def in_list(head: Token, names: Names) -> list[Token]:
    """``head`` and what is coordinated with it, also a name of a list that the parse takes for an apposition.

    "Reed Lane, Karhula and Skarn Rail will pay": "Karhula" tells nothing of Reed Lane.
    """
    if offices := listed_offices(head):
        return offices
    beside = (*_second_of_two(head), *_hung_on_verb(head), *_with_whom(head))
    found = _without_modifiers([*syntax.conjuncts(head), *beside])
    first = names.at(head)
    if first is None:
        return sorted([*found, *listed_people(head)], key=lambda token: token.i)
    found += _further_subjects(head, first, names)
    owner = _owner_before(head, first, names)
    if owner is not None:
        return [owner, *found]
    pair = _before_comma(head, first, names)
    if pair is not None:
        return [pair, *found]
    if len(found) < 2:
        return [head, *_listed_in_apposition(head, first, names)]
    between = [
        word
        for word in syntax.children(head, "appos")
        if (named := names.at(word)) is not None and named.kind == first.kind and head.i < word.i < found[1].i
    ]
    marked = all(syntax.word_at(word.left_edge, -1) == "," for word in between)
    return sorted([*found, *between], key=lambda token: token.i) if marked else found


def _further_subjects(head: Token, first: Named, names: Names) -> list[Token]:
    """The rest of a list of which the parse makes several subjects: "the Navy (N), the Army (A), and …"."""
    others = syntax.children(head.head, "nsubj") if head.dep_ == "nsubj" else []
    alike = [
        word
        for word in others
        if head.i < word.i < head.head.i
        and (named := names.at(word)) is not None
        and (named.kind, named.via) == (first.kind, first.via)
        and head.doc[named.start - 1].lower_ in {",", "the"}
    ]
    return [word for other in alike for word in syntax.conjuncts(other)]


def _with_whom(subject: Token) -> list[Token]:
    """Who does the same by "along with" or "together with" behind a subject: "Peru, along with Fiji"."""
    if subject.dep_ != "nsubj":
        return []
    along = [
        word
        for word in (*syntax.children(subject, "prep"), *syntax.children(subject.head, "prep", "advmod"))
        if subject.i < word.i < subject.head.i
    ]
    beside = [inner for word in along if word.lower_ == "along" for inner in syntax.children(word, "prep")]
    beside += [word for word in along if syntax.word_at(word, -1) == "together"]
    found = [noun for word in beside if word.lower_ == "with" for noun in syntax.children(word, "pobj")]
    return [other for noun in found for other in syntax.conjuncts(noun)]


def _second_of_two(first: Token) -> list[Token]:
    """What "and" joins to a subject or owner though the parse makes a second one of it: "Ada Berg and I"."""
    joined = syntax.child(first, "cc") or syntax.child(first.head, "cc")
    if first.dep_ not in {"nsubj", "poss"} or joined is None or joined.i < first.i:
        return []
    others = syntax.children(first.head, first.dep_)
    second = [word for word in others if word.left_edge.i == joined.i + 1]
    return [word for other in second for word in syntax.conjuncts(other)]


def _hung_on_verb(first: Token) -> list[Token]:
    """What is joined to an object though the parse hangs it on the verb, where no noun can stand.

    "Asked Peru and two of its allies", "called on the regime, and its friends, to leave".
    """
    verb = first.head if first.dep_ == "dobj" else first.head.head
    if first.dep_ not in {"dobj", "pobj"} or not syntax.is_verb(verb):
        return []
    joined = [word for word in syntax.children(verb, "conj") if word.tag_ in JOINED_TAGS]
    return [word for word in joined if _stands_behind(first, word)]


def _stands_behind(first: Token, second: Token) -> bool:
    """Whether nothing but a comma and "and" stands between two nouns."""
    joined = second.left_edge.i - 1
    comma = first.doc[joined - 1].text == ","
    return first.doc[joined].lower_ == "and" and first.i == joined - (2 if comma else 1)


def _owner_before(head: Token, second: Named, names: Names) -> Token | None:
    """The first of two owners that the parse joins to what they own: "Peru and Chad's pledge".

    Where it joins neither, the first has to be marked as one: "Peru's and Chad's pledge".
    """
    joined = second.start - 1
    while joined > 0 and head.doc[joined].dep_ in {"compound", "det"}:
        joined -= 1  # "Prime Minister" before the name
    if head.dep_ != "poss" or joined < 2 or head.doc[joined].lower_ != "and":
        return None
    marked = head.doc[joined - 1].text in MARKS
    first = names.at(head.doc[joined - 2 if marked else joined - 1])
    if first is None or first.kind not in BINDING or second.kind not in BINDING:
        return None
    owner = head.doc[first.end - 1]
    return owner if marked or head.head in syntax.conjuncts(owner) else None


def _before_comma(head: Token, second: Named, names: Names) -> Token | None:
    """The first of two names that open a headline with a comma for "and": "Peru, Chile sign accord"."""
    opening, doc = names.at(head.doc[head.sent.start]), head.doc
    if opening is None or opening.end + 1 != second.start or doc[opening.end].text != ",":
        return None
    acts = head.dep_ == "nsubj" and {opening.kind, second.kind} <= BINDING and head.head.tag_ != "VBZ"
    ends = doc[head.sent.end - 1].text in {".", "”", '"'} or doc[second.end].text == ","
    return doc[opening.end - 1] if acts and not ends else None


def _listed_in_apposition(head: Token, first: Named, names: Names) -> list[Token]:
    """The rest of a list that the parse takes for an apposition: "Peru, the Bahamas, and Chad will pay"."""
    second = syntax.child(head, "appos")
    others = syntax.conjuncts(second) if second is not None and _follows_comma(second) else []
    named = [names.at(word) for word in others]
    alike = all(found is not None and found.kind == first.kind for found in named)
    return others if alike and len(others) > 1 else []


def _follows_comma(appositive: Token) -> bool:
    first = appositive.left_edge
    return first.i > appositive.head.i and syntax.word_at(first, -1) == ","


def beside_appositive(token: Token, names: Names) -> list[Token]:
    """The names coordinated with the name of what one noun means: "the state firm Gecora and Reed Lane"."""
    appositive = syntax.child(token, "appos") if token.tag_ == "NN" else None
    first = names.at(appositive) if appositive is not None else None
    if appositive is None or first is None or names.at(token) is not None:
        return []
    others = syntax.conjuncts(appositive)[1:]
    return [other for other in others if (named := names.at(other)) is not None and named.kind in BINDING]


def _without_modifiers(heads: list[Token]) -> list[Token]:
    """Coordinated heads without what only tells of what kind one is: "state and local" of "… governments"."""
    heads = without_kinds(heads)
    places = {head.i for head in heads}
    modifiers = {i for i in places if i + 1 in places}
    joined = {i - 2 for i in modifiers if i - 2 in places and heads[0].doc[i - 1].dep_ == "cc"}
    return [head for head in heads if head.i not in modifiers | joined]


def included(token: Token, names: Names) -> Iterator[Named]:
    """The states and bodies that a group is said to include: "several allies, including Peru and Chile".

    So are those of "several allies, among them Peru and Chile".
    """
    heads = [
        head
        for preposition in syntax.children(token, "prep")
        if preposition.lower_ == "including"
        for head in syntax.children(preposition, "pobj")
    ]
    heads += [head for head in syntax.children(token, "appos") if _are_among_them(head)]
    for member in (member for head in heads for member in syntax.conjuncts(head)):
        named = names.at(member)
        if named is not None and named.kind in {"state", "organisation"}:
            yield named


def _are_among_them(head: Token) -> bool:
    return any(
        word.lower_ == "among" and any(them.lower_ == "them" for them in syntax.children(word, "pobj"))
        for word in syntax.children(head, "prep")
    )


def taken_for_modifier(token: Token) -> tuple[Token, Token] | None:
    """The first of two parties that the parse takes for a modifier of the second, and the "and" behind it.

    "Mali's government and northern traders": "government", with the modifiers of "traders". A singular with
    nothing before it that tells which or whose one shares the noun, as does that of a thing: "other state and
    local traders", "Peruvian sugar and rice traders".
    """
    for modifier in syntax.children(token, "nmod"):
        joined = syntax.child(modifier, "cc")
        shares = _opens_phrase(modifier, token) or is_kind_of_people(modifier, token)
        shares = shares and modifier.tag_ == "NN"
        if modifier.pos_ == "NOUN" and joined is not None and modifier.i < joined.i < token.i and not shares:
            return modifier, joined
    return None


def _opens_phrase(modifier: Token, noun: Token) -> bool:
    """Whether a noun's phrase begins with a modifier, or with words for several before it: "many state"."""
    before = noun.doc.tokens[noun.left_edge.i : modifier.i]
    several = party_lexicon().pronouns.some | OF_SEVERAL
    return all(word.lower_ in several and word.head == noun for word in before)


def listed(scene: Scene, named: Named) -> tuple[Party, ...]:
    """A name with those that a list without gaps puts before it, where the parse may lose some.

    "Chad, Mali, Niger and Togo agreed": all four for the last.
    """
    members = [named]
    while (before := _list_member_before(scene, members[-1], len(members) == 1)) is not None:
        members.append(before)
    if len(members) < FEWEST_LISTED:
        return (party_of(named),)
    return tuple(party_of(member) for member in reversed(members))


def _list_member_before(scene: Scene, named: Named, is_last: bool) -> Named | None:
    """The name of the same kind that stands before "and", or a comma, right before a name."""
    position = named.start - 1
    while position >= 0 and scene.doc[position].lower_ == "the":
        position -= 1
    marks = []
    while position >= 0 and scene.doc[position].lower_ in {",", "and"}:
        marks.append(scene.doc[position].lower_)
        position -= 1
    if position > 2 and (scene.doc[position].text, scene.doc[position - 2].text) == (")", "("):
        position -= 3  # its acronym in brackets
    if not marks or (is_last and "and" not in marks) or position < 0:
        return None
    before = scene.names.at(scene.doc[position])
    same = before is not None and (before.kind, before.via) == (named.kind, named.via)
    return before if same and named.kind in {"state", "organisation"} else None
