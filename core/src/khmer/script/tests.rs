use super::{canonical, read_script};
use crate::khmer::{Consonant, Reading, Vowel};
use alloc::{format, string::String, vec::Vec};
use proptest::prelude::*;

/// Consonants of the likeliest reading; a dot after each coda.
fn skeleton(text: &str) -> String {
    read_script(text).first().map(bones).unwrap_or_default()
}

fn bones(reading: &Reading) -> String {
    let syllable = |one: &crate::khmer::KhmerSyllable| {
        let onset: String = one.onset.iter().flatten().map(|c| format!("{c:?}")).collect();
        let coda = one.coda.map(|coda| format!("{coda:?}.")).unwrap_or_default();
        format!("{onset}-{coda}")
    };
    reading.iter().map(syllable).collect()
}

/// Rules of facts khmer.md section 2, one name each.
#[test]
fn letters_open_close_or_are_silent() {
    for (text, expected, why) in [
        ("សុវណ្ណ", "S-V-N.", "a letter before a doubled cluster opens"),
        ("សុផល", "S-Ph-L.", "from the right: coda, onset"),
        ("សុខជា", "S-K.C-", "a bare letter before a syllable closes"),
        ("រមាស", "R-M-S.", "a first letter opens"),
        ("កូនរមាស", "K-N.R-M-S.", "រ is light where the letter before it can close"),
        ("គោកត្របែក", "K-K.TR-B-K.", "a cluster that can begin a word begins a syllable"),
        ("ទួលពពក", "T-L.P-P-K.", "a doubled letter is a light syllable"),
        ("គោកកណ្ដាល", "K-K.K-N.D-L.", "unless the first can close the one before"),
        ("ស្រែល្អ", "SR-L-", "with អ below a letter does not close"),
        ("ធម៌", "Th-", "the letter below ៌ is not heard"),
        ("ពណ៌ខៀវ", "P-Kh-V.", "nor within a word"),
        ("ភូមិ ១៣", "Ph-M.D-P.B-", "digits are said"),
        ("សំអាត", "S-M.-T.", "after ំ a letter opens; អ is no consonant"),
        ("តាំង", "T-Ng.", "ាំង is -ang"),
        ("ចន្ទ", "C-N.", "a last cluster sounds its first letter"),
        ("ចន្ទ៍", "C-N.", "៍ silences the subscript"),
        ("ពោធិ៍", "P-", "៍ silences its letter with its vowel"),
        ("ព្រហ្ម", "PR-M.", "the m of ហ្ម is kept"),
        ("សម្បត្តិ", "S-M.B-T.", "a last -ិ after a stop is silent"),
        ("ភូមិ", "Ph-M.", "and after m"),
        ("មុនី", "M-N-", "ី is not"),
        ("ជ័យ", "C-", "័យ is a diphthong"),
        ("ស្រីលាក់", "SR-L-K.", "់ marks a coda"),
        ("លីហ្សា", "L-Z-", "ហ្ស is z"),
        ("ឬស្សី", "R-S.S-", "ឬ is r and a vowel"),
        ("ម៉េង", "M-Ng.", "៉ changes no consonant of m"),
        ("ប៉ុល", "P-L.", "៉ makes ប p"),
        ("ប្រុស", "PR-S.", "ប with a subscript is p"),
        ("ធារ", "Th-", "រ as a coda is silent"),
        ("កៗ", "K-K-", "ៗ repeats"),
        ("កៗៗ", "K-K-", "once"),
        ("មួយស្ទង", "M-Y.ST-Ng.", "a cluster that can begin a word is not cut before a coda"),
        ("abc", "", "other scripts are passed over"),
    ] {
        assert_eq!(skeleton(text), expected, "{text}: {why}");
    }
}

#[test]
fn series_choose_the_vowel() {
    for (text, vowel, why) in [
        ("សា", Vowel::A, "first series"),
        ("ជា", Vowel::Ia, "second series"),
        ("ស៊ី", Vowel::I, "៊ makes a letter second"),
        ("ម៉ា", Vowel::A, "៉ makes a letter first"),
        ("ស្រី", Vowel::Ei, "ស rules រ"),
        ("ស្ពាន", Vowel::Ia, "a stop rules ស"),
        ("ខ្មែរ", Vowel::Ae, "a stop rules m"),
        ("ម្ហូប", Vowel::O, "ហ rules m"),
        ("ណាក់", Vowel::A, "short first series"),
        ("នាក់", Vowel::Ia, "short second series before k"),
        ("មាន់", Vowel::Oa, "short second series"),
    ] {
        let vowels: Vec<Vowel> = read_script(text)[0].iter().map(|one| one.vowel).collect();
        assert_eq!(vowels, [vowel], "{text}: {why}");
    }
}

