//! Rates of single records.

use super::{Cells, GROUPS, Profile, Rate};
use crate::letters::unmarked;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization as _;

/// Columns by place in the header.
pub(super) const SOURCE: usize = 1;
pub(super) const NAME: usize = 2;
pub(super) const DOB: usize = 3;
pub(super) const SEX: usize = 4;
pub(super) const CCCD: usize = 5;
pub(super) const CMND: usize = 6;
pub(super) const ADDRESS: usize = 10;
pub(super) const FATHER: usize = 11;
pub(super) const MOTHER: usize = 12;
pub(super) const PHONE: usize = 13;

type Test = fn(&Cells) -> bool;

/// Every rate that looks at one record.
const TESTS: [(&str, Test); 54] = [
    ("missing dob", |r| r[DOB].is_empty()),
    ("missing sex", |r| r[SEX].is_empty()),
    ("missing cccd", |r| r[CCCD].is_empty()),
    ("missing cmnd", |r| r[CMND].is_empty()),
    ("missing cccd and cmnd", |r| r[CCCD].is_empty() && r[CMND].is_empty()),
    ("cmnd only", |r| r[CCCD].is_empty() && !r[CMND].is_empty()),
    ("missing district", |r| r[8].is_empty()),
    ("missing commune", |r| r[9].is_empty()),
    ("missing address", |r| r[ADDRESS].is_empty()),
    ("missing father", |r| r[FATHER].is_empty()),
    ("missing mother", |r| r[MOTHER].is_empty()),
    ("missing phone", |r| r[PHONE].is_empty()),
    ("date: year only", |r| year_only(&r[DOB])),
    ("date: year alone (1950)", |r| shape(&r[DOB]) == "9999"),
    ("date: --/--/1950", |r| r[DOB].starts_with("--/--")),
    ("date: zeros for day and month", |r| {
        let date = &r[DOB];
        date.starts_with("00/00")
            || date.ends_with("-00-00")
            || (shape(date) == "99999999" && date.ends_with("0000"))
    }),
    ("date: 01/01", |r| matches!(parts(&r[DOB]), Some((1, 1, _)))),
    ("date: only the day unknown", |r| {
        matches!(parts(&r[DOB]), Some((0, 1.., _))) || shape(&r[DOB]) == "99/9999"
    }),
    ("date: two-digit year", |r| shape(&r[DOB]) == "99/99/99"),
    ("date: 05/08/1962", |r| shape(&r[DOB]) == "99/99/9999"),
    ("date: 5/8/1962", |r| matches!(&*shape(&r[DOB]), "9/9/9999" | "99/9/9999" | "9/99/9999")),
    ("date: 1962-08-05", |r| shape(&r[DOB]) == "9999-99-99"),
    ("date: 05-08-1962", |r| shape(&r[DOB]) == "99-99-9999"),
    ("date: 05.08.1962", |r| shape(&r[DOB]) == "99.99.9999"),
    ("date: 19620805", |r| shape(&r[DOB]) == "99999999"),
    ("date: in words", |r| r[DOB].contains("tháng")),
    ("born before 1960", |r| matches!(year(&r[DOB]), Some(..1960))),
    ("born 1960 to 1989", |r| matches!(year(&r[DOB]), Some(1960..1990))),
    ("born since 2000", |r| matches!(year(&r[DOB]), Some(2000..))),
    ("name: all capitals", |r| letters(&r[NAME]).all(char::is_uppercase)),
    ("name: all small", |r| letters(&r[NAME]).all(char::is_lowercase)),
    ("name: no marks", |r| r[NAME].is_ascii()),
    ("any text: marks apart (NFD)", |r| texts(r).any(|text| text.nfc().ne(text.chars()))),
    ("any text: old font (TCVN3, VNI)", |r| texts(r).any(is_legacy)),
    ("name: Đ look-alike", |r| r[NAME].contains(['Ð', 'ð', 'Ɖ', 'ɖ'])),
    ("name: Thỵ", |r| words(&r[NAME]).any(|word| word == "thỵ")),
    ("name: Thị", |r| words(&r[NAME]).any(|word| word == "thị")),
    ("name: Văn", |r| words(&r[NAME]).any(|word| word == "văn")),
    ("name: shortened", |r| r[NAME].contains('.')),
    ("parents: shortened", |r| r[FATHER].contains('.') || r[MOTHER].contains('.')),
    ("name: illegible", |r| r[NAME].contains(['?', '…'])),
    ("parents: illegible", |r| r[FATHER].contains(['?', '…']) || r[MOTHER].contains(['?', '…'])),
    ("name: honorific", |r| {
        words(&r[NAME]).next().is_some_and(|w| ["bà", "cụ", "anh", "chị"].contains(&&*w))
            || r[NAME].to_lowercase().starts_with("ông bà")
    }),
    ("name: odd blanks", |r| {
        r[NAME].contains("  ") || r[NAME].contains('\u{a0}') || r[NAME].trim() != r[NAME]
    }),
    ("name: 2 words", |r| words(&r[NAME]).count() == 2),
    ("name: 3 words", |r| words(&r[NAME]).count() == 3),
    ("name: 4 words", |r| words(&r[NAME]).count() == 4),
    ("name: 5 words or more", |r| words(&r[NAME]).count() > 4),
    ("name: oà, uý (new style)", |r| words(&r[NAME]).any(|word| new_style(&word))),
    ("name: Khmer surname", |r| first_in(&r[NAME], &KHMER)),
    ("name: northern minority surname", |r| first_in(&r[NAME], &HILLS)),
    ("name: Nguyễn", |r| first_in(&r[NAME], &["nguyen"])),
    ("father has the child's surname", |r| same_first(&r[NAME], &r[FATHER])),
    ("address: house, group and hamlet", |r| r[ADDRESS].matches(',').count() == 2),
];

