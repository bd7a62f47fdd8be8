//! A register as everybody understands it, to hold a live index against.

use crate::people::dice;
use hoten::{FieldName, LiveIndex, LiveRecord, LiveSnapshot};
use std::collections::BTreeMap;

/// Records by identifier: name and birth date.
pub(crate) type Register = BTreeMap<String, (String, String)>;

const NAMES: [&str; 6] = ["Nguyễn Văn", "Trần Thị", "Lê Minh", "Phạm Ngọc", "Huỳnh", "Đặng Thị"];
const GIVENS: [&str; 8] = ["Hòa", "Lan", "Bé", "Tuấn", "Phước", "Hằng", "Kha", "Út"];

/// A name and a birth date.
pub(crate) fn person(seed: &mut u64) -> (String, String) {
    let name = format!("{} {}", NAMES[dice(seed, NAMES.len())], GIVENS[dice(seed, GIVENS.len())]);
    let date =
        format!("{:02}/{:02}/{}", 1 + dice(seed, 28), 1 + dice(seed, 12), 1940 + dice(seed, 70));
    (name, date)
}

pub(crate) fn record<'r>(id: &'r str, person: &'r (String, String)) -> LiveRecord<'r> {
    LiveRecord::new(id)
        .field(FieldName::FullName, person.0.as_str())
        .field(FieldName::BirthDate, person.1.as_str())
}

/// What a snapshot holds.
pub(crate) fn held(snapshot: &LiveSnapshot) -> hoten::Result<Register> {
    let mut register = Register::new();
    for record in snapshot.records() {
        let record = record?;
        let cell = |field| record.get(field).unwrap_or_default().to_owned();
        let person = (cell(FieldName::FullName), cell(FieldName::BirthDate));
        let again = register.insert(record.id().to_owned(), person);
        assert!(again.is_none(), "a record stands twice");
    }
    Ok(register)
}

/// One step of somebody's work.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Add(String, (String, String)),
    Update(String, (String, String)),
    Remove(String),
    Commit,
    Compact,
    CompactBeside,
    Purge(String),
    Close,
}

/// Work on a dozen records that is the same for the same seed.
pub(crate) fn work(steps: usize, seed: u64) -> Vec<Step> {
    let mut seed = seed;
    let id = |seed: &mut u64| format!("HS-{}", dice(seed, 12));
    (0..steps)
        .map(|_| match dice(&mut seed, 40) {
            0..=13 => Step::Add(id(&mut seed), person(&mut seed)),
            14..=18 => Step::Update(id(&mut seed), person(&mut seed)),
            19..=22 => Step::Remove(id(&mut seed)),
            23..=34 => Step::Commit,
            35 => Step::Compact,
            36 => Step::CompactBeside,
            37 | 38 => Step::Purge(id(&mut seed)),
            _ => Step::Close,
        })
        .collect()
}

/// Does a step to both; closing is the caller's business. Steps that commit are told by `true`.
pub(crate) fn apply(step: &Step, register: &mut Register) -> bool {
    match step {
        Step::Add(id, person) => drop(register.insert(id.clone(), person.clone())),
        Step::Update(id, person) => {
            if let Some(held) = register.get_mut(id) {
                *held = person.clone();
            }
        }
        Step::Remove(id) | Step::Purge(id) => drop(register.remove(id)),
        Step::Commit | Step::Compact | Step::CompactBeside | Step::Close => {}
    }
    matches!(step, Step::Commit | Step::Purge(_))
}

pub(crate) fn run(step: &Step, live: &mut LiveIndex) -> hoten::Result<()> {
    match step {
        Step::Add(id, person) => live.add(&record(id, person)),
        Step::Update(id, person) => match live.update(&record(id, person)) {
            Err(error) if error.code() == hoten::ErrorCode::NothingToUpdate => Ok(()),
            done => done,
        },
        Step::Remove(id) => live.remove(id).map(drop),
        Step::Commit => live.commit(),
        Step::Compact => live.compact(),
        Step::CompactBeside => live.compact_in_background(),
        Step::Purge(id) => live.purge([id]),
        Step::Close => Ok(()),
    }
}
