"""Linking: from records to ledger lines, within and across documents (pure: no files, no database).

``link`` joins the records of one commitment. It compares records that share a party and enough words,
as ``blocking`` finds them, gives each pair a probability from named features (``comparison``), and
clusters by mean probability. What records join does not depend on their order, nor on whether they came
at once or document by document: linking starts at what changed and follows every likely pair from
there, so that all that a document can touch is decided anew and nothing else.
"""

from __future__ import annotations

from flows.link.linking import link
from flows.link.membership import Membership, load_membership

__all__ = ["Membership", "link", "load_membership"]
