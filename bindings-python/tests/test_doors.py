"""Two tables, new records, single steps of the walk, models."""

import json
import math

import polars as pl
import pyarrow as pa
import pytest

import hoten
from hoten.review import Review

LEFT = pa.table({
    "id": ["a", "b", "c"],
    "full_name": ["Phạm Thị Lan", "Trần Văn Sáu", "Trần Văn Sáu"],
    "dob": ["02/09/1961", "04/03/1958", "04/03/1958"],
    "cccd": ["089161000123", "089058004455", "089058004455"],
})
RIGHT = pa.table({
    "ma": ["x", "y", "z"],
    "hoten": ["TRAN VAN SAU", "PHẠM THỊ LAN", "Phạm Thị Lan"],
    "Ngày sinh": ["1958-03-04", "02/09/1961", "1961"],
    "Số CCCD": ["089058004455", "089161000123", "089161000123"],
})


def matches(result):
    pairs = result.pairs.to_pydict()
    return list(zip(pairs["left_id"], pairs["right_id"]))


@pytest.mark.parametrize(
    ("mode", "want"),
    [
        ("many_to_many", [("a", "y"), ("a", "z"), ("b", "x"), ("c", "x")]),
        ("one_to_many", [("a", "y"), ("a", "z"), ("b", "x")]),
        ("many_to_one", [("a", "y"), ("b", "x"), ("c", "x")]),
        ("one_to_one", [("a", "y"), ("b", "x")]),
    ],
)
def test_link(mode, want):
    result = hoten.link(LEFT, pl.from_arrow(RIGHT), mode=mode)
    assert matches(result) == want
    refused = result.refused.to_pydict()
    assert len(refused["reason"]) == 4 - len(want) and set(refused["reason"]) <= {"taken"}
    clusters = result.clusters.to_pydict()
    assert clusters["side"] == ["left"] * 3 + ["right"] * 3
    assert result.explain("a", "y").left_id == "a"
    truth = {"id": ["a", "b", "c"], "person": ["lan", "sáu", "sáu"]}
    other = {"id": ["x", "y", "z"], "person": ["sáu", "lan", "lan"]}
    assert result.evaluate(truth, other).precision == 1.0


def test_link_says_what_it_cannot_do():
    with pytest.raises(hoten.HotenError) as error:
        hoten.link(LEFT, RIGHT, mode="1:1")
    assert error.value.code == "unknown_link_mode"


def test_update():
    known = hoten.dedupe(LEFT)
    new = {"id": ["m", "n"], "full_name": ["PHAM THI LAN", "Lý Ba"], "dob": ["02/09/1961", "1977"],
           "cccd": ["089161000123", None]}
    result = hoten.update(LEFT, known.clusters, new, model=known.model, fit=False)
    assert result.clusters.to_pydict()["cluster_id"] == ["a", "b", "b", "a", "n"]
    assert result.joined.to_pydict() == {"record_id": ["m"], "cluster_id": ["a"]}
    assert len(result.merges) == 0
    split = {"record_id": ["a", "b", "c"], "cluster_id": ["P1", "P2", "P3"]}
    third = {"id": ["m"], "full_name": ["TRAN VAN SAU"], "dob": ["04/03/1958"], "cccd": ["089058004455"]}
    merges = hoten.update(LEFT, split, third).merges.to_pydict()
    assert (merges["left_cluster_id"], merges["right_cluster_id"]) == (["P2"], ["P3"])


def test_forecast_and_candidates():
    forecast = hoten.forecast(LEFT).to_pydict()
    by_rule = dict(zip(forecast["rule"], forecast["pairs"]))
    assert by_rule["citizen ID"] == 1 and by_rule["name and year"] == 1
    stream = hoten.candidates(LEFT)
    for _ in range(2):
        assert pa.table(stream).to_pydict() == {"left_id": ["b"], "right_id": ["c"], "rule": ["citizen ID"]}
    across = pa.table(hoten.candidates(LEFT, RIGHT))
    assert across.num_rows == 4 and set(across["left_id"].to_pylist()) == {"a", "b", "c"}
    assert dict(zip(*list(hoten.forecast(LEFT, RIGHT).to_pydict().values())[:2]))["citizen ID"] == 4
    with pytest.raises(hoten.HotenError):
        hoten.candidates({"cột lạ": ["x"]})


