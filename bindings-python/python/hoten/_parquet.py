"""Parquet files, by a package the user has."""

from __future__ import annotations

import importlib
import os

from ._hoten import _error

_READERS = {
    "pyarrow.parquet": "read_table",
    "polars": "read_parquet",
    "duckdb": "read_parquet",
}


def read(path: str | os.PathLike[str]) -> object:
    """The table of a file, as something with an Arrow door."""
    path = os.fspath(path)
    if not os.path.exists(path):
        raise _error("file_not_found", file=path, folder=os.getcwd())
    for module, function in _READERS.items():
        try:
            reader = getattr(importlib.import_module(module), function)
        except ImportError:
            continue
        try:
            return reader(path)
        except Exception as error:
            raise _error("file_unreadable", file=path, reason=error) from error
    raise _error("parquet_reader_missing", file=path)
