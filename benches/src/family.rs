//! Families of a commune: couples, children, twins, sons named after their fathers, and which of
//! them live under one roof.

use crate::dice::Dice;
use crate::name::{self, FullName, Kin, Part, Role};
use crate::tables::Region;

/// Last year of birth in the data.
pub(crate) const NOW: i32 = 2023;

/// Share of people who bear the mother's surname.
const MOTHERS_NAME: f64 = 0.05;

/// A parent: a resident of the commune, or only a name.
#[derive(Debug, Clone)]
pub(crate) enum Parent {
    Resident(usize),
    Name(FullName),
}

/// Why a person is hard to tell from another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HardCase(pub(crate) u8);

impl HardCase {
    /// Another resident of the commune has the same full name and birth year.
    pub const NAMESAKE: Self = Self(1);
    /// Born as a twin.
    pub const TWIN: Self = Self(2);
    /// Son with his father's name, or his father.
    pub const FATHER_SON: Self = Self(4);

    /// Whether all cases of `other` are present.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(crate) fn insert(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// A person as they are; numbers are given out later.
#[derive(Debug)]
pub(crate) struct Person {
    pub(crate) name: FullName,
    pub(crate) kin: Kin,
    pub(crate) female: bool,
    pub(crate) year: i32,
    pub(crate) month: i32,
    pub(crate) day: i32,
    /// No paper holds the day and month.
    pub(crate) year_only: bool,
    pub(crate) household: usize,
    pub(crate) father: Parent,
    pub(crate) mother: Parent,
    pub(crate) hard: HardCase,
}

/// Those who live under one roof.
#[derive(Debug)]
pub(crate) struct Household {
    /// House number; a third of the houses of the countryside have none.
    pub(crate) house: Option<i32>,
    pub(crate) group: i32,
    pub(crate) hamlet: &'static str,
}

/// A house number, where there is one.
pub(crate) fn house_number(dice: &mut Dice) -> Option<i32> {
    let number = dice.between(1, 899);
    dice.chance(0.67).then_some(number)
}

/// The families of one commune.
#[derive(Debug)]
pub(crate) struct Village {
    pub(crate) region: Region,
    pub(crate) people: Vec<Person>,
    pub(crate) households: Vec<Household>,
    hamlets: Vec<&'static str>,
}

impl Village {
    /// Settles families until `size` persons live in the commune.
    pub(crate) fn settle(
        dice: &mut Dice,
        region: Region,
        names: &[&'static str],
        size: usize,
    ) -> Self {
        let mut hamlets = names.to_vec();
        dice.shuffle(&mut hamlets);
        hamlets.truncate((5 + size / 700).min(14));
        let mut village =
            Self { region, people: Vec::with_capacity(size), households: Vec::new(), hamlets };
        while village.people.len() < size {
            village.found(dice);
        }
        village.cut(size);
        village.copy_names(dice);
        village.tag_namesakes();
        village
    }

    /// The last family may be too large; a cut loses no parent of those who stay, because
    /// parents come before their children.
    fn cut(&mut self, size: usize) {
        self.people.truncate(size);
    }

    /// A household in a hamlet; groups belong to hamlets.
    fn household(&mut self, dice: &mut Dice, near: Option<usize>) -> usize {
        let hamlet = match near {
            Some(household) if dice.chance(0.6) => self.households[household].hamlet,
            _ => *dice.pick(&self.hamlets),
        };
        self.households.push(Household {
            house: house_number(dice),
            group: dice.between(1, 14),
            hamlet,
        });
        self.households.len() - 1
    }

    /// A couple of the oldest living generation and all who come from it.
    fn found(&mut self, dice: &mut Dice) {
        let kin = Kin::draw(dice, self.region);
        let line = name::draw_surname(dice, kin, self.region, false);
        let year = (dice.between(1908, 1984) + dice.between(1922, 1984)) / 2;
        let household = self.household(dice, None);
        let husband = self.stranger(dice, kin, &line, false, year, household);
        let wife_kin = self.spouse_kin(dice, kin);
        let wife_line = name::draw_surname(dice, wife_kin, self.region, false);
        let wife_year = year + dice.between(-4, 8);
        let wife = self.stranger(dice, wife_kin, &wife_line, true, wife_year, household);
        self.children(dice, husband, wife, &line, 0);
    }

    /// Nine couples in ten are of one people.
    fn spouse_kin(&self, dice: &mut Dice, kin: Kin) -> Kin {
        if dice.chance(0.88) { kin } else { Kin::draw(dice, self.region) }
    }

    /// Someone whose parents are only names here.
    fn stranger(
        &mut self,
        dice: &mut Dice,
        kin: Kin,
        line: &Part,
        female: bool,
        year: i32,
        household: usize,
    ) -> usize {
        let father = name::draw_name(dice, kin, line, false, year - 28);
        let mother_line = name::draw_surname(dice, kin, self.region, false);
        let mother = name::draw_name(dice, kin, &mother_line, true, year - 25);
        let from_mother = dice.chance(MOTHERS_NAME);
        let line = if from_mother { &mother_line } else { line };
        let name = name::draw_name(dice, kin, line, female, year);
        self.born(
            dice,
            name,
            kin,
            female,
            year,
            household,
            Parent::Name(father),
            Parent::Name(mother),
        )
    }

    #[expect(clippy::too_many_arguments, reason = "one place that fills a person")]
    fn born(
        &mut self,
        dice: &mut Dice,
        name: FullName,
        kin: Kin,
        female: bool,
        year: i32,
        household: usize,
        father: Parent,
        mother: Parent,
    ) -> usize {
        let month = dice.between(1, 12);
        let last = match month {
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let day = dice.between(1, last);
        // Births before 1970 were often written down years later (vietnamese.md 6).
        let unknown = match year {
            ..1945 => 0.50,
            1945..1960 => 0.36,
            1960..1970 => 0.29,
            1970..2000 => 0.045,
            _ => 0.012,
        };
        let year_only = dice.chance(unknown);
        self.people.push(Person {
            name,
            kin,
            female,
            year,
            month,
            day,
            year_only,
            household,
            father,
            mother,
            hard: HardCase::default(),
        });
        self.people.len() - 1
    }

    /// Children of a couple, and theirs.
    fn children(&mut self, dice: &mut Dice, husband: usize, wife: usize, line: &Part, depth: u32) {
        let kin = self.people[husband].kin;
        let household = self.people[husband].household;
        let mut year =
            self.people[wife].year.max(self.people[husband].year - 2) + dice.between(19, 27);
        let many = [0, 8, 24, 29, 20, 12, 7];
        let few = [16, 32, 38, 12, 2, 0, 0];
        let old = self.people[wife].year < 1965;
        let count = dice.weighted(if old { &many } else { &few });
        let mut children = Vec::new();
        for _ in 0..count {
            if year > NOW {
                break;
            }
            let female = dice.chance(0.49);
            let child = self.child(dice, husband, wife, line, female, year);
            children.push(child);
            if dice.chance(0.016) && self.twin(dice, child, line) {
                children.push(self.people.len() - 1);
            }
            year += dice.between(1, 5);
        }
        if depth >= 3 {
            return;
        }
        for child in children {
            let year = self.people[child].year;
            if year > NOW - 22 || !dice.chance(0.62) {
                continue;
            }
            let female = self.people[child].female;
            // The couple stays with the parents (three generations), or sets up a house.
            let crowd =
                self.people.iter().rev().take(60).filter(|other| other.household == household);
            let stays = crowd.count() < 6 && dice.chance(0.8);
            let home = if stays { household } else { self.household(dice, Some(household)) };
            self.people[child].household = home;
            let spouse_kin = self.spouse_kin(dice, kin);
            let spouse_line = name::draw_surname(dice, spouse_kin, self.region, false);
            let spouse_year = year + if female { dice.between(-8, 3) } else { dice.between(-3, 8) };
            let spouse = self.stranger(
                dice,
                spouse_kin,
                &spouse_line,
                !female,
                spouse_year.min(NOW - 18),
                home,
            );
            if female {
                self.children(dice, spouse, child, &spouse_line, depth + 1);
            } else {
                self.children(dice, child, spouse, line, depth + 1);
            }
        }
    }

    fn child(
        &mut self,
        dice: &mut Dice,
        husband: usize,
        wife: usize,
        line: &Part,
        female: bool,
        year: i32,
    ) -> usize {
        let kin = self.people[husband].kin;
        let household = self.people[husband].household;
        let after_father = !female && kin != Kin::Khmer && dice.chance(0.022);
        let name = if after_father {
            let mut name = self.people[husband].name.clone();
            if dice.chance(0.6) {
                let words: &[&str] = if name::is_south(self.region) {
                    &["Út", "Nhỏ", "Em"]
                } else {
                    &["Con", "Em", "Út"]
                };
                name.push(*dice.pick(words), Role::Suffix);
            }
            name
        } else {
            name::draw_name(dice, kin, line, female, year)
        };
        let father = Parent::Resident(husband);
        let child =
            self.born(dice, name, kin, female, year, household, father, Parent::Resident(wife));
        if after_father {
            self.people[child].hard.insert(HardCase::FATHER_SON);
            self.people[husband].hard.insert(HardCase::FATHER_SON);
        }
        child
    }

    /// A twin of the last child: same middle name, given names often one letter apart.
    fn twin(&mut self, dice: &mut Dice, first: usize, line: &Part) -> bool {
        let one = &self.people[first];
        let (kin, year, household) = (one.kin, one.year, one.household);
        let (month, day, year_only) = (one.month, one.day, one.year_only);
        let (father, mother) = (one.father.clone(), one.mother.clone());
        let female = if dice.chance(0.7) { one.female } else { !one.female };
        let mut name = one.name.clone();
        let other = name::draw_name(dice, kin, line, female, year);
        if female != one.female {
            name = other;
        } else if let (Some(last), Some(new)) = (name.0.last_mut(), other.0.last()) {
            let near = (last.role == Role::Given && dice.chance(0.55))
                .then(|| name::one_letter_apart(dice, &last.text, female))
                .flatten();
            match near {
                Some(text) => last.text = text.into(),
                None => *last = new.clone(),
            }
        }
        if name == self.people[first].name {
            return false;
        }
        let twin = self.born(dice, name, kin, female, year, household, father, mother);
        let born = &mut self.people[twin];
        (born.month, born.day, born.year_only) = (month, day, year_only);
        born.hard.insert(HardCase::TWIN);
        self.people[first].hard.insert(HardCase::TWIN);
        true
    }

    /// Namesakes of one year come by themselves in a large commune; in a small one some are made,
    /// so that every data set has them.
    fn copy_names(&mut self, dice: &mut Dice) {
        let key = |person: &Person| {
            (person.name.surname().map(|part| part.text.clone()), person.female, person.year)
        };
        let mut order: Vec<usize> = (0..self.people.len()).collect();
        order.sort_by_cached_key(|&index| (key(&self.people[index]), index));
        for pair in order.windows(2) {
            let (left, right) = (&self.people[pair[0]], &self.people[pair[1]]);
            let alike = left.kin == right.kin
                && left.female == right.female
                && (left.year - right.year).abs() <= 1
                && left.household != right.household
                && left.name.0.first() == right.name.0.first()
                && right.hard == HardCase::default();
            if alike && dice.chance(0.03) {
                let (name, year) = (left.name.clone(), left.year);
                let person = &mut self.people[pair[1]];
                (person.name, person.year) = (name, year);
            }
        }
    }

    fn tag_namesakes(&mut self) {
        let key = |person: &Person| (person.name.text().to_lowercase(), person.year);
        let mut order: Vec<((String, i32), usize)> =
            self.people.iter().enumerate().map(|(index, person)| (key(person), index)).collect();
        order.sort();
        for pair in order.windows(2) {
            if pair[0].0 == pair[1].0 {
                self.people[pair[0].1].hard.insert(HardCase::NAMESAKE);
                self.people[pair[1].1].hard.insert(HardCase::NAMESAKE);
            }
        }
    }

    /// The name of a parent.
    pub(crate) fn parent_name(&self, parent: &Parent) -> FullName {
        match parent {
            Parent::Resident(index) => {
                self.people.get(*index).map(|person| person.name.clone()).unwrap_or_default()
            }
            Parent::Name(name) => name.clone(),
        }
    }
}
