//! Faults put into single fields of generated records, each written down: which record, which field,
//! what was done. For measuring what checks find; the population itself stays as it is.

use crate::dice::Dice;
use crate::fault::Fault;
use crate::population::{Population, Row};
use crate::record::TEXT_COLUMNS;

/// What was done to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SeededFault {
    /// The digit of century and sex tells the other sex.
    IdSex,
    /// A digit of the year is another one: the number tells another year.
    IdYear,
    /// A day that its month does not have.
    ImpossibleDate,
    /// A birth after the day of the check.
    FutureDate,
    /// A birth before 1910.
    AncientDate,
    /// The province of before 2025-07-01.
    OldProvince,
    /// The zeros in front are lost, as in a number cell.
    ZerosLost,
    /// The number as a spreadsheet shows it in powers of ten.
    Destroyed,
    /// A phone number in the column of the citizen ID.
    WrongColumn,
    /// Father and mother in each other's place.
    ParentsSwapped,
    /// A surname that is neither parent's.
    OtherSurname,
}

impl SeededFault {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::IdSex,
        Self::IdYear,
        Self::ImpossibleDate,
        Self::FutureDate,
        Self::AncientDate,
        Self::OldProvince,
        Self::ZerosLost,
        Self::Destroyed,
        Self::WrongColumn,
        Self::ParentsSwapped,
        Self::OtherSurname,
    ];

    /// The word in `seeded.csv`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::IdSex => "id_sex",
            Self::IdYear => "id_year",
            Self::ImpossibleDate => "impossible_date",
            Self::FutureDate => "future_date",
            Self::AncientDate => "ancient_date",
            Self::OldProvince => "old_province",
            Self::ZerosLost => "zeros_lost",
            Self::Destroyed => "destroyed",
            Self::WrongColumn => "wrong_column",
            Self::ParentsSwapped => "parents_swapped",
            Self::OtherSurname => "other_surname",
        }
    }

    /// The column that was changed, by its place after `source`.
    fn column(self) -> usize {
        match self {
            Self::OtherSurname => NAME,
            Self::ImpossibleDate | Self::FutureDate | Self::AncientDate => DOB,
            Self::IdSex | Self::IdYear | Self::ZerosLost | Self::Destroyed | Self::WrongColumn => {
                CCCD
            }
            Self::OldProvince => PROVINCE,
            Self::ParentsSwapped => FATHER,
        }
    }
}

const NAME: usize = 0;
const DOB: usize = 1;
const SEX: usize = 2;
const CCCD: usize = 3;
const PROVINCE: usize = 5;
const DISTRICT: usize = 6;
const FATHER: usize = 9;
const MOTHER: usize = 10;

/// One line of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seeded {
    /// The record.
    pub record_id: usize,
    /// The column, as in [`HEADER`](crate::HEADER).
    pub field: &'static str,
    /// What was done.
    pub fault: SeededFault,
}

/// Records with faults put into some of them.
#[derive(Debug, Default)]
pub struct SeededRecords {
    /// The columns after `source` of each record, in the order of the population.
    pub texts: Vec<[String; TEXT_COLUMNS]>,
    /// What was put in, by record; one fault a record at most.
    pub ledger: Vec<Seeded>,
}

/// Habits of offices and of the year, which damage nothing.
const HABITS: [Fault; 14] = [
    Fault::TabooDoublet,
    Fault::IyForY,
    Fault::NewToneStyle,
    Fault::ThyForThi,
    Fault::UpperCase,
    Fault::PhoneMissing,
    Fault::CmndMissing,
    Fault::NewUnit,
    Fault::HamletWord,
    Fault::HouseMissing,
    Fault::GroupMissing,
    Fault::GroupRenumbered,
    Fault::Moved,
    Fault::HamletMissing,
];

/// Did nothing but habits happen to the record?
#[must_use]
pub fn is_clean(row: &Row<'_>) -> bool {
    row.faults.iter().all(|fault| HABITS.contains(&fault))
}

/// Puts a fault into a share of the clean records, each kind as often where the record has what it
/// needs.
#[must_use]
pub fn seed_faults(population: &Population, share: f64, seed: u64) -> SeededRecords {
    let mut dice = Dice::new(seed, 0x5EED);
    let mut out = SeededRecords::default();
    for row in population.rows() {
        let mut texts = row.texts.map(str::to_owned);
        if is_clean(&row) && dice.chance(share) {
            let fault = *dice.pick(&SeededFault::ALL);
            if damage(&mut dice, fault, &mut texts).is_some() {
                let field = crate::HEADER.get(fault.column() + 2).copied().unwrap_or_default();
                out.ledger.push(Seeded { record_id: row.record_id, field, fault });
            }
        }
        out.texts.push(texts);
    }
    out
}

