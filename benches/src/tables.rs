//! The lists names and places are drawn from (`benches/data`), read once.

use crate::dice::Urn;
use std::sync::LazyLock;

/// Which names, hamlet words and sound habits a commune has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Region {
    /// Mekong delta: Kinh and Khmer.
    Delta,
    /// Northern hills: Kinh, Tày, Nùng, Thái, Hmong, Dao.
    North,
    /// Kinh lowland, northern sounds or southern by province.
    Lowland,
    /// Central highlands: Kinh, Ê Đê, Ba Na, Cơ Ho.
    Highland,
}

/// A commune before 2025-07-01 and what it is called since.
#[derive(Debug)]
pub(crate) struct Commune {
    pub(crate) region: Region,
    pub(crate) province: &'static str,
    pub(crate) pid: &'static str,
    pub(crate) cmnd: &'static str,
    pub(crate) district: &'static str,
    pub(crate) commune: &'static str,
    pub(crate) new_province: &'static str,
    pub(crate) new_commune: &'static str,
}

/// A Khmer name element: script, Cambodian Latin and Vietnamese clerks' spellings.
#[derive(Debug)]
pub(crate) struct KhmerName {
    pub(crate) script: &'static str,
    pub(crate) latin: Vec<&'static str>,
    pub(crate) viet: Vec<&'static str>,
}

/// The peoples besides Kinh and Khmer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum People {
    Tay,
    Hmong,
    Dao,
    Ede,
    Bana,
    Coho,
}

