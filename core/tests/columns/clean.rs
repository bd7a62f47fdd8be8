//! Names as they should be: nothing is taken for text in a wrong encoding.

use super::names::{Dice, Parts, peoples};
use hoten::{Repair, RepairKind, clean, detect};

/// Names that hold every part of the lexicon, a third of them in capitals and small letters.
fn lexicon_names() -> Vec<String> {
    let parts = Parts::load();
    let mut dice = Dice::new(1);
    let mut names: Vec<String> = Vec::new();
    let (mut surname, mut other) = (0, 0);
    while names.len() < 10_000 {
        let mut name = parts.surnames[surname % parts.surnames.len()].clone();
        surname += 1;
        for _ in 0..=dice.below(3) {
            name = format!("{name} {}", parts.others[other % parts.others.len()]);
            other += 1;
        }
        names.push(match dice.below(6) {
            0 => name.to_uppercase(),
            1 => name.to_lowercase(),
            _ => name,
        });
    }
    assert!(surname > parts.surnames.len() && other > parts.others.len());
    names
}

/// Names of one people alone, with a Vietnamese surname, and two together.
fn names_of(people: &str) -> Vec<String> {
    let own = peoples(people);
    assert!(own.len() >= 20, "{people}: {}", own.len());
    let parts = Parts::load();
    let mut dice = Dice::new(7);
    let mut names = own.clone();
    for name in &own {
        names.push(format!("{} {name}", dice.pick(&parts.surnames)));
        names.push(format!("{name} {}", dice.pick(&own)));
        names.push(format!("{} {name} {}", dice.pick(&parts.surnames), dice.pick(&parts.others)));
        names.push(name.to_uppercase());
    }
    names
}

const PEOPLES: [&str; 5] = ["khmer", "ede", "cham", "hmong", "foreign"];

fn is_encoding(repair: &Repair) -> bool {
    repair.kind == RepairKind::Encoding
}

/// Names of other languages in which a table of characters sees a syllable (Loẽc, Sến, Yủt): it is
/// asked about, and not changed.
const ASKED: [&str; 6] = ["Loïc", "LOÏC", "Seán", "SEÁN", "Yút", "YÚT"];

/// No cell of the group is read otherwise, and none is called ambiguous.
fn untouched(cells: &[&str], wrong: &mut Vec<String>) {
    let found = detect(cells.iter().copied());
    if found.encoding.is_some() {
        wrong.push(format!("{found:?} of {:?} …", &cells[..cells.len().min(3)]));
    }
    for cell in cells {
        if let Some(read) = found.read(cell) {
            wrong.push(format!("{cell} -> {read}"));
        }
        if found.clean(cell).repairs.iter().any(is_encoding) {
            wrong.push(format!("{cell} -> {}", found.clean(cell).text));
        }
        if found.is_ambiguous(cell) && !ASKED.iter().any(|name| cell.contains(name)) {
            wrong.push(format!("{cell} is ambiguous"));
        }
    }
}

fn check(names: &[String]) {
    let mut wrong = Vec::new();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    for name in &names {
        if clean(name).repairs.iter().any(is_encoding) {
            wrong.push(format!("alone: {name} -> {}", clean(name).text));
        }
        untouched(&[name], &mut wrong);
    }
    untouched(&names, &mut wrong);
    for column in names.chunks(100) {
        untouched(column, &mut wrong);
    }
    // A record: a person, the father, the mother.
    for record in names.windows(3) {
        untouched(record, &mut wrong);
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong[..wrong.len().min(60)].join("\n"));
}

#[test]
fn names_of_all_lexicon_parts_stay() {
    check(&lexicon_names());
}

#[test]
fn names_of_every_people_stay() {
    for people in PEOPLES {
        check(&names_of(people));
    }
}

#[test]
fn columns_of_all_of_them_stay() {
    let mut names: Vec<String> = PEOPLES.iter().flat_map(|people| names_of(people)).collect();
    names.extend(lexicon_names().into_iter().step_by(5));
    let mut dice = Dice::new(3);
    for at in (1..names.len()).rev() {
        names.swap(at, dice.below(at + 1));
    }
    check(&names);
}
