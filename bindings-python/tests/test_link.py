"""From a table to explained clusters."""

import json
import os
import signal
import threading
import time
from pathlib import Path

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import hoten

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "core/testdata/sample/residents.csv"

TABLE = pa.table({
    "record_id": ["a", "b", "c"],
    "full_name": ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "Trần <script>Bé"],
    "birth_date": ["12/5/1950", "1950-05-12", "1961"],
    "citizen_id": ["089050001234", None, None],
    "<b>note</b>": ["x", "y", "z"],
})


def clusters(result):
    return result.clusters.to_pydict()["cluster_id"]


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        TABLE.to_batches()[0],
        pa.concat_tables([TABLE[:1], TABLE[1:]]),
        TABLE.to_pandas(),
        pl.from_arrow(TABLE),
        TABLE.to_pydict(),
        TABLE.to_struct_array() if hasattr(TABLE, "to_struct_array") else TABLE,
    ],
    ids=lambda table: type(table).__name__,
)
def test_every_table(table):
    assert clusters(hoten.dedupe(table)) == ["a", "a", "c"]


def test_a_reader_is_read_once():
    assert clusters(hoten.dedupe(TABLE.to_reader())) == ["a", "a", "c"]


def test_the_result_outlives_the_table():
    table = pa.table({name: column.to_pylist() for name, column in zip(TABLE.column_names, TABLE.columns)})
    result = hoten.dedupe(table)
    del table
    pa.default_memory_pool().release_unused()
    assert result.explain("a", "b").fields[0].left == "nguyễn"


def test_result():
    result = hoten.dedupe(TABLE)
    assert len(result) == 3 and repr(result) == "Linkage(3 records, 1 pairs; columns used: record_id, full_name, birth_date, citizen_id; ignored: <b>note</b>)"
    pairs = result.pairs.to_pydict()
    assert (pairs["left_id"], pairs["right_id"]) == (["a"], ["b"])
    assert pairs["birth_date"] == ["same"] and pairs["probability"][0] > 0.9
    assert pl.DataFrame(result.pairs).height == len(result.pairs) == result.pairs.to_pandas().shape[0] == 1
    summary = result.summary()
    assert "3 records" in summary and "full_name = full_name" in summary and "<b>note</b>" in summary
    assert "<b>note" not in result._repr_html_() and "&lt;b&gt;note" in result._repr_html_()
    findings = result.findings.to_pydict()
    assert set(findings) == {"record_id", "field", "code", "severity"}


def test_explanation():
    explanation = hoten.dedupe(TABLE).explain("a", "c")
    told = json.loads(json.dumps(explanation.to_dict()))
    weights = sum(field["weight"] + field["frequency_weight"] for field in told["fields"])
    assert abs(told["prior"] + told["dependence"] + weights - told["weight"]) < 1e-3
    assert 0 <= told["probability"] <= 1 and told["left_id"] == "a"
    assert [field.field for field in explanation.fields] == [field["field"] for field in told["fields"]]
    for shown in (explanation._repr_html_(), repr(explanation), repr(explanation.fields[0])):
        assert "Hòa" not in shown and "hòa" not in shown and "089050001234" not in shown
    open_page = explanation.to_html(redact=False)
    assert "Hòa" in open_page and "<script" not in open_page


def test_rows_stand_for_missing_ids():
    result = hoten.dedupe({"full_name": ["Lê Lợi", "Lê Lợi"]})
    assert result.explain(0, 1).left_id == "0" == result.explain("0", "1").left_id


def test_small_and_odd_tables():
    assert clusters(hoten.dedupe({"full_name": []})) == []
    assert clusters(hoten.dedupe({"full_name": ["Lê Lợi"]})) == ["0"]
    assert clusters(hoten.dedupe({"full_name": pa.nulls(3)})) == ["0", "1", "2"]
    numbers = pa.table({"record_id": [7, 8], "full_name": ["Lê Lợi", "Trần Bé"], "birth_date": [1950, 1960]})
    assert clusters(hoten.dedupe(numbers)) == ["7", "8"]


def test_files(tmp_path):
    path = tmp_path / "r.csv"
    path.write_text("Họ và tên;Ngày sinh\nNguyễn Văn Hòa;12/5/1950\nNguyễn Văn Hoà;12-05-1950\n", encoding="utf-16")
    assert clusters(hoten.dedupe(path)) == clusters(hoten.dedupe(str(path))) == ["0", "0"]


def test_the_sample_by_every_door_and_any_threads():
    frame = pd.read_csv(SAMPLE, dtype=str)
    first = hoten.dedupe(SAMPLE)
    for other in (hoten.dedupe(frame), hoten.dedupe(SAMPLE, threads=1), hoten.dedupe(pl.from_pandas(frame), threads=3)):
        assert pa.table(other.clusters) == pa.table(first.clusters)
        assert pa.table(other.pairs) == pa.table(first.pairs)
    evaluation = first.evaluate(ROOT / "core/testdata/sample/truth.csv")
    print(evaluation)
    assert evaluation.precision > 0.9 and evaluation.recall > 0.9


def test_report(tmp_path):
    hoten.dedupe(TABLE).write_report(tmp_path / "out")
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"pairs.csv", "clusters.csv", "findings.csv", "report.html"}
    page = hoten.dedupe(TABLE).to_html()
    assert page.lower().startswith("<!doctype") and "089050001234" not in page


def fails(code, *args, **keywords):
    with pytest.raises(hoten.HotenError) as error:
        hoten.dedupe(*args, **keywords)
    assert error.value.code == code
    return str(error.value)


def test_errors():
    for value in (7, None, pl.LazyFrame({"a": [1]}), pa.array(["a"])):
        fails("not_a_table", value)
    assert "ho ten" in fails("unknown_column", TABLE, columns={"full_name": "ho ten"})
    assert "fullname" in fails("unknown_field", TABLE, columns={"fullname": "full_name"})
    fails("no_name_column", {"a": ["b"]})
    fails("not_a_probability", TABLE, threshold=1.5)
    fails("file_not_found", "there is no such file.csv")
    fails("column_lengths", {"full_name": ["a"], "sex": []})
    fails("repeated_record_id", {"record_id": ["a", "a"], "full_name": ["x", "y"]})
    with pytest.raises(hoten.HotenError) as error:
        hoten.dedupe(TABLE).explain("a", "nobody")
    assert error.value.code == "no_such_record"


def test_progress_is_told_and_may_stop():
    told = []
    hoten.dedupe(SAMPLE, progress=lambda *step: told.append(step))
    assert {stage for stage, _, _ in told} >= {"read", "score"}
    assert all(0 <= done <= total or total == 0 for _, done, total in told)

    def refuse(stage, done, total):
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        hoten.dedupe(SAMPLE, progress=refuse)


def test_ctrl_c_stops_a_long_run():
    frame = pd.concat([pd.read_csv(SAMPLE, dtype=str).drop(columns="record_id")] * 40)
    timer = threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGINT))
    timer.start()
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        hoten.dedupe(frame, threads=1)
        time.sleep(5)  # where the run was faster than the signal
    assert time.monotonic() - start < 5
