//! Reading Rust source as text: enough for the guards of the house, no more.

use std::path::{Path, PathBuf};

/// The workspace folder.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Every `.rs` file under a folder, sorted.
pub(crate) fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = std::fs::read_dir(dir) else { return found };
    for path in entries.map(|entry| entry.unwrap().path()) {
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of a source text: comments and the insides of literals become blanks; lines stay.
pub(crate) fn code(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while at < bytes.len() {
        let end = literal_or_comment(bytes, at);
        if end == at {
            let width = text[at..].chars().next().unwrap().len_utf8();
            out.push_str(&text[at..at + width]);
            at += width;
        } else {
            out.extend(text[at..end].chars().map(|c| if c == '\n' { '\n' } else { ' ' }));
            at = end;
        }
    }
    out
}

/// Where the comment or literal that starts at `at` ends; `at` if none starts there.
fn literal_or_comment(bytes: &[u8], at: usize) -> usize {
    let rest = &bytes[at..];
    if rest.starts_with(b"//") {
        return at + rest.iter().position(|&b| b == b'\n').unwrap_or(rest.len());
    }
    if rest.starts_with(b"/*") {
        return at + rest.windows(2).skip(2).position(|w| w == b"*/").map_or(rest.len(), |n| n + 4);
    }
    let word_before = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
    if !word_before && (rest[0] == b'r' || rest.starts_with(b"br")) {
        let from = if rest[0] == b'b' { 2 } else { 1 };
        let hashes = rest[from..].iter().take_while(|&&b| b == b'#').count();
        if rest.get(from + hashes) == Some(&b'"') {
            let close: Vec<u8> =
                std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
            let body = from + hashes + 1;
            let found = rest[body..].windows(close.len()).position(|w| w == close);
            return at + found.map_or(rest.len(), |n| body + n + close.len());
        }
        return at;
    }
    match rest[0] {
        b'"' => at + quoted(rest, b'"'),
        // A lifetime is no literal: 'a' closes, 'a does not.
        b'\'' if rest.get(1) == Some(&b'\\') => at + quoted(rest, b'\''),
        b'\'' => {
            let width = std::str::from_utf8(&rest[1..rest.len().min(5)])
                .unwrap_or_else(|err| std::str::from_utf8(&rest[1..=err.valid_up_to()]).unwrap())
                .chars()
                .next()
                .map_or(0, char::len_utf8);
            if rest.get(1 + width) == Some(&b'\'') { at + width + 2 } else { at }
        }
        _ => at,
    }
}

/// Length of a literal in quotes, with escapes.
fn quoted(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            b'\\' => at += 2,
            b if b == quote => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

/// Code without its `#[cfg(test)]` modules, which stand last in a file.
pub(crate) fn without_tests(code: &str) -> &str {
    let mut from = 0;
    while let Some(found) = code[from..].find("#[cfg(test)]") {
        let at = from + found;
        from = at + "#[cfg(test)]".len();
        if code[from..].trim_start().starts_with("mod ") {
            return &code[..at];
        }
    }
    code
}

/// The identifier a text starts with.
pub(crate) fn ident(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

/// The top-level parts of `{a, b::{c, d}}`, given the text after its opening brace.
pub(crate) fn group(text: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in text.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    parts.retain(|part| !part.is_empty());
    parts
}

/// What `lib.rs` re-exports: public name and the module it comes from.
pub(crate) fn exports(lib: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for statement in lib.split("pub use self::").skip(1) {
        let module = ident(statement).to_owned();
        let rest = statement[module.len()..].trim_start_matches("::");
        let names = match rest.strip_prefix('{') {
            Some(inner) => group(inner),
            None => vec![rest.split(';').next().unwrap()],
        };
        for name in names {
            let public = name.rsplit(" as ").next().unwrap().rsplit("::").next().unwrap();
            found.push((public.trim().to_owned(), module.clone()));
        }
    }
    found
}
