"""hoten inside Spark, for tables past one machine: `import hoten.spark`; needs pyspark and pyarrow.

`with_columns(df, normal=("normalize", "ho_ten"))` calls the functions of text on columns.
`dedupe(df)` finds the records of one person as `hoten.dedupe` does: Spark brings together records whose
keys are equal. Each step is a pure function of rows, so a task that is tried again changes nothing.
Functions for `DataFrame.mapInArrow`, each beside the schema of what it gives, are there for runs of
one's own: `column_map`, `key_map`, `score_map`.

What is the same as on one machine: with what was learned of the whole table
(`learned=hoten.dedupe(table).learned()`) pairs, weights and clusters are those of `hoten.dedupe`, which
runs on the driver itself up to `sample` records. Of larger tables a sample is learned from: its
model and prior, how common names are, how dates and letters are written. One thing depends on the
order of rows, which a distributed table does not have: cells that say "as above" are read within
the batch they are in.
"""

from __future__ import annotations

from ._columns import column_map, with_columns
from ._components import connected_components
from ._dedupe import SparkLinkage, dedupe, learn
from ._steps import key_map, score_map

__all__ = [
    "SparkLinkage",
    "column_map",
    "connected_components",
    "dedupe",
    "key_map",
    "learn",
    "score_map",
    "with_columns",
]
