"""Connected components of pairs."""

from __future__ import annotations

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F


def connected_components(edges: DataFrame, *, on_driver: int = 2_000_000) -> DataFrame:
    """`id` and `component` (the smallest id in reach) of all ends of `edges`, whose first two columns
    are texts. Up to `on_driver` edges are joined on the driver; more by alternating large-star and
    small-star (Kiveris et al. 2014, "Connected Components in MapReduce and Beyond")."""
    left, right = edges.columns[:2]
    edges = edges.select(F.col(left).alias("u"), F.col(right).alias("v"))
    if edges.count() <= on_driver:
        return _on_driver(edges)
    return _in_frames(edges)


def _on_driver(edges: DataFrame) -> DataFrame:
    table = edges.toArrow()
    parents: dict[str, str] = {}

    def root(node: str) -> str:
        while (above := parents.setdefault(node, node)) != node:
            parents[node] = node = parents[above]
        return node

    for one, other in zip(table.column("u").to_pylist(), table.column("v").to_pylist()):
        one, other = root(one), root(other)
        # The smaller end stays: names do not depend on the order of the edges.
        if one != other:
            parents[max(one, other)] = min(one, other)
    nodes = sorted(parents)
    columns = {"id": nodes, "component": [root(node) for node in nodes]}
    schema = pa.schema([(name, pa.string()) for name in columns])
    return edges.sparkSession.createDataFrame(pa.table(columns, schema))


def _large_star(edges: DataFrame) -> DataFrame:
    """Larger neighbours of each node are tied to its smallest one."""
    both = edges.union(edges.select("v", "u")).toDF("u", "v")
    least = both.groupBy("u").agg(F.min("v").alias("m"))
    least = least.select("u", F.least("u", "m").alias("m"))
    return both.where("v > u").join(least, "u").select(F.col("v").alias("u"), F.col("m").alias("v"))


def _small_star(edges: DataFrame) -> DataFrame:
    """Each node and its smaller neighbours are tied to the smallest of them."""
    down = edges.select(F.greatest("u", "v").alias("u"), F.least("u", "v").alias("v"))
    least = down.groupBy("u").agg(F.min("v").alias("m"))
    tied = down.join(least, "u").select(F.col("v").alias("u"), F.col("m").alias("v"))
    return tied.union(least.select("u", F.col("m").alias("v"))).where("u <> v").distinct()


def _in_frames(edges: DataFrame) -> DataFrame:
    edges = edges.where("u <> v").distinct()
    before = None
    while True:
        # Cut off from how it was made: plans would double with each round.
        edges = _small_star(_large_star(edges)).localCheckpoint()
        state = edges.agg(F.count("*"), F.sum(F.xxhash64("u", "v").cast("decimal(38,0)"))).first()
        if state == before:
            break
        before = state
    stars = edges.select(F.col("u").alias("id"), F.col("v").alias("component"))
    centres = stars.select("component").distinct()
    return stars.union(centres.select(F.col("component").alias("id"), "component"))
