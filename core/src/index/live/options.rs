//! How a live index is kept.

/// How a live index is kept; the defaults suit a register of up to some million persons.
#[derive(Debug, Clone)]
pub struct LiveOptions {
    pub(super) columns: Vec<(String, String)>,
    pub(super) threads: usize,
    pub(super) integer_ids: bool,
    pub(super) log_bytes: u64,
}

impl Default for LiveOptions {
    fn default() -> Self {
        Self { columns: Vec::new(), threads: 0, integer_ids: false, log_bytes: 8 << 20 }
    }
}

impl LiveOptions {
    /// All threads, identifiers that are text, a log of at most 8 MiB.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Names the column of a field in tables that are added: `("full_name", "hoten_kh")`. Other
    /// columns are recognised by their headers.
    #[must_use]
    pub fn column(mut self, field: impl Into<String>, header: impl Into<String>) -> Self {
        self.columns.push((field.into(), header.into()));
        self
    }

    /// How many threads a compaction uses; 0, the default, takes all. Files do not depend on it.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// Identifiers are whole numbers and come back as such. Looked at when the index is created.
    #[must_use]
    pub fn integer_ids(mut self, yes: bool) -> Self {
        self.integer_ids = yes;
        self
    }

    /// Bytes of the log from which on the next commit first writes what it holds into a segment:
    /// more make commits even, fewer make opening fast. Default 8 MiB.
    #[must_use]
    pub fn log_bytes(mut self, bytes: u64) -> Self {
        self.log_bytes = bytes;
        self
    }
}
