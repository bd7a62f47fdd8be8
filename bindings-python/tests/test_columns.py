"""Text that no file should hold, and text that is read where it stands."""

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hoten

TEXT = ["normalize", "fold", "sound_key", "khmer_canonical", "khmer_romanize"]
READ = ["parse_name", "parse_birth_date", "parse_citizen_id", "parse_identity_card",
        "parse_insurance_number", "parse_phone", "parse_tax_code"]  # fmt: skip
FUNCTIONS = [*TEXT, *READ, "clean", "khmer_keys", "name_keys"]
VALUES = {
    "parse_name": "Nguyễn Văn Hòa",
    "parse_birth_date": "12/05/1950",
    "parse_citizen_id": "089050001234",
    "parse_identity_card": "351234567",
    "parse_insurance_number": "8912345678",
    "parse_phone": "0912345678",
    "parse_tax_code": "0100047516",
}


@pytest.mark.parametrize("damage", ["\ud83d", "\udc80", "\0"], ids=["high", "low", "nul"])
@pytest.mark.parametrize("name", READ)
def test_surrogates_and_nul_are_findings(name, damage):
    value = VALUES[name][:3] + damage + VALUES[name][3:]
    function = getattr(hoten, name)
    assert function(value).findings, "nothing was said"
    for column in ([value], pd.Series([value], dtype=object)):
        row = function(column).to_pylist()[0]
        assert row["findings"] == [finding.code for finding in function(value).findings]


def test_half_a_pair_is_one_sign_so_that_places_stay_true():
    name = hoten.parse_name("Nguyễn V\ud83dn Hòa")
    [odd] = [finding for finding in name.findings if finding.code == "name_odd_character"]
    assert odd.span == (8, 9) and "\ufffd" in odd.params["char"]
    assert hoten.normalize("A\U0001f600\ud83d") == "a\U0001f600\ufffd"


def test_a_table_with_damage_is_read_to_its_end():
    table = {"full_name": ["Lê \ud800 Lợi", "Lê Lợi", "Trần\0 Bé"], "birth_date": ["1950", "19\udc8050", "1960\0"]}
    codes = hoten.check(table).findings.to_pydict()
    found = set(zip(codes["record_id"], codes["field"], codes["code"]))
    assert ("0", "full_name", "name_odd_character") in found
    assert ("2", "birth_date", "date_odd_character") in found
    assert len(hoten.dedupe(table)) == 3


def address(buffer, offset=0):
    return buffer.address + offset


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string()], ids=str)
def test_strings_of_arrow_are_not_copied(kind):
    array = pa.array(["Nguyễn Văn Hòa", None, "Trần Thị Bé" * 9], kind)
    start = array.buffers()[2].address
    third = start + len("Nguyễn Văn Hòa".encode())
    assert hoten._hoten._text_addresses(array) == [start, None, third]
    assert hoten._hoten._text_addresses(array[2:]) == [third]
    chunks = pa.chunked_array([array[:1], array[1:]])
    assert hoten._hoten._text_addresses(chunks) == [start, None, third]


def test_views_and_words_are_not_copied():
    long = "Trần Thị Bé" * 9
    views = pa.array([long, None, long + "x"], pa.string_view())
    start = views.buffers()[2].address
    assert hoten._hoten._text_addresses(views) == [start, None, start + len(long.encode())]
    words = pa.array([long, "Lê", long]).dictionary_encode()
    start = words.dictionary.buffers()[2].address
    assert hoten._hoten._text_addresses(words) == [start, start + len(long.encode()), start]


def test_strings_of_polars_and_pandas_are_not_copied():
    long = "Trần Thị Bé" * 9
    series = pl.Series([long, "ngắn", None])
    shared = series.to_arrow(compat_level=pl.CompatLevel.newest())
    assert shared.type == pa.string_view()
    assert hoten._hoten._text_addresses(series)[0] == shared.buffers()[2].address
    series = pd.Series([long, long], dtype="str")
    shared = pa.chunked_array(series).chunk(0)
    assert hoten._hoten._text_addresses(series)[0] == shared.buffers()[2].address


@pytest.mark.parametrize("name", FUNCTIONS)
def test_every_function_takes_every_type(name):
    cells = ["Hoà", None, "12/5/1950"]
    function = getattr(hoten, name)
    want = function(cells).to_pylist()
    for kind in (pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int8(), pa.large_string()),
                 pa.dictionary(pa.uint32(), pa.string())):  # fmt: skip
        array = pa.array(cells, kind)
        assert function(array).to_pylist() == want, kind
        assert function(pa.chunked_array([array[:1], array[1:]])).to_pylist() == want, kind
    assert function(pa.nulls(2)).to_pylist() == [None, None]


# Any code points, halves of pairs and NUL among them.
ANY = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)
SLOW = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@SLOW
@given(st.lists(st.one_of(st.none(), ANY), max_size=8))
def test_any_text_gets_an_answer_alone_as_in_a_column(cells):
    for name in FUNCTIONS:
        column = getattr(hoten, name)(cells)
        assert len(column) == len(cells)
        assert [cell is None for cell in column.to_pylist()] == [cell is None for cell in cells]
    for name in TEXT:
        alone = [cell and getattr(hoten, name)(cell) for cell in cells]
        assert getattr(hoten, name)(cells).to_pylist() == alone
        assert all("\ud800" > c or c > "\udfff" for text in alone if text for c in text)


@SLOW
@given(ANY)
def test_places_stay_inside_the_text(text):
    for name in READ:
        for finding in getattr(hoten, name)(text).findings:
            if finding.span:
                assert 0 <= finding.span[0] <= finding.span[1] <= len(text)
    assert isinstance(hoten.check_record({"full_name": text, "birth_date": text, "citizen_id": text}), list)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.fixed_dictionaries({"full_name": ANY, "birth_date": ANY, "citizen_id": ANY}), max_size=6))
def test_any_table_keeps_its_rows(records):
    table = {name: [record[name] for record in records] for name in ("full_name", "birth_date", "citizen_id")}
    assert len(hoten.dedupe(table)) == len(hoten.check(table)) == len(records)


@pytest.mark.parametrize("unit", ["a", "Nguyễn ", "\0", "\ud800", "12/5/1950 "])
def test_huge_strings(unit):
    text = unit * (1_000_000 // len(unit))
    for name in FUNCTIONS:
        getattr(hoten, name)(text)
    assert len(hoten.dedupe({"full_name": [text, text], "birth_date": [text, text]})) == 2
