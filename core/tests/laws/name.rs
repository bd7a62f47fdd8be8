//! Laws of names: spans lie in the text, nothing is lost or shown.

use hoten::text::{is_blank, is_invisible};
use hoten::{Name, NameRole, WordForm, name_word_agrees};
use proptest::prelude::*;

/// Text with the letters and signs that registers hold, in any mixture.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        "[ .,()'?…~:/0-9-]{1,3}",
        prop::sample::select(vec![
            "Nguyễn ",
            "Y ",
            "H'",
            "Niê",
            "Tôn ",
            "Nữ ",
            "Ông ",
            "tức ",
            "Ng. ",
            "SN",
            "\u{301}",
            "\u{A0}",
            "\u{200B}",
            "នាង",
            "bí ",
            "danh ",
            "Kdăm",
            "Công ",
            "Tằng ",
            "Hòa ",
            "Nguyễn",
            " Văn",
            " A",
            " B",
            " con",
            "K ",
            "Anh Hai ",
            " đã mất",
            " ấp ",
            "1950",
            "Thị ",
            "Siu H ",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

/// Words of names, as one writes them, or any letters, with blanks of all kinds.
fn words() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "Nguyễn", "Y", "A", "H'Hen", "K'", "Niê", "Kdăm", "Tôn", "Nữ", "Thất", "Ông", "Bà", "Anh",
        "Hai", "Ba", "Út", "Hòa", "Văn", "Thị", "Lê", "Rơ", "Châm", "Siu", "Em", "Chú", "Trần",
    ]);
    let word = prop_oneof![3 => known.prop_map(str::to_owned), 1 => "[A-ZĐ][a-zăâêôơưđáàạ]{1,5}"];
    let blank = prop::sample::select(vec![" ", "  ", "\u{A0}", "-", "\t"]);
    prop::collection::vec((word, blank), 1..8)
        .prop_map(|words| words.into_iter().map(|(word, blank)| word + blank).collect())
}

proptest! {
    #[test]
    fn spans_lie_inside_the_text_in_order(text in text()) {
        let name = Name::parse(&text);
        let mut end = 0;
        for part in name.parts() {
            prop_assert!(end <= part.span.start && part.span.start < part.span.end);
            prop_assert_eq!(text.get(part.span.start..part.span.end), Some(part.text));
            end = part.span.end;
        }
        prop_assert!(end <= text.len());
        for finding in name.findings() {
            if let Some(span) = finding.span {
                prop_assert!(text.get(span.start..span.end).is_some_and(|place| !place.is_empty()));
            }
        }
        for part in [name.surname(), name.middle(), name.given(), name.lead(), name.suffix()] {
            prop_assert!(part.is_empty() || text.contains(part));
        }
    }

    #[test]
    fn every_word_has_one_role(text in text()) {
        let name = Name::parse(&text);
        let of = |role| {
            let words: Vec<_> = name.parts().filter(|part| part.role == role).collect();
            match (words.first(), words.last()) {
                (Some(first), Some(last)) => &text[first.span.start..last.span.end],
                _ => "",
            }
        };
        prop_assert_eq!(of(NameRole::Surname), name.surname());
        prop_assert_eq!(of(NameRole::Middle), name.middle());
        prop_assert_eq!(of(NameRole::Given), name.given());
        prop_assert_eq!(name.len(), name.syllables().count());
        prop_assert_eq!(name.is_empty(), name.given().is_empty());
        prop_assert!(!name.is_empty() || !name.findings().is_empty());
    }

    #[test]
    fn nothing_is_lost(text in text()) {
        let name = Name::parse(&text);
        // Some apostrophes and blanks count as letters in Unicode.
        let seen = |&c: &char| {
            let sign = hoten::text::plain_form(c) == Some('\'');
            c.is_alphanumeric() && !sign && !is_blank(c) && !is_invisible(c)
        };
        let letters = |text: &str| text.chars().filter(seen).collect::<String>();
        let words = name.syllables().map(letters).collect::<String>();
        let all = letters(name.lead()) + &words + &letters(name.suffix());
        prop_assert_eq!(all, letters(&text));
    }

    #[test]
    fn a_cleaned_name_is_parsed_as_before(text in text()) {
        let cleaned = hoten::clean(&text).text;
        let again = hoten::clean(&cleaned).text;
        let parts = |text| Name::parse(text).parts().map(|part| (part.span, part.role, part.form)).collect::<Vec<_>>();
        prop_assert_eq!(parts(&cleaned), parts(&again));
    }

    #[test]
    fn a_plain_name_is_its_words(text in words()) {
        let name = Name::parse(&text);
        if !name.findings().is_empty() {
            return Ok(());
        }
        let words = name.syllables().collect::<Vec<_>>().join(" ");
        let again = Name::parse(&words);
        prop_assert!(again.findings().is_empty());
        let parts = |name: &Name<'_>| name.parts().map(|part| (part.text.to_owned(), part.role)).collect::<Vec<_>>();
        prop_assert_eq!(parts(&name), parts(&again));
    }

    #[test]
    fn a_hint_is_evidence_never_proof(text in text()) {
        if let Some(hint) = Name::parse(&text).sex_hint() {
            prop_assert!((0.001..=0.999).contains(&hint.p_female));
            prop_assert!(!hint.evidence.is_empty() && text.contains(hint.evidence));
        }
    }

    #[test]
    fn debug_shows_no_words(word in "[B-Z][a-z]{8,12}") {
        let text = format!("{word} {word}");
        let shown = format!("{:?}", Name::parse(&text));
        prop_assert!(!shown.contains(&word));
    }

    #[test]
    fn a_word_agrees_with_itself_and_its_beginnings(word in "\\PC{1,12}", cut in 0_usize..12) {
        prop_assert!(name_word_agrees(&word, WordForm::Full, &word));
        let short: String = word.chars().take(cut.max(1)).collect();
        prop_assert!(name_word_agrees(&short, WordForm::Abbreviated, &word));
    }

    #[test]
    fn agreement_takes_any_text(word in any::<String>(), full in any::<String>()) {
        for form in [WordForm::Full, WordForm::Abbreviated, WordForm::Illegible] {
            let _ = name_word_agrees(&word, form, &full);
        }
        prop_assert!(full.chars().count() > 32 || name_word_agrees("…", WordForm::Illegible, &full));
    }
}
