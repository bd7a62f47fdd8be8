"""Live indexes through Python's door."""

import os
import stat
import subprocess
import sys
import threading

import pyarrow as pa
import pytest

import hoten

TABLE = {
    "record_id": ["a", "b", "c"],
    "full_name": ["Nguyễn Văn Hòa", "NGUYỄN VĂN HOÀ", "Trần Thị Bé"],
    "birth_date": ["12/5/1950", "1950-05-12", "1961"],
}
BE = {"full_name": "tran thi be"}


def ids(hits):
    return [hit.record_id for hit in hits]


def test_add_update_remove_commit_search(tmp_path):
    path = tmp_path / "live"
    with hoten.LiveIndex.open(path) as live:
        assert live.add(TABLE) == 3 and live.add(pa.table(TABLE)) == 3 and len(live) == 3
        assert ids(live.search(BE)) == ["c"], "before it is committed"
        assert len(live.snapshot()) == 0
        live.commit()
        hit = live.search(BE)[0]
        assert hit.record == {"full_name": "Trần Thị Bé", "birth_date": "1961"}
        assert hit.rule == "name" and hit.explain() is not None
        assert live.get("c") == hit.record and live.get("x") is None
        before = live.snapshot()
        assert live.update({"record_id": "c", "full_name": "Lê Lan"}) == 1
        assert live.remove(["a", "x"]) == 1 and live.remove("a") == 0
        live.commit()
        assert "a" not in live and "c" in live and len(live) == 2
        assert ids(live.search(BE)) == [] and ids(before.search(BE)) == ["c"]
        live.compact()
        assert ids(live.search({"full_name": "lê lan"})) == ["c"]
        found = pa.table(live.search_table(TABLE, limit=1)).to_pylist()
        assert [(row["query_row"], row["record_id"]) for row in found][:2] == [(0, "b"), (1, "b")]
        live.add({"record_id": "lost", "full_name": "Phạm Út"})
    # What was not committed is given up.
    with hoten.LiveIndex.open(str(path), create=False) as live:
        assert len(live) == 2 and "lost" not in live
        if os.name == "posix":
            assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in path.iterdir())
    assert len(hoten.LiveSnapshot.read(path)) == 2


def test_errors_have_codes_and_say_nothing_of_a_person(tmp_path):
    path = tmp_path / "live"

    def code(call):
        with pytest.raises(hoten.HotenError) as raised:
            call()
        assert "Trần" not in str(raised.value) and "089" not in str(raised.value)
        return raised.value.code

    assert code(lambda: hoten.LiveIndex.open(path, create=False)) == "not_a_live_index"
    with hoten.LiveIndex.open(path) as live:
        assert code(lambda: hoten.LiveIndex.open(path)) == "live_locked"
        assert code(lambda: live.add({"full_name": "Trần Thị Bé"})) == "no_record_id"
        twice = {"record_id": ["089", "089"], "full_name": ["Trần Bé", "Trần Bé"]}
        assert code(lambda: live.add(twice)) == "repeated_record_id"
        assert code(lambda: live.update({"record_id": "089", "full_name": "Trần"})) == "nothing_to_update"
        assert len(live) == 0
    assert code(lambda: live.commit()) == "index_closed"


def test_whole_numbers_come_back_as_such(tmp_path):
    with hoten.LiveIndex.open(tmp_path / "live", integer_ids=True) as live:
        live.add({"record_id": ["7", "8"], "full_name": ["Trần Thị Bé", "Lê Lan"]})
        live.commit()
        assert ids(live.search(BE)) == [7] and 7 in live
        assert live.remove(7) == 1


def test_purge_leaves_nothing(tmp_path):
    path = tmp_path / "live"
    with hoten.LiveIndex.open(path) as live:
        live.add(TABLE)
        live.add({"record_id": "CANARY", "full_name": "Vương Qằngzư", "citizen_id": "089033987651"})
        live.commit()
        live.compact(background=True)
        live.finish_compaction()
        assert not live.compacting
        live.remove("CANARY")
        live.commit()
        files = lambda: b"".join(file.read_bytes() for file in path.iterdir())
        canaries = [b"CANARY", "qằngzư".encode(), b"089033987651"]
        assert all(canary in files() or canary.title() in files() for canary in canaries[:1])
        live.purge()
        assert not any(canary in files() for canary in canaries)
        live.purge(["b"])
        assert len(live) == 2


def test_salvage_says_what_was_lost(tmp_path):
    with hoten.LiveIndex.open(tmp_path / "live") as live:
        live.add(TABLE)
        live.commit()
    manifest = tmp_path / "live" / "manifest"
    manifest.write_bytes(manifest.read_bytes()[:-1])
    with pytest.raises(hoten.HotenError) as raised:
        hoten.LiveIndex.open(tmp_path / "live")
    assert raised.value.code == "live_damaged"
    report = hoten.LiveIndex.salvage(tmp_path / "live", tmp_path / "saved")
    assert report == {"records": 3, "manifest_lost": True, "damaged": []}
    with hoten.LiveIndex.open(tmp_path / "saved") as live:
        assert len(live) == 3


def test_readers_and_a_writer(tmp_path):
    done, wrong, read = threading.Event(), [], [0]
    with hoten.LiveIndex.open(tmp_path / "live") as live:

        def reader():
            while not done.is_set():
                snapshot = live.snapshot()
                # Two records are always committed together.
                if len(snapshot) % 2 or len(snapshot.search(BE, limit=100)) * 2 < len(snapshot) // 2:
                    wrong.append(len(snapshot))
                read[0] += 1

        threads = [threading.Thread(target=reader) for _ in range(4)]
        for thread in threads:
            thread.start()
        for n in range(40):
            live.add({"record_id": [f"{n}", f"{n}x"], "full_name": ["Trần Thị Bé", "Trần Thị Bé"]})
            live.commit()
        done.set()
        for thread in threads:
            thread.join()
    assert not wrong and read[0] > 0


def test_a_lock_goes_with_its_process(tmp_path):
    path = tmp_path / "live"
    code = (
        "import hoten, os, sys\n"
        "live = hoten.LiveIndex.open(sys.argv[1])\n"
        "live.add({'record_id': 'a', 'full_name': 'Trần Thị Bé'})\n"
        "live.commit()\n"
        "os._exit(9)\n"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)]).returncode == 9
    with hoten.LiveIndex.open(path) as live:
        assert ids(live.search(BE)) == ["a"]
