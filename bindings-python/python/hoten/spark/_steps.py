"""The steps of a run over several machines, each for `mapInArrow`: pure functions of their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow as pa

from .._hoten import Learned

Batches = Iterator[pa.RecordBatch]
Step = tuple[Callable[[Iterable[pa.RecordBatch]], Batches], str]

# Rows that are scored together: enough to pay for setting out, few enough for any memory.
PORTION = 50_000
KEYS = "record_id string, keys array<bigint>, refine array<bigint>"
PAIRS = "left_id string, right_id string, weight float, probability float, rule string"
CLUSTERS = "record_id string, cluster_id string"


def _fields(table: Any, beside: tuple[str, ...]) -> dict[str, str]:
    return {name: name for name in table.schema.names if name not in beside}


def natural(record_id: str) -> tuple[int, str]:
    """Order of identifiers: r9 before r10."""
    return len(record_id), record_id


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
    `record_id`, `keys` and `refine`."""
    return _Keys(learned, rules), KEYS


def _portions(batches: Iterable[pa.RecordBatch], group: str) -> Iterator[pa.Table]:
    """Tables of whole groups, of rows that come group by group."""
    held: list[pa.RecordBatch] = []
    rows = 0
    for batch in batches:
        if not batch.num_rows:
            continue
        if rows >= PORTION:
            # What is of the last group held stays with it.
            last = held[-1].column(group)[-1].as_py()
            groups = batch.column(group).to_pylist()
            same = next((at for at, own in enumerate(groups) if own != last), len(groups))
            held.append(batch.slice(0, same))
            if same == len(groups):
                continue
            yield pa.Table.from_batches(held)
            held, rows, batch = [], 0, batch.slice(same)
        held.append(batch)
        rows += batch.num_rows
    if held:
        yield pa.Table.from_batches(held)


def _distinct(table: pa.Table, beside: tuple[str, ...]) -> tuple[pa.Table, list[int]]:
    """The records of a table, each once and by identifier, and the place of each row among them."""
    first: dict[str, int] = {}
    ids = table.column("record_id").to_pylist()
    for row, record_id in enumerate(ids):
        first.setdefault(record_id, row)
    order = sorted(first, key=natural)
    places = {record_id: place for place, record_id in enumerate(order)}
    records = table.drop_columns(list(beside)).take([first[record_id] for record_id in order])
    return records, [places[record_id] for record_id in ids]


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
        for table in _portions(batches, "key"):
            records, places = _distinct(table, ("key",))
            blocks: list[list[int]] = []
            last = None
            for key, place in zip(table.column("key").to_pylist(), places):
                if key != last or not blocks:
                    blocks.append([])
                    last = key
                blocks[-1].append(place)
            found = pa.table(self.dedupe(records, blocks).pairs)
            yield from found.select(schema.names).cast(schema).to_batches()


def score_map(
    learned: Learned, *, rules: str | None = None, threshold: float = 0.9, possible: float = 0.5
) -> Step:
    """Records beside the `key` of a block they are in, blocks one after the other, to the pairs of
    each block: `left_id`, `right_id`, `weight`, `probability` and the first `rule`. A pair that is in
    several blocks comes several times, each time the same."""
    return _Scores(learned, rules, {"threshold": threshold, "possible": possible}), PAIRS


class _Clusters(_Run):
    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        schema = pa.schema([(name, pa.string()) for name in ("record_id", "cluster_id")])
        for table in _portions(batches, "component"):
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
