"""Whose an office or organ is that a report leaves bare: "the defense minister", "parliament", "officials".

It is that of the state whose capital opens the sentence ("In Lima, the minister said …"), else of the one
state whose office or organ the sentence has named before, else of the state that the report is about. Where
sentence and report tell of different ones it stays bare: a wrong state is worse than none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property

from flows.extract import syntax
from flows.extract.components.asker import asking_verb, names_asking
from flows.extract.components.led_body import teller_of
from flows.extract.components.named import Named
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import LOCATIVES, Scene, tells_currency
from flows.extract.components.subject import sentences_before
from flows.extract.parse import Token

OPENING_SENTENCES = 2  # in which the state that a report is about has to be named
LEAD = 1.5  # times as much as of any other state a report must tell of the one that it is about
ACTING, OWNING, ASIDE = 3, 2, 1  # what it counts to act, to have something, and to be named otherwise
FIRST = 1  # what it counts beside to be named first
TELLING_WHOSE = frozenset({"of", "for", "in", "at", "from", "to", "with", "on"})


class Home:
    """Tells whose the bare offices and organs of one document are."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def of(self, token: Token) -> Party | None:
        """The state whose a bare office or organ is; None for other nouns, and where the text is not clear.

        "Peru's president resigned. Officials said …" gives Peru for "officials".
        """
        if self._scene.authors or self._scene.is_treaty or not self._is_bare(token):
            return None
        told_there = self.opening(token) or self._where_told(token) or self._where_asked(token)
        if told_there is not None:
            return told_there
        if self._may_be_of_another(token):
            return None
        near, lead = self._in_sentence(token), self._lead(token)
        asking = self._asking(token)
        if asking & {state.name for state in (near, lead) if state is not None}:
            return lead if lead is not None and lead.name not in asking else self._first_but(asking)
        if near is None and lead is None:
            return self._scene_set_before(token)
        if near is None or lead is None:
            return near or lead
        return lead if near == lead else None

    def _where_told(self, token: Token) -> Party | None:
        """The state where somebody is who tells of an organ and is of no other: "a doctor in Peru said the
        army …", "one, speaking from Lima, said the government …"."""
        teller = teller_of(token)
        if teller is None or any(map(self._scene.names.at, syntax.children(teller, *syntax.MODIFYING))):
            return None
        words = (*teller.subtree, *self._scene.doc.tokens[teller.i : teller.head.i])
        placed = {
            party_of(named)
            for word in words
            if word.dep_ == "pobj" and word.head.lower_ in {"in", "from"}
            if (named := self._scene.names.at(word)) is not None and named.kind == "state"
        }
        return placed.pop() if len(placed) == 1 else None

    def _where_asked(self, token: Token) -> Party | None:
        """The state in whose capital those are who ask an organ: "bakers in Lima urged the government"."""
        asking = asking_verb(token)
        asker = syntax.subject_of(asking) if asking is not None and not syntax.is_passive(asking) else None
        if asker is None or any(map(self._scene.names.at, syntax.children(asker, *syntax.MODIFYING))):
            return None
        place = syntax.noun_after(asker, ("in",))
        named = self._scene.names.at(place) if place is not None else None
        return party_of(named) if named is not None and named.kind == "state" else None

    def _scene_set_before(self, token: Token) -> Party | None:
        """The state whose capital opens the sentence before: "In Lima, rain fell. The army said …"."""
        before = next(iter(sentences_before(token)), None)
        if before is None or self._scene.doc[before.start].lower_ != "in" or len(before) < 2:
            return None
        named = self._scene.names.at(self._scene.doc[before.start + 1])
        seat = named is not None and named.via == "seat" and named.kind == "state"
        return party_of(named) if seat and named is not None else None

    def _asking(self, token: Token) -> frozenset[str]:
        """The names of those who ask "the government" for something: they mean another's."""
        lexicon = party_lexicon()
        governs = syntax.noun_lemma(token) in lexicon.governing.lemmas - lexicon.offices.lemmas
        return names_asking(self._scene.names, token) if governs else frozenset()

    def _first_but(self, asking: frozenset[str]) -> Party | None:
        """The first state that acts or has an organ in the opening of the report, none of those who ask."""
        reach = self._end_of_opening()
        for named in self._scene.names.found:
            state = self._told_of(named) if named.start < reach and self._weight(named) == ACTING else None
            if state is not None and state.kind == "state" and state.name not in asking:
                return state
        return None

    def reported_on(self, token: Token) -> tuple[Party, ...]:
        """The state that a report is about up to the sentence of a word, if that is clear."""
        state = None if self._scene.authors or self._scene.is_treaty else self._lead(token)
        return (state,) if state is not None else ()

    def _is_bare(self, token: Token) -> bool:
        """Whether a noun, or a name unknown to the reference, is of an organ that nothing tells whose."""
        named = self._scene.names.at(token)
        if named is None or named.via != "recognised":
            return named is None and is_bare_organ(token)
        within = token.i == named.end - 1 and named.kind == "organisation"
        return within and is_bare_organ(token, capitalised=True)

    def opening(self, token: Token) -> Party | None:
        """The state which, or whose capital, opens the sentence of a bare office or organ.

        "In Lima, the minister said …", "On Peru, they promised the army boots".
        """
        doc, start = self._scene.doc, token.sent.start
        if doc[start].lower_ not in {"in", "on"} or start + 1 >= token.i or not self._is_bare(token):
            return None
        named = self._scene.names.at(doc[start + 1])
        return party_of(named) if named is not None and named.kind == "state" else None

    def _in_sentence(self, token: Token) -> Party | None:
        """The one state that acts in a sentence before a token, or has an office or organ there."""
        found: set[Party] = set()
        for named in self._scene.names.before(token.left_edge.i):
            if named.start < token.sent.start:
                break
            told = self._told_of(named) if self._weight(named) == ACTING else None
            if told is not None:
                found.add(told)
        only = next(iter(found)) if len(found) == 1 else None
        return only if only is not None and only.kind == "state" else None

    def _may_be_of_another(self, token: Token) -> bool:
        """Whether "officials" and the like may be those of a province, city or body told of just before."""
        if syntax.noun_lemma(token) not in party_lexicon().organs.of_others or syntax.children(
            token, *syntax.MODIFYING
        ):
            return False
        first = min((sentence.start for sentence in sentences_before(token)), default=token.sent.start)
        for word in reversed(self._scene.doc.tokens[first : token.left_edge.i]):
            if _is_of_part(word):
                return True
            named = self._scene.names.at(word)
            own = syntax.noun_lemma(word) in party_lexicon().organs.lemmas  # "Peru's Senate"
            if named is not None and self._weight(named) == ACTING and not own:
                return named.kind == "organisation" and self._told_of(named) is None
        return False

    def _lead(self, token: Token) -> Party | None:
        """The state that a report, up to the sentence of a token, is about; else that of all of it."""
        ends, leads = self._leads
        number = bisect_right(ends, token.sent.end)
        return leads[number - 1] if number else (leads[-1] if leads else None)

    @cached_property
    def _leads(self) -> tuple[list[int], list[Party | None]]:
        """Where each name ends that tells of a state, and the state that the report is about up to there.

        That is the one told of at the beginning and clearly more than any other.
        """
        told: Counter[Party] = Counter()
        ends: list[int] = []
        leads: list[Party | None] = []
        opening: set[Party] = set()
        reach, first, second = self._end_of_opening(), None, 0
        for named in self._scene.names.found:
            state = self._told_of(named)
            if state is None:
                continue
            weight = self._weight(named)
            told[state] += weight if told else weight + FIRST
            if first is None or (state != first and told[state] > told[first]):
                second, first = told[first] if first is not None else 0, state
            elif state != first:
                second = max(second, told[state])
            if named.start < reach and (weight > ASIDE or self._is_where(named)):
                opening.add(state)
            clear = first in opening and first.kind == "state" and told[first] >= LEAD * second
            ends.append(named.end)
            leads.append(first if clear else None)
        return ends, leads

    def _end_of_opening(self) -> int:
        """Where the sentences end that open the text."""
        doc, end = self._scene.doc, 0
        for _ in range(OPENING_SENTENCES):
            end = doc[end].sent.end if end < len(doc) else end
        return end

    def _told_of(self, named: Named) -> Party | None:
        """The state that a name names, or whose a body or person is; a part of a state where that acts.

        "The Fijian House of Chiefs" is of Fiji, though the reference does not know it.
        """
        if tells_currency(self._scene.doc[named.end - 1]):
            return None
        if named.kind == "state":
            return party_of(named)
        if named.kind == "place":
            acts = named.via == "name" and named.label != "LOC" and self._weight(named) == ACTING
            return party_of(named) if acts else None
        state = self._scene.reference.states.get(named.iso3 or "")
        if state is None and named.kind == "organisation" and named.end - named.start > 1:
            adjectives = self._scene.reference.demonym(self._scene.doc[named.start].text)
            state = (
                self._scene.reference.states.get(adjectives[0].iso3 or "") if len(adjectives) == 1 else None
            )
        return Party(state.name, "state", state.iso3) if state is not None else None

    def _weight(self, named: Named) -> int:
        """What a name tells of whom a report is about: most where it acts, or has an office or organ.

        Where it was written tells more of that than what is only named.
        """
        if named.via == "dateline":
            return OWNING
        root = syntax.conjunction_head(self._scene.doc[named.start : named.end].root)
        if root.dep_ in syntax.MODIFYING:
            return ACTING if _is_in_office(root.head) else OWNING
        if root.dep_ == "pobj" and root.head.lower_ == "of":
            return ACTING if _is_in_office(root.head.head) else ASIDE
        if root.dep_ == "nsubj" or (root.dep_ == "pobj" and root.head.dep_ == "agent"):
            return OWNING if named.via == "demonym" else ACTING  # "Iraqis" are not Iraq
        return ASIDE

    def _is_where(self, named: Named) -> bool:
        """Whether a name says where something happens: "miners in Peru", "went to Peru, where …"."""
        root = self._scene.doc[named.start : named.end].root
        if any(
            word.lower_ == "where" for clause in syntax.children(root, "relcl") for word in clause.children
        ):
            return True
        return root.dep_ == "pobj" and root.head.lower_ in LOCATIVES


