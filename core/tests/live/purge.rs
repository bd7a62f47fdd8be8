//! What is purged is gone from every file.

use crate::disk::{Disk, PLANS};
use crate::people::People;
use hoten::{FieldName, LiveIndex, LiveOptions, LiveRecord, MemoryVfs, Vfs};

/// A record whose every value is nobody else's; `n` makes another such record under the same id.
fn canary(n: usize) -> LiveRecord<'static> {
    let odd = ["Qằngzư", "Xuỳthêp"][n % 2];
    LiveRecord::new("CANARY-7781")
        .field(FieldName::Source, format!("nguồn{odd}"))
        .field(FieldName::FullName, format!("Vuơng{odd} Thị {odd}"))
        .field(FieldName::BirthDate, ["17/11/1933", "19/10/1937"][n % 2])
        .field(FieldName::CitizenId, ["089033987651", "089037987653"][n % 2])
        .field(FieldName::IdentityCard, ["359876543", "359876547"][n % 2])
        .field(FieldName::InsuranceNumber, ["8998765432", "8998765436"][n % 2])
        .field(FieldName::Phone, ["0987654321", "0987654327"][n % 2])
        .field(FieldName::Commune, format!("Xã {odd}"))
        .field(FieldName::Address, format!("Số 9731, ấp {odd}"))
        .field(FieldName::FatherName, format!("Vuơng{odd} Văn Cha{odd}"))
        .field(FieldName::MotherName, format!("Chau{odd} Mẹ{odd}"))
}

/// Everything of a canary that could stand in a file: its texts in the three forms, its words and
/// their sounds, its numbers as text and packed.
fn traces() -> Vec<Vec<u8>> {
    let mut traces = vec![b"CANARY".to_vec(), b"7781".to_vec()];
    for record in [canary(0), canary(1)] {
        for (field, text) in record.fields() {
            if field == FieldName::BirthDate {
                traces.push(text.as_bytes().to_vec());
                continue;
            }
            if let Ok(number) = text.parse::<u64>() {
                traces.push(text.as_bytes().to_vec());
                // As in a record: the digits as hexadecimal ones, or as a whole number.
                let packed = u64::from_str_radix(text.trim_start_matches('0'), 16).unwrap();
                for number in [number, packed] {
                    let bytes = number.to_le_bytes();
                    let len = bytes.iter().rposition(|&byte| byte != 0).unwrap() + 1;
                    traces.push(bytes[..len].to_vec());
                }
                continue;
            }
            for word in text.split([' ', ',']).filter(|word| word.chars().count() > 4) {
                let mut sound = String::new();
                hoten::coarse_token_to(&hoten::normalize(word), &mut sound);
                let forms = [
                    word.to_owned(),
                    hoten::normalize(word).into_owned(),
                    hoten::fold(word).into_owned(),
                    sound,
                ];
                traces.extend(
                    forms.into_iter().filter(|form| form.len() > 4).map(String::into_bytes),
                );
            }
        }
    }
    traces
}

fn assert_gone(files: &[(String, Vec<u8>)], what: &str) {
    for trace in traces() {
        for (name, bytes) in files {
            let found = bytes.windows(trace.len()).any(|window| window == trace);
            assert!(!found, "{what}: {name} holds {:?}", String::from_utf8_lossy(&trace));
        }
    }
}

fn filled(vfs: impl Vfs + 'static, options: &LiveOptions) -> LiveIndex {
    let mut live = LiveIndex::create_in(vfs, options).unwrap();
    People::new(20, 6).with_table(|table| live.add_table(table).unwrap());
    live.commit().unwrap();
    live
}

