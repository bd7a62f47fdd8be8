"""Records of one person, by Spark's own joins."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyspark import StorageLevel
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .. import _hoten
from .._errors import made
from .._hoten import Learned
from . import _steps as steps
from ._components import connected_components
from ._open import links, settled

_KEPT = StorageLevel.MEMORY_AND_DISK


@dataclass(frozen=True)
class SparkLinkage:
    """What `dedupe` found."""

    clusters: DataFrame
    """`record_id` and `cluster_id`, the smallest identifier of the cluster, of every record."""
    pairs: DataFrame
    """`left_id`, `right_id`, `weight`, `probability` and `rule` of every pair that is possible."""
    learned: Learned
    """What keyed and scored the records; give it again for runs that weigh alike."""
    held: tuple[DataFrame, ...] = ()
    """What is kept in Spark's cache for both frames."""

    def unpersist(self) -> None:
        """Frees what is kept in Spark's cache; the frames are made anew if they are asked again."""
        for frame in self.held:
            frame.unpersist()


def _records(df: DataFrame, columns: dict[str, str] | None) -> DataFrame:
    """The columns that are understood, as text, named by their fields."""
    used = _hoten.dedupe({name: [] for name in df.columns}, columns=columns).columns
    if "record_id" not in used:
        raise made(
            "no_record_ids",
            "Records of a Spark data frame have no order: a column of record ids (record_id) is needed.",
            "Bảng của Spark không có thứ tự dòng: cần một cột mã hồ sơ (record_id).",
        )
    return df.select([F.col(f"`{header}`").cast("string").alias(field) for field, header in used.items()])


def _repeated(count: int) -> Exception:
    return made(
        "repeated_record_id",
        f"{count} records have the same record id, or none. Each record needs an id of its own.",
        f"{count} hồ sơ có cùng một mã, hoặc không có mã. Mỗi hồ sơ cần một mã riêng.",
    )


def _packed(records: DataFrame) -> tuple[DataFrame, int]:
    """Streams of records, and how many there are; each must have an identifier of its own, which is
    looked at again where those of one hash come together."""
    packed = records.mapInArrow(*steps.pack_map()).persist(_KEPT)
    rows, repeated = packed.agg(F.sum("rows"), F.max("repeated")).first()
    if repeated:
        raise _repeated(repeated)
    return packed, rows or 0


def _gathered(packed: DataFrame, records: DataFrame) -> pa.Table:
    """All records on the driver."""
    streams = packed.select("bytes").toArrow().column("bytes")
    if not len(streams):
        return pa.table({name: pa.array([], pa.string()) for name in records.columns})
    table = steps.unpacked(streams)
    if repeated := steps.repeated(table):
        raise _repeated(repeated)
    return table


def _sampled(records: DataFrame, count: int, sample: int) -> pa.Table:
    """By hash of the identifier: the same records, however the table is divided."""
    share = int(sample / count * 2**31)
    return records.where(F.pmod(F.xxhash64("record_id"), F.lit(2**31)) < share).toArrow()


def _linked(table: pa.Table, keywords: dict[str, Any]) -> _hoten.Linkage:
    return _hoten.dedupe(table, columns={name: name for name in table.schema.names}, **keywords)


def learn(
    df: DataFrame,
    *,
    columns: dict[str, str] | None = None,
    model: Any = None,
    rules: Any = None,
    fit: bool = True,
    sample: int = 200_000,
) -> Learned:
    """What a run of `hoten.dedupe` on the driver learns of at most some `sample` records."""
    records = _records(df, columns)
    count = records.count()
    table = records.toArrow() if count <= sample else _sampled(records, count, sample)
    return _linked(table, {"model": model, "rules": rules, "fit": fit}).learned().of_records(count)


def _sorted(rows: DataFrame, group: str) -> DataFrame:
    """Place by place, and in one order within: rows that come from other machines come in any. A step
    that is tried again then gives the very same bytes, which Spark asks for where it repeats a part of
    a run."""
    others = [name for name in rows.columns if name != group]
    return rows.sortWithinPartitions(group, *others)


def _together(rows: DataFrame, places: int, group: str = "place") -> DataFrame:
    """Rows of one place in one task, place by place; `places` are numbers from 0 on."""
    # By the number itself where Spark can (4.1): of few places, a hash would put several in one task.
    if group == "place" and hasattr(rows, "repartitionById"):
        rows = rows.repartitionById(places, F.col("place").cast("int"))
    else:
        rows = rows.repartition(places, group)
    return _sorted(rows, group)


