//! Which column holds which field: headers are recognised in Vietnamese and English, whatever
//! their case, marks and punctuation; the caller's own choice goes first.

use super::declared::{DeclaredField, FieldKind};
use super::headers::HEADERS;
use crate::clean::{Encoding, redecode};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::{FieldName, Finding, FindingCode};
use crate::text::{decompose, distance, lowercase, nearest};
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

/// The columns of one table by field.
///
/// ```
/// use hoten::{FieldName, Schema};
/// let schema = Schema::detect(["STT", "HỌ VÀ TÊN (*)", "Ngay_sinh", "Ghi chú"], [])?;
/// assert_eq!(schema.column(FieldName::FullName), Some(1));
/// assert_eq!(schema.column(FieldName::BirthDate), Some(2));
/// assert_eq!(schema.ignored(), [3]);
///
/// let own = Schema::detect(["hoten_kh", "ns"], [("full_name", "hoten_kh")])?;
/// assert_eq!(own.column(FieldName::FullName), Some(0));
/// # Ok::<(), hoten::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Schema {
    fields: Vec<(FieldName, usize)>,
    ignored: Vec<usize>,
    declared: Vec<usize>,
    notes: Vec<Finding>,
}

impl Schema {
    /// Recognises the headers of a table. `columns` are the caller's own choices, field name and
    /// header; a header is taken as written, else without regard to case, marks and punctuation.
    ///
    /// A sure header ("Họ và tên") wins over a weak one ("Tên"), otherwise the first one wins;
    /// the other is ignored with a note.
    ///
    /// # Errors
    /// [`ErrorCode::UnknownField`] and [`ErrorCode::UnknownColumn`] for a choice that names what is
    /// not there (with the nearest header), [`ErrorCode::NoNameColumn`] when no column holds names.
    pub fn detect<'h, 'c>(
        headers: impl IntoIterator<Item = &'h str>,
        columns: impl IntoIterator<Item = (&'c str, &'c str)>,
    ) -> Result<Self> {
        Self::read(headers, columns, &[])
    }

    /// As [`Self::detect`], for a table that declares fields of its own, each by its name and kind.
    /// Each is found by its name, or by the header that `columns` has for it, and no name is
    /// compulsory then: fields of residents are recognised beside them only where a column is surely
    /// of full names, or `columns` chooses one. Record identifiers and sources always are.
    ///
    /// # Errors
    /// As [`Self::detect`].
    pub fn detect_with<'h, 'c, 'f>(
        headers: impl IntoIterator<Item = &'h str>,
        columns: impl IntoIterator<Item = (&'c str, &'c str)>,
        fields: impl IntoIterator<Item = (&'f str, FieldKind)>,
    ) -> Result<Self> {
        let declared = |(name, kind): (&str, FieldKind)| DeclaredField { name: name.into(), kind };
        let fields: Vec<DeclaredField> = fields.into_iter().map(declared).collect();
        Self::read(headers, columns, &fields)
    }

