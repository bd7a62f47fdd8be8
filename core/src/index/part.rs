//! The parts that keys of a file are made of, by the numbers they have in it (`FORMAT.md` 6); the gaps
//! have no part. Blocking numbers its own as it likes.

pub(in crate::index) const CITIZEN_ID: u8 = 0;
pub(in crate::index) const CARD: u8 = 3;
pub(in crate::index) const INSURANCE: u8 = 4;
pub(in crate::index) const PHONE: u8 = 5;
pub(in crate::index) const NAME: u8 = 6;
pub(in crate::index) const JOINED: u8 = 7;
pub(in crate::index) const GIVEN: u8 = 8;
pub(in crate::index) const SURNAME: u8 = 9;
pub(in crate::index) const YEAR: u8 = 11;
pub(in crate::index) const DATE: u8 = 12;
pub(in crate::index) const SEX: u8 = 13;
pub(in crate::index) const COMMUNE: u8 = 14;
pub(in crate::index) const FATHER: u8 = 17;
pub(in crate::index) const MOTHER: u8 = 18;
/// Keys by ear that say much, the likeliest first.
pub(in crate::index) const EAR: [u8; 4] = [26, 27, 28, 29];
pub(in crate::index) const COUNT: u8 = 30;
