//! Unsafe code stands in few places, each with its reason: the mapped file, the Arrow import of the
//! Python binding, and allocators of tests.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

#[path = "house/source.rs"]
#[allow(dead_code)]
mod source;

use source::{code, files, workspace};

/// How often the word stands in each source of a folder, without comments and literals.
fn unsafe_words(folder: &str) -> Vec<(String, usize)> {
    let root = workspace().join(folder);
    let counted = files(&root).into_iter().map(|file| {
        let text = code(&std::fs::read_to_string(&file).unwrap());
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '_');
        let count = words.filter(|word| *word == "unsafe").count();
        (file.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/"), count)
    });
    counted.filter(|(_, count)| *count > 0).collect()
}

#[test]
fn the_core_has_one_unsafe_door() {
    // Two functions that are unsafe to call, and the two calls in them.
    assert_eq!(unsafe_words("core/src"), [("index/mmap.rs".to_owned(), 4)]);
}

#[test]
fn the_bindings_have_two() {
    let found = unsafe_words("bindings-python/src");
    let names: Vec<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["arrow/import.rs", "index/mod.rs"]);
    assert!(found.iter().map(|(_, count)| count).sum::<usize>() <= 4, "{found:?}");
    assert!(unsafe_words("bindings-wasm/src").is_empty());
}

/// A line that says why stands above every block.
#[test]
fn each_block_says_why_it_is_sound() {
    for folder in ["core/src", "bindings-python/src"] {
        for file in files(&workspace().join(folder)) {
            let text = std::fs::read_to_string(&file).unwrap();
            let lines: Vec<&str> = text.lines().collect();
            for (at, line) in lines.iter().enumerate().filter(|(_, l)| code(l).contains("unsafe {"))
            {
                let above = lines[at.saturating_sub(6)..at].join("\n");
                assert!(above.contains("SAFETY"), "{}: {line}", file.display());
            }
        }
    }
}
