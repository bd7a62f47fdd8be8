"""Checks of a record and of a table."""

import datetime
import json

import hoten
import pyarrow as pa
import pytest

TABLE = pa.table(
    {
        "record_id": ["a", "b", "c"],
        "source": ["hotich", "dancu", "dancu"],
        "full_name": ["Nguyễn Văn Hòa", "<script>alert(1)</script>", "Trần Thị Bé"],
        "birth_date": ["12/5/1950", "30/02/1971", None],
        "sex": ["Nữ", "1", "Nữ"],
        "citizen_id": ["089050001234", "7,9E+10", None],
        "province": ["An Giang", "Sóc Trăng", "An Giang"],
    }
)


def codes(found):
    return [finding.code for finding in found]


def test_a_record_is_any_mapping_of_fields_or_headers():
    record = {"Họ và tên": "Trần Thị Lan", "sex": "Nam", "ghi chú": "x", "phone": 912345678}
    assert "sex_against_name" in codes(hoten.check_record(record))
    assert codes(hoten.check_record(record, ignore=["sex_against_name", "leading_zero_lost"])) == []
    assert codes(hoten.check_record({"sex": None})) == ["value_missing"]


def test_the_day_is_a_date_or_text_and_today_unless_given():
    tomorrow = datetime.date.today() + datetime.timedelta(days=1)
    record = {"birth_date": tomorrow.strftime("%d/%m/%Y")}
    assert codes(hoten.check_record(record)) == ["birth_after_today"]
    assert codes(hoten.check_record(record, today=tomorrow)) == []
    assert codes(hoten.check_record(record, today=tomorrow.isoformat())) == []
    for wrong, code in (({"today": "x"}, "not_a_date"), ({"ignore": ["gone"]}, "unknown_finding")):
        with pytest.raises(hoten.HotenError) as error:
            hoten.check_record(record, **wrong)
        assert error.value.code == code


def test_a_table_gives_findings_and_figures():
    quality = hoten.check(TABLE, today="2026-11-22", title="xã An Hảo")
    rows = pa.table(quality.findings).to_pylist()
    assert {"record_id": "a", "field": "citizen_id", "code": "citizen_id_sex_mismatch", "severity": "warning"} in rows
    assert {row["record_id"] for row in rows if row["severity"] == "error"} == {"b"}
    figures = quality.to_dict()
    assert figures["title"] == "xã An Hảo" and figures["day"] == "2026-11-22"
    assert figures["counts"]["records"] == len(quality) == 3
    assert json.dumps(figures) and "3 records" in quality.summary()
    assert "<script" not in quality._repr_html_() and "<svg" in quality._repr_html_()


def test_weeks_are_compared(tmp_path):
    before = hoten.check(TABLE.slice(0, 1), today="2026-11-15")
    now = hoten.check(TABLE, today="2026-11-22")
    saved = tmp_path / "quality.json"
    before.save(saved)
    for earlier in (before, saved, str(saved)):
        change = now.compare(earlier)
        assert change["total"]["before"]["records"] == 1 and change["units"]
        assert "15/11/2026" in now.to_html(earlier=earlier)
    saved.write_text("{", encoding="utf-8")
    with pytest.raises(hoten.HotenError) as error:
        now.compare(saved)
    assert error.value.code == "report_damaged"


def test_a_page_and_sheets(tmp_path):
    quality = hoten.check(TABLE)
    quality.write_report(tmp_path / "out", lang="en")
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["findings.csv", "quality.html", "quality.json", "units.csv"]
    assert "Quality of resident data" in (tmp_path / "out/quality.html").read_text(encoding="utf-8")
    number = "089050001234"
    assert number not in quality.to_html() and number in quality.to_html(redact=False)


def test_clusters_of_a_dedupe_are_taken():
    table = {
        "full_name": ["Nguyễn Văn Hòa", "Nguyen Van Hoa"],
        "birth_date": ["12/5/1950", "12/5/1950"],
        "phone": ["0912345678", "0912345678"],
    }
    linkage = hoten.dedupe(table, threshold=0.0, possible=0.0)
    found = pa.table(hoten.check(table, clusters=linkage).findings)["code"].to_pylist()
    clusters = linkage.clusters.to_pydict()["cluster_id"]
    assert ("record_duplicate" in found) == (clusters[0] == clusters[1])


def test_what_the_callback_raises_stops_the_run():
    def stop(stage, done, total):
        raise KeyError(stage)

    with pytest.raises(KeyError):
        hoten.check(TABLE, progress=stop)
