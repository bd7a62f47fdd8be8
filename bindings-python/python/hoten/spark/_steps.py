"""The steps of a run over several machines, each for `mapInArrow`: pure functions of their rows.

Workers send one another few rows of many bytes: records as Arrow streams, keys and blocks as hoten
writes them. Spark then moves bytes, and reads no cell twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from .._hoten import Learned
from ._open import open_groups, settled

Batches = Iterator[pa.RecordBatch]
Step = tuple[Callable[[Iterable[pa.RecordBatch]], Batches], str]

# Records that are read at once: enough to pay for setting out, few enough for any memory.
PORTION = 100_000
KEYS = "record_id string, keys array<bigint>, most array<bigint>, refine array<bigint>"
PAIRS = "left_id string, right_id string, weight float, probability float, rule string"
PACKED = "rows int, repeated int, bytes binary"
# Where it goes (a bucket, a home, or a cell: two homes), for which cell, what it is.
SENT = "place bigint, cell bigint, kind string, bytes binary"
CLUSTERS = "record_id string, cluster_id string"
# Clusters and pairs as streams of many, and groups that are left open, by name.
FOUND = "kind string, name string, open string, bytes binary"

_SENT = pa.schema([
    ("place", pa.int64()), ("cell", pa.int64()), ("kind", pa.string()), ("bytes", pa.binary()),
])
_FOUND = pa.schema([
    ("kind", pa.string()), ("name", pa.string()), ("open", pa.string()), ("bytes", pa.binary()),
])
# What streams of each kind hold.
HELD = {
    "clusters": pa.schema([("record_id", pa.string()), ("cluster_id", pa.string())]),
    "pairs": pa.schema([
        ("left_id", pa.string()), ("right_id", pa.string()), ("weight", pa.float32()),
        ("probability", pa.float32()), ("rule", pa.string()),
    ]),
}


def packed(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return sink.getvalue().to_pybytes()


def unpacked(column: pa.ChunkedArray) -> pa.Table:
    """The rows of several streams."""
    streams = [pa.ipc.open_stream(cell.as_buffer()).read_all() for cell in column]
    return pa.concat_tables(streams)


def _fields(table: Any) -> dict[str, str]:
    return {name: name for name in table.schema.names}


def _sent(rows: list[tuple[int | None, int | None, str, bytes | None]]) -> pa.RecordBatch:
    columns = [list(column) for column in zip(*rows)] or [[], [], [], []]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, _SENT)]
    return pa.RecordBatch.from_arrays(arrays, schema=_SENT)


def _kind(table: pa.Table, kind: str) -> pa.Table:
    return table.filter(pc.equal(table.column("kind"), kind))


def cell_of(home: int, other: int) -> int:
    return home << 32 | other


@lru_cache(maxsize=4)
def _read(text: str) -> Learned:
    """Read once by a worker, which has many tasks."""
    return Learned.from_json(text)


class _Taught:
    """A step by what was learned."""

    learned: Learned

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "learned": self.learned.to_json()}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state, learned=_read(state["learned"]))


class _Keys(_Taught):
    def __init__(self, learned: Learned, rules: str | None) -> None:
        self.learned, self.rules = learned, rules

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for batch in batches:
            found = pa.table(self.learned.block_keys(batch, columns=_fields(batch), rules=self.rules))
            ids = pa.chunked_array([batch.column("record_id")])
            yield from found.add_column(0, "record_id", ids).to_batches()


def key_map(learned: Learned, *, rules: str | None = None) -> Step:
    """Records, columns named by their fields (`record_id`, `full_name`, `birth_date` …), to
    `record_id`, `keys`, `most` and `refine` (see `hoten.Learned.block_keys`)."""
    return _Keys(learned, rules), KEYS


class _Scores(_Taught):
    def __init__(self, learned: Learned, group: str, keywords: dict[str, Any]) -> None:
        self.learned, self.group, self.keywords = learned, group, keywords

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in portions(batches, self.group, PORTION):
            rows: dict[Any, list[int]] = {}
            for row, name in enumerate(table.column(self.group).to_pylist()):
                rows.setdefault(name, []).append(row)
            records = table.drop_columns([self.group])
            found = self.learned.dedupe(
                records, list(rows.values()), columns=_fields(records), **self.keywords
            )
            pairs = pa.table(found.pairs).select(HELD["pairs"].names)
            yield from pairs.cast(HELD["pairs"]).to_batches()


def score_map(
    learned: Learned, *, group: str = "group", rules: str | None = None, possible: float = 0.5
) -> Step:
    """Records, as for `key_map`, beside the one `group` that each is in, groups one after the other, to
    the pairs within groups that are possible: `left_id`, `right_id`, `weight`, `probability`, `rule`."""
    return _Scores(learned, group, {"rules": rules, "possible": possible}), PAIRS


class _Pack:
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in _joined(batches):
            yield pa.RecordBatch.from_pydict({
                "rows": pa.array([table.num_rows], pa.int32()),
                "repeated": pa.array([repeated(table)], pa.int32()),
                "bytes": pa.array([packed(table)], pa.binary()),
            })


def repeated(table: pa.Table) -> int:
    """The most records that have no identifier, or the same one."""
    ids = pc.utf8_trim_whitespace(pc.fill_null(table.column("record_id"), ""))
    blank = pc.sum(pc.equal(ids, "")).as_py() or 0
    most = pc.max(pc.value_counts(ids).field("counts")).as_py() or 0
    return blank or (most if most > 1 else 0)


def pack_map() -> Step:
    """Records to streams of many: how many `rows`, how many of them are `repeated`, `bytes`."""
    return _Pack(), PACKED


class _Deal(_Taught):
    def __init__(self, learned: Learned, buckets: int, records: int, rules: str | None) -> None:
        self.learned, self.rules = learned, rules
        self.buckets, self.records = buckets, records

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for batch in batches:
            for cell in batch.column("bytes"):
                table = pa.ipc.open_stream(cell.as_buffer()).read_all()
                dealt, homes = map(pa.table, self.learned.deal_keys(
                    table, self.buckets, self.records, columns=_fields(table), rules=self.rules
                ))
                keys = zip(dealt.column("bucket").to_pylist(), dealt.column("dealt").to_pylist())
                yield _sent([(bucket, None, "keys", bytes_) for bucket, bytes_ in keys])
                yield _sent(list(self.at_home(table, homes.column("home"))))

    def at_home(self, table: pa.Table, homes: pa.ChunkedArray) -> Iterator[tuple[int, int, str, bytes]]:
        table = table.take(pc.sort_indices(homes))
        start = 0
        for count in sorted(pc.value_counts(homes).to_pylist(), key=lambda count: count["values"]):
            rows = table.slice(start, count["counts"])
            start += count["counts"]
            # They go by way of a bucket, beside the keys.
            yield count["values"] % self.buckets, count["values"], "records", packed(rows)


def deal_map(learned: Learned, buckets: int, records: int, *, rules: str | None = None) -> Step:
    """Streams of records to their keys, by bucket, and to streams by home, of some `records` each."""
    return _Deal(learned, buckets, records, rules), SENT


class _Meet:
    def __init__(self, rules: str | None) -> None:
        self.rules = rules

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in portions(batches, "place", 1):
            homes = _kind(table, "records")
            yield from homes.drop_columns(["place"]).add_column(0, "place", homes.column("cell")).to_batches()
            keys = _kind(table, "keys").column("bytes").to_pylist()
            met, repeated = Learned.meet(keys, rules=self.rules)
            if repeated > 1:
                yield _sent([(repeated, None, "repeated", None)])
            for cell in pa.table(met).to_batches(max_chunksize=1):
                yield _sent(list(self.sent(cell)))

    def sent(self, cell: pa.RecordBatch) -> Iterator[tuple[int, int | None, str, bytes]]:
        home, other = cell.column("home")[0].as_py(), cell.column("other")[0].as_py()
        blocks = cell.column("blocks")[0].as_py()
        if home == other:
            yield home, None, "blocks", blocks
            return
        between = cell_of(home, other)
        yield between, between, "blocks", blocks
        asked = packed(pa.table({"record_id": cell.column("record_ids")[0].values}))
        for place in (home, other):
            yield place, between, "asked", asked


def meet_map(*, rules: str | None = None) -> Step:
    """What was dealt, one bucket after the other, to blocks at home, blocks between two homes, and what
    these ask of each; records go on to their homes."""
    return _Meet(rules), SENT


class _Serve:
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in portions(batches, "place", 1):
            records = unpacked(_kind(table, "records").column("bytes"))
            all_asked = _kind(table, "asked")
            own = records.column("record_id").combine_chunks()
            for cell in all_asked.column("cell").unique().to_pylist():
                asked = all_asked.filter(pc.equal(all_asked.column("cell"), cell))
                ids = unpacked(asked.column("bytes")).column("record_id").unique().cast(own.type)
                rows = pc.index_in(ids, value_set=own).drop_null()
                yield _sent([(cell, cell, "records", packed(records.take(rows)))])


def serve_map() -> Step:
    """The records of homes and what is asked of them, one home after the other, to what is asked."""
    return _Serve(), SENT


class _Run(_Taught):
    """What comparing has in common."""

    def __init__(self, learned: Learned, keywords: dict[str, Any]) -> None:
        self.learned, self.keywords = learned, keywords


class _Across(_Run):
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in portions(batches, "place", 1):
            records = unpacked(_kind(table, "records").column("bytes"))
            blocks = _kind(table, "blocks").column("bytes").to_pylist()
            near = pa.table(self.learned.near_pairs(
                records, blocks, columns=_fields(records), **self.keywords
            ))
            if not near.num_rows:
                continue
            ends = pa.chunked_array(near.column("left_id").chunks + near.column("right_id").chunks)
            ends = ends.unique().cast(records.schema.field("record_id").type)
            guests = packed(records.filter(pc.is_in(records.column("record_id"), value_set=ends)))
            cell = table.column("place")[0].as_py()
            for home in (cell >> 32, cell & 0xFFFFFFFF):
                yield _sent([(home, cell, "across", packed(near)), (home, cell, "guests", guests)])


def across_map(learned: Learned, *, rules: str | None = None, possible: float = 0.5) -> Step:
    """Records and blocks between two homes, one cell after the other, to the near pairs between them
    and the records of these, for each of the homes."""
    return _Across(learned, {"rules": rules, "possible": possible}), SENT


class _Home(_Run):
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in portions(batches, "place", 1):
            own = in_order(unpacked(_kind(table, "records").column("bytes")))
            across, guests = None, _kind(table, "guests").column("bytes")
            records = own
            if len(guests):
                across = unpacked(_kind(table, "across").column("bytes"))
                others = once(unpacked(guests))
                is_own = pc.is_in(others.column("record_id"), value_set=own.column("record_id").combine_chunks())
                records = pa.concat_tables([own, others.filter(pc.invert(is_own))])
            clusters, pairs, partners, matches = map(pa.table, self.learned.link_home(
                records,
                own.num_rows,
                _kind(table, "blocks").column("bytes").to_pylist(),
                across.select(["left_id", "right_id"]) if across else {"left_id": [], "right_id": []},
                across.column("weight").to_pylist() if across else [],
                columns=_fields(records),
                **self.keywords,
            ))
            yield found("clusters", clusters)
            yield found("pairs", pairs)
            if across:
                opened = pa.table(open_groups(records, across, partners, matches))
                kinds = pa.array(["open"] * opened.num_rows, pa.string())
                opened = opened.append_column("kind", kinds)
                opened = opened.append_column("bytes", pa.nulls(opened.num_rows, pa.binary()))
                yield from opened.select(_FOUND.names).cast(_FOUND).to_batches()


def found(kind: str, table: pa.Table) -> pa.RecordBatch:
    """One row of all that was found of a kind."""
    cells = [kind, None, None, packed(table.select(HELD[kind].names).cast(HELD[kind]))]
    arrays = [pa.array([cell], field.type) for cell, field in zip(cells, _FOUND)]
    return pa.RecordBatch.from_arrays(arrays, schema=_FOUND)


class _Unpack:
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for batch in batches:
            for cell in batch.column("bytes"):
                yield from pa.ipc.open_stream(cell.as_buffer())


def unpack_map(kind: str) -> Step:
    """Streams of `bytes` of one kind to their rows."""
    return _Unpack(), {"clusters": CLUSTERS, "pairs": PAIRS}[kind]


def home_map(
    learned: Learned,
    *,
    rules: str | None = None,
    threshold: float = 0.9,
    possible: float = 0.5,
    one_per_source: bool = False,
) -> Step:
    """Records of homes, their blocks, near pairs that lead out with their records, one home after the
    other, to clusters and pairs that are settled and groups that are left `open`."""
    keywords = {"threshold": threshold, "possible": possible, "one_per_source": one_per_source}
    return _Home(learned, {"rules": rules, **keywords}), FOUND


class _Settle(_Run):
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in portions(batches, "component", 1_000):
            clusters, pairs = settled(self.learned, table.column("open").to_pylist(), self.keywords)
            yield found("clusters", clusters)
            yield found("pairs", pairs)


def settle_map(
    learned: Learned,
    *,
    rules: str | None = None,
    threshold: float = 0.9,
    possible: float = 0.5,
    one_per_source: bool = False,
) -> Step:
    """Groups that were left open by their homes, one `component` of them after the other, to their
    clusters and the pairs between them."""
    keywords = {"threshold": threshold, "possible": possible, "one_per_source": one_per_source}
    return _Settle(learned, {"rules": rules, **keywords}), FOUND


def _joined(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The rows in larger pieces."""
    held: list[pa.RecordBatch] = []
    rows = 0
    for batch in batches:
        held.append(batch)
        rows += batch.num_rows
        if rows >= PORTION:
            yield pa.Table.from_batches(held)
            held, rows = [], 0
    if held:
        yield pa.Table.from_batches(held)


