"""Institutions and places: the state or body that acts through them, and whose they are."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.beneficiary_lexicon import beneficiary_lexicon
from flows.extract.components.compound import HYPHENS, is_part_of_word
from flows.extract.components.cue_lexicon import is_one_of_lists
from flows.extract.components.named import Named
from flows.extract.components.office import holder_of
from flows.extract.components.pair import states_together
from flows.extract.components.party import Party, Resolve, party_of, without_things
from flows.extract.components.party_lexicon import is_institution, party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.whose_government import is_of_other_government
from flows.extract.parse import Token

# Kinds of bodies of which many states have one under the same name.
SHARED_KINDS = frozenset({"agency", "bank", "court", "government", "legislature", "military", "ministry"})


def owners_of(scene: Scene, resolve: Resolve, token: Token, depth: int) -> tuple[Party, ...]:
    """The parties that modify or possess a noun: "Dutch", "NATO", "Russia's", "of the EU"."""
    owners: dict[str, Party] = {}
    capitalised: dict[str, Party] = {}  # "Council", which names nobody where another owner does
    modifiers = syntax.children(token, "amod", "compound", "nmod", "poss", "nummod", "npadvmod")
    modifiers = [modifier for modifier in modifiers if not _tells_which_of_several(scene, modifier, token)]
    lemma = syntax.noun_lemma(token)
    speaks = lemma in attribution_lexicon().spoken_for.lemmas or lemma in party_lexicon().negotiating.lemmas
    for preposition in syntax.children(token, "prep"):
        if preposition.lower_ in {"of", "from"} or (speaks and preposition.lower_ == "for"):
            modifiers += syntax.children(preposition, "pobj")
        modifiers += _behind_portfolio(token, preposition)
    for modifier in modifiers:
        for part in (*_joined_before(scene, modifier), *syntax.conjuncts(modifier)):
            named = scene.names.at(part)
            common = (
                named is not None and is_common(scene, named) and not owners_of(scene, resolve, part, depth)
            )
            for party in _owner(scene, resolve, part, depth):
                (capitalised if common else owners).setdefault(party.name, party)
    if not owners and (seated := _seated_in(scene, token)) is not None:
        owners[seated.name] = seated
    return tuple((owners or capitalised).values())


def _tells_which_of_several(scene: Scene, modifier: Token, noun: Token) -> bool:
    """Whether a demonym only tells which of somebody's own is meant: "its Turkish branch" is not Turkey."""
    own = syntax.child(noun, "poss")
    named = scene.names.at(modifier) if own is not None and modifier.dep_ in syntax.MODIFYING else None
    beside = syntax.noun_lemma(noun) in party_lexicon().beside.lemmas
    return named is not None and named.via == "demonym" and not beside


def _seated_in(scene: Scene, token: Token) -> Party | None:
    """Whose ministry, official or government sits in its capital: "the ministry in Kathmandu".

    So do those who speak for one: "a presidential spokesman in Kathmandu".
    """
    lexicon, lemma = party_lexicon(), syntax.noun_lemma(token)
    fields = {word.lower_ for word in syntax.children(token, *syntax.MODIFYING)}
    of_field = lemma in lexicon.organs.with_field and not fields.isdisjoint(lexicon.organs.of_government)
    if not of_field and lemma not in lexicon.governing.lemmas | lexicon.seated.lemmas:
        return None
    place = syntax.noun_after(token, ("in",))
    named = scene.names.at(place) if place is not None else None
    sits = named is not None and named.via == "seat" and named.kind in {"state", "organisation"}
    return party_of(named) if named is not None and sits else None


def _joined_before(scene: Scene, modifier: Token) -> tuple[Token, ...]:
    """The name that a hyphen joins to a modifier: "US" of "the US-EU council"."""
    named = scene.names.at(modifier)
    if named is None or named.start < 2 or scene.doc[named.start - 1].text not in HYPHENS:
        return ()
    return () if is_part_of_word(scene.doc, scene.names, named) else (scene.doc[named.start - 2],)


