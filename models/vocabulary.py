"""The closed sets of values that the codebook allows (docs/codebook.md explains each)."""

from __future__ import annotations

from typing import Literal, get_args

Force = Literal[
    "obligation", "agreement", "pledge", "plan", "offer", "refusal", "threat", "request", "fulfilment"
]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible"]
Category = Literal[
    "military", "security_guarantee", "financial", "humanitarian", "reconstruction", "membership",
    "diplomatic", "intelligence", "sanctions", "economic", "energy_climate", "nuclear_arms",
    "justice", "peace", "social", "other",
]  # fmt: skip
SpeakerType = Literal["named", "anonymous", "author", "document"]
EntityKind = Literal["state", "organisation", "person", "place", "group", "other"]
Genre = Literal["news", "press_release", "communique", "readout", "speech", "fact_sheet", "treaty", "other"]
BlockKind = Literal["title", "heading", "prose", "list_item", "boilerplate", "byline", "dateline", "caption"]
PublishedSource = Literal["metadata", "page", "dateline", "text"]
PublishedPrecision = Literal["day", "month", "year"]
Stage = Literal["ingest", "extract", "validate", "load"]
Reason = Literal[
    "empty",            # no text once whitespace is gone
    "binary",           # not text in any encoding
    "encoding",         # bytes that no encoding explains
    "broken_json",      # a line or file that is not a JSON object
    "broken_metadata",  # front matter, sidecar or JSON keys that break the contract
    "duplicate_id",     # an id seen before in the same run, with another text
    "too_large",        # over a size limit
    "unsupported",      # a format that no reader knows
    "unreadable",       # the file vanished, may not be read, or its reader failed
    "unsafe",           # archive member or path that would escape, or a bomb
    "no_text_layer",    # a scanned page
    "language",         # not English
    "extractor_failed",  # the extractor raised on it
    "timeout",          # the extractor ran past its time limit on it
    "invalid_record",   # a record that breaks its contract
]  # fmt: skip
Outcome = Literal["new", "unchanged", "changed", "duplicate", "quarantined"]
CueRole = Literal[
    "force", "promisor", "beneficiary", "certainty", "polarity", "condition", "time", "amount",
    "category", "attribution", "quotation",
]  # fmt: skip

FORCES: tuple[str, ...] = get_args(Force)
CORE_FORCES: tuple[str, ...] = FORCES[:7]
CATEGORIES: tuple[str, ...] = get_args(Category)
CERTAINTIES: tuple[str, ...] = get_args(Certainty)
POLARITIES: tuple[str, ...] = get_args(Polarity)
SPEAKER_TYPES: tuple[str, ...] = get_args(SpeakerType)