/// The scan finds what is there: otherwise it would prove nothing.
#[test]
fn a_canary_that_is_there_is_found() {
    for compacted in [false, true] {
        let folder = MemoryVfs::default();
        let mut live = filled(folder.clone(), &LiveOptions::new());
        live.add(&canary(0)).unwrap();
        live.commit().unwrap();
        if compacted {
            live.compact().unwrap();
        }
        live.remove("CANARY-7781").unwrap();
        live.commit().unwrap();
        let files = folder.files();
        let found = std::panic::catch_unwind(|| assert_gone(&files, "removed only"));
        assert!(found.is_err(), "a tombstone is no deletion");
    }
}

#[test]
fn a_purged_record_is_gone_wherever_it_was() {
    for (place, options) in [
        ("log", LiveOptions::new()),
        ("small segment", LiveOptions::new().log_bytes(100)),
        ("compacted", LiveOptions::new()),
        ("replaced", LiveOptions::new()),
        ("beside", LiveOptions::new()),
    ] {
        let folder = MemoryVfs::default();
        let mut live = filled(folder.clone(), &options);
        live.add(&canary(0)).unwrap();
        live.commit().unwrap();
        match place {
            "compacted" => live.compact().unwrap(),
            "replaced" => {
                live.compact().unwrap();
                live.update(&canary(1)).unwrap();
                live.commit().unwrap();
                live.remove("CANARY-7781").unwrap();
            }
            "beside" => live.compact_in_background().unwrap(),
            _ => {
                live.add(&LiveRecord::new("x").field(FieldName::FullName, "Lê Lan")).unwrap();
                live.commit().unwrap();
            }
        }
        let before = live.len().unwrap();
        live.purge(["CANARY-7781", "nobody"]).unwrap();
        assert_gone(&folder.files(), place);
        assert_eq!(live.len().unwrap(), if place == "replaced" { before } else { before - 1 });
        live.add(&LiveRecord::new("y").field(FieldName::FullName, "Lê Bé")).unwrap();
        live.commit().unwrap();
        live.close().unwrap();
        let mut live = LiveIndex::open_in(folder.clone(), &options).unwrap();
        live.compact().unwrap();
        assert_gone(&folder.files(), place);
    }
}

/// Segments after a purge are byte for byte those of an index that never had the record: no key, no
/// count, no order tells of it.
#[test]
fn nothing_tells_that_a_purged_record_was_there() {
    let segments = |with: bool| {
        let folder = MemoryVfs::default();
        let mut live = filled(folder.clone(), &LiveOptions::new());
        live.compact().unwrap();
        for (number, name) in ["Lê Lan", "Trần Bé", "Phạm Hòa"].into_iter().enumerate() {
            if with && number == 1 {
                live.add(&canary(0)).unwrap();
            }
            let id = number.to_string();
            live.add(&LiveRecord::new(id).field(FieldName::FullName, name)).unwrap();
        }
        live.purge([""; 0]).unwrap();
        live.purge(["CANARY-7781"]).unwrap();
        let files = folder.files().into_iter().filter(|(name, _)| name.ends_with(".segment"));
        files.map(|(_, bytes)| bytes).collect::<Vec<_>>()
    };
    let (with, without) = (segments(true), segments(false));
    assert_eq!(with.len(), 2);
    assert!(with == without);
}

/// From the moment in which a purge is acknowledged no power cut brings anything back.
#[test]
fn a_purged_record_stays_gone_after_a_crash() {
    let disk = Disk::default();
    let mut live = filled(disk.clone(), &LiveOptions::new().log_bytes(500));
    live.compact().unwrap();
    live.add(&canary(0)).unwrap();
    live.commit().unwrap();
    live.purge(["CANARY-7781"]).unwrap();
    let purged = disk.steps();
    for number in 0..5 {
        live.add(&LiveRecord::new(format!("n{number}")).field(FieldName::FullName, "Lê Lan"))
            .unwrap();
        live.commit().unwrap();
    }
    drop(live);
    for step in purged..=disk.steps() {
        for plan in (0..PLANS).filter(|plan| *plan != 5 && *plan != 9) {
            assert_gone(&disk.image(step, plan, 1), &format!("step {step} plan {plan}"));
        }
    }
}
