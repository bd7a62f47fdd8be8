"""The steps of a run over several machines, each for `mapInArrow`: pure functions of their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from .._hoten import Learned

Batches = Iterator[pa.RecordBatch]
Step = tuple[Callable[[Iterable[pa.RecordBatch]], Batches], str]

# Rows that are scored together: enough to pay for setting out, few enough for any memory.
PORTION = 100_000
KEYS = "record_id string, keys array<bigint>, most array<bigint>, refine array<bigint>"
DEALT = "bucket int, dealt binary"
CELLS = "cell bigint, record_id string, blocks binary"
NEAR = "left_id string, right_id string, weight float, rule int"
PAIRS = "left_id string, right_id string, weight float, probability float, rule string"
CLUSTERS = "record_id string, cluster_id string"


def _fields(table: Any, beside: tuple[str, ...]) -> dict[str, str]:
    return {name: name for name in table.schema.names if name not in beside}


class _Keys:
    def __init__(self, learned: Learned, rules: str | None) -> None:
        self.learned, self.rules = learned, rules

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for batch in batches:
            fields = _fields(batch, ())
            found = pa.table(self.learned.block_keys(batch, columns=fields, rules=self.rules))
            ids = pa.chunked_array([batch.column("record_id")])
            yield from found.add_column(0, "record_id", ids).to_batches()


def key_map(learned: Learned, *, rules: str | None = None) -> Step:
    """Records, columns named by their fields (`record_id`, `full_name`, `birth_date` …), to
    `record_id`, `keys`, `most` and `refine` (see `hoten.Learned.block_keys`)."""
    return _Keys(learned, rules), KEYS


class _Deal:
    def __init__(self, learned: Learned, rules: str | None, buckets: int) -> None:
        self.learned, self.rules, self.buckets = learned, rules, buckets

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in _joined(batches):
            dealt = self.learned.deal_keys(
                table, self.buckets, columns=_fields(table, ()), rules=self.rules
            )
            yield from pa.table(dealt).to_batches()


def deal_map(learned: Learned, buckets: int, *, rules: str | None = None) -> Step:
    """Records, as for `key_map`, to their keys as bytes: `bucket`, of so many `buckets`, and `dealt`."""
    return _Deal(learned, rules, buckets), DEALT


class _Meet:
    def __init__(self, rules: str | None) -> None:
        self.rules = rules

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in _portions(batches, "bucket", 1):
            met = Learned.meet(table.column("dealt").to_pylist(), rules=self.rules)
            yield from pa.table(met).to_batches()


def meet_map(*, rules: str | None = None) -> Step:
    """What was dealt, one bucket after the other, to blocks: the `cell` where they are compared, beside
    either a `record_id` that is needed there or `blocks`, as bytes."""
    return _Meet(rules), CELLS


def _joined(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.Table]:
    """The rows in larger pieces."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        held.append(batch)
        if sum(batch.num_rows for batch in held) >= PORTION:
            yield pa.Table.from_batches(held)
            held = []
    if held:
        yield pa.Table.from_batches(held)


def _portions(batches: Iterable[pa.RecordBatch], group: str, least: int) -> Iterator[pa.Table]:
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


def _records(table: pa.Table, beside: tuple[str, ...]) -> pa.Table:
    """The records of a table, each once and by identifier (r9 before r10)."""
    # Rows of other things have no field at all; those of records have one even if it is null.
    table = table.filter(table.column("is_record")).drop_columns(["is_record", *beside])
    table = _once(table)
    length = pc.utf8_length(table.column("record_id"))
    order = pa.table({"length": length, "id": table.column("record_id")})
    return table.take(pc.sort_indices(order, [("length", "ascending"), ("id", "ascending")]))


def _once(table: pa.Table) -> pa.Table:
    """The first row of each record: one that is in several groups comes several times."""
    rows = pa.array(range(table.num_rows), pa.int64())
    first = pa.table({"id": table.column("record_id"), "row": rows})
    return table.take(first.group_by("id").aggregate([("row", "min")]).column("row_min"))


