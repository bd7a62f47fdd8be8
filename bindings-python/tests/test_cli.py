"""The command line."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from hoten._cli import main

SAMPLE = Path(__file__).parents[2] / "core/testdata/sample"
FILE, TRUTH = str(SAMPLE / "residents.csv"), str(SAMPLE / "truth.csv")


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "nho.csv"
    path.write_text(
        "Mã;Họ và tên;Ngày sinh;Ghi chú\n1;Nguyễn Văn Hòa;12/5/1950;x\n2;NGUYỄN VĂN HOÀ;1950-05-12;y\n3;;tháng trước;z\n",
        encoding="utf-16",
    )
    return str(path)


@pytest.fixture(autouse=True)
def english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


def test_check(small, capsys, tmp_path):
    assert main(["check", small, "-o", str(tmp_path / "out"), "--column", "record_id=Mã"]) == 1
    said = capsys.readouterr().out
    assert "3 records, 1 records with errors" in said and "name_empty" in said and "not used: Ghi chú" in said
    assert (tmp_path / "out/quality.html").exists()
    assert main(["check", small, "--ignore", "name_empty", "--ignore", "date_unreadable"]) == 0


def test_dedupe(small, capsys, tmp_path):
    assert main(["dedupe", small, "--save", str(tmp_path / "saved"), "-o", str(tmp_path / "out"), "--lang", "vi"]) == 0
    said = capsys.readouterr().out
    assert "Cột đã dùng: " in said and "cột không dùng: Ghi chú" in said and "1 cặp trùng" in said
    assert (tmp_path / "saved").is_dir() and (tmp_path / "out/report.html").exists()
    assert main(["dedupe", FILE, "--truth", TRUTH, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["records"] == 3736 and told["f1"] > 0.98 and told["columns"]["birth_date"] == "dob"


def test_link(small, capsys):
    assert main(["link", small, small, "--mode", "one_to_one", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["records"] == 6


def test_what_cannot_be_done(capsys):
    assert main(["dedupe", "khong co.csv"]) == 2
    assert "There is no file" in capsys.readouterr().err
    assert main(["dedupe", "khong co.csv", "--lang", "vi", "--json"]) == 2
    said = capsys.readouterr()
    assert "Không tìm thấy tệp" in said.err and json.loads(said.out)["error"]["code"] == "file_not_found"
    with pytest.raises(SystemExit) as stopped:
        main(["dedup", FILE])
    assert stopped.value.code == 2 and "dedupe" in capsys.readouterr().err
    assert main([]) == 2


def test_the_locale_chooses_the_language(capsys, monkeypatch):
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert main(["check", "khong co.csv"]) == 2
    assert "Không tìm thấy" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        main(["--help"])
    assert stopped.value.code == 0 and "tìm các hồ sơ của cùng một người" in capsys.readouterr().out


def run(*arguments, **keywords):
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    return subprocess.run([sys.executable, "-m", "hoten", *arguments], capture_output=True, text=True, env=environment, **keywords)


def test_review_in_the_terminal(tmp_path):
    judged = tmp_path / "judged.csv"
    first = run("review", FILE, "--judgements", str(judged), "--count", "4", input="y\nn\nz\nu\nq\n")
    assert first.returncode == 1 and "2 / 4 pairs judged" in first.stdout
    verdicts = [line.rsplit(",", 1)[1] for line in judged.read_text(encoding="utf-8-sig").splitlines()[1:]]
    assert verdicts == ["same", "unsure"]
    second = run("review", FILE, "--judgements", str(judged), "--count", "4", "--lang", "vi", input="n\nn\n")
    assert second.returncode == 0 and "3/4" in second.stdout and "4 / 4 cặp đã kết luận" in second.stdout


def test_nothing_is_drawn_where_nobody_watches(small):
    done = run("dedupe", small)
    assert done.returncode == 0 and done.stderr == ""


def test_progress_is_drawn_on_a_terminal(small):
    theirs, ours = pty.openpty()
    child = subprocess.Popen([sys.executable, "-m", "hoten", "dedupe", FILE, "--json"], stdout=subprocess.PIPE, stderr=ours)
    out, _ = child.communicate()
    os.close(ours)
    drawn = os.read(theirs, 1 << 16).decode()
    os.close(theirs)
    assert "\r" in drawn and "[" in drawn and "read" in drawn and json.loads(out)["records"] == 3736


def test_the_console_script_is_there():
    script = Path(sys.executable).with_name("hoten")
    if not script.exists():
        pytest.skip("the package is run from its sources")
    assert subprocess.run([script, "--version"], capture_output=True, text=True, check=True).stdout.startswith("hoten ")
