"""The functions of hoten as accessors of pandas: `import hoten.pandas`.

>>> import pandas as pd, hoten.pandas
>>> pd.Series(["NGUYỄN  VĂN HOÀ", None], index=[7, 9]).hoten.normalize().to_dict()
{7: 'nguyễn văn hòa', 9: nan}
>>> pd.Series(["Lê Lợi"]).hoten.parse_name()["given"].tolist()
['Lợi']

A series keeps its index and name; functions of several parts give a data frame. `frame.hoten`
has `dedupe`, `check` and the others that take a table, and `golden` columns come back as frames by
`.to_pandas()`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd  # type: ignore[import-untyped]

import hoten

from ._columns import STRUCT, TEXT, summary

__all__ = ["FrameAccessor", "SeriesAccessor"]

_TABLE = ("candidates", "check", "dedupe", "forecast", "link", "train")


@pd.api.extensions.register_series_accessor("hoten")
class SeriesAccessor:
    """`series.hoten.normalize()` and so on."""

    def __init__(self, series: pd.Series) -> None:
        self._series = series


@pd.api.extensions.register_dataframe_accessor("hoten")
class FrameAccessor:
    """`frame.hoten.dedupe()` and so on."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame


def _of_series(name: str) -> Callable[..., pd.Series | pd.DataFrame]:
    def method(self: SeriesAccessor, **keywords: Any) -> pd.Series | pd.DataFrame:
        series = self._series
        cells = getattr(hoten, name)(series, **keywords).to_pylist()
        if name in TEXT:
            return pd.Series(cells, index=series.index, name=series.name, dtype="str")
        empty = getattr(hoten, name)([""]).to_pylist()[0]
        rows = [dict.fromkeys(empty) if cell is None else cell for cell in cells]
        return pd.DataFrame(rows, index=series.index, columns=list(empty))

    method.__name__, method.__doc__ = name, summary(name)
    return method


def _of_frame(name: str) -> Callable[..., Any]:
    function = getattr(hoten, name)

    def method(self: FrameAccessor, *args: Any, **keywords: Any) -> Any:
        return function(self._frame, *args, **keywords)

    method.__name__, method.__doc__ = name, function.__doc__
    return method


for _name in TEXT + STRUCT:
    setattr(SeriesAccessor, _name, _of_series(_name))
for _name in _TABLE:
    setattr(FrameAccessor, _name, _of_frame(_name))
del _name
