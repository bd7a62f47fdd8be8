"""Arrow buffers that say what is not so, and columns larger than 2 GiB."""

import os
import struct

import pyarrow as pa
import pytest

import hoten

TEXT = pa.py_buffer(b"abcdefghijklmnop")
LARGE = [False, True]
# Backwards, below zero, past the end and back.
OFFSETS = [[0, -1], [5, 3], [-5, 3], [-5, -3], [0, 10, 3], [0, 3, 2, 6], [3, -2, 5], [0, 3, -3]]


def column(offsets, large):
    """A column whose offsets were changed after others had looked at them."""
    raw = bytearray(len(offsets) * (8 if large else 4))
    kind = pa.large_string() if large else pa.string()
    made = pa.Array.from_buffers(kind, len(offsets) - 1, [None, pa.py_buffer(raw), TEXT])

    def damage():
        raw[:] = struct.pack(f"<{len(offsets)}{'q' if large else 'i'}", *offsets)

    return made, damage


def refused(call, *args):
    with pytest.raises(hoten.HotenError) as error:
        call(*args)
    assert error.value.code in ("column_damaged", "arrow_failed")
    assert "abc" not in str(error.value)


@pytest.mark.parametrize("large", LARGE)
@pytest.mark.parametrize("offsets", OFFSETS)
def test_wrong_offsets(offsets, large):
    made, damage = column(offsets, large)
    coded = pa.DictionaryArray.from_arrays(pa.array([0], pa.int32()), made)
    damage()
    for array in (made, coded, pa.chunked_array([made]), made.slice(0)):
        refused(hoten.normalize, array)
        refused(hoten.dedupe, {"full_name": array})


def test_offsets_that_begin_later_are_sound():
    made, damage = column([2, 5, 9], True)
    damage()
    assert hoten.normalize(made).to_pylist() == ["cde", "fghi"]


@pytest.mark.parametrize("key", [7, -1, 2**31 - 1])
def test_keys_past_their_dictionary(key):
    raw = bytearray(struct.pack("<2i", 0, 1))
    keys = pa.Array.from_buffers(pa.int32(), 2, [None, pa.py_buffer(raw)])
    coded = pa.DictionaryArray.from_arrays(keys, pa.array(["a", "b"]))
    raw[4:] = struct.pack("<i", key)
    refused(hoten.normalize, coded)


@pytest.mark.parametrize("buffer, start", [(0, 20), (3, 0), (-1, 0), (0, -5)])
def test_views_past_their_buffer(buffer, start):
    raw = bytearray(16)
    view = pa.Array.from_buffers(pa.string_view(), 1, [None, pa.py_buffer(raw), TEXT])
    raw[:] = struct.pack("<i4sii", 14, b"abcd", buffer, start)
    refused(hoten.normalize, view)


def test_unicode_that_is_none():
    for bad in (b"\xff\xfe\xfd", b"\xc3", b"\xed\xa0\x80", b"\xf5\x80\x80\x80", b"\xc0\xaf"):
        for kind, size in ((pa.string(), "i"), (pa.large_string(), "q")):
            offsets = pa.py_buffer(struct.pack(f"<2{size}", 0, len(bad)))
            refused(hoten.normalize, pa.Array.from_buffers(kind, 1, [None, offsets, pa.py_buffer(bad)]))
    # Cut in the middle of a letter, though the whole is sound.
    text, offsets = pa.py_buffer("Hoà".encode()), pa.py_buffer(struct.pack("<3i", 0, 3, 4))
    refused(hoten.normalize, pa.Array.from_buffers(pa.string(), 2, [None, offsets, text]))


def test_what_stands_under_a_null_is_nobody_s():
    """A cell that is null holds nothing, whatever its bytes are."""
    offsets = pa.py_buffer(struct.pack("<3i", 0, 3, 6))
    array = pa.Array.from_buffers(pa.string(), 2, [pa.py_buffer(b"\x02"), offsets, pa.py_buffer(b"abcdef")])
    column = hoten.normalize(array)
    assert column.to_pylist() == [None, "def"]
    held = b"".join(bytes(buffer) for buffer in pa.array(column).buffers()[2:] if buffer)
    assert b"abc" not in held


@pytest.mark.skipif("HOTEN_RELIABILITY" not in os.environ, reason="takes 7 GB: `make reliability`")
def test_a_column_of_more_than_two_gibibytes():
    cell = "NGUYỄN  VĂN HOÀ " * 60_000
    count = 2**31 // len(cell.encode()) + 2
    array = pa.DictionaryArray.from_arrays(pa.array([0] * count, pa.int32()), pa.array([cell], pa.large_string()))
    array = array.cast(pa.large_string())
    assert array.nbytes > 2**31
    normal = pa.array(hoten.normalize(array))
    assert len(normal) == count and normal[count - 1].as_py() == hoten.normalize(cell)
