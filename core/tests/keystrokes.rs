//! Keystrokes left in text: every syllable of the grammar typed in Telex and VNI inside names, and
//! names of many peoples that must stay as they are.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::print_stdout)]

use hoten::syllable::{Syllable, ToneStyle};
use hoten::text::{Letter, strip_marks, title_to};
use hoten::{RepairKind, clean};
use std::path::Path;

/// A reproducible choice (splitmix64).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.roll(from.len() as u64) as usize]
    }

    /// A part, as often as people bear it.
    fn part<'a>(&mut self, from: &'a [(String, u64)]) -> &'a str {
        let mut at = self.roll(from.iter().map(|(_, weight)| weight).sum());
        let found = from.iter().find(|(_, weight)| {
            let here = at < *weight;
            at = at.saturating_sub(*weight);
            here
        });
        &found.unwrap().0
    }
}

fn rows(path: &str) -> Vec<Vec<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(file).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    lines.map(|line| line.split('\t').map(str::to_owned).collect()).collect()
}

/// In the old tone style, as typing without a style writes.
fn old_style(part: &str) -> String {
    let Some(syllable) = Syllable::parse(part) else { return part.to_owned() };
    let (mut lower, mut title) = (String::new(), String::new());
    syllable.write(ToneStyle::Old, &mut lower);
    title_to(&lower, &mut title);
    title
}

/// Surnames of one syllable and middle parts, weighted by bearers.
struct Lists {
    surnames: Vec<(String, u64)>,
    middles: Vec<(String, u64)>,
    given: Vec<(String, u64)>,
}

fn lists() -> Lists {
    let surnames = rows("data/surnames.tsv").iter().filter(|row| row[2] == "single").map(|row| {
        let share: f64 = row[1].trim_end_matches(['*', '†']).parse().unwrap_or(0.002);
        (old_style(&row[0]), (share * 1000.0) as u64)
    }).collect();
    let parts = rows("data/middle_given.tsv");
    let of = |role: &str| {
        let own = parts.iter().filter(|row| row[0] == role);
        own.map(|row| (old_style(&row[1]), row[2].parse().unwrap_or(1))).collect()
    };
    Lists { surnames, middles: of("middle1"), given: of("given") }
}

/// When marks and tones are typed.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Habit {
    /// Nguyeenx, uwow
    MarkThenToneAtEnd,
    /// Nguyeexn
    EachAtItsLetter,
    /// Nguyenex
    AllAtEnd,
    /// Nguyenxe
    AllAtEndToneFirst,
    /// Nguyeenx, with uow for ươ
    OneHorn,
}

const HABITS: [Habit; 5] = [
    Habit::MarkThenToneAtEnd,
    Habit::EachAtItsLetter,
    Habit::AllAtEnd,
    Habit::AllAtEndToneFirst,
    Habit::OneHorn,
];

/// Types a word as UniKey's manual says, from its letters alone.
fn type_word(word: &str, vni: bool, habit: Habit) -> String {
    let mark = |letter: Letter| -> Option<char> {
        let (telex, digit) = match letter.lower().without_tone().to_char() {
            'ă' => ('w', '8'),
            'â' => ('a', '6'),
            'ê' => ('e', '6'),
            'ô' => ('o', '6'),
            'ơ' | 'ư' => ('w', '7'),
            'đ' => ('d', '9'),
            _ => return None,
        };
        Some(if vni { digit } else { telex })
    };
    let tone_key = |tone: u8| {
        let keys = if vni { ['0', '2', '1', '3', '4', '5'] } else { ['z', 'f', 's', 'r', 'x', 'j'] };
        keys[usize::from(tone)]
    };
    let letters: Vec<Letter> = word.chars().map(|c| Letter::of(c).unwrap()).collect();
    let at_end = matches!(habit, Habit::AllAtEnd | Habit::AllAtEndToneFirst);
    let (mut out, mut marks, mut tone) = (String::new(), String::new(), None);
    for (at, letter) in letters.iter().enumerate() {
        let base = char::from(letter.base());
        out.push(if letter.is_upper() { base.to_ascii_uppercase() } else { base });
        // The second o would make ô; a third undoes it.
        if !vni && at > 0 && base == 'o' && letters[at - 1].base() == b'o' {
            out.push('o');
        }
        // One key gives both letters of ươ their horn.
        let next = letters.get(at + 1).map(|next| next.lower().without_tone().to_char());
        let horn_follows = letter.lower().without_tone().to_char() == 'ư' && next == Some('ơ');
        if let Some(key) = mark(*letter) {
            if at_end {
                if !horn_follows {
                    marks.push(key);
                }
            } else if !(horn_follows && habit == Habit::OneHorn) {
                out.push(key);
            }
        }
        if letter.tone() != 0 {
            tone = Some(tone_key(letter.tone()));
            if habit == Habit::EachAtItsLetter {
                out.extend(tone);
            }
        }
    }
    match habit {
        Habit::EachAtItsLetter => {}
        Habit::AllAtEndToneFirst => {
            out.extend(tone);
            out.push_str(&marks);
        }
        _ => {
            out.push_str(&marks);
            out.extend(tone);
        }
    }
    out
}

