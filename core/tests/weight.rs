//! The default build stays light: at most twelve crates under hoten.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
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
