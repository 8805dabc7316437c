"""What tells that two documents are nearly the same."""

from __future__ import annotations

from pydantic import Field

from models.base import Contract


class Signature(Contract):
    """Numbers by which documents that resemble one another are found without being compared.

    Two documents that nearly repeat one another are likely to share one of ``bands``; a text too short to
    be compared has none. Signatures of different ``method`` say nothing of one another.
    """

    document_id: str
    method: str
    bands: tuple[int, ...]


class NearDuplicate(Contract):
    """That ``document_id`` nearly repeats ``copy_of``.

    ``similarity`` is the share of the words of both that they have in common, in the same order.
    """

    document_id: str
    copy_of: str
    similarity: float = Field(ge=0, le=1)
