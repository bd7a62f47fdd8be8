//! Laws of the keys of Khmer-origin names.

use hoten::{KhmerKey, KhmerKeys, KhmerLevel, khmer_keys, normalize};
use proptest::prelude::*;

/// Parts of Khmer names as Cambodia and as Vietnam write them.
const PARTS: [&str; 28] = [
    "sok", "sóc", "xốc", "kha", "khom", "srây", "xrây", "chan", "na", "ra", "rươl", "phia", "vút",
    "thi", "đa", "da", "tra", "chhay", "meas", "khleang", "oeun", "y", "ngh", "gi", "quy", "ươ",
    "hs", "ph",
];

fn name() -> impl Strategy<Value = String> {
    prop::collection::vec((prop::sample::select(PARTS.to_vec()), "[ '-]?"), 1..7).prop_map(
        |parts| parts.into_iter().flat_map(|(part, gap)| [part.to_owned(), gap]).collect(),
    )
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => name(),
        1 => "[a-zăâđêôơưA-ZĂÂĐÊÔƠƯ '-]{0,80}",
        1 => any::<String>(),
    ]
}

fn all(keys: &KhmerKeys) -> impl Iterator<Item = &KhmerKey> {
    KhmerLevel::ALL.into_iter().flat_map(|level| keys.level(level))
}

/// The text with the tone marks of Vietnamese put on vowels or taken off.
fn toned(text: &str, tone: Option<char>) -> String {
    let mut out = String::new();
    for c in text.chars() {
        let plain = hoten::text::Letter::of(c).map(|letter| letter.without_tone());
        out.push(plain.map_or(c, |letter| letter.to_char()));
        if let Some(tone) = tone
            && plain.is_some_and(|letter| letter.is_vowel())
        {
            out.push(tone);
        }
    }
    hoten::text::compose(&out).into_owned()
}

proptest! {
    #[test]
    fn keys_are_few_short_ascii(text in text()) {
        let keys = khmer_keys(&text);
        for level in KhmerLevel::ALL {
            prop_assert!(keys.level(level).len() <= 4);
            prop_assert_eq!(keys.level(level).is_empty(), keys.strict.is_empty());
        }
        for key in all(&keys) {
            prop_assert!(!key.as_str().is_empty() && key.as_str().len() <= 22);
            prop_assert!(key.as_str().bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.'));
        }
        prop_assert_eq!(khmer_keys(&text), keys);
    }

    #[test]
    fn tones_and_case_say_nothing(text in name(), tone in prop::sample::select(vec!['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'])) {
        let keys = khmer_keys(&text);
        prop_assert_eq!(khmer_keys(&toned(&text, None)), keys.clone());
        prop_assert_eq!(khmer_keys(&toned(&text, Some(tone))), keys.clone());
        prop_assert_eq!(khmer_keys(&text.to_uppercase()), keys.clone());
        prop_assert_eq!(khmer_keys(&normalize(&text)), keys);
    }

    #[test]
    fn hyphens_are_gaps_and_apostrophes_nothing(text in name()) {
        let keys = khmer_keys(&text);
        prop_assert_eq!(khmer_keys(&text.replace('-', " ")), keys.clone());
        prop_assert_eq!(khmer_keys(&text.replace(' ', "-")), keys.clone());
        prop_assert_eq!(khmer_keys(&text.replace('\'', "")), keys.clone());
        prop_assert_eq!(khmer_keys(&text.replace('\'', "\u{2019}")), keys);
    }

    #[test]
    fn a_key_is_weak_up_to_two_consonants(text in text()) {
        for key in all(&khmer_keys(&text)) {
            let consonants = key.as_str().split('.').next().unwrap().bytes().filter(|&byte| byte != b'0').count();
            prop_assert_eq!(key.is_weak(), consonants <= 2, "{}", key.as_str());
        }
    }
}

#[test]
fn long_names_end_somewhere() {
    for part in ["sr", "a", "sra ", "ă", "'", "- ", "tr ", "dơ "] {
        assert!(all(&khmer_keys(&part.repeat(300_000))).all(|key| key.as_str().len() <= 22));
    }
}
