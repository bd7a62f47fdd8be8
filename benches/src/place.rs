//! How registers write provinces, districts, communes and addresses.

use crate::dice::Dice;
use crate::family::Household;
use crate::fault::{Fault, Faults};
use crate::tables::{Commune, Region};

/// Province, district, commune as written.
#[derive(Debug, Default)]
pub(crate) struct Units {
    pub(crate) province: String,
    pub(crate) district: String,
    pub(crate) commune: String,
}

/// Word of the unit's kind and its name: `Thị xã`, `Tịnh Biên`.
fn kind(unit: &str) -> (&str, &str) {
    for kind in ["Thành phố", "Thị trấn", "Thị xã", "Phường", "Huyện", "Quận", "Tỉnh", "Xã"]
    {
        if let Some(name) = unit.strip_prefix(kind) {
            return (kind, name.trim_start());
        }
    }
    ("", unit)
}

fn short(kind: &str) -> &str {
    match kind {
        "Thành phố" => "TP.",
        "Thị trấn" => "TT.",
        "Thị xã" => "TX.",
        "Phường" => "P.",
        "Huyện" => "H.",
        "Quận" => "Q.",
        "Xã" => "X.",
        other => other,
    }
}

/// One habit for district and commune of a record: in full, small letters, shortened, no kind.
fn written(unit: &str, habit: usize) -> String {
    let (kind, name) = kind(unit);
    match habit {
        0 => unit.to_owned(),
        1 => format!("{} {name}", kind.to_lowercase()),
        2 => format!("{} {name}", short(kind)),
        _ => name.to_owned(),
    }
}

/// The units of a record, old or of 2025.
pub(crate) fn units(
    dice: &mut Dice,
    commune: &Commune,
    faults: &mut Faults,
    rate: impl Fn(Fault) -> f64,
) -> Units {
    let mut happens = |fault: Fault, dice: &mut Dice| {
        let happened = dice.chance(rate(fault));
        if happened {
            faults.insert(fault);
        }
        happened
    };
    let new = happens(Fault::NewUnit, dice);
    let habit = dice.weighted(&[620, 125, 130, 125]);
    let province = if new { commune.new_province } else { commune.province };
    let (province_kind, province_name) = kind(province);
    let province = match (province_kind, dice.weighted(&[838, 162])) {
        ("Thành phố", 0) => format!("TP. {province_name}"),
        (_, 0) => province_name.to_owned(),
        _ => province.to_owned(),
    };
    let mut district = String::new();
    if !new && !happens(Fault::DistrictMissing, dice) {
        district = written(commune.district, habit);
        // Tịnh Biên was a district until 2023 and is still written so.
        if habit == 0 && district.starts_with("Thị xã") && dice.chance(0.22) {
            district = district.replacen("Thị xã", "Huyện", 1);
        }
    }
    let mut name = String::new();
    if !happens(Fault::CommuneMissing, dice) {
        name = written(if new { commune.new_commune } else { commune.commune }, habit);
    }
    Units { province, district, commune: name }
}

/// House, group and hamlet as written.
pub(crate) fn address(
    dice: &mut Dice,
    household: &Household,
    region: Region,
    faults: &mut Faults,
    rate: impl Fn(Fault) -> f64,
) -> String {
    let mut happens = |fault: Fault, dice: &mut Dice| {
        let happened = dice.chance(rate(fault));
        if happened {
            faults.insert(fault);
        }
        happened
    };
    if happens(Fault::AddressMissing, dice) {
        return String::new();
    }
    let mut parts: Vec<String> = Vec::with_capacity(3);
    if let Some(house) = household.house
        && !happens(Fault::HouseMissing, dice)
    {
        let word = if dice.chance(0.5) { "Số " } else { "" };
        parts.push(format!("{word}{house}"));
    }
    if !happens(Fault::GroupMissing, dice) {
        let mut group = household.group;
        if happens(Fault::GroupRenumbered, dice) {
            group = group % 14 + 1;
        }
        parts.push(if dice.chance(0.72) {
            format!("Tổ {group}")
        } else {
            format!("tổ {group:02}")
        });
    }
    if !happens(Fault::HamletMissing, dice) {
        let words: [&str; 2] = match region {
            Region::Delta => ["Ấp", "Khóm"],
            Region::North => ["Xóm", "Thôn"],
            Region::Lowland => ["Thôn", "Xóm"],
            Region::Highland => ["Buôn", "Thôn"],
        };
        let hamlet = household.hamlet;
        parts.push(if happens(Fault::HamletWord, dice) {
            if dice.chance(0.55) { format!("{} {hamlet}", words[1]) } else { hamlet.to_owned() }
        } else {
            format!("{} {hamlet}", words[0])
        });
    }
    parts.join(", ")
}
