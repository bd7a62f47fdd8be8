//! Each field by itself: its value, and what is odd about it.

use super::{Cells, CheckOptions};
use crate::clean::{Cleaned, clean};
use crate::field::{
    BirthDate, CitizenId, DatePrecision, IdentityCard, InsuranceNumber, Parsed, Phone, Sex,
};
use crate::finding::{FieldName, Finding, FindingCode};
use crate::name::Name;
use alloc::borrow::Cow;
use alloc::vec::Vec;

/// Fields whose value is missed where the cell is blank. A blank name is a finding of its own; an
/// old card, an insurance number, a phone or a district may rightly be absent.
const WANTED: [FieldName; 8] = [
    FieldName::BirthDate,
    FieldName::Sex,
    FieldName::CitizenId,
    FieldName::Province,
    FieldName::Commune,
    FieldName::Address,
    FieldName::FatherName,
    FieldName::MotherName,
];

const NAMES: [FieldName; 3] = [FieldName::FullName, FieldName::FatherName, FieldName::MotherName];

/// Fields of words that are no names.
pub(crate) const PLACES: [FieldName; 4] =
    [FieldName::Province, FieldName::District, FieldName::Commune, FieldName::Address];

/// The three names, cleaned.
pub(super) struct Names<'c> {
    cleaned: [Option<Cleaned<'c>>; 3],
}

impl<'c> Names<'c> {
    pub(super) fn of(cells: &Cells<'c>) -> Self {
        Self { cleaned: NAMES.map(|field| cells.get(field).map(clean)) }
    }
}

/// What the fields say, as far as they could be read.
pub(crate) struct Facts<'n> {
    pub(crate) name: Option<Name<'n>>,
    pub(crate) father: Option<Name<'n>>,
    pub(crate) mother: Option<Name<'n>>,
    pub(crate) birth: Option<BirthDate>,
    /// Of the father, then the mother: the year, and the field that says it.
    pub(crate) parents_born: [Option<(u16, FieldName)>; 2],
    pub(crate) issued: Option<BirthDate>,
    pub(crate) sex: Option<Sex>,
    pub(crate) citizen_id: Option<CitizenId>,
    pub(crate) identity_card: Option<IdentityCard>,
    pub(crate) insurance: Option<InsuranceNumber>,
    pub(crate) phone: Option<Phone>,
}

impl<'n> Facts<'n> {
    /// Reads every cell and adds what is odd about it.
    pub(super) fn read(
        cells: &Cells<'n>,
        names: &'n Names<'_>,
        options: &CheckOptions,
        found: &mut Vec<Finding>,
    ) -> Self {
        use FieldName as F;
        let year = options.day().year;
        let date = |text: &str| BirthDate::parse_at(text, year);
        let [name, father, mother] = &names.cleaned;
        let facts = Self {
            name: read_name(cells, F::FullName, name.as_ref(), found),
            father: read_name(cells, F::FatherName, father.as_ref(), found),
            mother: read_name(cells, F::MotherName, mother.as_ref(), found),
            birth: read(cells, F::BirthDate, date, found),
            parents_born: [None; 2],
            issued: cells.get(F::IssueDate).and_then(|text| date(text).value),
            sex: read(cells, F::Sex, Sex::parse, found),
            citizen_id: read(cells, F::CitizenId, CitizenId::parse, found),
            identity_card: read(cells, F::IdentityCard, IdentityCard::parse, found),
            insurance: read(cells, F::InsuranceNumber, InsuranceNumber::parse, found),
            phone: read(cells, F::Phone, Phone::parse, found),
        };
        let parents = [
            (F::FatherBirthDate, F::FatherName, &facts.father),
            (F::MotherBirthDate, F::MotherName, &facts.mother),
        ];
        let parents_born = parents.map(|(column, beside, name)| {
            let own = read(cells, column, date, found).and_then(BirthDate::year);
            // "Nguyễn Văn Ba (1950)" says the year beside the name.
            let noted = || {
                let is_beside =
                    |held: &Finding| held.field == beside && held.code == FindingCode::NameBeside;
                let name = name.as_ref().filter(|_| found.iter().any(is_beside))?;
                date(name.suffix()).value?.year().map(|year| (year, beside))
            };
            own.map(|year| (year, column)).or_else(noted)
        });
        for field in PLACES {
            if let Some(text) = cells.get(field).filter(|_| !cells.is_sound(field)) {
                repairs(field, &clean(text), found);
            }
        }
        for field in WANTED {
            if cells.is_blank(field)
                || cells.get(field).is_some() && facts.says_nothing(field, found)
            {
                found.push(Finding::new(FindingCode::ValueMissing, field));
            }
        }
        Self { parents_born, ..facts }.about_the_date(found)
    }

