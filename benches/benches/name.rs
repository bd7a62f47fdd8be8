//! Names: their parts, their keys, and how alike two of them are.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod shared;

use criterion::Criterion;
use hoten::{
    Name, PreparedName, clean, coarse_key_to, fold_key_to, khmer_keys, name_keys, name_similarity,
    normalize, similarity, sound_key_to,
};
use hoten_benches::{FaultMix, Population};
use rapidfuzz::distance::jaro_winkler;
use shared::{cells, each};
use std::collections::BTreeMap;

fn parts(criterion: &mut Criterion, names: &[&str]) {
    let cleaned: Vec<_> = names.iter().map(|name| clean(name).text).collect();
    let mut group = criterion.benchmark_group("name/parse");
    each(&mut group, "cleaned", &cleaned, |name| Name::parse(name));
    // Three or four words and nothing to notice: what nearly every cell of a register holds.
    let plain = |name: &str| {
        Name::parse(name).findings().is_empty() && (3..=4).contains(&name.split(' ').count())
    };
    let plain: Vec<_> = cleaned.iter().filter(|name| plain(name)).collect();
    each(&mut group, "plain", &plain, |name| Name::parse(name));
    each(&mut group, "raw", names, |name| Name::parse(&clean(name).text).len());
    group.finish();
}

fn keys(criterion: &mut Criterion, raw: &[&str]) {
    let cleaned: Vec<_> = raw.iter().map(|name| clean(name).text).collect();
    let names: Vec<_> = cleaned.iter().map(|name| Name::parse(name)).collect();
    let mut group = criterion.benchmark_group("key/own buffer");
    let mut out = String::new();
    type Write = fn(&Name<'_>, &mut String);
    let kinds: [(&str, Write); 3] = [
        ("fold_key_to", fold_key_to),
        ("sound_key_to", sound_key_to),
        ("coarse_key_to", coarse_key_to),
    ];
    for (kind, write) in kinds {
        each(&mut group, kind, &names, |name| {
            out.clear();
            write(name, &mut out);
            out.len()
        });
    }
    each(&mut group, "all three", &names, |name| {
        out.clear();
        for (_, write) in kinds {
            write(name, &mut out);
        }
        out.len()
    });
    group.finish();
    let mut group = criterion.benchmark_group("key/raw");
    each(&mut group, "name_keys", raw, |name| name_keys(name));
    group.finish();
}

/// Khmer names by writing: 0 Khmer, 1 Cambodian Latin, 2 Vietnamese letters; elements as listed, and
/// whole names of a surname and one or two elements.
fn khmer(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("khmer/all keys");
    let rows = include_str!("../data/khmer_names.tsv").lines().filter(|row| !row.starts_with('#'));
    let rows: Vec<Vec<&str>> = rows.skip(1).map(|row| row.split('\t').collect()).collect();
    for (writing, kind) in ["Khmer script", "Latin", "Vietnamese letters"].iter().enumerate() {
        let spellings = |surname: bool| {
            let rows = rows.iter().filter(move |row| row[3].starts_with("surname") == surname);
            let all = rows.flat_map(move |row| row[writing].split('|'));
            all.filter(|spelling| !spelling.is_empty()).map(normalize).collect::<Vec<_>>()
        };
        let (surnames, given) = (spellings(true), spellings(false));
        let names = surnames.iter().cycle().zip(&given).zip(given.iter().cycle().skip(41));
        let whole: Vec<String> = names
            .enumerate()
            .map(|(at, ((surname, name), other))| match at % 2 {
                0 => format!("{surname} {name}"),
                _ => format!("{surname} {name} {other}"),
            })
            .collect();
        let elements = [surnames, given].concat();
        each(&mut group, kind, &elements, |spelling| khmer_keys(spelling));
        each(&mut group, &format!("{kind}, whole names"), &whole, |name| khmer_keys(name));
    }
    group.finish();
}

/// Names of two records of one person, and of two that stand side by side by chance.
fn pairs(residents: &Population) -> [(&'static str, Vec<(&str, &str)>); 2] {
    let mut last = BTreeMap::new();
    let (mut same, mut other) = (Vec::new(), Vec::new());
    let mut before = None;
    for row in residents.rows() {
        let name = row.texts[0];
        same.extend(last.insert(row.person_id, name).map(|earlier| (earlier, name)));
        other.extend(before.replace(name).map(|earlier| (earlier, name)));
    }
    other.truncate(same.len());
    [("of one person", same), ("of two persons", other)]
}

fn alike(criterion: &mut Criterion, residents: &Population) {
    for (kind, raw) in pairs(residents) {
        let mut group = criterion.benchmark_group(format!("key/similarity {kind}"));
        let cleaned: Vec<_> = raw.iter().map(|(a, b)| (clean(a).text, clean(b).text)).collect();
        let names: Vec<_> = cleaned.iter().map(|(a, b)| (Name::parse(a), Name::parse(b))).collect();
        let normal: Vec<_> = raw.iter().map(|(a, b)| (normalize(a), normalize(b))).collect();
        let prepared: Vec<_> =
            names.iter().map(|(a, b)| (PreparedName::new(a), PreparedName::new(b))).collect();
        let batch: Vec<_> = normal
            .iter()
            .map(|(a, b)| (jaro_winkler::BatchComparator::new(a.chars()), b))
            .collect();
        each(&mut group, "hoten, prepared", &prepared, |(a, b)| a.similarity(b).score);
        each(&mut group, "hoten, parsed", &names, |(a, b)| similarity(a, b).score);
        each(&mut group, "hoten, raw", &raw, |(a, b)| name_similarity(a, b).score);
        each(&mut group, "rapidfuzz Jaro-Winkler, normal", &normal, |(a, b)| {
            jaro_winkler::normalized_similarity(a.chars(), b.chars())
        });
        each(&mut group, "rapidfuzz Jaro-Winkler, prepared", &batch, |(a, b)| {
            a.normalized_similarity(b.chars())
        });
        group.finish();
    }
}

fn main() {
    let mut criterion = shared::criterion();
    let residents = shared::residents(4_000, FaultMix::Base);
    let names = cells(&residents, "full_name");
    parts(&mut criterion, &names);
    keys(&mut criterion, &names);
    khmer(&mut criterion);
    alike(&mut criterion, &residents);
    criterion.final_summary();
}
