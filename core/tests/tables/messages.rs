//! `data/messages.tsv` -> `src/finding/tables.rs`, `src/error/tables.rs`, `src/key/tables.rs`.

use super::{rows, same};
use std::fmt::Write;

fn variant(code: &str) -> String {
    code.split('_')
        .map(|word| {
            let (head, tail) = word.split_at(1);
            head.to_uppercase() + tail
        })
        .collect()
}

fn arms(out: &mut String, name: &str, doc: &str, result: &str, rows: &[(String, String)]) {
    writeln!(out, "\n    /// {doc}\n    #[must_use]\n    pub {name} -> {result} {{").unwrap();
    writeln!(out, "        match self {{").unwrap();
    for (variant, value) in rows {
        writeln!(out, "            Self::{variant} => {value},").unwrap();
    }
    writeln!(out, "        }}\n    }}").unwrap();
}

/// The builds that can raise an error, if not all can.
fn condition(kind: &str, feature: &str) -> Option<String> {
    match feature {
        _ if kind != "error" => None,
        "" => None,
        "native" => Some("not(target_family = \"wasm\")".to_owned()),
        feature => Some(format!("feature = {feature:?}")),
    }
}

fn table(kind: &str, name: &str, doc: &str) -> String {
    let rows: Vec<_> = rows("messages.tsv").into_iter().filter(|row| row[0] == kind).collect();
    let mut codes: Vec<_> = rows.iter().map(|row| row[1].clone()).collect();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), rows.len(), "a code stands twice in messages.tsv");
    let mut out = String::from(
        "//! Generated from `data/messages.tsv` by `tests/tables.rs`; do not edit.\n#![cfg_attr(rustfmt, rustfmt_skip)]\n\nuse crate::message::Lang;\n",
    );
    if kind == "finding" {
        out.push_str("use super::Severity;\n");
    }
    writeln!(out, "\n/// {doc}\n#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]\n#[non_exhaustive]\npub enum {name} {{").unwrap();
    for row in &rows {
        writeln!(out, "    /// {}\n    {},", row[4].replace(['{', '}'], "`"), variant(&row[1]))
            .unwrap();
    }
    writeln!(
        out,
        "}}\n\nimpl {name} {{\n    /// Every code.\n    pub const ALL: &'static [Self] = &["
    )
    .unwrap();
    for row in &rows {
        writeln!(out, "        Self::{},", variant(&row[1])).unwrap();
    }
    writeln!(out, "    ];").unwrap();
    let map = |value: &dyn Fn(&Vec<String>) -> String| -> Vec<(String, String)> {
        rows.iter().map(|row| (variant(&row[1]), value(row))).collect()
    };
    arms(
        &mut out,
        "fn as_str(self)",
        "The stable code.",
        "&'static str",
        &map(&|row| format!("{:?}", row[1])),
    );
    if kind == "finding" {
        let severity = |row: &Vec<String>| {
            format!(
                "Severity::{}",
                match row[2].as_str() {
                    "error" => "Error",
                    "warning" => "Warning",
                    "note" => "Note",
                    other => panic!("severity {other:?} of {}", row[1]),
                }
            )
        };
        arms(
            &mut out,
            "fn severity(self)",
            "How grave it is by default.",
            "Severity",
            &map(&severity),
        );
    }
    writeln!(out, "\n    /// The words, with `{{name}}` marks for parameters.\n    pub(crate) fn template(self, lang: Lang) -> &'static str {{\n        let [vi, en] = match self {{").unwrap();
    let mut conditions = std::collections::BTreeSet::new();
    for row in &rows {
        let (code, vi, en) = (&row[1], &row[3], &row[4]);
        assert!(!vi.is_empty() && !en.is_empty(), "{code} has no words in a language");
        if let Some(condition) = condition(kind, &row[2]) {
            writeln!(out, "            #[cfg({condition})]").unwrap();
            conditions.insert(condition);
        }
        writeln!(out, "            Self::{} => [{vi:?}, {en:?}],", variant(code)).unwrap();
    }
    if !conditions.is_empty() {
        let all: Vec<_> = conditions.into_iter().collect();
        writeln!(out, "            #[cfg(not(all({})))]", all.join(", ")).unwrap();
        writeln!(out, "            _ => [self.as_str(); 2],").unwrap();
    }
    out.push_str("        };\n        match lang {\n            Lang::Vi => vi,\n            Lang::En => en,\n        }\n    }\n}\n");
    out
}

#[test]
fn findings() {
    same(
        "finding/tables.rs",
        &table("finding", "FindingCode", "A stable code of something noticed."),
    );
}

#[test]
fn errors() {
    same(
        "error/tables.rs",
        &table("error", "ErrorCode", "A stable code of why a call could not be done."),
    );
}

#[test]
fn reasons() {
    same(
        "key/tables.rs",
        &table("reason", "Reason", "Why two names are alike, or are not; a stable code."),
    );
}

#[test]
fn each_mark_stands_in_both_languages() {
    let marks = |text: &str| {
        let mut found: Vec<_> = text
            .split('{')
            .skip(1)
            .filter_map(|part| part.split_once('}'))
            .map(|(mark, _)| mark.to_owned())
            .collect();
        found.sort();
        found.dedup();
        found
    };
    for row in rows("messages.tsv") {
        assert_eq!(marks(&row[3]), marks(&row[4]), "{}", row[1]);
    }
}
