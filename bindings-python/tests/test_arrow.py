"""Columns come in through every door and go out as Arrow."""

import datetime

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import hoten

TEXTS = ["Hoà", None, "", "NGUYỄN  VĂN Á" * 40]
NORMAL = ["hòa", None, "", hoten.normalize(TEXTS[3])]

DOORS = {
    "list": TEXTS,
    "tuple": tuple(TEXTS),
    "string": pa.array(TEXTS),
    "large_string": pa.array(TEXTS, pa.large_string()),
    "string_view": pa.array(TEXTS, pa.string_view()),
    "chunks": pa.chunked_array([TEXTS[:1], [], TEXTS[1:]]),
    "no chunk": pa.chunked_array([TEXTS]),
    "slice": pa.array(["x", *TEXTS, "y"])[1:-1],
    "dictionary": pa.array(TEXTS).dictionary_encode(),
    "sliced dictionary": pa.array(["x", *TEXTS]).dictionary_encode()[1:],
    "polars": pl.Series(TEXTS),
    "polars chunks": pl.concat([pl.Series(TEXTS[:2]), pl.Series(TEXTS[2:])], rechunk=False),
    "polars categories": pl.Series(TEXTS, dtype=pl.Categorical),
    "pandas": pd.Series(TEXTS, dtype="str"),
    "pandas objects": pd.Series(TEXTS, dtype=object),
    "pandas category": pd.Series(TEXTS, dtype="category"),
    "own result": hoten.normalize(TEXTS),
}


@pytest.mark.parametrize("door", DOORS)
def test_in(door):
    got = hoten.normalize(DOORS[door])
    assert len(got) == 4
    assert got.to_pylist() == pa.array(got).to_pylist() == NORMAL


def test_out():
    column = hoten.normalize(TEXTS)
    assert pa.array(column).type == pa.large_string()
    assert pl.Series(column).to_list() == NORMAL
    assert repr(column) == "ArrowArray(4 x LargeUtf8)"
    names = pa.array(hoten.parse_name(["Lê Lợi", None]))
    assert names.type.field("syllables").type.value_type == pa.large_string()
    assert names.to_pylist()[0]["syllables"] == ["Lê", "Lợi"] and names.to_pylist()[1] is None


@pytest.mark.parametrize("empty", [[], pa.array([], pa.string()), pa.chunked_array([], pa.string()), pl.Series([], dtype=pl.String)])
def test_no_rows(empty):
    assert hoten.normalize(empty).to_pylist() == []
    assert pa.array(hoten.clean(empty)).to_pylist() == []


def test_only_nulls():
    assert hoten.normalize(pa.nulls(3)).to_pylist() == [None] * 3
    assert hoten.normalize([None] * 3).to_pylist() == [None] * 3


def test_numbers_and_dates_become_what_a_file_would_hold():
    day = datetime.date(1950, 5, 12)
    moment = datetime.datetime(1950, 5, 12, 23, 59)
    old = datetime.date(1899, 12, 31)
    moments = [moment, datetime.datetime(1899, 12, 31, 0, 1)]
    for column in (
        pa.array([day, old]),
        pa.array([day, old], pa.date64()),
        pa.array(moments, pa.timestamp("us")),
        pa.array(moments, pa.timestamp("s")),
        pd.Series(moments).astype("datetime64[ns]"),
        pl.Series(moments),
    ):
        assert hoten.normalize(column).to_pylist() == ["1950-05-12", "1899-12-31"]
    assert hoten.normalize(pa.array([79075000001, None])).to_pylist() == ["79075000001", None]
    assert hoten.normalize(pa.array([79075000001.0, float("nan")])).to_pylist() == ["79075000001", None]


def test_buffers_of_others_are_checked():
    offsets, text = pa.py_buffer(b"\0\0\0\0\2\0\0\0"), pa.py_buffer(b"\xff\xfe")
    bad = pa.Array.from_buffers(pa.string(), 1, [None, offsets, text])
    with pytest.raises(hoten.HotenError) as error:
        hoten.normalize(bad)
    assert error.value.code == "column_damaged"
    view = pa.array([b"\xff" * 20], pa.binary_view()).view(pa.string_view())
    with pytest.raises(hoten.HotenError) as error:
        hoten.normalize(view)
    assert error.value.code == "arrow_failed"


def test_a_column_does_not_hold_the_interpreter():
    """Another thread makes progress while a column is worked on."""
    import threading

    column = pa.array(["NGUYỄN  VĂN HOÀ"] * 1_000_000)
    ticks, done = [0], threading.Event()

    def tick():
        while not done.wait(0.001):
            ticks[0] += 1

    thread = threading.Thread(target=tick)
    thread.start()
    hoten.normalize(column)
    seen = ticks[0]
    done.set()
    thread.join()
    assert seen > 5
