//! Each public item of the core is bound in Python and JS, or `surface.tsv` says why not.
//!
//! An item counts as bound when the binding's source names it as `hoten::Item`. A row of the table
//! (item, python, js, reason) is for the others: `-` means "not bound in this language"; a name is
//! what carries the item there (a Rust type may come out as a function), and must occur.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "house/source.rs"]
#[allow(dead_code)]
mod source;

use source::{code, exports, files, group, ident, workspace};
use std::collections::{BTreeMap, BTreeSet};

struct Row {
    cells: [String; 2],
    reason: String,
}

fn table() -> BTreeMap<String, Row> {
    let text = std::fs::read_to_string(workspace().join("core/tests/surface.tsv")).unwrap();
    let mut rows = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [item, python, js, reason] = cells[..] else { panic!("{line}: four cells") };
        let row = Row { cells: [python.to_owned(), js.to_owned()], reason: reason.to_owned() };
        assert!(rows.insert(item.to_owned(), row).is_none(), "{item} stands twice");
    }
    rows
}

/// Items and public modules of `lib.rs`.
fn items() -> BTreeSet<String> {
    let lib = code(&std::fs::read_to_string(workspace().join("core/src/lib.rs")).unwrap());
    let modules = lib.match_indices("pub mod ").map(|(at, mark)| ident(&lib[at + mark.len()..]));
    let modules: Vec<String> = modules.map(str::to_owned).collect();
    exports(&lib).into_iter().map(|(public, _)| public).chain(modules).collect()
}

/// Every name that a code text reaches by `hoten::`, whatever follows it.
fn named(code: &str, into: &mut BTreeSet<String>) {
    for (at, mark) in code.match_indices("hoten::") {
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = code[at + mark.len()..].trim_start();
        match rest.strip_prefix('{') {
            Some(inner) => into.extend(group(inner).into_iter().map(|part| ident(part).to_owned())),
            None => drop(into.insert(ident(rest).to_owned())),
        }
    }
}

/// What a binding names of the core, and every word of its sources.
fn binding(folder: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut core, mut words) = (BTreeSet::new(), BTreeSet::new());
    for file in files(&workspace().join(folder).join("src")) {
        let text = std::fs::read_to_string(file).unwrap();
        named(&code(&text), &mut core);
        let cut = |c: char| !c.is_alphanumeric() && c != '_';
        words.extend(text.split(cut).map(str::to_owned));
    }
    (core, words)
}

#[test]
fn every_item_is_bound_or_has_a_reason() {
    let (items, table) = (items(), table());
    let bindings = [("python", binding("bindings-python")), ("js", binding("bindings-wasm"))];
    let mut wrong = Vec::new();
    for item in &items {
        let row = table.get(item);
        let mut needed = false;
        for (column, (lang, (core, words))) in bindings.iter().enumerate() {
            let bound = core.contains(item);
            needed |= !bound;
            match row.map(|row| row.cells[column].as_str()) {
                None if bound => {}
                None => wrong.push(format!("{item}: not bound in {lang}, and no row says why")),
                Some("-") if bound => {
                    wrong.push(format!("{item}: {lang} binds it, its cell says -"))
                }
                Some("-") => {}
                Some(name) if words.contains(name) => {}
                Some(name) => wrong.push(format!("{item}: {lang} has no {name:?}")),
            }
        }
        if let Some(row) = row {
            if !needed {
                wrong.push(format!("{item}: bound in both languages, drop its row"));
            }
            if row.reason.len() < 12 {
                wrong.push(format!("{item}: no reason"));
            }
        }
    }
    wrong.extend(
        table
            .keys()
            .filter(|item| !items.contains(*item))
            .map(|item| format!("{item}: is no more")),
    );
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_guard_bites() {
    let mut found = BTreeSet::new();
    named("use hoten::{Name, Lang as L}; hoten::clean(x); not_hoten::fold(x)", &mut found);
    assert_eq!(found.into_iter().collect::<Vec<_>>(), ["Lang", "Name", "clean"]);
}

#[test]
fn both_readmes_show_one_example() {
    let read = |name| std::fs::read_to_string(workspace().join(name)).unwrap();
    let block = |text: &str| {
        let (_, rest) = text.split_once("```python\n").unwrap();
        rest.split_once("```").unwrap().0.to_owned()
    };
    assert_eq!(block(&read("README.md")), block(&read("README.vi.md")));
}
