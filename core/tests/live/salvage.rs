//! Damaged folders: what is left is saved, and what was lost is told.

use crate::people::People;
use hoten::{ErrorCode, FieldName, LiveIndex, LiveOptions, LiveRecord, MemoryVfs, SalvageReport};

type Files = Vec<(String, Vec<u8>)>;

/// A segment of many records, of which one is gone, and a log of three commits.
fn folder() -> (Files, usize) {
    let folder = MemoryVfs::default();
    let mut live = LiveIndex::create_in(folder.clone(), &LiveOptions::new()).unwrap();
    People::new(300, 9).with_table(|table| live.add_table(table).unwrap());
    live.commit().unwrap();
    live.compact().unwrap();
    live.remove("HS-3").unwrap();
    live.commit().unwrap();
    for id in ["a", "b"] {
        live.add(&LiveRecord::new(id).field(FieldName::FullName, "Lê Lan")).unwrap();
        live.commit().unwrap();
    }
    let count = live.len().unwrap();
    live.close().unwrap();
    (folder.files(), count)
}

fn salvage(files: Files) -> (SalvageReport, LiveIndex) {
    let to = MemoryVfs::default();
    let report = LiveIndex::salvage_in(MemoryVfs::of(files), to.clone(), &LiveOptions::new());
    (report.unwrap(), LiveIndex::open_in(to, &LiveOptions::new()).unwrap())
}

/// Where the first name of a log stands.
fn name_at(log: &[u8]) -> usize {
    let name = "Lê Lan".as_bytes();
    log.windows(name.len()).position(|window| window == name).unwrap()
}

fn place(files: &Files, kind: &str) -> usize {
    files.iter().position(|(name, _)| name.ends_with(kind)).unwrap()
}

#[test]
fn a_whole_folder_is_saved_whole() {
    let (files, count) = folder();
    let (report, live) = salvage(files);
    assert!(report.is_whole(), "{report:?}");
    assert_eq!((report.records, live.len().unwrap()), (count, count));
    assert!(!live.contains("HS-3").unwrap());
}

#[test]
fn a_lost_manifest_costs_nothing_but_certainty() {
    let (mut files, count) = folder();
    let manifest = place(&files, "manifest");
    files[manifest].1[40] ^= 1;
    let damaged = LiveIndex::open_in(MemoryVfs::of(files.clone()), &LiveOptions::new());
    assert_eq!(damaged.unwrap_err().code(), ErrorCode::LiveDamaged);
    let (report, live) = salvage(files.clone());
    assert!(report.manifest_lost && report.damaged.is_empty(), "{report:?}");
    assert_eq!(live.len().unwrap(), count);
    // Nor is a folder without one taken for an empty one.
    files.remove(manifest);
    let made = LiveIndex::open_or_create_in(MemoryVfs::of(files), &LiveOptions::new());
    assert_eq!(made.unwrap_err().code(), ErrorCode::LiveDamaged);
}

#[test]
fn records_around_a_damaged_block_are_saved() {
    let (mut files, count) = folder();
    let segment = place(&files, ".segment");
    let address = "tổ 5, ấp An Bình".as_bytes();
    // Amid the records: the blocks at either end also hold what a segment is opened with.
    let windows = files[segment].1.windows(address.len()).enumerate();
    let found: Vec<usize> = windows.filter(|(_, held)| *held == address).map(|at| at.0).collect();
    files[segment].1[found[found.len() / 2]] ^= 1;
    let (report, live) = salvage(files.clone());
    let [damaged] = &report.damaged[..] else { panic!("{report:?}") };
    assert_eq!(damaged.name, files[segment].0);
    let lost = damaged.lost_records.unwrap();
    assert!((1..150).contains(&lost), "{report:?}");
    assert_eq!(live.len().unwrap() as u64, count as u64 - lost);
    assert!(live.contains("a").unwrap() && !live.contains("HS-3").unwrap());
}

#[test]
fn whole_commits_around_a_damaged_one_are_saved() {
    let (mut files, count) = folder();
    let log = place(&files, ".log");
    let at = name_at(&files[log].1);
    files[log].1[at] ^= 1;
    let damaged = LiveIndex::open_in(MemoryVfs::of(files.clone()), &LiveOptions::new());
    assert_eq!(damaged.unwrap_err().code(), ErrorCode::LiveDamaged);
    let (report, live) = salvage(files);
    assert_eq!(report.damaged.len(), 1, "{report:?}");
    assert_eq!(report.damaged[0].lost_commits, 1);
    assert_eq!(live.len().unwrap(), count - 1);
    assert!(live.contains("b").unwrap());
}

#[test]
fn a_folder_of_something_else_is_refused() {
    let files = vec![("notes.txt".to_owned(), b"hello".to_vec())];
    let none =
        LiveIndex::salvage_in(MemoryVfs::of(files), MemoryVfs::default(), &LiveOptions::new());
    assert_eq!(none.unwrap_err().code(), ErrorCode::NotALiveIndex);
}
