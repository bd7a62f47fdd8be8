//! The four registers a resident may stand in.

/// Where a record comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// Civil-status book (hộ tịch), written by hand for decades and digitised later: eight million
    /// books, many damaged or illegible (facts: vietnamese.md 7).
    Hotich,
    /// National population database (dân cư), typed by the commune police.
    Dancu,
    /// Citizen ID card (căn cước), checked against the person.
    Cccd,
    /// Health insurance (bảo hiểm y tế), typed from lists of schools and employers.
    Bhyt,
}

impl Source {
    /// All four, in the order of every table of rates.
    pub const ALL: [Self; 4] = [Self::Hotich, Self::Dancu, Self::Cccd, Self::Bhyt];

    /// The word in the `source` column.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Hotich => "hotich",
            Self::Dancu => "dancu",
            Self::Cccd => "cccd",
            Self::Bhyt => "bhyt",
        }
    }

    /// Share of residents who have a record in this register.
    pub(crate) fn coverage(self) -> f64 {
        [0.447, 0.83, 0.480, 0.388][self as usize]
    }
}
