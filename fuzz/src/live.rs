//! The folder of a live index as somebody may have left it: a log that was cut off, written on or made
//! up, a manifest that was changed, both with checksums that fit.

use hoten::{FieldName, IndexQuery, LiveIndex, LiveOptions, LiveRecord, LiveSnapshot, MemoryVfs};
use std::collections::BTreeMap;
use std::sync::OnceLock;
use xxhash_rust::xxh3::{xxh3_64, xxh3_64_with_seed};

type Files = Vec<(String, Vec<u8>)>;
type Records = BTreeMap<String, Vec<(FieldName, String)>>;

/// Names of the files of a sound folder.
const LOG: &str = "00000003.log";
/// Bytes of a log before its frames.
const HEAD: usize = 28;

/// A sound folder: a segment of two records, one of them gone, and a log of two commits.
fn folder() -> &'static Files {
    static FOLDER: OnceLock<Files> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let name = |id: &'static str, name: &'static str| {
            LiveRecord::new(id).field(FieldName::FullName, name)
        };
        let vfs = MemoryVfs::default();
        let made = || -> hoten::Result<()> {
            let mut live = LiveIndex::create_in(vfs.clone(), &LiveOptions::new())?;
            live.add(&name("a", "Trần Thị Bé"))?;
            live.add(&name("b", "Nguyễn Văn Hòa"))?;
            live.commit()?;
            live.compact()?;
            live.remove("a")?;
            live.commit()?;
            live.add(&name("c", "Lê Lan"))?;
            live.commit()?;
            live.close()
        };
        made().expect("a folder in memory");
        let files = vfs.files();
        assert!(files.iter().any(|(name, _)| name == LOG), "its log");
        files
    })
}

/// A frame of the log (core/src/index/FORMAT.md 9).
fn frame(commit: u64, payload: &[u8]) -> Vec<u8> {
    let len = payload.len() as u32;
    let mut out = [len.to_le_bytes(), (!len).to_le_bytes()].concat();
    out.extend(commit.to_le_bytes());
    out.extend(xxh3_64_with_seed(payload, commit).to_le_bytes());
    out.extend(payload);
    out
}

/// What the bytes make of the folder: the first says how, the rest is what.
fn changed(data: &[u8]) -> Files {
    let mut files = folder().clone();
    let Some((&how, rest)) = data.split_first() else { return files };
    let file = |files: &mut Files, name: &str| {
        files.iter().position(|(held, _)| held == name).expect("a file of the folder")
    };
    let (manifest, log) = (file(&mut files, "manifest"), file(&mut files, LOG));
    match how % 4 {
        // Written on with any bytes.
        0 => files[log].1.extend(rest),
        // Written on with frames whose checksums fit: of each chunk the first byte is its commit.
        1 => {
            let frames = rest.chunks(24).filter_map(<[u8]>::split_first);
            for (&commit, payload) in frames {
                files[log].1.extend(frame(u64::from(commit % 6), payload));
            }
        }
        // Changed here and there, and so that head and checksums fit.
        2 => {
            for change in rest.chunks_exact(3) {
                let len = files[manifest].1.len() - 8;
                let at = (usize::from(change[0]) << 8 | usize::from(change[1])) % len;
                files[manifest].1[at] ^= change[2];
            }
            let len = files[manifest].1.len() - 8;
            let sum = xxh3_64(&files[manifest].1[..len]);
            files[manifest].1[len..].copy_from_slice(&sum.to_le_bytes());
        }
        // Cut off and written on.
        _ => {
            let len = rest.first().map_or(0, |&len| usize::from(len));
            files[log].1.truncate(HEAD + len);
            files[log].1.extend(rest.iter().skip(1));
        }
    }
    files
}

fn records(snapshot: &LiveSnapshot) -> Option<Records> {
    let each = snapshot.records().map(|record| {
        let record = record.ok()?;
        let fields = record.fields().map(|(field, text)| (field, text.to_owned())).collect();
        Some((record.id().to_owned(), fields))
    });
    each.collect()
}

/// Law: whatever stands in log and manifest, an error or records; each is found by its identifier;
/// the folder that was opened, and the one that is closed again, hold the same.
pub fn live(data: &[u8]) {
    let files = changed(data);
    let options = LiveOptions::new().threads(1);
    // Most of a run is the building of small indexes: one folder in four is salvaged.
    if data.len().is_multiple_of(4) {
        let _ = LiveIndex::salvage_in(MemoryVfs::of(files.clone()), MemoryVfs::default(), &options);
    }
    let read = LiveSnapshot::read_in(MemoryVfs::of(files.clone()));
    let vfs = MemoryVfs::of(files);
    let opened = LiveIndex::open_in(vfs.clone(), &options);
    let (Ok(read), Ok(mut live)) = (&read, opened) else {
        return;
    };
    let Some(held) = records(read) else { return };
    assert_eq!(records(&live.snapshot()), Some(held.clone()), "readers and writers see the same");
    assert_eq!(read.len(), held.len(), "each identifier once");
    for id in held.keys() {
        assert!(read.get(id).is_ok_and(|record| record.is_some()), "found by its identifier");
    }
    let _ = read.search(&IndexQuery::new().field(FieldName::FullName, "le lan"));
    let added = live.add(&LiveRecord::new("new").field(FieldName::FullName, "Phạm Út"));
    let committed = added.and_then(|()| live.commit()).and_then(|()| live.close());
    assert!(committed.is_ok(), "what can be opened can be written");
    let again = LiveSnapshot::read_in(vfs).ok().and_then(|again| records(&again));
    let mut want = held;
    want.insert("new".to_owned(), vec![(FieldName::FullName, "Phạm Út".to_owned())]);
    assert_eq!(again, Some(want), "what was committed is there");
}
