"""Who a description says that somebody is called: "known as Reed Lane", "calling itself the Lake Front"."""

from __future__ import annotations

from itertools import takewhile

from flows.extract import syntax
from flows.extract.components.description import is_kind_of_body
from flows.extract.components.named import Named
from flows.extract.components.names import Names
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.parse import Token

LONGEST_RANK = 3  # words before a name that belong to it: "the late Captain Reed Lane"
WITHIN_NAMES = frozenset({"of", "the", "and", "for"})
RELATIVES = frozenset({"who", "that", "which", ","})
REFLEXIVES = frozenset({"itself", "himself", "herself", "themselves"})
NAME_AS = (frozenset({"his", "her", "its"}), frozenset({"name"}), frozenset({"as"}))  # "gave his name as"


def called(token: Token, names: Names) -> Named | None:
    """Whom a participle behind a description names: "a gang leader known as Reed Lane".

    Also behind "of", where they name themselves, and in an apposition: "one of its captains, known as Reed
    Lane", "a group that calls itself the Lake Front", "their head, a cook who gave his name as Reed Lane".
    """
    several = one_of(token)
    for noun in (several or token, *syntax.children(token, "appos")):
        found = _by_participle(noun, names) or _by_themselves(noun, names)
        if found is not None:
            return found
    return None


def one_of(token: Token) -> Token | None:
    """Of whom "one" is, which the parse may give what tells of that one: "one of the bakers, Reed Lane"."""
    return syntax.noun_after(token, ("of",)) if token.lower_ == "one" else None


def _by_participle(noun: Token, names: Names) -> Named | None:
    for participle in syntax.children(noun, "acl"):
        if participle.tag_ != "VBN" or participle.lemma_.lower() not in party_lexicon().called.lemmas:
            continue
        name = syntax.noun_after(participle, ("as",)) or syntax.child(participle, "oprd", "dobj", "attr")
        named = names.at(name) if name is not None else None
        if named is not None and _may_be_called(named):
            return named
    return None


def _by_themselves(noun: Token, names: Names) -> Named | None:
    """The name right behind the words by which somebody names themselves, which the parse often mistakes."""
    behind = noun.doc.tokens[noun.i + 1 : noun.sent.end]
    verb = next((place for place, word in enumerate(behind) if word.lower_ not in RELATIVES), 0)
    start = verb + _words_of_naming(behind[verb:])
    if start == verb:
        return None
    for word in behind[start : start + LONGEST_RANK + 1]:
        named = names.at(word)
        if named is not None:
            owns = named.end < len(noun.doc) and noun.doc[named.end].tag_ == "POS"  # "itself Peru's voice"
            return named if _may_be_called(named) and not owns else None
        if word.tag_ not in {"DT", "JJ"} and not word.text.istitle():
            break
    return _in_capitals(behind[start:]) if is_kind_of_body(noun) else None


def _in_capitals(words: list[Token]) -> Named | None:
    """The body that capitalised words name which the recogniser missed: "the Sons of the Marsh"."""
    words = words[1:] if words and words[0].tag_ == "DT" else words
    name = list(takewhile(lambda word: word.text[:1].isupper() or word.lower_ in WITHIN_NAMES, words))
    while name and name[-1].lower_ in WITHIN_NAMES:
        name.pop()
    if not name:
        return None
    start, end = name[0].i, name[-1].i + 1
    return Named(start, end, name[0].doc[start:end].text, "organisation", "ORG", "recognised")


def _words_of_naming(words: list[Token]) -> int:
    """How many words tell that somebody names themselves, before the name: "calling itself" two."""
    if not words or words[0].lemma_.lower() not in party_lexicon().called.themselves:
        return 0
    told = [word.lower_ for word in words[1:4]]
    if told[:1] == ["as"] and words[0].tag_ in {"VBN", "VBD"}:
        return 2  # "identified as"
    if told and told[0] in REFLEXIVES:
        return 3 if told[1:2] == ["as"] else 2
    given = len(told) == len(NAME_AS) and all(map(frozenset.__contains__, NAME_AS, told))
    return 1 + len(told) if given else 0


def _may_be_called(named: Named) -> bool:
    return named.kind in {"person", "organisation"}
