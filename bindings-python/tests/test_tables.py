"""One table, brought in by every door, gives one result."""

import csv
import datetime

import duckdb
import openpyxl
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet
import pytest

import hoten

SURNAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh"]
GIVEN = ["Hòa", "Bé", "Lợi", "Ánh", "Sáu", "Tư", "Điền"]
HEADERS = ["Mã hồ sơ", "Họ và tên", "Ngày sinh", "Số CCCD", "Ghi chú"]


def rows(count):
    """Made-up records; every fourth repeats the one before it in capitals."""
    made = []
    for at in range(count):
        person = at - 1 if at % 4 == 3 else at
        name = f"{SURNAMES[person % 5]} Văn {GIVEN[person % 7]} {GIVEN[person // 7 % 7]}"
        born = datetime.date(1940 + person % 60, 1 + person % 12, 1 + person % 28)
        number = f"0890{person % 60 + 40:02}{person:06}" if person % 3 else None
        made.append([f"HS{at}", name.upper() if at != person else name, born.strftime("%d/%m/%Y"), number, "x"])
    return made


def arrow(count):
    columns = list(zip(*rows(count))) or [[]] * len(HEADERS)
    return pa.table({name: pa.array(list(column), pa.string()) for name, column in zip(HEADERS, columns)})


def text_file(folder, count, encoding, delimiter):
    path = folder / f"table-{encoding}.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow(HEADERS)
        writer.writerows(rows(count))
    return path


def workbook(folder, count):
    book = openpyxl.Workbook()
    book.active.append(HEADERS)
    for row in rows(count):
        book.active.append(row)
    book.save(folder / "table.xlsx")
    return folder / "table.xlsx"


def parquet(folder, count):
    pyarrow.parquet.write_table(arrow(count), folder / "table.parquet")
    return folder / "table.parquet"


def relation(folder, count):
    con = duckdb.connect()
    con.register("held", arrow(count))
    return con.sql("select * from held")


DOORS = {
    "pyarrow": lambda folder, count: arrow(count),
    "polars": lambda folder, count: pl.from_arrow(arrow(count)),
    "pandas": lambda folder, count: arrow(count).to_pandas(),
    "duckdb": relation,
    "dict": lambda folder, count: arrow(count).to_pydict(),
    "csv": lambda folder, count: text_file(folder, count, "utf-8", ","),
    "csv with BOM and ;": lambda folder, count: text_file(folder, count, "utf-8-sig", ";"),
    "UTF-16 with tabs": lambda folder, count: str(text_file(folder, count, "utf-16", "\t")),
    "parquet": parquet,
    "xlsx": workbook,
}


def told(table):
    """Everything a run gives, as plain values."""
    result = hoten.dedupe(table)
    parts = {name: getattr(result, name).to_pydict() for name in ("pairs", "clusters", "golden", "findings")}
    columns = result.columns, result.ignored_columns
    return len(result), columns, parts, hoten.check(table, today="2026-11-22").findings.to_pydict()


@pytest.mark.parametrize("count", [0, 1, 3, 1000])
@pytest.mark.parametrize("door", DOORS)
def test_every_door_gives_the_same(door, count, tmp_path):
    got = told(DOORS[door](tmp_path, count))
    assert got == told(arrow(count))
    assert got[0] == count and got[1][1] == ["Ghi chú"]
    if count == 1000:
        assert len(set(got[2]["clusters"]["cluster_id"])) < 900


@pytest.mark.parametrize("door", DOORS)
def test_every_function_takes_every_door(door, tmp_path):
    def table():
        return DOORS[door](tmp_path, 40)

    plain = arrow(40)
    assert hoten.forecast(table()).to_pydict() == hoten.forecast(plain).to_pydict()
    assert pa.table(hoten.candidates(table())) == pa.table(hoten.candidates(plain))
    assert hoten.train(table()) == hoten.train(plain)
    other = pa.table({"Họ và tên": ["NGUYỄN VĂN HÒA HÒA"], "Ngày sinh": ["01/01/1940"]})
    assert pa.table(hoten.link(table(), other).pairs) == pa.table(hoten.link(plain, other).pairs)


def test_what_was_understood_is_told_in_one_line(caplog):
    with caplog.at_level("INFO", logger="hoten"):
        hoten.train(arrow(3))
    line = "columns used: record_id = Mã hồ sơ, full_name = Họ và tên, birth_date = Ngày sinh, citizen_id = Số CCCD; ignored: Ghi chú"
    assert caplog.messages == [line]
    assert line in repr(hoten.dedupe(arrow(3))) and line in repr(hoten.check(arrow(3)))


def test_results_are_read_by_every_package():
    result = hoten.dedupe(arrow(8))
    clusters = result.clusters  # noqa: F841 (DuckDB finds it by its name)
    assert pl.DataFrame(result.clusters).height == len(pd.DataFrame(result.clusters.to_pydict())) == 8
    con = duckdb.connect()
    con.register("clusters", pa.table(result.clusters))
    assert con.sql("select count(*) from clusters").fetchall() == [(8,)]


def test_parquet_needs_some_reader(tmp_path, monkeypatch):
    import importlib

    path = parquet(tmp_path, 3)

    def missing(name, *rest):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with pytest.raises(hoten.HotenFileError) as error:
        hoten.dedupe(path)
    assert error.value.code == "parquet_reader_missing" and "pip install pyarrow" in str(error.value)


def test_damaged_parquet(tmp_path):
    path = tmp_path / "x.parquet"
    path.write_bytes(b"PAR1 and no more")
    with pytest.raises(hoten.HotenError) as error:
        hoten.dedupe(path)
    assert error.value.code == "file_unreadable"


def test_judgements_and_truth_may_be_files(tmp_path):
    path = tmp_path / "judged.csv"
    path.write_text("left_id,right_id,verdict\nHS0,HS1,same\n", encoding="utf-8-sig")
    assert "1 judgements used" in hoten.dedupe(arrow(8), judgements=path).summary()
    truth = tmp_path / "truth.csv"
    truth.write_text("record_id,person\nHS2,a\nHS3,a\n", encoding="utf-8")
    assert hoten.dedupe(arrow(8)).evaluate(str(truth)).true_pairs == 1
