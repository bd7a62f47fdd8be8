//! A whole population: communes, people, records, kept in a compact form.

use crate::date;
use crate::dice::Dice;
use crate::family::{self, HardCase, Household, Village};
use crate::fault::Faults;
use crate::mix::FaultMix;
use crate::name::Group;
use crate::number::{self, Numbers};
use crate::record::{self, TEXT_COLUMNS, Truth};
use crate::source::Source;
use crate::tables::{Commune, Region, TABLES};

/// What to generate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// How many persons; about 2.2 records each.
    pub persons: usize,
    /// Same seed, same bytes, on every platform.
    pub seed: u64,
    /// Which faults there are more of.
    pub mix: FaultMix,
}

/// Persons per commune beyond the first six.
const COMMUNE_SIZE: usize = 9_000;

#[derive(Debug)]
struct Entry {
    start: usize,
    lengths: [u8; TEXT_COLUMNS],
    source: Source,
    person: u32,
    faults: Faults,
}

/// Residents' records with known truth. Memory: about 220 bytes a record.
#[derive(Debug, Default)]
pub struct Population {
    text: String,
    entries: Vec<Entry>,
    order: Vec<u32>,
    persons: Vec<(Group, HardCase)>,
}

/// One record of a [`Population`].
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Place in the file, which is the `record_id`.
    pub record_id: usize,
    /// The register.
    pub source: Source,
    /// The columns after `source`, in the order of [`HEADER`](crate::HEADER).
    pub texts: [&'a str; TEXT_COLUMNS],
    /// The person the record is of.
    pub person_id: u32,
    /// What went wrong.
    pub faults: Faults,
    /// The person's people.
    pub group: Group,
    /// What makes the person hard to tell from others.
    pub hard_case: HardCase,
}

impl Population {
    /// Number of records.
    #[must_use]
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether there are no records.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Number of persons.
    #[must_use]
    pub fn persons(&self) -> usize {
        self.persons.len()
    }

    /// The records in their (shuffled) order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.order.iter().enumerate().map(|(record_id, &entry)| {
            let entry = &self.entries[entry as usize];
            let (group, hard_case) = self.persons[entry.person as usize];
            let mut start = entry.start;
            let texts = entry.lengths.map(|length| {
                let end = start + usize::from(length);
                let text = self.text.get(start..end).unwrap_or_default();
                start = end;
                text
            });
            let (source, person_id, faults) = (entry.source, entry.person, entry.faults);
            Row { record_id, source, texts, person_id, faults, group, hard_case }
        })
    }

    fn push(&mut self, source: Source, record: &record::Record) {
        let start = self.text.len();
        let lengths = std::array::from_fn(|column| {
            // Longer than any name or address by far; a cut would fall on a letter.
            let text = &record.texts[column];
            let end = text.floor_char_boundary(255);
            self.text.push_str(&text[..end]);
            end as u8
        });
        let person = self.persons.len() as u32;
        self.entries.push(Entry { start, lengths, source, person, faults: record.faults });
    }
}

/// Makes a population. Time: about 10 microseconds a record.
#[must_use]
pub fn generate(settings: &Settings) -> Population {
    let communes = communes(settings);
    let mut population = Population::default();
    population.text.reserve(settings.persons * 2 * 160);
    population.entries.reserve(settings.persons * 9 / 4);
    population.persons.reserve(settings.persons);
    let count = communes.len();
    for (slot, (place, size)) in communes.iter().enumerate() {
        let mut dice = Dice::new(settings.seed, slot as u64 + 1);
        let neighbour = communes[(slot + 1) % count].0;
        commune(&mut population, &mut dice, settings.mix, place, neighbour, *size, (slot, count));
    }
    population.order = (0..population.entries.len() as u32).collect();
    Dice::new(settings.seed, 0).shuffle(&mut population.order);
    population
}

