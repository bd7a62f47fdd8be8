"""Long calls: other threads run, Ctrl-C is heard, memory comes back, processes may be forked."""

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time

import pyarrow as pa
import pytest

import hoten

# Ctrl-C is to be heard within half a second; the rest is for a busy machine.
PATIENCE = 0.5 if not os.environ.get("CI") else 1.0
NAMES = ["Nguyễn Văn Hòa", "TRẦN THỊ BÉ", "Lê  Văn Lợi", "Phạm Thị Ánh Tuyết", "Thạch Sô Phia"]


def people(count):
    names = [f"{NAMES[at % 5]} {NAMES[at // 5 % 5]}" for at in range(count)]
    return pa.table({"full_name": names, "birth_date": [f"{1 + at % 28}/{1 + at % 12}/{1930 + at % 80}" for at in range(count)]})


TABLE = people(150_000)
COLUMN = pa.chunked_array([TABLE["full_name"].combine_chunks()] * 20)


def big_file(tmp_path_factory):
    path = tmp_path_factory.mktemp("calls") / "big.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("full_name;birth_date\n")
        line = "".join(f"{name};{date}\n" for name, date in zip(*TABLE.slice(0, 20_000).to_pydict().values()))
        for _ in range(60):
            file.write(line)
    return path


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return big_file(tmp_path_factory)


CALLS = {
    "dedupe": lambda file: hoten.dedupe(TABLE),
    "dedupe one thread": lambda file: hoten.dedupe(TABLE, threads=1),
    "dedupe file": lambda file: hoten.dedupe(file),
    "link": lambda file: hoten.link(TABLE, TABLE),
    "train": lambda file: hoten.train(TABLE),
    "check": lambda file: hoten.check(TABLE),
    "forecast": lambda file: hoten.forecast(TABLE),
    "clean": lambda file: hoten.clean(COLUMN),
    "parse_name": lambda file: hoten.parse_name(COLUMN),
    "name_keys": lambda file: hoten.name_keys(COLUMN),
    "khmer_keys": lambda file: hoten.khmer_keys(COLUMN),
}


def interrupted(call, after):
    """How long the call went on after Ctrl-C; `None` where it had ended before."""
    sent = []

    def press():
        time.sleep(after)
        sent.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    presser = threading.Thread(target=press)
    presser.start()
    try:
        call()
        ended = time.monotonic()
        presser.join()
        time.sleep(0.01)
        return None if not sent or sent[0] > ended else ended - sent[0]
    except KeyboardInterrupt:
        return time.monotonic() - sent[0] if sent[0] else None
    finally:
        presser.join()


@pytest.mark.parametrize("after", [0.15, 0.6])
@pytest.mark.parametrize("name", CALLS)
def test_ctrl_c_is_heard_within_half_a_second(name, after, file):
    try:
        waited = interrupted(lambda: CALLS[name](file), after)
    except KeyboardInterrupt:
        waited = None  # the call had just ended
    assert waited is None or waited < PATIENCE
    # What was left running behind ends by itself, and the next call is as good as the first.
    assert hoten.dedupe({"full_name": ["Lê Lợi", "Lê Lợi"]}).figures()["records"] == 2


def resident():
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="resident memory is read from /proc")
def test_memory_comes_back_after_ctrl_c():
    def stopped():
        try:
            interrupted(lambda: hoten.dedupe(TABLE), 0.4)
        except KeyboardInterrupt:
            pass
        deadline = time.monotonic() + 10
        while any("hoten" in name for name in thread_names()) and time.monotonic() < deadline:
            time.sleep(0.05)

    def thread_names():
        for task in os.listdir("/proc/self/task"):
            try:
                with open(f"/proc/self/task/{task}/comm", encoding="ascii") as comm:
                    name = comm.read().strip()
            except OSError:
                continue
            # Threads of the pool bear a number and stay.
            if name == "hoten":
                yield name

    for _ in range(3):
        stopped()
    before = resident()
    for _ in range(8):
        stopped()
    assert resident() - before < 100_000_000


def test_other_threads_run_meanwhile():
    ticks, done = [0], threading.Event()

    def tick():
        while not done.wait(0.002):
            ticks[0] += 1

    thread = threading.Thread(target=tick)
    thread.start()
    start = time.monotonic()
    hoten.dedupe(TABLE.slice(0, 60_000))
    spent, seen = time.monotonic() - start, ticks[0]
    done.set()
    thread.join()
    assert seen > spent / 0.002 / 50


def test_calls_of_many_threads_agree():
    table = TABLE.slice(0, 3000)
    want = pa.table(hoten.dedupe(table).pairs)
    got = [None] * 4

    def work(at):
        got[at] = pa.table(hoten.dedupe(table).pairs)

    threads = [threading.Thread(target=work, args=(at,)) for at in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(pairs == want for pairs in got)


def work_in_child(count):
    table = people(count)
    pairs = len(hoten.dedupe(table).pairs)
    return pairs, len(hoten.check(table).findings), len(pa.table(hoten.candidates(table))), hoten.forecast(table).to_pydict()


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_other_processes(method):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system has no {method}")
    want = work_in_child(2000)  # the threads of the parent are there now
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map_async(work_in_child, [2000, 2000]).get(timeout=120) == [want, want]


def test_errors_cross_processes():
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        with pytest.raises(hoten.HotenError) as error:
            pool.apply(hoten.normalize, (7,))
    assert error.value.code == "not_a_column" and "cột" in error.value.message("vi")


def test_a_program_that_is_killed_by_ctrl_c_ends():
    code = (
        "import hoten, sys; print('ready', flush=True)\n"
        "names = ['Nguyễn Văn Hòa', 'Trần Thị Bé'] * 200_000\n"
        "hoten.dedupe({'full_name': names, 'birth_date': ['1/2/1950', '3/4/1960'] * 200_000})\n"
    )
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout.readline().strip() == b"ready"
    time.sleep(1)
    child.send_signal(signal.SIGINT)
    start = time.monotonic()
    _, said = child.communicate(timeout=30)
    assert time.monotonic() - start < 10
    assert child.returncode in (0, -signal.SIGINT, 1) and b"panicked" not in said
