"""What linking reads, and what it found: which records stand in which ledger line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from models.ledger import LedgerLine, LedgerRecord, LinkRecord
from models.verdict import Verdict
from warehouse.arrow import arrow_table
from warehouse.checking import check_rows
from warehouse.connection import (
    keep_little_at_hand,
    keeping_little_at_hand,
    open_for_reading,
    open_for_writing,
    transaction,
)
from warehouse.errors import CheckFailed
from warehouse.paths import verdicts_file
from warehouse.verdicts import apply_verdicts, read_journal

_HALF = 0xFFFFFFFF  # of a key: the lower half is kept, to halve the file

type Keys = npt.NDArray[np.int64]
_NO_KEYS: Keys = np.array([], np.int64)

_OF_RECORDS = ", ".join(f"r.{each.name}" for each in fields(LinkRecord) if each.name != "published_on")
_LINK_RECORD = (
    f"SELECT d.published_on, {_OF_RECORDS}"
    " FROM store.records AS r JOIN store.documents AS d USING (document_id)"
)

_ROWS_AT_ONCE = 2000  # so that not all of them lie beside the records that are made of them
# Columns whose values, or those of their lists, come again from row to row and are kept once
_REPEATED = frozenset(
    {
        "document_id", "ledger_id", "published_on", "sentence", "action", "unit", "promisors",
        "beneficiaries", "joined_by", "joined_to",
    }
)  # fmt: skip

_PLACE_BITS = 30  # of a key and a place as one number
_MOST_PLACES = 1 << _PLACE_BITS

_PLACES = """
    CREATE TEMP TABLE IF NOT EXISTS places AS
    SELECT
        record_id,
        row_number() OVER (
            ORDER BY published_on NULLS LAST, document_id, start_char, end_char, record_id
        ) AS place
    FROM store.records JOIN store.documents USING (document_id)
"""
_NEAR_KEYS = """
    WITH
        asked_keys AS (SELECT DISTINCT unnest(keys) AS key FROM askers),
        of_records AS (
            SELECT
                record_id,
                len(keys) >= ? AS has_many,
                list_contains(keys, ?) AS is_standing,
                unnest(keys) AS key
            FROM store.link_keys
        )
    SELECT key, place, has_many AND NOT is_standing AS is_rich, is_standing
    FROM of_records SEMI JOIN asked_keys USING (key) JOIN places USING (record_id)
    ORDER BY key, place
