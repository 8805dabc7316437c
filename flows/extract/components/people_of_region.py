"""People of a region who stand for its states or their body: "France and Italy met. The Europeans …"."""

from __future__ import annotations

from flows.extract import syntax
from flows.extract.components.pair import is_bare
from flows.extract.components.party import Party, party_of
from flows.extract.components.party_lexicon import party_lexicon
from flows.extract.components.scene import Scene
from flows.extract.parse import Token


def people_of_region(scene: Scene, token: Token) -> tuple[Party, ...]:
    """The states of a region that the text named together last before "the Europeans", else their body.

    Nobody for other words, and where the text has named neither.
    """
    region = next((each for each in party_lexicon().people_of_region if each.people == token.text), None)
    if region is None or not is_bare(token):
        return ()
    body = Party(region.body, "organisation")
    codes = {*scene.reference.members(region.body), *region.beside}
    for named in scene.names.before(token.left_edge.i, "state", "organisation"):
        if named.name == body.name:
            return (body,)
        heads = syntax.conjuncts(syntax.conjunction_head(scene.doc[named.end - 1]))
        members = [member for head in heads if (member := scene.names.at(head)) is not None]
        if len(members) == len(heads) > 1 and all(member.iso3 in codes for member in members):
            return tuple(party_of(member) for member in members)
    return ()