    /// [`Self::detect_with`] of fields that were declared.
    pub(crate) fn read<'h, 'c>(
        headers: impl IntoIterator<Item = &'h str>,
        columns: impl IntoIterator<Item = (&'c str, &'c str)>,
        own_fields: &[DeclaredField],
    ) -> Result<Self> {
        let headers: Vec<&str> = headers.into_iter().collect();
        let folded: Vec<String> = headers.iter().map(|header| fold(header)).collect();
        let mut fields: Vec<(FieldName, usize)> = Vec::new();
        let mut headers_of: Vec<&str> = own_fields.iter().map(|own| own.name.as_str()).collect();
        for (field, header) in columns {
            if let Some(place) = own_fields.iter().position(|own| own.name == field) {
                headers_of.get_mut(place).into_iter().for_each(|held| *held = header);
                continue;
            }
            let column = chosen(&headers, &folded, header)?;
            let field = Self::field_named(field)?;
            fields.retain(|(known, _)| *known != field);
            fields.push((field, column));
        }
        let declared: Vec<usize> = headers_of
            .into_iter()
            .map(|header| chosen(&headers, &folded, header))
            .collect::<Result<_>>()?;
        let mut taken = vec![false; headers.len()];
        for column in fields.iter().map(|(_, column)| column).chain(&declared) {
            if let Some(taken) = taken.get_mut(*column) {
                *taken = true;
            }
        }
        let about_persons = declared.is_empty()
            || fields.iter().any(|(field, _)| !is_frame(*field))
            || headers.iter().zip(&taken).any(|(header, taken)| {
                !taken && recognise(header) == Some((Some(FieldName::FullName), true))
            });
        let own = fields.len();
        let mut notes = Vec::new();
        let mut prefix = None;
        let mut weak_name = None;
        // Sure headers first, so that a weak one finds its field taken.
        for sure in [true, false] {
            for (column, header) in headers.iter().enumerate() {
                if taken.get(column) != Some(&false) {
                    continue;
                }
                let known = recognise(header);
                match known.filter(|(field, _)| about_persons || field.is_some_and(is_frame)) {
                    Some((None, strength)) if strength == sure => prefix = prefix.or(Some(column)),
                    Some((Some(field), strength)) if strength == sure => {
                        match fields.iter().position(|(known, _)| *known == field) {
                            None => {
                                fields.push((field, column));
                                if let Some(taken) = taken.get_mut(column) {
                                    *taken = true;
                                }
                                if field == FieldName::FullName && !sure {
                                    weak_name = Some(column);
                                }
                            }
                            // The caller's choice needs no comment.
                            Some(place) if place < own => {}
                            Some(place) => {
                                let first = fields.get(place).and_then(|(_, at)| headers.get(*at));
                                notes.push(
                                    Finding::new(FindingCode::ColumnRepeated, field)
                                        .with("field", field.as_str())
                                        .with("first", shown(first.copied().unwrap_or_default()))
                                        .with("other", shown(header)),
                                );
                            }
                        }
                    }
                    _ => {}
                }
            }
        }
        let named = fields.iter().any(|(field, _)| *field == FieldName::FullName);
        if !named && declared.is_empty() {
            return Err(Error::new(ErrorCode::NoNameColumn)
                .with("seen", seen(&headers))
                .with("example", headers.first().map_or_else(|| "…".into(), |h| shown(h))));
        }
        if let (Some(given), Some(prefix)) = (weak_name, prefix) {
            let name = |column: usize| shown(headers.get(column).copied().unwrap_or_default());
            notes.push(
                Finding::new(FindingCode::NameInTwoColumns, FieldName::FullName)
                    .with("given", name(given))
                    .with("prefix", name(prefix)),
            );
        }
        fields.sort_unstable();
        let ignored = (0..headers.len()).filter(|column| taken.get(*column) == Some(&false));
        Ok(Self { fields, ignored: ignored.collect(), declared, notes })
    }

    /// Whether a choice that names this header would find it.
    #[cfg(feature = "link")]
    pub fn has<'h>(headers: impl IntoIterator<Item = &'h str>, header: &str) -> bool {
        let fold = fold(header);
        headers
            .into_iter()
            .any(|held| held == header || (!fold.is_empty() && self::fold(held) == fold))
    }

    /// The column of a field; `None` if the table has none.
    #[must_use]
    pub fn column(&self, field: FieldName) -> Option<usize> {
        self.fields.iter().find(|(known, _)| *known == field).map(|(_, column)| *column)
    }

    /// The fields the table has and their columns, in the order of [`FieldName::ALL`].
    #[must_use]
    pub fn fields(&self) -> &[(FieldName, usize)] {
        &self.fields
    }

    /// The columns of the declared fields, in their order.
    #[must_use]
    pub fn declared(&self) -> &[usize] {
        &self.declared
    }

    /// Whether a column tells of a person, and not only which record it is and whence.
    pub(crate) fn has_residents(&self) -> bool {
        self.fields.iter().any(|(field, _)| !is_frame(*field))
    }

    /// Columns that stand for no field: kept by the caller, not looked at.
    #[must_use]
    pub fn ignored(&self) -> &[usize] {
        &self.ignored
    }

    /// What a person should know about the choice, such as a second column for one field.
    #[must_use]
    pub fn notes(&self) -> &[Finding] {
        &self.notes
    }

    /// The field that a header stands for, sure or not; `None` for any other header.
    ///
    /// ```
    /// use hoten::{FieldName, Schema};
    /// for header in ["Ngày sinh", "birthDate", "dob"] {
    ///     assert_eq!(Schema::field_of(header), Some(FieldName::BirthDate));
    /// }
    /// assert_eq!(Schema::field_of("Dân tộc"), None);
    /// ```
    #[must_use]
    pub fn field_of(header: &str) -> Option<FieldName> {
        recognise(header).and_then(|(field, _)| field)
    }

    /// A header as an error may show it.
    #[cfg(feature = "index")]
    pub(crate) fn shown(header: &str) -> String {
        shown(header)
    }

    /// The field of this name, such as `full_name`.
    ///
    /// # Errors
    /// [`ErrorCode::UnknownField`], with the nearest name.
    pub fn field_named(name: &str) -> Result<FieldName> {
        FieldName::from_name(name).ok_or_else(|| unknown_field(name))
    }

    /// How many of these headers are known ones, for finding the header line of a file.
    #[cfg(feature = "file")]
    pub(crate) fn known<'h>(headers: impl IntoIterator<Item = &'h str>) -> usize {
        headers.into_iter().filter(|header| recognise(header).is_some()).count()
    }
}

