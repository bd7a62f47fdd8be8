"""The idioms of Polars, pandas, DuckDB and pydantic."""

import doctest  # noqa: F401

import duckdb
import pandas as pd
import polars as pl
import pydantic
import pytest

import hoten
import hoten.duckdb
import hoten.pandas
import hoten.polars
import hoten.pydantic as ht
from hoten._columns import STRUCT, TEXT

NAMES = ["NGUYỄN  VĂN HOÀ", None, "", "Trần Thị Bé"]
CELLS = {"parse_birth_date": ["12/5/1950", None, "", "1961"]}


def plain(name, cells):
    return getattr(hoten, name)(cells).to_pylist()


@pytest.mark.parametrize("name", TEXT + STRUCT)
def test_polars(name):
    cells = CELLS.get(name, NAMES)
    frame = pl.DataFrame({"x": cells})
    made = frame.select(getattr(pl.col("x").hoten, name)())
    assert made["x"].to_list() == plain(name, cells)
    assert getattr(frame["x"].hoten, name)().to_list() == plain(name, cells)
    lazy = frame.lazy().select(getattr(pl.col("x").hoten, name)())
    assert lazy.collect_schema()["x"] == made["x"].dtype
    assert lazy.collect(engine="streaming")["x"].to_list() == plain(name, cells)


def test_polars_streams_in_batches_what_may_be_cut():
    frame = pl.DataFrame({"x": [f"NGUYỄN VĂN {'ABCDEĐ'[at % 6]}" for at in range(250_000)]})
    query = frame.lazy().with_columns(pl.col("x").hoten.fold().alias("y")).filter(pl.col("y").str.ends_with("d"))
    assert query.collect(engine="streaming").height == 83_333 or query.collect(engine="streaming").height == 83_332
    assert query.select(pl.len()).collect().item() == query.select(pl.len()).collect(engine="streaming").item()


def test_polars_columns_decide_their_encoding_as_a_whole():
    """VNI's "Hồ Thị" shows as real syllables: alone it stays, in its column it is read."""
    cells = ["Traàn Vaên Ñieàn"] * 200_000 + ["Hoà Thò Lan"]
    query = pl.LazyFrame({"x": cells}).select(pl.col("x").hoten.clean().struct.field("text"))
    assert query.collect(engine="streaming")["text"][-1] == "Hồ Thị Lan"


def test_polars_groups_nulls_and_keywords():
    frame = pl.DataFrame({"g": [1, 1, 2], "x": ["Trần Xinh", "Chần Sinh", None]})
    keys = frame.select(pl.col("x").hoten.sound_key(profile="north"))["x"]
    assert keys[0] == keys[1] and keys[2] is None
    assert frame.group_by("g", maintain_order=True).agg(pl.col("x").hoten.fold())["x"].to_list() == [["tran xinh", "chan sinh"], [None]]
    assert pl.DataFrame({"x": [None, None]}).select(pl.col("x").hoten.fold())["x"].to_list() == [None, None]


@pytest.mark.parametrize("name", TEXT)
def test_pandas_text(name):
    series = pd.Series(NAMES, index=list("abcd"), name="ten")
    made = getattr(series.hoten, name)()
    assert list(made.index) == list("abcd") and made.name == "ten" and made.dtype == "str"
    assert [None if pd.isna(cell) else cell for cell in made] == plain(name, NAMES)


@pytest.mark.parametrize("name", STRUCT)
def test_pandas_structs(name):
    series = pd.Series(CELLS.get(name, NAMES), index=[5, 6, 7, 8])
    made = getattr(series.hoten, name)()
    want = plain(name, CELLS.get(name, NAMES))
    assert list(made.index) == [5, 6, 7, 8] and list(made.columns) == list(want[0])
    first = {key: (None if not isinstance(cell, list) and pd.isna(cell) else cell) for key, cell in made.iloc[0].items()}
    assert first == want[0] and made.iloc[1].isna().all()


def test_pandas_frames():
    frame = pd.DataFrame({"full_name": ["Lê Lợi", "LÊ LỢI"], "birth_date": ["1/2/1950", "1950-02-01"]})
    assert len(frame.hoten.dedupe().pairs) == 1 and len(frame.hoten.check(today="2026-11-22")) == 2
    assert frame.hoten.link(frame).figures()["records"] == 4
    assert pd.Series([], dtype="str").hoten.parse_name().columns[0] == "surname"


def test_duckdb():
    con = duckdb.connect()
    for _ in range(2):
        hoten.duckdb.register(con)
    con.execute("create table t (x varchar)")
    con.executemany("insert into t values (?)", [[name] for name in NAMES])
    for name in TEXT:
        rows = con.sql(f"select hoten_{name}(x) from t").fetchall()
        assert [row[0] for row in rows] == plain(name, NAMES)
    for name in ("parse_name", "name_keys", "parse_citizen_id", "khmer_keys"):
        rows = con.sql(f"select hoten_{name}(x) from t").fetchall()
        assert [row[0] for row in rows] == plain(name, NAMES), name
    assert con.sql("select count(distinct hoten_fold(x || ' ' || i)) from t, range(5000) r(i)").fetchall() == [(15_000,)]
    hoten.duckdb.register(con, prefix="vn_")
    assert con.sql("select vn_fold('Đặng')").fetchall() == [("dang",)]


class Resident(pydantic.BaseModel):
    full_name: ht.FullName
    birth_date: ht.BirthDate | None = None
    citizen_id: ht.CitizenId | None = None
    identity_card: ht.IdentityCard | None = None
    phone: ht.Phone | None = None
    insurance: ht.InsuranceNumber | None = None
    tax: ht.TaxCode | None = None


def test_pydantic_reads_and_repairs():
    person = Resident(full_name=" NGUYỄN  VĂN HOÀ", birth_date="12/5/1950", citizen_id="089 050 001234",
                      phone="01664223299", tax="0100047516")  # fmt: skip
    assert person.full_name == "Nguyễn Văn Hoà" and isinstance(person.full_name, str)
    assert (person.birth_date, person.citizen_id, person.phone) == ("1950-05-12", "089050001234", "0364223299")
    assert person.birth_date.parsed.year == 1950 and person.phone.findings[0].code
    assert Resident(full_name="Lê Lợi", birth_date="1950").birth_date == "1950"
    again = Resident.model_validate_json(person.model_dump_json())
    assert again == person and again.model_dump() == person.model_dump()


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("full_name", "", "name_empty"),
        ("birth_date", "tháng trước", "date_unreadable"),
        ("citizen_id", "7,9E+10", "id_destroyed"),
        ("citizen_id", "12345", "number_wrong_length"),
        ("phone", "{x}", "number_unreadable"),
    ],
)
def test_pydantic_errors_carry_our_codes(field, value, code):
    for lang in ("en", "vi"):
        with pytest.raises(pydantic.ValidationError) as raised:
            Resident.model_validate({"full_name": "Lê Lợi", field: value}, context={"lang": lang})
        [error] = raised.value.errors()
        assert error["type"] == code and error["loc"] == (field,)
        assert ("Hãy" in error["msg"]) == (lang == "vi")


def test_pydantic_schema():
    schema = Resident.model_json_schema()
    assert schema["properties"]["full_name"]["type"] == "string"
    with pytest.raises(pydantic.ValidationError):
        Resident(full_name=7)
