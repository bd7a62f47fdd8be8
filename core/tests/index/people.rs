//! A small register with faults of every kind the comparisons know.

use hoten::{StrBuffer, Table};

pub(crate) const HEADERS: [&str; 15] = [
    "record_id",
    "source",
    "full_name",
    "birth_date",
    "sex",
    "citizen_id",
    "identity_card",
    "insurance_number",
    "phone",
    "commune",
    "address",
    "father_name",
    "mother_name",
    "province",
    "district",
];

/// Rows of [`HEADERS`]; empty cells are missing.
pub(crate) struct People(pub(crate) Vec<[String; HEADERS.len()]>);

const SURNAMES: [&str; 9] =
    ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Hoàng", "Neáng", "Chau", "Đặng"];
const MIDDLES: [&str; 6] = ["Văn", "Thị", "Ngọc", "Minh", "", "Sóc"];
const GIVENS: [&str; 12] =
    ["Hòa", "Hoa", "Hùng", "Hưng", "Lan", "Bé", "Tuấn", "Kha", "Rươl", "Phước", "Phúc", "Hằng"];
/// Communes of An Giang until 2025-06-30, the district of each, and what it went into.
const COMMUNES: [[&str; 3]; 4] = [
    ["Xã An Hảo", "Tịnh Biên", "Xã Núi Cấm"],
    ["X. An Hảo", "TX. Tịnh Biên", "Núi Cấm"],
    ["Thị trấn Ba Chúc", "Tri Tôn", "Xã Ba Chúc"],
    ["Xã Tân Lập", "Tịnh Biên", "Xã Núi Cấm"],
];

/// A small mixing step, so that the register is the same everywhere.
pub(crate) fn dice(seed: &mut u64, sides: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    ((*seed >> 33) as usize) % sides
}

impl People {
    /// `count` persons, about half of them entered twice, the second time by another hand.
    pub(crate) fn new(count: usize, seed: u64) -> Self {
        let mut seed = seed;
        let mut rows = Vec::new();
        for person in 0..count {
            let name = |seed: &mut u64| {
                let parts =
                    [SURNAMES[dice(seed, 9)], MIDDLES[dice(seed, 6)], GIVENS[dice(seed, 12)]];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
            };
            let (own, father, mother) = (name(&mut seed), name(&mut seed), name(&mut seed));
            let (day, month, year) =
                (dice(&mut seed, 28) + 1, dice(&mut seed, 12) + 1, 1940 + dice(&mut seed, 70));
            let sex = dice(&mut seed, 2);
            let century = if year < 2000 { sex } else { 2 + sex };
            let [commune, district, _] = COMMUNES[dice(&mut seed, 4)];
            let row = [
                format!("HS-{}", rows.len()),
                "hotich".to_owned(),
                own.clone(),
                format!("{day:02}/{month:02}/{year}"),
                ["Nam", "Nữ"][sex].to_owned(),
                format!("089{century}{:02}{:06}", year % 100, 100_003 + 7 * person),
                format!("35{:07}", 1_000_003 + 11 * person),
                format!("89{:08}", 12_345_001 + 13 * person),
                format!("09{:08}", 12_345_678 + 17 * person),
                commune.to_owned(),
                format!("Số {}, tổ 5, ấp An Bình", dice(&mut seed, 90) + 1),
                father,
                mother,
                "An Giang".to_owned(),
                district.to_owned(),
            ];
            rows.push(row.clone());
            if dice(&mut seed, 2) == 0 {
                rows.push(Self::again(row, &mut seed, rows.len()));
            }
        }
        Self(rows)
    }

    /// The same person by another hand.
    fn again(
        mut row: [String; HEADERS.len()],
        seed: &mut u64,
        id: usize,
    ) -> [String; HEADERS.len()] {
        row[0] = format!("HS-{id}");
        row[1] = "dancu".to_owned();
        match dice(seed, 5) {
            0 => row[2] = hoten::fold(&row[2]).to_uppercase(),
            1 => row[2] = row[2].replace("Hòa", "Hoà").replace("Thị ", "T. "),
            2 => row[2] = row[2].replace("Trần", "Chần").replace("Neáng", "Neang"),
            3 => row[2].push('g'),
            _ => {}
        }
        match dice(seed, 5) {
            // What spreadsheets and clerks do to numbers.
            0 => row[5] = row[5].trim_start_matches('0').to_owned(),
            1 => row[8] = row[8].trim_start_matches('0').to_owned(),
            2 => row[7] = row[7].replace('1', "l"),
            _ => {}
        }
        if dice(seed, 2) == 0
            && let Some([_, _, today]) = COMMUNES.iter().find(|held| held[0] == row[9])
        {
            (row[9], row[14]) = ((*today).to_owned(), String::new());
        }
        match dice(seed, 8) {
            0 => row[3] += " âm lịch",
            1 => row[3] = format!("{} tuổi (2020)", 2020 - row[3][6..].parse::<u16>().unwrap()),
            2 => row[3] = "Mậu Thân".to_owned(),
            3 => row[3] = format!("01/01/{}", &row[3][6..]),
            _ => {}
        }
        for cell in row.iter_mut().skip(3) {
            if dice(seed, 3) == 0 {
                cell.clear();
            }
        }
        if dice(seed, 3) == 0 && row[3].len() == 10 {
            row[3] = row[3][6..].to_owned();
        }
        row
    }

    pub(crate) fn with_table<R>(&self, work: impl FnOnce(&Table<'_>) -> R) -> R {
        let mut columns: Vec<StrBuffer> = HEADERS.iter().map(|_| StrBuffer::new()).collect();
        for row in &self.0 {
            for (cell, column) in row.iter().zip(&mut columns) {
                column.push(Some(cell.as_str()).filter(|cell| !cell.is_empty()));
            }
        }
        let named = HEADERS.iter().zip(&columns).map(|(name, cells)| (*name, cells.as_column()));
        work(&Table::new(named).unwrap())
    }
}