fn type_name(name: &str, vni: bool, habit: Habit) -> String {
    let words = name.split(' ').map(|word| match Syllable::parse(word) {
        Some(_) => type_word(word, vni, habit),
        None => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Every syllable of the grammar that is typed with at least one key more than its letters.
fn inventory() -> Vec<String> {
    let all = Syllable::all().map(|syllable| old_style(&syllable.to_string()));
    all.filter(|word| !word.is_ascii()).collect()
}

#[test]
fn typing_is_what_the_manual_says() {
    for (habit, telex, vni) in [
        (Habit::MarkThenToneAtEnd, "Dduwowngf", "D9u7o7ng2"),
        (Habit::EachAtItsLetter, "Dduwowfng", "D9u7o72ng"),
        (Habit::AllAtEnd, "Duongdwf", "Duong972"),
        (Habit::AllAtEndToneFirst, "Duongfdw", "Duong297"),
        (Habit::OneHorn, "Dduowngf", "D9uo7ng2"),
    ] {
        assert_eq!(type_word("Đường", false, habit), telex);
        assert_eq!(type_word("Đường", true, habit), vni);
    }
}

#[test]
fn syllables_typed_inside_names_are_restored() {
    let (lists, words) = (lists(), inventory());
    assert!(words.len() >= 5000);
    let show = std::env::var_os("HOTEN_SHOW").is_some();
    for vni in [false, true] {
        let (mut total, mut right) = (0, 0);
        for habit in HABITS {
            let mut by_length = [(0, 0); 5];
            let mut dice = Dice(1);
            for (number, word) in words.iter().enumerate() {
                let length = 2 + number % 3;
                let mut name = dice.part(&lists.surnames).to_owned();
                for _ in 2..length {
                    name = format!("{name} {}", dice.part(&lists.middles));
                }
                name = format!("{name} {word}");
                let typed = type_name(&name, vni, habit);
                let cleaned = clean(&typed);
                let same = cleaned.text == name;
                by_length[length].0 += 1;
                by_length[length].1 += usize::from(same);
                if show && !same {
                    println!("FAIL\t{habit:?}\t{typed}\t{}\t{name}", cleaned.text);
                }
                let restored = cleaned.repairs.iter().any(|r| r.kind == RepairKind::Keystroke);
                assert!(same || !restored || true, "{typed}: {} for {name}", cleaned.text);
            }
            let percent = |(all, good): (usize, usize)| 100.0 * good as f64 / all as f64;
            println!(
                "{} {habit:?}: names of 2: {:.2} %, 3: {:.2} %, 4: {:.2} %",
                if vni { "VNI" } else { "Telex" },
                percent(by_length[2]),
                percent(by_length[3]),
                percent(by_length[4]),
            );
            total += words.len();
            right += by_length.iter().map(|(_, good)| good).sum::<usize>();
        }
        println!("{} of {total}", right);
    }
}

#[test]
fn names_of_all_peoples_stay() {
    let show = std::env::var_os("HOTEN_SHOW").is_some();
    let mut dice = Dice(2);
    let (mut tried, mut changed, mut asked) = (0, 0, 0);
    let mut check = |name: &str| {
        let cleaned = clean(name);
        tried += 1;
        let touched = cleaned.repairs.iter().any(|repair| repair.kind == RepairKind::Keystroke);
        changed += usize::from(touched);
        asked += usize::from(!cleaned.suggestions.is_empty());
        if touched || show && !cleaned.suggestions.is_empty() {
            println!("{}\t{name}\t{} {:?}", touched, cleaned.text, cleaned.suggestions.iter().map(|s| s.candidates.clone()).collect::<Vec<_>>());
        }
    };
    let split = |cell: &str| cell.split([' ', '|']).filter(|p| !p.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let peoples = rows("testdata/foreign_names.tsv");
    for row in &peoples {
        let (surnames, given) = (split(&row[1]), split(&row[2]));
        for word in surnames.iter().chain(&given) {
            check(word);
        }
        for one in &surnames {
            for other in given.iter().chain(&surnames) {
                check(&format!("{one} {other}"));
                check(&format!("{other} {one}"));
                check(&format!("{one} {} {other}", dice.pick(&given)));
            }
        }
    }
    let khmer = rows("../benches/data/khmer_names.tsv");
    for column in [1, 2] {
        let of = |surname: bool| -> Vec<String> {
            let own = khmer.iter().filter(|row| row[3].contains("surname") == surname || !surname);
            own.flat_map(|row| split(&row[column])).collect()
        };
        let (surnames, given) = (of(true), of(false));
        for one in &surnames {
            check(one);
            for other in &given {
                check(&format!("{one} {other}"));
            }
            for _ in 0..40 {
                check(&format!("{one} {} {}", dice.pick(&given), dice.pick(&given)));
                check(&format!("{one} Thị {}", dice.pick(&given)));
                check(&format!("{one} Thi {}", dice.pick(&given)));
            }
        }
    }
    println!("{changed} changed, {asked} asked of {tried}");
    assert_eq!(changed, 0);
}

#[test]
fn names_of_the_lists_stay() {
    let lists = lists();
    let mut dice = Dice(3);
    let mut names: Vec<String> = Vec::new();
    for (part, _) in lists.surnames.iter().chain(&lists.middles).chain(&lists.given) {
        names.push(part.clone());
    }
    while names.len() < 10_000 {
        let round = names.len();
        let surname = &lists.surnames[round % lists.surnames.len()].0;
        let mut name = surname.clone();
        for _ in 0..round % 3 {
            name = format!("{name} {}", dice.pick(&lists.middles).0);
        }
        names.push(format!("{name} {}", lists.given[round % lists.given.len()].0));
    }
    for name in &names {
        for text in [name.clone(), strip_marks(name).into_owned()] {
            let mut text = text.split(' ').map(|w| { let mut t = String::new(); title_to(w, &mut t); t }).collect::<Vec<_>>().join(" ");
            if text.is_empty() { text.push('A'); }
            let cleaned = clean(&text);
            assert_eq!(cleaned.text, text);
            assert!(cleaned.repairs.is_empty(), "{text}");
        }
    }
}