/// Rates of address parts and of numbers against the other columns.
const MORE: [(&str, Test); 6] = [
    ("address: house number", |r| house(&r[ADDRESS])),
    ("address: group (tổ)", |r| {
        unmarked(&r[ADDRESS]).to_lowercase().contains("to ")
            && r[ADDRESS].contains(|c: char| c.is_ascii_digit())
    }),
    ("address: hamlet", |r| r[ADDRESS].chars().next_back().is_some_and(char::is_alphabetic)),
    ("cccd: not 12 digits, but some", |r| !r[CCCD].is_empty() && r[CCCD].len() != 12),
    (
        "cccd: year differs from dob",
        |r| matches!((cccd_year(&r[CCCD]), year(&r[DOB])), (Some(a), Some(b)) if a != b),
    ),
    (
        "cccd: sex differs from sex",
        |r| matches!((cccd_female(&r[CCCD]), female(&r[SEX])), (Some(a), Some(b)) if a != b),
    ),
];

const KHMER: [&str; 10] =
    ["chau", "neang", "thach", "danh", "kim", "son", "kien", "chao", "niang", "nieng"];
const HILLS: [&str; 24] = [
    "lo", "mua", "sung", "giang", "vang", "thao", "luong", "hua", "trieu", "tan", "chao", "ban",
    "ma", "nong", "quang", "luc", "be", "cam", "tong", "vi", "phan", "lau", "hang", "ca",
];

/// Counts every rate in every register and in all.
pub(super) fn count(records: &[Cells], profile: &mut Profile) {
    let mut groups: Vec<Vec<&Cells>> = GROUPS
        .iter()
        .map(|group| records.iter().filter(|r| r[SOURCE] == *group || *group == "all").collect())
        .collect();
    let all = records.len().max(1) as f64;
    for (group, members) in GROUPS.iter().zip(&groups) {
        push(profile, "share of records", group, 100.0 * members.len() as f64 / all);
    }
    for (name, test) in TESTS.iter().chain(&MORE) {
        for (group, members) in GROUPS.iter().zip(&mut groups) {
            let hits = members.iter().filter(|r| test(r)).count();
            push(profile, name, group, 100.0 * hits as f64 / members.len().max(1) as f64);
        }
    }
}

pub(super) fn push(profile: &mut Profile, name: &str, group: &'static str, value: f64) {
    profile.rates.push(Rate { name: name.to_owned(), group, value });
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|letter| letter.is_alphabetic())
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split_whitespace().map(|word| word.to_lowercase().nfc().collect())
}

