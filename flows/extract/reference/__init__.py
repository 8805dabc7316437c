"""The names that political texts use, read from ``seeds/reference/*.csv`` and indexed.

Five tables, a typed row each: states, organisations, people (one row an office), places and titles.
``load_reference`` reads and checks them once and gives a ``Reference``, which answers by surface form:
who is called that, whose demonym or seat of power it is, who held an office on a day.

A form that names more than one party has to be declared in the ``ambiguous`` column of each row that
claims it; else loading fails. A row may declare a form that only ordinary English shares ("Turkey",
"Chad"). Every answer carries that declaration, likeliest reading first: states, then organisations,
people and places, each in the order of its file.
"""

from __future__ import annotations

from flows.extract.reference.lookup import Reference, load_reference
from flows.extract.reference.names import Name
from flows.extract.reference.people import Person
from flows.extract.reference.rows import OrganisationRow, PersonRow, PlaceRow, StateRow, TitleRow
from flows.extract.reference.spelling import surface_key
from flows.extract.reference.tables import DEFAULT_FOLDER, ReferenceDataError

__all__ = [
    "DEFAULT_FOLDER",
    "Name",
    "OrganisationRow",
    "Person",
    "PersonRow",
    "PlaceRow",
    "Reference",
    "ReferenceDataError",
    "StateRow",
    "TitleRow",
    "load_reference",
    "surface_key",
]
