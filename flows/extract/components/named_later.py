"""People whom a report describes before it names them: "Fiji's minister resigned. … Ada Berg said …"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import saying_verbs
from flows.extract.components.named import Named
from flows.extract.components.party import Party, party_of
from flows.extract.components.scene import Scene
from flows.extract.parse import Span, Token

FEWEST_TITLE_WORDS = 2  # by which a title alone tells who is named later
QUOTATION_MARKS = 2  # around what somebody says
PAST = frozenset({"former", "late", "ex"})  # before the office of who holds it no longer


def named_later(scene: Scene, token: Token, title: list[str], owners: tuple[Party, ...]) -> Party | None:
    """The one person whom the text names later with the same title, where a report opens with that alone.

    "Fiji's fisheries minister resigned. … Fijian Fisheries Minister Ada Berg said …"; "The mayor of Callao
    resigned. … The mayor, Ada Berg, said …". So does the last word of a longer title, where no other has it:
    "The health minister resigned. … The minister, Ada Berg, said …".
    """
    short = title[-1:]
    if len(title) < FEWEST_TITLE_WORDS and not owners and syntax.noun_after(token, ("of",)) is None:
        return None
    later: dict[str, Named] = {}
    for named in scene.names.found:
        if named.start > token.i and named.kind == "person":
            whole = bool(owners) or len(title) >= FEWEST_TITLE_WORDS
            told = whole and (
                _has_title(scene, named, title, owners) or _is_beside_title(scene, named, title)
            )
            again = _is_beside_title(scene, named, short) or (
                len(title) >= FEWEST_TITLE_WORDS and _has_title(scene, named, short, owners)
            )
            if told or (again and not _is_told_of_other(scene, token, named)):
                later[named.name] = named
            if len(later) > 1:
                return None
    return party_of(next(iter(later.values()))) if later else None


def _is_told_of_other(scene: Scene, token: Token, named: Named) -> bool:
    """Whether words tell of another in such an office before a name: "the foreign minister"."""
    between = scene.doc.tokens[token.i + 1 : named.start]
    return any(word.lower_ == token.lower_ and syntax.children(word, *syntax.MODIFYING) for word in between)


def _has_title(scene: Scene, named: Named, title: list[str], owners: tuple[Party, ...]) -> bool:
    """Whether a title stands right before a name, and no other state than one of ``owners`` before it."""
    first = named.start - len(title)
    if first < 1 or [word.lower_ for word in scene.doc.tokens[first : named.start]] != title:
        return False
    whose = scene.names.at(scene.doc[first - 1])
    if whose is None and len(title) < FEWEST_TITLE_WORDS and scene.doc[first - 1].pos_ == "PROPN":
        return False  # "Foreign Minister Ada Berg" for "Fiji's minister"
    codes = {owner.iso3 for owner in owners if owner.iso3}
    own = whose is None or whose.iso3 is None or whose.iso3 in codes
    return own and not serves_another(named, owners)


def _is_beside_title(scene: Scene, named: Named, title: list[str]) -> bool:
    """Whether a comma alone joins a name and a title with "the" and no more: "the mayor, Ada Berg,"."""
    width = len(title) + 2
    before = _small(scene, max(0, named.start - width), named.start)
    behind = _small(scene, named.end, named.end + width + 1)
    follows = behind[:-1] == [",", "the", *title] and behind[-1] in {",", "."}
    return before == ["the", *title, ","] or follows


def _small(scene: Scene, start: int, end: int) -> list[str]:
    return [word.lower_ for word in scene.doc.tokens[start:end]]


def serves_another(named: Named, owners: tuple[Party, ...]) -> bool:
    """Whether a person of one state can't be meant by the office of others: "the U.S. president"."""
    states = {owner.iso3 for owner in owners if owner.kind == "state"}
    return named.iso3 is not None and bool(states) and named.iso3 not in states


def named_next(scene: Scene, token: Token) -> Party | None:
    """The person whose bare name opens the sentence behind one whose subject only describes somebody.

    "The leader of Fiji's opposition will march. Ada Berg has been in prison since May." Who is named for the
    first time without a word on who that is was described before.
    """
    here = token.sent
    if token != syntax.child(here.root, "nsubj") or here.end >= len(scene.doc):
        return None
    named = scene.names.at(scene.doc[here.end])
    if named is None or named.start != here.end or not _is_bare_and_new(scene, named, here):
        return None
    return party_of(named)


def named_behind_quotation(scene: Scene, token: Token) -> Party | None:
    """The person whose bare name says the quotation right behind what somebody described says.

    "Fiji will sell the pier, its minister said on Monday. “It leaks,” Ada Berg told the crews." The sentence
    behind may be cut where the quotation ends.
    """
    here = token.sent
    says = token.dep_ == "nsubj" and token.head.lemma_.lower() in saying_verbs()
    if not says or here.end >= len(scene.doc) or not scene.doc[here.end].is_quote:
        return None
    named = next((found for found in scene.names.after(here.end) if found.kind == "person"), None)
    if named is None or not _is_bare_and_new(scene, named, here):
        return None
    before = scene.doc.tokens[here.end : named.start]
    closed = bool(before) and before[-1].is_quote and sum(word.is_quote for word in before) == QUOTATION_MARKS
    sayer = scene.doc[named.end - 1].head.lemma_.lower() in saying_verbs()
    return party_of(named) if closed and sayer else None


def named_with_title(scene: Scene, token: Token, owners: tuple[Party, ...]) -> Party | None:
    """The last person named before to whom a phrase between commas gives an office, or who was described so.

    "Ada Berg, the fisheries minister of Fiji, left. … The minister said …".
    """
    for named in scene.names.before(token.i, "person"):
        told = syntax.children(scene.doc[named.end - 1], "appos")
        office = next((word for word in told if word.lower_ == token.lower_), None)
        former = office is not None and any(word.lower_ in PAST for word in syntax.children(office, "amod"))
        if office is not None and not former and not serves_another(named, owners):
            return party_of(named)
    for word in reversed(scene.doc.tokens[: token.left_edge.i]):
        if word.lower_ == token.lower_ and word.dep_ == "nsubj":
            return named_next(scene, word) or named_behind_quotation(scene, word)
    return None


def _is_bare_and_new(scene: Scene, named: Named, before: Span) -> bool:
    """Whether an unknown person's full name is the subject, without an apposition, and the first person's."""
    subject = scene.doc[named.end - 1]
    full = named.kind == "person" and named.via == "recognised" and named.end - named.start > 1
    if not full or subject.dep_ != "nsubj" or syntax.children(subject, "appos"):
        return False
    return not any(
        other.name == named.name or other.start >= before.start
        for other in scene.names.before(named.start, "person")
    )