def is_bare_organ(token: Token, capitalised: bool = False) -> bool:
    """Whether a noun is of an office or organ that every state has, with no word that tells whose.

    "The defense minister", "police", "a government spokesman"; no "minister of Peru", "foreign troops".
    What is ``capitalised`` needs no article: "Foreign Ministry officials".
    """
    organs, lemma = party_lexicon().organs, syntax.noun_lemma(token)
    fields = [child.lower_ for child in syntax.children(token, *syntax.MODIFYING)]
    if fields and f"{fields[-1]} {lemma}" in organs.whole:
        fields = fields[:-1]
    elif lemma not in organs.lemmas and not (lemma in organs.with_field and fields):
        return False
    if any(field not in organs.fields for field in fields):
        return False
    counted = any(syntax.children(word, "nummod") for word in (token, syntax.conjunction_head(token)))
    if counted or syntax.child(token, "appos") is not None or _is_told_which(token):
        return False
    several = syntax.is_plural(token)
    if several and lemma not in organs.several:
        return False
    determiner = syntax.child(token, "det")
    if determiner is None:
        return capitalised or several or lemma in organs.without_article
    if determiner.lower_ in {"a", "an"}:
        return any(field in organs.of_government for field in fields)
    return determiner.lower_ == "the"


def _is_told_which(token: Token) -> bool:
    """Whether words right behind a noun tell whose or which it is."""
    behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if behind is None:
        return False
    if behind.head == token and behind.lower_ in TELLING_WHOSE:
        return True
    clauses = syntax.clauses_on(token)
    return any(clause.left_edge.i == token.i + 1 for clause in clauses)


def _is_of_part(token: Token) -> bool:
    """Whether a noun is of an office or organ of a part of a state: "the mayor", "the local police"."""
    organs, lemma = party_lexicon().organs, syntax.noun_lemma(token)
    if lemma in organs.of_part:
        return True
    modifiers = syntax.children(token, "amod", "compound", "nmod")
    regional = any(word.lower_ in party_lexicon().regional.lemmas for word in modifiers)
    return regional and lemma in _offices_and_organs()


def _is_in_office(noun: Token) -> bool:
    """Whether a noun is of an office or organ that acts for its state: no "former minister"."""
    words = {word.lower_ for word in syntax.children(noun, "amod", "compound")}
    return syntax.noun_lemma(noun) in _offices_and_organs() and not words & party_lexicon().set_apart.lemmas


def _offices_and_organs() -> frozenset[str]:
    return party_lexicon().offices.lemmas | party_lexicon().institutions.lemmas