/// Names of one people.
#[derive(Debug)]
pub(crate) struct PeopleNames {
    pub(crate) surname: Urn<&'static str>,
    pub(crate) middle_m: Urn<&'static str>,
    pub(crate) given: [Urn<&'static str>; 2],
}

/// All lists.
#[derive(Debug)]
pub(crate) struct Tables {
    pub(crate) communes: Vec<Commune>,
    /// By region: north, south.
    pub(crate) surnames: [Urn<&'static str>; 2],
    /// By sex: male, female.
    pub(crate) middle: [Urn<&'static str>; 2],
    pub(crate) given: [Urn<&'static str>; 2],
    pub(crate) rural: [Urn<&'static str>; 2],
    pub(crate) khmer: Vec<KhmerName>,
    /// Indices into `khmer`, by sex.
    pub(crate) khmer_given: [Urn<u16>; 2],
    peoples: Vec<PeopleNames>,
    hamlets: [Vec<&'static str>; 4],
    pub(crate) tcvn3: Vec<(char, Vec<u8>)>,
    pub(crate) vni: Vec<(char, Vec<u8>)>,
}

impl Tables {
    pub(crate) fn people(&self, people: People) -> &PeopleNames {
        &self.peoples[people as usize]
    }

    pub(crate) fn hamlets(&self, region: Region) -> &[&'static str] {
        &self.hamlets[region as usize]
    }

    /// The row of a Khmer surname by its first Vietnamese spelling.
    pub(crate) fn khmer_surname(&self, text: &str) -> Option<&KhmerName> {
        self.khmer.iter().find(|name| name.viet.contains(&text))
    }
}

/// The lists, read at first use.
pub(crate) static TABLES: LazyLock<Tables> = LazyLock::new(read);

/// Rows of a file without comments and header, cut at tabs and padded to eight cells.
fn rows(text: &'static str) -> impl Iterator<Item = [&'static str; 8]> {
    text.lines().filter(|line| !line.starts_with('#')).skip(1).map(|line| {
        let mut cells = [""; 8];
        for (cell, value) in cells.iter_mut().zip(line.split('\t')) {
            *cell = value;
        }
        cells
    })
}

fn number(text: &str) -> u64 {
    text.parse().unwrap_or(0)
}

fn region(text: &str) -> Region {
    match text {
        "delta" => Region::Delta,
        "north" => Region::North,
        "lowland" => Region::Lowland,
        _ => Region::Highland,
    }
}

fn list(text: &'static str) -> Vec<&'static str> {
    text.split('|').filter(|item| !item.is_empty()).collect()
}

fn read() -> Tables {
    let surnames = include_str!("../data/surnames.tsv");
    let parts = include_str!("../data/name_parts.tsv");
    let by_sex = |role: &'static str| {
        [2, 3].map(|column| {
            Urn::new(
                rows(parts)
                    .filter(|cells| cells[0] == role)
                    .map(|cells| (cells[1], number(cells[column]))),
            )
        })
    };
    let (khmer, khmer_given) = khmer(include_str!("../data/khmer_names.tsv"));
    let minority = include_str!("../data/minority_names.tsv");
    let of = |people: &'static str, role: &'static str| {
        Urn::new(
            rows(minority)
                .filter(|cells| cells[0] == people && cells[1] == role)
                .map(|cells| (cells[2], number(cells[3]))),
        )
    };
    Tables {
        communes: rows(include_str!("../data/communes.tsv"))
            .map(|cells| Commune {
                region: region(cells[0]),
                province: cells[1],
                pid: cells[2],
                cmnd: cells[3],
                district: cells[4],
                commune: cells[5],
                new_province: cells[6],
                new_commune: cells[7],
            })
            .collect(),
        surnames: [1, 2]
            .map(|column| Urn::new(rows(surnames).map(|cells| (cells[0], number(cells[column]))))),
        middle: by_sex("middle"),
        given: by_sex("given"),
        rural: by_sex("rural"),
        khmer,
        khmer_given,
        peoples: ["tay", "hmong", "dao", "ede", "bana", "coho"]
            .map(|people| PeopleNames {
                surname: of(people, "surname"),
                middle_m: of(people, "middle_m"),
                given: [of(people, "given_m"), of(people, "given_f")],
            })
            .into(),
        hamlets: [Region::Delta, Region::North, Region::Lowland, Region::Highland].map(|wanted| {
            rows(include_str!("../data/hamlets.tsv"))
                .filter(|cells| region(cells[0]) == wanted)
                .map(|cells| cells[1])
                .collect()
        }),
        tcvn3: letters("TCVN3"),
        vni: letters("VNI-WIN"),
    }
}

/// Khmer elements, and which of them are given names of men and women. A few elements name a large
/// share of the people (Sa Rươl, Sô Thia, Đa Ra ...), so weights fall with the place in a fixed
/// random order, attested elements first.
fn khmer(text: &'static str) -> (Vec<KhmerName>, [Urn<u16>; 2]) {
    let mut names = Vec::new();
    let mut uses = Vec::new();
    for cells in rows(text) {
        uses.push((cells[3], cells[4] == "attested"));
        names.push(KhmerName { script: cells[0], latin: list(cells[1]), viet: list(cells[2]) });
    }
    let mut order: Vec<u16> = (0..names.len() as u16).collect();
    crate::dice::Dice::new(1858, 0).shuffle(&mut order);
    order.sort_by_key(|&row| !uses[usize::from(row)].1);
    let given = ["m", "f"].map(|sex| {
        let fits = |row: &u16| {
            let used = uses[usize::from(*row)].0;
            used == "both" || used == "surname both" || used == sex
        };
        Urn::new(
            order
                .iter()
                .filter(|row| fits(row))
                .enumerate()
                .map(|(place, &row)| (row, 100_000 / (place as u64 + 6))),
        )
    });
    (names, given)
}

/// Letters of an encoding with their bytes.
fn letters(encoding: &'static str) -> Vec<(char, Vec<u8>)> {
    let mut letters: Vec<(char, Vec<u8>)> = rows(include_str!("../data/encodings.tsv"))
        .filter(|cells| cells[0] == encoding)
        .filter_map(|cells| {
            let bytes = cells[1].split(' ').filter_map(|hex| u8::from_str_radix(hex, 16).ok());
            Some((cells[2].chars().next()?, bytes.collect()))
        })
        .collect();
    letters.sort();
    letters
}

#[cfg(test)]
mod tests {
    use super::{People, Region, TABLES};

    #[test]
    fn lists_are_read_whole() {
        assert!(TABLES.communes.len() > 300);
        assert!(
            TABLES
                .communes
                .iter()
                .all(|commune| !commune.new_commune.is_empty() && commune.pid.len() == 3)
        );
        assert_eq!(TABLES.khmer.len(), 381);
        assert!(TABLES.khmer.iter().all(|name| !name.viet.is_empty() && !name.script.is_empty()));
        assert_eq!((TABLES.tcvn3.len(), TABLES.vni.len()), (74, 134));
        for region in [Region::Delta, Region::North, Region::Lowland, Region::Highland] {
            assert!(TABLES.hamlets(region).len() >= 14);
        }
        for people in
            [People::Tay, People::Hmong, People::Dao, People::Ede, People::Bana, People::Coho]
        {
            assert!(TABLES.people(people).given.iter().all(|urn| urn.items().len() > 9));
        }
        let sizes =
            [&TABLES.given, &TABLES.middle, &TABLES.rural].map(|urns| urns[0].items().len());
        assert!(sizes.iter().all(|&size| size > 25), "{sizes:?}");
    }
}
