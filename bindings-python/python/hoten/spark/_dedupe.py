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
from ._steps import cluster_map, deal_map, meet_map, near_map, score_map


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
    learned = _hoten.dedupe(records.toArrow(), columns=fields, **keywords).learned()
    return learned.of_records(count)


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


def _beside(records: DataFrame, needed: DataFrame, group: str, more: DataFrame) -> DataFrame:
    """Each `needed` record once in each of its groups, and what there is `more` of the group."""
    # Sorted joins spill to disk; a table that is sent to all workers must fit the memory of each.
    held = needed.select(group, "record_id").distinct().join(records.hint("merge"), "record_id")
    held = held.withColumn("is_record", F.lit(True))
    all_ = held.unionByName(more.withColumn("is_record", F.lit(False)), allowMissingColumns=True)
    return all_.repartition(group).sortWithinPartitions(group)


def _partners(near: DataFrame) -> DataFrame:
    """The strongest partners of each record, one more than are asked for."""
    ends = near.select(F.col("left_id").alias("record_id"), F.col("right_id").alias("partner"), "weight")
    other = near.select(F.col("right_id").alias("record_id"), F.col("left_id").alias("partner"), "weight")
    strongest = F.sort_array(F.collect_list(F.struct("weight", "partner")), asc=False)
    return ends.union(other).groupBy("record_id").agg(F.slice(strongest, 1, 9).alias("partners"))


def _again(records: DataFrame, partners: DataFrame, pairs: DataFrame, group: str) -> DataFrame:
    """What is looked at again: the pairs of each group, their records, the strongest partners of these."""
    ends = pairs.select(group, F.col("left_id").alias("record_id"))
    ends = ends.union(pairs.select(group, "right_id")).distinct()
    lists = ends.join(partners.hint("merge"), "record_id")
    others = lists.select(group, F.explode("partners.partner").alias("record_id"))
    lists = lists.select(group, "record_id", "partners")
    return _beside(
        records, ends.union(others), group, lists.unionByName(pairs, allowMissingColumns=True)
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
    learned = learned.of_records(count)
    buckets = _buckets(records, count)
    dealt = records.mapInArrow(*deal_map(learned, buckets, rules=text))
    dealt = dealt.repartition(buckets, "bucket").sortWithinPartitions("bucket")
    cells = dealt.mapInArrow(*meet_map(rules=text)).persist(StorageLevel.MEMORY_AND_DISK)
    needed = cells.where("record_id IS NOT NULL").select("cell", "record_id")
    blocks = cells.where("blocks IS NOT NULL").select("cell", "blocks")
    beside = _beside(records, needed, "cell", blocks)
    near = beside.mapInArrow(*near_map(learned, rules=text, possible=possible))
    near = near.persist(StorageLevel.MEMORY_AND_DISK)

    partners = _partners(near).persist(StorageLevel.MEMORY_AND_DISK)
    cell = F.pmod(F.xxhash64("left_id"), F.lit(buckets))
    beside = _again(records, partners, near.select(cell.alias("cell"), "left_id", "right_id", "rule"), "cell")
    score = score_map(learned, rules=text, threshold=threshold, possible=possible)
    pairs = beside.mapInArrow(*score).persist(StorageLevel.MEMORY_AND_DISK)

    edges = pairs.where(F.col("probability") >= F.lit(threshold).cast("float"))
    edges = edges.select("left_id", "right_id")
    members = connected_components(edges, on_driver=edges_on_driver)
    members = members.withColumnRenamed("id", "left_id")
    edges = edges.join(members, "left_id").select("component", "left_id", "right_id")
    edges = edges.withColumn("rule", F.lit(0))
    beside = _again(records, partners, edges, "component")
    cluster = cluster_map(learned, rules=text, threshold=threshold, one_per_source=one_per_source)
    named = beside.mapInArrow(*cluster)
    name = F.coalesce("cluster_id", "record_id").alias("cluster_id")
    clusters = records.select("record_id").join(named, "record_id", "left").select("record_id", name)
    # The pairs are made by now.
    for held in (cells, near, records):
        held.unpersist()
    return SparkLinkage(clusters=clusters, pairs=pairs, learned=learned)
