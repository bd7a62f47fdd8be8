"""Index files through Python's door."""

import json
import os
import stat
from pathlib import Path

import pyarrow as pa
import pytest

import hoten

DATA = Path(__file__).parents[2] / "core/testdata/index"
TABLE = {
    "record_id": ["a", "b", "c"],
    "full_name": ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "Trần Thị Bé"],
    "birth_date": ["12/5/1950", "1950-05-12", "1961"],
    "commune": ["An Hảo", "X. An Hảo", "Ba Chúc"],
}


def test_the_same_answers_as_in_rust():
    index = hoten.Index.open(DATA / "people.hoten")
    cases = [json.loads(line) for line in (DATA / "queries.jsonl").read_text("utf-8").splitlines()]
    assert len(cases) == 1000
    for case in cases:
        hits = index.search(case["in"], limit=3, typing=case["typing"])
        assert [[hit.row, hit.score] for hit in hits] == case["out"], case


def test_build_open_search_close(tmp_path):
    path = tmp_path / "residents.hoten"
    built = hoten.Index.build(TABLE, path)
    assert len(built) == 3 and [p.name for p in tmp_path.iterdir()] == ["residents.hoten"]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    for source, map in ((path, False), (str(path), True), (path.read_bytes(), False)):
        with hoten.Index.open(source, map=map) as index:
            hits = index.search({"Họ và tên": "nguyen van hoa", "birth_date": 1950})
            assert {hit.record_id for hit in hits} == {"a", "b"}
            assert hits[-1].record_id in ("a", "b") and not hits.truncated
            index.verify()
        with pytest.raises(hoten.HotenError) as error:
            index.search({"full_name": "x"})
        assert error.value.code == "index_closed"
        # What was found stays.
        why = hits[0].explain()
        assert why.weight == hits[0].score and why.right_id == hits[0].record_id
        assert hits[0].record["full_name"] == "Nguyễn Văn Hòa"
    with pytest.raises(IndexError):
        hits[2]


def test_scores_are_those_of_dedupe(tmp_path):
    index = hoten.Index.build(TABLE, tmp_path / "x")
    result = hoten.dedupe(TABLE, possible=0.0)
    pair = result.pairs.to_pydict()
    place = list(zip(pair["left_id"], pair["right_id"])).index(("a", "b"))
    row = {name: cells[0] for name, cells in TABLE.items() if name != "record_id"}
    hit = next(hit for hit in index.search(row) if hit.record_id == "b")
    # Who asks is no record of the table: other records have no say.
    assert hit.score == pytest.approx(pair["weight"][place] - result.explain("a", "b").neighbours, abs=1e-4)
    assert hit.probability == pytest.approx(1 / (1 + 2**-hit.score), abs=1e-6)
    assert hit.levels["surname"] == pair["surname"][place]


def test_identifiers_keep_their_kind(tmp_path):
    for ids, want in ((pa.array([7, 8, 9]), 7), (["7", "8", "9"], "7"), (None, 0)):
        table = dict(TABLE, record_id=ids)
        if ids is None:
            del table["record_id"]
        index = hoten.Index.build(table, tmp_path / "x")
        hit = index.search({"full_name": "Nguyễn Văn Hòa", "birth_date": "12/5/1950"})[0]
        assert hit.record_id == want and type(hit.record_id) is type(want)


def test_filters_typing_and_tables(tmp_path):
    index = hoten.Index.build(TABLE, tmp_path / "x")
    assert [h.record_id for h in index.search({"full_name": "tran thi b"}, typing=True)] == ["c"]
    assert len(index.search({"full_name": "nguyen van hoa"}, commune="xã An Hảo")) == 2
    assert len(index.search({"full_name": "nguyen van hoa"}, commune="Ba Chúc")) == 0
    table = pa.table(index.search_table(TABLE, limit=1))
    assert table.column_names == ["query_row", "rank", "record_id", "score", "probability"]
    assert table["query_row"].to_pylist() == [0, 1, 2] and set(table["rank"].to_pylist()) == {1}
    assert table["record_id"].to_pylist()[2] == "c"
    hits = index.search({"full_name": "nguyen van hoa"})
    assert len(pa.table(hits.to_table())) == len(hits)


def test_errors_have_codes(tmp_path):
    index = hoten.Index.build(TABLE, tmp_path / "x")
    data = (tmp_path / "x").read_bytes()
    missing = tmp_path / "no such folder" / "x"
    for call, code in (
        (lambda: hoten.Index.open(data[:100]), "index_damaged"),
        (lambda: hoten.Index.open(b"full_name\n"), "not_an_index"),
        (lambda: hoten.Index.open(missing), "index_unreadable"),
        (lambda: hoten.Index.build(TABLE, missing), "index_unwritable"),
        (lambda: hoten.Index.build({"x": ["y"]}, tmp_path / "y"), "no_name_column"),
        (lambda: index.search({"note": "x"}), "unknown_query_field"),
        (lambda: index.search(["x"]), "not_a_record"),
    ):
        with pytest.raises(hoten.HotenError) as error:
            call()
        assert error.value.code == code
    assert not (tmp_path / "y").exists()
    # A torn letter is no name, and no error.
    assert len(index.search({"full_name": "\ud83d"})) == 0


def test_a_callback_that_raises_stops_the_build(tmp_path):
    class Stop(Exception):
        pass

    def progress(stage, done, total):
        if stage == "write":
            raise Stop

    with pytest.raises(Stop):
        hoten.Index.build(TABLE, tmp_path / "x", progress=progress)


def test_repr_shows_no_value(tmp_path):
    index = hoten.Index.build(TABLE, tmp_path / "x")
    hits = index.search({"full_name": "Nguyễn Văn Hòa"})
    for shown in (repr(index), repr(hits), repr(hits[0])):
        assert "guy" not in shown and "Hòa" not in shown