class _Run:
    """What comparing has in common."""

    def __init__(self, learned: Learned, rules: str | None, keywords: dict[str, Any]) -> None:
        self.learned, self.keywords = learned, {"rules": rules, **keywords}


class _Near(_Run):
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in _portions(batches, "cell", PORTION):
            blocks = table.column("blocks").drop_null().to_pylist()
            records = _records(table, ("cell", "blocks"))
            found = self.learned.near_pairs(
                records, blocks, columns=_fields(records, ()), **self.keywords
            )
            yield from pa.table(found).to_batches()


def near_map(learned: Learned, *, rules: str | None = None, possible: float = 0.5) -> Step:
    """Records (`is_record`) beside the `cell` they are in, and `blocks` of it, cells one after the other, to the pairs that are near or possible: `left_id`, `right_id`, first `weight` and the
    place of the `rule`."""
    return _Near(learned, rules, {"possible": possible}), NEAR


class _Again(_Run):
    """Looks at near pairs beside their records and the records' partners."""

    def look(self, table: pa.Table, group: str) -> tuple[pa.Table, Any]:
        lists = _once(table.filter(pc.is_valid(table.column("partners"))))
        partners = lists.column("partners").combine_chunks()
        each = pc.list_flatten(partners)
        ids = lists.column("record_id").combine_chunks().take(pc.list_parent_indices(partners))
        beside = pa.table({"record_id": ids, "partner": pc.struct_field(each, "partner")})
        pairs = table.filter(pc.is_valid(table.column("left_id")))
        records = _records(table, (group, "left_id", "right_id", "rule", "partners"))
        return lists, self.learned.look_again(
            records,
            pairs.select(["left_id", "right_id"]),
            pairs.column("rule").to_pylist(),
            beside,
            pc.struct_field(each, "weight").to_pylist(),
            columns=_fields(records, ()),
            **self.keywords,
        )


class _Scores(_Again):
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        schema = pa.schema([
            ("left_id", pa.string()),
            ("right_id", pa.string()),
            ("weight", pa.float32()),
            ("probability", pa.float32()),
            ("rule", pa.string()),
        ])
        for table in _portions(batches, "cell", PORTION):
            _, found = self.look(table, "cell")
            yield from pa.table(found.pairs).select(schema.names).cast(schema).to_batches()


def score_map(
    learned: Learned, *, rules: str | None = None, threshold: float = 0.9, possible: float = 0.5
) -> Step:
    """Near pairs (`left_id`, `right_id`, `rule`) beside the `cell` they are in, the records of it (`is_record`, columns
    named by their fields), those of its pairs with their strongest `partners` (`weight` and `partner`),
    cells one after the other, to the pairs that are possible: `left_id`, `right_id`, `weight`,
    `probability` and `rule`."""
    return _Scores(learned, rules, {"threshold": threshold, "possible": possible}), PAIRS


class _Clusters(_Again):
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        schema = pa.schema([(name, pa.string()) for name in ("record_id", "cluster_id")])
        for table in _portions(batches, "component", PORTION):
            members, found = self.look(table, "component")
            found = pa.table(found.clusters).cast(schema)
            own = pc.is_in(found.column("record_id"), members.column("record_id").combine_chunks())
            yield from found.filter(own).to_batches()


def cluster_map(
    learned: Learned,
    *,
    rules: str | None = None,
    threshold: float = 0.9,
    one_per_source: bool = False,
) -> Step:
    """As `score_map`, by the `component` that records are in: its members, which have `partners`, to
    `record_id` and `cluster_id`."""
    keywords = {"threshold": threshold, "one_per_source": one_per_source}
    return _Clusters(learned, rules, {"possible": min(threshold, 0.5), **keywords}), CLUSTERS
