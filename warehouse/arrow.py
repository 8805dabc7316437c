"""Arrow schemas and tables made from the contracts, so that a field is declared once."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Sequence
from dataclasses import asdict, fields
from itertools import batched
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa
from pydantic import BaseModel

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SCALARS: dict[type, pa.DataType] = {
    str: pa.string(),
    bool: pa.bool_(),
    int: pa.int32(),
    float: pa.float64(),
    dt.date: pa.date32(),
    dt.datetime: pa.timestamp("us"),
}


pa.set_io_thread_count(1)  # each of Arrow's readers keeps memory of its own, and parts are small

_ROWS_AT_ONCE = 2000  # so that not all of them lie as dictionaries beside the rows and the table


# A contract's row: one of pydantic's models or dataclasses
type Row = BaseModel | DataclassInstance


def arrow_schema(model: type[Row]) -> pa.Schema:
    """The Arrow schema of a contract: a field a column, in order; only ``X | None`` is nullable."""
    return pa.schema(_fields(model))


def arrow_table(rows: Sequence[Row], model: type[Row]) -> pa.Table:
    """The rows as an Arrow table of ``arrow_schema(model)``."""
    schema = arrow_schema(model)
    parts = [
        pa.RecordBatch.from_pylist(list(map(_values, some)), schema=schema)
        for some in batched(rows, _ROWS_AT_ONCE)
    ]
    return pa.Table.from_batches(parts, schema)


def _values(row: Row) -> dict[str, Any]:
    return row.model_dump() if isinstance(row, BaseModel) else asdict(row)


def _fields(model: type[Row]) -> list[pa.Field[Any]]:
    if issubclass(model, BaseModel):
        return [_field(name, info.annotation) for name, info in model.model_fields.items()]
    annotations = get_type_hints(model)
    return [_field(each.name, annotations[each.name]) for each in fields(model)]


def _field(name: str, annotation: Any) -> pa.Field[Any]:
    members = [member for member in _union_members(annotation) if member is not type(None)]
    optional = len(members) < len(_union_members(annotation))
    if len(members) != 1:
        raise TypeError(f"{name}: {annotation} has no single column type")
    return pa.field(name, _type(name, members[0]), nullable=optional)


def _union_members(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)


def _type(name: str, annotation: Any) -> pa.DataType:
    if get_origin(annotation) is Literal:
        return pa.string()
    if get_origin(annotation) is tuple:
        return pa.list_(pa.field("element", _type(name, get_args(annotation)[0]), nullable=False))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(_fields(annotation))
    if annotation in SCALARS:
        return SCALARS[annotation]
    raise TypeError(f"{name}: {annotation} has no column type")
