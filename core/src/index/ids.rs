//! Identifiers of records, of the caller's own kind.

use super::blocks::{Blocks, damaged};
use super::format::Stretch;
use super::rows::{self, Rows};
use super::varint::chunk;
use super::words::too_large;
use crate::error::Result;
use core::fmt;

/// The identifier of a record: the caller's own, or the row number where he gave none.
///
/// ```
/// use hoten::RecordId;
/// assert_eq!(RecordId::Integer(17).to_string(), "17");
/// assert_eq!(RecordId::Text("HS-17".into()).to_string(), "HS-17");
/// ```
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RecordId {
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// Shows the kind only: an identifier may be a person's number.
impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Integer(_) => "Integer(..)",
            Self::Text(_) => "Text(..)",
        })
    }
}

/// How identifiers are kept: row numbers not at all, whole numbers in as many bytes as the largest
/// needs.
const BY_ROW: u8 = 0;
const NUMBERS: u8 = 1;
const TEXTS: u8 = 2;

/// Identifiers within a file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ids {
    kept: Kept,
    /// Given back as numbers.
    integer: bool,
    count: u64,
}

#[derive(Debug, Clone, Copy)]
enum Kept {
    ByRow,
    Numbers { least: i64, width: u64, bytes: Stretch },
    Texts(Rows),
}

/// The sections of starts and identifiers; `integer` says that the caller's are numbers.
pub(super) fn write<S: AsRef<str>>(
    ids: impl Iterator<Item = S> + Clone,
    by_row: bool,
    integer: bool,
) -> Result<(Vec<u8>, Vec<u8>)> {
    let mut out = vec![BY_ROW, u8::from(integer)];
    if by_row {
        return Ok((Vec::new(), out));
    }
    let range = ids.clone().try_fold((i64::MAX, i64::MIN), |(least, most), id| {
        number(id.as_ref()).map(|number| (least.min(number), most.max(number)))
    });
    if let Some((least, most)) = range.filter(|(least, most)| least <= most) {
        let span = most.wrapping_sub(least) as u64;
        let width = (8 - span.leading_zeros() / 8).max(1) as usize;
        out = vec![NUMBERS, u8::from(integer), width as u8];
        out.extend_from_slice(&least.to_le_bytes());
        for id in ids {
            let beyond = number(id.as_ref()).unwrap_or(least).wrapping_sub(least);
            out.extend(beyond.to_le_bytes().into_iter().take(width));
        }
        return Ok((Vec::new(), out));
    }
    out = vec![TEXTS, 0];
    let mut lengths = Vec::new();
    for id in ids {
        let id = id.as_ref();
        lengths.push(u32::try_from(id.len()).map_err(|_| too_large("ids"))?);
        out.extend_from_slice(id.as_bytes());
    }
    Ok((rows::starts(&lengths).ok_or_else(|| too_large("ids"))?, out))
}

/// A number that prints as it was written.
fn number(text: &str) -> Option<i64> {
    let canonical = text == "0"
        || text.strip_prefix('-').unwrap_or(text).starts_with(|c: char| ('1'..='9').contains(&c));
    text.parse().ok().filter(|_| canonical)
}

impl Ids {
    pub(super) fn open<D: AsRef<[u8]>>(
        blocks: &Blocks<D>,
        starts: Stretch,
        section: Stretch,
        count: u64,
    ) -> Result<Self> {
        let broken = || damaged("ids");
        let head = blocks.bytes(section.at, section.len.min(11))?;
        let mut rest = head;
        let [kind, integer] = chunk(&mut rest).ok_or_else(broken)?;
        let after = |used: u64| Stretch { at: section.at + used, len: section.len - used };
        let kept = match kind {
            BY_ROW => Kept::ByRow,
            NUMBERS => {
                let [width] = chunk(&mut rest).ok_or_else(broken)?;
                let least = i64::from_le_bytes(chunk(&mut rest).ok_or_else(broken)?);
                let (width, bytes) = (u64::from(width), after(11));
                if !(1..=8).contains(&width) || count.checked_mul(width) != Some(bytes.len) {
                    return Err(broken());
                }
                Kept::Numbers { least, width, bytes }
            }
            TEXTS => Kept::Texts(Rows::open(blocks, starts, after(2), count)?),
            _ => return Err(broken()),
        };
        Ok(Self { kept, integer: integer == 1, count })
    }

    pub(super) fn get<D: AsRef<[u8]>>(&self, blocks: &Blocks<D>, row: u32) -> Result<RecordId> {
        let broken = || damaged("ids");
        let place = u64::from(row);
        if place >= self.count {
            return Err(broken());
        }
        let number = match &self.kept {
            Kept::ByRow => i64::from(row),
            Kept::Numbers { least, width, bytes } => {
                let held = blocks.bytes(bytes.at + place * width, *width)?;
                let beyond = held.iter().rev().fold(0u64, |sum, &byte| sum << 8 | u64::from(byte));
                least.wrapping_add(beyond as i64)
            }
            Kept::Texts(rows) => {
                let text = core::str::from_utf8(rows.get(blocks, place)?).map_err(|_| broken())?;
                return Ok(RecordId::Text(text.to_owned()));
            }
        };
        Ok(match self.integer {
            true => RecordId::Integer(number),
            false => RecordId::Text(number.to_string()),
        })
    }
}
