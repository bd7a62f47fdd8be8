//! Laws of the clean room.

use crate::text::marked;
use hoten::syllable::Syllable;
use hoten::text::{compose, is_blank, strip_marks, title_to};
use hoten::{
    Encoding, Repair, RepairKind, clean, decode, detect, fold, is_normalized, is_suspicious,
    normalize, normalize_to, redecode,
};
use proptest::prelude::*;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;

/// What registers hold: names in every state, look-alikes, blanks, loose marks, other scripts.
fn cell() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "Nguyễn",
        "NGUYỄN",
        "NGUYễN",
        "nguyễn",
        "Hùynh",
        "HOÀ",
        "hòa",
        "thuý",
        "ThuÝ",
        "Qúy",
        "gìa",
        "gịa",
        "Ðặng",
        "Ɖức",
        "D\u{336}ào",
        "H’Mông",
        "H,Mông",
        "K`Brơi",
        "Nguye\u{303}\u{302}n",
        "Тrần",
        "Москва",
        "Ｎｇọｃ",
        "I\u{307}",
        "ı\u{301}",
        "a\u{30C}",
        "ñăm",
        "ơ\u{306}",
        "\u{200b}",
        "\u{feff}An",
        "សុខ",
        "ក\u{17D2}ម",
        "TX.",
        "12/3A",
        "NguyÔn",
        "V¨n",
        "\u{301}",
        "ẞ",
        "Ǆ",
        "ﬁ",
        "Σ",
        "Ϲ",
        "ͅ",
        "Å",
        "K",
        "Ω",
        "`",
        "´",
        "˜",
        "ˆ",
        "ÑIEÄP",
        "Traàn",
        "\u{ad}",
        "ភាស\u{200b}ខ្មែរ",
        "ន៊\u{200c}ី\u{200b}",
        "ꨀꨯ",
        "Kė",
        "văn",
        "D\u{ad}¬ng",
        "к",
        "КРОÀ",
        "ԀA",
        "νa",
        "\u{387}A\u{41c}",
        "\u{374}",
        "\u{37e}",
        "Υ\u{313}",
        "Ρ\u{313}a",
        "H\u{331}",
        "Ϊ\u{301}",
        "\u{5b0}",
        "ĥ,a",
        ",a",
        "-",
        "'",
    ]);
    let gaps = prop::sample::select(vec![
        "", " ", "  ", "\u{a0}", "\t", "\r\n", "-", "'", ",", "\u{200d}", "\u{3000}",
    ]);
    prop::collection::vec((words, gaps), 0..6)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![cell(), marked(), any::<String>()]
}

/// Syllables in the old tone style, in any case, each letter composed, decomposed or in between.
fn stored_name() -> impl Strategy<Value = String> {
    let syllables: Vec<String> = Syllable::all().map(|syllable| syllable.to_string()).collect();
    let forms = prop::collection::vec(0..3_u8, 8);
    let word = (prop::sample::select(syllables), 0..3, forms).prop_map(|(word, case, forms)| {
        let mut cased = String::new();
        match case {
            0 => cased = word,
            1 => cased = word.to_uppercase(),
            _ => title_to(&word, &mut cased),
        }
        cased.chars().zip(forms).map(|(c, form)| stored(c, form)).collect::<String>()
    });
    prop::collection::vec(word, 1..5).prop_map(|words| words.join(" "))
}

/// A letter composed, decomposed, or with its last mark apart.
fn stored(c: char, form: u8) -> String {
    let mut parts: Vec<char> = c.nfd().collect();
    match form {
        0 => c.to_string(),
        1 => parts.into_iter().collect(),
        _ => {
            let mark = if parts.len() > 2 { parts.pop() } else { None };
            parts.into_iter().nfc().chain(mark).collect()
        }
    }
}

/// The wide form of an ASCII letter.
fn wide(c: char) -> char {
    if c.is_ascii_alphabetic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap() } else { c }
}

