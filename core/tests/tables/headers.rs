//! `data/headers.tsv` -> `src/record/headers.rs`.

use super::{rows, same};
use std::fmt::Write;

/// The same folding as `record::schema`, written a second time so that the table does not lean on
/// the code it is read by: letters and digits only, lower case, no marks.
fn fold(header: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    header
        .nfd()
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .filter(|c| c.is_ascii_alphanumeric())
        .collect()
}

#[test]
fn headers() {
    let mut table: Vec<_> = rows("headers.tsv")
        .into_iter()
        .map(|row| {
            let field: String = match row[0].as_str() {
                "name_prefix" => "None".to_owned(),
                field => {
                    let words = field.split('_');
                    let camel = words.map(|word| word[..1].to_uppercase() + &word[1..]);
                    format!("Some(FieldName::{})", camel.collect::<String>())
                }
            };
            assert!(matches!(row[2].as_str(), "sure" | "weak"), "strength of {}", row[1]);
            (fold(&row[1]), field, row[2] == "sure")
        })
        .collect();
    table.sort();
    // Spellings that fold alike ("Họ và tên", "ho va ten") need one entry; two meanings are a fault.
    table.dedup();
    for pair in table.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "a header with two meanings");
    }
    let mut out = String::from(
        "//! Generated from `data/headers.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse crate::finding::FieldName;\n\n/// Folded header, its field (`None`: surname and middle name only), whether it is sure. Sorted.\npub(super) static HEADERS: &[(&str, Option<FieldName>, bool)] = &[\n",
    );
    for (header, field, sure) in &table {
        writeln!(out, "    ({header:?}, {field}, {sure}),").unwrap();
    }
    out.push_str("];\n");
    same("record/headers.rs", &out);
}
