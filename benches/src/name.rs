//! True names: what stands in a person's birth certificate.

use crate::dice::Dice;
use crate::tables::{People, Region, TABLES, Tables};
use std::borrow::Cow;

/// What a part of a name is; faults look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    Surname,
    /// Thị, Văn.
    Marker,
    Middle,
    Given,
    /// A Khmer element: its row in the list of Khmer names.
    Khmer(u16),
    /// Y, H', K', Ka before a highland name.
    Prefix,
    /// A clan name that stands last.
    Clan,
    /// Told apart from the father by a word at the end.
    Suffix,
}

/// One part of a name, of one or more syllables.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) text: Cow<'static, str>,
    pub(crate) role: Role,
}

/// A full name, in written order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct FullName(pub(crate) Vec<Part>);

impl FullName {
    pub(crate) fn push(&mut self, text: impl Into<Cow<'static, str>>, role: Role) {
        self.0.push(Part { text: text.into(), role });
    }

    /// The name as written.
    pub(crate) fn text(&self) -> String {
        let mut text = String::with_capacity(32);
        for part in &self.0 {
            // H' and K' lean on the next word as often as not; here they stand apart from none.
            if !text.is_empty() && !text.ends_with('\'') {
                text.push(' ');
            }
            text.push_str(&part.text);
        }
        text
    }

    /// The surname or clan.
    pub(crate) fn surname(&self) -> Option<&Part> {
        self.0.iter().find(|part| matches!(part.role, Role::Surname | Role::Clan))
    }
}

/// What people a person belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Group {
    /// Kinh.
    Kinh,
    /// Khmer of the Mekong delta.
    Khmer,
    /// Tày, Nùng, Thái, Hmong, Dao, Ê Đê, Ba Na, Cơ Ho.
    Minority,
}

impl Group {
    /// The word in `faults.csv`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Kinh => "kinh",
            Self::Khmer => "khmer",
            Self::Minority => "minority",
        }
    }
}

/// The people of a family, as far as names go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kin {
    Kinh,
    Khmer,
    Other(People),
}

impl Kin {
    pub(crate) fn group(self) -> Group {
        match self {
            Self::Kinh => Group::Kinh,
            Self::Khmer => Group::Khmer,
            Self::Other(_) => Group::Minority,
        }
    }

    /// A family of a commune in the region.
    pub(crate) fn draw(dice: &mut Dice, region: Region) -> Self {
        use People::{Bana, Coho, Dao, Ede, Hmong, Tay};
        let peoples = [Tay, Hmong, Dao, Ede, Bana, Coho];
        // Kinh, Khmer, then the peoples: shares of families in per mille, by judgement from the
        // mixed communes the sample shows (a fifth Khmer in the delta, a quarter minority north).
        let weights: &[u32] = match region {
            Region::Delta => &[774, 222, 0, 0, 0, 2, 1, 1],
            Region::North => &[740, 2, 115, 75, 62, 3, 2, 1],
            Region::Lowland => &[985, 5, 8, 0, 0, 1, 1, 0],
            Region::Highland => &[620, 5, 45, 15, 10, 205, 60, 40],
        };
        match dice.weighted(weights) {
            0 => Self::Kinh,
            1 => Self::Khmer,
            other => Self::Other(peoples[other - 2]),
        }
    }
}

/// Whether the southern form of a surname is usual here.
pub(crate) fn is_south(region: Region) -> bool {
    matches!(region, Region::Delta)
}

/// A surname (or clan) for a new line of a family.
pub(crate) fn draw_surname(dice: &mut Dice, kin: Kin, region: Region, female: bool) -> Part {
    let tables: &Tables = &TABLES;
    let (text, role) = match kin {
        Kin::Kinh => {
            let south = usize::from(is_south(region));
            // A few lines of a commune carry one of the rarest surnames.
            (*tables.surnames[south].draw(dice), Role::Surname)
        }
        Kin::Khmer => (khmer_surname(dice, female), Role::Surname),
        Kin::Other(People::Ede) => (*tables.people(People::Ede).surname.draw(dice), Role::Clan),
        Kin::Other(People::Bana | People::Coho) => ("", Role::Surname),
        Kin::Other(people) => (*tables.people(people).surname.draw(dice), Role::Surname),
    };
    Part { text: Cow::Borrowed(text), role }
}

/// Khmer surnames: Chau for men and Neáng for women in Tri Tôn and Tịnh Biên, Danh, Thạch, Sơn,
/// Kim, Lâm, Kiên ... elsewhere (facts: khmer.md 4).
fn khmer_surname(dice: &mut Dice, female: bool) -> &'static str {
    let names: [(&str, u32); 12] = [
        (if female { "Neáng" } else { "Chau" }, 470),
        (if female { "Néang" } else { "Châu" }, 25),
        ("Thạch", 150),
        ("Kim", 125),
        ("Danh", 130),
        ("Sơn", 55),
        ("Kiên", 18),
        ("Lâm", 12),
        ("Lý", 8),
        ("Tăng", 5),
        ("Trà", 6),
        ("Lục", 4),
    ];
    names[dice.weighted(&names.map(|(_, weight)| weight))].0
}

/// The surname a child takes from the father; Chau is for sons and Neáng for most daughters.
fn inherited(dice: &mut Dice, kin: Kin, father: &Part, female: bool) -> Part {
    if kin == Kin::Khmer && female && matches!(&*father.text, "Chau" | "Châu") && dice.chance(0.72)
    {
        return Part { text: Cow::Borrowed("Neáng"), role: Role::Surname };
    }
    father.clone()
}

