"""What calls from Python cost: hoten beside splink, goldenmatch and polars, in one run.

    python benches/peers/python_calls.py [--rows 1000000]

CPU time throughout, as machines are shared: imports the least of seven new interpreters, calls the
least of several in one process, all threads together. Packages that are not installed are left out. Prints the table of RESULTS.md.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import importlib.util
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

IMPORT = "import time; s = time.process_time(); import {0}; print(time.process_time() - s)"


def import_ms(package: str, times: int = 7) -> float:
    code = IMPORT.format(package)
    runs = (subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout for _ in range(times))
    return 1000 * min(float(run) for run in runs)


def installed_mb(package: str) -> float:
    files = importlib.metadata.files(package) or []
    paths = (Path(str(file.locate())) for file in files)
    return sum(path.stat().st_size for path in paths if path.exists()) / 1e6


def cpu(call: Callable[[], object], times: int) -> float:
    def now() -> float:
        used = resource.getrusage(resource.RUSAGE_SELF)
        return used.ru_utime + used.ru_stime

    best = float("inf")
    for _ in range(times):
        start = now()
        call()
        best = min(best, now() - start)
    return best


def names(rows: int) -> list[str]:
    surnames = ["NGUYỄN", "Trần", "lê", "PHẠM", "Huỳnh", "Thạch", "Đặng"]
    middles = ["VĂN", "Thị", "  Hữu", "Ngọc", "Thị Kim"]
    given = ["HOÀ", "Hòa", "Bé", "Thuý", "LỢI", "Ánh", "Đức", "Tuyết", "Quỳnh", "An"]
    return [f"{surnames[at % 7]} {middles[at // 7 % 5]} {given[at // 35 % 10]} {given[at // 350 % 10]}" for at in range(rows)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=1_000_000)
    rows = parser.parse_args().rows
    print("| package | version | import CPU ms | installed MB |\n|---|---|---|---|")
    for package in ("hoten", "polars", "splink", "goldenmatch"):
        if importlib.util.find_spec(package):
            version = importlib.metadata.version(package)
            print(f"| {package} | {version} | {import_ms(package):.0f} | {installed_mb(package):.1f} |", flush=True)

    import hoten

    few = names(1000)
    one = "NGUYỄN  VĂN HOÀ"
    print("\n| one call | µs |\n|---|---|")
    for name in ("normalize", "fold", "clean", "parse_name", "name_keys", "khmer_keys"):
        function = getattr(hoten, name)
        spent = cpu(lambda: [function(one) for _ in range(2000)], 5)
        print(f"| hoten.{name}(str) | {spent / 2000 * 1e6:.2f} |", flush=True)
    dates = [f"{1 + at % 28}/{1 + at % 12}/{1930 + at % 80}" for at in range(1000)]
    spent = cpu(lambda: hoten.dedupe({"full_name": few, "birth_date": dates}), 3)
    print(f"| hoten.dedupe(1,000 records) | {spent * 1e6:.0f} |", flush=True)

    try:
        import polars as pl
    except ImportError:
        return
    many = names(rows)
    print(f"\n| {rows:,} names | from | CPU s |\n|---|---|---|")
    series = pl.Series(many)
    columns: dict[str, object] = {"list": many, "Polars (Utf8View)": series}
    try:
        import pyarrow as pa

        columns["pyarrow (Utf8)"] = pa.array(many)
        columns["pyarrow (dictionary)"] = pa.array(many).dictionary_encode()
    except ImportError:
        pass
    for where, column in columns.items():
        print(f"| hoten.normalize | {where} | {cpu(lambda: hoten.normalize(column), 5):.3f} |", flush=True)
    last = columns.get("pyarrow (Utf8)", series)
    for name in ("fold", "clean", "parse_name", "name_keys"):
        function = getattr(hoten, name)
        print(f"| hoten.{name} | as above | {cpu(lambda: function(last), 3):.3f} |", flush=True)
    polars = cpu(lambda: series.str.to_lowercase().str.normalize("NFC").str.replace_all(r"\s+", " ").str.strip_chars(), 3)
    print(f"| polars: lower case, NFC, blanks alone | Polars | {polars:.3f} |")


if __name__ == "__main__":
    main()
