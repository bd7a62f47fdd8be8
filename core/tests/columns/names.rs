//! Names made of the lexicon's lists, the same on every machine.

/// Rows of a table in `data`, without comments and header.
pub(crate) fn rows(table: &str) -> Vec<Vec<String>> {
    let path = format!("{}/data/{table}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// Numbers that look random: the high bits of a linear congruence (Knuth's MMIX).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        dice.below(2);
        dice
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
        (self.0 >> 33) as usize % end
    }

    pub(crate) fn pick<'a>(&mut self, list: &'a [String]) -> &'a str {
        &list[self.below(list.len())]
    }
}

/// The parts that names are made of.
pub(crate) struct Parts {
    pub(crate) surnames: Vec<String>,
    pub(crate) others: Vec<String>,
    /// Surnames and others as often as people bear them.
    common: (Vec<String>, Vec<String>),
}

impl Parts {
    pub(crate) fn load() -> Self {
        let (mut surnames, mut others) = (Vec::new(), Vec::new());
        let (mut common_surnames, mut common_others) = (Vec::new(), Vec::new());
        for row in rows("surnames.tsv") {
            let share: f64 = row[1].trim_end_matches(['*', '†', '%']).parse().unwrap_or(0.0);
            common_surnames.extend(vec![row[0].clone(); (share * 10.0) as usize]);
            surnames.push(row[0].clone());
        }
        for row in rows("middle_given.tsv") {
            let count: usize = row[2].parse().unwrap_or(0);
            common_others.extend(vec![row[1].clone(); count / 25]);
            others.push(row[1].clone());
        }
        Self { surnames, others, common: (common_surnames, common_others) }
    }

    /// A name of two to four parts, as names are: usual parts more often.
    pub(crate) fn usual(&self, dice: &mut Dice) -> String {
        Self::made(dice, &self.common.0, &self.common.1)
    }

    /// A name of two to four parts, each as likely as any other.
    pub(crate) fn any(&self, dice: &mut Dice) -> String {
        Self::made(dice, &self.surnames, &self.others)
    }

    fn made(dice: &mut Dice, surnames: &[String], others: &[String]) -> String {
        let mut name = dice.pick(surnames).to_owned();
        for _ in 0..=dice.below(3) {
            name = format!("{name} {}", dice.pick(others));
        }
        name
    }
}

/// Names of one people in `testdata/peoples.tsv`.
pub(crate) fn peoples(people: &str) -> Vec<String> {
    let path = format!("{}/testdata/peoples.tsv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text.lines().filter_map(|line| line.split_once('\t'));
    rows.filter(|(held, _)| *held == people).map(|(_, name)| name.to_owned()).collect()
}