"""


class Asker(Protocol):
    """A record that looks for others by its keys, and whether all of each block is near to it."""

    @property
    def record_id(self) -> str:
        """The record."""

    @property
    def keys(self) -> Keys:
        """Its keys."""

    @property
    def is_standing(self) -> bool:
        """Whether all of each block is near to it."""


class Edges(Protocol):
    """Pairs of places with their scores."""

    @property
    def one(self) -> Keys:
        """The places of the one end of each pair."""

    @property
    def other(self) -> Keys:
        """Those of the other end."""

    @property
    def score(self) -> npt.NDArray[np.float64]:
        """How likely each is, 0 to 1."""


class LikelyPairs(Protocol):
    """Pairs of records that may be one commitment."""

    @property
    def record_ids(self) -> Sequence[str]:
        """The records in whose places the ends of ``edges`` are."""

    @property
    def edges(self) -> Edges:
        """The pairs."""


class LinkBook:
    """The records and lines of a build file as linking reads them: as few as it asks for.

    A record's values are the machine's, whatever analysts say.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, version: str) -> None:
        """``version`` is that of the linker: keys of another one are as good as none."""
        self._connection = connection
        self._version = version

    @property
    def unsettled(self) -> list[str]:
        """The ids of the records without keys or a line: new, changed, or of another linker."""
        return self._column(
            "SELECT record_id FROM store.records"
            " WHERE record_id NOT IN (SELECT record_id FROM store.link_keys WHERE version = ?)"
            " OR record_id NOT IN (SELECT record_id FROM store.ledger_records) ORDER BY record_id",
            [self._version],
        )

    @property
    def lessened(self) -> list[str]:
        """The lines whose records are not as many as linking put in them."""
        return self._column(
            "SELECT ledger_id FROM store.ledger_lines AS l"
            " LEFT JOIN (SELECT ledger_id, count(*) AS n FROM store.ledger_records GROUP BY ALL) AS r"
            " USING (ledger_id) WHERE l.n_linked IS DISTINCT FROM r.n ORDER BY ledger_id"
        )

    @property
    def is_new_to_linker(self) -> bool:
        """Whether no record has keys of this linker, so that all are to be linked."""
        return not self._column(
            "SELECT record_id FROM store.link_keys WHERE version = ? LIMIT 1", [self._version]
        )

    @property
    def n_records(self) -> int:
        """How many records there are."""
        return int(self._column("SELECT count(*) FROM store.records")[0])

    def all_records(self) -> list[LinkRecord]:
        """Every record."""
        return self._models(LinkRecord, _LINK_RECORD)

    def all_lines(self) -> tuple[list[LedgerLine], list[LedgerRecord]]:
        """The lines and the records in them, as linking last wrote them."""
        lines = self._models(LedgerLine, "FROM store.ledger_lines")
        return lines, self._models(LedgerRecord, "FROM store.ledger_records")

    def records_of(self, record_ids: Collection[str]) -> list[LinkRecord]:
        """The records of these ids."""
        return self._asked(
            LinkRecord, f"{_LINK_RECORD} SEMI JOIN asked ON asked.id = r.record_id", record_ids
        )

    def with_keys(self, keys: Keys) -> list[str]:
        """The ids of the records that have one of ``keys``, with those that repeat them.

        Some with keys of the same lower half are among them.
        """
        if not len(keys):
            return []
        halves = pa.table({"key": pa.array(np.unique(keys & _HALF).astype(np.uint32))})
        self._connection.register("asked_keys", halves)
        return self._with_repeats(
            self._column(
                "SELECT DISTINCT record_id FROM (SELECT record_id, unnest(keys) AS key FROM store.link_keys)"
                " SEMI JOIN asked_keys USING (key)"
            )
        )

    def near(self, askers: Sequence[Asker], neighbours: int, many_keys: int, standing: int) -> list[str]:
        """The ids of the records near to each asker by its keys, with those that repeat them.

        Of each key the ``neighbours`` on each side in the order of publication, those that have the key
        ``standing`` too, and all where the asker stands; by two keys at least where asker and record have
        ``many_keys`` and neither stands. Those of the same keys are among them.
        """
        if not askers:
            return []
        self._connection.register(
            "askers", _keys_table({asker.record_id: asker.keys for asker in askers}, "")
        )
        self._connection.execute(_PLACES)
        places = dict(
            self._connection.execute(
                "SELECT record_id, place FROM places SEMI JOIN askers USING (record_id)"
            ).fetchall()
        )
        blocks = _Blocks(self._connection.execute(_NEAR_KEYS, [many_keys, standing & _HALF]).fetchnumpy())
        chosen = blocks.standing()
        for asker in askers:
            chosen |= blocks.near(asker, places[asker.record_id], neighbours, many_keys)
        self._connection.register("near", pa.table({"place": pa.array(sorted(chosen), pa.int64())}))
        found = self._column("SELECT record_id FROM places SEMI JOIN near USING (place)")
        same = self._column("SELECT record_id FROM store.link_keys SEMI JOIN askers USING (keys)")
        return self._with_repeats({*found, *same})

    def _with_repeats(self, record_ids: Collection[str]) -> list[str]:
        """These records and those that say the same as one of them, which have no keys of their own."""
        self._ask(record_ids)
        repeats = self._column(
            "SELECT record_id FROM store.link_keys JOIN store.ledger_records USING (record_id)"
            " WHERE len(keys) = 0 AND joined_to IN (FROM asked)"
        )
        return [*record_ids, *repeats]

    def pairs_of(self, record_ids: Collection[str]) -> list[tuple[str, str, float]]:
        """The likely pairs that are kept of these records, each once, with how likely they are."""
        self._ask(record_ids)
        return self._connection.execute(
            "SELECT one, other, score FROM store.link_pairs SEMI JOIN asked ON asked.id = one"
            " UNION SELECT one, other, score FROM store.link_pairs SEMI JOIN asked ON asked.id = other"
        ).fetchall()

    def places(self, record_ids: Collection[str]) -> list[LedgerRecord]:
        """Where these records stand, those of them that stand in a line."""
        sql = "FROM store.ledger_records AS r SEMI JOIN asked ON asked.id = r.record_id"
        return self._asked(LedgerRecord, sql, record_ids)

    def members_of(self, lines: Collection[str]) -> list[str]:
        """The ids of all records of ``lines``."""
        self._ask(lines)
        return self._column(
            "SELECT record_id FROM store.ledger_records AS r SEMI JOIN asked ON asked.id = r.ledger_id"
        )

    def lines_with_children(self, lines: Collection[str]) -> list[LedgerLine]:
        """The lines of these ids, and those whose parents they are."""
        sql = "FROM store.ledger_lines AS l WHERE ledger_id IN (FROM asked) OR parent_id IN (FROM asked)"
        return self._asked(LedgerLine, sql, lines)

    def _asked[Model](self, model: type[Model], sql: str, ids: Collection[str]) -> list[Model]:
        self._ask(ids)
        return self._models(model, sql)

    def _ask(self, ids: Collection[str]) -> None:
        self._connection.register("asked", pa.table({"id": pa.array(sorted(ids), pa.string())}))

    def _models[Model](self, model: type[Model], sql: str) -> list[Model]:
        rows = self._connection.execute(sql)
        names = [column[0] for column in rows.description or ()]
        known: dict[Any, Any] = {}
        return [
            model(**{name: _once(name, value, known) for name, value in zip(names, row, strict=True)})
            for some in iter(lambda: rows.fetchmany(_ROWS_AT_ONCE), [])
            for row in some
        ]

    def _column(self, sql: str, parameters: Sequence[str] = ()) -> list[str]:
        return [value for (value,) in self._connection.execute(sql, list(parameters)).fetchall()]