fn texts(record: &Cells) -> impl Iterator<Item = &str> {
    [NAME, ADDRESS, FATHER, MOTHER].into_iter().map(|column| &*record[column])
}

/// Digits as 9, the rest as it stands.
fn shape(text: &str) -> String {
    text.chars().map(|letter| if letter.is_ascii_digit() { '9' } else { letter }).collect()
}

/// Day, month, year, 0 where unknown; `None` for what is not a date.
pub(super) fn parts(date: &str) -> Option<(u32, u32, u32)> {
    let numbers: Vec<u32> = date
        .split(|letter: char| !letter.is_ascii_digit())
        .filter_map(|digits| digits.parse().ok())
        .collect();
    match (&*shape(date), numbers.as_slice()) {
        ("99999999", [all]) => Some((all % 100, all / 100 % 100, all / 10_000)),
        ("9999-99-99", &[year, month, day]) => Some((day, month, year)),
        (_, &[day, month, year]) if year < 100 => Some((day, month, 1900 + year)),
        (_, &[day, month, year]) => Some((day, month, year)),
        (_, &[month, year]) => Some((0, month, year)),
        (_, &[year]) if year > 1800 => Some((0, 0, year)),
        _ => None,
    }
}

pub(super) fn year(date: &str) -> Option<u32> {
    parts(date).map(|(_, _, year)| year)
}

fn year_only(date: &str) -> bool {
    matches!(parts(date), Some((0, 0, _)))
}

/// Letters of Windows Latin that Vietnamese never has.
fn is_legacy(text: &str) -> bool {
    let odd = |letter: char| {
        let known = "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýÐðÑñ";
        ('\u{a1}'..='\u{ff}').contains(&letter) && !known.contains(letter)
    };
    // VNI writes a mark as a second letter; these pairs stand in no Vietnamese word (`eá` does, in
    // Neáng).
    let doubled = ["aâ", "eâ", "oâ", "aá", "aà", "eà", "aã", "oõ", "oø"];
    let lower = text.to_lowercase();
    text.chars().any(odd) || doubled.iter().any(|pair| lower.contains(pair))
}

fn new_style(word: &str) -> bool {
    ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "uỳ", "uý", "uỷ", "uỹ", "uỵ"]
        .iter()
        .any(|end| word.ends_with(end))
        && !word.starts_with("qu")
}

fn first_in(name: &str, list: &[&str]) -> bool {
    let first = name.split_whitespace().next().map(|word| unmarked(word).to_lowercase());
    first.is_some_and(|first| list.contains(&&*first))
}

fn same_first(left: &str, right: &str) -> bool {
    let first =
        |text: &str| text.split_whitespace().next().map(|word| unmarked(word).to_lowercase());
    !right.is_empty() && first(left) == first(right)
}

fn house(address: &str) -> bool {
    let plain = unmarked(address).to_lowercase();
    plain.trim_start_matches("so ").starts_with(|letter: char| letter.is_ascii_digit())
}

fn cccd_year(cccd: &str) -> Option<u32> {
    let century = match cccd.as_bytes().get(3)? {
        b'0' | b'1' => 1900,
        b'2' | b'3' => 2000,
        _ => return Some(0),
    };
    Some(century + cccd.get(4..6)?.parse::<u32>().ok()?)
}

fn cccd_female(cccd: &str) -> Option<bool> {
    Some((cccd.as_bytes().get(3)? - b'0') % 2 == 1)
}

pub(super) fn female(sex: &str) -> Option<bool> {
    match &*sex.to_lowercase() {
        "nam" | "1" | "nam / m" => Some(false),
        "nữ" | "nu" | "2" | "nữ / f" => Some(true),
        _ => None,
    }
}

/// How often each value occurs.
pub(super) fn tally<T: std::hash::Hash + Eq>(values: impl Iterator<Item = T>) -> HashMap<T, u32> {
    let mut counts = HashMap::new();
    for value in values {
        *counts.entry(value).or_insert(0) += 1;
    }
    counts
}