def _owner(scene: Scene, resolve: Resolve, modifier: Token, depth: int) -> tuple[Party, ...]:
    together = states_together(scene, modifier)
    if together:
        return together
    named = scene.names.at(modifier)
    if named is not None and is_part_of_word(scene.doc, scene.names, named):
        return ()
    if scene.is_treaty and syntax.noun_lemma(modifier) in party_lexicon().treaty_parties.lemmas:
        return resolve(modifier, depth + 1)
    if named is not None and _is_where_concluded(modifier, named):
        return ()
    if named is not None and (_is_only_subject(modifier, named) or is_portfolio(scene, named)):
        return ()
    if _is_beside(modifier, named):
        return ()
    if named is not None and not named.start <= modifier.head.i < named.end:
        if is_common(scene, named) and syntax.noun_lemma(modifier) in party_lexicon().own_bodies.lemmas:
            return owners_of(scene, resolve, modifier, depth) or scene.authors or (party_of(named),)
        told = resolve(modifier, depth + 1) if is_common(scene, named) else ()
        if scene.is_treaty and told:
            return told  # "the authorities of the sending State"
        return tuple(party for party in told if party.kind == "organisation") or (party_of(named),)
    if modifier.dep_ == "poss" and modifier.pos_ == "PRON":
        return resolve(modifier, depth + 1)
    common = modifier.pos_ == "NOUN" or syntax.noun_lemma(modifier) in party_lexicon().participants.lemmas
    if modifier.dep_ in {"poss", "pobj", "conj"} and common:
        return without_things(resolve(modifier, depth + 1))
    return ()


def _is_named_text(noun: Token) -> bool:
    return noun.pos_ == "PROPN" and syntax.noun_lemma(noun) in attribution_lexicon().documents.lemmas


def _is_where_concluded(modifier: Token, named: Named) -> bool:
    """Whether a place only tells where a deal was made: "the Lima accord", which is no promise of Lima's."""
    is_place = named.via == "seat" or named.kind == "place"
    deal = is_one_of_lists(modifier.head, ("concluded",)) or _is_named_text(modifier.head)
    return is_place and deal and modifier.dep_ != "poss"


def _is_only_subject(modifier: Token, named: Named) -> bool:
    """Whether the recogniser took for a body what people deal with: "Interior officials"."""
    alone = named.via == "recognised" and named.end - named.start == 1 and modifier.dep_ != "poss"
    return alone and modifier.lower_ in beneficiary_lexicon().no_parties.words


def is_portfolio(scene: Scene, named: Named) -> bool:
    """Whether what no list knows is what a minister is over: "the Minister of Ports and Cooperation".

    A "prime minister" and a "foreign minister" are of a body or land.
    """
    if named.start < 2 or named.via != "recognised" or named.kind != "organisation":
        return False
    minister, preposition = scene.doc[named.start - 2], scene.doc[named.start - 1]
    over = preposition.lower_ in {"of", "for"} and not syntax.children(minister, *syntax.MODIFYING)
    return over and syntax.noun_lemma(minister) in party_lexicon().portfolios.lemmas


def _behind_portfolio(minister: Token, preposition: Token) -> list[Token]:
    """The state behind what a minister is over: "the Minister for Ports of the Republic of Fiji"."""
    if syntax.noun_lemma(minister) not in party_lexicon().portfolios.lemmas:
        return []
    matters = syntax.children(preposition, "pobj")
    behind = (word for matter in matters for word in syntax.children(matter, "prep") if word.lower_ == "of")
    return [state for word in behind for state in syntax.children(word, "pobj")]


def is_of_region(token: Token) -> bool:
    """Whether an institution is that of a part of a state: "the provincial government"."""
    modifiers = syntax.children(token, "amod", "compound", "nmod")
    return any(
        modifier.text.islower() and modifier.lower_ in party_lexicon().regional.lemmas
        for modifier in modifiers
    )


def _is_beside(modifier: Token, named: Named | None) -> bool:
    """Whether a noun is of somebody beside whom it names, not of that one: "our allies", "his counterpart".

    "U.S. allies" are not the United States; "NATO allies" are of NATO, and a "Polish counterpart" is Poland.
    """
    if syntax.noun_lemma(modifier.head) not in party_lexicon().beside.lemmas:
        return False
    if modifier.dep_ == "poss":
        return True
    several = syntax.is_plural(modifier.head)
    return several and named is not None and named.kind == "state" and named.via != "demonym"


