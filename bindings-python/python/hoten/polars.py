"""The functions of hoten as a namespace of Polars expressions and series: `import hoten.polars`.

>>> import polars as pl, hoten.polars
>>> frame = pl.DataFrame({"ten": ["NGUYỄN  VĂN HOÀ", None]})
>>> frame.select(pl.col("ten").hoten.normalize())["ten"].to_list()
['nguyễn văn hòa', None]
>>> frame.select(pl.col("ten").hoten.parse_name().struct.field("given"))["given"].to_list()
['HOÀ', None]

Every function works batch by batch in streaming queries, except `clean` and `parse_birth_date`:
their cells decide together in which encoding, and in which order of day and month, they were
written, so that they see the whole column. `hoten.dedupe` and the others take frames as they are.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import polars as pl

from . import _hoten
from ._columns import STRUCT, TEXT, WHOLE, summary

__all__ = ["ExprNamespace", "SeriesNamespace", "apply"]


@functools.cache
def _dtype(name: str) -> pl.DataType:
    """What a function gives, told by an empty column."""
    return pl.Series(getattr(_hoten, name)([])).dtype


def apply(name: str, expr: pl.Expr, **keywords: Any) -> pl.Expr:
    """The function of this name over an expression of text."""
    function = getattr(_hoten, name)

    def batch(series: pl.Series) -> pl.Series:
        if series.dtype == pl.Null:
            series = series.cast(pl.String)
        return pl.Series(series.name, function(series, **keywords))

    return expr.map_batches(batch, return_dtype=_dtype(name), is_elementwise=name not in WHOLE)


@pl.api.register_expr_namespace("hoten")
class ExprNamespace:
    """`pl.col("ten").hoten.normalize()` and so on."""

    def __init__(self, expr: pl.Expr) -> None:
        self._expr = expr


@pl.api.register_series_namespace("hoten")
class SeriesNamespace:
    """`series.hoten.normalize()` and so on."""

    def __init__(self, series: pl.Series) -> None:
        self._series = series


def _methods(name: str) -> tuple[Callable[..., pl.Expr], Callable[..., pl.Series]]:
    def of_expr(self: ExprNamespace, **keywords: Any) -> pl.Expr:
        return apply(name, self._expr, **keywords)

    def of_series(self: SeriesNamespace, **keywords: Any) -> pl.Series:
        return pl.Series(self._series.name, getattr(_hoten, name)(self._series, **keywords))

    for method in (of_expr, of_series):
        method.__name__, method.__doc__ = name, summary(name)
    return of_expr, of_series


for _name in TEXT + STRUCT:
    _expr, _series = _methods(_name)
    setattr(ExprNamespace, _name, _expr)
    setattr(SeriesNamespace, _name, _series)
del _name, _expr, _series
