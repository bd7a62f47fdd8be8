//! Values that stand in another field's column: a sheet whose columns slipped, a form filled in the
//! wrong line.

use super::Cells;
use super::field::Facts;
use crate::field::{BirthDate, CitizenId, DatePrecision, IdentityCard, Phone, Sex};
use crate::finding::{FieldName, Finding, FindingCode};
use alloc::vec::Vec;

/// What a value may be instead, by the reader that takes it without a finding.
type Kind = (&'static str, fn(&str) -> bool);

const CITIZEN_ID: Kind = ("số định danh/a citizen ID", |text| {
    is_plain(&CitizenId::parse(text).findings) && CitizenId::parse(text).value.is_some()
});
const IDENTITY_CARD: Kind = ("số CMND/an identity card number", |text| {
    is_plain(&IdentityCard::parse(text).findings) && IdentityCard::parse(text).value.is_some()
});
const PHONE: Kind = ("số điện thoại/a phone number", |text| {
    let parsed = Phone::parse(text);
    text.trim_start().starts_with('0')
        && is_plain(&parsed.findings)
        && parsed.value.is_some_and(Phone::is_mobile)
});
const DATE: Kind = ("ngày sinh/a birth date", |text| {
    let parsed = BirthDate::parse(text);
    let full = parsed.value.is_some_and(|date| date.precision() == DatePrecision::Day);
    full && text.contains(['/', '-', '.']) && is_plain(&parsed.findings)
});
const SEX: Kind = ("giới tính/a sex", |text| {
    text.chars().all(crate::text::is_alphabetic) && Sex::parse(text).value.is_some()
});

fn is_plain(findings: &[Finding]) -> bool {
    findings.is_empty()
}

/// Looks only at cells whose own field could make nothing of them.
pub(super) fn check(cells: &Cells<'_>, facts: &Facts<'_>, found: &mut Vec<Finding>) {
    use FieldName as F;
    let unread: [(FieldName, bool, &[Kind]); 7] = [
        (
            F::FullName,
            facts.name.is_none() || has_digits(cells, F::FullName),
            &[CITIZEN_ID, IDENTITY_CARD, PHONE, DATE],
        ),
        (F::BirthDate, facts.birth.is_none(), &[CITIZEN_ID, PHONE, SEX]),
        (F::Sex, facts.sex.is_none(), &[DATE, CITIZEN_ID, PHONE]),
        (F::CitizenId, facts.citizen_id.is_none(), &[PHONE, DATE, SEX]),
        (F::IdentityCard, facts.identity_card.is_none(), &[PHONE, DATE, SEX]),
        (F::InsuranceNumber, facts.insurance.is_none(), &[PHONE, DATE]),
        (F::Phone, facts.phone.is_none(), &[CITIZEN_ID, IDENTITY_CARD, DATE]),
    ];
    for (field, unread, kinds) in unread {
        let Some(text) = cells.get(field).filter(|_| unread) else { continue };
        if let Some((other, _)) = kinds.iter().find(|(_, is_one)| is_one(text)) {
            found.push(Finding::new(FindingCode::ValueInWrongColumn, field).with("other", *other));
        }
    }
}

/// A number where a name should be: names of digits alone are read as words.
fn has_digits(cells: &Cells<'_>, field: FieldName) -> bool {
    cells.get(field).is_some_and(|text| text.bytes().all(|b| !b.is_ascii_alphabetic()))
}