def acts_through(scene: Scene, token: Token, owners: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who acts through an institution: its state or body, or its owner's state ("his troops")."""
    acting = {}
    for party in owners:
        if party.kind == "person":
            party = scene.served_by(party) or party
        if party.kind in {"state", "organisation", "place"} or _is_joined_to_state(scene, token, party):
            acting[party.name] = party
    if not acting and token.tag_ == "NNS" and not _tells_whose_itself(token):
        seats = [word for word in syntax.children(token, "prep") if word.lower_ == "in"]
        first = (place for preposition in seats for place in syntax.children(preposition, "pobj"))
        for named in (scene.names.at(place) for seat in first for place in syntax.conjuncts(seat)):
            if named is not None and named.kind == "state":
                acting[named.name] = party_of(named)
    return tuple(acting.values())


def _is_joined_to_state(scene: Scene, token: Token, party: Party) -> bool:
    """Whether a party without a name is states joined to one: "envoys from Fiji and the Arab states"."""
    first = syntax.noun_after(token, ("of", "from")) if party.kind == "group" else None
    if first is None or scene.names.at(first) is None:
        return False
    several = [head for head in syntax.conjuncts(first) if head.tag_ == "NNS"]
    states = party_lexicon().pairs.states
    return any(head.lemma_.lower() in states and party.name.endswith(head.text) for head in several)


def _tells_whose_itself(token: Token) -> bool:
    """Whether "in" behind a noun only tells where somebody is: "presidents of the states in Peru"."""
    return syntax.noun_after(token, ("of",)) is not None or (
        syntax.noun_lemma(token) in party_lexicon().states.lemmas
    )


def is_set_apart(scene: Scene, token: Token) -> bool:
    """Whether a modifier tells a group from its state or body: "Afghan religious leaders", "House Whigs"."""
    apart = party_lexicon().set_apart.lemmas
    modifiers = syntax.children(token, "amod", "compound", "nmod")
    if any(word.lower_ in apart and not _is_within_name(scene, word) for word in modifiers):
        return True
    whole = syntax.noun_after(token, ("of",))  # "Europe's leaders", "the leaders of Europe"
    modifiers += [*syntax.children(token, "poss"), *([whole] if whole is not None else [])]
    found = [scene.names.at(word) for modifier in modifiers for word in syntax.conjuncts(modifier)]
    named = [item for item in found if item is not None]
    beside_state = any(item.kind == "state" for item in named)  # "Georgian and Abkhaz officials"
    # beside a country that nothing knows another may be taken for a region
    beside_unknown = any(item.kind == "place" and item.label == "GPE" for item in named)
    return any(
        item.kind == "group"
        or (
            item.kind == "place"
            and item.label in {"LOC", "NORP"}
            and not (beside_unknown or (beside_state and item.iso3))
        )
        for item in named
    )


def _is_within_name(scene: Scene, word: Token) -> bool:
    """Whether a word is one of several of a name: "Union" of "European Union officials"."""
    named = scene.names.at(word)
    return named is not None and named.end - named.start > 1


def of_other_state(
    scene: Scene, resolve: Resolve, token: Token, named: Named, depth: int
) -> tuple[Party, ...]:
    """The state whose body a shared short name means: "Mexico's Congress", "Iran's Foreign Ministry"."""
    if named.kind != "organisation" or not _is_body_of_state(scene, token, named):
        return ()
    if named.via != "recognised" and named.iso3 is None:
        return ()
    owners = owners_of(scene, resolve, token, depth)
    return tuple(party for party in owners if party.kind == "state" and party.iso3 != named.iso3)


def _is_body_of_state(scene: Scene, token: Token, named: Named) -> bool:
    """Whether other states may have a body under the same name: by its noun, or by what kind it is."""
    if is_institution(scene.doc[named.end - 1]):
        return True
    body = scene.reference.organisations.get(named.name)
    shared = body is not None and body.kind in SHARED_KINDS
    return shared and named.iso3 is not None and syntax.child(token, "poss") is not None


def behind_name(scene: Scene, named: Named) -> tuple[Party, ...]:
    """Who acts where the recogniser took an office, an administration or a law for a name.

    "the Attorney General" is who holds the office, by the reference or by the name between commas behind it,
    "the Obama Administration" the state; a law or plan binds those whose text it is. A board acts for its
    body: "the Board of Directors of Boeing".
    """
    if named.via != "recognised":
        return ()
    other = _body_of_board(scene, named) or _holder_beside(scene, named)
    if other is not None:
        return (party_of(other),)
    *first, last = (token.lower_ for token in scene.doc[named.start : named.end])
    if scene.reference.title(named.name) is not None:
        holders = [holder_of(scene, [named.name], author) for author in scene.authors]
        return tuple(holder for holder in holders if holder is not None)
    if named.kind == "person":
        return ()
    if last == "administration":
        return _state_administered(scene, first)
    texts = party_lexicon().laws.lemmas | attribution_lexicon().documents.lemmas
    return scene.authors if first and last in texts else ()


def _body_of_board(scene: Scene, named: Named) -> Named | None:
    """The body right behind "of" whose board or secretariat a name is."""
    board = scene.doc[named.start : named.end].root
    if named.kind != "organisation" or syntax.noun_lemma(board) not in party_lexicon().inner_bodies.lemmas:
        return None
    whole = syntax.neighbour(board, named.end - board.i + 1)
    if whole is not None and whole.lower_ == "the":
        whole = syntax.neighbour(whole)
    body = scene.names.at(whole) if whole is not None and scene.doc[named.end].lower_ == "of" else None
    return body if body is not None and body.kind == "organisation" else None


def _holder_beside(scene: Scene, named: Named) -> Named | None:
    """The person named between commas right behind an office: "the Auditor General, Ada Berg, said"."""
    office, comma = scene.doc[named.end - 1], syntax.neighbour(scene.doc[named.end - 1])
    first = syntax.neighbour(office, 2)
    if named.kind != "organisation" or syntax.noun_lemma(office) not in party_lexicon().offices.lemmas:
        return None
    holder = scene.names.at(first) if first is not None and comma is not None and comma.text == "," else None
    if first is None or holder is None or holder.kind != "person" or holder.start != first.i:
        return None
    return holder if syntax.word_at(scene.doc[holder.end - 1], 1) == "," else None


def _state_administered(scene: Scene, names: list[str]) -> tuple[Party, ...]:
    """The state whose heads a name for their time in office gives: "Biden-Harris Administration"."""
    for name in names:
        for person in scene.reference.by_surname(name, scene.published_on):
            state = scene.served_by(Party(person.name, "person", person.iso3))
            if state is not None and person.headed_state:
                return (state,)
    return ()


def is_own_body(scene: Scene, token: Token) -> bool:
    """Whether a text speaks of its own author's body: "the Administration", "our government".

    So it does of a government without an article: "Government will build a quay".
    """
    determiner = syntax.child(token, "det", "poss")
    own = determiner is not None and determiner.lower_ in {"the", "my", "our", "this"}
    own = own or _is_government_alone(token)
    of_body = own and syntax.noun_lemma(token) in party_lexicon().own_bodies.lemmas
    return of_body and bool(scene.authors) and not is_of_other_government(scene, token)


def _is_government_alone(token: Token) -> bool:
    """Whether nothing stands beside "Government" that acts, of which only its own texts speak so."""
    acts = token.lower_ == "government" and token.dep_ in syntax.NAMED_SUBJECTS
    beside = any(word.i < token.i or word.dep_ in {"cc", "conj"} for word in token.children)
    return acts and not beside


def is_common(scene: Scene, named: Named) -> bool:
    """Whether the recogniser took a capitalised description for a name: "the Council"."""
    if named.via != "recognised" or named.kind == "person":
        return False
    words = scene.doc[named.start : named.end]
    last = syntax.noun_lemma(words[-1])
    if len(words) == 1:
        return last in party_lexicon().capitalised.lemmas
    own = last in party_lexicon().own_bodies.lemmas and bool(scene.authors)
    return own and all(word.lower_ in party_lexicon().own_bodies.modifiers for word in words[:-1])
