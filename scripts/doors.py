"""One table by every door, tables of many sizes, beside an environment that holds the wheel alone.

    .venv/bin/python scripts/doors.py target/wheels/hoten-*.whl [--rows 0 1 3 1000]

The wheel is installed in an empty environment, where three lines answer from CSV and xlsx, and from Parquet
tell which reader is missing. Beside it, with every package installed, each door gives the same pairs, clusters and
golden records. Made-up records; one line a size and door; ends with 1 where anything differs.
"""

import argparse
import hashlib
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "bindings-python/tests"))

import test_tables

# The three lines, and a digest of what they give.
THREE_LINES = """
import hoten
result = hoten.dedupe({path!r})
print(result.summary())
import hashlib
digest = hashlib.sha256()
for part in (result.pairs, result.clusters, result.golden):
    for name, cells in part.to_pydict().items():
        digest.update(repr((name, cells)).encode())
print(digest.hexdigest())
"""


def digest(table: object) -> str:
    import hoten

    result = hoten.dedupe(table)
    told = hashlib.sha256()
    for part in (result.pairs, result.clusters, result.golden):
        for name, cells in part.to_pydict().items():
            told.update(repr((name, cells)).encode())
    return told.hexdigest()


def alone(python: Path, path: Path) -> str:
    """What the three lines give in the empty environment: the digest, or the last line of the error."""
    done = subprocess.run(
        [python, "-I", "-c", THREE_LINES.format(path=str(path))], capture_output=True, text=True, check=False
    )
    return (done.stdout or done.stderr).strip().splitlines()[-1]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--rows", type=int, nargs="+", default=[0, 1, 3, 1000])
    options = parser.parse_args()
    different = 0
    with tempfile.TemporaryDirectory() as held:
        folder = Path(held)
        subprocess.run([sys.executable, "-m", "venv", folder / "empty"], check=True)
        python = folder / "empty/bin/python"
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
        subprocess.run([*pip, options.wheel], check=True)
        for rows in options.rows:
            wanted = digest(test_tables.arrow(rows))
            for door, make in test_tables.DOORS.items():
                # A sheet of Excel ends at 1,048,576 rows.
                start, table = time.process_time(), make(folder, rows)
                same = digest(table) == wanted
                told = [f"{rows} rows", door, "the same" if same else "DIFFERENT"]
                different += not same
                if isinstance(table, (str, Path)):
                    answer = alone(python, Path(table))
                    is_missing = door == "parquet" and "pyarrow" in answer
                    told.append("alone: " + ("the same" if answer == wanted else answer))
                    different += answer != wanted and not is_missing
                print(*told, f"{time.process_time() - start:.1f} CPU s", sep=", ", flush=True)
    print("all the same" if not different else f"{different} differ")
    sys.exit(bool(different))


if __name__ == "__main__":
    main()
