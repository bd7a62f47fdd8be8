//! Misread UTF-8 that lost bytes: every syllable in every way to lose them. What comes back is right, or
//! asked about, or left as it was; never wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]
#![allow(clippy::print_stdout)]

use hoten::syllable::Syllable;
use hoten::{Repair, RepairKind, clean};

/// Bytes that Windows-1252 leaves undefined.
const UNDEFINED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];

fn shown(byte: u8) -> char {
    const SPECIAL: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    match byte {
        0x80..0xA0 => SPECIAL.chars().nth(usize::from(byte - 0x80)).unwrap(),
        _ => char::from(byte),
    }
}

/// How a program shows a byte, or loses it.
type Program = fn(u8) -> Option<char>;

const PROGRAMS: [(&str, Program); 6] = [
    ("replacement sign", |byte| {
        Some(if UNDEFINED.contains(&byte) { '\u{FFFD}' } else { shown(byte) })
    }),
    ("question mark", |byte| Some(if UNDEFINED.contains(&byte) { '?' } else { shown(byte) })),
    ("nothing", |byte| (!UNDEFINED.contains(&byte)).then(|| shown(byte))),
    ("common space", |byte| match byte {
        0xA0 => Some(' '),
        _ if UNDEFINED.contains(&byte) => Some('\u{FFFD}'),
        _ => Some(shown(byte)),
    }),
    ("common space or nothing", |byte| match byte {
        0xA0 => Some(' '),
        _ => (!UNDEFINED.contains(&byte)).then(|| shown(byte)),
    }),
    ("no controls of Latin-1", |byte| (!(0x80..0xA0).contains(&byte)).then(|| char::from(byte))),
];

#[derive(Default)]
struct Outcome {
    restored: usize,
    asked: usize,
    first: usize,
    left: usize,
}

#[test]
fn nothing_is_ever_restored_wrongly() {
    for (name, program) in PROGRAMS {
        for frame in ["Nguyễn Văn {}", "NGUYỄN VĂN {}", "{} Thị An", "{}"] {
            let mut outcome = Outcome::default();
            // A sample where each text has hundreds of readings.
            let step = if name == "no controls of Latin-1" { 11 } else { 1 };
            for syllable in Syllable::all().step_by(step) {
                let lower = syllable.to_string();
                let mut letters = lower.chars();
                let first = letters.next().unwrap().to_uppercase();
                let word = match frame {
                    "NGUYỄN VĂN {}" => lower.to_uppercase(),
                    _ => first.chain(letters).collect(),
                };
                let right = frame.replace("{}", &word);
                let damaged: String = right.bytes().filter_map(program).collect();
                let damaged = damaged.trim().replace("  ", " ");
                let whole: String = right.bytes().map(shown).collect();
                if damaged == whole {
                    continue;
                }
                let right = clean(&right).text;
                let cleaned = clean(&damaged);
                let asked = cleaned.suggestions.iter().flat_map(|one| &one.candidates);
                let asked: Vec<_> = asked.collect();
                if cleaned.text == right {
                    outcome.restored += 1;
                } else if asked.iter().any(|candidate| **candidate == right) {
                    assert_eq!(cleaned.text, damaged);
                    outcome.asked += 1;
                    outcome.first += usize::from(*asked[0] == right);
                } else {
                    let decoded = |repair: &Repair| repair.kind == RepairKind::Encoding;
                    let wrong = cleaned.repairs.iter().any(decoded);
                    assert!(!wrong, "{name}: {damaged} is {right}, not {}", cleaned.text);
                    outcome.left += 1;
                }
            }
            // One word alone is no evidence, and a reader of Latin-1 drops too much to list it all.
            if frame != "{}" && name != "no controls of Latin-1" {
                assert_eq!(outcome.left, 0, "{name} {frame}");
                assert!(outcome.restored * 3 > outcome.asked, "{name} {frame}");
            }
            let Outcome { restored, asked, first, left } = outcome;
            println!(
                "{name:25}{frame:16}{restored:6} restored{asked:6} asked, {first} of them best{left:6} left"
            );
        }
    }
}
