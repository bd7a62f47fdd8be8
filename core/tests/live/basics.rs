//! What a live index does when nothing goes wrong.

use crate::people::{HEADERS, People};
use crate::register::{Register, Step, apply, held, record, run, work};
use hoten::{
    ErrorCode, FieldName, IndexQuery, LiveIndex, LiveOptions, LiveRecord, LiveSnapshot, MemoryVfs,
    StrColumn, Table,
};

fn named<'r>(id: &'r str, name: &'r str) -> LiveRecord<'r> {
    LiveRecord::new(id).field(FieldName::FullName, name)
}

fn found(live: &LiveIndex, name: &str) -> Vec<String> {
    let query = IndexQuery::new().field(FieldName::FullName, name);
    live.search(&query).unwrap().iter().map(|hit| hit.record_id.to_string()).collect()
}

fn create() -> LiveIndex {
    LiveIndex::create_in(MemoryVfs::default(), &LiveOptions::new()).unwrap()
}

#[test]
fn the_newest_version_of_a_record_is_found() {
    let mut live = create();
    live.add(&named("a", "Trần Thị Bé")).unwrap();
    assert_eq!(found(&live, "tran thi be"), ["a"], "before it is committed");
    assert!(live.snapshot().is_empty(), "snapshots show commits");
    live.commit().unwrap();
    live.update(&named("a", "Nguyễn Văn Hòa")).unwrap();
    assert_eq!(found(&live, "Trần Thị Bé"), [""; 0]);
    assert_eq!(found(&live, "Nguyễn Văn Hòa"), ["a"]);
    live.commit().unwrap();
    live.compact().unwrap();
    live.add(&named("a", "Lê Minh Tuấn")).unwrap();
    live.add(&named("b", "Lê Minh Tuấn")).unwrap();
    live.commit().unwrap();
    assert_eq!(found(&live, "Nguyễn Văn Hòa"), [""; 0]);
    assert_eq!(found(&live, "Lê Minh Tuấn"), ["a", "b"]);
    assert!(live.remove("a").unwrap());
    assert!(!live.remove("a").unwrap(), "it is gone already");
    assert_eq!(found(&live, "Lê Minh Tuấn"), ["b"]);
    assert_eq!(live.update(&named("a", "x")).unwrap_err().code(), ErrorCode::NothingToUpdate);
    assert_eq!(live.len().unwrap(), 1);
}

#[test]
fn snapshots_stay_as_they_were() {
    let mut live = create();
    let reader = live.reader();
    live.add(&named("a", "Trần Thị Bé")).unwrap();
    live.commit().unwrap();
    let before: LiveSnapshot = reader.snapshot();
    live.purge(["a"]).unwrap();
    live.add(&named("b", "Lê Minh Tuấn")).unwrap();
    live.commit().unwrap();
    live.compact().unwrap();
    let query = IndexQuery::new().field(FieldName::FullName, "Trần Thị Bé");
    assert_eq!(before.search(&query).unwrap().len(), 1);
    assert_eq!(before.get("a").unwrap().unwrap().get(FieldName::FullName), Some("Trần Thị Bé"));
    assert!(reader.snapshot().search(&query).unwrap().is_empty());
    drop(live);
    assert_eq!(reader.snapshot().len(), 1, "snapshots outlive the index");
}

/// Records come back as they were handed in, through log, segments and compactions.
#[test]
fn records_come_back_as_they_were_handed_in() {
    let people = People::new(40, 5);
    let folder = MemoryVfs::default();
    let mut live = LiveIndex::create_in(folder.clone(), &LiveOptions::new()).unwrap();
    let count = people.with_table(|table| live.add_table(table).unwrap());
    assert_eq!(count, people.0.len());
    let same = |live: &LiveIndex| {
        for row in &people.0 {
            let record = live.get(&row[0]).unwrap().unwrap();
            for (header, cell) in HEADERS.iter().zip(row).skip(1) {
                let field = FieldName::from_name(header).unwrap();
                assert_eq!(record.get(field).unwrap_or_default(), cell, "{header}");
            }
        }
    };
    same(&live);
    live.commit().unwrap();
    same(&live);
    live.compact().unwrap();
    same(&live);
    live.close().unwrap();
    let live = LiveIndex::open_in(folder.clone(), &LiveOptions::new()).unwrap();
    same(&live);
    assert_eq!(LiveSnapshot::read_in(folder).unwrap().len(), people.0.len());
}

