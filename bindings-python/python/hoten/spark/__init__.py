"""hoten inside Spark, for tables past one machine: `import hoten.spark`; needs pyspark and pyarrow.

`with_columns(df, normal=("normalize", "ho_ten"))` calls the functions of text on columns.
`dedupe(df)` finds the records of one person as `hoten.dedupe` does, by Spark's own joins: each step
is a pure function of rows, so a task that is tried again changes nothing. Its steps are functions
for `DataFrame.mapInArrow`, each beside the schema of what it gives: `column_map`, `key_map`, `deal_map`,
`meet_map`, `near_map`, `score_map`, `cluster_map`.

What is the same as on one machine: with what was learned of the whole table (the default up to
`sample` records, in the order of the table; or `learned=hoten.dedupe(table).learned()`) pairs,
weights and clusters are those of `hoten.dedupe`. Of larger tables a sample is learned from: its
model and prior, how common names are, how dates and letters are written. One thing depends on the
order of rows, which a distributed table does not have: cells that say "as above" are read within
the batch they are in.
"""

from __future__ import annotations

from ._columns import column_map, with_columns
from ._components import connected_components
from ._dedupe import SparkLinkage, dedupe, learn
from ._steps import cluster_map, deal_map, key_map, meet_map, near_map, score_map

__all__ = [
    "SparkLinkage",
    "cluster_map",
    "column_map",
    "connected_components",
    "deal_map",
    "dedupe",
    "key_map",
    "learn",
    "meet_map",
    "near_map",
    "score_map",
    "with_columns",
]
