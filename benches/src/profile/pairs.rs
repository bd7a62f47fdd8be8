//! How records that carry the same number differ, and how names collide. Numbers stand in for the
//! truth here, so records without one are not seen: the rates are comparable between files, not
//! true in themselves.

use super::cells::{CCCD, CMND, DOB, NAME, PHONE, SEX, SOURCE, female, parts, push, tally, year};
use super::{Cells, GROUPS, Profile};
use crate::letters::unmarked;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization as _;

/// Counts names, numbers and pairs of records with one citizen ID.
pub(super) fn count(records: &[Cells], profile: &mut Profile) {
    let all = "all";
    let total = records.len().max(1) as f64;
    let folded: Vec<String> = records.iter().map(|r| fold(&r[NAME])).collect();
    let names = tally(folded.iter());
    push(profile, "ratio: distinct names to records", all, names.len() as f64 / total);
    for (column, name) in [
        (CCCD, "ratio: records with cccd to distinct cccd"),
        (CMND, "ratio: records with cmnd to distinct cmnd"),
        (PHONE, "ratio: records with phone to distinct phones"),
    ] {
        let counts = tally(records.iter().map(|r| &*r[column]).filter(|value| !value.is_empty()));
        let rows: u32 = counts.values().sum();
        push(profile, name, all, f64::from(rows) / counts.len().max(1) as f64);
    }
    let top = names.values().copied().max().unwrap_or(0);
    push(profile, "commonest name", all, 100.0 * f64::from(top) / total);
    namesakes(records, &folded, profile);
    same_number(records, &folded, profile);
}

fn fold(name: &str) -> String {
    unmarked(name).to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn normal(name: &str) -> String {
    name.to_lowercase().nfc().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Name and birth year shared by records with different citizen IDs.
fn namesakes(records: &[Cells], folded: &[String], profile: &mut Profile) {
    let mut numbers: BTreeMap<(&str, Option<u32>), Vec<&str>> = BTreeMap::new();
    for (record, name) in records.iter().zip(folded) {
        if !record[CCCD].is_empty() {
            numbers.entry((name, year(&record[DOB]))).or_default().push(&record[CCCD]);
        }
    }
    let shared = numbers
        .values_mut()
        .filter_map(|numbers| {
            numbers.sort_unstable();
            numbers.dedup();
            (numbers.len() > 1).then_some(())
        })
        .count();
    let share = 100.0 * shared as f64 / numbers.len().max(1) as f64;
    push(profile, "name and year met with several cccd", "all", share);
}

/// Pairs of records with one citizen ID, of each register with the others.
fn same_number(records: &[Cells], folded: &[String], profile: &mut Profile) {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (row, record) in records.iter().enumerate() {
        if !record[CCCD].is_empty() {
            groups.entry(&record[CCCD]).or_default().push(row);
        }
    }
    let mut counts = [[0_u32; 8]; 5];
    for rows in groups.values() {
        for (place, &left) in rows.iter().enumerate() {
            for &right in &rows[place + 1..] {
                let seen = observe(&records[left], &records[right], &folded[left], &folded[right]);
                for (group, source) in GROUPS.iter().enumerate() {
                    let here = |row: usize| records[row][SOURCE] == *source;
                    if group == 4 || here(left) || here(right) {
                        for (count, &hit) in counts[group].iter_mut().zip(&seen) {
                            *count += u32::from(hit);
                        }
                    }
                }
            }
        }
    }
    let names = [
        "",
        "same cccd: name written alike",
        "same cccd: name alike but for marks",
        "same cccd: name alike but for blanks, marks",
        "same cccd: name differs in letters",
        "same cccd: dates contradict",
        "same cccd: dates agree in full",
        "same cccd: sex contradicts",
    ];
    for (measure, name) in names.iter().enumerate().skip(1) {
        for (group, counts) in GROUPS.iter().zip(&counts) {
            let share = 100.0 * f64::from(counts[measure]) / f64::from(counts[0].max(1));
            push(profile, name, group, share);
        }
    }
}

fn observe(left: &Cells, right: &Cells, left_fold: &str, right_fold: &str) -> [bool; 8] {
    let alike = normal(&left[NAME]) == normal(&right[NAME]);
    let folds = left_fold == right_fold;
    let tight = |text: &str| text.replace(' ', "");
    let blanks = tight(left_fold) == tight(right_fold);
    let (dates_differ, dates_agree) = match (parts(&left[DOB]), parts(&right[DOB])) {
        (Some(a), Some(b)) => {
            let open = |d: (u32, u32, u32)| d.0 == 0 || (d.0 == 1 && d.1 == 1);
            let differ = a.2 != b.2 || (!open(a) && !open(b) && (a.0, a.1) != (b.0, b.1));
            (differ, a == b && !open(a))
        }
        _ => (false, false),
    };
    let sexes = (female(&left[SEX]), female(&right[SEX]));
    let contradict = matches!(sexes, (Some(a), Some(b)) if a != b);
    [true, alike, folds && !alike, blanks && !folds, !blanks, dates_differ, dates_agree, contradict]
}
