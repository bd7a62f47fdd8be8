"""Records of one person, by Spark's own joins."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyspark import StorageLevel
from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from .. import _hoten
from .._errors import made
from .._hoten import Learned
from ._components import connected_components
from ._steps import cluster_map, deal_map, meet_map, score_map


@dataclass(frozen=True)
class SparkLinkage:
    """What `dedupe` found."""

    clusters: DataFrame
    """`record_id` and `cluster_id`, the smallest identifier of the cluster, of every record."""
    pairs: DataFrame
    """`left_id`, `right_id`, `weight`, `probability` and `rule` of every pair that is possible; kept
    in Spark's cache until `pairs.unpersist()`."""
    learned: Learned
    """What keyed and scored the records; give it again for runs that weigh alike."""


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


def _checked(records: DataFrame) -> int:
    """How many records there are; each must have an identifier of its own."""
    # One without an identifier counts as two, so that it is found too.
    blank = F.trim(F.coalesce("record_id", F.lit(""))) == ""
    weight = F.when(blank, 2).otherwise(1)
    ids = records.groupBy("record_id").agg(F.sum(weight).alias("count"))
    found = ids.agg(F.sum("count"), F.max(F.struct(F.col("count"), F.col("record_id")))).first()
    most = found[1]
    if most is not None and most["count"] > 1:
        raise made(
            "repeated_record_id",
            f"{most['count']} records have the same record id, or none. Each record needs an id of its own.",
            f"{most['count']} hồ sơ có cùng một mã, hoặc không có mã. Mỗi hồ sơ cần một mã riêng.",
        )
    return found[0] or 0


def _learn(records: DataFrame, count: int, sample: int, keywords: dict[str, Any]) -> Learned:
    if count > sample:
        # By hash of the identifier: the same records, however the table is divided.
        share = int(sample / count * 2**31)
        records = records.where(F.pmod(F.xxhash64("record_id"), F.lit(2**31)) < share)
    fields = {name: name for name in records.columns}
    return _hoten.dedupe(records.toArrow(), columns=fields, **keywords).learned()


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
    keywords = {"model": model, "rules": rules, "fit": fit}
    return _learn(records, records.count(), sample, keywords)


def _buckets(records: DataFrame, count: int) -> int:
    """So many that each has work for a task, and none too much: some hundred bytes a record."""
    return max(2 * records.sparkSession.sparkContext.defaultParallelism, -(-count // 200_000))


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
    edges_on_driver: int = 2_000_000,
) -> SparkLinkage:
    """Finds the records of one person in a Spark data frame that has a column of record identifiers.

    `learned` is what an earlier run learned, or `hoten.dedupe(table).learned()`; else it is learned on
    the driver from at most some `sample` records. Other keywords as in `hoten.dedupe`. Matches of
    more than `edges_on_driver` pairs are joined into components by data frames. Raises `HotenError`:
    `no_record_ids`, `repeated_record_id`, those of `hoten.dedupe`.
    """
    records = _records(df, columns).persist(StorageLevel.MEMORY_AND_DISK)
    count = _checked(records)
    text = Path(rules).read_text("utf-8") if rules and not str(rules).lstrip().startswith("{") else rules
    if learned is None:
        keywords = {"model": model, "rules": text, "fit": fit, "threshold": threshold, "possible": possible}
        learned = _learn(records, count, sample, keywords)
    buckets = _buckets(records, count)
    dealt = records.mapInArrow(*deal_map(learned, buckets, count, rules=text))
    dealt = dealt.repartition(buckets, "bucket").sortWithinPartitions("bucket")
    cells = dealt.mapInArrow(*meet_map(rules=text)).persist(StorageLevel.MEMORY_AND_DISK)
    # A cell has the records that it needs, each once.
    needed = cells.where("record_id IS NOT NULL").select("cell", "record_id").distinct()
    needed = needed.join(records, "record_id")
    blocks = cells.where("blocks IS NOT NULL").select("cell", "blocks")
    beside = needed.unionByName(blocks, allowMissingColumns=True)
    beside = beside.repartition("cell").sortWithinPartitions("cell")
    score, schema = score_map(learned, rules=text, threshold=threshold, possible=possible)
    pairs = beside.mapInArrow(score, schema)
    pairs = pairs.persist(StorageLevel.MEMORY_AND_DISK)

    edges = pairs.where(F.col("probability") >= F.lit(threshold).cast("float"))
    edges = edges.select("left_id", "right_id")
    members = connected_components(edges, on_driver=edges_on_driver)
    members = members.withColumnRenamed("id", "record_id")
    partners = edges.groupBy(F.col("left_id").alias("record_id"))
    partners = partners.agg(F.sort_array(F.collect_list("right_id")).alias("partners"))
    parts = records.join(members, "record_id").join(partners, "record_id", "left")
    parts = parts.repartition("component").sortWithinPartitions("component", "record_id")
    cluster, schema = cluster_map(
        learned, rules=text, threshold=threshold, one_per_source=one_per_source
    )
    named = parts.mapInArrow(cluster, schema)
    name = F.coalesce("cluster_id", "record_id").alias("cluster_id")
    clusters = records.select("record_id").join(named, "record_id", "left").select("record_id", name)
    # The pairs are made by now.
    cells.unpersist()
    records.unpersist()
    return SparkLinkage(clusters=clusters, pairs=pairs, learned=learned)