/// What any record has, a resident's or not.
fn is_frame(field: FieldName) -> bool {
    matches!(field, FieldName::RecordId | FieldName::Source)
}

/// The column the caller means: exactly so named, else the same when folded.
fn chosen(headers: &[&str], folded: &[String], header: &str) -> Result<usize> {
    let fold = fold(header);
    let exact = headers.iter().position(|held| *held == header);
    let same = || folded.iter().position(|held| !held.is_empty() && *held == fold);
    exact.or_else(same).ok_or_else(|| {
        let nearest = folded.iter().zip(headers).min_by_key(|(held, _)| distance(held, &fold));
        Error::new(ErrorCode::UnknownColumn)
            .with("column", header)
            .with("nearest", nearest.map_or_else(|| "…".into(), |(_, header)| shown(header)))
            .with("seen", seen(headers))
    })
}

fn unknown_field(field: &str) -> Error {
    let known = FieldName::ALL.map(FieldName::as_str);
    Error::new(ErrorCode::UnknownField)
        .with("field", field)
        .with("nearest", nearest(field, known).unwrap_or("…"))
        .with("known", known.join(", "))
}

/// What a header stands for and how sure that is: as it stands, then without remarks in brackets
/// ("Giới tính (Nam/Nữ)"), then without a number before it ("2. Họ và tên"), then as a header that
/// was read with a wrong table ("Hä vµ tªn").
fn recognise(header: &str) -> Option<(Option<FieldName>, bool)> {
    let misread = || {
        let short = !header.is_ascii() && header.len() < 256;
        Encoding::ALL.iter().filter(|_| short).find_map(|&e| look_up(&redecode(header, e)?))
    };
    look_up(header).or_else(misread)
}

fn look_up(header: &str) -> Option<(Option<FieldName>, bool)> {
    let look = |folded: &str| {
        let place = HEADERS.binary_search_by(|(held, _, _)| (*held).cmp(folded)).ok()?;
        HEADERS.get(place).map(|(_, field, sure)| (*field, *sure))
    };
    let bare = || fold(header.split(['(', '[']).next().unwrap_or_default());
    look(&fold(header))
        .or_else(|| look(&bare()))
        .or_else(|| look(bare().trim_start_matches(|c: char| c.is_ascii_digit())))
}

/// ASCII letters and digits only, lower case, marks lost. Longer headers than any known one are
/// cut, so that a whole line read as a header costs nothing.
fn fold(header: &str) -> String {
    let head: String = header.chars().take(256).collect();
    decompose(&head)
        .chars()
        .flat_map(lowercase)
        .map(|c| if matches!(c, 'đ' | 'ð' | 'ɖ') { 'd' } else { c })
        .filter(char::is_ascii_alphanumeric)
        .take(64)
        .collect()
}

/// A header as an error may show it: one line, not long, and without long numbers, since a file
/// without a header line offers its first person instead.
fn shown(header: &str) -> String {
    let mut out = String::new();
    let mut digits = 0;
    for c in header.trim_matches(['\u{FEFF}', ' ']).chars().take(40) {
        digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
        match digits {
            0..5 => out.push(if c.is_control() { ' ' } else { c }),
            5 => out.push('…'),
            _ => {}
        }
    }
    out
}

fn seen(headers: &[&str]) -> String {
    let mut list: Vec<_> =
        headers.iter().take(30).map(|h| ["\"", &shown(h), "\""].concat()).collect();
    if headers.len() > list.len() {
        list.push(["… (", &headers.len().to_string(), ")"].concat());
    }
    if list.is_empty() { "–".into() } else { list.join(", ") }
}

#[cfg(test)]
mod tests;