/// The communes and how many persons each has: six and one more for every nine thousand persons.
fn communes(settings: &Settings) -> Vec<(&'static Commune, usize)> {
    let all = &TABLES.communes;
    let count = (6 + settings.persons / COMMUNE_SIZE).min(all.len());
    let (delta, other) = settings.mix.commune_weights();
    let weight =
        |place: &Commune| (if place.region == Region::Delta { delta } else { other }) as usize;
    let chosen = &all[..count];
    let total: usize = chosen.iter().map(weight).sum();
    let mut rest = settings.persons;
    let mut result = Vec::with_capacity(count);
    for (index, place) in chosen.iter().enumerate() {
        let last = index + 1 == count;
        let size = if last { rest } else { (settings.persons * weight(place) / total).min(rest) };
        rest -= size;
        result.push((place, size));
    }
    result
}

/// Settles one commune and writes its records.
fn commune(
    population: &mut Population,
    dice: &mut Dice,
    mix: FaultMix,
    place: &'static Commune,
    neighbour: &'static Commune,
    size: usize,
    (slot, count): (usize, usize),
) {
    if size == 0 {
        return;
    }
    let village = Village::settle(dice, place.region, TABLES.hamlets(place.region), size);
    let mut numbers = Numbers::new(slot, count);
    let cccd: Vec<(String, &'static str)> = village
        .people
        .iter()
        .map(|person| {
            let pid = numbers.birthplace(dice, place.pid);
            (numbers.cccd(pid, person.year, person.female), pid)
        })
        .collect();
    let home_phones: Vec<String> = village.households.iter().map(|_| number::phone(dice)).collect();
    let mut roof: Vec<Vec<usize>> = vec![Vec::new(); village.households.len()];
    for (index, person) in village.people.iter().enumerate() {
        roof[person.household].push(index);
    }
    for (index, person) in village.people.iter().enumerate() {
        let (number, pid) = &cccd[index];
        let before_number = numbers.cccd(pid, person.year, person.female);
        let has_cmnd = person.year <= 2003;
        let cmnd = has_cmnd.then(|| numbers.cmnd(place.cmnd));
        let own = number::phone(dice);
        let phone = if dice.chance(0.62) { &own } else { &home_phones[person.household] };
        let mates = &roof[person.household];
        let other = *dice.pick(mates);
        let father = village.parent_name(&person.father);
        let mother = village.parent_name(&person.mother);
        let old_home = Household {
            house: family::house_number(dice),
            group: dice.between(1, 14),
            hamlet: dice.word(TABLES.hamlets(neighbour.region)),
        };
        let truth = Truth {
            name: &person.name,
            father: &father,
            mother: &mother,
            kin: person.kin,
            female: person.female,
            born: date::Written {
                year: person.year,
                month: person.month,
                day: person.day,
                known: date::Known::Day,
                short_year: false,
            },
            cccd: number,
            cccd_before: &before_number,
            cccd_other: if other == index { "" } else { &cccd[other].0 },
            cmnd: cmnd.as_deref(),
            phone,
            commune: place,
            household: &village.households[person.household],
            before: (neighbour, &old_home),
        };
        for source in sources(dice) {
            let mut truth_here = Truth { ..truth };
            if person.year_only {
                undated(dice, &mut truth_here.born);
            }
            let record = record::write(dice, mix, source, &truth_here);
            population.push(source, &record);
        }
        population.persons.push((person.kin.group(), person.hard));
    }
}

/// No paper holds the day: one register writes the year, the next 01/01.
fn undated(dice: &mut Dice, born: &mut date::Written) {
    if dice.chance(0.36) {
        (born.day, born.month) = (1, 1);
    } else {
        born.known = date::Known::Year;
    }
}

/// One to four records; now and then the population database holds a person twice.
fn sources(dice: &mut Dice) -> Vec<Source> {
    let mut sources: Vec<Source> =
        Source::ALL.into_iter().filter(|source| dice.chance(source.coverage())).collect();
    if sources.is_empty() {
        sources.push(Source::Dancu);
    }
    if sources.len() < 4 && dice.chance(0.018) {
        sources.push(Source::Dancu);
    }
    sources
}
