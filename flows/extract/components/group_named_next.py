"""Groups that a report describes before it names them: "A rebel group … A spokesman for the Lake Front …"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.attribution_lexicon import attribution_lexicon
from flows.extract.components.business import is_business
from flows.extract.components.named import Named
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import is_institution, party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.components.speakers_body import can_stand_for
from flows.extract.parse import Token

GROUP_KINDS = frozenset({"armed_group", "group", "party"})  # of the reference
REACH = 2  # sentences behind in which the group that opens a report is named


def group_named_next(scene: Scene, token: Token) -> Party | None:
    """The one group that speaks in the sentences behind the one in which "a rebel group" opens a report.

    Nobody where two do, or where the sentence itself or one before it names a body that may be meant.
    """
    if not _is_new_group(token) or token.sent.start != _first_sentence(scene):
        return None
    start, end = token.sent.end, _end_of_reach(scene, token)
    found: dict[str, Party] = {}
    for named in scene.names.found:
        if named.kind == "organisation" and named.start < end:
            if not _may_be_group(scene, named, token):
                continue
            if named.start < start:
                return None
            if _speaks(scene, named):
                found[named.name] = party_of(named)
    return next(iter(found.values())) if len(found) == 1 else None


def _is_new_group(token: Token) -> bool:
    """Whether a subject tells of a group for the first time and with more words: "a small rebel group"."""
    lemma = syntax.noun_lemma(token)
    first = syntax.conjunction_head(token)
    group = token.tag_ == "NN" and lemma in party_lexicon().own_side.lemmas and not is_business(lemma)
    told = syntax.children(token, "amod", "compound", "prep", "acl")
    return group and syntax.is_indefinite(token) and first.dep_ in syntax.NAMED_SUBJECTS and bool(told)


def _may_be_group(scene: Scene, named: Named, token: Token) -> bool:
    """Whether a body may be the group: none of states, no business and no organ of a state."""
    known = scene.reference.organisations.get(named.name)
    if known is not None and known.kind not in GROUP_KINDS:
        return False
    organ = is_institution(scene.doc[named.end - 1])
    return not organ and can_stand_for(scene, party_of(named), token)


def _first_sentence(scene: Scene) -> int:
    """Where the first sentence with a verb starts: a dateline may stand before it."""
    start = 0
    while start < len(scene.doc) and not syntax.is_verb(scene.doc[start].sent.root):
        start = scene.doc[start].sent.end
    return start


def _end_of_reach(scene: Scene, token: Token) -> int:
    end = token.sent.end
    for _ in range(REACH):
        end = scene.doc[end].sent.end if end < len(scene.doc) else end
    return end


def _speaks(scene: Scene, named: Named) -> bool:
    """Whether a body is whose spokesman or statement is told of: "an envoy of the Front said"."""
    root = scene.doc[named.start : named.end].root
    noun = root.head.head if root.dep_ == "pobj" and root.head.lower_ in {"for", "of", "by"} else None
    if noun is None or noun.dep_ not in syntax.NAMED_SUBJECTS:
        return False
    parties, words = party_lexicon(), attribution_lexicon()
    speaking = parties.spokespeople.lemmas | parties.heads.lemmas | words.spoken_for.lemmas
    return syntax.noun_lemma(noun) in speaking | words.documents.lemmas
