//! Text: the normal form, the fold and cleaning, beside what people use today.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod shared;

use criterion::Criterion;
use hoten::{clean, fold, fold_to, is_normalized, is_suspicious, normalize, normalize_to};
use hoten_benches::FaultMix;
use shared::{cells, each};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// The usual advice: compose, then small letters.
fn composed_lower(text: &str) -> String {
    text.nfc().collect::<String>().to_lowercase()
}

/// The same by one who has measured: text in NFC is not composed again.
fn checked_lower(text: &str) -> String {
    if is_nfc(text) { text.to_lowercase() } else { composed_lower(text) }
}

fn strs(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).collect()
}

/// The names as written in registers, and all of them in one state.
fn states<'n>(
    mixed: &'n [&str],
    made: &'n mut Vec<(&'static str, Vec<String>)>,
) -> Vec<(&'static str, Vec<&'n str>)> {
    let all = |change: fn(&str) -> String| mixed.iter().map(|name| change(name)).collect();
    made.extend([
        ("normal", all(|name| normalize(name).into_owned())),
        ("capitals", all(|name| clean(name).text.to_uppercase())),
        ("decomposed", all(|name| clean(name).text.nfd().collect())),
        ("ascii", all(|name| any_ascii::any_ascii(&clean(name).text))),
    ]);
    let mut states = vec![("mixed", mixed.to_vec())];
    states.extend(made.iter().map(|(state, names)| (*state, strs(names))));
    states
}

fn normal_forms(criterion: &mut Criterion, state: &str, names: &[&str]) {
    let mut group = criterion.benchmark_group(format!("clean/normalize {state}"));
    let mut out = String::new();
    each(&mut group, "hoten", names, |name| normalize(name).len());
    each(&mut group, "hoten, own buffer", names, |name| {
        out.clear();
        normalize_to(name, &mut out);
        out.len()
    });
    each(&mut group, "NFC and lower case", names, |name| composed_lower(name).len());
    each(&mut group, "NFC where needed and lower case", names, |name| checked_lower(name).len());
    group.finish();
    let mut group = criterion.benchmark_group(format!("clean/is_normalized {state}"));
    each(&mut group, "hoten", names, |name| is_normalized(name));
    group.finish();
}

fn folds(criterion: &mut Criterion, state: &str, names: &[&str]) {
    let mut group = criterion.benchmark_group(format!("clean/fold {state}"));
    let mut out = String::new();
    each(&mut group, "hoten", names, |name| fold(name).len());
    each(&mut group, "hoten, own buffer", names, |name| {
        out.clear();
        fold_to(name, &mut out);
        out.len()
    });
    // Neither knows capitals, blanks or look-alikes; lower case is all that is asked of them here.
    each(&mut group, "deunicode", names, |name| {
        let mut text = deunicode::deunicode(name);
        text.make_ascii_lowercase();
        text.len()
    });
    each(&mut group, "any_ascii", names, |name| {
        let mut text = any_ascii::any_ascii(name);
        text.make_ascii_lowercase();
        text.len()
    });
    group.finish();
}

fn cleaning(criterion: &mut Criterion, mixed: &[&str]) {
    let cleaned: Vec<_> = mixed.iter().map(|name| clean(name).text.into_owned()).collect();
    let cleaned = strs(&cleaned);
    for (kind, names) in [("clean", cleaned.as_slice()), ("mixed", mixed)] {
        let mut group = criterion.benchmark_group(format!("clean/clean {kind}"));
        each(&mut group, "clean", names, |name| clean(name).text.len());
        each(&mut group, "is_suspicious", names, |name| is_suspicious(name));
        group.finish();
    }
}

fn main() {
    let mut criterion = shared::criterion();
    let residents = shared::residents(4_000, FaultMix::Base);
    let names = cells(&residents, "full_name");
    let mut made = Vec::new();
    for (state, names) in states(&names, &mut made) {
        normal_forms(&mut criterion, state, &names);
        folds(&mut criterion, state, &names);
    }
    cleaning(&mut criterion, &names);
    criterion.final_summary();
}