def test_a_stream_may_be_left_half_read():
    names = ["Nguyễn Văn Hòa"] * 150
    stream = hoten.candidates({"full_name": names, "dob": ["1950"] * 150})
    reader = pa.RecordBatchReader.from_stream(stream)
    assert reader.read_next_batch().num_rows > 0
    del reader
    assert pa.table(stream).num_rows == 150 * 149 // 2


def test_models_are_json():
    model = hoten.train(LEFT)
    text = model.to_json()
    assert hoten.Model.from_json(text) == model != hoten.Model()
    parsed = json.loads(text)
    schema = json.loads(hoten.Model.schema())
    assert set(parsed) <= set(schema["properties"])
    for comparison, levels in parsed["comparisons"].items():
        known = schema["properties"]["comparisons"]["properties"][comparison]["properties"]
        assert set(levels) == set(known)
        for level in levels.values():
            assert all(math.isfinite(number) for number in level.values())
    for wrong, code in [
        ("{", "json_unreadable"),
        ('{"format": "hoten-model", "version": 99}', "json_newer"),
        ('{"format": "hoten-model", "version": 1, "x": 1}', "json_unknown_key"),
    ]:
        with pytest.raises(hoten.HotenError) as error:
            hoten.Model.from_json(wrong)
        assert error.value.code == code


def test_a_model_comes_in_by_every_door(tmp_path):
    first = hoten.dedupe(LEFT)
    path = tmp_path / "model.json"
    path.write_text(first.model.to_json(), encoding="utf-8")
    for door in (first.model, first.model.to_json(), path, str(path)):
        again = hoten.dedupe(LEFT, model=door, fit=False)
        assert pa.table(again.pairs) == pa.table(first.pairs)
    taught = hoten.train(LEFT, truth={"id": ["b", "c"], "person": ["1", "1"]})
    assert isinstance(taught, hoten.Model)


def test_golden_records():
    golden = hoten.dedupe(LEFT).golden.to_pydict()
    assert golden["cluster_id"] == ["a", "b"] and golden["records"] == [1, 2]
    assert golden["full_name"] == ["Phạm Thị Lan", "Trần Văn Sáu"]
    assert golden["full_name_from"] == ["a", "b"] and golden["full_name_reason"] == ["only", "agreed"]


def test_golden_records_of_declared_fields():
    table = {
        "record_id": [7, 8, 9],
        "full_name": ["Phạm Thị Lan", "PHAM THI LAN", "Trần Văn Sáu"],
        "dob": ["02/09/1961", "02/09/1961", "1/1/1950"],
        "nghề": ["nong dan", "Nông dân", ""],
        "ngày cấp": ["2016", "01/03/2016", None],
    }
    result = hoten.dedupe(table, fields={"nghề": "text", "ngày cấp": "date"})
    golden = result.golden.to_pydict()
    assert golden["cluster_id"] == ["7", "9"]
    assert golden["nghề"] == ["Nông dân", None] and golden["nghề_from"] == ["8", None]
    assert golden["nghề_reason"] == ["most_complete", None]
    assert golden["ngày cấp"] == ["01/03/2016", None]
    left, right = result.pair(7, 8)
    assert (left["nghề"], right["ngày cấp"]) == ("nong dan", "01/03/2016")
    shown = Review(result, [("7", "8")]).view()["pair"]["rows"]
    assert [row["label"] for row in shown[-2:]] == ["nghề", "ngày cấp"]
    assert "nghề" in result.explain(7, 8)._repr_html_()


