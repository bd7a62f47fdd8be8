//! Laws of keys and similarity: what sounds alike has one key, and comparing takes any text.

use hoten::syllable::{Syllable, Tone, ToneStyle};
use hoten::{
    Name, NameKeys, Reason, Similarity, coarse_token_to, name_keys, name_similarity, sound_key,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Onsets and rhymes that some region does not keep apart (facts: vietnamese.md 1.5).
const ONSETS: [&[&str]; 7] = [
    &["l", "n"],
    &["s", "x"],
    &["tr", "ch"],
    &["d", "gi", "r", "v"],
    &["c", "k"],
    &["g", "gh"],
    &["ng", "ngh"],
];
const RHYMES: [&[&str]; 18] = [
    &["an", "ang", "anh"],
    &["ân", "âng"],
    &["ăn", "ăng"],
    &["ên", "ênh"],
    &["in", "inh"],
    &["on", "ong"],
    &["ôn", "ông"],
    &["un", "ung"],
    &["iên", "iêng"],
    &["uôn", "uông"],
    &["ươn", "ương"],
    &["at", "ac", "ach"],
    &["ât", "âc"],
    &["ưt", "ưc"],
    &["it", "ich"],
    &["i", "y", "uy"],
    &["iêu", "iu"],
    &["ai", "oai"],
];

/// The onset and rhyme as a syllable, where Vietnamese lets them stand together.
fn syllable(onset: &str, rhyme: &str, tone: Tone, style: ToneStyle) -> Option<String> {
    static SYLLABLES: LazyLock<HashMap<(&str, &str, Tone), Syllable>> =
        LazyLock::new(|| Syllable::all().map(|s| ((s.onset(), s.rhyme(), s.tone()), s)).collect());
    let mut text = String::new();
    SYLLABLES.get(&(onset, rhyme, tone))?.write(style, &mut text);
    Some(text)
}

fn member(
    classes: &'static [&'static [&'static str]],
) -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(classes.to_vec()).prop_flat_map(|class| {
        (prop::sample::select(class.to_vec()), prop::sample::select(class.to_vec()))
    })
}

fn cased(text: &str, case: u8) -> String {
    match case {
        0 => text.to_owned(),
        1 => text.to_uppercase(),
        _ => {
            let mut letters = text.chars();
            letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
        }
    }
}

/// Words as registers hold them, and any text.
fn name() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => prop::sample::select(vec![
            "Nguyễn", "Trần", "Lê", "Văn", "Thị", "Hòa", "Hoà", "Ng.", "V", "Nam", "Lan", "T?m",
            "H'Hen", "Niê", "nguyen", "NGUYỂN", "Hoàng", "Huỳnh", "(Ba)", "1950", "Sa", "Rươl",
        ])
        .prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(word, 0..6).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn merged_onsets_share_a_key(
        (left, right) in member(&ONSETS), rhyme in "(a|ô|e|i|ang|uyên|ôc)",
        tone in prop::sample::select(Tone::ALL.to_vec()), case in 0_u8..3,
    ) {
        let left = syllable(left, &rhyme, tone, ToneStyle::Old);
        let right = syllable(right, &rhyme, tone, ToneStyle::New);
        if let (Some(left), Some(right)) = (left, right) {
            prop_assert_eq!(sound_key(&cased(&left, case)), sound_key(&right), "{} {}", left, right);
        }
    }

    #[test]
    fn merged_rhymes_and_tones_share_a_key(
        onset in "(|b|h|th|m|đ|qu|t)", (left, right) in member(&RHYMES),
        tones in (prop::sample::select(Tone::ALL.to_vec()), prop::sample::select(Tone::ALL.to_vec())),
        case in 0_u8..3,
    ) {
        let left = syllable(&onset, left, tones.0, ToneStyle::Old);
        let right = syllable(&onset, right, tones.1, ToneStyle::New);
        if let (Some(left), Some(right)) = (left, right) {
            prop_assert_eq!(sound_key(&cased(&left, case)), sound_key(&right), "{} {}", left, right);
        }
    }

    #[test]
    fn the_coarse_key_of_a_word_is_that_of_its_fold(word in "\\PC{0,12}") {
        let word = hoten::normalize(&word).into_owned();
        let coarse = |word: &str| {
            let mut out = String::new();
            coarse_token_to(word, &mut out);
            out
        };
        prop_assert_eq!(coarse(&word), coarse(&hoten::fold(&word)));
        prop_assert!(coarse(&word).bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit()));
    }

    #[test]
    fn keys_have_a_word_for_each_word(text in name()) {
        let NameKeys { fold, sound, .. } = name_keys(&text);
        let words = Name::parse(&hoten::clean(&text).text).len();
        for key in [&fold, &sound] {
            prop_assert_eq!(key.split(' ').count(), words.max(1));
        }
        prop_assert!(sound.is_ascii());
        prop_assert_eq!(&sound, &sound_key(&text));
    }

    #[test]
    fn case_changes_no_key(text in "(Nguyễn|Trần|Đặng|Ng\\.|H'Hen) (Văn|Thị|Thu) (Hòa|Thuý|Anh|Rươl|Niê)") {
        prop_assert_eq!(name_keys(&text), name_keys(&text.to_uppercase()));
        prop_assert_eq!(name_keys(&text), name_keys(&text.to_lowercase()));
    }

    #[test]
    fn similarity_is_symmetric_and_within_bounds(left in name(), right in name()) {
        let Similarity { score, reasons, .. } = name_similarity(&left, &right);
        let back = name_similarity(&right, &left);
        prop_assert!((0.0..=1.0).contains(&score));
        prop_assert_eq!((score, reasons), (back.score, back.reasons));
        prop_assert!(!reasons.is_empty());
        // What is shortened or half read is only probably itself.
        let same = name_similarity(&left, &left);
        let unsure = [Reason::Abbreviation, Reason::Illegible, Reason::NoName];
        prop_assert!(same.score == 1.0 || same.reasons.iter().all(|why| unsure.contains(&why)));
    }

    /// Of few words, so that orders other than the written one fit better now and then.
    #[test]
    fn turned_names_are_as_alike_the_other_way_around(
        left in vec(select(&["Trần", "Thị", "Sa", "Lan", "Hòa"]), 2..5),
        right in vec(select(&["Trần", "Thị", "Sa", "Lan", "Hòa"]), 2..5),
    ) {
        let (left, right) = (left.join(" "), right.join(" "));
        prop_assert_eq!(name_similarity(&left, &right), name_similarity(&right, &left));
    }
}

/// The last words of one are the first of the other, and one of them is longer: turned to the left
/// and to the right they are not the same.
#[test]
fn a_longer_turned_name_is_as_alike_the_other_way_around() {
    for (left, right) in [
        ("Nguyễn Trần Hòa Minh", "Hòa Minh Trần"),
        ("Sa Lan Trần Sa", "Hòa Sa Sa Lan"),
        ("Lan Hòa Thị Lan", "Thị Lan Lan Minh"),
    ] {
        assert_eq!(name_similarity(left, right), name_similarity(right, left), "{left}, {right}");
    }
}