/// TCVN3 bytes shown as Windows-1252 (facts: legacy_encodings.tsv) are read again at the door.
#[test]
fn wrongly_decoded_records_are_kept_as_they_were_meant() {
    let mut live = create();
    live.add(&named("a", "TrÇn ThÞ H»ng")).unwrap();
    let record = live.get("a").unwrap().unwrap();
    assert_eq!(record.get(FieldName::FullName), Some("Trần Thị Hằng"));
}

#[test]
fn identifiers_are_of_the_caller_s_own_kind() {
    let folder = MemoryVfs::default();
    let mut live =
        LiveIndex::create_in(folder.clone(), &LiveOptions::new().integer_ids(true)).unwrap();
    for id in ["9", "10", "-3", "2"] {
        live.add(&named(id, "Trần Thị Bé")).unwrap();
    }
    live.commit().unwrap();
    let query = IndexQuery::new().field(FieldName::FullName, "Trần Thị Bé");
    let ids = |live: &LiveIndex| -> Vec<hoten::RecordId> {
        live.search(&query).unwrap().iter().map(|hit| hit.record_id.clone()).collect()
    };
    let want = [9, 10, -3, 2].map(hoten::RecordId::Integer);
    assert!(ids(&live) == want);
    live.compact().unwrap();
    assert!(ids(&live) == want);
    assert!(live.remove("10").unwrap());
    live.close().unwrap();
    // What the caller's identifiers are was settled when it was made.
    let live = LiveIndex::open_in(folder, &LiveOptions::new()).unwrap();
    assert!(ids(&live) == want, "what was not committed is given up");
}

#[test]
fn rows_without_or_with_the_same_identifier_are_told() {
    let mut live = create();
    let names = ["Trần Thị Bé", "Lê Minh Tuấn", "Phạm Lan"];
    let table = |ids: &[Option<&str>], live: &mut LiveIndex| {
        let table = Table::new([
            ("record_id", StrColumn::from_options(ids)),
            ("full_name", StrColumn::from_strs(&names)),
        ]);
        live.add_table(&table.unwrap()).map_err(|error| (error.code(), error.to_string()))
    };
    let (code, words) = table(&[Some("a"), None, Some("b")], &mut live).unwrap_err();
    assert_eq!(code, ErrorCode::NoRecordId);
    assert!(words.contains("Row 1 "), "{words}");
    let (code, _) = table(&[Some("a"), Some("b"), Some("a")], &mut live).unwrap_err();
    assert_eq!(code, ErrorCode::RepeatedRecordId);
    assert!(live.is_empty().unwrap(), "nothing of such a table is added");
    assert_eq!(live.add(&named("", "x")).unwrap_err().code(), ErrorCode::NoRecordId);
    let no_ids = Table::new([("full_name", StrColumn::from_strs(&names))]).unwrap();
    assert_eq!(live.add_table(&no_ids).unwrap_err().code(), ErrorCode::NoRecordId);
    assert_eq!(table(&[Some("a"), Some("b"), Some("c")], &mut live).unwrap(), 3);
}

#[test]
fn there_is_one_writer() {
    let folder = MemoryVfs::default();
    let code = |folder: &MemoryVfs| {
        LiveIndex::open_in(folder.clone(), &LiveOptions::new()).unwrap_err().code()
    };
    assert_eq!(code(&folder), ErrorCode::NotALiveIndex);
    let live = LiveIndex::create_in(folder.clone(), &LiveOptions::new()).unwrap();
    assert_eq!(code(&folder), ErrorCode::LiveLocked);
    drop(live);
    let error = LiveIndex::create_in(folder.clone(), &LiveOptions::new()).unwrap_err();
    assert_eq!(error.code(), ErrorCode::LiveExists);
    drop(LiveIndex::open_or_create_in(folder, &LiveOptions::new()).unwrap());
}

