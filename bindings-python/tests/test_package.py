"""The installed package as a whole."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import hoten

ROOT = Path(__file__).parents[2]


def test_exports_are_sorted_and_there():
    assert hoten.__all__ == sorted(hoten.__all__)
    assert all(hasattr(hoten, name) for name in hoten.__all__)


def test_errors_are_a_family():
    assert issubclass(hoten.HotenError, ValueError)
    assert issubclass(hoten.HotenTypeError, (hoten.HotenError, TypeError))
    assert issubclass(hoten.HotenFileError, (hoten.HotenError, OSError))
    with pytest.raises(OSError) as error:
        hoten.dedupe("no such file.csv")
    assert error.value.code == "file_not_found"


def in_new_interpreter(code):
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def test_import_takes_less_than_50_ms():
    # Of the processor: what else the machine does is not ours.
    code = "import time; start = time.process_time(); import hoten; print(time.process_time() - start)"
    assert min(float(in_new_interpreter(code)) for _ in range(7)) < 0.05


def test_nothing_of_others_is_imported_unless_asked():
    code = (
        "import sys, hoten; hoten.dedupe({'full_name': ['Lê Lợi', 'Lê Lợi']})._repr_html_(); hoten.normalize(['a'])\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & set("
        "'anywidget duckdb numpy pandas polars pyarrow pydantic pyspark traitlets logging'.split())))"
    )
    assert in_new_interpreter(code) == "[]"


def test_the_wheel_is_small_and_needs_nothing():
    wheels = sorted((ROOT / "target/wheels").glob("hoten-*.whl"), key=os.path.getmtime)
    if not wheels:
        pytest.skip("no wheel was built here: `make wheel` builds it")
    assert wheels[-1].stat().st_size < 4_000_000 and "abi3" in wheels[-1].name
    with zipfile.ZipFile(wheels[-1]) as wheel:
        names = wheel.namelist()
        assert {"hoten/py.typed", "hoten/_hoten.pyi", "hoten/review/widget.js", "hoten/review/widget.css"} <= set(names)
        [metadata] = [name for name in names if name.endswith(".dist-info/METADATA")]
        text = wheel.read(metadata).decode()
    assert "Requires-Dist" not in text and "Requires-Python: >=3.11" in text