/// `None`, and nothing changed, if the record lacks what the fault needs.
fn damage(dice: &mut Dice, fault: SeededFault, texts: &mut [String; TEXT_COLUMNS]) -> Option<()> {
    let id = texts[CCCD].clone();
    let has_id = id.len() == 12;
    let year = year_of(&texts[DOB]);
    let new = match fault {
        SeededFault::IdSex => {
            let digit =
                id.as_bytes().get(3).copied().filter(|_| has_id && !texts[SEX].is_empty())?;
            replaced(&id, 3, b'0' + ((digit - b'0') ^ 1))
        }
        SeededFault::IdYear => {
            year.filter(|_| has_id)?;
            let place = 4 + dice.below(2);
            let digit = id.as_bytes().get(place).copied()?;
            replaced(&id, place, b'0' + (digit - b'0' + 1 + dice.below(9) as u8) % 10)
        }
        SeededFault::ImpossibleDate => {
            let day = *dice.pick(&["30/02", "31/02", "31/04", "31/06", "31/09", "31/11"]);
            format!("{day}/{}", year?)
        }
        SeededFault::FutureDate => {
            format!(
                "{:02}/{:02}/{}",
                dice.between(1, 28),
                dice.between(1, 12),
                dice.between(2027, 2060)
            )
        }
        SeededFault::AncientDate => {
            format!(
                "{:02}/{:02}/{}",
                dice.between(1, 28),
                dice.between(1, 12),
                dice.between(1850, 1904)
            )
        }
        SeededFault::OldProvince => dice
            .word(&[
                "Sóc Trăng",
                "Kiên Giang",
                "Tỉnh Bến Tre",
                "Trà Vinh",
                "Hậu Giang",
                "T. Bạc Liêu",
                "Hà Giang",
                "Thái Bình",
                "Quảng Nam",
                "Bình Dương",
                "Kon Tum",
            ])
            .to_owned(),
        SeededFault::ZerosLost => {
            id.strip_prefix('0').filter(|_| has_id)?.trim_start_matches('0').to_owned()
        }
        SeededFault::Destroyed => {
            let digits = id.trim_start_matches('0').get(..5).filter(|_| has_id)?;
            format!("{},{}E+10", digits.get(..1)?, digits.get(1..)?)
        }
        SeededFault::WrongColumn => crate::number::phone(dice),
        SeededFault::ParentsSwapped => {
            let tells =
                |text: &str, word: &str| text.to_lowercase().split(' ').any(|held| held == word);
            let known = tells(&texts[FATHER], "văn") && tells(&texts[MOTHER], "thị");
            known.then(|| texts.swap(FATHER, MOTHER))?;
            return Some(());
        }
        SeededFault::OtherSurname => {
            let surname = |text: &str| text.split(' ').next().unwrap_or_default().to_lowercase();
            let all = [NAME, FATHER, MOTHER].map(|column| surname(&texts[column]));
            let usual = [
                "nguyễn", "trần", "lê", "phạm", "phan", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương",
                "lý",
            ];
            if !all.iter().all(|held| usual.contains(&held.as_str())) {
                return None;
            }
            let other = *["Phạm", "Bùi", "Dương"]
                .iter()
                .find(|other| !all.contains(&other.to_lowercase()))?;
            format!("{other} {}", texts[NAME].split_once(' ')?.1)
        }
    };
    if fault == SeededFault::OldProvince {
        texts[DISTRICT].clear();
    }
    let slot = texts.get_mut(fault.column())?;
    if *slot == new {
        return None;
    }
    *slot = new;
    Some(())
}

fn replaced(number: &str, place: usize, digit: u8) -> String {
    let digits = number.bytes().enumerate();
    digits.map(|(at, held)| char::from(if at == place { digit } else { held })).collect()
}

/// The four digits of a date that are its year.
fn year_of(date: &str) -> Option<u16> {
    let digits: String = date.chars().filter(char::is_ascii_digit).collect();
    let parts = date.split(|c: char| !c.is_ascii_digit()).find(|part| part.len() == 4);
    parts.or_else(|| digits.get(..4).filter(|_| digits.len() == 8))?.parse().ok()
}
