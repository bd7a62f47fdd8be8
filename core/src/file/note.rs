//! What was noticed about lines of a file.

use crate::finding::{FieldName, Finding, FindingCode};
use std::fmt::Write;

/// Something noticed about lines of a file: the words, and every line it is about.
#[derive(Debug, Clone)]
pub struct FileNote {
    finding: Finding,
    lines: Vec<u32>,
}

impl FileNote {
    /// How many lines the words name; [`Self::lines`] has them all.
    const NAMED: usize = 10;

    pub(super) fn new(code: FindingCode, lines: Vec<u32>) -> Self {
        let mut list = String::new();
        for line in lines.iter().take(Self::NAMED) {
            let comma = if list.is_empty() { "" } else { ", " };
            let _ = write!(list, "{comma}{line}");
        }
        if lines.len() > Self::NAMED {
            list.push_str(", …");
        }
        let finding = Finding::new(code, FieldName::Record)
            .with("count", lines.len().to_string())
            .with("lines", list);
        Self { finding, lines }
    }

    /// About the whole file.
    pub(super) fn about(finding: Finding) -> Self {
        Self { finding, lines: Vec::new() }
    }

    /// Code, severity and words.
    #[must_use]
    pub fn finding(&self) -> &Finding {
        &self.finding
    }

    /// The lines of the file, counted from 1; empty if it is about the whole file.
    #[must_use]
    pub fn lines(&self) -> &[u32] {
        &self.lines
    }
}
