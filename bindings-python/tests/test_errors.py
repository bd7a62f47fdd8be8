"""What cannot be done says so, with a stable code."""

import pandas as pd
import pyarrow as pa
import pytest

import hoten


def fails(code, call, *args, **keywords):
    with pytest.raises(hoten.HotenError) as error:
        call(*args, **keywords)
    assert error.value.code == code
    return str(error.value)


FUNCTIONS = [
    "clean",
    "fold",
    "khmer_canonical",
    "khmer_romanize",
    "name_keys",
    "normalize",
    "parse_birth_date",
    "parse_citizen_id",
    "parse_identity_card",
    "parse_insurance_number",
    "parse_name",
    "parse_phone",
    "parse_tax_code",
    "sound_key",
]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_not_text(name):
    function = getattr(hoten, name)
    for value in (7, None, object(), 1.5):
        fails("not_a_column", function, value)
    assert "bytes" in fails("not_text", function, ["a", b"b"])
    assert "list<item: int64>" not in fails("column_type", function, pa.array([[1]]))
    fails("column_type", function, pa.array([b"a"]))
    with pytest.raises(TypeError):
        function()


def test_unknown_language():
    finding = hoten.parse_birth_date("31/31/1950").findings[0]
    assert "fr" in fails("unknown_language", finding.message, "fr")


def test_errors_of_python_pass_through():
    def cells():
        yield "a"
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        hoten.normalize(cells())


def test_unknown_encoding():
    assert "utf9" in fails("unknown_encoding", hoten.decode, b"a", "utf9")
    fails("not_text", hoten.decode, b"a", 7)
    fails("not_a_column", hoten.detect_encoding, 7)
    fails("not_text", hoten.name_similarity, "a", None)
    fails("not_text", hoten.name_origin, ["a"])
    with pytest.raises(TypeError):
        hoten.decode("a", "tcvn3")
