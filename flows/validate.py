"""The contract between extraction and the warehouse: what one document's records must satisfy."""

from __future__ import annotations

from collections.abc import Set

from models import Document, Extraction, Mention, Quarantined, Record


def validated(document: Document, extraction: Extraction) -> tuple[Extraction, list[Quarantined]]:
    """Part an extraction of ``document`` into what keeps the contract and what does not.

    A record or mention whose words are not in the text at its offsets, that names another document,
    that repeats an id, or a mention of an entity that the extraction lacks, is left out of the
    extraction and quarantined with the reason.
    """
    entities = {entity.entity_id for entity in extraction.entities}
    mentions, poor_mentions = _sift(document, extraction.mentions, entities)
    records, poor_records = _sift(document, extraction.records, entities)
    faults = poor_mentions + poor_records
    if not faults:
        return extraction, []
    sound = extraction.model_copy(update={"mentions": tuple(mentions), "records": tuple(records)})
    return sound, [document.set_aside("validate", "invalid_record", fault) for fault in faults]


def _sift[Item: (Mention, Record)](
    document: Document, items: tuple[Item, ...], entities: Set[str]
) -> tuple[list[Item], list[str]]:
    """The items that keep the contract, and a line for each that does not."""
    kept: dict[str, Item] = {}
    faults = []
    for item in items:
        item_id = item.record_id if isinstance(item, Record) else item.mention_id
        fault = _fault(document, item, entities) or ("its id is taken" if item_id in kept else None)
        if fault:
            faults.append(f"{item_id}: {fault}")
        else:
            kept[item_id] = item
    return list(kept.values()), faults


def _fault(document: Document, item: Mention | Record, entities: Set[str]) -> str | None:
    """What is wrong with one record or mention of ``document``, if anything is."""
    if isinstance(item, Mention) and item.entity_id not in entities:
        return f"no entity {item.entity_id} comes with it"
    if item.document_id != document.document_id:
        return f"it names another document, {item.document_id}"
    alone = Extraction(
        document_id=document.document_id,
        extractor_version="",
        n_sentences=0,
        mentions=(item,) if isinstance(item, Mention) else (),
        records=(item,) if isinstance(item, Record) else (),
    )
    return "; ".join(alone.check_evidence(document.text)) or None
