"""From a reader's draft to a document: cleaning, blocks, date and genre."""

from __future__ import annotations

from flows.ingest import dating
from flows.ingest.blocks import find_blocks
from flows.ingest.cleaning import clean, clean_line
from flows.ingest.genres import guess_genre
from flows.ingest.languages import SAMPLE_CHARACTERS, other_language
from flows.ingest.limits import IngestLimits
from flows.ingest.paragraphs import Span, find_paragraphs, join_passages
from flows.ingest.source import Draft, Passage, RefusedError, digest
from models import Block, Document, Metadata

_LONGEST_TITLE = 300


def assemble(draft: Draft, limits: IngestLimits) -> Document:
    """The document of a draft.

    Raises RefusedError: ``empty`` where no letter or digit is left, ``too_large`` over the limits of
    characters and paragraphs, ``language`` where the metadata or the text itself show another language
    than English.
    """
    text, spans = _clean_text(draft, limits)
    if not any(map(str.isalnum, text)):
        raise RefusedError("empty", f"{draft.place}: no text")
    given = _clean_metadata(draft.metadata)
    blocks = find_blocks(text, spans, given.title)
    _check_language(text, blocks, draft.place)
    title = given.title or _title_of(text, blocks)
    dated = _dated(given, text, blocks)
    genre = given.genre or guess_genre(
        title=title, kind=None, url=given.url, publisher=given.publisher, text=text
    )
    text_sha256 = digest(text.encode("utf-8"))
    name = clean_line(draft.name)
    return Document(
        document_id=Document.make_id(name, text_sha256),
        source_name=name,
        uri=given.url or clean_line(draft.uri),
        title=title,
        publisher=given.publisher,
        author=given.author,
        published_on=dated.date if dated else None,
        published_source=dated.source if dated else None,
        published_precision=dated.precision if dated else None,
        language=_english(given.language, draft.place),
        genre=genre,
        text=text,
        sha256=draft.sha256,
        text_sha256=text_sha256,
        n_chars=len(text),
        blocks=blocks,
    )


def _clean_metadata(given: Metadata) -> Metadata:
    """Metadata whose texts are clean lines; what has nothing to show is left out."""
    texts = {key: clean_line(value) or None for key, value in given if isinstance(value, str)}
    return given.model_copy(update=texts)


def _clean_text(draft: Draft, limits: IngestLimits) -> tuple[str, list[Span]]:
    """The draft's text, cleaned, with its paragraphs."""
    if isinstance(draft.content, str):
        _check_length(len(draft.content), draft, limits)
        text = clean(draft.content)
        spans = find_paragraphs(text)
        _check_paragraphs(len(spans), draft, limits)
        return text, spans
    _check_paragraphs(len(draft.content), draft, limits)
    _check_length(sum(len(passage.text) for passage in draft.content), draft, limits)
    cleaned = (Passage(clean(passage.text), passage.kind) for passage in draft.content)
    return join_passages(cleaned)


def _check_length(characters: int, draft: Draft, limits: IngestLimits) -> None:
    if characters > limits.text_characters:
        raise RefusedError(
            "too_large", f"{draft.place}: {characters:,} characters, more than {limits.text_characters:,}"
        )


def _check_paragraphs(paragraphs: int, draft: Draft, limits: IngestLimits) -> None:
    if paragraphs > limits.text_paragraphs:
        raise RefusedError(
            "too_large", f"{draft.place}: {paragraphs:,} paragraphs, more than {limits.text_paragraphs:,}"
        )


def _title_of(text: str, blocks: tuple[Block, ...]) -> str | None:
    title = next((text[block.start_char : block.end_char] for block in blocks if block.kind == "title"), None)
    return title[:_LONGEST_TITLE] if title else None


def _dated(given: Metadata, text: str, blocks: tuple[Block, ...]) -> dating.Dated | None:
    """The publication date of the metadata, else of the text's first lines.

    A month or year of the metadata gives way to a day in it that the text's first lines give, and the date of
    a copy to one that lies long before it.
    """
    lines = text.split("\n", 4 * dating.LINES_LOOKED_AT)[: 4 * dating.LINES_LOOKED_AT]
    told = dating.date_from_lines([line.strip() for line in lines if line.strip()])
    if given.published is None:
        return told
    stated = dating.Dated(
        given.published, given.published_source or "metadata", given.published_precision or "day"
    )
    return dating.more_exact(stated, told)


def _check_language(text: str, blocks: tuple[Block, ...], place: str) -> None:
    """Raise RefusedError(language) where the report's first words are not English."""
    report = [block for block in blocks if block.kind in ("prose", "list_item")] or blocks
    sample = ""
    for block in report:
        sample += text[block.start_char : block.end_char] + "\n"
        if len(sample) >= SAMPLE_CHARACTERS:
            break
    if language := other_language(sample):
        raise RefusedError("language", f"{place}: in {language}, not English")


def _english(language: str | None, place: str) -> str:
    """ "en" for English under any of its names; raises RefusedError(language) for another."""
    if language is None or language.lower().replace("_", "-").split("-")[0] in ("en", "eng", "english"):
        return "en"
    raise RefusedError("language", f"{place}: its metadata say that it is in {language!r}, not English")