class _Blocks:
    """The records that have any of some keys: those of each key side by side, in the order of publication."""

    def __init__(self, rows: Mapping[str, npt.NDArray[Any]]) -> None:
        self._place: npt.NDArray[np.int64] = rows["place"].astype(np.int64)
        self._row = rows["key"].astype(np.int64) << _PLACE_BITS | self._place
        self._is_rich: npt.NDArray[np.bool_] = rows["is_rich"].astype(np.bool_)
        self._is_standing: npt.NDArray[np.bool_] = rows["is_standing"].astype(np.bool_)

    def standing(self) -> set[int]:
        """The places of those that stand."""
        return set(self._place[self._is_standing].tolist())

    def near(self, asker: Asker, place: int, neighbours: int, many_keys: int) -> set[int]:
        """The places of those near to an asker who has a place of his own."""
        keys = (asker.keys & _HALF) << _PLACE_BITS
        first, last = np.searchsorted(self._row, keys), np.searchsorted(self._row, keys + _MOST_PLACES)
        if not asker.is_standing:
            middle = np.searchsorted(self._row, keys + place)
            first = np.maximum(first, middle - neighbours)
            last = np.minimum(last, middle + neighbours + 1)
        rows = np.concatenate([_NO_KEYS, *map(np.arange, first.tolist(), last.tolist())])
        if asker.is_standing or len(asker.keys) < many_keys:
            return set(self._place[rows].tolist())
        found, of_row, shared = np.unique(self._place[rows], return_index=True, return_counts=True)
        return set(found[(shared > 1) | ~self._is_rich[rows[of_row]]].tolist())


@contextmanager
def open_link_book(build: Path, version: str) -> Iterator[LinkBook]:
    """The build file for linking of this version. Raises WarehouseMissing or WarehouseBusy."""
    with open_for_reading(build) as connection:
        keep_little_at_hand(connection, build.stat().st_size)
        yield LinkBook(connection, version)


