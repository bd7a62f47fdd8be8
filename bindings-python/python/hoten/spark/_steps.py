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
    def __init__(self, learned: Learned, rules: str | None, buckets: int, records: int) -> None:
        self.learned, self.rules, self.sizes = learned, rules, (buckets, records)

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for table in _joined(batches):
            dealt = self.learned.deal_keys(
                table, *self.sizes, columns=_fields(table, ()), rules=self.rules
            )
            yield from pa.table(dealt).to_batches()


def deal_map(learned: Learned, buckets: int, records: int, *, rules: str | None = None) -> Step:
    """Records, as for `key_map`, of a table that has so many `records`, to their keys as bytes: `bucket`,
    of so many `buckets`, and `dealt`."""
    return _Deal(learned, rules, buckets, records), DEALT


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


def _distinct(table: pa.Table, beside: tuple[str, ...]) -> tuple[pa.Table, list[int]]:
    """The records of a table, each once and by identifier (r9 before r10), and the place of each row
    among them."""
    ids = table.column("record_id").combine_chunks()
    named = ids.dictionary_encode()
    rows = pa.array(range(len(ids)), pa.int64())
    first = pa.table({"name": named.indices, "row": rows}).group_by("name").aggregate([("row", "min")])
    names = named.dictionary.take(first.column("name"))
    first = first.append_column("id", names).append_column("length", pc.utf8_length(names))
    first = first.sort_by([("length", "ascending"), ("id", "ascending")])
    places = pc.index_in(named.indices, first.column("name").combine_chunks())
    return table.drop_columns(list(beside)).take(first.column("row_min")), places.to_pylist()


class _Run:
    """What scoring and clustering have in common."""

    def __init__(self, learned: Learned, rules: str | None, keywords: dict[str, Any]) -> None:
        self.learned, self.rules, self.keywords = learned, rules, keywords

    def dedupe(self, records: pa.Table, blocks: list[list[int]]) -> Any:
        return self.learned.dedupe(
            records, blocks, columns=_fields(records, ()), rules=self.rules, **self.keywords
        )


class _Scores(_Run):
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        schema = pa.schema([(name, pa.string()) for name in ("left_id", "right_id")])
        schema = schema.append(pa.field("weight", pa.float32()))
        schema = schema.append(pa.field("probability", pa.float32()))
        schema = schema.append(pa.field("rule", pa.string()))
        for table in _portions(batches, "cell", PORTION):
            blocks = table.column("blocks").drop_null().to_pylist()
            records = table.filter(pc.is_valid(table.column("record_id")))
            records = records.drop_columns(["cell", "blocks"])
            records, _ = _distinct(records, ())
            found = self.learned.dedupe_blocks(
                records, blocks, columns=_fields(records, ()), rules=self.rules, **self.keywords
            )
            yield from pa.table(found.pairs).select(schema.names).cast(schema).to_batches()


def score_map(
    learned: Learned, *, rules: str | None = None, threshold: float = 0.9, possible: float = 0.5
) -> Step:
    """Records beside the `cell` they are in, and `blocks` of it (their `record_id` is null), cells one
    after the other, to their pairs: `left_id`, `right_id`, `weight`, `probability` and `rule`."""
    return _Scores(learned, rules, {"threshold": threshold, "possible": possible}), PAIRS


class _Clusters(_Run):
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        schema = pa.schema([(name, pa.string()) for name in ("record_id", "cluster_id")])
        for table in _portions(batches, "component", PORTION):
            records, places = _distinct(table, ("component", "partners"))
            ids = table.column("record_id").to_pylist()
            place_of = dict(zip(ids, places))
            blocks = [
                [place, place_of[partner]]
                for place, partners in zip(places, table.column("partners").to_pylist())
                for partner in partners or ()
            ]
            found = pa.table(self.dedupe(records, blocks).clusters)
            yield from found.cast(schema).to_batches()


def cluster_map(
    learned: Learned,
    *,
    rules: str | None = None,
    threshold: float = 0.9,
    one_per_source: bool = False,
) -> Step:
    """Records beside the `component` they are in and their `partners` (the record ids of their pairs,
    given at one end), components one after the other, to `record_id` and `cluster_id`."""
    keywords = {"threshold": threshold, "one_per_source": one_per_source}
    return _Clusters(learned, rules, {"possible": min(threshold, 0.5), **keywords}), CLUSTERS