proptest! {
    #[test]
    fn normalizing_twice_is_normalizing_once(text in any_text()) {
        let once = normalize(&text).into_owned();
        prop_assert_eq!(normalize(&once), once.as_str());
        prop_assert!(is_normalized(&once));
        prop_assert_eq!(is_normalized(&text), once == text);
    }

    #[test]
    fn what_does_not_change_is_borrowed(text in any_text()) {
        prop_assert_eq!(matches!(normalize(&text), Cow::Borrowed(_)), is_normalized(&text));
        prop_assert_eq!(matches!(fold(&text), Cow::Borrowed(_)), fold(&text) == text);
        let cleaned = clean(&text);
        prop_assert_eq!(matches!(cleaned.text, Cow::Borrowed(_)), cleaned.text == text);
    }

    /// Canonically equal texts are one text.
    #[test]
    fn composed_and_decomposed_text_have_one_normal_form(text in any_text()) {
        let normal = normalize(&text).into_owned();
        let (composed, apart): (String, String) = (text.nfc().collect(), text.nfd().collect());
        prop_assert_eq!(normalize(&composed), normal.as_str());
        prop_assert_eq!(normalize(&apart), normal.as_str());
        prop_assert_eq!(fold(&apart), fold(&text));
    }

    /// Names as any keyboard may store them, beside what Unicode says of them.
    #[test]
    fn names_normalize_as_unicode_composes_them(name in stored_name()) {
        let composed: String = name.nfc().collect();
        prop_assert_eq!(compose(&name), composed.as_str());
        let lower = composed.to_lowercase();
        prop_assert_eq!(normalize(&name), lower.as_str());
        prop_assert_eq!(fold(&name), strip_marks(&lower));
        let wide: String = name.chars().map(wide).collect();
        prop_assert_eq!(normalize(&wide), lower.as_str());
        prop_assert_eq!(wide.nfkc().collect::<String>(), composed);
    }

    /// No text is left out: an encoding repaired is asked for again until none is found.
    #[test]
    fn cleaning_twice_is_cleaning_once(text in any_text()) {
        let once = clean(&text).text.into_owned();
        let twice = clean(&once);
        prop_assert_eq!(&*twice.text, once.as_str());
        prop_assert!(twice.repairs.is_empty());
    }

    #[test]
    fn folding_twice_is_folding_once(text in any_text()) {
        let once = fold(&text).into_owned();
        prop_assert_eq!(fold(&once), once.as_str());
        prop_assert!(is_normalized(&once));
    }

    #[test]
    fn normal_text_has_single_blanks_inside(text in any_text()) {
        let normal = normalize(&text);
        prop_assert!(!normal.starts_with(is_blank) && !normal.ends_with(is_blank));
        prop_assert!(!normal.contains("  ") && !normal.chars().any(|c| is_blank(c) && c != ' '));
    }

    #[test]
    fn the_buffer_keeps_what_it_held(text in any_text(), held in any::<String>()) {
        let mut out = held.clone();
        normalize_to(&text, &mut out);
        let normal = normalize(&text);
        prop_assert_eq!(out.strip_prefix(held.as_str()), Some(&*normal));
    }

    #[test]
    fn the_fold_is_the_fold_of_the_normal_form(text in any_text()) {
        let normal = normalize(&text);
        prop_assert_eq!(&fold(&text), &fold(&normal));
        prop_assert_eq!(fold(&text), strip_marks(&normal));
    }

    /// No letter changes but by a listed repair: each `to` in place of its span gives the result.
    #[test]
    fn repairs_replay(text in any_text()) {
        let cleaned = clean(&text);
        let mut out = String::new();
        let mut at = 0;
        let mut last = None;
        for repair in &cleaned.repairs {
            if last == Some(repair.span) {
                continue;
            }
            prop_assert!(repair.span.start >= at);
            out.push_str(&text[at..repair.span.start]);
            out.push_str(&repair.to);
            at = repair.span.end;
            last = Some(repair.span);
        }
        out.push_str(&text[at..]);
        prop_assert_eq!(out.as_str(), &*cleaned.text);
        prop_assert_eq!(cleaned.repairs.is_empty(), cleaned.text == text);
    }

    #[test]
    fn cleaning_keeps_the_normal_form(text in any_text()) {
        let cleaned = clean(&text);
        let meant = [RepairKind::Encoding, RepairKind::Keystroke];
        if !cleaned.repairs.iter().any(|repair| meant.contains(&repair.kind)) {
            prop_assert_eq!(normalize(&cleaned.text), normalize(&text));
        }
    }

    #[test]
    fn any_bytes_decode_to_composed_text(bytes in prop::collection::vec(any::<u8>(), 0..60), at in 0..Encoding::ALL.len()) {
        let text = decode(&bytes, Encoding::ALL[at]);
        let composed = compose(&text).into_owned();
        prop_assert_eq!(&composed, &text);
    }

    /// What is no misreading stays; what is read again is another text.
    #[test]
    fn reading_again_changes_or_declines(text in any_text(), at in 0..Encoding::ALL.len()) {
        if let Some(read) = redecode(&text, Encoding::ALL[at]) {
            prop_assert_ne!(read, text);
        }
    }

    #[test]
    fn only_suspicious_cells_are_evidence(cells in prop::collection::vec(any_text(), 0..4)) {
        let found = detect(cells.iter().map(String::as_str));
        prop_assert!(found.cells <= cells.iter().filter(|cell| is_suspicious(cell)).count());
        prop_assert!(found.encoding.is_none() || found.rival.is_none());
    }
}

/// The words of one column of a table in `data`.
fn column(table: &str, at: usize) -> Vec<String> {
    let path = format!("{}/data/{table}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(path).unwrap();
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|row| row.split('\t').nth(at).unwrap().to_owned()).collect()
}

