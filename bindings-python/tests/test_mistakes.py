"""Common mistakes and what is said to them: `mistakes.jsonl`.

A line is a mistake, the call that makes it, the code, what the text must say (where, what was seen,
the nearest name, the next step), and the text itself, so that a change of wording is seen in review.
"""

import json
import os
from pathlib import Path

import openpyxl
import polars
import pyarrow
import pytest

import hoten

LINES = (Path(__file__).parent / "mistakes.jsonl").read_text(encoding="utf-8").splitlines()
CASES = [json.loads(line) for line in LINES]


@pytest.fixture
def names(tmp_path, monkeypatch):
    """What the calls may name."""
    book = openpyxl.Workbook()
    book.active.append(["Họ và tên"])
    book.active.append(["Lê Lợi"])
    book.save(tmp_path / "b.xlsx")

    def file(name, data):
        (tmp_path / name).write_bytes(data)
        return str(tmp_path / name)

    return {"hoten": hoten, "polars": polars, "pyarrow": pyarrow, "file": file,
            "folder": str(tmp_path), "workbook": str(tmp_path / "b.xlsx")}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["mistake"])
def test_the_text_teaches(case, names):
    with pytest.raises(hoten.HotenError) as raised:
        eval(case["call"], names)  # noqa: S307
    error = raised.value
    said = str(error).replace(names["folder"], "FOLDER").replace(os.getcwd(), "HERE")
    assert error.code == case["code"] and said == case["text"]
    assert not [word for word in case["says"] if word not in said]
    assert "{" not in said.replace("{}", ""), "a slot was not filled"
    assert error.message("vi") != str(error) == error.message("en")
    # A person's value is never quoted.
    assert not any(value in said + error.message("vi") for value in ("Lê Lợi", "Trần Bé", "Nguyễn Văn A", "089050001234"))


def test_there_are_enough():
    assert len(CASES) >= 40 and len({case["mistake"] for case in CASES}) == len(CASES)


def test_errors_of_a_callback_are_its_own():
    def broken(stage, done, total):
        raise TypeError("unexpected keyword argument 'mine'")

    with pytest.raises(TypeError, match="mine") as error:
        hoten.dedupe({"full_name": ["Lê Lợi"]}, progress=broken)
    assert not isinstance(error.value, hoten.HotenError)
