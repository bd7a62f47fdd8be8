//! `data/messages.tsv` -> what the browser package says to people, a file a language, and the codes
//! as types: `bindings-wasm/js/messages/vi.js`, `en.js` and `codes.d.ts`.

use super::{root, rows};
use std::fmt::Write;

fn same(path: &str, text: &str) {
    let file = root().join("../bindings-wasm/js").join(path);
    if std::env::var_os("HOTEN_BLESS").is_some() {
        std::fs::write(&file, text).unwrap();
        return;
    }
    let held = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(
        held == text,
        "bindings-wasm/js/{path} differs from its source; run: HOTEN_BLESS=1 cargo test --test tables"
    );
}

const HEAD: &str =
    "// Generated from `core/data/messages.tsv` by `core/tests/tables.rs`; do not edit.\n";

/// A text as JavaScript writes it.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

#[test]
fn words() {
    for (lang, column) in [("vi", 3), ("en", 4)] {
        let mut out = String::from(HEAD);
        writeln!(out, "import {{ speak }} from './speak.js';\n").unwrap();
        writeln!(out, "export const lang = '{lang}';\n\nexport const words = {{").unwrap();
        for row in rows("messages.tsv").iter().filter(|row| row[0] == "finding") {
            writeln!(out, "  {}: {},", row[1], quoted(&row[column])).unwrap();
        }
        out.push_str("};\n\nexport const message = (finding) => speak(words, finding);\n");
        same(&format!("messages/{lang}.js"), &out);
    }
}

#[test]
fn codes() {
    let mut out = String::from(HEAD);
    for (kind, name, doc) in [
        (
            "finding",
            "FindingCode",
            "What can be noticed about a value; each has a page in docs/findings.",
        ),
        ("error", "CoreErrorCode", "Why the core could not do a call."),
        ("reason", "Reason", "Why two names are alike, or are not."),
    ] {
        writeln!(out, "\n/** {doc} */\nexport type {name} =").unwrap();
        let rows = rows("messages.tsv");
        let codes: Vec<_> = rows.iter().filter(|row| row[0] == kind).map(|row| &row[1]).collect();
        for (at, code) in codes.iter().enumerate() {
            writeln!(out, "  | '{code}'{}", if at + 1 == codes.len() { ";" } else { "" }).unwrap();
        }
    }
    same("codes.d.ts", &out);
}