def _found_at_home(
    packed: DataFrame, learned: Learned, count: int, portion: int, keywords: dict[str, Any]
) -> tuple[DataFrame, DataFrame]:
    """What homes find (`FOUND`), and the rows between that are kept for it."""
    rules = keywords["rules"]
    tasks = packed.sparkSession.sparkContext.defaultParallelism
    homes = learned.homes(portion)
    # So many that each has work for a task, and none too much: some hundred bytes a record.
    buckets = max(tasks, -(-count // 200_000))
    dealt = packed.mapInArrow(*steps.deal_map(learned, buckets, portion, rules=rules))
    met = _together(dealt, buckets).mapInArrow(*steps.meet_map(rules=rules)).persist(_KEPT)
    repeated = met.where("kind = 'repeated'").agg(F.max("place")).first()[0]
    if repeated:
        raise _repeated(repeated)
    home = met.where("cell IS NULL OR kind = 'records'")
    if homes > 1:
        asked = _together(met.where("kind IN ('records', 'asked')"), homes)
        between = asked.mapInArrow(*steps.serve_map()).unionByName(
            met.where("kind = 'blocks' AND cell IS NOT NULL")
        )
        cells = min(homes * (homes - 1) // 2, max(homes, 2 * tasks))
        across = steps.across_map(learned, rules=rules, possible=keywords["possible"])
        between = _sorted(between.repartition(cells, "place"), "place")
        home = home.unionByName(between.mapInArrow(*across))
    return _together(home, homes).mapInArrow(*steps.home_map(learned, **keywords)), met


def _components(opened: DataFrame, edges_on_driver: int) -> DataFrame:
    """Groups that are left open, each beside the component of groups that it is in."""

    def linked(batches: Any) -> Any:
        for batch in batches:
            ends = [link for text in batch.column("open").to_pylist() for link in links(text)]
            columns = list(zip(*ends)) or [(), ()]
            arrays = [pa.array(column, pa.string()) for column in columns]
            yield pa.RecordBatch.from_arrays(arrays, ["name", "end"])

    edges = opened.mapInArrow(linked, "name string, end string")
    components = connected_components(edges, on_driver=edges_on_driver)
    return opened.join(components.withColumnRenamed("id", "name"), "name").select("component", "open")


def _of_kind(found: DataFrame, kind: str) -> DataFrame:
    streams = found.where(F.col("kind") == kind).select("bytes")
    return streams.mapInArrow(*steps.unpack_map(kind))


def _clusters(found: DataFrame) -> DataFrame:
    return _of_kind(found, "clusters")


def _pairs(found: DataFrame) -> DataFrame:
    return _of_kind(found, "pairs")


def _frame(df: DataFrame, table: pa.Table, kind: str) -> DataFrame:
    """Rows of the driver, under the schema of their kind."""
    schema = steps.HELD[kind]
    return df.sparkSession.createDataFrame(table.select(schema.names).cast(schema))


def _linkage(
    found: DataFrame, learned: Learned, clusters: DataFrame, pairs: DataFrame, *held: DataFrame
) -> SparkLinkage:
    """What homes found, and what was settled after them."""
    return SparkLinkage(
        clusters=_clusters(found).unionByName(clusters),
        pairs=_pairs(found).unionByName(pairs),
        learned=learned,
        held=(found, *held),
    )


def dedupe(
    df: DataFrame,
    *,
    columns: dict[str, str] | None = None,
    learned: Learned | None = None,
    model: Any = None,
    rules: Any = None,
    fit: bool = True,
    threshold: float = 0.9,
    possible: float = 0.5,
    one_per_source: bool = False,
    sample: int = 200_000,
    portion: int = 100_000,
    open_on_driver: int = 50_000,
    edges_on_driver: int = 2_000_000,
) -> SparkLinkage:
    """Finds the records of one person in a Spark data frame that has a column of record identifiers.

    `learned` is what an earlier run learned, or `hoten.dedupe(table).learned()`. Without it a table of
    up to `sample` records is linked on the driver, as it would have to be to learn from it; of a larger
    one a sample is learned from. Other keywords as in `hoten.dedupe`.

    Some `portion` records, most of the same birth years, are compared at once by one task. What pairs
    between portions leave open is settled on the driver up to `open_on_driver` groups of records;
    more are joined into components, from `edges_on_driver` pairs on by data frames. Raises
    `HotenError`: `no_record_ids`, `repeated_record_id`, those of `hoten.dedupe`.
    """
    records = _records(df, columns)
    packed, count = _packed(records)
    text = Path(rules).read_text("utf-8") if rules and not str(rules).lstrip().startswith("{") else rules
    keywords = {
        "rules": text, "threshold": threshold, "possible": possible, "one_per_source": one_per_source,
    }
    if learned is None:
        whole = count <= sample
        table = _gathered(packed, records) if whole else _sampled(records, count, sample)
        linked = _linked(table, {"model": model, "fit": fit, **keywords})
        learned = linked.learned()
        if whole:
            packed.unpersist()
            clusters = _frame(df, pa.table(linked.clusters), "clusters")
            return SparkLinkage(clusters, _frame(df, pa.table(linked.pairs), "pairs"), learned)
    learned = learned.of_records(count)
    found, met = _found_at_home(packed, learned, count, portion, keywords)
    found = found.persist(_KEPT)
    opened = found.where("kind = 'open'").select("name", "open")
    left = opened.count()
    # All that homes found is made by now.
    for frame in (packed, met):
        frame.unpersist()
    if left > open_on_driver:
        components = _components(opened, edges_on_driver)
        tasks = df.sparkSession.sparkContext.defaultParallelism
        components = _together(components, max(tasks, left // 10_000), "component")
        more = components.mapInArrow(*steps.settle_map(learned, **keywords)).persist(_KEPT)
        return _linkage(found, learned, _clusters(more), _pairs(more), more)
    if not left:
        return SparkLinkage(_clusters(found), _pairs(found), learned, (found,))
    texts = opened.select("open").toArrow().column("open").to_pylist()
    clusters, pairs = settled(learned, texts, keywords)
    return _linkage(found, learned, _frame(df, clusters, "clusters"), _frame(df, pairs, "pairs"))
