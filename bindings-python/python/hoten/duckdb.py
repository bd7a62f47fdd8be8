"""The functions of hoten in DuckDB's SQL, over Arrow: `hoten.duckdb.register(con)`.

>>> import duckdb, hoten.duckdb
>>> con = duckdb.connect()
>>> hoten.duckdb.register(con)
>>> con.sql("select hoten_normalize('NGUYỄN  VĂN HOÀ')").fetchall()
[('nguyễn văn hòa',)]
>>> con.sql("select hoten_parse_name('Lê Văn Lợi').given").fetchall()
[('Lợi',)]

DuckDB hands over batches of some thousand rows: `clean` and `parse_birth_date`, whose cells decide
together how they were written, are left out; call them on the whole column in Python.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from . import _hoten
from ._columns import STRUCT, TEXT, WHOLE

if TYPE_CHECKING:
    import duckdb

__all__ = ["register"]


def register(con: duckdb.DuckDBPyConnection, prefix: str = "hoten_") -> None:
    """Makes `hoten_normalize`, `hoten_fold`, `hoten_parse_name` and the others known to a connection.

    Needs pyarrow, in which DuckDB hands over its batches. Calling it again changes nothing.
    """
    import pyarrow as pa  # type: ignore[import-untyped]

    for name in TEXT + tuple(name for name in STRUCT if name not in WHOLE):
        function = getattr(_hoten, name)
        kind = pa.array(function([])).type
        returns = "VARCHAR" if name in TEXT else con.sql(f"select {_null(kind)} as x").types[0]
        try:
            con.remove_function(prefix + name)
        except Exception:  # noqa: BLE001
            pass  # not known yet: which error says so differs between versions
        con.create_function(  # type: ignore[call-overload]
            prefix + name, _over(function, pa), ["VARCHAR"], returns, type="arrow", null_handling="special"
        )


def _over(function: Callable[[Any], Any], pa: Any) -> Callable[[Any], Any]:
    def batch(column: Any) -> Any:
        return pa.chunked_array([pa.array(function(column))])

    return batch


def _null(kind: Any) -> str:
    """A NULL of an Arrow type, in SQL."""
    return f"cast(null as {_sql(kind)})"


def _sql(kind: Any) -> str:
    import pyarrow as pa  # type: ignore[import-untyped]

    if pa.types.is_struct(kind):
        parts = ", ".join(f'"{part.name}" {_sql(part.type)}' for part in kind)
        return f"struct({parts})"
    if pa.types.is_list(kind):
        return f"{_sql(kind.value_type)}[]"
    if pa.types.is_boolean(kind):
        return "boolean"
    if pa.types.is_integer(kind):
        return {8: "utinyint", 16: "usmallint", 32: "uinteger", 64: "ubigint"}[kind.bit_width]
    return "varchar"