/// The same on a real folder: locks of the system, files for their owner alone.
#[test]
fn folders_of_the_system_are_locked_and_private() {
    let path = std::env::temp_dir().join(format!("hoten-live-basics-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    let options = LiveOptions::new();
    let missing = LiveIndex::open(&path, &options).unwrap_err();
    assert_eq!(missing.code(), ErrorCode::NotALiveIndex);
    let mut live = LiveIndex::open_or_create(&path, &options).unwrap();
    assert_eq!(LiveIndex::open(&path, &options).unwrap_err().code(), ErrorCode::LiveLocked);
    live.add(&named("a", "Trần Thị Bé")).unwrap();
    live.commit().unwrap();
    live.compact().unwrap();
    assert_eq!(LiveSnapshot::read(&path).unwrap().len(), 1, "readers need no lock");
    for file in std::fs::read_dir(&path).unwrap() {
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let file = file.unwrap();
            let mode = file.metadata().unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{:?}", file.file_name());
        }
    }
    drop(live);
    assert_eq!(LiveIndex::open(&path, &options).unwrap().len().unwrap(), 1);
    std::fs::remove_dir_all(&path).unwrap();
}

/// Whatever is done in whatever order, the records are those of a plain register.
#[test]
fn it_holds_what_a_plain_register_holds() {
    for seed in 0..30 {
        let folder = MemoryVfs::default();
        let options = LiveOptions::new().threads(1).log_bytes(300);
        let mut live = LiveIndex::create_in(folder.clone(), &options).unwrap();
        let (mut register, mut committed) = (Register::new(), Register::new());
        for step in work(60, seed) {
            if matches!(step, Step::Close) {
                live.close().unwrap();
                live = LiveIndex::open_in(folder.clone(), &options).unwrap();
                register = committed.clone();
            }
            run(&step, &mut live).unwrap();
            if apply(&step, &mut register) {
                committed = register.clone();
            }
            assert_eq!(held(&live.view().unwrap()).unwrap(), register, "seed {seed} {step:?}");
            assert_eq!(held(&live.snapshot()).unwrap(), committed, "seed {seed} {step:?}");
            for id in (0..12).map(|n| format!("HS-{n}")) {
                assert_eq!(live.contains(&id).unwrap(), register.contains_key(&id));
            }
        }
    }
}

/// Segments are few, however often the log is made into one, and each of them can be searched.
#[test]
fn many_commits_make_few_segments() {
    let folder = MemoryVfs::default();
    let options = LiveOptions::new().log_bytes(200);
    let mut live = LiveIndex::create_in(folder.clone(), &options).unwrap();
    for number in 0..300 {
        let person = (format!("Trần Thị Bé {}", number % 7), "1961".to_owned());
        live.add(&record(&number.to_string(), &person)).unwrap();
        live.commit().unwrap();
    }
    let files = folder.files().len();
    assert!(files < 16, "{files} files");
    assert_eq!(live.len().unwrap(), 300);
    live.snapshot().verify().unwrap();
}

#[test]
fn records_go_on_while_others_are_compacted() {
    let people = People::new(300, 8);
    let mut live = create();
    people.with_table(|table| live.add_table(table).unwrap());
    live.commit().unwrap();
    live.compact_in_background().unwrap();
    live.remove("HS-0").unwrap();
    live.add(&named("new", "Phạm Lan")).unwrap();
    live.commit().unwrap();
    live.update(&named("HS-1", "Trần Thị Bé")).unwrap();
    live.commit().unwrap();
    live.finish_compaction().unwrap();
    assert!(!live.is_compacting());
    assert_eq!(live.len().unwrap(), people.0.len());
    assert!(live.get("HS-0").unwrap().is_none());
    let second = live.get("HS-1").unwrap().unwrap();
    assert_eq!(second.get(FieldName::FullName), Some("Trần Thị Bé"));
    assert!(found(&live, "Phạm Lan").contains(&"new".to_owned()));
    // Given up in the middle it leaves everything as it was.
    live.compact_in_background().unwrap();
    live.close().unwrap();
}
