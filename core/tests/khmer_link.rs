//! One person in several writings of a Khmer name: the records meet and become one.
#![cfg(feature = "link")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use hoten::{Linker, StrColumn, Table};

/// The cluster of each record, all of one sex, born in one year, in one commune.
fn clusters(names: &[&str]) -> Vec<u32> {
    let [sexes, births, communes] = ["Nữ", "1980", "xã An Cư"].map(|cell| vec![cell; names.len()]);
    let table = Table::new([
        ("full_name", StrColumn::from_strs(names)),
        ("sex", StrColumn::from_strs(&sexes)),
        ("dob", StrColumn::from_strs(&births)),
        ("commune", StrColumn::from_strs(&communes)),
    ]);
    let linkage = Linker::new().dedupe(&table.unwrap()).unwrap();
    linkage.clusters().to_vec()
}

/// Facts: khmer.md 4: s is s or x, sóc is sốc, tones carry nothing.
#[test]
fn five_writings_are_one_person() {
    let names = [
        "Neáng Sóc Kha",
        "Neáng Sốc Kha",
        "Néang Xốc Kha",
        "Neang Sokha",
        "នាង សុខា",
        "Neáng Sóc Khum",
    ];
    assert_eq!(clusters(&names), [0, 0, 0, 0, 0, 5]);
}

/// Facts: khmer.md 2: an unmarked consonant is coda or onset, ៈ is -a or -ak; only its third key has the
/// t of Ratanak.
#[test]
fn a_name_is_found_by_its_third_key() {
    assert_eq!(clusters(&["Neang Ratanak", "នាង រតនៈ", "Neang Sreymom"]), [0, 0, 2]);
}
