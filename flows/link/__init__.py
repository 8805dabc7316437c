"""Linking: from records to ledger lines, within and across documents (pure: no files, no database).

``link`` joins the records of one commitment. It compares records that share a party and enough words,
as ``blocking`` finds them, gives each pair a probability from named features (``comparison``), and
clusters by mean probability. What records join does not depend on their order, nor on whether they came
at once or document by document: linking starts at what changed, brings in the lines that it may join, and
goes on from those that change with it, so that what a document can touch is decided anew and nothing else.
Which old records are likely to be one commitment the book keeps (``kept``).
"""

from __future__ import annotations

from flows.link.keys import linker_version
from flows.link.linking import link, link_all
from flows.link.membership import DEFAULT_FOLDER, Membership, load_membership
from flows.link.reaching import link_reached

__all__ = [
    "DEFAULT_FOLDER",
    "Membership",
    "link",
    "link_all",
    "link_reached",
    "linker_version",
    "load_membership",
]
