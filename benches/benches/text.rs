//! Text: the normal form, the fold and cleaning, beside what people use today.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod shared;

use criterion::Criterion;
use hoten::{clean, fold, fold_to, is_normalized, is_suspicious, normalize, normalize_to};
use hoten_benches::FaultMix;
use shared::{cells, each};
use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// The usual advice: compose, then small letters. Text in NFC is not composed again.
fn composed_lower(text: &str) -> String {
    if is_nfc(text) { text.to_lowercase() } else { text.nfc().collect::<String>().to_lowercase() }
}

fn normal_forms(criterion: &mut Criterion, mixed: &[&str]) {
    let normal: Vec<_> = mixed.iter().map(|name| normalize(name).into_owned()).collect();
    let normal: Vec<&str> = normal.iter().map(String::as_str).collect();
    for (kind, names) in [("normal", normal.as_slice()), ("mixed", mixed)] {
        let mut group = criterion.benchmark_group(format!("clean/normalize {kind}"));
        let mut out = String::new();
        each(&mut group, "hoten", names, |name| normalize(name).len());
        each(&mut group, "hoten, own buffer", names, |name| {
            out.clear();
            normalize_to(name, &mut out);
            out.len()
        });
        each(&mut group, "NFC and lower case", names, |name| composed_lower(name).len());
        group.finish();
        let mut group = criterion.benchmark_group(format!("clean/is_normalized {kind}"));
        each(&mut group, "hoten", names, |name| is_normalized(name));
        group.finish();
    }
}

fn folds(criterion: &mut Criterion, names: &[&str]) {
    let mut group = criterion.benchmark_group("clean/fold");
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
    let cleaned: Vec<&str> = cleaned.iter().map(String::as_str).collect();
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
    normal_forms(&mut criterion, &names);
    folds(&mut criterion, &names);
    cleaning(&mut criterion, &names);
    criterion.final_summary();
}