def write_ledger(
    build: Path,
    lines: Sequence[LedgerLine],
    records: Sequence[LedgerRecord],
    gone: Collection[str] = (),
    keys: Mapping[str, Keys] | None = None,
    version: str = "",
    pairs: LikelyPairs | None = None,
) -> None:
    """Put ``lines`` with all their ``records`` in the place of what the build file says of them.

    Lines that linking did not touch stay as they are; those named in ``gone`` are removed. A record
    that moves leaves the line that it stood in. ``keys`` are those by which the linker of ``version`` finds
    records again, ``pairs`` all likely ones of these, which it need not compare again. One transaction, with
    the checks inside. Raises CheckFailed, for one where a record or parent is not in the book, or
    WarehouseBusy.
    """
    with open_for_writing(build) as connection:
        connection.register("new_lines", arrow_table(lines, LedgerLine))
        connection.register("new_records", arrow_table(records, LedgerRecord))
        replaced = [*gone, *(line.ledger_id for line in lines)]
        connection.register("replaced", pa.table({"ledger_id": pa.array(replaced, pa.string())}))
        connection.register("new_keys", _keys_table(keys or {}, version))
        connection.register("new_pairs", _pairs_table(pairs))
        verdicts = read_journal(verdicts_file(build))
        keeping_little_at_hand(
            connection, build.stat().st_size, partial(_replace_lines, connection, verdicts)
        )


def _replace_lines(connection: duckdb.DuckDBPyConnection, verdicts: Sequence[Verdict]) -> None:
    """Write what is registered as new, or nothing: raises CheckFailed where rows offend a check."""
    with transaction(connection):
        for table in ("ledger_lines", "ledger_records"):
            connection.execute(
                f"DELETE FROM store.{table} WHERE ledger_id IN (SELECT ledger_id FROM replaced)"
            )
        connection.execute(
            "DELETE FROM store.ledger_records WHERE record_id IN (SELECT record_id FROM new_records)"
        )
        connection.execute("INSERT INTO store.ledger_records BY NAME FROM new_records")
        connection.execute("INSERT INTO store.ledger_lines BY NAME FROM new_lines")
        connection.execute("DELETE FROM store.link_keys WHERE record_id IN (SELECT record_id FROM new_keys)")
        connection.execute("INSERT INTO store.link_keys BY NAME FROM new_keys")
        connection.execute(
            "DELETE FROM store.link_pairs WHERE one IN (SELECT record_id FROM new_keys)"
            " OR other IN (SELECT record_id FROM new_keys)"
        )
        connection.execute("INSERT INTO store.link_pairs BY NAME FROM new_pairs")
        apply_verdicts(connection, verdicts)
        failed = [result for result in check_rows(connection, "") if not result.passed]
        if failed:
            raise CheckFailed(failed)


def _once(name: str, value: Any, known: dict[Any, Any]) -> Any:
    """A value of the column ``name``, where its values repeat with the one of ``known`` in place of each."""
    if name not in _REPEATED or value is None:
        return value
    if isinstance(value, list):
        return tuple([known.setdefault(each, each) for each in value])
    return known.setdefault(value, value)


def _keys_table(keys: Mapping[str, Keys], version: str) -> pa.Table:
    lengths = [len(numbers) for numbers in keys.values()]
    values = np.concatenate([*keys.values(), _NO_KEYS], dtype=np.uint32, casting="unsafe")  # the lower half
    offsets = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)]).astype(np.int32)
    return pa.table(
        {
            "record_id": pa.array(list(keys), pa.string()),
            "version": pa.array([version] * len(keys), pa.string()),
            "keys": pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.array(values, pa.uint32())),
        }
    )


def _pairs_table(pairs: LikelyPairs | None) -> pa.Table:
    ids = pa.array(pairs.record_ids if pairs else [], pa.string())
    none = np.array([], np.int64)
    one, other = (
        pa.DictionaryArray.from_arrays(pa.array(ends, pa.int32()), ids)
        for ends in ((pairs.edges.one, pairs.edges.other) if pairs else (none, none))
    )
    scores = pa.array(pairs.edges.score if pairs else [], pa.float64())
    return pa.table({"one": one, "other": other, "score": scores})
