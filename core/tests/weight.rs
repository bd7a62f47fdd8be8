//! The default build stays light: at most twelve crates under hoten; and what may stand in the lock
//! file by `deny.toml`: licences, sources, and nothing that opens a connection.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

#[test]
fn at_most_twelve_crates_by_default() {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--package", "hoten", "--edges", "normal", "--prefix", "none"])
        .args(["--locked", "--offline", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    let text = String::from_utf8(tree.stdout).unwrap();
    let name = |line: &str| line.split_whitespace().next().map(str::to_owned);
    let crates: BTreeSet<String> = text.lines().filter_map(name).filter(|n| n != "hoten").collect();
    assert!(crates.contains("smallvec"), "the tree was not read: {text}");
    assert!(crates.len() <= 12, "{} crates: {crates:?}", crates.len());
}

/// A list of texts in `deny.toml` that stands on one line.
fn listed(key: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let text = std::fs::read_to_string(root.join("deny.toml")).unwrap();
    let line = text.lines().find(|line| line.starts_with(key)).unwrap();
    line.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn what_is_built_with_is_free_known_and_offline() {
    let (licences, banned) = (listed("allow ="), listed("deny ="));
    assert!(licences.len() > 5 && banned.len() > 5);
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--all-features", "--format-version", "1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(metadata.status.success(), "{}", String::from_utf8_lossy(&metadata.stderr));
    let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 30);
    for package in packages {
        let name = package["name"].as_str().unwrap();
        assert!(!banned.iter().any(|banned| banned == name), "{name} is banned");
        let source = package["source"].as_str().unwrap_or("here");
        let known = source == "here" || source.contains("github.com/rust-lang/crates.io-index");
        assert!(known, "{name} comes from {source}");
        let licence = package["license"].as_str().unwrap_or_default();
        // Each of several that hold together; one of those to choose from is enough.
        let allowed = |one: &str| licences.contains(&one.trim_matches(['(', ')', ' ']).to_owned());
        let choices = |part: &str| part.replace('/', " OR ").split(" OR ").any(allowed);
        assert!(licence.split(" AND ").all(choices), "{name} is under {licence:?}");
    }
}