/// A name for a person born in `year`, with the surname of the father's line.
pub(crate) fn draw_name(
    dice: &mut Dice,
    kin: Kin,
    line: &Part,
    female: bool,
    year: i32,
) -> FullName {
    match kin {
        Kin::Kinh => kinh(dice, line.clone(), female, year),
        Kin::Khmer => {
            let surname = inherited(dice, kin, line, female);
            // Some Khmer children are registered under a Vietnamese name (facts: khmer.md 7.2).
            if dice.chance(0.17) {
                return kinh(dice, surname, female, year);
            }
            khmer(dice, surname, female)
        }
        Kin::Other(people) => match people {
            People::Tay | People::Hmong | People::Dao => hills(dice, people, line, female, year),
            People::Ede | People::Bana | People::Coho => highland(dice, people, line, female),
        },
    }
}

/// Surname, perhaps Thị or Văn, perhaps another middle, given name: 3 syllables in four of five
/// names, 4 in one of seven, 2 in one of twenty.
fn kinh(dice: &mut Dice, surname: Part, female: bool, year: i32) -> FullName {
    let tables: &Tables = &TABLES;
    let sex = usize::from(female);
    let old = year < 1985;
    let mut name = FullName(Vec::with_capacity(4));
    name.0.push(surname);
    // Thị for nearly all women of old books, fewer today; Văn likewise (facts: vietnamese.md 3).
    let marked = dice.chance(match (female, old) {
        (true, true) => 0.72,
        (true, false) => 0.60,
        (false, true) => 0.40,
        (false, false) => 0.28,
    });
    if marked {
        name.push(if female { "Thị" } else { "Văn" }, Role::Marker);
        if dice.chance(if female { 0.30 } else { 0.05 }) {
            name.push(*tables.middle[sex].draw(dice), Role::Middle);
        }
    } else if !dice.chance(0.058) {
        name.push(*tables.middle[sex].draw(dice), Role::Middle);
        if dice.chance(0.03) {
            name.push(*tables.middle[sex].draw(dice), Role::Middle);
        }
    }
    let rural = dice.chance(if old { 0.28 } else { 0.10 });
    let list = if rural { &tables.rural } else { &tables.given };
    name.push(*list[sex].draw(dice), Role::Given);
    name
}

/// Surname, Thị for some women, one or two Khmer elements in the spelling the family uses.
fn khmer(dice: &mut Dice, surname: Part, female: bool) -> FullName {
    let tables: &Tables = &TABLES;
    let neang = surname.text.starts_with('N');
    let mut name = FullName(vec![surname]);
    if female && dice.chance(if neang { 0.10 } else { 0.8 }) {
        name.push("Thị", Role::Marker);
    }
    let mut elements = Vec::with_capacity(2);
    let urn = &tables.khmer_given[usize::from(female)];
    let syllables = |row: u16| {
        let spelling = tables.khmer[usize::from(row)].viet.first();
        spelling.map_or(1, |text| text.split(' ').count())
    };
    let mut last = *urn.draw(dice);
    if syllables(last) > 2 {
        // Elements of three syllables are less used than the list of elements suggests.
        last = *urn.draw(dice);
    }
    // A short element alone is rare: it gets a companion.
    if syllables(last) == 1 && dice.chance(0.6) {
        elements.push(*urn.draw(dice));
    }
    elements.push(last);
    for row in elements {
        let element = &tables.khmer[usize::from(row)];
        let text = if dice.chance(0.80) {
            element.viet.first().copied()
        } else {
            Some(*dice.pick(&element.viet))
        };
        name.push(text.unwrap_or("Sóc"), Role::Khmer(row));
    }
    name
}

/// Tày, Nùng, Thái, Hmong, Dao: surname first; many bear Kinh names, more so the young.
fn hills(dice: &mut Dice, people: People, line: &Part, female: bool, year: i32) -> FullName {
    let own = match people {
        People::Tay => 0.25,
        _ if year < 1985 => 0.72,
        _ => 0.5,
    };
    if !dice.chance(own) {
        return kinh(dice, line.clone(), female, year);
    }
    let names = TABLES.people(people);
    let mut name = FullName(vec![line.clone()]);
    if female {
        name.push("Thị", Role::Marker);
    } else if people == People::Tay {
        name.push(if dice.chance(0.7) { "Văn" } else { "A" }, Role::Marker);
    } else {
        let middle = *names.middle_m.draw(dice);
        name.push(middle, if middle == "Văn" { Role::Marker } else { Role::Middle });
    }
    name.push(*names.given[usize::from(female)].draw(dice), Role::Given);
    name
}

/// Ê Đê: Y or H', given, clan last; Ba Na: A (men) or Y (women), no surname; Cơ Ho: K' or Ka
/// (facts: vietnamese.md 0.9 and 3).
fn highland(dice: &mut Dice, people: People, line: &Part, female: bool) -> FullName {
    let prefix = match (people, female) {
        (People::Ede, false) | (People::Bana, true) => "Y",
        (People::Ede, true) => "H'",
        (People::Bana, false) => "A",
        (_, false) => "K'",
        (_, true) => "Ka",
    };
    let mut name = FullName::default();
    name.push(prefix, Role::Prefix);
    name.push(*TABLES.people(people).given[usize::from(female)].draw(dice), Role::Given);
    if people == People::Ede {
        name.push(line.text.clone(), Role::Clan);
    }
    name
}

/// A given name one letter apart from another, for twins; `None` when the list has none.
pub(crate) fn one_letter_apart(dice: &mut Dice, given: &str, female: bool) -> Option<&'static str> {
    let list = TABLES.given[usize::from(female)].items();
    let start = dice.below(list.len());
    let (tail, head) = (&list[start..], &list[..start]);
    tail.iter().chain(head).find(|other| differs_by_one(given, other)).copied()
}

fn differs_by_one(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    left.len() == right.len() && left.iter().zip(&right).filter(|(a, b)| a != b).count() == 1
}
