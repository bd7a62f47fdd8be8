//! How two addresses within one commune agree.

use super::Address;
use crate::clean::fold;

/// How two addresses within one commune agree. The order of the sides never matters.
///
/// Hamlets, streets and house numbers outlived the change of 2025-07-01; residents' groups (tổ) are
/// renumbered too often to tell people apart, so two different ones alone say nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum AddressAgreement {
    /// Neither side says anything.
    MissingBoth,
    /// One side says something.
    MissingOne,
    /// Both say something, but not of the same thing: a hamlet here, a house there.
    NotComparable,
    /// The house agrees, and hamlet or street where both give them: one household.
    House,
    /// The hamlet or street agrees, the houses differ.
    OtherHouse,
    /// The hamlet or street agrees; a house is not known on both sides.
    Hamlet,
    /// The group agrees; nothing else is known on both sides.
    Group,
    /// Two different hamlets, or two different streets where no hamlet is known on both sides; or
    /// two different houses and nothing else.
    Different,
}

impl AddressAgreement {
    /// Every agreement, in the order of its number.
    pub const ALL: [Self; 8] = [
        Self::MissingBoth,
        Self::MissingOne,
        Self::NotComparable,
        Self::House,
        Self::OtherHouse,
        Self::Hamlet,
        Self::Group,
        Self::Different,
    ];

    /// Its name in Python, JavaScript and files: `same_house`, `other_house`, ...
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MissingBoth => "missing_both",
            Self::MissingOne => "missing_one",
            Self::NotComparable => "not_comparable",
            Self::House => "same_house",
            Self::OtherHouse => "other_house",
            Self::Hamlet => "same_hamlet",
            Self::Group => "same_group",
            Self::Different => "different",
        }
    }
}

impl Address<'_> {
    /// How two addresses of one commune agree, case, marks and leading zeros aside. Whether the
    /// communes are one through history, [`Places::agreement`](crate::Places::agreement) says;
    /// both together say whether two records are of one household. Symmetric; linear in the length.
    ///
    /// ```
    /// use hoten::{Address, AddressAgreement};
    ///
    /// let compare = |left, right| Address::parse(left).compare(Address::parse(right));
    /// assert_eq!(compare("Số 814, Tổ 03, Ấp Ba Xoài", "814 AP BA XOAI"), AddressAgreement::House);
    /// assert_eq!(compare("Tổ 3, ấp Ba Xoài", "Tổ 5, ấp Ba Xoài"), AddressAgreement::Hamlet);
    /// assert_eq!(compare("ấp Ba Xoài", "ấp Phú Tâm"), AddressAgreement::Different);
    /// ```
    #[must_use]
    pub fn compare(self, other: Address<'_>) -> AddressAgreement {
        let silent = |address: Address<'_>| address.is_empty() || address.as_above;
        match (silent(self), silent(other)) {
            (true, true) => return AddressAgreement::MissingBoth,
            (true, false) | (false, true) => return AddressAgreement::MissingOne,
            (false, false) => {}
        }
        let area = both(self.hamlet, other.hamlet).or_else(|| both(self.street, other.street));
        match (area, both(self.house, other.house)) {
            (Some(false), _) => AddressAgreement::Different,
            (Some(true), Some(false)) => AddressAgreement::OtherHouse,
            (Some(true), None) => AddressAgreement::Hamlet,
            (_, Some(true)) => AddressAgreement::House,
            (None, Some(false)) => AddressAgreement::Different,
            (None, None) if both(self.group, other.group) == Some(true) => AddressAgreement::Group,
            (None, None) => AddressAgreement::NotComparable,
        }
    }
}

/// Do both say the same? `None` unless both say something.
fn both(left: Option<&str>, right: Option<&str>) -> Option<bool> {
    let (left, right) = (left?, right?);
    let (left, right) = (fold(left), fold(right));
    // `03` is 3, `012/5` is `12/5`.
    let (left, right) = (left.trim_start_matches('0'), right.trim_start_matches('0'));
    Some(left == right)
}
