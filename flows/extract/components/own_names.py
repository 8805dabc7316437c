"""What a document itself tells about its names: acronyms, short forms, first names, which are bodies.

``settle`` gives names that were found one by one, in the order of the text, the sense that the document as
a whole gives them.
"""

from __future__ import annotations

from flows.extract.components.acronyms import link_acronyms, without_other_sense
from flows.extract.components.directions import by_direction
from flows.extract.components.name_parts import (
    is_only_suffix,
    parted,
    with_bodies_behind,
    with_opening,
    with_states_behind,
    with_suffix,
)
from flows.extract.components.named import Named
from flows.extract.components.short_names import by_first_name, by_first_word, by_short_form, short_forms
from flows.extract.components.told_kinds import as_bodies, as_holders
from flows.extract.parse import Doc


def settle(doc: Doc, found: list[Named]) -> list[Named]:
    """The names of ``found``, each under the name that the document gives it; some may be none after all."""
    found = [with_suffix(doc, named) for named in found]
    found = parted(doc, [named for named in found if not is_only_suffix(doc, named)])
    found = [with_opening(doc, named) for named in with_states_behind(doc, found)]
    found = as_holders(doc, as_bodies(doc, found))
    found = by_short_form(doc, link_acronyms(doc, without_other_sense(doc, found)))
    found = short_forms(doc, by_direction(doc, by_first_word(doc, found)))
    return with_bodies_behind(doc, by_first_name(found))
