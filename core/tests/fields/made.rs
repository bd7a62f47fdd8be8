//! Made-up people and products of any country: seeded, so that every run sees the same.

use hoten::{StrBuffer, Table};

pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        (self.next() % most as u64) as usize
    }

    /// One of so many, the first far more often than the last.
    pub(crate) fn skewed(&mut self, most: usize) -> usize {
        let (one, other) = (self.below(most), self.below(most));
        one * other / most
    }

    pub(crate) fn yes(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// A word of the given number, the same every time.
    pub(crate) fn word(number: usize) -> String {
        const PARTS: [&str; 16] = [
            "ka", "lom", "ri", "ten", "vor", "sel", "an", "der", "bri", "ston", "mar", "el", "wen",
            "car", "hu", "gra",
        ];
        let mut chance = Self(number as u64 * 7919 + 13);
        (0..2 + chance.below(2)).map(|_| PARTS[chance.below(16)]).collect()
    }

    /// One slip of the keyboard.
    pub(crate) fn slip(&mut self, text: &str) -> String {
        let mut letters: Vec<char> = text.chars().collect();
        if letters.is_empty() {
            return String::new();
        }
        let at = self.below(letters.len());
        let digit = letters[at].is_ascii_digit();
        let other = if digit { b'0' + self.below(10) as u8 } else { b'a' + self.below(26) as u8 };
        match self.below(4) {
            0 => letters[at] = char::from(other),
            1 => drop(letters.remove(at)),
            2 => letters.insert(at, char::from(other)),
            _ if at + 1 < letters.len() => letters.swap(at, at + 1),
            _ => {}
        }
        letters.into_iter().collect()
    }
}

/// Rows of cells under headers; the first column is the record's identifier, and `owners` tells who
/// each record is of.
pub(crate) struct Sheet {
    pub(crate) headers: Vec<&'static str>,
    pub(crate) rows: Vec<Vec<String>>,
    pub(crate) owners: Vec<usize>,
}

impl Sheet {
    pub(crate) fn with<R>(&self, check: impl FnOnce(&Table<'_>) -> R) -> R {
        let mut columns: Vec<StrBuffer> = self.headers.iter().map(|_| StrBuffer::new()).collect();
        for row in &self.rows {
            for (column, cell) in columns.iter_mut().zip(row) {
                column.push((!cell.is_empty()).then_some(cell.as_str()));
            }
        }
        let named = self.headers.iter().zip(&columns);
        check(&Table::new(named.map(|(name, column)| (*name, column.as_column()))).unwrap())
    }

    pub(crate) fn truth(&self) -> Vec<(String, String)> {
        let ids = self.rows.iter().map(|row| row[0].clone());
        ids.zip(self.owners.iter().map(ToString::to_string)).collect()
    }
}

const PEOPLE: [&str; 8] = ["id", "given", "family", "house", "street", "town", "born", "licence"];

/// Two registers of people of other countries: households share house, street and family name; the
/// second register has slips, gaps, and names in each other's columns.
pub(crate) fn people(households: usize, seed: u64) -> [Sheet; 2] {
    let mut chance = Chance::new(seed);
    let sheet = || Sheet { headers: PEOPLE.to_vec(), rows: Vec::new(), owners: Vec::new() };
    let mut sheets = [sheet(), sheet()];
    for home in 0..households {
        let family = Chance::word(10_000 + chance.skewed(800));
        let house = (1 + chance.below(400)).to_string();
        let street = format!("{} street", Chance::word(20_000 + chance.below(300)));
        let town = Chance::word(30_000 + chance.skewed(40));
        for member in 0..1 + chance.below(3) {
            let owner = home * 4 + member;
            let (year, month) = (1920 + chance.below(80), 1 + chance.below(12));
            let mut row = vec![
                format!("a{owner}"),
                Chance::word(chance.skewed(300)),
                family.clone(),
                house.clone(),
                street.clone(),
                town.clone(),
                format!("{year}-{month:02}-{:02}", 1 + chance.below(28)),
                (1_000_000 + chance.below(9_000_000)).to_string(),
            ];
            if chance.yes(90) {
                sheets[0].rows.push(row.clone());
                sheets[0].owners.push(owner);
            }
            if chance.yes(90) {
                row[0] = format!("b{owner}");
                for cell in &mut row[1..] {
                    if chance.yes(12) {
                        *cell = chance.slip(cell);
                    } else if chance.yes(4) {
                        cell.clear();
                    }
                }
                if chance.yes(6) {
                    row.swap(1, 2);
                }
                sheets[1].rows.push(row);
                sheets[1].owners.push(owner);
            }
        }
    }
    sheets
}

/// Two shops that call their goods differently, variants of one model among them.
pub(crate) fn products(models: usize, seed: u64) -> [Sheet; 2] {
    let mut chance = Chance::new(seed);
    let headers = || vec!["sku", "name", "price"];
    let sheet = || Sheet { headers: headers(), rows: Vec::new(), owners: Vec::new() };
    let mut sheets = [sheet(), sheet()];
    for model in 0..models {
        let brand = Chance::word(40_000 + chance.skewed(30));
        let kind = Chance::word(50_000 + chance.below(60));
        let code = format!("{}{}", Chance::word(60_000 + chance.below(400)), chance.below(900));
        for variant in 0..1 + chance.below(2) {
            let owner = model * 2 + variant;
            let price = 20 + chance.below(900);
            let more: Vec<String> =
                (0..3).map(|_| Chance::word(70_000 + chance.below(90))).collect();
            let code = format!("{code}{}", ["x", "z"][variant]);
            sheets[0].rows.push(vec![
                format!("p{owner}"),
                format!("{brand} {kind} {} - {}", more.join(" "), code.to_uppercase()),
                format!("${price}.00"),
            ]);
            sheets[0].owners.push(owner);
            if chance.yes(85) {
                let near = price * (97 + chance.below(7)) / 100;
                let name = format!("{code} {brand} {kind} {}", more[0]);
                let name = if chance.yes(10) { chance.slip(&name) } else { name };
                sheets[1].rows.push(vec![format!("q{owner}"), name, near.to_string()]);
                sheets[1].owners.push(owner);
            }
        }
    }
    sheets
}