/// Clerks' spellings of Khmer names, and names of the Highlands, in letters that other tables of
/// characters make something else of.
const UNUSUAL: &str = "Rươn Rươl Sươl Thươn Srây Sà_Rươn Sa_Mean Sô_Phéc Sô_Vút_Thi Sóc_Khonl Chanh_Đa_Ra \
     Mu_Ni_Rót Léc_Kha_Na Cà_Rít Éc Đênh Dươl Ranh_Sây Voát Phéap Néary Sôphéa Chan_Na_Ra Kéo Mẹt Út_Đôm Ô Ân \
     Bhăm Pó Krơn H'Năng H'Ñăm H'Bĭa Ñiêng Ñô Čil Rčăm Jŭ Bkrông Hmŏk Kră_Jăn Pơ_Loong K'Brơi Bơ-Râu Duôn Êban";

/// No name made of known parts and unusual ones is taken for text in a wrong encoding, and every
/// letter stays.
#[test]
fn names_of_all_peoples_are_no_damage() {
    let unusual: Vec<String> = UNUSUAL.split(' ').map(|name| name.replace('_', " ")).collect();
    let surnames = column("surnames.tsv", 0);
    let mut parts = column("middle_given.tsv", 1);
    // Unusual names are a third of what is drawn.
    for _ in 0..parts.len() / (2 * unusual.len()) {
        parts.extend_from_slice(&unusual);
    }
    let mut seed = 1_u64;
    let mut draw = |length: usize| {
        seed = seed.wrapping_mul(0x5851_F42D_4C95_7F2D).wrapping_add(0x1405_7B7E_F767_814F);
        usize::try_from(seed >> 33).unwrap() % length
    };
    let mut names: Vec<String> = [
        "Neáng Srây Mom",
        "Y Bhăm Êban",
        "Hoàng Văn Pó",
        "Thạch Sà Rươn",
        "Kpă H'Năng",
        "Ksor Krơn",
        "Châu Ô Ân",
        "Y Ñô Niê",
    ]
    .map(String::from)
    .to_vec();
    for surname in surnames.iter().chain(&unusual) {
        for _ in 0..22 {
            let mut name = surname.clone();
            for _ in 0..=draw(2) {
                name = format!("{name} {}", parts[draw(parts.len())]);
            }
            names.push(name);
        }
    }
    assert!(names.len() >= 10_000, "{}", names.len());
    for name in names {
        for written in [name.to_uppercase(), name.to_lowercase(), name] {
            let cleaned = clean(&written);
            let encoding = |repair: &Repair| repair.kind == RepairKind::Encoding;
            assert!(!cleaned.repairs.iter().any(encoding), "{written} -> {}", cleaned.text);
            assert_eq!(normalize(&cleaned.text), normalize(&written));
            // A listed misspelling, Hùynh, has its mark moved.
            if !cleaned.repairs.iter().any(|repair| repair.kind == RepairKind::TonePlace) {
                assert_eq!(cleaned.text.to_lowercase(), written.to_lowercase(), "letters stay");
            }
        }
    }
}

#[test]
fn what_was_found_stays_mended() {
    // Case is judged on the repaired text.
    for text in ["nguyễn văn an\r\n", "\tnguyễn văn an", "nguyễn văn an`", "nguyễn\u{ad} văn an"]
    {
        let cleaned = clean(text).text;
        assert!(cleaned.starts_with("Nguyễn Văn An"), "{cleaned:?}");
        assert_eq!(clean(&cleaned).text, cleaned);
    }
    // Signs that composition makes others of (ʹ ; ·) are no foreign letters.
    for text in ["\u{387}A\u{41c}", "\u{374}A\u{41c}", "\u{37e}A\u{41c}"] {
        assert_eq!(normalize(&clean(text).text), normalize(text));
        assert!(normalize(text).ends_with("am"), "{:?}", normalize(text));
    }
    // Soft hyphens alone are no TCVN3.
    assert_eq!(clean("\u{ad} \u{ad}").text, "");
    assert_eq!(clean("Nguyen\u{ad} V\u{ad}an").text, "Nguyen Van");
    assert_eq!(clean("D\u{ad}¬ng").text, "Dương");
    // What looks Latin does so in both cases, and without its marks.
    for text in ["КA", "кa", "ԀA", "νa", "ñа"] {
        assert!(normalize(text).chars().all(|c| c.is_ascii() || c == 'ñ'), "{text}");
    }
    // What stands after a letter stands there without the letter's mark too.
    for text in ["á˜", "ĥ,a", "x\u{301}`", "a\u{301}\u{5b0}\u{300}"] {
        assert_eq!(fold(&fold(text)), fold(text), "{text}");
    }
    // A wrong encoding is seen once what is invisible is gone.
    assert_eq!(clean("NguyÔn\u{200b} V¨n").text, "Nguyễn Văn");
}
