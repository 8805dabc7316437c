"""Which documents of a run nearly repeat another, in the book or of the same run, and are not extracted.

Signatures are made of what is new and kept in the book, so that a later run compares with it cheaply.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import batched
from pathlib import Path

from flows.ingest.near_duplicates import METHOD, signature
from flows.ingest.wording import Wording, similarity, wording
from flows.progress import advance
from models import Document
from models.near_duplicate import NearDuplicate
from warehouse import Plan, StagingArea, resembling, stored_documents, unsigned

_SIGNED_AT_A_TIME = 500


def near_duplicates_marked(build: Path, area: StagingArea, planned: Plan) -> Plan:
    """``planned`` with the documents that nearly repeat another as duplicates of it.

    Stages the signatures of new and changed documents, and of those in the book that have none. Memory
    holds the words of documents that resemble others. Raises WarehouseMissing and StagingError.
    """
    _sign_book(build, area)
    _sign_arriving(area, planned)
    pairs = resembling(build, area, planned, METHOD)
    return planned.with_near_duplicates(_verified(pairs, _wordings(build, area, planned, pairs.documents)))


def _sign_book(build: Path, area: StagingArea) -> None:
    for number, some in enumerate(batched(unsigned(build, METHOD), _SIGNED_AT_A_TIME)):
        signed = [signature(found.document_id, wording(found)) for found in stored_documents(build, some)]
        area.write_signatures(signed, f"book-{number:06d}")


def _sign_arriving(area: StagingArea, planned: Plan) -> None:
    for number, (document_ids, part) in enumerate(_arriving(planned)):
        signed = [
            signature(document.document_id, wording(document))
            for document in area.read_documents(part, document_ids)
        ]
        area.write_signatures(signed, f"arriving-{number:06d}")
        advance(len(signed))


def _arriving(planned: Plan) -> Iterator[tuple[list[str], Path]]:
    """The ids of new and changed documents, part by part; those that are extracted again are known."""
    arriving = {
        document.document_id
        for document in planned.documents
        if document.extract and document.outcome in ("new", "changed")
    }
    for batch in planned.batches():
        if some := [document_id for document_id in batch.document_ids if document_id in arriving]:
            yield some, batch.part


def _wordings(build: Path, area: StagingArea, planned: Plan, wanted: set[str]) -> dict[str, Wording]:
    """The words of the documents that are ``wanted``, by their ids."""
    found: dict[str, Wording] = {}
    for document_ids, part in _arriving(planned):
        if some := wanted.intersection(document_ids):
            found |= _by_id(area.read_documents(part, some))
    return found | _by_id(stored_documents(build, wanted.difference(found)))


def _by_id(documents: Iterable[Document]) -> dict[str, Wording]:
    return {document.document_id: wording(document) for document in documents}


def _verified(pairs: Iterable[tuple[str, str]], wordings: dict[str, Wording]) -> list[NearDuplicate]:
    """For each first of the pairs the first of its seconds that it repeats and that repeats no other."""
    found: dict[str, NearDuplicate] = {}
    for document_id, other in pairs:
        if document_id in found or other in found:
            continue
        if shared := similarity(wordings[document_id], wordings[other]):
            found[document_id] = NearDuplicate(document_id=document_id, copy_of=other, similarity=shared)
    return list(found.values())
