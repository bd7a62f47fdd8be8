"""Forty values that stand nowhere else go through every field: no error, log line, repr, pickle,
temporary file or default view of Python shows one."""

import io
import json
import logging
import pickle
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

import hoten

LISTED = json.loads((Path(__file__).parents[2] / "core/testdata/hostile/canaries.json").read_text("utf-8"))
HEADERS, ROWS = LISTED["headers"], LISTED["rows"]
CANARIES = [value for row in ROWS for value in row if len(value) > 2]
# Twice, so that there are pairs, clusters and findings between records.
TABLE = {header: [row[at] for row in ROWS] * 2 for at, header in enumerate(HEADERS)}


def unseen(what, text):
    for canary in CANARIES:
        assert canary not in text, (what, canary)


def test_reprs_and_default_views():
    functions = ["clean", "name_keys", "parse_name", "parse_birth_date", "parse_citizen_id", "parse_identity_card"]
    functions += ["parse_insurance_number", "parse_phone", "parse_tax_code"]
    for value in CANARIES:
        for name in functions:
            result = getattr(hoten, name)(value)
            unseen(name, repr(result))
            for finding in getattr(result, "findings", []):
                unseen(name, repr(finding))
        unseen("records", repr(hoten.check_record(dict.fromkeys(HEADERS, value))))
        unseen("places", repr(hoten.resolve_place(commune=value)))
        unseen("column", repr(hoten.normalize([value])))
        unseen("structs", repr(hoten.parse_name([value])))
    linkage = hoten.dedupe(TABLE, possible=0.0)
    parts = [linkage, linkage.explain("0", "4"), linkage.model, linkage.pairs, linkage.clusters, linkage.findings, linkage.golden]
    parts += [hoten.check(TABLE, today="2026-11-22"), linkage.review(widget=False)]
    for part in parts:
        unseen(type(part).__name__, repr(part))
    unseen("summary", linkage.summary())
    for part in parts[:2]:
        unseen(type(part).__name__, part._repr_html_())


def test_errors_and_their_tracebacks():
    value, number = ROWS[0][0], ROWS[0][2]
    linkage = hoten.dedupe(TABLE)
    calls = [
        lambda: linkage.explain(value, number),
        lambda: linkage.pair(value, number),
        lambda: hoten.dedupe({**TABLE, "record_id": [number] * 8}),
        lambda: hoten.dedupe(TABLE, rules=json.dumps({value: number})),
        lambda: hoten.dedupe(TABLE, judgements={"left_id": [value], "right_id": [number], "verdict": [value]}),
        lambda: hoten.normalize([value, 7]),
        lambda: hoten.check_record({"full_name": value, "birth_date": object()}),
        lambda: hoten.Index.from_bytes(value.encode()) if hasattr(hoten.Index, "from_bytes") else hoten.normalize([value, b"x"]),
    ]
    seen = 0
    for call in calls:
        try:
            call()
        except hoten.HotenError as error:
            seen += 1
            for text in (str(error), repr(error), repr(error.args), repr(vars(error)), repr(error.__cause__)):
                unseen("error", text)
        except (TypeError, AttributeError) as error:
            unseen("error", repr(error))
    assert seen >= 4


def test_log_lines(caplog):
    with caplog.at_level(logging.DEBUG):
        hoten.dedupe(TABLE)
        hoten.check(TABLE)
    unseen("log", caplog.text)


def test_pickles():
    """What can be pickled holds no record; the rest refuses."""
    linkage = hoten.dedupe(TABLE)
    refused = 0
    parts = [linkage, linkage.explain("0", "4"), linkage.pairs, linkage.golden, linkage.model]
    parts += [hoten.parse_name(ROWS[0][0]), hoten.clean(ROWS[0][0]), hoten.check(TABLE)]
    for part in parts:
        try:
            held = pickle.dumps(part)
        except Exception as error:  # noqa: BLE001
            refused += 1
            unseen("error", str(error))
        else:
            for canary in CANARIES:
                assert canary.encode() not in held, type(part)
    assert refused >= 3


def test_files_are_where_they_were_asked_for_and_their_owner_s(tmp_path, monkeypatch):
    elsewhere = tmp_path / "temporary"
    elsewhere.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(elsewhere))
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    monkeypatch.chdir(elsewhere)
    linkage = hoten.dedupe(TABLE, possible=0.0)
    linkage.write_report(tmp_path / "report")
    hoten.check(TABLE).write_report(tmp_path / "quality")
    linkage.save(tmp_path / "saved")
    linkage.review(path=tmp_path / "judged.csv", widget=False).same()
    assert list(elsewhere.iterdir()) == []
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) >= 8
    for path in files:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path
    unseen("report", (tmp_path / "report/report.html").read_text("utf-8"))


def test_the_command_says_nothing_of_a_person(tmp_path):
    path = tmp_path / "table.csv"
    lines = [",".join(HEADERS)] + [",".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in zip(*TABLE.values())]
    path.write_text("\n".join(lines).replace("\0", ""), encoding="utf-8")
    for command in ("dedupe", "check"):
        run = subprocess.run([sys.executable, "-m", "hoten", command, str(path)], capture_output=True, cwd=tmp_path, check=False)
        said = io.TextIOWrapper(io.BytesIO(run.stdout + run.stderr), encoding="utf-8", errors="replace").read()
        # Names of communes are what a quality report counts by.
        for row in ROWS:
            said = said.replace(row[6], "")
        unseen(command, said)
