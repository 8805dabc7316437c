"""Parquet with named columns: a document a row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import pyarrow
from pyarrow import parquet

from flows.ingest.containers import seekable
from flows.ingest.limits import IngestLimits
from flows.ingest.readers.base import Reader
from flows.ingest.readers.records import READ_KEYS, check_columns, column_name, read_row
from flows.ingest.source import Found, Refusal, RefusedError, Source

_ROWS_AT_A_TIME = 64
_LARGEST_ROW_GROUP = 2**30  # bytes, as the file declares them


def _recognises(name: str, head: bytes) -> bool:
    return head.startswith(b"PAR1")


def _read(source: Source, limits: IngestLimits) -> Iterator[Found]:
    with seekable(source, limits) as stream:
        schema = parquet.read_schema(cast(Any, stream))
        check_columns([column_name(name) for name in schema.names], source.place)
        columns = [name for name in schema.names if column_name(name) in READ_KEYS]
        text = next(name for name in columns if column_name(name) == "text")
        if not _is_text(schema.field(text).type):
            kind = schema.field(text).type
            raise RefusedError("broken_metadata", f"{source.place}: its column {text} holds {kind}, not text")
        stream.seek(0)
        # As a dictionary, so that a text which many rows share is held once.
        table = parquet.ParquetFile(cast(Any, stream), read_dictionary=[text])
        if not table.metadata.num_rows:
            raise RefusedError("empty", f"{source.place}: no row")
        _check_row_groups(table.metadata, source.place)
        number = 0
        for batch in table.iter_batches(batch_size=_ROWS_AT_A_TIME, columns=columns):
            for index in range(batch.num_rows):
                number += 1
                yield _row(batch, index, number, source)


def _is_text(kind: pyarrow.DataType) -> bool:
    if pyarrow.types.is_dictionary(kind):
        return _is_text(cast(Any, kind).value_type)
    return bool(pyarrow.types.is_string(kind) or pyarrow.types.is_large_string(kind))


def _check_row_groups(metadata: parquet.FileMetaData, place: str) -> None:
    """Raise RefusedError(too_large) on a group of rows that would fill the memory.

    What a column declares is not asked for: the library ends the whole process where that is broken.
    """
    for number in range(metadata.num_row_groups):
        if metadata.row_group(number).total_byte_size > _LARGEST_ROW_GROUP:
            raise RefusedError(
                "too_large", f"{place}: a group of rows is larger than {_LARGEST_ROW_GROUP:,} bytes"
            )


def _row(batch: pyarrow.RecordBatch, index: int, number: int, source: Source) -> Found:
    try:
        row = {column_name(name): batch.column(name)[index].as_py() for name in batch.schema.names}
    except UnicodeDecodeError as error:
        detail = f"{source.place}, row {number}: not UTF-8: {error.reason}"
        return Refusal(source.name, f"{source.uri}#{number}", "encoding", detail)
    return read_row(row, number, source)


READER = Reader("Parquet", _recognises, _read)
