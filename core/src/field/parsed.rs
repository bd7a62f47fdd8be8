//! What reading a value gives.

use crate::finding::Finding;
use alloc::vec::Vec;

/// A value as far as it could be read, and what was noticed on the way.
///
/// `value` is `None` for an empty cell (then without findings) and for one that cannot be read or
/// must not be used (then with a finding that says why).
///
/// ```
/// use hoten::CitizenId;
/// assert!(CitizenId::parse("").findings.is_empty());
/// let destroyed = CitizenId::parse("8,9192E+10");
/// assert!(destroyed.value.is_none());
/// assert_eq!(destroyed.findings[0].code.as_str(), "id_destroyed");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed<T> {
    /// The value; `None` if there is none that may be used.
    pub value: Option<T>,
    /// What was noticed, in the order it was noticed.
    pub findings: Vec<Finding>,
}

impl<T> Parsed<T> {
    /// An empty cell.
    pub(crate) const fn missing() -> Self {
        Self { value: None, findings: Vec::new() }
    }

    /// A value about which there is nothing to say.
    pub(crate) const fn of(value: T) -> Self {
        Self { value: Some(value), findings: Vec::new() }
    }

    /// No value, and why.
    #[cold]
    pub(crate) fn refused(finding: Finding) -> Self {
        Self { value: None, findings: Vec::from([finding]) }
    }

    /// Adds a finding.
    #[cold]
    pub(crate) fn note(mut self, finding: Finding) -> Self {
        self.findings.push(finding);
        self
    }
}