def test_identifiers_that_are_numbers_in_a_list():
    table = {"record_id": [10, 2, None], "full_name": ["Lê Lợi", "LÊ LỢI", "Trần Bé"], "dob": ["1950"] * 3}
    clusters = hoten.dedupe({**table, "record_id": [10, 2, 3]}).clusters.to_pydict()
    assert clusters["record_id"] == ["10", "2", "3"]
    with pytest.raises(hoten.HotenError) as error:
        hoten.dedupe({**table, "record_id": [True, False, True]})
    assert error.value.code == "not_text"


def test_judgements():
    judged = {"left_id": ["a", "b"], "right_id": ["b", "c"], "verdict": ["same", "khác"]}
    result = hoten.dedupe(LEFT, judgements=judged)
    clusters = dict(zip(*result.clusters.to_pydict().values()))
    assert clusters["a"] == clusters["b"] != clusters["c"]
    assert "cannot_link" in result.refused.to_pydict()["reason"]
    with pytest.raises(hoten.HotenError) as error:
        hoten.dedupe(LEFT, judgements={"l": ["a"], "r": ["b"], "v": ["perhaps"]})
    assert error.value.code == "unknown_verdict"


def test_evaluation_review_and_charts():
    result = hoten.dedupe(LEFT, possible=0.0)
    truth = {"record_id": ["a", "b", "c"], "person": ["1", "2", "2"]}
    found = result.evaluate(truth)
    assert (found.precision, found.recall, found.f1) == (1.0, 1.0, 1.0)
    assert (found.true_pairs, found.predicted_pairs, found.correct_pairs) == (1, 1, 1)
    assert sum(found.calibration.to_pydict()["pairs"]) == len(result.pairs)
    assert {"weight", "precision", "recall", "f1", "pairs"} == set(found.thresholds.to_pydict())
    assert found.to_svg().startswith("<svg") and "<svg" in found._repr_html_()
    waterfall = result.explain("b", "c").to_svg(lang="vi")
    assert "họ" in waterfall and "Sáu" not in waterfall
    assert "Sáu" in result.explain("b", "c").to_svg(redact=False)
    told = result.explain("b", "c").to_dict(lang="vi")
    assert told["rule"] == "citizen ID" and told["rule_words"] == "số định danh"
    assert told["fields"][0]["field_words"] == "họ" and told["fields"][0]["level_words"] == "giống"
    assert set(result.weak_clusters.to_pydict()) == {"cluster_id", "records", "weakest", "agreement", "bridges"}
    assert set(result.suggest(3).to_pydict()) == {"left_id", "right_id", "probability", "alike"}
    assert hoten.dedupe({"full_name": ["Lê A"]}).unlinkable.to_pydict()["reason"] == ["no_key"]


def test_results_are_saved_and_opened(tmp_path):
    first = hoten.link(LEFT, RIGHT, possible=0.01)
    first.save(tmp_path / "result")
    again = hoten.open_result(tmp_path / "result")
    for table in ("pairs", "clusters", "golden", "refused", "unlinkable", "weak_clusters"):
        assert pa.table(getattr(again, table)) == pa.table(getattr(first, table)), table
    assert again.summary() == first.summary() and again.model == first.model
    assert again.explain("a", "y").to_dict() == first.explain("a", "y").to_dict()
    (tmp_path / "result" / "pairs.csv").write_text("left,right,weight,rule,pattern\n0,99,1,0,0\n")
    with pytest.raises(hoten.HotenError) as error:
        hoten.open_result(tmp_path / "result")
    assert error.value.code == "saved_damaged" and "pairs.csv" in str(error.value)


def test_rules_are_json():
    shipped = json.loads(hoten.shipped_rules())
    assert len(shipped["rules"]) > 20 and hoten.dedupe(LEFT, rules=hoten.shipped_rules())
    own = {**shipped, "rules": [{"name": "my rule", "parts": ["name", "date"]}]}
    assert pa.table(hoten.candidates(LEFT, rules=json.dumps(own))).to_pydict()["rule"] == ["my rule"]
    own["rules"][0]["parts"] = ["nam"]
    with pytest.raises(hoten.HotenError) as error:
        hoten.forecast(LEFT, rules=json.dumps(own))
    assert error.value.code == "json_invalid" and "rules.0.parts.0" in str(error.value)