    /// Was something written that says only that nothing is known (`không rõ`, `-`)?
    fn says_nothing(&self, field: FieldName, found: &[Finding]) -> bool {
        let unread = match field {
            FieldName::BirthDate => self.birth.is_none(),
            FieldName::Sex => self.sex.is_none(),
            FieldName::CitizenId => self.citizen_id.is_none(),
            _ => false,
        };
        unread && !found.iter().any(|finding| finding.field == field)
    }

    /// How much of the birth date is known: day and month that were never asked for are written as
    /// 01/01 or left out (facts: vietnamese.md 6).
    fn about_the_date(self, found: &mut Vec<Finding>) -> Self {
        if let Some(birth) = self.birth {
            let code = if birth.is_placeholder() {
                Some(FindingCode::BirthFirstOfJanuary)
            } else if birth.year().is_some() && birth.precision() != DatePrecision::Day {
                Some(FindingCode::BirthDayUnknown)
            } else {
                None
            };
            found.extend(code.map(|code| Finding::new(code, FieldName::BirthDate)));
        }
        self
    }
}

/// Parses one cell and keeps its findings.
fn read<T>(
    cells: &Cells<'_>,
    field: FieldName,
    parse: impl Fn(&str) -> Parsed<T>,
    found: &mut Vec<Finding>,
) -> Option<T> {
    let parsed = parse(cells.get(field)?);
    found.extend(parsed.findings.into_iter().map(|mut finding| {
        finding.field = field;
        finding
    }));
    parsed.value
}

/// The name of a cell; one that says nothing is none.
fn read_name<'n>(
    cells: &Cells<'_>,
    field: FieldName,
    cleaned: Option<&'n Cleaned<'_>>,
    found: &mut Vec<Finding>,
) -> Option<Name<'n>> {
    let Some(cleaned) = cleaned else {
        if field == FieldName::FullName && cells.is_blank(field) {
            found.push(Finding::new(FindingCode::NameEmpty, field));
        }
        return None;
    };
    repairs(field, cleaned, found);
    let name = Name::parse(&cleaned.text);
    if !name.findings().is_empty() {
        let own = cells.get(field).filter(|_| matches!(cleaned.text, Cow::Owned(_)));
        // Places are those of the text as it was given.
        let given = own.map(Name::parse);
        for finding in name.findings() {
            let mut finding = finding.clone();
            finding.field = field;
            if let Some(given) = &given {
                let same = given.findings().iter().find(|held| held.code == finding.code);
                finding.span = same.and_then(|held| held.span);
            }
            found.push(finding);
        }
    }
    let named = !name.is_empty() && !name.is_unknown();
    named.then_some(name)
}

/// One finding for each kind of repair, with the clean text as its suggestion.
fn repairs(field: FieldName, cleaned: &Cleaned<'_>, found: &mut Vec<Finding>) {
    let first = found.len();
    for repair in &cleaned.repairs {
        let Some(code) = repair.kind.finding() else { continue };
        if found.iter().skip(first).all(|finding| finding.code != code) {
            let note = Finding::new(code, field).at(repair.span.start, repair.span.end);
            found.push(note.suggest(cleaned.text.as_ref()));
        }
    }
}