def portions(batches: Iterable[pa.RecordBatch], group: str, least: int) -> Iterator[pa.Table]:
    """Tables of whole groups and of `least` rows, of rows that come group by group."""
    held: list[pa.RecordBatch] = []
    rows = 0
    for batch in batches:
        while batch.num_rows:
            if rows < least:
                taken = min(batch.num_rows, least - rows)
            else:
                # What is of the last group held stays with it.
                last = held[-1].column(group)[-1]
                other = pc.index(pc.not_equal(batch.column(group), last), True).as_py()
                taken = other if other >= 0 else batch.num_rows
                if not taken:
                    yield pa.Table.from_batches(held)
                    held, rows = [], 0
                    continue
            held.append(batch.slice(0, taken))
            rows += taken
            batch = batch.slice(taken)
    if held:
        yield pa.Table.from_batches(held)


def in_order(table: pa.Table) -> pa.Table:
    """By identifier (r9 before r10): rows have no order of their own."""
    order = pa.table({"id": table.column("record_id"), "length": pc.utf8_length(table.column("record_id"))})
    return table.take(pc.sort_indices(order, [("length", "ascending"), ("id", "ascending")]))


def once(table: pa.Table) -> pa.Table:
    """The first row of each record."""
    rows = pa.array(range(table.num_rows), pa.int64())
    first = pa.table({"id": table.column("record_id"), "row": rows})
    return table.take(first.group_by("id").aggregate([("row", "min")]).column("row_min"))
