"""Functions of text over columns of a Spark data frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql.types import StructType

from .. import _hoten
from .._columns import STRUCT, TEXT, WHOLE
from .._errors import made

Batches = Iterator[pa.RecordBatch]
# What Spark has no type for, by what it is shown as.
_SIGNED = {
    pa.uint8(): pa.int16(),
    pa.uint16(): pa.int32(),
    pa.uint32(): pa.int64(),
    pa.uint64(): pa.int64(),
    pa.large_string(): pa.string(),
}


def spark_type(kind: pa.DataType) -> pa.DataType:
    """The nearest type that Spark has."""
    if pa.types.is_struct(kind):
        return pa.struct([field.with_type(spark_type(field.type)) for field in kind])
    if pa.types.is_list(kind) or pa.types.is_large_list(kind):
        return pa.list_(spark_type(kind.value_type))
    return _SIGNED.get(kind, kind)


def _call(name: str, cells: pa.Array) -> pa.Array:
    function = getattr(_hoten, name)
    if name in WHOLE:
        # Cells of one column decide together elsewhere; here a batch is no column, so each cell
        # speaks for itself, whatever the batch it is in.
        each = [pa.array(function(cells.slice(row, 1))) for row in range(len(cells))]
        cells = pa.concat_arrays(each) if each else pa.array(function(cells))
    else:
        cells = pa.array(function(cells))
    return cells.cast(spark_type(cells.type))


class _ColumnMap:
    """Adds columns to every batch."""

    def __init__(self, calls: dict[str, tuple[str, str]]) -> None:
        self.calls = calls

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Batches:
        for batch in batches:
            own = [name for name in batch.schema.names if name not in self.calls]
            columns = {name: batch.column(name) for name in own}
            for name, (function, column) in self.calls.items():
                columns[name] = _call(function, batch.column(column).cast(pa.string()))
            yield pa.RecordBatch.from_pydict(columns)


def column_map(
    schema: StructType, **calls: tuple[str, str]
) -> tuple[Callable[[Iterable[pa.RecordBatch]], Batches], StructType]:
    """For `mapInArrow` on a frame of `schema`: each keyword is a new column, its value the name of a
    function of text and the column it is called on. `clean` and `parse_birth_date` read every cell
    by itself."""
    from pyspark.sql.pandas.types import from_arrow_type

    known = TEXT + STRUCT
    out = StructType([field for field in schema.fields if field.name not in calls])
    for name, (function, column) in calls.items():
        if function not in known:
            told = f'There is no function "{function}" of a column of text. Known: {", ".join(known)}.'
            told_vi = f'Không có hàm "{function}" cho một cột chữ. Các hàm dùng được: {", ".join(known)}.'
            raise made("unknown_keyword", told, told_vi)
        if column not in schema.names:
            seen = ", ".join(schema.names)
            told = f'There is no column "{column}". Columns seen: {seen}.'
            raise made("unknown_column", told, f'Không có cột "{column}". Các cột đã thấy: {seen}.')
        out = out.add(name, from_arrow_type(_call(function, pa.array([], pa.string())).type))
    return _ColumnMap(calls), out


def with_columns(df: DataFrame, **calls: tuple[str, str]) -> DataFrame:
    """The frame with new columns: `with_columns(df, normal=("normalize", "ho_ten"))`."""
    return df.mapInArrow(*column_map(df.schema, **calls))