#[test]
fn an_open_question_gives_alternates() {
    let codas = |text: &str| -> Vec<_> {
        read_script(text).iter().map(|one| one.last().unwrap().coda).collect()
    };
    assert_eq!(codas("វីរៈ"), [Some(Consonant::K), Some(Consonant::Glottal)]);
    // Ratanak, Ratana; Rotnak, Rotna.
    assert_eq!(read_script("រតនៈ").len(), 4);
    assert_eq!(read_script("ច័ន្ទតារា").len(), 2);
    assert_eq!(read_script("សុខា").len(), 1);
    assert!(read_script("").is_empty());
}

/// What hangs on a letter, each part once.
fn signs() -> impl Strategy<Value = Vec<String>> {
    let some = |parts: &'static [&'static str]| {
        let one = prop::sample::select(parts).prop_map(String::from);
        prop::option::of(one)
    };
    let below = some(&["្ម", "្ត", "្ដ", "្អ", "្ស", "្ន"]);
    let ro = some(&["្រ"]);
    let shifter = some(&["៉", "៊"]);
    let vowel = prop_oneof![
        some(&["ា", "ិ", "ី", "ុ", "ូ", "េ", "ោ", "ែ", "ើ", "ៅ"])
            .prop_map(|one| one.into_iter().collect()),
        Just(vec!["េ".into(), "ា".into()]),
        Just(vec!["េ".into(), "ី".into()]),
        Just(vec!["ុ".into(), "ី".into()]),
    ];
    let nikahit = some(&["ំ", "ះ", "ៈ"]);
    let sign = some(&["់", "័", "៍", "៌", "៎"]);
    (below, ro, shifter, vowel, nikahit, sign).prop_map(
        |(below, ro, shifter, vowel, nikahit, sign): (_, _, _, Vec<String>, _, _)| {
            let single = [below, ro, shifter, nikahit, sign];
            single.into_iter().flatten().chain(vowel).collect()
        },
    )
}

/// One cluster twice: with its signs in two orders, and something nobody sees between them.
fn cluster() -> impl Strategy<Value = (String, String)> {
    let unseen = prop::sample::select(vec!["", "", "\u{200B}", "\u{200C}", "\u{200D}", "\u{17B4}"]);
    let base = prop::sample::select("កខគចជញដណតទនបភមយរលវសហអឡឥឬ".chars().collect::<Vec<_>>());
    (base, signs(), unseen).prop_flat_map(|(base, signs, unseen)| {
        let orders = (Just(signs.clone()).prop_shuffle(), Just(signs).prop_shuffle());
        orders.prop_map(move |(one, other)| {
            (format!("{base}{}", one.concat()), format!("{base}{unseen}{}", other.join(unseen)))
        })
    })
}

proptest! {
    #[test]
    fn what_looks_the_same_is_read_the_same(clusters in prop::collection::vec(cluster(), 0..6)) {
        let (one, other): (String, String) = clusters.into_iter().unzip();
        prop_assert_eq!(canonical(&one), canonical(&other));
        prop_assert!(read_script(&one) == read_script(&other));
        prop_assert!(read_script(&canonical(&one)) == read_script(&one));
    }

    #[test]
    fn any_khmer_characters_are_read(text in "[\u{1780}-\u{17FF}\u{200B}-\u{200D} a\u{301}]{0,40}") {
        let readings = read_script(&text);
        prop_assert!(readings.len() <= 4);
        prop_assert!(read_script(&canonical(&text)) == readings);
        let syllables = readings.iter().map(|one| one.len()).max().unwrap_or_default();
        prop_assert!(syllables <= 2 * text.chars().count());
        for (at, one) in readings.iter().enumerate() {
            prop_assert!(!readings[..at].contains(one));
        }
    }
}
