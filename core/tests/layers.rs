//! The house stays a house: a room imports only rooms of an earlier step of the table in
//! `ARCHITECTURE.md`; rooms before `record` do without std; no file grows past 400 lines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "house/source.rs"]
#[allow(dead_code)]
mod source;

use source::{code, exports, files, group, ident, without_tests, workspace};
use std::collections::BTreeMap;
use std::path::Path;

const LONGEST_FILE: usize = 400;

struct Room {
    step: u32,
    alloc_only: bool,
}

/// The table between the marks of `ARCHITECTURE.md`: step, room, needs (`alloc` or `std`), what.
fn table() -> BTreeMap<String, Room> {
    let text = std::fs::read_to_string(workspace().join("ARCHITECTURE.md")).unwrap();
    let (_, rest) = text.split_once("<!-- START rooms -->").expect("the mark START rooms");
    let (rows, _) = rest.split_once("<!-- END rooms -->").expect("the mark END rooms");
    let mut rooms = BTreeMap::new();
    for row in rows.lines() {
        let cells: Vec<&str> = row.trim().trim_matches('|').split('|').map(str::trim).collect();
        let Ok(step) = cells[0].parse() else { continue };
        assert!(["alloc", "std"].contains(&cells[2]), "{row}: needs is alloc or std");
        let room = Room { step, alloc_only: cells[2] == "alloc" };
        let name = cells[1].trim_matches('`').to_owned();
        assert!(rooms.insert(name, room).is_none(), "{row}: stands twice");
    }
    rooms
}

/// The source of `core/src` by room: (room, path inside src, code without comments and literals).
fn sources() -> Vec<(String, String, String)> {
    let src = workspace().join("core/src");
    files(&src)
        .iter()
        .map(|file| {
            let path = file.strip_prefix(&src).unwrap().to_str().unwrap().replace('\\', "/");
            let room = ident(&path).to_owned();
            (room, path, code(&std::fs::read_to_string(file).unwrap()))
        })
        .collect()
}

fn lib() -> String {
    code(&std::fs::read_to_string(workspace().join("core/src/lib.rs")).unwrap())
}

/// The names that follow each `crate::` of a code text.
fn crate_paths(code: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        // `pub(in crate::x)` and `$crate::x` are paths too; `hoten_crate::x` is not.
        if code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = code[at + "crate::".len()..].trim_start();
        match rest.strip_prefix('{') {
            Some(inner) => names.extend(group(inner).into_iter().map(ident)),
            None => names.push(ident(rest)),
        }
    }
    names
}

/// A chain of `super::` that leaves the room of a file at this depth.
fn escapes(code: &str, path: &str) -> bool {
    let depth = path.trim_end_matches("/mod.rs").split('/').count();
    let chain = "super::".repeat(depth);
    code.match_indices(&chain).any(|(at, _)| !code[..at].ends_with("::"))
}

#[test]
fn a_room_imports_only_earlier_rooms() {
    let (rooms, exports) = (table(), exports(&lib()));
    let mut wrong = Vec::new();
    for (room, path, code) in sources() {
        if room == "lib" {
            continue;
        }
        let Some(own) = rooms.get(&room) else {
            wrong.push(format!("{path}: room `{room}` is not in the table of ARCHITECTURE.md"));
            continue;
        };
        if escapes(without_tests(&code), &path) {
            wrong.push(format!("{path}: leaves its room by super::, write crate::"));
        }
        for name in crate_paths(without_tests(&code)) {
            let target = exports
                .iter()
                .find(|(public, _)| public == name && !rooms.contains_key(name))
                .map_or(name, |(_, module)| module);
            match rooms.get(target) {
                _ if target == room => {}
                Some(other) if other.step < own.step => {}
                Some(_) => wrong.push(format!("{path}: `{room}` may not import `{target}`")),
                None => wrong.push(format!("{path}: crate::{name} belongs to no room")),
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn rooms_before_record_do_without_std() {
    let rooms = table();
    let mut wrong = Vec::new();
    for (room, path, code) in sources() {
        let alloc_only = rooms.get(&room).is_some_and(|room| room.alloc_only);
        let test_file = path.ends_with("/tests.rs") || path.contains("/tests/");
        let code = without_tests(&code);
        let found = code
            .match_indices("std::")
            .any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
        if alloc_only && !test_file && found {
            wrong.push(format!("{path}: `{room}` builds with alloc only, use core:: or alloc::"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_entrance_holds_no_logic() {
    let (rooms, lib) = (table(), lib());
    for banned in ["::*", "fn ", "struct ", "enum ", "impl ", "macro_rules"] {
        assert!(!lib.contains(banned), "lib.rs re-exports by name and holds no logic: {banned:?}");
    }
    for line in lib.lines().map(str::trim) {
        let line = line.trim_start_matches("pub(crate) ").trim_start_matches("pub ");
        if let Some(room) = line.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) {
            assert!(rooms.contains_key(room), "room `{room}` is not in ARCHITECTURE.md");
        }
    }
}

#[test]
fn each_file_stays_readable() {
    let mut wrong = Vec::new();
    let members = ["core", "bindings-python", "bindings-wasm", "benches", "fuzz"];
    for member in members.map(|member| workspace().join(member)) {
        for file in ["src", "tests", "examples", "pack/src", "benches"].map(|dir| member.join(dir))
        {
            for file in files(&file) {
                let text = std::fs::read_to_string(&file).unwrap();
                let name = file.strip_prefix(workspace()).unwrap().display();
                let generated = file.file_name() == Some(Path::new("tables.rs").as_os_str())
                    && text.starts_with("//! Generated");
                if text.lines().count() > LONGEST_FILE && !generated {
                    wrong.push(format!("{name}: {} lines, split it", text.lines().count()));
                }
                for mark in [concat!("TO", "DO"), concat!("FIX", "ME")] {
                    if text.contains(mark) {
                        wrong.push(format!("{name}: holds a {mark}"));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_guard_bites() {
    assert_eq!(crate_paths("use crate::text; crate :: x; my_crate::y"), ["text"]);
    assert_eq!(crate_paths("use crate::{clean::{a, b}, Finding};"), ["clean", "Finding"]);
    assert!(escapes("use super::text::x;", "clean/mod.rs"));
    assert!(!escapes("use super::text::x;", "clean/legacy.rs"));
    assert!(escapes("use super::super::text::x;", "clean/legacy.rs"));
    let blanked =
        code("let a = \"crate::x\"; // crate::y\nlet c = '\"'; /* crate::z */ fn f<'a>() {}");
    assert!(!blanked.contains("crate::"), "{blanked}");
    assert!(blanked.contains("fn f<'a>() {}"), "{blanked}");
    assert!(code("r#\"a \" crate::\"# + 1").trim() == "+ 1");
    assert_eq!(
        exports("pub use self::name::{Name, NameShape as Shape};\npub use self::key::name_keys;"),
        [("Name", "name"), ("Shape", "name"), ("name_keys", "key")]
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
}
